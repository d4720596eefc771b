// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/check/page_body.h"

#include <algorithm>
#include <array>
#include <string>

#include "generator/base/source_text.h"
#include "generator/base/utf8.h"
#include "generator/site/sample_texts.h"

namespace congbo::check {

namespace {

constexpr std::size_t longest_sample = 800;  // bytes; a text that was written is longer than what it replaces
constexpr int words_of_paragraph = 8, words_of_title = 5;
constexpr std::array<std::string_view, 2> written_types = {"news", "article"};

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  return begin == std::string_view::npos ? std::string_view()
                                         : text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

// A syllable once its marks are gone: onset, one to three vowels, coda. Hardly any English word of some length is one.
bool is_bare_syllable(std::string_view word) {
  constexpr std::array<std::string_view, 27> onsets = {"ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu",
                                                       "th",  "tr", "b",  "c",  "d",  "g",  "h",  "k",  "l",
                                                       "m",   "n",  "p",  "q",  "r",  "s",  "t",  "v",  "x"};
  constexpr std::array<std::string_view, 9> codas = {"", "ch", "ng", "nh", "c", "m", "n", "p", "t"};
  const auto ends_well = [&](std::string_view rest) {
    const std::size_t vowels = std::min(rest.find_first_not_of("aeiouy"), rest.size());
    return vowels >= 1 && vowels <= 3 && std::find(codas.begin(), codas.end(), rest.substr(vowels)) != codas.end();
  };
  return ends_well(word) || std::any_of(onsets.begin(), onsets.end(), [&](std::string_view onset) {
           return word.starts_with(onset) && ends_well(word.substr(onset.size()));
         });
}

bool is_letter(char byte) {
  return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
}

Place line_of_body(const pages::Page& page, std::size_t offset, std::size_t length) {
  const auto lines = std::count(page.body.begin(), page.body.begin() + static_cast<std::ptrdiff_t>(offset), '\n');
  return {page.source, page.body_line + static_cast<int>(lines), 1, static_cast<int>(length)};
}

// A film, a picture or a file may be all there is.
bool shows_files(const pages::Page& page) {
  return std::any_of(page.fields.begin(), page.fields.end(), [](const pages::Field& field) {
    return field.schema != nullptr && field.schema->kind != site::Kind::choice &&
           field.schema->kind != site::Kind::datetime && field.schema->kind != site::Kind::text;
  });
}

void look_for_samples(const pages::Page& page, std::string_view body, Diagnostics& found) {
  const auto offset = static_cast<std::size_t>(body.data() - page.body.data());
  if (body.starts_with(site::sample_body))
    return found.add(error("text-placeholder", line_of_body(page, offset, count_code_points(site::sample_body)),
                           {std::string(site::sample_body)}));
  for (const std::string_view sample : {site::sample_section, site::sample_slot})
    if (body.find(sample) != std::string_view::npos)
      return found.add(warning("sample-left", line_of_body(page, offset, 0), {std::string(sample)}));
  if (page.summary == site::sample_summary) found.add(warning("sample-left", page.place_of("summary"), {page.summary}));
}

// Said once a page, at the first line that shows it.
void look_for_diacritics(const pages::Page& page, Diagnostics& found) {
  if (lacks_diacritics(page.title, words_of_title))
    return found.add(warning("text-no-diacritics", page.place_of("title"), {page.title.substr(0, 60)}));
  const std::string_view body = page.body;
  for (std::size_t start = 0; start < body.size();) {
    const std::size_t end = std::min(body.find('\n', start), body.size());
    const std::string_view line = body.substr(start, end - start);
    if (lacks_diacritics(line, words_of_paragraph))
      return found.add(
          warning("text-no-diacritics", line_of_body(page, start, line.size()), {std::string(line.substr(0, 60))}));
    start = end + 1;
  }
}

}  // namespace

bool lacks_diacritics(std::string_view line, int fewest_words) {
  if (line.size() < 3 * static_cast<std::size_t>(fewest_words) || !is_ascii(line)) return false;
  int words = 0, syllables = 0;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find_first_of(" \t\r", at), line.size());
    std::string_view word = line.substr(at, end - at);
    while (!word.empty() && !is_letter(word.front())) word.remove_prefix(1);
    while (!word.empty() && !is_letter(word.back())) word.remove_suffix(1);
    at = end + 1;
    if (word.empty()) continue;
    ++words;
    std::string small(word);
    for (char& byte : small) byte = is_letter(byte) ? static_cast<char>(byte | 0x20) : byte;
    if (is_bare_syllable(small)) ++syllables;
  }
  return words >= fewest_words && syllables * 10 > words * 8;
}

void look_at_body(const pages::Page& page, Diagnostics& found) {
  if (page.status == pages::Status::draft || page.section_index || page.type == nullptr) return;
  const std::string_view body = trimmed(page.body);
  if (body.size() < longest_sample) {
    look_for_samples(page, body, found);
    const bool written = std::find(written_types.begin(), written_types.end(), page.type->id) != written_types.end();
    if (body.empty() && written && !page.title.empty() && !shows_files(page))
      found.add(warning("body-empty", page.place_of("title"), {page.title}));
  }
  if (page.route.language == "vi") look_for_diacritics(page, found);
}

}  // namespace congbo::check
