// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/scanner.h"

#include <algorithm>
#include <cstring>

namespace congbo::search {
namespace {

// «kỹ» and «kĩ», «lý» and «lí» are the same words: after these letters alone a final y is an i. «quy», «uy», «ay» are
// not.
bool is_i_written_y(std::string_view folded) {
  return folded.size() == 2 && folded[1] == 'y' &&
         std::string_view("hklmstv").find(folded[0]) != std::string_view::npos;
}

void append_utf8(char* out, std::size_t& size, char32_t c) {
  if (c < 0x800) {
    out[size++] = static_cast<char>(0xC0 | c >> 6);
  } else {
    out[size++] = static_cast<char>(0xE0 | c >> 12);
    out[size++] = static_cast<char>(0x80 | (c >> 6 & 0x3F));
  }
  out[size++] = static_cast<char>(0x80 | (c & 0x3F));
}

void append_ideograph(char* out, std::size_t& size, char32_t c) {
  if (c < 0x10000) return append_utf8(out, size, c);
  out[size++] = static_cast<char>(0xF0 | c >> 18);
  out[size++] = static_cast<char>(0x80 | (c >> 12 & 0x3F));
  out[size++] = static_cast<char>(0x80 | (c >> 6 & 0x3F));
  out[size++] = static_cast<char>(0x80 | (c & 0x3F));
}

}  // namespace

bool Scanner::next() {
  while (skip_to_token()) {
    start_token();
    read_token();
    if (letters_count_ <= maximum_letters) {
      finish_token();
      return true;
    }
    break_seen_ = true;  // too long to be a word: left out, and its neighbours are not adjacent
  }
  return false;
}

// Moves to the first character of a token, noting clause breaks on the way.
bool Scanner::skip_to_token() {
  Character other;
  while (offset_ < text_.size()) {
    const Character& character = read_character(text_, offset_, other);
    switch (character.kind) {
      case CharacterKind::latin:
      case CharacterKind::digit:
      case CharacterKind::foreign:
      case CharacterKind::ideograph:
        return true;
      case CharacterKind::dash:
      case CharacterKind::clause_break:
        break_seen_ = true;
        break;
      default:
        break;
    }
    offset_ += character.size;
  }
  return false;
}

void Scanner::start_token() {
  begin_ = end_ = offset_;
  first_ = size_ = letters_count_ = 0;
  number_ = true;
  marked_ = false;
  tone_ = Tone::none;
}

// Reads the letters, digits and marks from offset_ on; an ideograph is a token of its own.
void Scanner::read_token() {
  Character other;
  while (offset_ < text_.size()) {
    const Character& character = read_character(text_, offset_, other);
    switch (character.kind) {
      case CharacterKind::latin:
        number_ = false;
        if (read_letters()) continue;
        append_letter(character.letter);
        break;
      case CharacterKind::digit:
        append_letter(character.letter);
        break;
      case CharacterKind::foreign:
        append_foreign(character.lower);
        number_ = false;
        break;
      case CharacterKind::mark:
        apply_mark(character.letter);
        break;
      case CharacterKind::ignored:
        break;
      case CharacterKind::ideograph:
        if (letters_count_ > 0) return;
        number_ = false;
        ++letters_count_;
        append_ideograph(letters_.data(), size_, character.lower);
        offset_ += character.size;
        end_ = offset_;
        return;
      case CharacterKind::dash:
        offset_ += character.size;
        return;
      default:
        return;
    }
    offset_ += character.size;
    if (character.kind != CharacterKind::ignored) end_ = offset_;
  }
}

// Letters up to the next other character: what nearly all of a text is. False if they are too many for a token. All in
// local variables, because letters that are stored may be anything for the compiler, members too.
bool Scanner::read_letters() {
  const std::string_view text = text_;
  const std::size_t limit = size_ + maximum_letters - std::min(letters_count_, maximum_letters);
  std::size_t offset = offset_, size = size_;
  Tone tone = tone_;
  bool marked = marked_;
  Character other;
  while (offset < text.size() && size < limit) {
    const Character& character = read_character(text, offset, other);
    if (character.kind != CharacterKind::latin) break;
    modifiers_[size] = character.letter.modifier;
    letters_[size++] = character.letter.base;
    if (character.letter.tone != Tone::none) tone = character.letter.tone;
    marked |= character.letter.modifier != Modifier::none || character.letter.tone != Tone::none;
    offset += character.size;
  }
  if (size == size_) return false;
  letters_count_ += size - size_;
  size_ = size;
  offset_ = end_ = offset;
  tone_ = tone;
  marked_ = marked;
  return true;
}

void Scanner::append_letter(const Letter& letter) {
  if (++letters_count_ > maximum_letters) return;
  modifiers_[size_] = letter.modifier;
  letters_[size_++] = letter.base;
  if (letter.tone != Tone::none) tone_ = letter.tone;
  marked_ = marked_ || letter.modifier != Modifier::none || letter.tone != Tone::none;
}

void Scanner::append_foreign(char32_t code_point) {
  if (++letters_count_ > maximum_letters) return;
  const std::size_t before = size_;
  append_utf8(letters_.data(), size_, code_point);
  for (std::size_t i = before; i < size_; ++i) modifiers_[i] = Modifier::none;
}

// A combining mark: the tone of the syllable, wherever it stands, or the modifier of the letter before it.
void Scanner::apply_mark(const Letter& mark) {
  if (letters_count_ > maximum_letters || size_ == 0) return;
  if (mark.tone != Tone::none) tone_ = mark.tone;
  if (mark.modifier != Modifier::none && letter_with_modifier(letters_[size_ - 1], mark.modifier).size() > 1) {
    modifiers_[size_ - 1] = mark.modifier;
  }
  marked_ = marked_ || tone_ != Tone::none || modifiers_[size_ - 1] != Modifier::none;
}

void Scanner::finish_token() {
  clause_start_ = break_seen_;
  break_seen_ = false;
  if (number_) {
    tone_ = Tone::none;
    marked_ = false;
    while (first_ + 1 < size_ && letters_[first_] == '0') ++first_;
  } else if (is_i_written_y(folded())) {
    letters_[1] = 'i';
  }
}

std::string_view Scanner::exact_key() {
  if (!marked_) return folded();
  std::memcpy(letters_.data() + size_, modifiers_.data(), size_);
  letters_[2 * size_] = static_cast<char>(tone_);
  return {letters_.data(), 2 * size_ + 1};
}

std::string Scanner::exact() const {
  std::string form;
  form.reserve(size_ + 4);
  for (std::size_t i = first_; i < size_; ++i) {
    form += marked_ ? letter_with_modifier(letters_[i], modifiers_[i]) : std::string_view(&letters_[i], 1);
  }
  if (tone_ != Tone::none) form += static_cast<char>('0' + static_cast<int>(tone_));
  return form;
}

}  // namespace congbo::search
