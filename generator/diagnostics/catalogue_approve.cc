// SPDX-License-Identifier: GPL-3.0-or-later
// What stands between an approver and an approval, and what a push cannot bring about.
#include <vector>

#include "generator/diagnostics/catalogue.h"

namespace congbo::diagnostics {

std::span<const CatalogueRow> approve_rows() {
  static const std::vector<CatalogueRow> rows = {
      {.code = "approval-behind-origin",
       .message_vi = "nhánh «{0}» trên máy này thiếu những gì máy chủ đã có (origin/{0})",
       .message_en = "the branch \"{0}\" here lacks what the server has (origin/{0})",
       .hint_vi = "Hãy chạy: git fetch origin && git checkout {0} && git reset --hard origin/{0}, rồi duyệt lại. Đừng "
                  "dùng git pull: nó gộp ngược lịch sử đã duyệt.",
       .hint_en =
           "Run: git fetch origin && git checkout {0} && git reset --hard origin/{0}, then approve again. No git "
           "pull: it merges the approved history the wrong way round."},
      {.code = "approval-content",
       .message_vi = "gộp nhánh «{0}» xong thì nội dung có {1} lỗi, máy công bố sẽ không đăng được gì, nên chưa ký",
       .message_en =
           "with \"{0}\" merged the content would have {1} errors and nothing could be published, so it is not "
           "signed",
       .hint_vi = "Hãy nhờ người viết sửa các lỗi ở trên rồi duyệt lại. Vẫn muốn ký: thêm --with-errors. Gỡ khẩn cấp "
                  "(--emergency) không bị chặn.",
       .hint_en = "Have the errors above mended, then approve again. To sign all the same: --with-errors. Emergency "
                  "removals (--emergency) are not held up."},
      {.code = "approval-draft-conflict",
       .message_vi = "chưa ký nhánh «{0}»: tệp «{1}» cũng đã đổi trên nhánh chính từ khi nhánh này tách ra",
       .message_en =
           "the branch \"{0}\" is not signed: the file \"{1}\" has changed on the main branch as well since it "
           "began",
       .hint_vi = "Hãy cập nhật nhánh từ nhánh chính, xem lại tệp ấy và duyệt lại.",
       .hint_en = "Update the branch from the main branch, look at the file and approve again."},
      {.code = "approval-no-key",
       .message_vi = "chưa ký «{0}»: khóa đang dùng ({1}) không thuộc ai trong chính sách",
       .message_en = "\"{0}\" is not signed: the key at hand ({1}) belongs to nobody in the policy",
       .hint_vi = "Hãy ký bằng khóa đã ghi trong content/_site/approval.yaml: --key <tệp>, hoặc ssh-add <tệp>.",
       .hint_en = "Sign with a key listed in content/_site/approval.yaml: --key <file>, or ssh-add <file>."},
      {.code = "approval-branch-locked",
       .message_vi = "nhánh «{0}» đang bị khóa bởi một lệnh git khác hoặc một lệnh git đã dừng giữa chừng",
       .message_en = "the branch \"{0}\" is locked by another git command, or one that ended half-way",
       .hint_vi = "Hãy đợi lệnh ấy xong; nếu không còn lệnh git nào chạy, hãy xóa tệp .git/{1}.lock rồi duyệt lại.",
       .hint_en = "Wait for it; when no git command is running, delete the file .git/{1}.lock and approve again."},
      {.code = "approval-codeowners-stale",
       .message_vi = "tệp «{0}» không còn khớp với chính sách duyệt",
       .message_en = "the file \"{0}\" is no longer what the approval policy says",
       .hint_vi = "Hãy ghi lại: congbo approve --codeowners > {0}",
       .hint_en = "Write it again: congbo approve --codeowners > {0}"},
      {.code = "approval-draft-behind",
       .message_vi = "nhánh «{0}» trên máy này không phải là bản mới nhất trên máy chủ (origin/{0})",
       .message_en = "the branch \"{0}\" here is not the newest that the server has (origin/{0})",
       .hint_vi = "Hãy xem bản mới rồi duyệt đúng bản ấy: congbo approve origin/{0}, hoặc git branch -f {0} origin/{0}",
       .hint_en = "Look at the newer one and approve that: congbo approve origin/{0}, or git branch -f {0} origin/{0}"},
      {.code = "approval-email-twice",
       .message_vi = "địa chỉ «{0}» được ghi cho cả «{1}» và «{2}», nên không biết ai đã viết gì",
       .message_en = "the address \"{0}\" is listed for both \"{1}\" and \"{2}\", so it is not known who wrote what",
       .hint_vi = "Mỗi người phải có địa chỉ riêng.",
       .hint_en = "Each person needs an address of their own."},
      {.code = "approval-history-too-long",
       .message_vi = "nhánh ở bản ghi «{0}» có quá nhiều bản ghi chưa duyệt để xét",
       .message_en = "the branch at commit \"{0}\" has more unapproved commits than can be looked at",
       .hint_vi = "Hãy tạo nhánh mới từ nhánh chính và chép nội dung sang.",
       .hint_en = "Begin a new branch from the main branch and copy the content there."},
      {.code = "approval-introduction-open",
       .message_vi = "ai cũng ghi được vào tệp ghim bản ghi gốc «{0}»",
       .message_en = "anybody may write the file \"{0}\" that pins the introduction",
       .hint_vi = "Hãy chạy: chmod o-w {0}",
       .hint_en = "Run: chmod o-w {0}"},
      {.code = "approval-path-unmatched",
       .message_vi = "đường dẫn «{0}» trong chính sách không ứng với tệp nào của cổng",
       .message_en = "the path \"{0}\" of the policy matches no file of the portal",
       .hint_vi = "Hãy kiểm tra chính tả; nếu thư mục ấy sắp có thì có thể bỏ qua lời nhắc này.",
       .hint_en = "Check its spelling; if the folder is still to come, this can be left."},
      {.code = "approval-ratify-unknown",
       .message_vi = "không có lệnh gỡ khẩn cấp nào mang mã «{0}»",
       .message_en = "there is no emergency removal with the id \"{0}\"",
       .hint_vi = "Hãy chép mã từ lệnh: congbo verify",
       .hint_en = "Copy the id from: congbo verify"},
      {.code = "approval-tree-refused",
       .message_vi = "bản ghi «{0}» có thư mục ghi sai dạng, lồng quá sâu hoặc quá lớn ({1})",
       .message_en = "commit \"{0}\" has a folder that is badly written, nested too deeply or too large ({1})",
       .hint_vi = "Hãy bỏ thư mục ấy rồi để người duyệt ký bản ghi sau: congbo approve --undo-waiting",
       .hint_en = "Take that folder out and have an approver sign a later commit: congbo approve --undo-waiting"},
      {.code = "approval-waiting-below",
       .message_vi = "trên nhánh chính có {0} bản ghi chưa ai duyệt, đầu tiên là «{1}» của {2}: {3}",
       .message_en = "{0} commits on the main branch are not approved, the first being \"{1}\" by {2}: {3}",
       .hint_vi = "Hãy xem bằng: congbo verify. Duyệt luôn cả các bản ấy: thêm --also-waiting. Bỏ chúng khỏi nhánh "
                  "chính: thêm --undo-waiting.",
       .hint_en = "Look at them: congbo verify. To approve them as well add --also-waiting; to take them off the main "
                  "branch add --undo-waiting."},
      {.code = "git-object-kind",
       .message_vi = "đối tượng git «{0}» không đúng loại mà bản ghi nói",
       .message_en = "the git object \"{0}\" is not of the kind that the commit says",
       .hint_vi = "Hãy kiểm tra kho bằng: git fsck",
       .hint_en = "Check the repository with: git fsck"},
  };
  return rows;
}

}  // namespace congbo::diagnostics
