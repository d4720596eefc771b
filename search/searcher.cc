// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/searcher.h"

#include <xapian.h>

#include <algorithm>
#include <filesystem>

#include "search/analyzer.h"
#include "search/collection.h"
#include "search/terms.h"

namespace congbo::search {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_offset = 1000;
constexpr std::size_t most_limit = 50;
constexpr std::size_t most_choices = 8;
constexpr std::size_t least_title = 3;  // tokens; of fewer the diacritics decide

Result<Done> check_limits(const Query& query) {
  if (query.offset > most_offset)
    return error("query-offset", {}, {std::to_string(query.offset), std::to_string(most_offset)});
  if (query.limit < 1 || query.limit > most_limit) {
    return error("query-limit", {}, {std::to_string(query.limit), std::to_string(most_limit)});
  }
  for (const FacetName& facet : facet_names)
    if ((query.*facet.choices).size() > most_choices)
      return error("query-filters", {}, {facet.name, std::to_string(most_choices)});
  return Done{};
}

std::string titles_of(const std::vector<Hit>& hits) {
  std::string titles;
  for (const Hit& hit : hits) titles += (titles.empty() ? "" : "\n") + hit.title;
  return titles;
}

// What has the title that was typed comes before what only repeats its words, if it is among the first ten.
void put_titled_first(std::vector<Hit>& hits, const std::string& folded) {
  constexpr std::ptrdiff_t looked_at = 10;
  const auto end = hits.begin() + std::min<std::ptrdiff_t>(looked_at, static_cast<std::ptrdiff_t>(hits.size()));
  std::stable_partition(hits.begin(), end, [&](const Hit& hit) { return folded_words(hit.title) == folded; });
}

}  // namespace

Result<Done> check_query(const Query& query) {
  CONGBO_TRY([[maybe_unused]] const Done checked, check_limits(query));
  CONGBO_TRY([[maybe_unused]] const QueryPlan plan, plan_query(query.text, {0, [](const auto&) { return 0U; }}));
  return Done{};
}

bool Choices::has(const std::string& id) const {
  return std::find(begin(), end(), id) != end();
}

struct Searcher::State {
  std::vector<Segment> segments;
  std::map<std::string, std::size_t> portals;  // that have a database of their own
  std::map<std::string, Collection> opened;    // by portal; "" is all of them
  std::string file;                            // named in messages

  Collection& collection(const std::string& portal) {
    const auto own = portals.find(portal);
    const std::string key = own == portals.end() ? std::string() : portal;
    const auto known = opened.find(key);
    if (known != opened.end()) return known->second;
    const auto parts = key.empty() ? segments : std::vector<Segment>{segments[own->second]};
    return opened.emplace(key, Collection(parts)).first->second;
  }

  void add(const std::string& where) {
    file = where;
    segments.push_back(open_segment(where));
  }
};

Result<Searcher> Searcher::open(const std::string& folder) {
  std::error_code ignored;
  // A release may be shown at any moment: index and delta are taken from one tree.
  const fs::path real = fs::canonical(folder, ignored);
  const std::string root = real.empty() ? folder : real.string();
  auto state = std::make_unique<State>();
  state->file = folder + "/" + std::string(index_file);
  try {
    if (has_index(root)) {
      state->add(root);
    } else {
      std::vector<std::string> names;
      for (const auto& entry : fs::directory_iterator(root, ignored))
        if (has_index(entry.path().string())) names.push_back(entry.path().filename());
      std::sort(names.begin(), names.end());
      if (names.empty()) return error("index-missing", {}, {state->file});
      for (const std::string& name : names) {
        state->portals.emplace(name, state->segments.size());
        state->add(root + "/" + name);
      }
    }
    state->collection("");
  } catch (const Xapian::Error& failure) {
    return error("index-unreadable", {}, {state->file, failure.get_msg()});
  }
  return Searcher(std::move(state));
}

Result<Searcher> Searcher::open_all(const std::vector<std::string>& databases) {
  auto state = std::make_unique<State>();
  try {
    for (const std::string& where : databases) state->add(where);
    state->collection("");
  } catch (const Xapian::Error& failure) {
    return error("index-unreadable", {}, {state->file, failure.get_msg()});
  }
  return Searcher(std::move(state));
}

Result<Answer> Searcher::search(const Query& query) {
  CONGBO_TRY([[maybe_unused]] Done checked, check_limits(query));
  try {
    Collection& collection = state_->collection(query.portal);
    const TermStatistics statistics = collection.statistics();
    CONGBO_TRY(QueryPlan plan, plan_query(query.text, statistics));
    std::string corrected;
    if (query.spelling == Spelling::repair) corrected = corrected_text(query.text, statistics, collection.lexicon());
    if (!corrected.empty()) {
      CONGBO_TRY(plan, plan_query(corrected, statistics));
    }
    Answer answer = collection.answer(plan, query);
    if (!corrected.empty()) answer.corrected = dressed_text(corrected, titles_of(answer.hits));
    const bool by_relevance = query.order == SortOrder::relevance && !plan.everything;
    const bool is_long = tokenize(query.text).size() >= least_title;
    if (by_relevance && is_long && query.offset == 0 && plan.whole_number.empty())
      put_titled_first(answer.hits, folded_words(corrected.empty() ? query.text : corrected));
    const auto& bets = collection.vocabulary().best_bets;
    if (const auto bet = bets.find(folded_words(query.text)); bet != bets.end()) answer.best_bets = bet->second;
    return answer;
  } catch (const Xapian::Error& failure) {
    return error("index-unreadable", {}, {std::string(index_file), failure.get_msg()});
  }
}

Result<std::vector<Suggestion>> Searcher::suggest(const std::string& text, const std::string& portal) {
  try {
    if (text.size() > 4 * most_code_points) return std::vector<Suggestion>();
    return state_->collection(portal).suggest(text);
  } catch (const Xapian::Error& failure) {
    return error("index-unreadable", {}, {std::string(index_file), failure.get_msg()});
  }
}

std::size_t Searcher::document_count() const {
  return state_->collection("").document_count();
}

bool Searcher::has_portal(const std::string& portal) {
  if (portal.empty() || state_->portals.count(portal) > 0) return true;
  return state_->collection("").statistics().frequency(boolean_term(portal_prefix, portal)) > 0;
}

const std::string& Searcher::release() const {
  return state_->collection("").release();
}

Searcher::Searcher(std::unique_ptr<State> state) : state_(std::move(state)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

}  // namespace congbo::search
