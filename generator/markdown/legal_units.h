// SPDX-License-Identifier: GPL-3.0-or-later
// Chương, Mục, Điều, khoản and điểm of legal texts, recognised by how they begin, whether written as headings, in bold,
// as plain paragraphs or as list items. Each gets an address that stays the same when the text around it changes:
// "dieu-5-khoan-1-diem-a".
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congbo::markdown {

enum class UnitKind { chapter, section, article, clause, point };

struct Unit {
  UnitKind kind = UnitKind::article;
  std::string number;  // as an address part: "i", "5", "5a", "dd"
};

// How firmly a block says that it is a title: a paragraph of running text may begin with a reference, «Điều 5 Nghị định
// này».
enum class BlockForm { heading, bold, plain };

// The unit that a block begins, from its first words (plain text, at least 64 bytes of it if it is that long).
std::optional<Unit> recognise_title(std::string_view words, BlockForm form);  // chapter, section, article
std::optional<Unit> recognise_clause(std::string_view words);                 // "1. …", "2a. …"
std::optional<Unit> recognise_point(std::string_view words);                  // "a) …", "đ) …"

// Where in the document we are; gives each unit its address.
class LegalPosition {
 public:
  // The address of the unit that begins here; empty for a khoản or điểm outside a Điều. `heading_level` is 0 for a unit
  // that is not a heading.
  std::string enter(const Unit& unit, int heading_level);
  // The address it really got, where the one wanted was taken: what is inside it follows.
  void settle(UnitKind kind, const std::string& address);
  // A heading that is no unit (an appendix, a signature): ends a Điều that it stands beside or above.
  void pass_heading(int level);
  // Level of the unit in an outline: below its Chương and Mục.
  int outline_level(UnitKind kind) const;
  bool in_article() const { return !here_.article.empty(); }

  // Block quotes hold amendments word for word: what they contain does not move our own position, nor take the address
  // of a unit of our own, but bears that of the unit it stands in: "dieu-1-khoan-3-trich-dieu-7".
  void enter_quote();
  void leave_quote();

 private:
  struct State {
    std::string quote;                              // "dieu-1-khoan-3-trich"; empty outside quotes
    std::string chapter, section, article, clause;  // addresses; empty: none
    int article_level = 0;
  };
  std::string start_of_address() const { return here_.quote.empty() ? std::string() : here_.quote + "-"; }

  State here_;
  std::vector<State> outside_;
};

}  // namespace congbo::markdown
