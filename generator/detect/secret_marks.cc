// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/detect/secret_marks.h"

#include <algorithm>
#include <array>
#include <string>

#include "generator/base/slug.h"
#include "generator/base/unicode.h"

namespace congbo::detect {

namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t longest_mark_line = 120;  // bytes

// Levels of secrecy are marks in capitals only: «Mật» alone may be a heading of a law.
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

bool is_mark(std::string_view text) {
  if (std::find(levels.begin(), levels.end(), text) != levels.end()) return true;
  const std::string folded = fold(text);
  return std::find(circulation.begin(), circulation.end(), folded) != circulation.end();
}

bool is_level(std::string_view text) {
  const std::string folded = fold(text);
  return folded == "mat" || folded == "toi mat" || folded == "tuyet mat";
}

}  // namespace

std::vector<Finding> find_secret_marks(std::string_view text) {
  std::vector<Finding> found;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view line = text.substr(start, end - start);
    start = end + 1;
    if (line.size() > longest_mark_line) continue;
    std::string_view mark = bare(value_of(line));
    if (mark.empty() || !is_mark(mark)) {
      mark = after_label(mark);
      if (mark.empty() || !is_level(mark)) continue;
    }
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
