// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/base/vietnamese_letters.h"

#include <array>

namespace congbo {
namespace {

// In the order of Tone.
constexpr std::array<std::u32string_view, 24> vowels = {
    U"aàảãáạ", U"ăằẳẵắặ", U"âầẩẫấậ", U"eèẻẽéẹ", U"êềểễếệ", U"iìỉĩíị", U"oòỏõóọ", U"ôồổỗốộ",
    U"ơờởỡớợ", U"uùủũúụ", U"ưừửữứự", U"yỳỷỹýỵ", U"AÀẢÃÁẠ", U"ĂẰẲẴẮẶ", U"ÂẦẨẪẤẬ", U"EÈẺẼÉẸ",
    U"ÊỀỂỄẾỆ", U"IÌỈĨÍỊ", U"OÒỎÕÓỌ", U"ÔỒỔỖỐỘ", U"ƠỜỞỠỚỢ", U"UÙỦŨÚỤ", U"ƯỪỬỮỨỰ", U"YỲỶỸÝỴ"};

// The vowel at each code point up to ỹ; found at compile time, since whole texts are taken apart by it.
constexpr char32_t table_end = U'ỹ' + 1;

constexpr std::array<Vowel, table_end> make_table() {
  std::array<Vowel, table_end> table = {};
  for (const std::u32string_view row : vowels)
    for (std::size_t tone = 0; tone < row.size(); ++tone) table[row[tone]] = {row[0], static_cast<Tone>(tone)};
  return table;
}

constexpr std::array<Vowel, table_end> vowel_table = make_table();

constexpr std::u32string_view letters_with_modifier = U"ăâđêôơưĂÂĐÊÔƠƯ";

}  // namespace

Vowel split_vowel(char32_t letter) {
  return letter < table_end ? vowel_table[letter] : Vowel{};
}

char32_t with_tone(char32_t letter, Tone tone) {
  for (const std::u32string_view row : vowels)
    if (row[0] == letter) return row[static_cast<std::size_t>(tone)];
  return letter;
}

char32_t without_tone(char32_t letter) {
  const Vowel vowel = split_vowel(letter);
  return vowel.letter == 0 ? letter : vowel.letter;
}

bool is_vietnamese_letter(char32_t letter) {
  return (letter >= U'a' && letter <= U'z') || (letter >= U'A' && letter <= U'Z') ||
         letters_with_modifier.find(letter) != std::u32string_view::npos;
}

}  // namespace congbo
