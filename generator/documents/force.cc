// SPDX-License-Identifier: GPL-3.0-or-later
// From when until when a document is in force. One that replaces or repeals another ends it on the day it takes effect
// itself, unless it never does: a document ended before its first day ends and lessens nothing.
#include <algorithm>
#include <vector>

#include "generator/documents/steps.h"

namespace congbo::documents {

namespace {

using pages::no_page;

std::optional<Instant> start_of(const pages::Page& page, std::string_view key) {
  const pages::Value* value = page.field(key);
  const Date* day = value ? std::get_if<Date>(&value->data) : nullptr;
  return day ? std::optional(start_of_day(*day)) : std::nullopt;
}

// When what the document does to others happens.
std::optional<Instant> effect_of(const pages::Page& page) {
  if (const auto begin = start_of(page, "effective_on")) return begin;
  const std::optional<Date> day = day_of_issue(page);
  return day ? std::optional(start_of_day(*day)) : std::nullopt;
}

void lower(std::optional<Instant>& moment, Instant other) {
  if (!moment || other < *moment) moment = other;
}

class ForceMaker {
 public:
  ForceMaker(const pages::Library& library, Relations& relations)
      : library_(library), relations_(relations), states_(relations.documents.size(), State::untouched) {}

  void make() {
    for (std::size_t i = 0; i < relations_.documents.size(); ++i) make_with_causes(i);
  }

 private:
  enum class State : std::uint8_t { untouched, open, done };

  std::size_t place_of(PageIndex page) const {
    return static_cast<std::size_t>(relations_.of(page) - relations_.documents.data());
  }

  // First those that act on a document, then itself; without recursion, since chains may be long. In a circle (which is
  // reported as a mistake) the one met first is taken as it stands.
  void make_with_causes(std::size_t first) {
    std::vector<std::size_t> waiting = {first};
    while (!waiting.empty()) {
      const std::size_t place = waiting.back();
      if (states_[place] == State::untouched) {
        states_[place] = State::open;
        for (const Entry& entry : relations_.documents[place].entries)
          if (entry.side == Side::undergoes && entry.other != no_page)
            if (const std::size_t cause = place_of(entry.other); states_[cause] == State::untouched)
              waiting.push_back(cause);
      } else {
        waiting.pop_back();
        if (states_[place] == State::open) finish(relations_.documents[place]);
        states_[place] = State::done;
      }
    }
  }

  void finish(Document& document) {
    const pages::Page& page = library_[document.page];
    Force& force = document.force;
    force.begin = start_of(page, "effective_on");
    force.end = start_of(page, "expires_on");
    const bool end_is_said = force.end.has_value();
    for (const Entry& entry : document.entries) {
      if (entry.side != Side::undergoes) continue;
      if (entry.other == no_page)
        force.ended_some_day |= entry.kind == RelationKind::repeals && !end_is_said;
      else
        undergo(force, entry);
    }
  }

  void undergo(Force& force, const Entry& entry) const {
    const std::optional<Instant> effect = effect_of(library_[entry.other]);
    const std::optional<Instant> over = relations_.documents[place_of(entry.other)].force.end;
    if (!effect || (over && *over <= *effect)) return;
    if (entry.kind == RelationKind::replaces || entry.kind == RelationKind::repeals) lower(force.end, *effect);
    if (entry.kind == RelationKind::amends || entry.kind == RelationKind::repeals_partly)
      lower(force.lessened, *effect);
  }

  const pages::Library& library_;
  Relations& relations_;
  std::vector<State> states_;
};

}  // namespace

Validity Force::at(Instant moment) const {
  if (ended_some_day || (end && *end <= moment)) return Validity::ended;
  if (!begin && !end && !lessened) return Validity::unknown;
  if (begin && moment < *begin) return Validity::pending;
  return lessened && *lessened <= moment ? Validity::partly : Validity::in_force;
}

void work_out_force(const pages::Library& library, Relations& relations) {
  ForceMaker(library, relations).make();
}

}  // namespace congbo::documents
