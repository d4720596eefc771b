// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/spelling.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "generator/base/lines.h"
#include "generator/base/unicode.h"
#include "generator/base/utf8.h"
#include "search/analyzer.h"
#include "search/terms.h"

namespace congbo::search {
namespace {

constexpr std::size_t most_candidates = 12;  // the most frequent: each asks for postings of its own in a browser
constexpr double doubt = 2;                  // how much more must speak for another word than for what was typed
constexpr double doubt_at_the_end = 5.5;     // of a known word with one neighbour, which says less than two
constexpr std::size_t few_tokens = 3;        // of a question so short that one mistyped word spoils it
constexpr double frequency_share = 0.3;

bool is_word(std::string_view text) {
  return text.size() >= 2 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

class Corrector {
 public:
  Corrector(const TermStatistics& statistics, const Lexicon& lexicon, std::vector<Token>& tokens)
      : statistics_(statistics), lexicon_(lexicon), tokens_(tokens) {}

  // Whether the token became another.
  bool correct(std::size_t i) {
    const std::string& typed = tokens_[i].folded;
    if (!is_word(typed) || beside_number(i) || is_abbreviation(typed)) return false;
    const bool known = is_known(typed) && !is_unseen(i);
    if (known && !stands_alone(i)) return false;
    double best = evidence(i, typed) + (known && !(has_left(i) && has_right(i)) ? doubt_at_the_end : doubt);
    std::string chosen;
    for (const std::string& candidate : candidates(typed)) {
      if (known && pairs(i, candidate) == 0) continue;
      const double value = evidence(i, candidate);
      if (value <= best) continue;
      best = value;
      chosen = candidate;
    }
    if (chosen.empty()) return false;
    tokens_[i].folded = chosen;
    return true;
  }

 private:
  bool is_known(const std::string& word) const {
    return statistics_.frequency(word) >= (statistics_.documents < small_index ? 1u : 3u);
  }
  bool has_left(std::size_t i) const { return i > 0 && !tokens_[i].clause_start; }
  bool has_right(std::size_t i) const { return i + 1 < tokens_.size() && !tokens_[i + 1].clause_start; }

  bool beside_number(std::size_t i) const {
    const auto number = [this](std::size_t at) { return tokens_[at].folded[0] >= '0' && tokens_[at].folded[0] <= '9'; };
    return (has_left(i) && number(i - 1)) || (has_right(i) && number(i + 1));
  }

  bool is_abbreviation(const std::string& word) const {
    return statistics_.vocabulary && statistics_.vocabulary->concepts.count(word) > 0;
  }

  // With one or two words what was typed counts with its marks (query_plan.cc): «đia» is none, though «địa» is.
  bool is_unseen(std::size_t i) const {
    const Token& token = tokens_[i];
    return tokens_.size() < few_tokens && token.exact != token.folded &&
           statistics_.frequency(exact_prefix + token.exact) == 0;
  }

  // A known word is doubted only between two known words that it never stands beside; in a short question one will do.
  bool stands_alone(std::size_t i) const {
    const bool left = has_left(i), right = has_right(i);
    if (!(left && right) && (tokens_.size() > few_tokens || !(left || right))) return false;
    return (!left || is_known(tokens_[i - 1].folded)) && (!right || is_known(tokens_[i + 1].folded)) &&
           pairs(i, tokens_[i].folded) == 0;
  }

  double pairs(std::size_t i, const std::string& word) const {
    double sum = 0;
    if (has_left(i)) sum += std::log(1.0 + statistics_.frequency(bigram_term(tokens_[i - 1].folded, word)));
    if (has_right(i)) sum += std::log(1.0 + statistics_.frequency(bigram_term(word, tokens_[i + 1].folded)));
    return sum;
  }

  double evidence(std::size_t i, const std::string& word) const {
    return pairs(i, word) + frequency_share * std::log(1.0 + statistics_.frequency(word));
  }

  std::vector<std::string> candidates(const std::string& typed) const {
    std::vector<const Lexicon::value_type*> near;
    for (const auto& entry : lexicon_)
      if (is_word(entry.first) && is_one_edit(typed, entry.first)) near.push_back(&entry);
    std::stable_sort(near.begin(), near.end(), [](const auto* a, const auto* b) { return a->second > b->second; });
    if (near.size() > most_candidates) near.resize(most_candidates);
    std::vector<std::string> words;
    words.reserve(near.size());
    for (const auto* entry : near) words.push_back(entry->first);
    return words;
  }

  const TermStatistics& statistics_;
  const Lexicon& lexicon_;
  std::vector<Token>& tokens_;
};

// The text with those tokens replaced for which `change`, given their number, gives something.
template <typename Change>
std::string rewritten(std::string_view text, const std::vector<Token>& tokens, const Change& change) {
  std::string result;
  std::size_t at = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    result += text.substr(at, tokens[i].begin - at);
    at = tokens[i].end;
    const std::string other = change(i);
    result += other.empty() ? text.substr(tokens[i].begin, at - tokens[i].begin) : std::string_view(other);
  }
  result += text.substr(at);
  return result;
}

}  // namespace

Lexicon read_lexicon(std::string_view text) {
  Lexicon lexicon;
  each_line(text, [&lexicon](std::string_view line) {
    const std::vector<std::string_view> fields = fields_of(line);
    std::uint32_t documents = 0;
    std::from_chars(fields.back().data(), fields.back().data() + fields.back().size(), documents);
    lexicon.emplace_back(fields.front(), documents);
  });
  return lexicon;
}

bool is_one_edit(std::string_view one, std::string_view other) {
  if (one.size() > other.size()) std::swap(one, other);
  if (other.size() - one.size() > 1 || one == other) return false;
  std::size_t same = 0;
  while (same < one.size() && one[same] == other[same]) ++same;
  if (one.size() != other.size()) return one.substr(same) == other.substr(same + 1);
  if (one.substr(same + 1) == other.substr(same + 1)) return true;
  return same + 1 < one.size() && one[same] == other[same + 1] && one[same + 1] == other[same] &&
         one.substr(same + 2) == other.substr(same + 2);
}

std::string corrected_text(std::string_view text, const TermStatistics& statistics, const Lexicon& lexicon) {
  if (!quoted_phrases(text).empty()) return {};
  std::vector<Token> tokens = tokenize(text);
  if (tokens.size() > most_syllables) return {};
  Corrector corrector(statistics, lexicon, tokens);
  bool any = false;
  const std::string corrected = rewritten(text, tokens, [&](std::size_t i) {
    const bool changed = corrector.correct(i);
    any = any || changed;
    return changed ? tokens[i].folded : std::string();
  });
  return any ? corrected : std::string();
}

std::string dressed_text(std::string_view text, std::string_view titles) {
  if (is_ascii(text)) return std::string(text);
  const std::vector<Token> words = tokenize(titles), tokens = tokenize(text);
  const auto beside = [&](std::size_t i, std::size_t step) -> const Token* {  // a step back wraps round: out of both
    if (i + step >= tokens.size()) return nullptr;
    for (std::size_t j = 0; j < words.size(); ++j)
      if (words[j].folded == tokens[i].folded && j + step < words.size() &&
          words[j + step].folded == tokens[i + step].folded)
        return &words[j];
    return nullptr;
  };
  return rewritten(text, tokens, [&](std::size_t i) {
    if (!is_word(tokens[i].folded) || tokens[i].exact != tokens[i].folded) return std::string();
    const Token* found = beside(i, static_cast<std::size_t>(-1));
    if (found == nullptr) found = beside(i, 1);
    return found ? to_lower(titles.substr(found->begin, found->end - found->begin)) : std::string();
  });
}

}  // namespace congbo::search
