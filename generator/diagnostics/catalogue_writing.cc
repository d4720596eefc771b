// SPDX-License-Identifier: GPL-3.0-or-later
// What was left unwritten, dated wrongly or left in a folder (generator/check/page_body, rule_dates,
// rule_unused_files).
#include <vector>

#include "generator/diagnostics/catalogue.h"

namespace congbo::diagnostics {

std::span<const CatalogueRow> writing_rows() {
  static const std::vector<CatalogueRow> rows = {
      {"body-empty", "bài «{0}» chưa có nội dung", "“{0}” has no text", "viết nội dung dưới dòng «---» thứ hai",
       "write the text below the second line “---”"},
      {"event-far-ahead", "«{0}» là ngày {1}, hơn 30 ngày nữa mới đến", "“{0}” is {1}, more than 30 days ahead",
       "nếu gõ nhầm, viết {suggestion}; bài báo trước một việc sắp đến thì đăng ở loại notice",
       "if it is a slip, write {suggestion}; announce what is to come as type notice",
       "Bài có ngày trong tương lai đứng đầu mọi danh sách cho đến ngày ấy.",
       "An item dated ahead stands first in every list until that day."},
      {"event-too-far", "«{0}» là ngày {1}, hơn hai năm nữa mới đến", "“{0}” is {1}, more than two years ahead",
       "có lẽ gõ nhầm năm; viết {suggestion}", "the year is probably a slip; write {suggestion}",
       "Bài có ngày trong tương lai đứng đầu mọi danh sách cho đến ngày ấy. Sai: event_at: 2062-11-16T08:00. Đúng: "
       "event_at: 2026-11-16T08:00.",
       "An item dated ahead stands first in every list until that day. Wrong: event_at: 2062-11-16T08:00. Right: "
       "event_at: 2026-11-16T08:00."},
      {"file-unused", "tệp «{0}» không được đăng: không bài nào dẫn tới nó",
       "the file “{0}” is not published: no page refers to it",
       "dẫn tới nó từ một bài, ví dụ [tên tệp]({1}), hoặc xóa tệp; bài viết phải là tệp .md",
       "refer to it from a page, such as [name of the file]({1}), or delete it; a page is a file .md"},
      {"sample-left", "trang còn giữ chữ mẫu «{0}»", "the page still has the sample text “{0}”",
       "viết nội dung thật thay vào", "write what is true instead"},
      {"sample-settings", "thông tin chung của cổng còn giữ chữ mẫu ở: {0}",
       "the settings of the portal still have sample texts in: {0}", "viết tên, địa chỉ, điện thoại thật của cơ quan",
       "write the real name, address and telephone of the body"},
      {"text-no-diacritics", "đoạn này không có dấu tiếng Việt: «{0}»",
       "this paragraph is Vietnamese without diacritics: “{0}”", "gõ lại bằng tiếng Việt có dấu",
       "type it again with diacritics",
       "Chữ không dấu khó đọc và hiểu được theo nhiều cách. Sai: «Phuong Ben Suong khai truong». Đúng: «Phường Bến "
       "Sương "
       "khai trương».",
       "Text without diacritics is hard to read and can mean several things."},
      {"text-placeholder", "bài còn giữ câu mẫu «{0}»", "the page still has the sample text “{0}”",
       "viết nội dung thay cho câu này, hoặc để status: draft", "write the text in its place, or keep status: draft"},
  };
  return rows;
}

}  // namespace congbo::diagnostics
