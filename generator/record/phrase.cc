// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/record/phrase.h"

namespace congbo::record {

namespace {

struct Filled {
  std::string text;
  std::size_t said = 0, missing = 0;  // keys with and without a value
};

std::string_view value_of(const PhraseValues& values, std::string_view key) {
  for (const auto& [known, text] : values)
    if (known == key) return text;
  return {};
}

// Text with {key}s and without brackets.
Filled fill(std::string_view phrase, const PhraseValues& values) {
  Filled filled;
  for (std::size_t at = 0; at < phrase.size();) {
    const std::size_t end = phrase[at] == '{' ? phrase.find('}', at) : std::string_view::npos;
    if (end == std::string_view::npos) {
      filled.text += phrase[at++];
      continue;
    }
    const std::string_view value = value_of(values, phrase.substr(at + 1, end - at - 1));
    filled.text += value;
    ++(value.empty() ? filled.missing : filled.said);
    at = end + 1;
  }
  return filled;
}

// What joined a part that is left out to its neighbour.
std::string without_loose_ends(const std::string& text) {
  constexpr std::string_view loose = " ,;";
  const std::size_t first = text.find_first_not_of(loose);
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(loose) + 1 - first);
}

}  // namespace

std::string filled_phrase(std::string_view phrase, const PhraseValues& values) {
  std::string text;
  std::size_t said = 0;
  while (!phrase.empty()) {
    const std::size_t open = phrase.find('['), close = phrase.find(']', open);
    const bool has_group = open != std::string_view::npos && close != std::string_view::npos;
    const Filled before = fill(phrase.substr(0, has_group ? open : phrase.size()), values);
    text += before.text;
    said += before.said;
    if (!has_group) break;
    const Filled group = fill(phrase.substr(open + 1, close - open - 1), values);
    if (group.missing == 0) {
      text += group.text;
      said += group.said;
    }
    phrase.remove_prefix(close + 1);
  }
  return said == 0 ? std::string() : without_loose_ends(text);
}

}  // namespace congbo::record
