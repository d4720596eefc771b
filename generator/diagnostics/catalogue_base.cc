// SPDX-License-Identifier: GPL-3.0-or-later
#include <vector>

#include "generator/diagnostics/catalogue.h"

namespace congbo::diagnostics {

std::span<const CatalogueRow> base_rows() {
  static const std::vector<CatalogueRow> rows = {
      {"file-is-link", "«{0}» là liên kết đến một tệp khác nên không được đọc",
       "\"{0}\" is a link to another file and is not read", "xóa liên kết rồi chép chính tệp đó vào chỗ này",
       "delete the link and copy the file itself here",
       "Liên kết (symlink) có thể trỏ ra ngoài thư mục của cổng và làm lộ tệp không định công bố, vì vậy chương trình "
       "không "
       "bao giờ đi theo liên kết.",
       "A link may point outside the portal's folder and expose a file that nobody meant to publish, so links are "
       "never "
       "followed."},
      {"file-no-space", "không ghi được «{0}»: ổ đĩa đã đầy", "\"{0}\" cannot be written: the disk is full",
       "giải phóng dung lượng ổ đĩa rồi chạy lại lệnh; tệp cũ vẫn còn nguyên",
       "free some space and run the command again; the earlier file is still there"},
      {"file-not-found", "không tìm thấy «{0}»", "\"{0}\" was not found",
       "kiểm tra lại đường dẫn, kể cả chữ hoa, chữ thường và dấu",
       "check the path, with upper and lower case and diacritics"},
      {"file-not-readable", "không đọc được «{0}»: {1}", "\"{0}\" cannot be read: {1}",
       "kiểm tra quyền đọc của tệp và thư mục chứa nó, ví dụ bằng lệnh: ls -l",
       "check who may read the file and its folder, for example with: ls -l"},
      {"file-not-writable", "không ghi được «{0}»: {1}", "\"{0}\" cannot be written: {1}",
       "kiểm tra quyền ghi của thư mục chứa tệp, hoặc chọn thư mục khác bằng --out",
       "check who may write to the folder, or choose another folder with --out"},
  };
  return rows;
}

}  // namespace congbo::diagnostics
