// SPDX-License-Identifier: GPL-3.0-or-later
#include <vector>

#include "generator/diagnostics/catalogue.h"

namespace congbo::diagnostics {

std::span<const CatalogueRow> publish_rows() {
  static const std::vector<CatalogueRow> rows = {
      {.code = "archive-broken",
       .message_vi = "tệp lưu trữ «{1}» bị hỏng hoặc bị cắt cụt từ byte thứ {0}",
       .message_en = "the archive \"{1}\" is damaged or cut off from byte {0} on",
       .hint_vi = "Hãy lấy bản sao khác của tệp lưu trữ rồi kiểm tra lại.",
       .hint_en = "Take another copy of the archive and verify that."},
      {.code = "archive-file-added",
       .message_vi = "«{0}» có trong tệp lưu trữ «{1}» nhưng không có trong bản kê, hoặc có hai lần",
       .message_en = "\"{0}\" is in the archive \"{1}\" but not in its manifest, or is there twice",
       .hint_vi = "Ai đó đã thêm tệp này về sau. Hãy dùng một bản sao chưa bị sửa.",
       .hint_en = "Somebody added this file later. Use a copy that was not changed."},
      {.code = "archive-file-changed",
       .message_vi = "«{0}» trong tệp lưu trữ «{1}» không còn đúng với mã băm đã ghi",
       .message_en = "\"{0}\" in the archive \"{1}\" no longer has the hash on record",
       .hint_vi = "Hãy dùng một bản sao chưa bị sửa của tệp lưu trữ.",
       .hint_en = "Use a copy of the archive that was not changed."},
      {.code = "archive-file-missing",
       .message_vi = "thiếu «{0}» trong tệp lưu trữ «{1}»",
       .message_en = "\"{0}\" is missing from the archive \"{1}\"",
       .hint_vi = "Hãy dùng một bản sao còn đủ tệp của tệp lưu trữ.",
       .hint_en = "Use a copy of the archive that is complete."},
      {.code = "archive-manifest",
       .message_vi = "«{1}» không mở đầu bằng bản kê manifest.json của một tệp lưu trữ",
       .message_en = "\"{1}\" does not begin with the manifest.json of an archive",
       .hint_vi = "Hãy chỉ ra tệp do «congbo archive write» ghi.",
       .hint_en = "Name a file that \"congbo archive write\" wrote."},
      {.code = "archive-no-release",
       .message_vi = "«{0}» không có bản phát hành nào để lưu trữ",
       .message_en = "\"{0}\" holds no release to archive",
       .hint_vi = "Hãy dựng trước: congbo build --source . --out {0}",
       .hint_en = "Build first: congbo build --source . --out {0}"},
      {.code = "archive-release-changed",
       .message_vi = "«{0}» không còn đúng như lúc phát hành, nên không lưu trữ",
       .message_en = "\"{0}\" is no longer as it was released, so nothing is archived",
       .hint_vi = "Ai đó đã sửa thư mục kết quả. Hãy dựng lại bằng congbo build rồi lưu trữ.",
       .hint_en = "Somebody changed the output folder. Run congbo build again, then archive."},
      {.code = "disk-full",
       .message_vi = "không còn chỗ trên đĩa để ghi «{0}» ({1})",
       .message_en = "no room on the disk to write \"{0}\" ({1})",
       .hint_vi = "Bản đang hiển thị vẫn nguyên vẹn. Hãy giải phóng dung lượng (xem bằng lệnh df -h) rồi chạy lại.",
       .hint_en = "The release that is shown is untouched. Free some space (see df -h) and run again.",
       .explain_vi =
           "Bản mới được ghi vào một cây thư mục riêng, chỉ khi đã đủ mới được đưa ra. Khi đĩa đầy, đã hết hạn mức "
           "hoặc tệp vượt quá giới hạn kích thước, việc ghi dừng lại và người đọc không thấy gì thay đổi.",
       .explain_en =
           "A new release is written to a tree of its own and shown only when it is whole. On a full disk, a used-up "
           "quota or a file over the size limit, writing stops and readers see no change."},
      {.code = "output-foreign",
       .message_vi = "«{0}» không phải do chương trình này tạo ra, nên không ghi đè lên",
       .message_en = "\"{0}\" was not made by this program, so it is not replaced",
       .hint_vi = "Hãy chọn một thư mục khác cho --out, hoặc tự dời «{0}» đi nơi khác.",
       .hint_en = "Give --out another folder, or move \"{0}\" away yourself.",
       .explain_vi =
           "Trong thư mục xuất bản, public và private là liên kết trỏ vào .release. Nếu dưới các tên ấy là thư mục "
           "hay tệp thường thì đó là dữ liệu của người khác.",
       .explain_en =
           "In an output folder, public and private are links into .release. A real folder or file under one of "
           "these names belongs to somebody else."},
      {.code = "output-locked",
       .message_vi = "một lần dựng khác đang ghi vào «{0}»",
       .message_en = "another build is writing to \"{0}\"",
       .hint_vi = "Hãy đợi lần dựng kia xong rồi chạy lại, hoặc chọn thư mục khác bằng --out.",
       .hint_en = "Wait for the other build and run again, or give --out another folder."},
      {.code = "output-not-writable",
       .message_vi = "không ghi được «{0}» ({1})",
       .message_en = "cannot write \"{0}\" ({1})",
       .hint_vi = "Bản đang hiển thị vẫn nguyên vẹn. Hãy xem lại quyền ghi của thư mục: ls -ld «{0}»",
       .hint_en = "The release that is shown is untouched. Check who may write there: ls -ld \"{0}\""},
      {.code = "output-path-invalid",
       .message_vi = "không thể xuất bản dưới đường dẫn «{0}»",
       .message_en = "\"{0}\" is no path to publish under",
       .hint_vi = "Đường dẫn phải nằm trong public/ hoặc private/ và không có «..» hay «//». Hãy báo lỗi này cho nhóm "
                  "phát triển.",
       .hint_en =
           "A path lies below public/ or private/ and has no \"..\" or \"//\". Please report this to the developers."},
      {.code = "output-path-taken",
       .message_vi = "«{0}» không ghi được vì «{1}» đã có trong cùng bản xuất bản",
       .message_en = "\"{0}\" cannot be written because \"{1}\" is part of the same release already",
       .hint_vi = "Hai trang không thể dùng chung một địa chỉ, và một tệp không thể vừa là thư mục. Hãy đổi tên một "
                  "trong hai.",
       .hint_en = "Two pages cannot share an address, and a file cannot be a folder too. Rename one of them."},
      {.code = "publish-content",
       .message_vi = "bản đã duyệt «{0}» chưa được đăng vì có {1} lỗi nội dung (những lỗi đầu ở trên); {2}",
       .message_en =
           "the approved commit \"{0}\" is not published because of {1} content errors (the first are above); "
           "{2}",
       .hint_vi = "Hãy sửa các lỗi ấy trên một nhánh rồi duyệt nhánh đó; mọi bài đã duyệt từ đó sẽ được đăng cùng lúc. "
                  "Xem đủ các lỗi: congbo check --ref origin/main",
       .hint_en = "Mend them on a branch and approve it; all that was approved since is published with it. To see all "
                  "of them: congbo check --ref origin/main"},
  };
  return rows;
}

}  // namespace congbo::diagnostics
