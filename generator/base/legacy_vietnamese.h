// SPDX-License-Identifier: GPL-3.0-or-later
// Vietnamese text in the encodings that came before Unicode (ENC-01): recognised by its letters, never by the name of a
// font. Such text comes in two shapes: as bytes that are no UTF-8, and as UTF-8 in which every byte was taken for a
// letter of Windows-1252 («Th«ng b¸o»), which is what a copy out of an old document gives.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace congbo {

enum class LegacyEncoding {
  tcvn3,   // ABC
  vni,     // VNI-Windows
  viscii,  // RFC 1456
  vps,
  windows_1258,  // letters followed by combining tones
  utf8_twice,    // UTF-8 taken for Windows-1252 and encoded again
};

std::string_view name_of(LegacyEncoding encoding);  // "TCVN3 (ABC)", the same in every language

enum class LegacyShape { bytes, misread };  // not UTF-8 · UTF-8 with each byte as a letter of Windows-1252

// The text in UTF-8, normal form C. What has no meaning in the encoding stays as it is (bytes: as Windows-1252).
std::string from_legacy(std::string_view text, LegacyEncoding encoding, LegacyShape shape);

// The bytes of the text in the encoding; nothing when a letter has no code there. (Tests, and nothing else, write
// these.)
std::optional<std::string> to_legacy(std::string_view text, LegacyEncoding encoding);

// The encoding in which the words that cannot be read as they stand become Vietnamese syllables; nothing when there are
// fewer than two different ones, when more than a fifth stay unreadable, or when two encodings do equally well and
// differ. Of bytes, lines that are good UTF-8 say nothing. Linear in the text.
std::optional<LegacyEncoding> recognise_legacy(std::string_view text, LegacyShape shape);

// Whether every word with marks of this line can be read after the change, and one could not before. A line with a word
// that only Unicode can write is none.
bool is_legacy_line(std::string_view line, LegacyEncoding encoding);

// A word of letters and marks with the structure of a Vietnamese syllable: onset, vowels, coda and tone go together.
bool is_vietnamese_syllable(std::string_view word);

}  // namespace congbo
