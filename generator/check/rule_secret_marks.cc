// SPDX-License-Identifier: GPL-3.0-or-later
// A document that bears a mark of secrecy or of narrow circulation is not for a portal (REF-08, REF-04; law
// 117/2025/QH15 on state secrets). A mark is a line of its own in capitals, as the stamp stands on paper: words such as
// «bảo mật» and laws that name the levels within a sentence are no marks.
#include <array>

#include "generator/check/page_source.h"
#include "generator/check/rules.h"

namespace congbo::check {

namespace {

constexpr std::array<std::string_view, 5> marks = {"TUYỆT MẬT", "TỐI MẬT", "MẬT", "LƯU HÀNH NỘI BỘ",
                                                   "XEM XONG TRẢ LẠI"};

// Parts that are in every mark, for a quick look.
constexpr std::array<std::string_view, 3> parts = {"MẬT", "LƯU HÀNH NỘI BỘ", "XEM XONG TRẢ LẠI"};

bool may_hold_mark(std::string_view text) {
  for (const std::string_view part : parts)
    if (text.find(part) != std::string_view::npos) return true;
  return false;
}

bool is_decoration(char c) {
  return std::string_view(" \t\r*_>#\\.").find(c) != std::string_view::npos;
}

// The line without emphasis, quote and heading signs around it.
std::string_view bare(std::string_view line) {
  while (!line.empty() && is_decoration(line.front())) line.remove_prefix(1);
  while (!line.empty() && is_decoration(line.back())) line.remove_suffix(1);
  return line;
}

void report(const SiteFacts& facts, const pages::Page& page, Diagnostics& found) {
  const std::optional<SourceText> file = source_of(facts, page);
  if (!file) return;
  for (int number = page.body_line; number <= file->line_count(); ++number) {
    const std::string_view line = file->line(number);
    const std::string_view text = bare(line);
    for (const std::string_view mark : marks)
      if (text == mark) {
        const int column = static_cast<int>(text.data() - line.data()) + 1;
        found.add(error("secret-mark", file->place_of_column(number, column, text.size()), {std::string(mark)}));
      }
  }
}

}  // namespace

void check_secret_marks(const SiteFacts& facts, Diagnostics& found) {
  each_visible_page(facts, found, [&](PageIndex index, Diagnostics& here) {
    const markdown::Fragment* body = facts.bodies[index];
    std::string buffer;
    if (body && may_hold_mark(body->html_in(buffer))) report(facts, facts.library[index], here);
  });
}

}  // namespace congbo::check
