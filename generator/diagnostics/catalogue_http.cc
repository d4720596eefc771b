// SPDX-License-Identifier: GPL-3.0-or-later
#include <vector>

#include "generator/diagnostics/catalogue.h"

namespace congbo::diagnostics {

std::span<const CatalogueRow> http_rows() {
  static const std::vector<CatalogueRow> rows = {
      {.code = "address-in-use",
       .message_vi = "cổng {1} của «{0}» đang có chương trình khác dùng",
       .message_en = "port {1} of \"{0}\" is used by another program",
       .hint_vi = "Hãy chọn cổng khác, thí dụ --port 8091, hoặc --port 0 để máy tự chọn.",
       .hint_en = "Choose another one such as --port 8091, or --port 0 for any free one."},
      {.code = "address-not-available",
       .message_vi = "không mở được địa chỉ «{0}», cổng {1}",
       .message_en = "cannot listen on \"{0}\", port {1}",
       .hint_vi = "Địa chỉ phải là của máy này, thí dụ --address 127.0.0.1; cổng dưới 1024 cần quyền quản trị.",
       .hint_en = "The address must be one of this machine, such as --address 127.0.0.1; ports below 1024 need "
                  "administrator rights."},
  };
  return rows;
}

}  // namespace congbo::diagnostics
