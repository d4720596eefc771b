// SPDX-License-Identifier: GPL-3.0-or-later
// Well-formed UTF-8 and normal form C (ENC-01; TCVN 6909:2001 asks for precomposed letters). Nearly all text is in
// normal form already, so a bit for each code point answers first, and ICU is asked only about the letters it leaves
// open.
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <bitset>
#include <cstdint>
#include <cstring>
#include <memory>
#include <vector>

#include "generator/base/unicode.h"
#include "generator/base/utf8.h"

namespace congbo {
namespace {

constexpr std::uint64_t high_bits = 0x8080808080808080ULL;
constexpr char32_t table_end = 0x3000;
using OpenTable = std::bitset<table_end>;

// First position from `at` on that holds a byte of 0x80 or more, eight bytes at a step.
std::size_t skip_ascii(std::string_view text, std::size_t at) {
  for (std::uint64_t eight = 0; at + 8 <= text.size(); at += 8) {
    std::memcpy(&eight, text.data() + at, 8);
    if ((eight & high_bits) != 0) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

// True when the normal form of a text with this letter cannot be told from the letter alone: it may join with what
// stands before it, may have to change places, or is never written in normal form C.
bool ask_icu(char32_t letter) {
  const auto value = static_cast<UChar32>(letter);
  return u_getIntPropertyValue(value, UCHAR_NFC_QUICK_CHECK) != UNORM_YES || u_getCombiningClass(value) != 0;
}

std::unique_ptr<const OpenTable> make_open_table() {
  auto table = std::make_unique<OpenTable>();
  for (char32_t letter = 0x80; letter < table_end; ++letter) table->set(letter, ask_icu(letter));
  return table;
}

bool is_open(const OpenTable& table, char32_t letter) {
  return letter < table_end ? table[letter] : ask_icu(letter);
}

const OpenTable& open_table() {
  static const std::unique_ptr<const OpenTable> table = make_open_table();
  return *table;
}

// A letter with everything that may join it or change places after it.
struct Segment {
  std::size_t start = 0;
  std::size_t end = 0;
};

// The next segment from `at` on that the table leaves open, or an empty one at the end of the text.
Segment next_open_segment(std::string_view text, std::size_t at) {
  const OpenTable& table = open_table();
  std::size_t before = at;  // the last letter that is settled; a segment starts there
  while (at < text.size()) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      at = skip_ascii(text, at + 1);
      before = at - 1;
      continue;
    }
    const CodePoint letter = decode(text, at);
    if (letter.length == 0 || !is_open(table, letter.value)) {
      before = at;
      at += std::max<std::size_t>(letter.length, 1);
      continue;
    }
    std::size_t end = at;
    for (CodePoint next = letter; next.length > 0 && is_open(table, next.value);) {
      end += next.length;
      next = end < text.size() ? decode(text, end) : CodePoint{};
    }
    return {before, end};
  }
  return {text.size(), text.size()};
}

using Letters = std::vector<char32_t>;

void append_decomposed(Letters& letters, const icu::Normalizer2& decompose, char32_t letter) {
  icu::UnicodeString parts;
  if (!decompose.getDecomposition(static_cast<UChar32>(letter), parts)) {
    letters.push_back(letter);
    return;
  }
  for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1))
    letters.push_back(static_cast<char32_t>(parts.char32At(i)));
}

// Canonical order by a stable sort: ICU inserts marks one by one, which takes quadratic time for a million of them.
void put_marks_in_order(Letters& letters) {
  const auto mark_class = [](char32_t letter) { return u_getCombiningClass(static_cast<UChar32>(letter)); };
  for (auto at = letters.begin(); at != letters.end();) {
    const auto run = std::find_if(at, letters.end(), [&](char32_t letter) { return mark_class(letter) != 0; });
    at = std::find_if(run, letters.end(), [&](char32_t letter) { return mark_class(letter) == 0; });
    std::stable_sort(run, at, [&](char32_t a, char32_t b) { return mark_class(a) < mark_class(b); });
  }
}

std::string normal_form(std::string_view segment) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(status);
  const icu::Normalizer2* compose = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return std::string(segment);
  Letters letters;
  for (std::size_t at = 0; at < segment.size();) {
    const CodePoint letter = decode(segment, at);
    if (letter.length == 0) return std::string(segment);
    append_decomposed(letters, *decompose, letter.value);
    at += letter.length;
  }
  put_marks_in_order(letters);
  icu::UnicodeString ordered;
  for (const char32_t letter : letters) ordered.append(static_cast<UChar32>(letter));
  std::string normal;
  const icu::UnicodeString composed = compose->normalize(ordered, status);
  if (U_FAILURE(status)) return std::string(segment);
  return composed.toUTF8String(normal);
}

// A segment may start at a stray byte, which belongs to no letter.
Segment without_stray_byte(std::string_view text, Segment segment) {
  if (segment.start < segment.end && decode(text, segment.start).length == 0) ++segment.start;
  return segment;
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  for (std::size_t at = skip_ascii(text, 0); at < text.size();) {
    const CodePoint letter = decode(text, at);
    if (letter.length == 0) return at;
    at += letter.length;
    if (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) at = skip_ascii(text, at);
  }
  return std::nullopt;
}

std::optional<std::size_t> first_not_nfc(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Segment segment = without_stray_byte(text, next_open_segment(text, at));
    const std::string_view written = text.substr(segment.start, segment.end - segment.start);
    if (!written.empty() && normal_form(written) != written) return segment.start;
    at = segment.end;
  }
  return std::nullopt;
}

std::string to_nfc(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Segment segment = without_stray_byte(text, next_open_segment(text, at));
    out.append(text.substr(at, segment.start - at));
    out.append(normal_form(text.substr(segment.start, segment.end - segment.start)));
    at = segment.end;
  }
  return out;
}

}  // namespace congbo
