// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/suggestions.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "search/concepts.h"

namespace congbo::search {
namespace {

constexpr std::size_t most_lines = 250;
constexpr std::size_t longest_text = 160;  // bytes

std::string plain(const std::string& text) {
  std::string line = text;
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\t' || c == '\n'; }, ' ');
  return line;
}

std::string shortened(const std::string& text) {
  std::string line = plain(text);
  if (line.size() <= longest_text) return line;
  const std::size_t space = line.rfind(' ', longest_text);
  if (space != std::string::npos && space > longest_text / 2) return line.substr(0, space) + " …";
  std::size_t end = longest_text;
  while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
  return line.substr(0, end) + "…";
}

std::string line_of(const Suggestion& one) {
  return one.folded + '\t' + one.text + '\t' + one.address + '\t' + one.label + '\n';
}

}  // namespace

std::string suggestion_key(std::string_view folded, std::size_t letters) {
  if (folded.size() < letters) return {};
  std::string key(folded.substr(0, letters));
  for (char& c : key)
    if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) c = '_';
  return key;
}

void add_suggestions(const SearchDocument& document, std::vector<Suggestion>& all) {
  if (!document.part.empty()) return;
  const auto add = [&](const std::string& text) {
    std::string folded = folded_words(text);
    if (folded.size() >= 2)
      all.push_back({std::move(folded), shortened(text), plain(document.address), plain(document.type_label)});
  };
  add(document.title);
  if (!document.number.empty()) add(document.number);
}

std::map<std::string, std::string> suggestion_texts(std::vector<Suggestion> all) {
  std::sort(all.begin(), all.end(), [](const Suggestion& a, const Suggestion& b) {
    return std::tie(a.folded, a.address, a.text) < std::tie(b.folded, b.address, b.text);
  });
  std::map<std::string, std::size_t> sizes;
  for (const Suggestion& one : all) ++sizes[suggestion_key(one.folded, 2)];
  std::map<std::string, std::string> texts;
  std::map<std::string, std::size_t> lines;
  for (const Suggestion& one : all) {
    std::string key = suggestion_key(one.folded, 2);
    if (sizes[key] > most_lines) {
      texts[key] = "+\n";
      key = suggestion_key(one.folded, 3);
    }
    if (!key.empty() && ++lines[key] <= most_lines) texts[key] += line_of(one);
  }
  return texts;
}

std::vector<Suggestion> matching_suggestions(std::string_view text, std::string_view folded, std::size_t most) {
  std::vector<Suggestion> found;
  for (std::size_t begin = 0; begin < text.size() && found.size() < most;) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    if (line.substr(0, folded.size()) != folded) continue;
    std::array<std::string, 4> parts;
    std::size_t at = 0;
    for (std::string& part : parts) {
      const std::size_t tab = std::min(line.find('\t', at), line.size());
      part = line.substr(std::min(at, line.size()), tab - std::min(at, line.size()));
      at = tab + 1;
    }
    found.push_back({parts[0], parts[1], parts[2], parts[3]});
  }
  return found;
}

}  // namespace congbo::search
