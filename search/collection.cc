// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/collection.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "search/card.h"
#include "search/snippet.h"
#include "search/terms.h"

namespace congbo::search {
namespace {

constexpr std::size_t beyond_the_cut = 32;  // fetched besides, to see where equal scores end

// Tuned on questions about legal texts: k1, b; k2 = 0 keeps scores a plain sum over terms.
Xapian::BM25Weight weighting() {
  return Xapian::BM25Weight(1.2, 0, 1, 0.75, 0.5);
}

// Sums over the same terms in another order differ in the last places; documents that are alike must stay so.
double rounded(double score) {
  return std::floor(score * 1e9 + 0.5) / 1e9;
}

class CountingSpy : public Xapian::MatchSpy {
 public:
  explicit CountingSpy(FacetCounter& counter) : counter_(counter) {}
  void operator()(const Xapian::Document& document, double) override { counter_.count(document.get_docid()); }

 private:
  FacetCounter& counter_;
};

void narrow(Xapian::Query& query, char prefix, const Choices& choices) {
  if (choices.empty()) return;
  std::vector<Xapian::Query> any;
  for (const std::string& id : choices) any.emplace_back(boolean_term(prefix, id));
  query = Xapian::Query(Xapian::Query::OP_FILTER, query, Xapian::Query(Xapian::Query::OP_OR, any.begin(), any.end()));
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
  constexpr std::array<char, facet_names.size()> prefixes = {type_prefix, unit_prefix, field_prefix, year_prefix,
                                                             validity_prefix};
  for (std::size_t i = 0; i < prefixes.size(); ++i) narrow(whole, prefixes[i], query.*facet_names[i].choices);
  return whole;
}

Hit make_hit(const Xapian::Document& document, double score, const QueryPlan& plan) {
  SearchDocument card = decode_card(document.get_data());
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
  hit.validity = std::move(card.validity);
  hit.validity_label = std::move(card.validity_label);
  hit.published = std::move(card.published);
  hit.updated = std::move(card.updated);
  hit.portal = std::move(card.portal);
  hit.language = std::move(card.language);
  hit.score = score;
  return hit;
}

// Several databases know several parts of the lexicon.
Lexicon joined(const std::vector<Xapian::Database>& parts) {
  std::map<std::string, std::uint32_t> all;
  for (const Xapian::Database& part : parts)
    for (const auto& [word, documents] : read_lexicon(part.get_metadata(std::string(lexicon_key))))
      all[word] += documents;
  return {all.begin(), all.end()};
}

Xapian::Database together(const std::vector<Xapian::Database>& parts) {
  Xapian::Database all;
  for (const Xapian::Database& part : parts) all.add_database(part);
  return all;
}

}  // namespace

Collection::Collection(const std::vector<Xapian::Database>& parts)
    : parts_(parts),
      index_(together(parts)),
      facets_(read_facets(parts_, index_)),
      lexicon_(joined(parts_)),
      vocabulary_(vocabulary_of(metadata(concepts_key), metadata(best_bets_key))) {
  for (const Xapian::Database& part : parts_) {
    const std::string release = part.get_metadata(std::string(release_key));
    if (release_.find(release) == std::string::npos) release_ += (release_.empty() ? "" : " ") + release;
  }
}

std::string Collection::metadata(std::string_view key) const {
  std::string text;
  for (const Xapian::Database& part : parts_) text += part.get_metadata(std::string(key));
  return text;
}

TermStatistics Collection::statistics() const {
  return {index_.get_doccount(), [this](const std::string& term) { return index_.get_termfreq(term); }, &vocabulary_};
}

std::vector<Suggestion> Collection::suggest(const std::string& text) const {
  const std::string folded = folded_words(text);
  std::vector<Suggestion> found;
  for (const std::size_t letters : {2, 3}) {
    const std::string key = suggestion_key(folded, letters);
    if (key.empty()) break;
    for (Suggestion& one : matching_suggestions(metadata(std::string(suggestions_key) + key), folded))
      found.push_back(std::move(one));
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.folded < b.folded; });
  if (found.size() > most_suggestions) found.resize(most_suggestions);
  return found;
}

// Every document that matches, whatever the facets' own filters say.
void Collection::count_facets(const Xapian::Query& whole, FacetCounter& counter) const {
  CountingSpy spy(counter);
  Xapian::Enquire enquire(index_);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(whole);
  enquire.add_matchspy(&spy);
  enquire.get_mset(0, 1, index_.get_doccount());
}

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
      if (tied) ranked[i].ordinal = index_.get_document(ranked[i].id).get_value(ordinal_slot);
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

Answer Collection::answer(const QueryPlan& plan, const Query& query) const {
  const Xapian::Query whole = text_query(plan, query);
  FacetCounter counter(facets_, query);
  Xapian::Enquire enquire(index_);
  enquire.set_query(filtered_query(whole, query));
  std::vector<Ranked> ranked;
  CountingSpy spy(counter);
  bool counted = false;
  if (query.order == SortOrder::date || plan.everything) {
    Xapian::MultiValueKeyMaker newest_first;
    newest_first.add_value(date_slot, true);
    newest_first.add_value(ordinal_slot);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_sort_by_key(&newest_first, false);
    const Xapian::MSet matches =
        enquire.get_mset(static_cast<Xapian::doccount>(query.offset), static_cast<Xapian::doccount>(query.limit));
    for (auto match = matches.begin(); match != matches.end(); ++match) ranked.push_back({*match, 0, {}});
  } else {
    enquire.set_weighting_scheme(weighting());
    counted = std::all_of(facet_names.begin(), facet_names.end(),
                          [&](const FacetName& facet) { return (query.*facet.choices).empty(); });
    ranked = rank(enquire, query, counted ? &spy : nullptr);
  }
  if (!counted) count_facets(whole, counter);
  Answer result;
  for (const Ranked& one : ranked) result.hits.push_back(make_hit(index_.get_document(one.id), one.score, plan));
  result.total = counter.total();
  result.facets = counter.facets();
  result.direct = query.offset == 0 && !result.hits.empty() && !plan.whole_number.empty() &&
                  index_.get_termfreq(plan.whole_number) == 1;
  result.release = release_;
  return result;
}

}  // namespace congbo::search
