// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/diagnostics/examples.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace congbo::diagnostics {
namespace {

constexpr std::size_t most_arguments = 8;

constexpr Example rows[] = {
    {"address-vanished", "/tin-tuc/a.html|2026-03-04", "", "git mv content/tin-tuc/a.md content/tin-tuc/b.md",
     "congbo move content/tin-tuc/a.md content/tin-tuc/b.md"},
    {"boolean-invalid", "featured|có", "", "featured: có", "featured: true"},
    {"choice-unknown", "category|tin tuc|Chuyên mục", "tin-tuc", "category: tin tuc", "category: tin-tuc"},
    {"choice-unlisted", "scope|tỉnh|province, domestic, foreign", "", "scope: tỉnh", "scope: province"},
    {"date-invalid", "issued_on|16/11/2026", "2026-11-16", "issued_on: 16/11/2026", "issued_on: 2026-11-16"},
    {"datetime-invalid", "event_at|8h ngày 16/11/2026", "2026-11-16T08:00", "event_at: 8h ngày 16/11/2026",
     "event_at: 2026-11-16T08:00"},
    {"day-not-in-month", "date|2026-11-31|30", "2026-11-30", "date: 2026-11-31", "date: 2026-11-30"},
    {"document-number-form", "12/2026/QD-UBND", "12/2026/QĐ-UBND", "number: 12/2026/QD-UBND",
     "number: 12/2026/QĐ-UBND"},
    {"field-missing", "summary|Tóm tắt|news", "", "title: Khai trương",
     "title: Khai trương\nsummary: Phục vụ cả thứ Bảy."},
    {"field-unknown", "categori|news", "category", "categori: tin-tuc", "category: tin-tuc"},
    {"file-missing", "content/tin-tuc/a/anh.jpg", "", "cover: anh.JPG", "cover: anh.jpg"},
    {"front-matter-missing", "", "", "title: Khai trương", "---\ntitle: Khai trương\n---"},
    {"front-matter-unterminated", "", "", "---\ntitle: Khai trương\nSáng 16/11 …",
     "---\ntitle: Khai trương\n---\nSáng 16/11 …"},
    {"heading-capitals", "KHAI TRƯƠNG BỘ PHẬN MỘT CỬA", "Khai trương bộ phận một cửa", "## KHAI TRƯƠNG BỘ PHẬN MỘT CỬA",
     "## Khai trương Bộ phận Một cửa"},
    {"image-alt-file-name", "IMG_2034", "", "![IMG_2034](quay.jpg)", "![Quầy tiếp nhận hồ sơ](quay.jpg)"},
    {"link-file-missing", "a/don.pdf|content/tin-tuc/a/don.pdf", "", "[Mẫu đơn](don.pdf)",
     "[Mẫu đơn](ten-bai/don.pdf)"},
    {"link-missing", "khai-sinh.md", "../thu-tuc/khai-sinh.md", "[thủ tục](khai-sinh.md)",
     "[thủ tục](../thu-tuc/khai-sinh.md)"},
    {"link-path-missing", "/tin-tuc/khong-co.html", "", "[tin](/tin-tuc/khong-co.html)",
     "[tin](../tin-tuc/ten-bai.md)"},
    {"markdown-code-indented", "", "", "    Đoạn văn thụt vào.", "Đoạn văn thụt vào."},
    {"markdown-heading-one", "", "", "# Mục một", "## Mục một"},
    {"markdown-heading-skip", "4|2", "###", "## Mục một\n#### Mục nhỏ", "## Mục một\n### Mục nhỏ"},
    {"markdown-image-alt-missing", "quay.jpg", "", "![](quay.jpg)", "![Quầy tiếp nhận hồ sơ](quay.jpg)"},
    {"markdown-left-over", "##Mục một", "## Mục một", "##Mục một", "## Mục một"},
    {"markdown-link-address-empty", "mẫu đơn", "", "[mẫu đơn]()", "[mẫu đơn](ten-bai/mau-don.odt)"},
    {"markdown-link-text-vague", "tại đây", "", "Xem [tại đây](a.md)", "Xem [giờ làm việc mới](a.md)"},
    {"markdown-raw-html", "<b>", "", "<b>đậm</b>", "**đậm**"},
    {"markdown-table-no-rule", "Xã, Số", "|---|---|", "| Xã | Số |\n| Suối Lụa | 1 |",
     "| Xã | Số |\n|---|---|\n| Suối Lụa | 1 |"},
    {"markdown-table-row-cells", "3|2", "thừa", "| Xã | Số |\n|---|---|\n| Suối Lụa | 1 | thừa |",
     "| Xã | Số | Ghi chú |\n|---|---|---|\n| Suối Lụa | 1 | thừa |"},
    {"markdown-table-text-row", "", "", "| Suối Lụa | 1 |\nĐoạn văn.", "| Suối Lụa | 1 |\n\nĐoạn văn."},
    {"number-invalid", "amount|1.500.000", "", "amount: 1.500.000", "amount: 1500000"},
    {"personal-phone", "09xx xxx 123", "", "Liên hệ ông A, 09xx xxx 123.", "Liên hệ Bộ phận Một cửa, 0200 0000 190."},
    {"text-placeholder", "Nội dung viết ở đây.", "", "Nội dung viết ở đây.", "Sáng 16/11, phường Bến Sương …"},
    {"type-unknown", "tin", "news", "type: tin", "type: news"},
    {"unit-unknown", "UBND phường Bến Sương", "phuong-ben-suong", "unit: UBND phường Bến Sương",
     "unit: phuong-ben-suong"},
    {"yaml-character", "*", "title: \"*Khai trương*\"", "title: *Khai trương*", "title: \"*Khai trương*\""},
    {"yaml-colon-in-value", "", "title: \"Hội nghị: tổng kết năm\"", "title: Hội nghị: tổng kết năm",
     "title: \"Hội nghị: tổng kết năm\""},
    {"yaml-colon-missing", "", "title: Khai trương", "title:Khai trương", "title: Khai trương"},
    {"yaml-comment-for-value", "title", "title: \"#1\"", "title: #1", "title: \"#1\""},
    {"yaml-comment-in-value", "title|Chương trình số 1", "title: \"Chương trình số 1 # mới\"",
     "title: Chương trình số 1 # mới", "title: \"Chương trình số 1 # mới\""},
    {"yaml-duplicate-key", "title|2", "", "title: Một\ntitle: Hai", "title: Hai"},
    {"yaml-indentation", "", "", "  title: Một\nunit: van-phong", "title: Một\nunit: van-phong"},
    {"yaml-quote-unclosed", "\"", "", "title: \"Hội nghị", "title: \"Hội nghị\""},
    {"yaml-tab", "", "  - một", "tags:\n\t- một", "tags:\n  - một"},
    {"yaml-word-quotes", "author|author: \"“Ban Biên tập”\"", "author: Ban Biên tập", "author: “Ban Biên tập”",
     "author: Ban Biên tập"},
};

}  // namespace

std::span<const Example> examples() {
  return rows;
}

const Example* example_of(std::string_view code) {
  const auto at = std::lower_bound(std::begin(rows), std::end(rows), code,
                                   [](const Example& row, std::string_view wanted) { return row.code < wanted; });
  return at != std::end(rows) && at->code == code ? at : nullptr;
}

Diagnostic sample_of(std::string_view code) {
  const Example* example = example_of(code);
  if (example == nullptr) return error(code, {}, std::vector<std::string>(most_arguments, "…"), "…");
  std::vector<std::string> arguments;
  for (std::string_view rest = example->arguments; !rest.empty();) {
    const std::size_t end = std::min(rest.find('|'), rest.size());
    arguments.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return error(code, {}, std::move(arguments), std::string(example->suggestion));
}

}  // namespace congbo::diagnostics
