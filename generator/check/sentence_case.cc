// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/check/sentence_case.h"

#include <algorithm>
#include <array>
#include <vector>

#include "generator/base/unicode.h"
#include "generator/base/utf8.h"

namespace congbo::check {

namespace {

constexpr std::array<std::string_view, 13> abbreviations = {"ATTP", "BHXH", "BHYT", "CCCD", "CNTT", "GPMB", "HĐND",
                                                            "HTX",  "MTTQ", "PCCC", "QSDĐ", "TTHC", "UBND"};

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

bool begins_capital(std::string_view word) {
  const std::string_view first = word.substr(0, decode(word, 0).length);
  return to_lower(first) != first;
}

// Runs of two or more words with a capital, but for the first word, which would have one anyway.
void add_names_within(std::string_view name, std::vector<std::string>& names) {
  std::string run;
  int length = 0;
  const auto end_run = [&] {
    if (length > 1) names.push_back(run);
    run.clear();
    length = 0;
  };
  const std::vector<std::string_view> words = words_of(name);
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (!begins_capital(words[i])) {
      end_run();
      continue;
    }
    run += (length++ > 0 ? " " : "") + std::string(words[i]);
  }
  end_run();
}

std::vector<std::string> names_of(const site::Portal& portal) {
  std::vector<std::string> names;
  add_names_within(portal.name.in("vi"), names);
  add_names_within(portal.owner.in("vi"), names);
  for (const site::Unit& unit : portal.units) {
    add_names_within(unit.name.in("vi"), names);
    if (!unit.head.empty()) names.push_back(unit.head);
  }
  return names;
}

bool is_letter(char byte) {
  return (byte & 0x80) != 0 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

void restore(const std::string& name, std::string& text) {
  const std::string small = to_lower(name);
  for (std::size_t at = text.find(small); at != std::string::npos; at = text.find(small, at + 1)) {
    const std::size_t end = at + small.size();
    if ((at == 0 || !is_letter(text[at - 1])) && (end == text.size() || !is_letter(text[end])))
      text.replace(at, small.size(), name);
  }
}

bool stays(std::string_view word) {
  return std::find(abbreviations.begin(), abbreviations.end(), word) != abbreviations.end() ||
         std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::string as_sentence(std::string_view capitals, const site::Portal& portal) {
  std::string text;
  for (const std::string_view word : words_of(capitals))
    text += (text.empty() ? "" : " ") + (stays(word) ? std::string(word) : to_lower(word));
  for (const std::string& name : names_of(portal)) restore(name, text);
  const std::size_t first = decode(text, 0).length;
  return to_upper(text.substr(0, first)) + text.substr(first);
}

}  // namespace congbo::check
