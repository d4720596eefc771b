// SPDX-License-Identifier: GPL-3.0-or-later
// Whom a document names. A value is a page's id or path, or a number in any spelling, perhaps within a sentence. A
// number is looked for on the document's own portal, then on the one above it: the province's documents are known to
// its communes, but each commune has a 01/QĐ-UBND of its own.
#include <string>
#include <unordered_map>
#include <utility>

#include "generator/documents/number.h"
#include "generator/documents/steps.h"
#include "generator/pages/link_target.h"

namespace congbo::documents {

namespace {

using edition::Edition;
using pages::Library;
using pages::no_page;
using pages::Page;
using Outcome = Statement::Outcome;

struct KeyMeaning {
  std::string_view key;
  RelationKind kind;
  Side side;
};

constexpr KeyMeaning meanings[] = {
    {"replaces", RelationKind::replaces, Side::does},
    {"repeals", RelationKind::repeals, Side::does},
    {"repeals_partly", RelationKind::repeals_partly, Side::does},
    {"amends", RelationKind::amends, Side::does},
    {"guides", RelationKind::guides, Side::does},
    {"based_on", RelationKind::based_on, Side::does},
    {"repealed_by", RelationKind::repeals, Side::undergoes},
};

bool looks_like_path(std::string_view text) {
  return text.starts_with('/') || text.starts_with('.') || text.ends_with(".md") || text.ends_with(".html");
}

class StatementReader {
 public:
  StatementReader(const Library& library, const Edition& edition, Relations& relations)
      : library_(library), edition_(edition), relations_(relations) {}

  void read() {
    for (const Document& document : relations_.documents)
      if (document.original == document.page && edition_.is_listed(document.page)) remember(document.page);
    for (const Document& document : relations_.documents)
      if (edition_.is_listed(document.page)) read_page(document);
  }

 private:
  static std::string key_of(std::string_view portal, const Number& number) {
    return std::string(portal) + "\n" + number_key(number);
  }

  void remember(PageIndex index) {
    const pages::Value* written = library_[index].field("number");
    if (!written) return;
    if (const auto number = parse_number(written->text()))
      by_number_[key_of(library_[index].route.portal, *number)].push_back(index);
  }

  void read_page(const Document& document) {
    for (const pages::Field& field : library_[document.page].fields)
      for (const KeyMeaning& meaning : meanings)
        if (field.schema && field.schema->key == meaning.key) read_value(document, meaning, field.value);
  }

  void read_value(const Document& document, const KeyMeaning& meaning, const pages::Value& value) {
    if (const auto* list = std::get_if<pages::List>(&value.data)) {
      for (const pages::Value& element : *list) read_value(document, meaning, element);
    } else if (!value.text().empty()) {
      Statement said{document.page, meaning.kind, meaning.side, Outcome::text, no_page, value.at, value.text()};
      find(document, said);
      relations_.statements.push_back(std::move(said));
    }
  }

  void find(const Document& document, Statement& said) const {
    const Page& page = library_[document.page];
    PageIndex named = library_.by_id(page.route.portal, said.written);
    if (named == no_page && looks_like_path(said.written)) {
      const pages::LinkTarget target = pages::resolve_link(library_, page, said.written);
      named = target.kind == pages::LinkTarget::Kind::page ? target.page : no_page;
      if (named == no_page) {
        said.outcome = Outcome::missing;
        return;
      }
    }
    if (named != no_page) return name_page(document, named, said);
    if (const auto mention = find_number(said.written)) find_number_of(document, *mention, said);
  }

  void name_page(const Document& document, PageIndex named, Statement& said) const {
    const Document* other = relations_.of(named);
    if (!edition_.is_listed(named))
      said.outcome = Outcome::hidden;
    else if (!other)
      said.outcome = Outcome::no_document;
    else
      relate(document, other->original, said);
  }

  static void relate(const Document& document, PageIndex other, Statement& said) {
    said.outcome = other == document.original ? Outcome::itself : Outcome::related;
    said.other = other;
  }

  void find_number_of(const Document& document, const Mention& mention, Statement& said) const {
    const site::Portal* portal = library_[document.page].portal;
    for (const std::string& level : {portal->id, portal->parent}) {
      const auto known = by_number_.find(key_of(level, mention.number));
      if (known == by_number_.end()) continue;
      const PageIndex chosen = choose(document, said, mention, known->second);
      if (chosen != no_page) return relate(document, chosen, said);
    }
  }

  // Of several documents with one number: the one of the day that is named; else, since numbers begin anew each year,
  // the last before this document (after it, where this one undergoes). A number with its year is told by that alone.
  PageIndex choose(const Document& document, const Statement& said, const Mention& mention,
                   const std::vector<PageIndex>& candidates) const {
    const std::optional<Date> own = day_of_issue(library_[document.original]);
    PageIndex chosen = no_page;
    std::optional<Date> best;
    for (const PageIndex candidate : candidates) {
      const std::optional<Date> day = day_of_issue(library_[candidate]);
      if (mention.date) {
        if (day == mention.date) return candidate;
        continue;
      }
      if (candidate == document.original && candidates.size() > 1) continue;
      const bool told_by_year = mention.number.year != 0;
      const bool fits = told_by_year || !own || !day || (said.side == Side::does ? *day <= *own : *day >= *own);
      if (!fits) continue;
      const bool better = chosen == no_page || (said.side == Side::does ? best < day : day < best);
      if (!better) continue;
      chosen = candidate;
      best = day;
    }
    return chosen;
  }

  const Library& library_;
  const Edition& edition_;
  Relations& relations_;
  std::unordered_map<std::string, std::vector<PageIndex>> by_number_;
};

}  // namespace

bool is_relation_key(std::string_view key) {
  for (const KeyMeaning& meaning : meanings)
    if (meaning.key == key) return true;
  return false;
}

void read_statements(const Library& library, const Edition& edition, Relations& relations) {
  StatementReader(library, edition, relations).read();
}

}  // namespace congbo::documents
