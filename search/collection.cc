// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/collection.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

#include "search/analyzer.h"
#include "search/card.h"
#include "search/snippet.h"
#include "search/terms.h"
#include "search/title_matches.h"

namespace congbo::search {
namespace {

constexpr std::size_t most_frequencies = 2'000;

// As Xapian weighs a term that `frequency` of so many documents have.
double rarity(double documents, double frequency) {
  const double odds = (documents - frequency + 0.5) / (frequency + 0.5);
  return std::log(odds < 2 ? odds * 0.5 + 1 : odds);
}

Hit make_hit(const std::string& text, double score, const SnippetMaker& snippets) {
  SearchDocument card = decode_card(text);
  Hit hit;
  hit.snippet = snippets.make(card.body);
  if (hit.snippet.empty()) hit.snippet = snippets.make(card.summary);
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

void add_part(const std::string& text, const SnippetMaker& snippets, Hit& hit) {
  const SearchDocument card = decode_card(text);
  hit.part = card.part;
  hit.part_address = card.link;
  hit.part_snippet = snippets.make(card.body);
}

// Filters and the order of dates may put another before the document that was asked for.
bool has_number(const Hit& hit, const std::string& term) {
  const std::vector<std::string> terms = own_number_terms(hit.number);
  return std::find(terms.begin(), terms.end(), term) != terms.end();
}

// Several indexes know several parts of the lexicon.
Lexicon joined(const std::vector<Segment>& segments) {
  std::map<std::string, std::uint32_t> all;
  for (const Segment& segment : segments)
    for (const auto& [word, documents] : read_lexicon(segment.metadata(lexicon_key))) all[word] += documents;
  return {all.begin(), all.end()};
}

}  // namespace

Collection::Collection(const std::vector<Segment>& segments)
    : segments_(segments),
      lexicon_(joined(segments)),
      vocabulary_(vocabulary_of(metadata(concepts_key), metadata(best_bets_key))) {
  const Labels labels = labels_of(metadata(labels_key));
  std::uint64_t length = 0;
  for (const Segment& segment : segments_) {
    const Source& source = sources_.emplace_back(segment, labels);
    documents_ += source.documents();
    length += source.length();
    const std::string release = segment.metadata(release_key);
    if (release_.find(release) == std::string::npos) release_ += (release_.empty() ? "" : " ") + release;
  }
  if (length > 0) average_length_ = static_cast<double>(length) / documents_;
}

// The same terms are asked about several times a question, and by many.
std::uint32_t Collection::frequency(const std::string& term) {
  const auto known = frequencies_.find(term);
  if (known != frequencies_.end()) return known->second;
  std::uint32_t documents = 0;
  for (const Source& source : sources_) documents += source.frequency(term);
  if (frequencies_.size() >= most_frequencies) frequencies_.clear();
  frequencies_.emplace(term, documents);
  return documents;
}

std::string Collection::metadata(std::string_view key) const {
  std::string text;
  for (const Segment& segment : segments_) text += segment.metadata(key);
  return text;
}

TermStatistics Collection::statistics() {
  return {documents_, [this](const std::string& term) { return frequency(term); }, &vocabulary_};
}

// What was typed, within the portal and language asked for.
Wanted Collection::wanted(const QueryPlan& plan, const Query& query) {
  Wanted wanted{plan.everything, {}, plan.required, average_length_};
  for (const PlannedTerm& planned : plan.ranked)
    wanted.ranked.push_back({planned.term, planned.factor * rarity(documents_, frequency(planned.term))});
  if (!query.portal.empty()) wanted.required.push_back(boolean_term(portal_prefix, query.portal));
  if (!query.language.empty()) wanted.required.push_back(boolean_term(language_prefix, query.language));
  return wanted;
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

// Those that match and fail no filter, in no order; they and the facets are counted.
void Collection::rank(const Wanted& wanted, const Query& query, Answer& answer) {
  const bool counting = query.facets == FacetCounts::counted || has_filters(query);
  ranked_.clear();
  for (Source& source : sources_) {
    FacetCounter counter(source.facets(), query);
    for (const Match& match : source.matches(wanted))
      if (!counting || counter.count(match.best)) ranked_.push_back({&source, match});
    if (query.facets == FacetCounts::counted) counter.add_to(answer.facets);
  }
  answer.total = ranked_.size();
}

// By day or by score, and of equals by their ordinals, so that several segments answer as one would. Portals count
// theirs each from 0: of those the first, or else pages of results would repeat one and leave out another.
bool Collection::stands_before(const Ranked& a, const Ranked& b, SortOrder order) {
  if (order == SortOrder::date) {
    const std::string &day = a.source->date(a.match.best), &other = b.source->date(b.match.best);
    if (day != other) return day > other;
  } else if (a.match.score != b.match.score) {
    return a.match.score > b.match.score;
  }
  const std::string_view ordinal = a.source->ordinal(a.match.best), other = b.source->ordinal(b.match.best);
  if (ordinal != other) return ordinal < other;
  return std::tie(a.source, a.match.best) < std::tie(b.source, b.match.best);  // all sources are in one vector
}

Answer Collection::answer(const QueryPlan& plan, const Query& query) {
  Answer answer;
  rank(wanted(plan, query), query, answer);
  const SortOrder order = plan.everything ? SortOrder::date : query.order;
  const std::size_t begin = std::min(query.offset, ranked_.size()), end = std::min(begin + query.limit, ranked_.size());
  std::partial_sort(ranked_.begin(), ranked_.begin() + static_cast<std::ptrdiff_t>(end), ranked_.end(),
                    [order](const Ranked& a, const Ranked& b) { return stands_before(a, b, order); });
  const SnippetMaker snippets(plan);
  for (std::size_t i = begin; i < end; ++i) {
    const auto& [source, match] = ranked_[i];
    answer.hits.push_back(make_hit(source->card(match.page), order == SortOrder::date ? 0 : match.score, snippets));
    if (match.part != 0 && !plan.everything) add_part(source->card(match.part), snippets, answer.hits.back());
  }
  answer.direct = begin == 0 && end > 0 && !plan.whole_number.empty() && frequency(plan.whole_number) == 1 &&
                  has_number(answer.hits.front(), plan.whole_number);
  answer.release = release_;
  return answer;
}

}  // namespace congbo::search
