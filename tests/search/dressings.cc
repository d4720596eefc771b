// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/search/dressings.h"

#include <algorithm>

#include "generator/base/unicode.h"
#include "search/concepts.h"
#include "search/letters.h"

namespace congbo::search {
namespace {

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
  return text;
}

}  // namespace

std::string folded(const std::string& text) {
  return fold(text);
}

std::string with_typo(const std::string& text) {
  std::string plain = folded_words(text);
  std::size_t best = 0, length = 0;
  for (std::size_t begin = 0; begin < plain.size();) {
    const std::size_t end = std::min(plain.find(' ', begin), plain.size());
    if (end - begin > length) {
      length = end - begin;
      best = begin;
    }
    begin = end + 1;
  }
  if (length > 2) std::swap(plain[best + 1], plain[best + 2]);
  return plain;
}

std::string decomposed(const std::string& text) {
  static const char* const modifiers[] = {"", "\u0306", "\u0302", "\u031B", ""};
  static const char* const tones[] = {"", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"};
  std::string apart;
  for (std::size_t at = 0; at < text.size();) {
    Character other;
    const Character& character = read_character(text, at, other);
    const bool plain = character.kind != CharacterKind::latin || character.letter.modifier == Modifier::stroke;
    if (plain) {
      apart += text.substr(at, character.size);
    } else {
      apart += character.letter.base;
      apart += tones[static_cast<int>(character.letter.tone)];
      apart += modifiers[static_cast<int>(character.letter.modifier)];
    }
    at += character.size;
  }
  return apart;
}

std::string abbreviated(std::string text) {
  text = replaced(text, "Ủy ban nhân dân", "UBND");
  text = replaced(text, "ủy ban nhân dân", "UBND");
  return replaced(text, "thủ tục hành chính", "TTHC");
}

}  // namespace congbo::search
