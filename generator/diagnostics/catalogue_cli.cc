// SPDX-License-Identifier: GPL-3.0-or-later
#include <vector>

#include "generator/diagnostics/catalogue.h"

namespace congbo::diagnostics {

std::span<const CatalogueRow> cli_rows() {
  static const std::vector<CatalogueRow> rows = {
      {"command-missing", "thiếu tên lệnh sau «{0}»", "a command is missing after \"{0}\"", "gõ: congbo --help",
       "type: congbo --help"},
      {"option-code", "không có mã thông báo «{0}»", "there is no message with the code \"{0}\"",
       "có phải ý bạn là «{suggestion}»? Xem tất cả các mã: congbo explain",
       "did you mean \"{suggestion}\"? For all codes: congbo explain"},
      {"option-missing", "thiếu tham số {0}", "{0} is missing", "gõ lệnh với --help để xem cách dùng",
       "type the command with --help to see how it is used"},
      {"option-now", "«{0}» không phải là một thời điểm", "\"{0}\" is not an instant", "viết như 2026-03-02T08:00",
       "write it like 2026-03-02T08:00"},
      {"option-out", "không thể ghi kết quả vào «{0}»: đó là nơi chứa nội dung",
       "\"{0}\" cannot be the output: the content is there", "chọn một thư mục khác, ví dụ --out out",
       "choose another folder, such as --out out"},
      {"option-other", "dòng lệnh không đúng: {0}", "the command line is not right: {0}",
       "gõ lệnh với --help để xem cách dùng", "type the command with --help to see how it is used"},
      {"option-unknown", "không hiểu «{0}»", "\"{0}\" is not known here",
       "có phải ý bạn là «{suggestion}»? Xem các lệnh và tùy chọn: congbo --help",
       "did you mean \"{suggestion}\"? For commands and options: congbo --help"},
      {"option-value", "giá trị của {0} không hợp lệ", "the value of {0} is not valid",
       "gõ lệnh với --help để xem các giá trị được phép", "type the command with --help to see what is allowed"},
      {"source-empty", "không có content/ trong «{0}»", "there is no content/ in \"{0}\"",
       "chỉ thư mục gốc của cổng bằng --source, hoặc tạo cổng mới: congbo init",
       "name the portal's root folder with --source, or create a portal: congbo init"},
  };
  return rows;
}

}  // namespace congbo::diagnostics
