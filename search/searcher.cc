// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/searcher.h"

#include <xapian.h>

#include <filesystem>

#include "search/card.h"
#include "search/facets.h"
#include "search/query_plan.h"
#include "search/snippet.h"
#include "search/terms.h"

namespace congbo::search {
namespace {

constexpr std::size_t most_offset = 1000;
constexpr std::size_t most_limit = 50;

// Tuned on questions about legal texts: k1, b; k2 = 0 keeps scores a plain sum over terms.
Xapian::BM25Weight weighting() {
  return Xapian::BM25Weight(1.2, 0, 1, 0.75, 0.5);
}

class CountingSpy : public Xapian::MatchSpy {
 public:
  explicit CountingSpy(FacetCounter& counter) : counter_(counter) {}
  void operator()(const Xapian::Document& document, double) override { counter_.count(document.get_docid()); }

 private:
  FacetCounter& counter_;
};

void narrow(Xapian::Query& query, char prefix, const std::string& value) {
  if (value.empty()) return;
  query = Xapian::Query(Xapian::Query::OP_FILTER, query, Xapian::Query(boolean_term(prefix, value)));
}

// What was typed, within the portal and language asked for.
Xapian::Query text_query(const QueryPlan& plan, const Query& query) {
  std::vector<Xapian::Query> ranked;
  for (const PlannedTerm& planned : plan.ranked) {
    const Xapian::Query term(planned.term);
    ranked.push_back(planned.factor == 1 ? term : Xapian::Query(planned.factor, term));
  }
  Xapian::Query whole =
      plan.everything ? Xapian::Query::MatchAll : Xapian::Query(Xapian::Query::OP_OR, ranked.begin(), ranked.end());
  if (!plan.required.empty()) {
    const Xapian::Query required(Xapian::Query::OP_AND, plan.required.begin(), plan.required.end());
    whole = Xapian::Query(Xapian::Query::OP_FILTER, whole, required);
  }
  narrow(whole, portal_prefix, query.portal);
  narrow(whole, language_prefix, query.language);
  return whole;
}

Xapian::Query filtered_query(Xapian::Query whole, const Query& query) {
  narrow(whole, type_prefix, query.type);
  narrow(whole, unit_prefix, query.unit);
  narrow(whole, field_prefix, query.field);
  narrow(whole, year_prefix, query.year != 0 ? std::to_string(query.year) : std::string());
  return whole;
}

Hit make_hit(const Xapian::MSetIterator& match, const QueryPlan& plan) {
  SearchDocument card = decode_card(match.get_document().get_data());
  Hit hit;
  hit.snippet = make_snippet(card.body, plan);
  if (hit.snippet.empty()) hit.snippet = make_snippet(card.summary, plan);
  if (hit.snippet.empty()) hit.snippet = beginning_of(card.summary.empty() ? card.body : card.summary);
  hit.id = std::move(card.id);
  hit.address = std::move(card.address);
  hit.title = std::move(card.title);
  hit.summary = std::move(card.summary);
  hit.number = std::move(card.number);
  hit.type = std::move(card.type);
  hit.type_label = std::move(card.type_label);
  hit.unit = std::move(card.unit);
  hit.unit_label = std::move(card.unit_label);
  hit.date = std::move(card.date);
  hit.published = std::move(card.published);
  hit.updated = std::move(card.updated);
  hit.portal = std::move(card.portal);
  hit.language = std::move(card.language);
  hit.score = match.get_weight();
  return hit;
}

Result<Done> check_limits(const Query& query) {
  if (query.offset > most_offset)
    return error("query-offset", {}, {std::to_string(query.offset), std::to_string(most_offset)});
  if (query.limit < 1 || query.limit > most_limit) {
    return error("query-limit", {}, {std::to_string(query.limit), std::to_string(most_limit)});
  }
  return Done{};
}

}  // namespace

struct Searcher::Database {
  Xapian::Database index;
  FacetColumns facets;
  std::string release;

  explicit Database(const std::string& file)
      : index(file), facets(read_facets(index)), release(index.get_metadata(std::string(release_key))) {}

  TermStatistics statistics() const {
    return {index.get_doccount(), [this](const std::string& term) { return index.get_termfreq(term); }};
  }

  Answer answer(const QueryPlan& plan, const Query& query) const;
  void count_facets(const Xapian::Query& whole, FacetCounter& counter) const;
};

// Every document that matches, whatever the facets' own filters say.
void Searcher::Database::count_facets(const Xapian::Query& whole, FacetCounter& counter) const {
  CountingSpy spy(counter);
  Xapian::Enquire enquire(index);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(whole);
  enquire.add_matchspy(&spy);
  enquire.get_mset(0, 1, index.get_doccount());
}

Answer Searcher::Database::answer(const QueryPlan& plan, const Query& query) const {
  const Xapian::Query whole = text_query(plan, query);
  FacetCounter counter(facets, query);
  CountingSpy spy(counter);
  Xapian::Enquire enquire(index);
  enquire.set_weighting_scheme(weighting());
  enquire.set_query(filtered_query(whole, query));
  if (query.order == SortOrder::date || plan.everything) enquire.set_sort_by_value_then_relevance(date_slot, true);
  const bool separate_count = has_facet_filter(query);
  if (!separate_count) enquire.add_matchspy(&spy);
  const Xapian::MSet matches =
      enquire.get_mset(static_cast<Xapian::doccount>(query.offset), static_cast<Xapian::doccount>(query.limit),
                       separate_count ? 0 : index.get_doccount());
  if (separate_count) count_facets(whole, counter);
  Answer result;
  for (auto match = matches.begin(); match != matches.end(); ++match) result.hits.push_back(make_hit(match, plan));
  result.total = counter.total();
  result.facets = counter.facets();
  result.release = release;
  return result;
}

Result<Searcher> Searcher::open(const std::string& folder) {
  const std::string file = folder + "/" + std::string(index_file);
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) return error("index-missing", {}, {file});
  try {
    auto database = std::make_unique<Database>(file);
    const std::string version = database->index.get_metadata(std::string(version_key));
    if (version != std::to_string(index_version)) return error("index-unreadable", {}, {file, "version " + version});
    return Searcher(std::move(database));
  } catch (const Xapian::Error& failure) {
    return error("index-unreadable", {}, {file, failure.get_msg()});
  }
}

Result<Answer> Searcher::search(const Query& query) {
  CONGBO_TRY([[maybe_unused]] Done checked, check_limits(query));
  try {
    CONGBO_TRY(const QueryPlan plan, plan_query(query.text, database_->statistics()));
    return database_->answer(plan, query);
  } catch (const Xapian::Error& failure) {
    return error("index-unreadable", {}, {std::string(index_file), failure.get_msg()});
  }
}

std::size_t Searcher::document_count() const {
  return database_->index.get_doccount();
}

Searcher::Searcher(std::unique_ptr<Database> database) : database_(std::move(database)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

}  // namespace congbo::search
