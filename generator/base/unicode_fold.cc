// SPDX-License-Identifier: GPL-3.0-or-later
// Folding: letters without marks. A table for all code points below U+2000 is made from ICU once; a table look-up is
// eight times faster than asking ICU for each letter, and every page goes through here for search and addresses.
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <memory>

#include "generator/base/unicode.h"
#include "generator/base/utf8.h"

namespace congbo {
namespace {

enum class Case { lowered, kept };

constexpr char32_t table_end = 0x2000;

// What a letter becomes. Never longer than the letter itself, so the result fits where the text was.
struct Folded {
  std::array<char, 3> bytes = {};
  std::uint8_t length = 0;
};
static_assert(sizeof(Folded) == 4);
using Table = std::array<Folded, table_end>;

bool is_combining_mark(char32_t letter) {
  return letter >= 0x300 && letter <= 0x36F;
}

struct PlainForm {
  char32_t letter;
  std::string_view form;
};

// Letters that Unicode does not decompose. Icelandic ð is what legacy fonts made of đ, hence d.
constexpr std::array<PlainForm, 18> plain_forms = {{{U'đ', "d"},
                                                    {U'ð', "d"},
                                                    {U'Đ', "D"},
                                                    {U'Ð', "D"},
                                                    {U'ø', "o"},
                                                    {U'Ø', "O"},
                                                    {U'ł', "l"},
                                                    {U'Ł', "L"},
                                                    {U'ħ', "h"},
                                                    {U'Ħ', "H"},
                                                    {U'ŧ', "t"},
                                                    {U'Ŧ', "T"},
                                                    {U'ı', "i"},
                                                    {U'æ', "ae"},
                                                    {U'Æ', "AE"},
                                                    {U'œ', "oe"},
                                                    {U'Œ', "OE"},
                                                    {U'ß', "ss"}}};

std::string_view plain_form(char32_t letter) {
  for (const PlainForm& row : plain_forms)
    if (row.letter == letter) return row.form;
  return {};
}

char32_t first_of_decomposition(const icu::Normalizer2& decompose, char32_t letter) {
  icu::UnicodeString parts;
  if (!decompose.getDecomposition(static_cast<UChar32>(letter), parts)) return letter;
  return static_cast<char32_t>(parts.char32At(0));
}

std::string folded_form(const icu::Normalizer2* decompose, char32_t letter, Case letter_case) {
  std::string form;
  if (is_combining_mark(letter)) return form;
  UErrorCode status = U_ZERO_ERROR;
  const bool latin = uscript_getScript(static_cast<UChar32>(letter), &status) == USCRIPT_LATIN && U_SUCCESS(status);
  char32_t base = latin && decompose != nullptr ? first_of_decomposition(*decompose, letter) : letter;
  if (latin && letter_case == Case::lowered) base = static_cast<char32_t>(u_tolower(static_cast<UChar32>(base)));
  form = plain_form(base);
  if (form.empty()) append_utf8(form, base);
  return form;
}

std::unique_ptr<const Table> make_table(Case letter_case) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(status);
  auto table = std::make_unique<Table>();
  for (char32_t letter = 0; letter < table_end; ++letter) {
    std::string itself;
    append_utf8(itself, letter);
    std::string form = folded_form(U_SUCCESS(status) ? decompose : nullptr, letter, letter_case);
    if (form.size() > itself.size()) form = itself;
    Folded& row = (*table)[letter];
    row.length = static_cast<std::uint8_t>(form.size());
    std::memcpy(row.bytes.data(), form.data(), form.size());
  }
  return table;
}

const Table& table_for(Case letter_case) {
  static const std::unique_ptr<const Table> lowered = make_table(Case::lowered);
  static const std::unique_ptr<const Table> kept = make_table(Case::kept);
  return letter_case == Case::lowered ? *lowered : *kept;
}

// Writes the row at `to`; up to three bytes, of which `length` count.
inline char* put(char* to, const Folded& row) {
  std::memcpy(to, row.bytes.data(), row.bytes.size());
  return to + row.length;
}

inline bool is_continuation(unsigned char byte) {
  return (byte & 0xC0) == 0x80;
}

std::string fold_by(const Table& table, std::string_view text) {
  constexpr std::size_t slack = 4;  // put() writes whole rows
  std::string out(text.size() + slack, '\0');
  const char* const start = out.data();
  char* to = out.data();
  const auto* at = reinterpret_cast<const unsigned char*>(text.data());
  const unsigned char* const end = at + text.size();
  while (at < end) {
    const unsigned char lead = *at;
    if (lead < 0x80) {
      *to++ = table[lead].bytes[0];
      ++at;
    } else if (lead >= 0xC2 && lead < 0xE0 && end - at > 1 && is_continuation(at[1])) {
      to = put(to, table[(lead & 0x1FU) << 6 | (at[1] & 0x3FU)]);
      at += 2;
    } else if ((lead == 0xE1 || (lead == 0xE0 && end - at > 1 && at[1] >= 0xA0)) && end - at > 2 &&
               is_continuation(at[1]) && is_continuation(at[2])) {
      to = put(to, table[(lead & 0x0FU) << 12 | (at[1] & 0x3FU) << 6 | (at[2] & 0x3FU)]);
      at += 3;
    } else {
      *to++ = static_cast<char>(*at++);
    }
  }
  out.resize(static_cast<std::size_t>(to - start));
  return out;
}

}  // namespace

std::string fold(std::string_view text) {
  return fold_by(table_for(Case::lowered), text);
}

std::string strip_marks(std::string_view text) {
  return fold_by(table_for(Case::kept), text);
}

}  // namespace congbo
