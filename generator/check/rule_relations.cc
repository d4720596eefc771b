// SPDX-License-Identifier: GPL-3.0-or-later
// What documents say of each other fits together (DOC-03): the named page is a document of the portal, a document acts
// on earlier ones only, on each in one way, and never in a circle.
#include <vector>

#include "generator/check/rules.h"
#include "generator/check/visit.h"

namespace congbo::check {

namespace {

using documents::Relation;
using documents::RelationKind;
using documents::Relations;
using documents::Statement;

class RelationRule {
 public:
  RelationRule(const SiteFacts& facts, Diagnostics& found)
      : facts_(facts), relations_(facts.listings.relations), found_(found) {}

  void run() {
    for (const Statement& said : relations_.statements) check_statement(said);
    std::vector<std::vector<const Relation*>> by_document(relations_.documents.size());
    for (std::size_t i = 0; i < relations_.all.size(); ++i) {
      const Relation& one = relations_.all[i];
      if (i > 0) check_pair(relations_.all[i - 1], one);
      if (check_days(one)) by_document[place_of(one.from)].push_back(&one);
    }
    find_circles(by_document);
    for (const documents::Document& document : relations_.documents) check_end(document);
  }

 private:
  std::size_t place_of(PageIndex page) const {
    return static_cast<std::size_t>(relations_.of(page) - relations_.documents.data());
  }

  Place where(const Statement& said) const { return place_of_value(said.page, said.at); }
  Place place_of_value(PageIndex page, const pages::Position& at) const {
    return check::place_of(facts_.library[page], at);
  }

  std::string name_of(PageIndex page) const {
    const pages::Value* number = facts_.library[page].field("number");
    return number && !number->text().empty() ? number->text() : facts_.library[page].title;
  }

  void check_statement(const Statement& said) {
    switch (said.outcome) {
      case Statement::Outcome::itself:
        return found_.add(error("relation-itself", where(said), {said.written}));
      case Statement::Outcome::missing:
        return found_.add(error("relation-missing", where(said), {said.written}));
      case Statement::Outcome::no_document:
        return found_.add(error("relation-no-document", where(said), {said.written}));
      case Statement::Outcome::hidden:
        return found_.add(warning("reference-to-unpublished", where(said), {said.written}));
      case Statement::Outcome::related:
      case Statement::Outcome::text:
        return;
    }
  }

  static bool is_whole(RelationKind kind) { return kind == RelationKind::replaces || kind == RelationKind::repeals; }
  static bool is_part(RelationKind kind) {
    return kind == RelationKind::repeals_partly || kind == RelationKind::amends;
  }

  // What is ended as a whole is not changed by the same document. Relations of one pair stand together, whole ones
  // first.
  void check_pair(const Relation& before, const Relation& one) {
    if (before.from != one.from || before.to != one.to || !is_whole(before.kind) || !is_part(one.kind)) return;
    found_.add(error("relation-contradiction", where(relations_.statements[one.statement]),
                     {name_of(one.from), name_of(one.to)}));
  }

  bool check_days(const Relation& one) {
    const auto from = documents::day_of_issue(facts_.library[one.from]);
    const auto to = documents::day_of_issue(facts_.library[one.to]);
    if (!from || !to || *to <= *from) return true;
    found_.add(error("relation-later", where(relations_.statements[one.statement]),
                     {name_of(one.from), to_text(*from), name_of(one.to), to_text(*to)}));
    return false;
  }

  // Depth first, without recursion: a relation that leads back to a document being walked closes a circle.
  void find_circles(const std::vector<std::vector<const Relation*>>& by_document) {
    enum class Mark : std::uint8_t { untouched, open, done };
    struct Step {
      std::size_t place, next;
    };
    std::vector<Mark> marks(by_document.size(), Mark::untouched);
    for (std::size_t start = 0; start < by_document.size(); ++start) {
      if (marks[start] != Mark::untouched) continue;
      std::vector<Step> way = {{start, 0}};
      marks[start] = Mark::open;
      while (!way.empty()) {
        const std::size_t place = way.back().place;
        if (way.back().next == by_document[place].size()) {
          marks[place] = Mark::done;
          way.pop_back();
          continue;
        }
        const Relation& one = *by_document[place][way.back().next++];
        const std::size_t to = place_of(one.to);
        if (marks[to] == Mark::open) report_circle(one);
        if (marks[to] != Mark::untouched) continue;
        marks[to] = Mark::open;
        way.push_back({to, 0});
      }
    }
  }

  void report_circle(const Relation& one) {
    found_.add(
        error("relation-circle", where(relations_.statements[one.statement]), {name_of(one.from), name_of(one.to)}));
  }

  // expires_on later than the day a replacing document takes effect.
  void check_end(const documents::Document& document) {
    const pages::Value* written = facts_.library[document.page].field("expires_on");
    const Date* day = written ? std::get_if<Date>(&written->data) : nullptr;
    const auto& end = document.force.end;
    if (!day || !end || *end >= start_of_day(*day)) return;
    found_.add(warning("document-expiry-late", place_of_value(document.page, written->at),
                       {to_text(*day), to_text(date_of(*end))}));
  }

  const SiteFacts& facts_;
  const Relations& relations_;
  Diagnostics& found_;
};

}  // namespace

void check_relations(const SiteFacts& facts, Diagnostics& found) {
  RelationRule(facts, found).run();
}

}  // namespace congbo::check
