// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/markdown/legal_units.h"

#include <utility>

namespace congbo::markdown {
namespace {

constexpr std::string_view no_break_space = "\u00A0";
constexpr std::size_t longest_clause_number = 3;  // "2025." begins a sentence

bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}
bool is_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}
bool is_roman(char byte) {
  return std::string_view("IVXLCDM").find(byte) != std::string_view::npos;
}
bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

// Takes words off the front of a text.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  bool take(std::string_view word) {
    if (!starts_with(text_, word)) return false;
    text_.remove_prefix(word.size());
    return true;
  }
  bool take_spaces() {
    const std::size_t before = text_.size();
    while (take(" ") || take("\t") || take(no_break_space)) {
    }
    return text_.size() < before;
  }
  template <class Accepts>
  std::string_view take_while(Accepts accepts) {
    std::size_t length = 0;
    while (length < text_.size() && accepts(text_[length])) ++length;
    const std::string_view taken = text_.substr(0, length);
    text_.remove_prefix(length);
    return taken;
  }
  // One small letter as numbered in Vietnamese lists: a, b, c, d, đ, e …; "đ" becomes "dd". Empty if there is none.
  std::string take_letter() {
    if (take("đ")) return "dd";
    if (text_.empty() || text_[0] < 'a' || text_[0] > 'z') return {};
    std::string letter(1, text_[0]);
    text_.remove_prefix(1);
    return letter;
  }
  bool at_end() const { return text_.empty() || text_[0] == '\n'; }
  bool at_space() const {
    return at_end() || text_[0] == ' ' || text_[0] == '\t' || starts_with(text_, no_break_space);
  }
  char front() const { return text_.empty() ? '\0' : text_[0]; }
  std::string_view rest() const { return text_; }

 private:
  std::string_view text_;
};

std::string lower_roman(std::string_view roman) {
  std::string made;
  for (const char byte : roman) made += static_cast<char>(byte - 'A' + 'a');
  return made;
}

// "5", "5a", "IV"; empty if there is no number.
std::string take_number(Reader& reader, UnitKind kind) {
  std::string number(reader.take_while(is_digit));
  if (!number.empty())
    return number + (is_letter(reader.front()) || starts_with(reader.rest(), "đ") ? reader.take_letter() : "");
  if (kind == UnitKind::article) return {};
  return lower_roman(reader.take_while(is_roman));
}

// Whether what follows the number lets it be a title.
bool ends_number(Reader reader, BlockForm form) {
  if (reader.at_end()) return true;
  if (reader.take(".") || reader.take(":")) return !is_digit(reader.front());
  if (form == BlockForm::plain) return false;
  const char next = reader.front();
  return !is_letter(next) && !is_digit(next) && next != ',' && next != ';' && next != '/' &&
         static_cast<unsigned char>(next) < 0x80;
}

std::optional<UnitKind> take_title_word(Reader& reader) {
  if (reader.take("Điều") || reader.take("ĐIỀU")) return UnitKind::article;
  if (reader.take("Chương") || reader.take("CHƯƠNG")) return UnitKind::chapter;
  if (reader.take("Mục") || reader.take("MỤC")) return UnitKind::section;
  return std::nullopt;
}

}  // namespace

std::optional<Unit> recognise_title(std::string_view words, BlockForm form) {
  Reader reader(words);
  reader.take_spaces();
  const std::optional<UnitKind> kind = take_title_word(reader);
  if (!kind || !reader.take_spaces()) return std::nullopt;
  std::string number = take_number(reader, *kind);
  if (number.empty() || !ends_number(reader, form)) return std::nullopt;
  return Unit{*kind, std::move(number)};
}

std::optional<Unit> recognise_clause(std::string_view words) {
  Reader reader(words);
  reader.take_spaces();
  std::string number(reader.take_while(is_digit));
  if (number.empty() || number.size() > longest_clause_number) return std::nullopt;
  number += reader.take_letter();
  if (!reader.take(".") || !reader.at_space()) return std::nullopt;
  return Unit{UnitKind::clause, std::move(number)};
}

std::optional<Unit> recognise_point(std::string_view words) {
  Reader reader(words);
  reader.take_spaces();
  std::string letter = reader.take_letter();
  if (letter.empty() || !reader.take(")") || !reader.at_space()) return std::nullopt;
  return Unit{UnitKind::point, std::move(letter)};
}

std::string LegalPosition::enter(const Unit& unit, int heading_level) {
  switch (unit.kind) {
    case UnitKind::chapter:
      here_.section.clear();
      here_.article.clear();
      here_.clause.clear();
      return here_.chapter = start_of_address() + "chuong-" + unit.number;
    case UnitKind::section:
      here_.article.clear();
      here_.clause.clear();
      return here_.section = (here_.chapter.empty() ? start_of_address() : here_.chapter + "-") + "muc-" + unit.number;
    case UnitKind::article:
      here_.clause.clear();
      here_.article_level = heading_level;
      return here_.article = start_of_address() + "dieu-" + unit.number;
    case UnitKind::clause:
      if (here_.article.empty()) return {};
      return here_.clause = here_.article + "-khoan-" + unit.number;
    case UnitKind::point:
      break;
  }
  if (here_.article.empty()) return {};
  return (here_.clause.empty() ? here_.article : here_.clause) + "-diem-" + unit.number;
}

void LegalPosition::settle(UnitKind kind, const std::string& address) {
  if (kind == UnitKind::chapter) here_.chapter = address;
  if (kind == UnitKind::section) here_.section = address;
  if (kind == UnitKind::article) here_.article = address;
  if (kind == UnitKind::clause) here_.clause = address;
}

void LegalPosition::pass_heading(int level) {
  if (here_.article_level != 0 && level > here_.article_level) return;
  here_.article.clear();
  here_.clause.clear();
}

int LegalPosition::outline_level(UnitKind kind) const {
  if (kind == UnitKind::chapter) return 2;
  const int below_chapter = here_.chapter.empty() ? 2 : 3;
  return kind == UnitKind::section || here_.section.empty() ? below_chapter : below_chapter + 1;
}

// A quote within a Điều may hold khoản alone; they are its own.
void LegalPosition::enter_quote() {
  State inside;
  for (const std::string* unit : {&here_.clause, &here_.article, &here_.section, &here_.chapter})
    if (inside.quote.empty() && !unit->empty()) inside.quote = *unit + "-trich";
  if (inside.quote.empty()) inside.quote = start_of_address() + "trich";
  if (in_article()) inside.article = inside.quote;
  outside_.push_back(std::exchange(here_, std::move(inside)));
}

void LegalPosition::leave_quote() {
  if (outside_.empty()) return;
  here_ = std::move(outside_.back());
  outside_.pop_back();
}

}  // namespace congbo::markdown
