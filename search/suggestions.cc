// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/suggestions.h"

#include <algorithm>
#include <tuple>

#include "generator/base/lines.h"
#include "generator/base/utf8.h"
#include "search/concepts.h"

namespace congbo::search {
namespace {

constexpr std::size_t most_lines = 250;
constexpr std::size_t longest_text = 160;  // bytes

std::string shortened(const std::string& text) {
  std::string line = as_field(text);
  if (line.size() <= longest_text) return line;
  const std::size_t space = line.rfind(' ', longest_text);
  if (space != std::string::npos && space > longest_text / 2) return line.substr(0, space) + " …";
  return std::string(utf8_beginning(line, longest_text)) + "…";
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
      all.push_back({std::move(folded), shortened(text), as_field(document.address), as_field(document.type_label)});
  };
  add(document.title);
  if (!document.number.empty()) add(document.number);
}

// Of most titles there are more than are kept: those are not put in order.
std::map<std::string, std::string> suggestion_texts(const std::vector<Suggestion>& all) {
  std::map<std::string, std::size_t> sizes;
  for (const Suggestion& one : all) ++sizes[suggestion_key(one.folded, 2)];
  std::map<std::string, std::string> texts;
  std::map<std::string, std::vector<const Suggestion*>> kept;
  for (const Suggestion& one : all) {
    std::string key = suggestion_key(one.folded, 2);
    if (sizes[key] > most_lines) {
      texts[key] = "+\n";
      key = suggestion_key(one.folded, 3);
    }
    if (!key.empty()) kept[key].push_back(&one);
  }
  for (auto& [key, lines] : kept) {
    const auto before = [](const Suggestion* a, const Suggestion* b) {
      return std::tie(a->folded, a->address, a->text) < std::tie(b->folded, b->address, b->text);
    };
    const auto end = lines.begin() + static_cast<std::ptrdiff_t>(std::min(lines.size(), most_lines));
    std::nth_element(lines.begin(), end, lines.end(), before);
    std::sort(lines.begin(), end, before);
    std::string& text = texts[key];
    for (auto line = lines.begin(); line != end; ++line) text += line_of(**line);
  }
  return texts;
}

std::vector<Suggestion> matching_suggestions(std::string_view text, std::string_view folded, std::size_t most) {
  std::vector<Suggestion> found;
  each_line(text, [&](std::string_view line) {
    if (found.size() >= most || !line.starts_with(folded)) return;
    std::vector<std::string_view> fields = fields_of(line);
    fields.resize(4);
    found.push_back({std::string(fields[0]), std::string(fields[1]), std::string(fields[2]), std::string(fields[3])});
  });
  return found;
}

}  // namespace congbo::search
