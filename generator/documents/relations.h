// SPDX-License-Identifier: GPL-3.0-or-later
// What documents say of each other, both ways, and which of them are in force (DOC-03). Worked out once for an edition,
// from what it shows: drafts, embargoed and withdrawn documents say nothing and are told of by nobody.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/edition/edition.h"
#include "generator/pages/library.h"
#include "generator/site/values/site.h"

namespace congbo::documents {

using pages::PageIndex;

enum class RelationKind : std::uint8_t { replaces, repeals, repeals_partly, amends, guides, based_on };
inline constexpr std::size_t relation_kinds = 6;
// The front matter key: "replaces", "repeals_partly" …
std::string_view name_of(RelationKind kind);

// Where a document stands in a relation: it does so to the other one, or the other does so to it.
enum class Side : std::uint8_t { does, undergoes };

// `from` does `kind` to `to`. Both are originals: a translation counts as the page it translates.
struct Relation {
  PageIndex from = pages::no_page, to = pages::no_page;
  RelationKind kind = RelationKind::replaces;
  std::uint32_t statement = 0;  // the first that says so
};

// One value of a relation key, as written. `repealed_by` is a statement of kind repeals whose page undergoes it.
struct Statement {
  enum class Outcome : std::uint8_t {
    related,      // `other` is a document of the edition
    text,         // a number that no document of the portal (or of the one above it) has, or words: shown as it is
    itself,       // names the document it stands on
    missing,      // a path that no page has
    hidden,       // a path of a page that is not public (or withdrawn): shown nowhere
    no_document,  // a path of a page that is no document
  };
  PageIndex page = pages::no_page;
  RelationKind kind = RelationKind::replaces;
  Side side = Side::does;
  Outcome outcome = Outcome::text;
  PageIndex other = pages::no_page;
  pages::Position at;
  std::string written;
};

enum class Validity : std::uint8_t { unknown, pending, in_force, partly, ended };
std::string_view name_of(Validity validity);  // "pending", "in-force", "partly", "ended"; empty for unknown

// When a document is in force. Days begin at 00:00.
struct Force {
  std::optional<Instant> begin;     // effective_on
  std::optional<Instant> lessened;  // first amended or repealed in part by a document that is in force then
  std::optional<Instant> end;       // expires_on, or replaced or repealed by a document that is in force then
  bool ended_some_day = false;      // repealed by a document that is not on the portal, the day unknown
  Validity at(Instant moment) const;
};

// One line of a document's table.
struct Entry {
  RelationKind kind = RelationKind::replaces;
  Side side = Side::does;
  PageIndex other = pages::no_page;  // no_page: `text` is all that is known
  std::string text;
};

struct Document {
  PageIndex page = pages::no_page;
  PageIndex original = pages::no_page;  // the page itself, or the one it translates
  Force force;
  std::vector<Entry> entries;  // by side, kind and the other's place in the library; the same for all translations
};

struct Relations {
  std::vector<Relation> all;          // by from, to, kind; each once
  std::vector<Statement> statements;  // by page, then as written
  std::vector<Document> documents;    // every visible page of a document type, by page
  std::optional<Instant> next_event;  // the next instant at which one of them is no longer as valid as now
  const Document* of(PageIndex page) const;
};

// Whether a key of a document's front matter is one of relations: shown as `entries`, not as a field.
bool is_relation_key(std::string_view key);

// O(documents and statements, times a logarithm).
Relations relate(const pages::Library& library, const edition::Edition& edition);

// The day a document bears: issued_on, else its page's date.
std::optional<Date> day_of_issue(const pages::Page& page);

}  // namespace congbo::documents
