// SPDX-License-Identifier: GPL-3.0-or-later
// Vietnamese text: normal form, folding, order, tone placement. The only owner of ICU. Everything takes and gives
// UTF-8.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace congbo {

// Byte offset of the first byte that is not well-formed UTF-8 (surrogates, overlong forms included), or nothing.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

// Byte offset of the first character that is not in normal form C, or nothing. Fast on text that is (one scan).
std::optional<std::size_t> first_not_nfc(std::string_view text);
std::string to_nfc(std::string_view text);

// Lower case letters without marks: «Đắk Lắk» → "dak lak". Precomposed, decomposed and wrongly ordered marks give the
// same result; characters that are not Latin letters are kept. By a table made from ICU once; no allocation per letter.
std::string fold(std::string_view text);

// The letters without marks, case kept: «Đắk Lắk» → "Dak Lak".
std::string strip_marks(std::string_view text);

// Sort key for Vietnamese order (a ă â b c d đ …; tones after letters, case last): compare keys bytewise.
std::string collation_key(std::string_view text);

// First letter for an A–Z list under Vietnamese headings: A, Ă, Â, B … D, Đ …; "#" for anything else.
std::string index_letter(std::string_view text);

enum class TonePlacement { old_style, new_style };  // hòa, thủy · hoà, thuỷ
// Moves tone marks of Vietnamese syllables to where `placement` wants them; also mends misplaced ones (tíên → tiến).
// Anything that is not a Vietnamese syllable stays as it is. Input must be NFC.
std::string place_tones(std::string_view text, TonePlacement placement);

std::string to_lower(std::string_view text);  // Unicode, root locale
std::string to_upper(std::string_view text);

}  // namespace congbo
