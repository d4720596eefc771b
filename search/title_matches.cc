// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/title_matches.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <tuple>

#include "search/card.h"
#include "search/card_store.h"
#include "search/concepts.h"
#include "search/terms.h"

namespace congbo::search {
namespace {

constexpr std::size_t most_looked_at = 16;   // each a card that a browser fetches
constexpr std::size_t shortest_alone = 3;    // letters
constexpr std::size_t most_elsewhere = 256;  // of another machine, which is asked for the length of each
constexpr double procedures_first = 1000;

using Occurrences = std::map<Xapian::docid, std::uint64_t>;

struct Candidate {
  double share = 0;     // of the document that is those words
  std::string ordinal;  // made when few are left: within a database it is the order of the ids
  Xapian::docid id = 0;
  const Xapian::Database* index = nullptr;
};

void keep_best(std::vector<Candidate>& all, std::size_t most) {
  std::sort(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) {
    return std::tie(b.share, a.ordinal, a.id) < std::tie(a.share, b.ordinal, b.id);
  });
  if (all.size() > most) all.resize(most);
}

void add_occurrences(const Xapian::Database& index, const std::string& term, Occurrences& all) {
  for (auto at = index.postlist_begin(term); at != index.postlist_end(term); ++at)
    if (at.get_wdf() >= title_weight) all[*at] += at.get_wdf();
}

void keep_common(Occurrences& all, const Occurrences& others) {
  for (auto one = all.begin(); one != all.end();) {
    const auto other = others.find(one->first);
    if (other == others.end()) {
      one = all.erase(one);
    } else {
      one->second += other->second;
      ++one;
    }
  }
}

Occurrences occurrences_of(const Xapian::Database& index, const std::vector<std::string>& words) {
  Occurrences all;
  const std::string unfinished = words.size() > 1 ? bigram_term(words[words.size() - 2], words.back()) : words.front();
  for (auto at = index.allterms_begin(unfinished); at != index.allterms_end(unfinished); ++at)
    add_occurrences(index, *at, all);
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    Occurrences pair;
    add_occurrences(index, bigram_term(words[i - 1], words[i]), pair);
    keep_common(all, pair);
  }
  return all;
}

std::vector<Candidate> candidates_of(const Xapian::Database& index, const Segment& segment,
                                     const std::vector<std::string>& words) {
  Occurrences all = occurrences_of(index, words);
  if (all.empty()) return {};
  if (&index == &segment.base)
    for (const Xapian::docid id : segment.removed) all.erase(id);
  const std::string part(part_term), procedure(procedure_term);
  for (auto at = index.postlist_begin(part); at != index.postlist_end(part); ++at) all.erase(*at);
  std::vector<Candidate> best;
  for (const auto& [id, occurrences] : all) best.push_back({static_cast<double>(occurrences), {}, id, &index});
  if (segment.remote) keep_best(best, most_elsewhere);
  std::set<Xapian::docid> procedures;
  for (auto at = index.postlist_begin(procedure); at != index.postlist_end(procedure); ++at) procedures.insert(*at);
  for (Candidate& one : best) {
    one.share /= index.get_doclength(one.id);
    if (procedures.count(one.id)) one.share += procedures_first;
  }
  keep_best(best, most_looked_at);
  for (Candidate& one : best) one.ordinal = index.get_document(one.id).get_value(ordinal_slot);
  return best;
}

}  // namespace

std::vector<Suggestion> title_matches(const std::vector<Segment>& segments, const std::string& folded) {
  std::istringstream stream(folded);
  const std::vector<std::string> words{std::istream_iterator<std::string>(stream), {}};
  std::vector<Suggestion> found;
  if (words.empty() || (words.size() == 1 && folded.size() < shortest_alone)) return found;
  std::vector<Candidate> best;
  for (const Segment& segment : segments)
    for (const Xapian::Database* index : {&segment.base, segment.delta ? &*segment.delta : nullptr})
      if (index)
        for (Candidate& one : candidates_of(*index, segment, words)) best.push_back(std::move(one));
  keep_best(best, most_looked_at);
  for (const Candidate& one : best) {
    SearchDocument card = decode_card(kept_card(*one.index, one.id));
    std::string title = folded_words(card.title);
    if ((" " + title).find(" " + folded) == std::string::npos) continue;
    found.push_back({std::move(title), std::move(card.title), std::move(card.address), std::move(card.type_label)});
    if (found.size() == most_suggestions) break;
  }
  return found;
}

}  // namespace congbo::search
