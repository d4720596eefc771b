// SPDX-License-Identifier: GPL-3.0-or-later
#include <vector>

#include "generator/diagnostics/catalogue.h"

namespace congbo::diagnostics {

std::span<const CatalogueRow> search_rows() {
  static const std::vector<CatalogueRow> rows = {
      {.code = "index-missing",
       .message_vi = "không thấy chỉ mục tìm kiếm «{0}»",
       .message_en = "there is no search index \"{0}\"",
       .hint_vi = "Hãy dựng trang trước: congbo build --out THƯ_MỤC, rồi chỉ --out vào đúng thư mục ấy.",
       .hint_en = "Build the site first: congbo build --out FOLDER, and give the same --out here."},
      {.code = "index-not-writable",
       .message_vi = "không ghi được chỉ mục tìm kiếm vào «{0}» ({1})",
       .message_en = "cannot write the search index to \"{0}\" ({1})",
       .hint_vi = "Hãy kiểm tra quyền ghi và chỗ trống trên đĩa: df -h, rồi chạy lại.",
       .hint_en = "Check the permissions and the free space (df -h), then run again."},
      {.code = "index-portal-unknown",
       .message_vi = "chỉ mục tìm kiếm không có cổng «{0}»",
       .message_en = "the search index has no portal \"{0}\"",
       .hint_vi = "Hãy viết đúng mã cổng sau --portal: main, hoặc tên một thư mục trong content/sites/.",
       .hint_en = "Give the id of a portal after --portal: main, or the name of a folder in content/sites/."},
      {.code = "index-unreadable",
       .message_vi = "không đọc được chỉ mục tìm kiếm «{0}» ({1})",
       .message_en = "cannot read the search index \"{0}\" ({1})",
       .hint_vi = "Hãy dựng lại trang bằng đúng phiên bản này: congbo build.",
       .hint_en = "Build the site again with this version: congbo build."},
      {.code = "query-filters",
       .message_vi = "quá nhiều giá trị cho bộ lọc «{0}»: tối đa {1}",
       .message_en = "too many values for the filter \"{0}\": at most {1}",
       .hint_vi = "Hãy bớt số giá trị --{0}.",
       .hint_en = "Give fewer values with --{0}."},
      {.code = "query-limit",
       .message_vi = "số kết quả mỗi lần phải từ 1 đến {1}, không phải {0}",
       .message_en = "the number of results must be from 1 to {1}, not {0}",
       .hint_vi = "Hãy viết --limit từ 1 đến {1}.",
       .hint_en = "Give --limit a number from 1 to {1}."},
      {.code = "query-offset",
       .message_vi = "chỉ bỏ qua được nhiều nhất {1} kết quả, không phải {0}",
       .message_en = "at most {1} results can be skipped, not {0}",
       .hint_vi = "Hãy thêm từ khóa hoặc bộ lọc để có ít kết quả hơn.",
       .hint_en = "Add words or filters to get fewer results."},
      {.code = "query-too-long",
       .message_vi = "câu hỏi quá dài: tối đa {0} ký tự và {1} tiếng",
       .message_en = "the question is too long: at most {0} characters and {1} words",
       .hint_vi = "Hãy rút gọn, chỉ giữ các từ chính.",
       .hint_en = "Shorten it to the words that matter."},
      {.code = "search-question-missed",
       .message_vi = "hỏi «{0}» không ra trang «{1}» trong {2} kết quả đầu (thứ {3})",
       .message_en = "asking \"{0}\" does not bring the page \"{1}\" among the first {2} results (place {3})",
       .hint_vi =
           "Hãy xem trang còn đăng và địa chỉ còn đúng không; đưa các từ người dân dùng vào tiêu đề hay tóm tắt của "
           "trang, thêm chúng vào concepts, hoặc ghim trang bằng best_bets.",
       .hint_en =
           "See whether the page is still public and its address right; put the words citizens use into its title "
           "or summary, add them to concepts, or pin the page with best_bets."},
      {.code = "search-vocabulary",
       .message_vi = "«{0}» không đúng khuôn của search.yaml, ở đây phải là: {1}",
       .message_en = "\"{0}\" does not fit search.yaml, where this belongs: {1}",
       .hint_vi =
           "Hãy viết, thí dụ: concepts: [[UBND, Ủy ban nhân dân]]; best_bets: [{questions: [giờ làm việc], title: "
           "Giờ làm việc, address: /gio-lam-viec.html}].",
       .hint_en = "Write, for example: concepts: [[UBND, Ủy ban nhân dân]]; best_bets: [{questions: [opening hours], "
                  "title: Opening hours, address: /opening-hours.html}]."},
      {.code = "search-parameter",
       .message_vi = "giá trị «{1}» của «{0}» không hợp lệ",
       .message_en = "\"{1}\" is no valid value of \"{0}\"",
       .hint_vi = "Với page, year và limit hãy viết số; với sort hãy viết relevance hoặc date.",
       .hint_en = "page, year and limit are numbers; sort is relevance or date."},
  };
  return rows;
}

}  // namespace congbo::diagnostics
