// SPDX-License-Identifier: GPL-3.0-or-later
#include <vector>

#include "generator/diagnostics/catalogue.h"

namespace congbo::diagnostics {

std::span<const CatalogueRow> documents_rows() {
  static const std::vector<CatalogueRow> rows = {
      {"comment-without-consent", "góp ý nêu tên người góp ý mà không có sự đồng ý của họ",
       "the comment names a person without their consent",
       "thêm consent: true nếu người góp ý đã đồng ý nêu tên, nếu không thì xóa dòng from",
       "add consent: true if the person agreed to be named, else delete the line from",
       "Tên người góp ý là dữ liệu cá nhân. Trang không hiện tên khi thiếu consent: true, nhưng kho nội dung vẫn lưu "
       "tên, "
       "vì vậy phải xóa. Tên tổ chức ghi ở organization, không cần khóa này.",
       "A commenter's name is personal data. The page does not show it without consent: true, but the repository would "
       "keep it, so it has to go. An organisation is named in organization and needs no consent."},
      {"consultation-unanswered", "đã hết hạn góp ý từ {0} quá {1} ngày mà chưa có kết quả tiếp thu, giải trình",
       "comments closed on {0}, more than {1} days ago, and there is no answer yet",
       "thêm result:, result_files: hoặc answer: dưới từng góp ý trong comments:",
       "add result:, result_files: or an answer: below each of comments:"},
      {"document-expiry-late", "expires_on là {0}, nhưng văn bản này đã bị thay thế hoặc bãi bỏ từ {1}",
       "expires_on is {0}, but the document is replaced or repealed from {1} on",
       "sửa expires_on, hoặc bỏ dòng này: ngày hết hiệu lực được tính từ văn bản thay thế",
       "correct expires_on or take the line out: the day follows from the document that replaces this one"},
      {"document-file-missing", "văn bản quy phạm pháp luật số «{0}» chưa có tệp bản ký để tải về",
       "the legal document “{0}” has no signed file to download",
       "đặt tệp PDF vào thư mục cùng tên với bài, rồi ghi files: [ten-bai/van-ban.pdf]",
       "put the PDF into the folder named as the item and write files: [item/document.pdf]",
       "Chữ trên trang để đọc và tìm; bản có chữ ký mới là căn cứ. Quy định về cung cấp thông tin đòi văn bản quy phạm "
       "pháp luật có tệp "
       "tải về. Văn bản có năm trong số, như 40/2012/QĐ-UBND, được coi là văn bản quy phạm pháp luật.",
       "The words of the page are for reading and searching; what counts is the signed text. Rules on providing "
       "information ask for "
       "a file of legal documents. A document with a year in its number, such as 40/2012/QĐ-UBND, is taken as one."},
      {"document-form-mismatch", "hình thức văn bản là «{0}», nhưng số «{1}» là của {2}",
       "the form is “{0}”, but the number “{1}” is that of: {2}", "sửa number, hoặc viết form: {suggestion}",
       "correct number, or write form: {suggestion}"},
      {"document-number-form", "số văn bản «{0}» viết chưa đúng thể thức", "the number “{0}” is not written properly",
       "viết number: {suggestion}", "write number: {suggestion}",
       "Số, ký hiệu viết liền, có dấu / giữa số và ký hiệu, dấu - giữa các nhóm chữ viết tắt, chữ Đ có gạch ngang "
       "(Nghị "
       "định 30/2020/NĐ-CP, Phụ lục I và III). Tra cứu và liên kết giữa các văn bản dựa vào số này.",
       "Number and symbol stand without blanks, “/” between them and “-” between abbreviations, Đ with its stroke "
       "(decree "
       "30/2020/NĐ-CP, annexes I and III). Search and the relations of documents rest on it."},
      {"document-number-unknown", "«{0}» không giống số, ký hiệu của một văn bản",
       "“{0}” does not look like the number of a document",
       "viết như trên văn bản, ví dụ: 40/2012/QĐ-UBND, 06/CT-UBND, 45/2019/QH14",
       "write it as on the document, for example: 40/2012/QĐ-UBND, 06/CT-UBND, 45/2019/QH14"},
      {"relation-circle", "quan hệ giữa các văn bản đi vòng: «{0}» dẫn đến «{1}» rồi trở lại «{0}»",
       "the relations of documents go in a circle: “{0}” leads to “{1}” and back to “{0}”",
       "bỏ một trong các dòng replaces, amends, guides hoặc based_on của vòng này",
       "take out one of the lines replaces, amends, guides or based_on of this circle"},
      {"relation-contradiction", "«{0}» vừa thay thế hoặc bãi bỏ toàn bộ «{1}», vừa sửa đổi văn bản đó",
       "“{0}” ends “{1}” as a whole and also changes it",
       "giữ một trong hai: replaces (repeals) hoặc amends (repeals_partly)",
       "keep one of them: replaces (repeals) or amends (repeals_partly)"},
      {"relation-itself", "văn bản này nhắc đến chính nó: «{0}»", "the document names itself: “{0}”",
       "sửa số văn bản ở dòng này", "correct the number on this line"},
      {"relation-later", "«{0}» ban hành ngày {1}, trước «{2}» ngày {3}, nên không thể tác động đến văn bản đó",
       "“{0}”, issued on {1}, cannot act on “{2}”, issued later, on {3}",
       "kiểm tra số văn bản ở dòng này và issued_on của hai văn bản",
       "check the number on this line and issued_on of both documents"},
      {"relation-missing", "không có trang nào ở địa chỉ «{0}»", "there is no page at “{0}”",
       "viết số văn bản, ví dụ 40/2012/QĐ-UBND, hoặc đường dẫn đúng của trang văn bản",
       "write the number of the document, for example 40/2012/QĐ-UBND, or the right path of its page"},
      {"relation-no-document", "trang «{0}» không phải là văn bản", "the page “{0}” is no document",
       "viết số văn bản hoặc đường dẫn của một trang văn bản", "write the number or the path of a document"},
  };
  return rows;
}

}  // namespace congbo::diagnostics
