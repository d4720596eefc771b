// SPDX-License-Identifier: GPL-3.0-or-later
// What `_site/` says, as values: identity, languages, menus, units, vocabularies and content types of each portal.
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/instant.h"

namespace congbo::site {

class Pattern;     // a compiled regular expression (generator/site/pattern.h)
struct Policy;     // what the regulation asks (generator/site/values/policy.h)
struct Emergency;  // the banner on every page (generator/site/values/emergency.h)

// A label in each language of the interface. Falls back to Vietnamese, then to the first there is.
struct LocalText {
  std::vector<std::pair<std::string, std::string>> texts;  // language, text
  const std::string& in(std::string_view language) const;
  bool empty() const { return texts.empty(); }
};

enum class Kind {
  text,
  markdown,
  date,
  datetime,
  number,
  boolean,
  choice,
  unit,
  person,
  file,
  image,
  reference,
  list,
  object
};
std::string_view name_of(Kind kind);

// A key of the same item has one of these values. «present» and «absent» stand for any value and for none.
struct Condition {
  std::string key;  // beside the field; "fee.none" within another; a common key
  std::vector<std::string> values;
};
using Situation = std::vector<Condition>;  // all of them hold

struct FieldSchema {
  std::string key;
  Kind kind = Kind::text;
  LocalText label;
  LocalText help;  // one sentence for editors
  bool required = false;
  bool unique = false;  // no two pages of the type in a portal have the same value
  std::string pattern;  // ECMAScript regular expression, whole value; checked when the type is loaded
  std::shared_ptr<const Pattern> compiled;  // of `pattern`; null without one
  std::string vocabulary;                   // choice: id of a vocabulary; empty when `choices` is given
  std::vector<std::string> choices;         // choice: the allowed ids
  std::vector<FieldSchema> fields;          // object: its keys; list: exactly one, the element (key empty)
  std::vector<std::string> types;           // reference: ids of content types it may point to; empty for any
  std::vector<Situation> required_when;     // must have a value in any of these (TTH-03, SCI-02); [] is none
  std::vector<Situation> recommended_when;  // the same, as a warning (SRC-03)
  std::string not_before;                   // date, datetime: key of the date that comes first
  std::optional<double> minimum, maximum;   // number
  std::size_t at_least = 0;                 // list: elements
  std::string gapless_within;  // number: runs without a gap over the pages with the same value of that key (GAZ-01)
  bool shown = true;           // false: kept in the repository, printed nowhere (ARC-02)
};

// Which lists hold the items of a type.
enum class Listed : std::uint8_t {
  nowhere,
  section,     // that of its own folder, by `order`; not feeds, archives, facets, tags or the home page
  everywhere,  // sections, those above them, feeds and archives
};

struct ContentType {
  std::string id;  // "news", "document"
  LocalText label;
  std::string layout = "article";      // layouts/<layout>.html
  std::string date_from = "date";      // the key that gives Page::date: "date", "issued_on", "event_at"
  std::string schema_org = "Article";  // JSON-LD @type
  bool legal_structure = false;        // anchors for Chương, Điều …
  Listed listed = Listed::everywhere;
  bool feed = true;        // in feeds, when listed
  bool open_data = true;   // its items are also published as tables
  bool immutable = false;  // never changed once it is published (GAZ-01)
  std::size_t maximum_bytes = 1'000'000;
  std::vector<std::string> required_keys;  // common keys that pages of this type must have, besides the title
  std::vector<FieldSchema> fields;         // own keys, in the order pages show them (common keys are not repeated here)
  std::vector<std::string> listed_with;  // other types: sections of theirs list its items too, at one address (DIR-02)
  std::vector<std::string> search;       // own keys whose text is searched besides title, summary and body
  std::vector<std::vector<std::string>> one_of;  // of each group at least one is written; "body" is the page's text
  std::string source;                            // file it was read from, for messages
  const FieldSchema* field(std::string_view key) const;
};

struct Unit {
  std::string id;    // "so-noi-vu"
  LocalText name;    // full name; front matter may say the id or the Vietnamese name
  std::string kind;  // "office", "department", "commune" …
  LocalText short_name;
  std::string head, head_position;  // who leads it now
  std::string email, phone, address;
  std::optional<Date> valid_from, valid_until;
  std::string merged_into;  // id of the unit that carries on its work since the day after valid_until
};

struct Term {
  std::string id;
  LocalText label;
};

struct Vocabulary {
  std::string id;  // "category", "field", "form", "tags" …
  LocalText label;
  std::vector<Term> terms;
  bool open = false;  // tags: values not in `terms` are allowed and are their own label
  const Term* term(std::string_view id_or_label) const;
};

struct MenuItem {
  LocalText label;
  std::string target;  // "/tin-tuc/" within the portal, or an absolute address
};

struct Host {
  std::string name;  // "tinh.example.gov.vn"
  std::optional<Date> valid_from, valid_until;
};

struct Contact {
  std::string address, phone, fax, email;
};

// A seat of the editorial board: offices only, since people change and a public repository shows no roster.
struct BoardSeat {
  std::string role;  // "head", "deputy", "secretary", "member", "approver"
  LocalText office;  // «Phó Chủ tịch Ủy ban nhân dân xã»
};

// A decision that allows something: its number and day.
struct Approval {
  std::string number;
  std::optional<Date> date;
};

// What a portal may change of the look without a layout: CSS custom properties (SUBP-01: the rest is shared).
struct Look {
  std::vector<std::pair<std::string, std::string>> colours;  // "accent" → "#8a1c14"; known names, readable colours
};

// One portal: the main one (content/) or a sub-portal (content/sites/<id>/).
struct Portal {
  std::string id;         // [a-z0-9-], unique
  std::string root;       // "content/" or "content/sites/<id>/"; always ends with "/"
  LocalText name;         // ID-01
  LocalText owner;        // cơ quan chủ quản
  LocalText responsible;  // người chịu trách nhiệm, circular 32/2017 art. 16
  LocalText description;
  LocalText reuse_notice;     // USE-01: «Ghi rõ nguồn …»
  std::string base_url;       // "https://tinh.example.gov.vn", without "/" at the end
  std::string tag_authority;  // "tinh.example.gov.vn,2026": name and year of tag: addresses (RFC 4151), feed ids
  Contact contact;            // ID-04
  std::vector<std::string> languages;  // the first is the main one and has no prefix in addresses
  std::vector<Host> hosts;
  std::vector<std::string> redirect_hosts;  // hosts of others that _site/redirects.csv may lead to
  std::vector<MenuItem> menu, footer_menu;
  std::vector<std::string> home_blocks;  // of the home page, in their order; empty for all (home_blocks.h)
  std::vector<Unit> units;               // in the order of units.yaml
  std::map<std::string, Vocabulary> vocabularies;
  std::map<std::string, ContentType> types;
  std::map<std::string, std::string> section_types;  // section path → default type id of its items
  int per_page = 20;
  bool json_twins = true;
  bool addresses_with_html = true;  // false: canonical addresses are written without ".html"
  bool archives = true;             // pages by year and month
  // Interface strings: language → key → text; shipped (layouts/i18n/<language>.yaml) with the portal's own laid over
  // them.
  std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>> strings;
  std::string parent;            // id of the portal it belongs to; empty for the main one
  std::string unit_id;           // the unit whose portal it is; empty when nobody says
  std::string domain_exception;  // why its host does not follow the rule of names
  Approval approved_by;          // of a sub-portal outside the state apparatus (SUBP-05)
  std::vector<BoardSeat> board;  // who answers for it, by office and not by person (SUBP-06)
  std::string regulation;        // the number of the board's rules
  Look look;
  std::shared_ptr<const Policy> policy;        // read through policy_of()
  std::shared_ptr<const Emergency> emergency;  // read through emergency_of()
  const Unit* unit(std::string_view id_or_name) const;
  // The string of `key`, from `language`, else from the main language, else the key itself.
  std::string_view string(std::string_view language, std::string_view key) const;
  std::string_view main_language() const { return languages.front(); }
};

struct Site {
  std::vector<Portal> portals;  // main first, then sub-portals by id
  const Portal* portal(std::string_view id) const;
};

}  // namespace congbo::site
