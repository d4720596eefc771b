// SPDX-License-Identifier: GPL-3.0-or-later
#include <vector>

#include "generator/diagnostics/catalogue.h"

namespace congbo::diagnostics {

std::span<const CatalogueRow> authoring_rows() {
  static const std::vector<CatalogueRow> rows = {
      {"answer-needed", "mục này bắt buộc phải có", "this one is mandatory",
       "gõ câu trả lời; Ctrl-D để dừng mà không ghi gì", "type an answer; Ctrl-D stops without writing"},
      {"file-exists", "đã có tệp «{0}»", "\"{0}\" exists already", "đổi tiêu đề, đổi tên tệp hoặc chọn đường dẫn khác",
       "change the title, rename the file or choose another path"},
      {"fix-unsure", "không đủ căn cứ để tự sửa tệp này", "it is not sure what is right here; left alone",
       "mở tệp bằng phần mềm đã tạo ra nó, lưu lại dưới dạng UTF-8, hoặc gõ lại đoạn này",
       "open the file in the program that made it and save it as UTF-8, or type the passage again"},
      {"folder-not-empty", "thư mục «{0}» đã có content/", "the folder \"{0}\" has a content/ already",
       "chọn một thư mục trống", "choose an empty folder"},
      {"import-date", "không đọc được ngày «{1}» cho «{0}»", "the date \"{1}\" for \"{0}\" cannot be read",
       "tệp được nhập mà không có giá trị này; hãy điền tay", "the file is imported without it; fill it in by hand"},
      {"import-default", "«{0}» được ghi giá trị mặc định «{1}»", "\"{0}\" was given the default \"{1}\"",
       "kiểm tra và sửa lại trong tệp đã nhập", "look at it and put it right in the imported file"},
      {"import-key-unmapped", "khóa «{0}» của tệp cũ không được nhập", "the foreign key \"{0}\" was not imported",
       "thêm vào «keys» hoặc «ignore» của tệp ánh xạ", "add it to \"keys\" or \"ignore\" of the mapping"},
      {"import-mapping-incomplete", "tệp ánh xạ thiếu «type» hoặc «section»",
       "the mapping lacks \"type\" or \"section\"", "thêm hai dòng: type: document và section: van-ban",
       "add two lines: type: document and section: van-ban"},
      {"import-missing", "tệp cũ không có giá trị cho «{0}»", "the foreign file has no value for \"{0}\"",
       "thêm tên khóa cũ vào «keys.{0}» của tệp ánh xạ, hoặc điền tay sau khi nhập",
       "add its foreign name to \"keys.{0}\" of the mapping, or fill it in after the import"},
      {"import-not-text", "tệp không phải văn bản UTF-8 (từ byte {0})", "the file is not UTF-8 text (from byte {0})",
       "lưu lại tệp bằng bảng mã UTF-8", "save the file as UTF-8"},
      {"import-value", "giá trị «{1}» không có trong danh mục của «{0}»", "the value \"{1}\" is no term for \"{0}\"",
       "thêm vào «values.{0}» của tệp ánh xạ", "add it to \"values.{0}\" of the mapping"},
      {"page-unknown", "không có trang «{0}»", "there is no page \"{0}\"",
       "viết đường dẫn từ thư mục gốc: content/…/ten-bai.md", "write the path from the root: content/…/name.md"},
      {"path-outside", "không chuyển được đến «{0}»", "the page cannot be moved to \"{0}\"",
       "đích phải là một tệp .md trong cùng cổng", "the target must be an .md file of the same portal"},
      {"portal-unknown", "không có cổng «{0}»", "there is no portal \"{0}\"", "các cổng nằm trong content/sites/",
       "portals are in content/sites/"},
      {"new-stopped", "đã dừng giữa chừng, chưa ghi tệp nào", "stopped half-way; nothing was written",
       "chạy lại lệnh; thêm --no-input để lấy mẫu trống mà không bị hỏi",
       "run the command again; --no-input writes an empty form without asking"},
      {"schema-unknown", "không có lược đồ «{0}»", "there is no schema \"{0}\"",
       "có phải là «{suggestion}»? «congbo schema» liệt kê mọi tên",
       "did you mean \"{suggestion}\"? `congbo schema` lists them"},
      {"section-name-not-slug", "«{0}» không làm tên thư mục của chuyên mục được",
       "\"{0}\" cannot be the folder of a section",
       "có phải ý bạn là «{suggestion}»? Tên chuyên mục là chữ thường không dấu, số và dấu gạch nối, ví dụ tin-tuc",
       "did you mean \"{suggestion}\"? A section is lower-case letters without marks, digits and hyphens, such as "
       "tin-tuc"},
      {"section-needed", "chưa biết đặt bài loại «{0}» vào chuyên mục nào", "no section is known for the type \"{0}\"",
       "thêm --section, ví dụ --section tin-tuc", "add --section, such as --section tin-tuc"},
      {"title-empty", "tiêu đề «{0}» không có chữ nào", "the title \"{0}\" has no letters", "viết tiêu đề có chữ",
       "write a title with letters"},
  };
  return rows;
}

}  // namespace congbo::diagnostics
