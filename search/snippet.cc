// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/snippet.h"

#include <algorithm>
#include <map>
#include <vector>

#include "generator/base/html_escape.h"
#include "search/scanner.h"

namespace congbo::search {
namespace {

constexpr std::size_t longest_snippet = 600;  // bytes of text; punctuation alone may be long too
constexpr double repeated_share = 0.2;        // what a second occurrence of the same is worth
constexpr std::size_t farthest_clause = 8;    // syllables to go back for a natural beginning

struct Word {
  std::size_t begin = 0, end = 0;
  bool clause_start = false;
  int match = -1;  // index of what it matches, −1 for nothing
  bool marked = false;
};

class Window {
 public:
  explicit Window(const std::vector<double>& weights) : weights_(weights), counts_(weights.size()) {}
  void add(int match) {
    if (match >= 0) score_ += counts_[match]++ == 0 ? weights_[match] : repeated_share * weights_[match];
  }
  void remove(int match) {
    if (match >= 0) score_ -= --counts_[match] == 0 ? weights_[match] : repeated_share * weights_[match];
  }
  double score() const { return score_; }

 private:
  const std::vector<double>& weights_;
  std::vector<int> counts_;
  double score_ = 0;
};

class Marker {
 public:
  Marker(std::string_view text, const QueryPlan& plan) : text_(text) {
    for (const Highlight& syllable : plan.syllables) learn(syllable);
    for (const Highlight& pair : plan.pairs) learn(pair);
    read();
  }

  bool any() const {
    return std::any_of(words_.begin(), words_.end(), [](const Word& word) { return word.marked; });
  }

  std::string densest(std::size_t window) const {
    const std::size_t begin = natural_begin(best_begin(window), window);
    return print(begin, std::min(words_.size(), begin + window));
  }

 private:
  void learn(const Highlight& highlight) {
    if (numbers_.emplace(highlight.term, static_cast<int>(weights_.size())).second)
      weights_.push_back(highlight.weight);
  }

  int number_of(const std::string& term) const {
    const auto found = numbers_.find(term);
    return found == numbers_.end() ? -1 : found->second;
  }

  void read() {
    Scanner scanner(text_);
    std::string before;
    while (scanner.next()) {
      Word word{scanner.begin(), scanner.end(), scanner.clause_start(), -1, false};
      std::string folded(scanner.folded());
      before.append(1, '_').append(folded);
      const int pair = word.clause_start ? -1 : number_of(before);
      const int alone = number_of(folded);
      word.match = pair >= 0 ? pair : alone;
      word.marked = word.match >= 0;
      if (pair >= 0) words_.back().marked = true;
      words_.push_back(word);
      before = std::move(folded);
    }
  }

  std::size_t best_begin(std::size_t size) const {
    Window window(weights_);
    std::size_t best = 0;
    double best_score = -1;
    for (std::size_t end = 0; end < words_.size(); ++end) {
      window.add(words_[end].match);
      if (end >= size) window.remove(words_[end - size].match);
      if (window.score() > best_score + 1e-9) {
        best_score = window.score();
        best = end + 1 > size ? end + 1 - size : 0;
      }
    }
    return best;
  }

  // The window as found ends with what matched; so it may slide: to a clause start, with what follows the match in
  // sight.
  std::size_t natural_begin(std::size_t best, std::size_t size) const {
    std::size_t first = best;
    while (first < words_.size() && !words_[first].marked) ++first;
    if (first == words_.size()) return best;
    const std::size_t earliest = first > farthest_clause ? first - farthest_clause : 0;
    std::size_t last = std::min(words_.size(), best + size);
    while (last > first && !words_[last - 1].marked) --last;
    for (std::size_t i = first + 1; i-- > earliest;) {
      if (words_[i].clause_start && last <= i + size) return i;
    }
    return last <= earliest + size ? earliest : best;
  }

  std::string print(std::size_t begin, std::size_t end) const {
    if (begin >= end) return {};
    std::string html = begin > 0 ? "… " : "";
    std::size_t at = words_[begin].begin;
    const std::size_t limit = at + longest_snippet;
    bool complete = end == words_.size();
    for (std::size_t i = begin; i < end; ++i) {
      if (words_[i].end > limit) {
        complete = false;
        break;
      }
      append_gap(html, text_.substr(at, words_[i].begin - at), i, begin);
      append_html_escaped(html, text_.substr(words_[i].begin, words_[i].end - words_[i].begin));
      if (words_[i].marked && (i + 1 >= end || !joined(i + 1))) html += "</mark>";
      at = words_[i].end;
    }
    close_mark(html);
    return html + (complete ? "" : " …");
  }

  // Text between words, and the beginning of a mark, which runs on over neighbours that both matched.
  void append_gap(std::string& html, std::string_view gap, std::size_t i, std::size_t begin) const {
    std::string flat(gap);
    std::replace_if(
        flat.begin(), flat.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    append_html_escaped(html, flat);
    if (words_[i].marked && (i == begin || !joined(i))) html += "<mark>";
  }

  bool joined(std::size_t i) const { return words_[i].marked && words_[i - 1].marked && !words_[i].clause_start; }

  // The length limit may have cut a run of marked words.
  static void close_mark(std::string& html) {
    const std::size_t open = html.rfind("<mark>");
    if (open != std::string::npos && html.find("</mark>", open) == std::string::npos) html += "</mark>";
  }

  std::string_view text_;
  std::map<std::string, int> numbers_;
  std::vector<double> weights_;
  std::vector<Word> words_;
};

}  // namespace

std::string make_snippet(std::string_view text, const QueryPlan& plan, std::size_t window) {
  const Marker marker(text, plan);
  return marker.any() ? marker.densest(window) : std::string();
}

std::string beginning_of(std::string_view text, std::size_t window) {
  return Marker(text, {}).densest(window);
}

}  // namespace congbo::search
