// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/collection.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "search/card.h"
#include "search/snippet.h"
#include "search/terms.h"
#include "search/title_matches.h"
#include "search/value_column.h"

namespace congbo::search {
namespace {

// Tuned on questions about legal texts.
constexpr double saturation = 1.2;       // k1
constexpr double length_share = 0.75;    // b
constexpr double shortest_length = 0.5;  // as a share of the average

// As Xapian weighs a term that `frequency` of so many documents have.
double rarity(double documents, double frequency) {
  const double odds = (documents - frequency + 0.5) / (frequency + 0.5);
  return std::log(odds < 2 ? odds * 0.5 + 1 : odds);
}

// A page and its parts, which have the same facets, count once.
class CountingSpy : public Xapian::MatchSpy {
 public:
  CountingSpy(FacetCounter& counter, const Groups& groups)
      : counter_(counter), groups_(groups), seen_(groups.empty() ? 0 : groups.count() + 1) {}
  void operator()(const Xapian::Document& document, double) override { count(document.get_docid()); }
  void count(Xapian::docid id) {
    const std::uint32_t group = groups_.of(id);
    if (group == 0 || !std::exchange(seen_[group], 1)) counter_.count(id);
  }

 private:
  FacetCounter& counter_;
  const Groups& groups_;
  std::vector<char> seen_;
};

void narrow(Xapian::Query& query, char prefix, const Choices& choices) {
  if (choices.empty()) return;
  std::vector<Xapian::Query> any;
  for (const std::string& id : choices) any.emplace_back(boolean_term(prefix, id));
  query = Xapian::Query(Xapian::Query::OP_FILTER, query, Xapian::Query(Xapian::Query::OP_OR, any.begin(), any.end()));
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

void add_part(const Xapian::Document& document, const QueryPlan& plan, Hit& hit) {
  const SearchDocument card = decode_card(document.get_data());
  hit.part = card.part;
  hit.part_address = card.link;
  hit.part_snippet = make_snippet(card.body, plan);
}

// Several indexes know several parts of the lexicon.
Lexicon joined(const std::vector<Segment>& segments) {
  std::map<std::string, std::uint32_t> all;
  for (const Segment& segment : segments)
    for (const auto& [word, documents] : read_lexicon(segment.metadata(lexicon_key))) all[word] += documents;
  return {all.begin(), all.end()};
}

Xapian::Database together(const std::vector<Segment>& segments) {
  Xapian::Database all;
  for (const Segment& segment : segments) {
    all.add_database(segment.base);
    if (segment.delta) all.add_database(*segment.delta);
  }
  return all;
}

}  // namespace

Collection::Collection(const std::vector<Segment>& segments)
    : segments_(segments),
      index_(together(segments)),
      lexicon_(joined(segments)),
      vocabulary_(vocabulary_of(metadata(concepts_key), metadata(best_bets_key))) {
  const Labels labels = labels_of(metadata(labels_key));
  for (const Segment& segment : segments_) {
    std::vector<Xapian::Database> databases{segment.base};
    if (segment.delta) databases.push_back(*segment.delta);
    const Reach reach = segment.remote ? Reach::elsewhere : Reach::here;
    facets_.push_back(
        {together({segment}), read_facets(databases, labels, reach), Groups(databases, reach), !segment.remote});
    has_parts_ = has_parts_ || !facets_.back().groups.empty();
    const std::string release = segment.metadata(release_key);
    if (release_.find(release) == std::string::npos) release_ += (release_.empty() ? "" : " ") + release;
  }
  subtract_removed();
  if (std::any_of(segments_.begin(), segments_.end(), [](const Segment& one) { return one.remote; }))
    ordinals_ = value_column(index_, ordinal_slot, Reach::elsewhere);
}

// Documents that were removed are still in a base that never changes. They are left out of the answers and of every
// figure, so that scores are those of an index that never had them.
void Collection::subtract_removed() {
  documents_ = index_.get_doccount();
  double length = static_cast<double>(index_.get_total_length());
  RemovedDocuments::Ids removed;
  for (const Segment& segment : segments_) {
    if (segment.removed.empty()) continue;
    documents_ -= static_cast<std::uint32_t>(segment.removed.size());
    length -= static_cast<double>(segment.lost_length);
    removed[segment.base.get_uuid()] = segment.removed;
  }
  if (removed.empty()) return;
  removed_ = std::make_shared<const RemovedDocuments::Ids>(std::move(removed));
  if (documents_ > 0 && length > 0) length_ratio_ = length / documents_ / index_.get_average_length();
}

std::uint32_t Collection::frequency(const std::string& term) const {
  std::uint32_t documents = index_.get_termfreq(term);
  for (const Segment& segment : segments_)
    if (const auto lost = segment.lost.find(term); lost != segment.lost.end()) documents -= lost->second;
  return documents;
}

// Xapian reckons with the average length and the frequencies of all documents, removed ones too. With other parameters
// and scales its sum over the terms is what it would be without them: k1'·b'·ratio = k1·b and k1'·(1 − b') = k1·(1 −
// b).
Xapian::BM25Weight Collection::weighting() const {
  if (!removed_) return Xapian::BM25Weight(saturation, 0, 1, length_share, shortest_length);
  const double k1 = scaled_saturation();
  return Xapian::BM25Weight(k1, 0, 1, 1 - saturation * (1 - length_share) / k1, shortest_length * length_ratio_);
}

double Collection::scaled_saturation() const {
  return saturation * length_share / length_ratio_ + saturation * (1 - length_share);
}

double Collection::scale_of(const std::string& term) const {
  if (!removed_) return 1;
  return rarity(documents_, frequency(term)) / rarity(index_.get_doccount(), index_.get_termfreq(term)) *
         (saturation + 1) / (scaled_saturation() + 1);
}

std::string Collection::metadata(std::string_view key) const {
  std::string text;
  for (const Segment& segment : segments_) text += segment.metadata(key);
  return text;
}

TermStatistics Collection::statistics() const {
  return {documents_, [this](const std::string& term) { return frequency(term); }, &vocabulary_};
}

// What was typed, within the portal and language asked for.
Xapian::Query Collection::text_query(const QueryPlan& plan, const Query& query) const {
  std::vector<Xapian::Query> ranked;
  for (const PlannedTerm& planned : plan.ranked) {
    const Xapian::Query term(planned.term);
    const double factor = planned.factor * scale_of(planned.term);
    ranked.push_back(factor == 1 ? term : Xapian::Query(factor, term));
  }
  const Xapian::Query part{std::string(part_term)};
  Xapian::Query whole = plan.everything ? Xapian::Query(Xapian::Query::OP_AND_NOT, Xapian::Query::MatchAll, part)
                                        : Xapian::Query(Xapian::Query::OP_OR, ranked.begin(), ranked.end());
  if (!plan.required.empty()) {
    const Xapian::Query required(Xapian::Query::OP_AND, plan.required.begin(), plan.required.end());
    whole = Xapian::Query(Xapian::Query::OP_FILTER, whole, required);
  }
  narrow(whole, portal_prefix, query.portal);
  narrow(whole, language_prefix, query.language);
  if (removed_)
    whole = Xapian::Query(Xapian::Query::OP_AND_NOT, whole, Xapian::Query((new RemovedDocuments(removed_))->release()));
  return whole;
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
  if (found.size() < most_suggestions && !folded.empty())
    for (Suggestion& one : title_matches(segments_, folded)) {
      const auto same = [&one](const Suggestion& other) { return other.address == one.address; };
      if (std::none_of(found.begin(), found.end(), same)) found.push_back(std::move(one));
    }
  if (found.size() > most_suggestions) found.resize(most_suggestions);
  return found;
}

// Every document that matches, whatever the facets' own filters say.
void Collection::count_facets(const Xapian::Query& whole, const Query& query, Answer& answer) const {
  for (const Facets& one : facets_) {
    FacetCounter counter(one.columns, query);
    CountingSpy spy(counter, one.groups);
    Xapian::Enquire enquire(one.index);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(whole);
    if (one.spied) enquire.add_matchspy(&spy);
    const Xapian::doccount all = one.index.get_doccount();
    const Xapian::MSet matches = enquire.get_mset(0, one.spied ? 1 : all, all);
    if (!one.spied)
      for (auto match = matches.begin(); match != matches.end(); ++match) spy.count(*match);
    answer.total += counter.total();
    counter.add_to(answer.facets);
  }
}

// A part is shown as its page, with the place where the answer stands.
std::vector<Hit> Collection::hits(const std::vector<Ranked>& ranked, const QueryPlan& plan,
                                  const Xapian::Query& whole) const {
  std::vector<Hit> hits;
  for (const Ranked& one : ranked) {
    const Xapian::Document document = index_.get_document(one.id);
    const std::string group = has_parts_ && !plan.everything ? decode_card(document.get_data()).group : std::string();
    if (group.empty()) {
      hits.push_back(make_hit(document, one.score, plan));
      continue;
    }
    const Located place = locate(index_, weighting(), whole, group);
    hits.push_back(make_hit(index_.get_document(place.page), one.score, plan));
    if (place.part != 0) add_part(index_.get_document(place.part), plan, hits.back());
  }
  return hits;
}

Answer Collection::answer(const QueryPlan& plan, const Query& query) const {
  const Xapian::Query whole = text_query(plan, query);
  FacetCounter counter(facets_.front().columns, query);
  Xapian::Enquire enquire(index_);
  enquire.set_query(filtered_query(whole, query));
  if (has_parts_) enquire.set_collapse_key(group_slot);
  std::vector<Ranked> ranked;
  CountingSpy spy(counter, facets_.front().groups);
  bool counted = false;
  if (query.order == SortOrder::date || plan.everything) {
    ranked = by_date(enquire, query);
  } else {
    enquire.set_weighting_scheme(weighting());
    counted = facets_.size() == 1 && facets_.front().spied &&
              std::all_of(facet_names.begin(), facet_names.end(),
                          [&](const FacetName& facet) { return (query.*facet.choices).empty(); });
    ranked = rank(enquire, query, counted ? &spy : nullptr);
  }
  Answer result;
  if (counted) {
    result.total = counter.total();
    counter.add_to(result.facets);
  } else {
    count_facets(whole, query, result);
  }
  result.hits = hits(ranked, plan, whole);
  result.direct =
      query.offset == 0 && !result.hits.empty() && !plan.whole_number.empty() && frequency(plan.whole_number) == 1;
  result.release = release_;
  return result;
}

}  // namespace congbo::search
