// SPDX-License-Identifier: GPL-3.0-or-later
// One item of content as values: what its file says, read by the schema of its type. No library, no formatting.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "generator/base/diagnostic.h"
#include "generator/base/instant.h"
#include "generator/site/values/site.h"

namespace congbo::pages {

// The address of a page: portal, language, and the path on the portal's host, language prefix included.
struct Route {
  std::string portal;
  std::string language;
  std::string path;  // "/tin-tuc/2026/11/slug.html", "/en/news/", "/"
  bool operator==(const Route&) const = default;
};

struct Position {
  int line = 0;    // in the file, 1-based
  int column = 0;  // code points, 1-based
  int length = 0;
  bool operator==(const Position&) const = default;
};

struct Value;
using List = std::vector<Value>;
struct Member;
using Object = std::vector<Member>;
struct Number {
  std::string text;  // as written: "1.50"
  double value = 0;
  bool operator==(const Number&) const = default;
};

// A typed value. Text kinds (text, markdown, choice, unit, person, file, image, reference) are strings: choice, unit
// and reference hold ids (a unit written by name has become its id), file and image the path from the repository's
// root.
struct Value {
  std::variant<std::monostate, std::string, Date, Instant, Number, bool, List, Object> data;
  Position at;
  const std::string& text() const;  // empty unless it is a string
  bool operator==(const Value&) const;
};

// A key and its value in an object. (A struct of its own: clang 14 cannot hold a std::pair of an incomplete type in a
// vector.)
struct Member {
  Member(std::string key, Value value) : first(std::move(key)), second(std::move(value)) {}
  std::string first;
  Value second;
  bool operator==(const Member&) const = default;
};

struct Field {
  const site::FieldSchema* schema = nullptr;
  Value value;
  bool operator==(const Field&) const = default;
};

enum class Status { draft, published, withdrawn };  // what is written; everything else is computed (edition)

struct Embargo {
  std::optional<Instant> until;  // none: until the embargo is taken out of the file
  std::string reason, authority;
  bool operator==(const Embargo&) const = default;
};

struct Withdrawal {
  std::optional<Instant> at;
  std::string reason;     // public explanation
  std::string authority;  // who decided, by what (REV-05)
  bool operator==(const Withdrawal&) const = default;
};

// One entry of `updates:`. A minor one (a misprint) changes no date anywhere and is shown nowhere (REV-04).
struct Update {
  Date on;
  std::string note;  // what changed; a major update always has one
  bool major = true;
  Position at;
  bool operator==(const Update&) const = default;
};

struct Page {
  std::string source;  // "content/tin-tuc/2026/11/slug.md"
  std::string id;      // identity: `id:` or the first path below the portal without ".md" ("tin-tuc/2026/11/slug")
  const site::Portal* portal = nullptr;
  const site::ContentType* type = nullptr;
  Route route;
  std::string section;         // path of the section below portal and language: "tin-tuc", "a/b"; empty at the root
  bool section_index = false;  // an _index.md
  std::string folder;          // where its files live: "content/tin-tuc/2026/11/slug/"; a section: its own folder

  std::string title, summary, author, unit;  // unit: id
  std::string source_name, source_url;       // origin of a taken-over item (SRC-01)
  std::string category;                      // term id
  std::vector<std::string> tags;
  std::string cover, cover_alt;  // image path from the repository's root
  std::string cover_focus;       // what must stay in sight when the cover is cut: «50% 40%» from left and top
  std::optional<Instant> date;   // the day it bears, by the type's `date_from`; a whole day is its 00:00
  bool date_has_time = false;
  std::optional<Date> updated_on;
  std::string change_note;
  std::vector<Update> updates;  // as written, minor ones too
  std::optional<Instant> release_at, expires_at;
  std::optional<Embargo> embargo;
  std::optional<Withdrawal> withdrawn;
  Status status = Status::published;
  std::string translation_of;        // id of the page in the main language
  std::vector<std::string> aliases;  // old paths
  int order = 0;                     // sections and pages with a fixed place; lower first
  bool featured = false;
  std::vector<Field> fields;  // the type's own, in the schema's order; absent ones are absent

  std::string body;       // Markdown; moved out when it is rendered
  int body_line = 1;      // line of the file on which the body starts
  std::string text_hash;  // SHA-256 of title, summary and body; empty for unreadable
  std::vector<std::pair<std::string_view, Position>> key_places;  // of the values of common keys (literals)

  const Value* field(std::string_view key) const;
  Place place_of(std::string_view key) const;  // of a key's value, or the file's first line
};

using PagePointer = std::shared_ptr<const Page>;

}  // namespace congbo::pages
