// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/detect/secret_marks.h"

#include <algorithm>
#include <array>
#include <string>

#include "generator/base/slug.h"
#include "generator/base/unicode.h"
#include "generator/detect/scan.h"

namespace congbo::detect {

namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t longest_mark_line = 120;  // bytes

// Levels of secrecy as they are stamped.
constexpr std::array<std::string_view, 5> levels = {"TUYỆT MẬT", "TỐI MẬT", "MẬT", "TÀI LIỆU MẬT", "XEM XONG TRẢ LẠI"};
// Narrow circulation, however it is written.
constexpr std::array<std::string_view, 6> circulation = {"luu hanh noi bo",     "khong pho bien",
                                                         "tai lieu noi bo",     "tai lieu luu hanh noi bo",
                                                         "chi luu hanh noi bo", "su dung noi bo"};

bool is_decoration(char c) {
  return std::string_view(" \t\r*_>#\\.|()[]\"'").find(c) != npos;
}

// The line without emphasis, quote and heading signs, brackets and cell borders around it.
std::string_view bare(std::string_view line) {
  while (!line.empty() && is_decoration(line.front())) line.remove_prefix(1);
  while (!line.empty() && is_decoration(line.back())) line.remove_suffix(1);
  return line;
}

// What follows the key of a line of front matter, or the line itself.
std::string_view value_of(std::string_view line) {
  for (const std::string_view key : {"title:", "summary:", "subtitle:", "abstract:"})
    if (line.starts_with(key)) return line.substr(key.size());
  return line;
}

// «Độ mật: Tối mật» → «Tối mật».
std::string_view after_label(std::string_view text) {
  const std::size_t sign = text.find(':');
  if (sign == npos) return {};
  const std::string label = fold(text.substr(0, sign));
  return label.ends_with("do mat") || label.ends_with("muc do mat") ? bare(text.substr(sign + 1)) : std::string_view();
}

// «TUYỆT  MẬT» and «T U Y Ệ T  M Ậ T» with single spaces between words; the latter is what letters one by one spell.
std::string joined(std::string_view text) {
  std::string out;
  bool letter_by_letter = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    if (!word.empty()) {
      const auto characters = std::count_if(word.begin(), word.end(), [](char c) { return (c & 0xC0) != 0x80; });
      letter_by_letter = letter_by_letter && characters == 1;
      out += (out.empty() ? "" : " ") + std::string(word);
    }
    at = end + 1;
  }
  if (!letter_by_letter) return out;
  out.erase(std::remove(out.begin(), out.end(), ' '), out.end());
  for (const std::string_view level : levels) {
    std::string close(level);
    close.erase(std::remove(close.begin(), close.end(), ' '), close.end());
    if (out == close) return std::string(level);
  }
  return out;
}

bool is_level(std::string_view text) {
  const std::string lower = to_lower(text);
  return lower == "mật" || lower == "tối mật" || lower == "tuyệt mật";
}

// A mark in capitals, or one of two words however they are written; «Mật» alone may be a heading of a law.
bool is_stamp(std::string_view text) {
  const std::string mark = joined(text);
  return std::find(levels.begin(), levels.end(), mark) != levels.end() || (is_level(mark) && mark.size() > 5);
}

bool is_circulation(std::string_view folded) {
  return std::find(circulation.begin(), circulation.end(), folded) != circulation.end();
}

// «Chỉ lưu hành nội bộ, không phát tán»: the mark and what it forbids besides.
bool is_circulation_and_ban(const std::string& folded) {
  const std::size_t sign = folded.find_first_of(",;.-");
  if (sign == std::string::npos) return false;
  const std::string_view first = bare(std::string_view(folded).substr(0, sign));
  const std::string_view rest = bare(std::string_view(folded).substr(sign + 1));
  return first.ends_with("noi bo") && is_circulation(first) && (rest.starts_with("khong ") || rest.starts_with("cam "));
}

// «TUYỆT MẬT - Bản số 3», «MẬT (Bản số 3)»: the mark.
std::string_view before_copy_number(std::string_view text) {
  std::size_t at = npos;
  for (const std::string_view words : {"Bản số", "bản số", "BẢN SỐ"}) at = std::min(at, text.find(words));
  if (at == npos) return {};
  if (text.find_first_not_of("0123456789 :./", at + std::string_view("Bản số").size()) != npos) return {};
  std::string_view mark = text.substr(0, at);
  while (!mark.empty() &&
         (is_decoration(mark.back()) || std::string_view("-,;:\xE2\x80\x93\x94").find(mark.back()) != npos))
    mark.remove_suffix(1);
  return mark;
}

// «12/BC-UBND» after «Số:».
bool is_document_number(std::string_view text) {
  return (text.starts_with("Số:") || text.starts_with("Số ") || text.starts_with("SỐ")) && text.find('/') != npos;
}

// «Số: 12/BC-UBND (Mật)»: the mark.
std::string_view after_document_number(std::string_view text) {
  const std::size_t open = text.rfind('(');
  if (open == npos || !is_document_number(text)) return {};
  const std::string_view mark = bare(text.substr(open));
  return is_level(joined(mark)) ? mark : std::string_view();
}

// «| MẬT | Số: 12/BC-UBND |», the head of a letter: the mark. A row that lists the levels bears none.
std::string_view in_head_of_letter(std::string_view row) {
  std::string_view mark;
  bool number = false;
  for (std::size_t at = 0; at <= row.size();) {
    const std::size_t end = std::min(row.find('|', at), row.size());
    const std::string_view cell = bare(row.substr(at, end - at));
    if (is_document_number(cell)) {
      number = true;
    } else if (is_stamp(cell)) {
      if (!mark.empty()) return {};
      mark = cell;
    }
    at = end + 1;
  }
  return number ? mark : std::string_view();
}

// The mark that a line bears, a part of it; empty for none.
std::string_view mark_of(std::string_view line) {
  const std::string_view text = bare(value_of(line));
  if (text.empty()) return {};
  if (is_stamp(text)) return text;
  const std::string folded = fold(joined(text));
  if (is_circulation(folded) || is_circulation_and_ban(folded)) return text;
  if (const std::string_view label = after_label(text); !label.empty() && is_level(joined(label))) return label;
  if (const std::string_view mark = before_copy_number(text); is_stamp(mark)) return mark;
  if (const std::string_view mark = after_document_number(text); !mark.empty()) return mark;
  return text.find('|') == npos ? std::string_view() : in_head_of_letter(text);
}

}  // namespace

std::vector<Finding> find_secret_marks(std::string_view text) {
  std::vector<Finding> found;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view line = text.substr(start, end - start);
    start = end + 1;
    if (line.size() > longest_mark_line || (scan(line) & sign_mark) == 0) continue;
    const std::string_view mark = mark_of(line);
    if (mark.empty()) continue;
    found.push_back(
        {"secret-mark", static_cast<std::size_t>(mark.data() - text.data()), mark.size(), std::string(mark)});
  }
  return found;
}

bool is_secret_name(std::string_view file_name) {
  const std::string name = "-" + slug(file_name.substr(0, file_name.rfind('.'))) + "-";
  for (const std::string_view word :
       {"-tuyet-mat-", "-toi-mat-", "-tai-lieu-mat-", "-van-ban-mat-", "-luu-hanh-noi-bo-", "-khong-pho-bien-"})
    if (name.find(word) != npos) return true;
  return false;
}

}  // namespace congbo::detect
