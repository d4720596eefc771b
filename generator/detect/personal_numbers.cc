// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/detect/personal_numbers.h"

#include <algorithm>
#include <array>

#include "generator/base/unicode.h"

namespace congbo::detect {

namespace {

constexpr std::size_t number_digits = 12;
constexpr std::size_t probe_step = 6;       // of two probes that far apart, one meets a digit of any number looked for
constexpr std::size_t context_bytes = 160;  // before the number

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_separator(char c) {
  return c == ' ' || c == '.' || c == '-';
}

// A letter of any language, or something that makes the digits part of an address or a document's number.
bool joins(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_' || c == '/' || c == '%' ||
         c == '=';
}

// Digits with single separators between them: the most that could be one number.
struct Cluster {
  std::size_t begin = 0, end = 0;
};

Cluster cluster_around(std::string_view text, std::size_t at) {
  const auto belongs = [&](std::size_t i) {
    if (is_digit(text[i])) return true;
    return is_separator(text[i]) && i > 0 && i + 1 < text.size() && is_digit(text[i - 1]) && is_digit(text[i + 1]);
  };
  Cluster cluster{at, at + 1};
  while (cluster.begin > 0 && belongs(cluster.begin - 1)) --cluster.begin;
  while (cluster.end < text.size() && belongs(cluster.end)) ++cluster.end;
  return cluster;
}

struct Run {
  std::size_t begin = 0, length = 0;
};

std::vector<Run> runs_of(std::string_view text, Cluster cluster) {
  std::vector<Run> runs;
  for (std::size_t i = cluster.begin; i < cluster.end; ++i) {
    if (!is_digit(text[i])) continue;
    const std::size_t begin = i;
    while (i < cluster.end && is_digit(text[i])) ++i;
    runs.push_back({begin, i - begin});
  }
  return runs;
}

bool has_structure(std::string_view digits) {
  const int province = (digits[0] - '0') * 100 + (digits[1] - '0') * 10 + (digits[2] - '0');
  return province >= 1 && province <= 96 && digits[3] <= '3';
}

constexpr std::array<std::string_view, 9> card_words = {
    "can cuoc",        "cccd", "cmnd", "cmtnd", "so cmt", "dinh danh", "chung minh nhan dan", "chung minh thu",
    "giay to tuy than"};

// «Mã số» alone may be that of a card.
constexpr std::string_view any_code = "ma so";
constexpr std::array<std::string_view, 11> code_words = {"ma ho so", "so hieu", "seri",     "so may",
                                                         "bien lai", "ma vach", "to khai",  "hoa don",
                                                         "so khung", "van don", "giao dich"};

// Where the last of the words begins; 0 for none, else one more.
std::size_t last_of(std::string_view folded, std::span<const std::string_view> words) {
  std::size_t last = 0;
  for (const std::string_view word : words)
    if (const std::size_t at = folded.rfind(word); at != std::string_view::npos) last = std::max(last, at + 1);
  return last;
}

// The same paragraph before the number, folded, names an identity card and nothing else nearer by. Between the
// beginning of its cluster and the number there are no words, so numbers far within one need no look.
bool has_context(std::string_view text, std::size_t cluster, std::size_t offset) {
  if (offset - cluster >= context_bytes) return false;
  std::size_t begin = offset > context_bytes ? offset - context_bytes : 0;
  if (const std::size_t paragraph = text.substr(begin, cluster - begin).rfind("\n\n");
      paragraph != std::string_view::npos)
    begin += paragraph;
  while (begin < cluster && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) ++begin;  // not inside a letter
  const std::string folded = fold(text.substr(begin, cluster - begin));
  return last_of(folded, card_words) > 0 && !is_code_rather(folded, card_words);
}

class NumberFinder {
 public:
  explicit NumberFinder(std::string_view text) : text_(text) {}

  std::vector<FoundNumber> find() {
    for (std::size_t at = probe_step - 1; at < text_.size(); at += probe_step) {
      if (!is_digit(text_[at])) continue;
      const Cluster cluster = cluster_around(text_, at);
      if (cluster.end - cluster.begin >= number_digits) look_at(cluster);
      while (at + probe_step < cluster.end) at += probe_step;  // each cluster once
    }
    return std::move(found_);
  }

 private:
  void look_at(Cluster cluster) {
    const std::vector<Run> runs = runs_of(text_, cluster);
    for (std::size_t i = 0; i < runs.size(); ++i) {
      const std::size_t groups = groups_at(runs, i);
      if (groups == 0) continue;
      const Run& last = runs[i + groups - 1];
      take(cluster, runs[i].begin, last.begin + last.length);
      i += groups - 1;
    }
  }

  // How many runs from `i` on make twelve digits: one, three of four or four of three; 0 for none.
  static std::size_t groups_at(const std::vector<Run>& runs, std::size_t i) {
    const std::size_t size = runs[i].length;
    if (size == number_digits) return 1;
    if (size != 3 && size != 4) return 0;
    const std::size_t groups = number_digits / size;
    if (i + groups > runs.size()) return 0;
    for (std::size_t k = i; k < i + groups; ++k)
      if (runs[k].length != size) return 0;
    return groups;
  }

  void take(Cluster cluster, std::size_t begin, std::size_t end) {
    if ((begin > 0 && joins(text_[begin - 1])) || (end < text_.size() && joins(text_[end]))) return;
    FoundNumber number{begin, end - begin, {}};
    for (std::size_t i = begin; i < end; ++i)
      if (is_digit(text_[i])) number.digits += text_[i];
    if (has_structure(number.digits) && has_context(text_, cluster.begin, begin)) found_.push_back(std::move(number));
  }

  std::string_view text_;
  std::vector<FoundNumber> found_;
};

}  // namespace

std::vector<FoundNumber> find_personal_numbers(std::string_view text) {
  return NumberFinder(text).find();
}

bool names_code(std::string_view folded) {
  return folded.find(any_code) != std::string_view::npos || last_of(folded, code_words) > 0;
}

bool is_code_rather(std::string_view folded, std::span<const std::string_view> words) {
  return last_of(folded, code_words) > last_of(folded, words);
}

}  // namespace congbo::detect
