// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/snippet.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "generator/base/html_escape.h"
#include "search/scanner.h"

namespace congbo::search {

// What is marked, asked for every word of texts that have few such words.
class Highlights {
 public:
  explicit Highlights(const QueryPlan& plan) {
    for (const Highlight& one : plan.syllables) syllables_[learn(one.term)].place = weigh(one);
    for (const Highlight& one : plan.pairs) {
      const std::size_t line = one.term.find('_');
      const std::size_t first = learn(one.term.substr(0, line)), second = learn(one.term.substr(line + 1));
      pairs_.push_back({first, second, weigh(one)});
    }
  }

  // Which syllable of the question it is; `unknown` for any other.
  std::size_t number_of(std::string_view folded) const {
    if ((hashes_ >> hash_of(folded) & 1) == 0) return unknown;
    for (std::size_t i = 0; i < syllables_.size(); ++i)
      if (syllables_[i].folded == folded) return i;
    return unknown;
  }

  // Where weights() has a syllable, and two that stand together; −1 for nowhere.
  int alone(std::size_t syllable) const { return syllable == unknown ? -1 : syllables_[syllable].place; }
  int together(std::size_t first, std::size_t second) const {
    if (first == unknown || second == unknown) return -1;
    for (const Pair& one : pairs_)
      if (one.first == first && one.second == second) return one.place;
    return -1;
  }

  const std::vector<double>& weights() const { return weights_; }

  static constexpr std::size_t unknown = SIZE_MAX;

 private:
  struct Syllable {
    std::string folded;
    int place = -1;
  };
  struct Pair {
    std::size_t first, second;
    int place;
  };

  static unsigned hash_of(std::string_view folded) {
    return (static_cast<unsigned char>(folded.front()) * 31U + static_cast<unsigned char>(folded.back()) * 7U +
            static_cast<unsigned>(folded.size())) %
           64;
  }

  std::size_t learn(const std::string& folded) {
    const std::size_t known = number_of(folded);
    if (known != unknown) return known;
    hashes_ |= std::uint64_t{1} << hash_of(folded);
    syllables_.push_back({folded});
    return syllables_.size() - 1;
  }

  int weigh(const Highlight& one) {
    weights_.push_back(one.weight);
    return static_cast<int>(weights_.size()) - 1;
  }

  std::vector<Syllable> syllables_;
  std::vector<Pair> pairs_;
  std::vector<double> weights_;
  std::uint64_t hashes_ = 0;  // a bit for each syllable
};

namespace {

constexpr std::size_t longest_snippet = 600;  // bytes of text; punctuation alone may be long too
constexpr double repeated_share = 0.2;        // what a second occurrence of the same is worth
constexpr std::size_t farthest_clause = 8;    // syllables to go back for a natural beginning

struct Word {
  std::uint32_t begin = 0, end = 0;
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

// How many bytes of what lines to be filled in are made of stand at the beginning; 0 for none.
std::size_t leader_size(std::string_view text) {
  constexpr std::string_view ellipsis = "…";
  if (text.starts_with('.') || text.starts_with('_')) return 1;
  return text.starts_with(ellipsis) ? ellipsis.size() : 0;
}

// On one line, and lines to be filled in by hand («Họ tên: ........») as "…".
std::string flattened(std::string_view gap) {
  constexpr std::size_t least = 4;
  std::string flat;
  while (!gap.empty()) {
    std::size_t size = 0, leaders = 0;
    while (const std::size_t more = leader_size(gap.substr(size))) {
      size += more;
      ++leaders;
    }
    flat += leaders >= least ? "…" : gap.substr(0, size);
    gap.remove_prefix(size);
    if (gap.empty()) break;
    flat += static_cast<unsigned char>(gap[0]) < 0x20 ? ' ' : gap[0];
    gap.remove_prefix(1);
  }
  return flat;
}

class Marker {
 public:
  Marker(std::string_view text, const Highlights& highlights) : text_(text), highlights_(highlights) { read(); }

  bool any() const {
    return std::any_of(words_.begin(), words_.end(), [](const Word& word) { return word.marked; });
  }

  std::string densest(std::size_t window) const {
    const std::size_t begin = natural_begin(best_begin(window), window);
    return print(begin, std::min(words_.size(), begin + window));
  }

 private:
  void read() {
    constexpr std::size_t bytes_a_word = 4;  // rather less than they have
    words_.reserve(text_.size() / bytes_a_word);
    Scanner scanner(text_);
    std::size_t before = Highlights::unknown;
    while (scanner.next()) {
      Word word{static_cast<std::uint32_t>(scanner.begin()), static_cast<std::uint32_t>(scanner.end()),
                scanner.clause_start(), -1, false};
      const std::size_t syllable = highlights_.number_of(scanner.folded());
      const int pair = word.clause_start ? -1 : highlights_.together(before, syllable);
      word.match = pair >= 0 ? pair : highlights_.alone(syllable);
      word.marked = word.match >= 0;
      if (pair >= 0) words_.back().marked = true;
      words_.push_back(word);
      before = syllable;
    }
  }

  std::size_t best_begin(std::size_t size) const {
    Window window(highlights_.weights());
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
    append_html_escaped(html, flattened(gap));
    if (words_[i].marked && (i == begin || !joined(i))) html += "<mark>";
  }

  bool joined(std::size_t i) const { return words_[i].marked && words_[i - 1].marked && !words_[i].clause_start; }

  // The length limit may have cut a run of marked words.
  static void close_mark(std::string& html) {
    const std::size_t open = html.rfind("<mark>");
    if (open != std::string::npos && html.find("</mark>", open) == std::string::npos) html += "</mark>";
  }

  std::string_view text_;
  const Highlights& highlights_;
  std::vector<Word> words_;
};

}  // namespace

SnippetMaker::SnippetMaker(const QueryPlan& plan) : highlights_(std::make_unique<Highlights>(plan)) {}

SnippetMaker::~SnippetMaker() = default;

std::string SnippetMaker::make(std::string_view text, std::size_t window) const {
  const Marker marker(text, *highlights_);
  return marker.any() ? marker.densest(window) : std::string();
}

std::string beginning_of(std::string_view text, std::size_t window) {
  const Highlights nothing{QueryPlan{}};
  return Marker(text, nothing).densest(window);
}

}  // namespace congbo::search
