// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/markdown/left_overs.h"

#include <algorithm>
#include <array>

namespace congbo::markdown {
namespace {

constexpr auto none = std::string_view::npos;

// What Word puts before the items of a list.
constexpr std::array<std::string_view, 5> bullets = {"•", "·", "▪", "●", "➢"};
constexpr std::string_view dash = "–";
constexpr std::size_t highest_heading = 2;  // the page's title is of level 1

bool is_letter(char byte) {
  const char small = static_cast<char>(byte | 0x20);
  return (small >= 'a' && small <= 'z') || (byte & 0x80) != 0;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  return begin == none ? std::string_view() : text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

bool is_escaped(std::string_view line, std::size_t at) {
  return at > 0 && line[at - 1] == '\\';
}

std::string_view after_blanks(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t' || text.starts_with("\u00A0")))
    text.remove_prefix(text.starts_with("\u00A0") ? 2 : 1);
  return text;
}

// «•  Mục», «– Mục» on a later line: the bullet, else nothing.
std::string_view bullet_of(std::string_view text, LineStart start) {
  for (const std::string_view bullet : bullets)
    if (text.starts_with(bullet)) return bullet;
  return start == LineStart::later && text.starts_with(dash) ? dash : std::string_view();
}

// «##Mục», but no «#MayNgan»: one # before a word without marks is a tag.
std::size_t hashes_of(std::string_view text) {
  const std::size_t count = std::min(text.find_first_not_of('#'), text.size());
  if (count == 0 || count > 6 || count == text.size() || !is_letter(text[count])) return 0;
  const std::string_view word = text.substr(0, text.find(' '));
  const bool marked = std::any_of(word.begin(), word.end(), [](char byte) { return (byte & 0x80) != 0; });
  return count == 1 && (!marked || word.size() == text.size()) ? 0 : count;
}

// «-gạch»; a number below zero and «--» are something else.
bool is_tight_item(std::string_view text) {
  return text.size() > 1 && (text[0] == '-' || text[0] == '+') && is_letter(text[1]) && text[1] != dash[0];
}

std::optional<LeftOver> at_line_start(std::string_view text, std::size_t offset, LineStart start) {
  const auto found = [&](std::string corrected) {
    return LeftOver{"markdown-left-over", offset, std::move(corrected)};
  };
  if (const std::size_t hashes = hashes_of(text))
    return found(std::string(std::max(hashes, highest_heading), '#') + " " + std::string(text.substr(hashes)));
  if (is_tight_item(text)) return found("- " + std::string(after_blanks(text.substr(1))));
  if (const std::string_view bullet = bullet_of(text, start); !bullet.empty())
    return found("- " + std::string(after_blanks(text.substr(bullet.size()))));
  const auto pipes = std::count(text.begin(), text.end(), '|');
  if (start != LineStart::first || text.front() != '|' || pipes < 2) return std::nullopt;
  std::string rule = "|";
  for (auto column = pipes - (text.back() == '|' ? 1 : 0); column > 0; --column) rule += "---|";
  return LeftOver{"markdown-table-no-rule", offset, rule};
}

// «** đậm **», or a ** that nothing closes. «(**)» marks a note.
std::optional<LeftOver> stars_in(std::string_view line, std::size_t from) {
  std::size_t at = line.find("**", from);
  if (at == none || is_escaped(line, at)) return std::nullopt;
  if ((at > 0 && line[at - 1] == '(') || line.substr(at).starts_with("***")) return std::nullopt;
  const std::size_t end = line.find("**", at + 2);
  std::string corrected(line.substr(0, at));
  if (end == none) {
    corrected += line.substr(at + 2);
  } else {
    const std::string_view inner = line.substr(at + 2, end - at - 2), words = trimmed(inner),
                           rest = line.substr(end + 2);
    const bool tight = words.size() == inner.size();
    if (!corrected.empty() && is_letter(corrected.back()) && inner.starts_with(' ')) corrected += ' ';
    corrected.append("**").append(words).append("**");
    if (!rest.empty() && (tight ? rest.front() != ' ' : inner.ends_with(' ') && is_letter(rest.front())))
      corrected += ' ';
    corrected.append(rest);
  }
  return LeftOver{"markdown-left-over", at, std::string(trimmed(corrected))};
}

bool is_address(std::string_view text) {
  return text.find_first_of(" \t") != none ? text.find_first_of("./") != none
                                           : text.starts_with("http") || text.starts_with("www.");
}

// What stands between the parentheses of a link: «thu tuc "Tiêu đề"».
struct Target {
  std::string_view address, title;  // the title with its quotation marks and the blank before it
};

Target target_in(std::string_view text) {
  const std::size_t quote = text.find(" \"");
  if (quote == none || text.size() < quote + 3 || text.back() != '"') return {trimmed(text), {}};
  return {trimmed(text.substr(0, quote)), text.substr(quote)};
}

// «[chữ](tệp có dấu cách.pdf)», «[chữ](thu tuc)», «[chữ] (https://…)».
std::optional<LeftOver> link_in(std::string_view line, std::size_t from) {
  for (std::size_t at = line.find(']', from); at != none; at = line.find(']', at + 1)) {
    const bool apart = line.substr(at + 1).starts_with(" (");
    const std::size_t open = at + (apart ? 2 : 1);
    if (open >= line.size() || line[open] != '(' || is_escaped(line, at)) continue;
    const std::size_t begin = line.rfind('[', at), close = line.find(')', open);
    if (begin == none || close == none || is_escaped(line, begin)) continue;
    if (std::count(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(begin), '`') % 2 != 0) continue;  // code
    const Target target = target_in(trimmed(line.substr(open + 1, close - open - 1)));
    const bool has_blank = target.address.find_first_of(" \t") != none;
    if (target.address.find_first_of("<\"(") != none) continue;
    if (apart ? !is_address(target.address) : !has_blank) continue;
    std::string corrected(line.substr(0, at + 1));
    corrected.append(has_blank ? "(<" : "(").append(target.address).append(has_blank ? ">" : "").append(target.title);
    return LeftOver{"markdown-left-over", begin, corrected.append(line.substr(close))};
  }
  return std::nullopt;
}

// Cells copied out of a spreadsheet.
std::optional<LeftOver> tabs_in(std::string_view line, std::size_t from, LineStart start) {
  const std::string_view text = trimmed(line);
  if (std::count(text.begin(), text.end(), '\t') < (start == LineStart::later ? 1 : 2)) return std::nullopt;
  std::string row = "| ";
  for (const char byte : text) row.append(byte == '\t' ? " | " : std::string(1, byte));
  return LeftOver{"markdown-left-over", std::max(from, line.find('\t')), row + " |"};
}

}  // namespace

MarkSigns signs_of_marks(std::string_view text) {
  return {text.find("**") != none, text.find("](") != none || text.find("] (") != none, text.find('\t') != none};
}

bool may_be_left_over(std::string_view text, LineStart start, const MarkSigns& signs) {
  if (text.empty()) return false;
  const auto is_mark = [&](char first) {
    return first == '#' || first == '-' || first == '+' || first == '|' || !bullet_of(text, start).empty();
  };
  if (start != LineStart::inside && is_mark(text.front())) return true;
  return (signs.stars && text.find("**") != none) ||
         (signs.brackets && (text.find("](") != none || text.find("] (") != none)) ||
         (signs.tabs && text.find('\t') != none);
}

std::optional<LeftOver> left_over_in(std::string_view line, std::size_t from, LineStart start, std::string_view text) {
  if (const std::size_t first = line.find_first_not_of(" \t>", start == LineStart::inside ? line.size() : 0);
      first != none)
    if (auto found = at_line_start(trimmed(line.substr(first)), first, start)) return found;
  if (auto found = link_in(line, from)) return found;  // first: stars around a link are not left over
  if (text.find("**") != none)
    if (auto found = stars_in(line, from)) return found;
  return tabs_in(line, from, start);
}

}  // namespace congbo::markdown
