// SPDX-License-Identifier: GPL-3.0-or-later
#include <vector>

#include "generator/diagnostics/catalogue.h"

namespace congbo::diagnostics {

std::span<const CatalogueRow> provenance_rows() {
  static const std::vector<CatalogueRow> rows = {
      {.code = "git-corrupt",
       .message_vi = "kho git bị hỏng hoặc thiếu dữ liệu ở «{0}» ({1})",
       .message_en = "the git repository is damaged or incomplete at \"{0}\" ({1})",
       .hint_vi = "Hãy chạy: git fsck --full. Nếu có lỗi, hãy lấy lại một bản sao mới bằng git clone.",
       .hint_en = "Run: git fsck --full. If it reports errors, make a new copy with git clone."},
      {.code = "git-failed",
       .message_vi = "không đọc được kho git «{0}» ({1})",
       .message_en = "cannot read the git repository \"{0}\" ({1})",
       .hint_vi = "Hãy kiểm tra quyền đọc thư mục ấy và biến môi trường HOME của tài khoản đang chạy chương trình.",
       .hint_en = "Check that the account running this program may read the folder, and its HOME variable."},
      {.code = "git-branch-gone",
       .message_vi = "kho «{0}» không còn nhánh «{1}»",
       .message_en = "the repository \"{0}\" has no branch \"{1}\" any more",
       .hint_vi = "Cổng giữ nguyên bản đang đăng. Hãy hỏi người quản trị kho vì sao nhánh bị xóa, hoặc sửa --branch.",
       .hint_en = "What is published stays. Ask who administers the repository why it was deleted, or mend --branch."},
      {.code = "git-fetch-failed",
       .message_vi = "không lấy được bản mới từ «{0}» ({1})",
       .message_en = "cannot fetch from \"{0}\" ({1})",
       .hint_vi = "Hãy kiểm tra địa chỉ, đường mạng, khóa chỉ đọc (--key) và tệp ~/.ssh/known_hosts của tài khoản này.",
       .hint_en = "Check the address, the network, the read-only key (--key) and this account's ~/.ssh/known_hosts."},
      {.code = "git-no-content",
       .message_vi = "bản «{0}» không có nội dung nào trong «{1}»",
       .message_en = "\"{0}\" has no content in \"{1}\"",
       .hint_vi = "Hãy kiểm tra --source: đó phải là thư mục chứa content/ trong kho git.",
       .hint_en = "Check --source: it must be the folder of the git repository that holds content/."},
      {.code = "git-not-a-repository",
       .message_vi = "«{0}» không nằm trong kho git nào",
       .message_en = "\"{0}\" is in no git repository",
       .hint_vi = "Để dựng từ chính thư mục này, hãy bỏ tùy chọn chọn nhánh; để tạo kho mới: git init «{0}»",
       .hint_en = "To build from the folder itself, leave out the branch; to make a repository: git init \"{0}\""},
      {.code = "git-owner",
       .message_vi = "kho git «{0}» thuộc về một tài khoản khác trên máy này nên không được đọc",
       .message_en = "the git repository \"{0}\" belongs to another account of this machine, so it is not read",
       .hint_vi = "Nếu quý vị tin kho này, hãy chạy: git config --global --add safe.directory '{0}'",
       .hint_en = "If you trust it, run: git config --global --add safe.directory '{0}'",
       .explain_vi =
           "Cấu hình nằm trong kho git có thể ra lệnh cho máy. Vì thế git chỉ đọc kho của chính người đang chạy, trừ "
           "khi kho được ghi tên là an toàn. Trường hợp thường gặp: chạy trong vùng chứa (container) hoặc bằng sudo.",
       .explain_en =
           "Settings inside a repository can make the machine run commands, so git reads only repositories of the "
           "account that runs it, unless they are listed as safe. Usual cause: a container, or sudo."},
      {.code = "git-ref-unknown",
       .message_vi = "kho git không có nhánh, thẻ hay bản ghi nào tên «{0}»",
       .message_en = "the git repository has no branch, tag or commit \"{0}\"",
       .hint_vi = "Có phải quý vị muốn viết «{suggestion}»? Xem các nhánh: git branch --all",
       .hint_en = "Did you mean \"{suggestion}\"? List the branches: git branch --all",
       .explain_vi =
           "Có thể ghi tên nhánh, tên thẻ, mã bản ghi (commit) hoặc phần đầu của mã ấy. Nếu nhánh chỉ có trên máy "
           "chủ, hãy chạy git fetch trước.",
       .explain_en =
           "A branch, a tag, a commit id or its beginning will do. If the branch is only on the server, run git "
           "fetch first."},
      {.code = "git-sha256",
       .message_vi = "kho git «{0}» dùng mã SHA-256, chương trình chưa đọc được",
       .message_en = "the git repository \"{0}\" uses SHA-256 object names, which cannot be read yet",
       .hint_vi = "Hãy tạo kho kiểu thường rồi chuyển nội dung sang: git init --object-format=sha1 <thư mục mới>",
       .hint_en = "Move the content to an ordinary repository: git init --object-format=sha1 <new folder>"},
      {.code = "git-partial",
       .message_vi = "kho git «{0}» là bản sao một phần (--filter), thiếu nội dung cũ cần để biết ai đã duyệt gì",
       .message_en = "the git repository \"{0}\" is a partial clone (--filter) without the content that tells who "
                     "approved what",
       .hint_vi = "Hãy chạy: git config --unset remote.origin.partialclonefilter && git fetch --refetch origin.",
       .hint_en = "Run: git config --unset remote.origin.partialclonefilter && git fetch --refetch origin."},
      {.code = "git-shallow",
       .message_vi = "kho git «{0}» là bản sao nông, thiếu lịch sử cần để biết ai đã duyệt và đăng khi nào",
       .message_en =
           "the git repository \"{0}\" is a shallow clone without the history that tells who approved what and when",
       .hint_vi = "Hãy chạy: git fetch --unshallow (trong CI: đặt fetch-depth: 0).",
       .hint_en = "Run: git fetch --unshallow (in CI: set fetch-depth: 0)."},
      {.code = "git-tree-too-large",
       .message_vi = "thư mục «{0}» trong kho git có quá nhiều tệp hoặc quá nhiều tầng",
       .message_en = "the folder \"{0}\" in the git repository has too many files or levels",
       .hint_vi = "Giới hạn là 2.000.000 tệp và 200 tầng thư mục. Hãy tách bớt nội dung ra kho khác.",
       .hint_en = "The limit is 2,000,000 files and 200 levels. Move some content to another repository."},
      {.code = "git-unsupported",
       .message_vi = "kho git «{0}» dùng phần mở rộng «{1}», chương trình chưa đọc được",
       .message_en = "the git repository \"{0}\" uses the extension \"{1}\", which cannot be read yet",
       .hint_vi = "Hãy lấy một bản sao đầy đủ: git clone --no-local <địa chỉ> <thư mục mới> (không dùng --filter).",
       .hint_en = "Make a full copy: git clone --no-local <address> <new folder> (without --filter)."},
  };
  return rows;
}

}  // namespace congbo::diagnostics
