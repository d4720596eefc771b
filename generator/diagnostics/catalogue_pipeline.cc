// SPDX-License-Identifier: GPL-3.0-or-later
#include <vector>

#include "generator/diagnostics/catalogue.h"

namespace congbo::diagnostics {

std::span<const CatalogueRow> pipeline_rows() {
  static const std::vector<CatalogueRow> rows = {
      {"output-twice", "hai nội dung cùng chiếm địa chỉ «{0}» ({1} và {2})",
       "two outputs have the same address \"{0}\" ({1} and {2})",
       "đổi tên tệp, hoặc bỏ địa chỉ cũ (aliases) trùng với trang khác",
       "rename the file, or take out the alias that another page already has"},
      {"temporary-file-lost", "không đọc lại được tệp tạm chứa thân các trang; chưa có gì được công bố",
       "the temporary file that holds the bodies of pages cannot be read back; nothing was published",
       "kiểm tra đĩa của thư mục tạm (biến môi trường TMPDIR) rồi chạy lại",
       "check the disk of the temporary folder (environment variable TMPDIR) and run again"},
  };
  return rows;
}

}  // namespace congbo::diagnostics
