// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/source.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "search/card_store.h"
#include "search/levels.h"
#include "search/terms.h"
#include "search/value_column.h"

namespace congbo::search {
namespace {

// Cards in memory: some two megabytes, and of small portals, of which there may be many, one of eight.
constexpr std::size_t most_cards = 1024;
constexpr std::size_t documents_per_card = 8;

// Tuned on questions about legal texts.
constexpr double saturation = 1.2;       // k1
constexpr double length_share = 0.75;    // b
constexpr double shortest_length = 0.5;  // as a share of the average

std::vector<Xapian::Database> databases_of(const Segment& segment) {
  std::vector<Xapian::Database> databases{segment.base};
  if (segment.delta) databases.push_back(*segment.delta);
  return databases;
}

// Sums over the same terms in another order differ in the last places; documents that are alike must stay so.
double rounded(double score) {
  return std::floor(score * 1e9 + 0.5) / 1e9;
}

// What the length of a document adds to the occurrences that halve a term's weight, by level.
std::array<double, most_level + 1> length_parts(double average_length) {
  std::array<double, most_level + 1> parts{};
  for (std::size_t level = 0; level < parts.size(); ++level) {
    const double length = std::max(
        static_cast<double>(length_of_level(static_cast<std::uint8_t>(level))) / average_length, shortest_length);
    parts[level] = saturation * (length * length_share + 1 - length_share);
  }
  return parts;
}

}  // namespace

Source::Source(const Segment& segment, const Labels& labels) : databases_(databases_of(segment)), lost_(segment.lost) {
  const Reach reach = segment.remote ? Reach::elsewhere : Reach::here;
  facets_ = read_facets(databases_, labels, reach);
  groups_ = Groups(databases_, reach);
  ordinals_ = value_column(databases_, ordinal_slot, reach);
  dates_ = value_column(databases_, date_slot, reach);
  present_.resize(ordinals_.size());
  cards_.resize(std::clamp<std::size_t>(ordinals_.size() / documents_per_card, 1, most_cards));
  for (Xapian::docid id = 1; id < present_.size(); ++id) present_[id] = !ordinals_[id].empty();
  for (const Xapian::docid id : segment.removed)
    if (id < present_.size()) present_[id] = 0;
  found_.resize(present_.size());
  scores_.resize(present_.size());
  levels_.resize(present_.size());
  const std::vector<std::string> levels = value_column(databases_, length_slot, reach);
  pages_of_groups_.resize(groups_.count() + 1);
  for (Xapian::docid id = 1; id < present_.size(); ++id) {
    if (!present_[id]) continue;
    levels_[id] = level_of_text(levels[id]);
    length_ += length_of_level(levels_[id]);
    ++documents_;
    Xapian::docid& page = pages_of_groups_[groups_.of(id)];
    if (page == 0) page = id;  // it stands before its parts
  }
}

std::uint32_t Source::frequency(const std::string& term) const {
  std::uint32_t documents = 0;
  for (const Xapian::Database& database : databases_) documents += database.get_termfreq(term);
  const auto lost = lost_.find(term);
  return lost == lost_.end() ? documents : documents - lost->second;
}

const std::string& Source::card(Xapian::docid id) {
  Card& kept = cards_[id % cards_.size()];
  if (kept.id == id) return kept.text;
  kept.id = 0;
  const bool added = databases_.size() > 1 && id > databases_.front().get_lastdocid();
  kept.text = kept_card(databases_[added ? 1 : 0], id);
  kept.id = id;
  return kept.text;
}

// Calls visit(id, occurrences) for every document that has the term.
template <class Visit>
void Source::each(const std::string& term, const Visit& visit) const {
  for (const Xapian::Database& database : databases_)
    for (auto at = database.postlist_begin(term), end = database.postlist_end(term); at != end; ++at)
      if (const Xapian::docid id = *at; id < present_.size() && present_[id]) visit(id, at.get_wdf());
}

void Source::forget_last() {
  for (const Xapian::docid id : hits_) {
    found_[id] = Found::no;
    scores_[id] = 0;
  }
  hits_.clear();
  matches_.clear();
}

void Source::find_pages() {
  for (Xapian::docid id = 1; id < present_.size(); ++id) {
    const std::uint32_t group = groups_.of(id);
    if (!present_[id] || (group != 0 && pages_of_groups_[group] != id)) continue;
    found_[id] = Found::yes;
    hits_.push_back(id);
  }
}

void Source::find_ranked(const Wanted& wanted) {
  const auto parts = length_parts(wanted.average_length);
  for (const auto& [term, weight] : wanted.ranked) {
    const double most = weight * (saturation + 1);
    const bool finds = term.front() != exact_prefix;  // exact forms come last: they order what others found
    each(term, [&](Xapian::docid id, Xapian::termcount count) {
      if (found_[id] == Found::no) {
        if (!finds) return;
        found_[id] = Found::yes;
        hits_.push_back(id);
      }
      scores_[id] += most * count / (parts[levels_[id]] + count);
    });
  }
  for (const Xapian::docid id : hits_) scores_[id] = rounded(scores_[id]);
}

void Source::leave_out_without(const std::string& term) {
  if (frequency(term) == documents_) return;
  std::vector<char> has(present_.size());
  each(term, [&has](Xapian::docid id, Xapian::termcount) { has[id] = 1; });
  for (const Xapian::docid id : hits_)
    if (!has[id]) found_[id] = Found::left_out;
}

const std::vector<Match>& Source::matches(const Wanted& wanted) {
  forget_last();
  if (wanted.everything)
    find_pages();
  else
    find_ranked(wanted);
  for (const std::string& term : wanted.required) leave_out_without(term);
  join();
  return matches_;
}

// A page and its parts are one match, the best of them.
void Source::join() {
  const auto better = [this](Xapian::docid id, Xapian::docid other) {
    return other == 0 || scores_[id] > scores_[other] || (scores_[id] == scores_[other] && id < other);
  };
  std::vector<std::size_t> places(groups_.count() + 1);  // among the matches, from 1
  for (const Xapian::docid id : hits_) {
    if (found_[id] != Found::yes) continue;
    const std::uint32_t group = groups_.of(id);
    if (group == 0) {
      matches_.push_back({id, id, 0, scores_[id]});
      continue;
    }
    const Xapian::docid page = pages_of_groups_[group];
    if (places[group] == 0) {
      matches_.push_back({id, page, 0, 0});
      places[group] = matches_.size();
    }
    Match& match = matches_[places[group] - 1];
    if (better(id, match.best)) match.best = id;
    if (id != page && better(id, match.part)) match.part = id;
    match.score = scores_[match.best];
  }
  for (Match& match : matches_)
    if (match.part != 0 && found_[match.page] == Found::yes && scores_[match.part] * 2 < scores_[match.page])
      match.part = 0;
}

}  // namespace congbo::search
