// SPDX-License-Identifier: GPL-3.0-or-later
#include <vector>

#include "generator/diagnostics/catalogue.h"

namespace congbo::diagnostics {

std::span<const CatalogueRow> cli_rows() {
  static const std::vector<CatalogueRow> rows = {
      {"baseline-expired", "«{0}» ở {1} chỉ được chấp nhận đến ngày {2} ({3})",
       "“{0}” in {1} was accepted until {2} only ({3})", "sửa điều đó rồi xóa dòng này, hoặc gia hạn kèm lý do mới",
       "mend it and delete this line, or give a new day and reason"},
      {"baseline-invalid", "dòng này không phải: mã, tệp, dấu vân, ngày cuối, lý do",
       "this line is not: code, file, fingerprint, last day, reason",
       "cách nhau bằng phím Tab; ngày và lý do bắt buộc; `congbo check --write-baseline` viết giúp",
       "parted by tabs; day and reason are mandatory; `congbo check --write-baseline` writes such lines"},
      {"baseline-unused", "không còn «{0}» như thế ở {1}", "there is no such “{0}” in {1} any more", "xóa dòng này",
       "delete this line"},
      {"command-missing", "thiếu tên lệnh sau «{0}»", "a command is missing after \"{0}\"", "gõ: congbo --help",
       "type: congbo --help"},
      {"option-baseline", "ghi «{0}» cần --until (ngày) và --reason",
       "writing “{0}” needs --until (a day) and --reason",
       "ví dụ: --until 2027-01-31 --reason «nội dung chuyển từ cổng cũ»",
       "for example: --until 2027-01-31 --reason «content of the old portal»"},
      {"option-code", "không có mã thông báo «{0}»", "there is no message with the code \"{0}\"",
       "có phải ý bạn là «{suggestion}»? Xem tất cả các mã: congbo explain",
       "did you mean \"{suggestion}\"? For all codes: congbo explain"},
      {"option-missing", "thiếu tham số {0}", "{0} is missing", "gõ lệnh với --help để xem cách dùng",
       "type the command with --help to see how it is used"},
      {"option-exposed", "địa chỉ «{0}» mở ra ngoài máy này, nên bản nháp phải có người gác",
       "the address \"{0}\" is reachable from outside, so drafts need a guard",
       "thêm --repo với --token-file TỆP, hoặc --trusted-header TÊN nếu máy chủ phía trước đã kiểm tra người vào",
       "add --repo with --token-file FILE, or --trusted-header NAME if a proxy checks who comes"},
      {"option-now", "«{0}» không phải là một thời điểm", "\"{0}\" is not an instant", "viết như 2026-03-02T08:00",
       "write it like 2026-03-02T08:00"},
      {"option-out", "không thể ghi kết quả vào «{0}»: đó là nơi chứa nội dung",
       "\"{0}\" cannot be the output: the content is there", "chọn một thư mục khác, ví dụ --out out",
       "choose another folder, such as --out out"},
      {"option-other", "dòng lệnh không đúng: {0}", "the command line is not right: {0}",
       "gõ lệnh với --help để xem cách dùng", "type the command with --help to see how it is used"},
      {"option-token", "tệp mã «{0}» không đọc được hoặc ngắn hơn {1} ký tự",
       "the code file \"{0}\" cannot be read or is shorter than {1} characters",
       "tạo mã mới: openssl rand -hex 20 > TỆP", "make a new one: openssl rand -hex 20 > FILE"},
      {"option-unknown", "không hiểu «{0}»", "\"{0}\" is not known here",
       "có phải ý bạn là «{suggestion}»? Xem các lệnh và tùy chọn: congbo --help",
       "did you mean \"{suggestion}\"? For commands and options: congbo --help"},
      {"option-value", "{0} không nhận giá trị «{1}»", "{0} does not take the value \"{1}\"",
       "gõ lệnh với --help để xem các giá trị được phép", "type the command with --help to see what is allowed"},
      {"option-value-missing", "{0} chưa có giá trị", "{0} has no value", "viết giá trị ngay sau {0}",
       "write the value after {0}"},
      {"option-value-unlisted", "{0} không nhận giá trị «{1}»", "{0} does not take the value \"{1}\"",
       "các giá trị được nhận: {2}", "it takes: {2}"},
      {"source-empty", "không có content/ trong «{0}»", "there is no content/ in \"{0}\"",
       "chỉ thư mục gốc của cổng bằng --source, hoặc tạo cổng mới: congbo init",
       "name the portal's root folder with --source, or create a portal: congbo init"},
      {"translated-no-original", "trang này chưa nêu bản gốc có thật (translation_of: «{0}»)",
       "this page names no original that exists (translation_of: “{0}”)", "ghi translation_of: id của trang gốc",
       "write translation_of: the id of the original"},
      {"translated-no-page", "«{0}» không phải là một trang của cổng", "“{0}” is not a page of the portal",
       "ghi đường dẫn từ thư mục gốc, ví dụ content/en/news/a.md",
       "write the path from the root folder, such as content/en/news/a.md"},
  };
  return rows;
}

}  // namespace congbo::diagnostics
