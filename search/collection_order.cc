// SPDX-License-Identifier: GPL-3.0-or-later
// In which order a collection gives what matches: by score or by day, and of equals by their ordinals, so that several
// indexes answer as one would.
#include <algorithm>
#include <cmath>

#include "search/collection.h"
#include "search/terms.h"

namespace congbo::search {
namespace {

constexpr std::size_t beyond_the_cut = 32;  // fetched besides, to see where equal scores end

}  // namespace

// The best `wanted`, by rounded score and ordinal. Xapian orders by exact score, so what is equal to the last one kept
// may lie behind the cut: it is fetched too.
// `spy`, if any, sees every document that matches once.
std::vector<Collection::Ranked> Collection::by_relevance(Xapian::Enquire& enquire, std::size_t wanted,
                                                         Xapian::MatchSpy* spy) const {
  if (spy) enquire.add_matchspy(spy);
  for (std::size_t fetched = wanted + beyond_the_cut;; fetched *= 2) {
    const Xapian::MSet matches =
        enquire.get_mset(0, static_cast<Xapian::doccount>(fetched), spy ? index_.get_doccount() : 0);
    if (spy) enquire.clear_matchspies();
    spy = nullptr;
    std::vector<Ranked> ranked;
    for (auto match = matches.begin(); match != matches.end(); ++match)
      ranked.push_back({*match, rounded(match.get_weight()), {}});
    const bool all = ranked.size() < fetched;
    if (!all && wanted > 0 && ranked.back().score == ranked[wanted - 1].score) continue;
    for (std::size_t i = 0; i < ranked.size(); ++i) {
      const bool tied = (i > 0 && ranked[i - 1].score == ranked[i].score) ||
                        (i + 1 < ranked.size() && ranked[i + 1].score == ranked[i].score);
      if (tied) ranked[i].ordinal = ordinal_of(ranked[i].id);
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
      return a.score != b.score ? a.score > b.score : a.ordinal < b.ordinal;
    });
    if (ranked.size() > wanted) ranked.resize(wanted);
    return ranked;
  }
}

std::vector<Collection::Ranked> Collection::rank(Xapian::Enquire& enquire, const Query& query,
                                                 Xapian::MatchSpy* spy) const {
  const std::size_t wanted = query.offset + query.limit;
  std::vector<Ranked> ranked = by_relevance(enquire, wanted, spy);
  ranked.erase(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(std::min(query.offset, ranked.size())));
  return ranked;
}

std::string Collection::ordinal_of(Xapian::docid id) const {
  return ordinals_.empty() ? index_.get_document(id).get_value(ordinal_slot) : ordinals_[id];
}

// Newest first; of one day in the order of the places.
std::vector<Collection::Ranked> Collection::by_date(Xapian::Enquire& enquire, const Query& query) const {
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  if (!ordinals_.empty()) {
    std::vector<Ranked> ranked = by_date_elsewhere(enquire, query.offset + query.limit);
    ranked.erase(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(std::min(query.offset, ranked.size())));
    return ranked;
  }
  Xapian::MultiValueKeyMaker newest_first;
  newest_first.add_value(date_slot, true);
  newest_first.add_value(ordinal_slot);
  enquire.set_sort_by_key(&newest_first, false);
  const Xapian::MSet matches =
      enquire.get_mset(static_cast<Xapian::doccount>(query.offset), static_cast<Xapian::doccount>(query.limit));
  std::vector<Ranked> ranked;
  for (auto match = matches.begin(); match != matches.end(); ++match) ranked.push_back({*match, 0, {}});
  return ranked;
}

// Other machines sort by one value, not by a key of ours: all of the last day are fetched, and sorted here.
std::vector<Collection::Ranked> Collection::by_date_elsewhere(Xapian::Enquire& enquire, std::size_t wanted) const {
  enquire.set_sort_by_value(date_slot, true);
  for (std::size_t fetched = wanted + beyond_the_cut;; fetched *= 2) {
    const Xapian::MSet matches = enquire.get_mset(0, static_cast<Xapian::doccount>(fetched));
    std::vector<Ranked> ranked;
    for (auto match = matches.begin(); match != matches.end(); ++match)
      ranked.push_back({*match, 0, ordinal_of(*match), match.get_sort_key()});
    if (ranked.size() == fetched && wanted > 0 && ranked.back().date == ranked[wanted - 1].date) continue;
    std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
      return a.date != b.date ? a.date > b.date : a.ordinal < b.ordinal;
    });
    if (ranked.size() > wanted) ranked.resize(wanted);
    return ranked;
  }
}

}  // namespace congbo::search
