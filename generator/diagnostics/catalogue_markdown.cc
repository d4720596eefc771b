// SPDX-License-Identifier: GPL-3.0-or-later
#include <vector>

#include "generator/diagnostics/catalogue.h"

namespace congbo::diagnostics {
namespace {

const std::vector<CatalogueRow>& bound_rows() {
  static const std::vector<CatalogueRow> rows = {
      {"markdown-too-large", "bài viết dài {0} byte, quá giới hạn {1} byte",
       "the text is {0} bytes long, more than the {1} allowed",
       "tách bài thành nhiều bài, hoặc đưa phần dài vào tệp đính kèm",
       "split the page, or move the long part into an attachment"},
      {"markdown-too-many-lines", "bài viết có hơn {0} dòng", "the text has more than {0} lines",
       "tách bài thành nhiều bài, hoặc đưa phần dài vào tệp đính kèm",
       "split the page, or move the long part into an attachment"},
      {"markdown-brackets-unclosed", "hơn {0} dấu «[» chưa được đóng trong cùng một đoạn",
       "more than {0} unclosed \"[\" in one block", "đóng bằng dấu «]», hoặc gõ «\\[» nếu chỉ muốn hiện dấu ngoặc",
       "close them with \"]\", or write \"\\[\" for a plain bracket"},
      {"markdown-table-too-wide", "bảng có hơn {0} cột", "the table has more than {0} columns",
       "chia thành nhiều bảng, hoặc đính kèm bảng tính", "split the table, or attach it as a spreadsheet"},
      {"markdown-table-too-large", "bảng có hơn {0} ô", "the table has more than {0} cells",
       "chia thành nhiều bảng (cách nhau một dòng trống), hoặc đính kèm bảng tính",
       "split the table (a blank line between), or attach it as a spreadsheet"},
      {"markdown-nesting-too-deep", "danh sách hoặc trích dẫn lồng nhau quá {0} cấp",
       "lists or quotes are nested more than {0} deep", "bớt dấu «>» hoặc khoảng trắng ở đầu dòng",
       "remove \">\" or spaces at the start of the line"},
      {"markdown-markup-unclosed", "quá nhiều «<?» hoặc «<!» ({0}) trong một đoạn",
       "too many \"<?\" or \"<!\" ({0}) in one block", "xóa các ký hiệu này; mã nguồn thì đặt giữa hai dòng ```",
       "remove them; put program code between two lines of ```"},
      {"markdown-address-too-long", "có địa chỉ hoặc chuỗi liền {0} ký tự không khoảng trắng",
       "an address or word of {0} characters without a space", "rút gọn địa chỉ, hoặc thêm khoảng trắng",
       "shorten the address or add spaces"},
      {"markdown-references-expand", "một định nghĩa liên kết dài {0} byte được dùng quá nhiều lần",
       "a link definition of {0} bytes is used too many times", "rút ngắn địa chỉ sau dấu «]:»",
       "shorten the address after \"]:\""},
      {"markdown-output-too-large", "trang tạo ra vượt quá {0} byte", "the page made from this text exceeds {0} bytes",
       "tách bài thành nhiều bài", "split the page"},
  };
  return rows;
}

const std::vector<CatalogueRow>& text_rows() {
  static const std::vector<CatalogueRow> rows = {
      {"markdown-raw-html", "mã HTML «{0}» bị bỏ qua", "raw HTML \"{0}\" is left out",
       "viết bằng Markdown: **đậm**, *nghiêng*, [chữ](địa chỉ); hoặc dùng khối «:::»",
       "use Markdown: **bold**, *italic*, [text](address); or a \":::\" block",
       "HTML do người viết gõ vào có thể mang mã độc hoặc làm hỏng trang, vì vậy không được đưa lên trang. Muốn hiện "
       "đúng ký hiệu "
       "«<», hãy gõ «\\<».",
       "HTML typed into a text can carry scripts or break the page, so it never reaches the site. Write \"\\<\" for a "
       "plain \"<\"."},
      {"markdown-comment-unclosed", "chú thích «<!--» chưa được đóng, mọi nội dung sau đó sẽ không hiện ra",
       "the comment \"<!--\" is never closed and hides everything after it", "gõ «-->» ở cuối chú thích",
       "write \"-->\" at its end"},
      {"markdown-link-refused", "không được dùng địa chỉ «{0}»", "the address \"{0}\" is not allowed",
       "dùng địa chỉ bắt đầu bằng «https://», «mailto:», hoặc đường dẫn tới tệp trong cổng",
       "use an address that starts with \"https://\" or \"mailto:\", or the path of a file of this portal",
       "Địa chỉ «javascript:», «data:», «vbscript:» và «file:» có thể chạy mã trên máy người đọc hoặc chỉ mở được trên "
       "máy người "
       "viết.",
       "Addresses with javascript:, data:, vbscript: and file: can run code on the reader's machine, or open on the "
       "author's only."},
      {"markdown-link-text-empty", "liên kết tới «{0}» không có chữ", "the link to \"{0}\" has no text",
       "gõ chữ vào giữa «[» và «]»", "write a text between \"[\" and \"]\""},
      {"markdown-link-text-vague", "chữ của liên kết «{0}» không cho biết sẽ mở gì",
       "the link text \"{0}\" does not say where it leads",
       "ghi tên tài liệu hoặc trang được dẫn tới, ví dụ: [Quyết định số 12/QĐ-UBND](…)",
       "name the document or page it opens, such as [Decision 12/QĐ-UBND](…)",
       "Người dùng trình đọc màn hình thường nghe danh sách liên kết tách khỏi câu văn; «tại đây» không nói lên điều "
       "gì.",
       "Screen reader users often hear links as a list, away from their sentence; \"here\" tells them nothing."},
      {"markdown-image-alt-missing", "ảnh «{0}» chưa có lời mô tả", "the image \"{0}\" has no alternative text",
       "ghi nội dung ảnh: ![Lễ khánh thành cầu](anh.jpg); trong bộ ảnh: - anh.jpg | Lễ khánh thành cầu",
       "say what it shows: ![Opening of the bridge](a.jpg); in a gallery: - a.jpg | Opening of the bridge",
       "Người khiếm thị nghe lời mô tả thay cho ảnh (A11Y-01).",
       "Blind readers hear it in place of the picture (A11Y-01)."},
      {"markdown-heading-one", "bài dùng tiêu đề cấp 1 («#»); mọi tiêu đề trong bài được hạ một cấp",
       "the text uses a level 1 heading (\"#\"); all its headings are moved down one level",
       "bắt đầu tiêu đề trong bài bằng «##»: tiêu đề của trang đã là cấp 1",
       "start with \"##\": the page's title is level 1 already"},
      {"markdown-heading-skip", "tiêu đề nhảy cấp: cấp {0} đứng ngay sau cấp {1}",
       "the heading skips a level: {0} after {1}", "gõ «{suggestion}» ở đầu dòng",
       "write \"{suggestion}\" at the start of the line"},
      {"markdown-heading-empty", "tiêu đề không có chữ", "the heading is empty",
       "gõ chữ sau dấu «#», hoặc xóa dòng này", "write a text after \"#\", or remove the line"},
      {"markdown-link-address-empty", "liên kết «{0}» chưa có địa chỉ", "the link “{0}” has no address",
       "gõ địa chỉ vào giữa «(» và «)», hoặc bỏ các dấu ngoặc",
       "write an address between “(” and “)”, or take the brackets out"},
      {"markdown-left-over", "dấu định dạng hiện nguyên trên trang: {0}", "marks that readers would see as typed: {0}",
       "viết lại: {suggestion}", "write: {suggestion}",
       "Máy không hiểu được các dấu này nên để nguyên như chữ thường. Sai: «##Mục một». Đúng: «## Mục một». Sai: «** "
       "đậm "
       "**». Đúng: «**đậm**». Sai: «• Một». Đúng: «- Một». Sai: «![Lễ khai trương](ANH MOI.JPG)». Đúng: «![Lễ khai "
       "trương](<ANH MOI.JPG>)», hoặc đổi tên tệp. Muốn hiện đúng dấu ấy thì gõ «\\» ngay trước nó.",
       "These marks mean nothing as they stand, so they are shown as they are. Wrong: “##One”. Right: “## One”. Wrong: "
       "“** bold **”. Right: “**bold**”. Wrong: “• One”. Right: “- One”. Wrong: “![Opening](NEW ONE.JPG)”. Right: "
       "“![Opening](<NEW ONE.JPG>)”, or rename the file. For the plain mark write “\\” before it."},
      {"markdown-code-indented", "đoạn thụt vào bốn dấu cách nên hiện như mã máy tính",
       "the paragraph is indented by four blanks and shown as program code", "xóa các dấu cách ở đầu dòng",
       "remove the blanks at the start of the line"},
      {"markdown-table-row-cells", "hàng có {0} ô, bảng chỉ có {1} cột: phần thừa sẽ bị mất",
       "the row has {0} cells, the table {1} columns: what is too much would be lost",
       "bỏ «{suggestion}», hoặc thêm cột vào hàng đầu và hàng gạch ngang; dấu | trong chữ thì gõ \\|",
       "take “{suggestion}” out, or add a column to the first row and to the row of dashes; for a plain | write \\|"},
      {"markdown-table-row-short", "hàng chỉ có {0} ô, bảng có {1} cột", "the row has {0} cells, the table {1} columns",
       "thêm dấu | cho mỗi ô còn thiếu, kể cả ô để trống", "add a | for every missing cell, also for empty ones"},
      {"markdown-table-text-row", "dòng chữ ngay dưới bảng sẽ thành một hàng của bảng",
       "the line right below the table would become a row of it", "chèn một dòng trống giữa bảng và đoạn văn",
       "leave a blank line between the table and the paragraph"},
      {"markdown-table-no-rule", "bảng thiếu hàng gạch ngang, hoặc hàng ấy không đủ cột: {0}",
       "the table has no row of dashes, or one with another number of columns: {0}",
       "ngay dưới hàng đầu viết: {suggestion}", "right below the first row write: {suggestion}"},
      {"markdown-table-header-empty", "hàng tiêu đề của bảng để trống", "the table's header row is empty",
       "ghi tên các cột ở hàng đầu của bảng", "name the columns in its first row"},
  };
  return rows;
}

const std::vector<CatalogueRow>& component_rows() {
  static const std::vector<CatalogueRow> rows = {
      {"markdown-component-unknown", "không có khối «:::{0}»", "there is no block \":::{0}\"",
       "có phải ý bạn là «:::{suggestion}»?", "did you mean \":::{suggestion}\"?",
       "Các khối dùng được: attachment (tệp đính kèm), audio (âm thanh), contact (liên hệ), figure (ảnh có chú thích), "
       "gallery (bộ ảnh), map "
       "(bản đồ), note (khung lưu ý), video.",
       "The blocks are attachment, audio, contact, figure, gallery, map, note, video."},
      {"markdown-component-unterminated", "khối «:::{0}» chưa được đóng", "the block \":::{0}\" is not closed",
       "thêm một dòng chỉ có «:::» ở cuối khối", "end it with a line that is just \":::\""},
      {"markdown-component-end-unexpected", "dấu đóng khối «:::» không có khối nào đang mở",
       "\":::\" closes no open block", "xóa dòng này, hoặc mở khối bằng «:::tên-khối»",
       "remove the line, or open a block with \":::name\""},
      {"markdown-component-nested", "khung lưu ý không được đặt trong khung lưu ý mở ở dòng {0}",
       "a note may not stand within the note opened on line {0}", "đóng khung trước bằng một dòng «:::»",
       "close the first with a line \":::\""},
      {"markdown-component-lost", "khối «:::{0}» nằm trong đoạn mã HTML nên bị bỏ theo",
       "the block \":::{0}\" is within raw HTML and lost with it", "xóa mã HTML, hoặc để một dòng trống trước khối",
       "remove the HTML, or leave a blank line before the block"},
      {"markdown-component-parameter-unknown", "khối «:::{0}» không có mục «{1}»",
       "the block \":::{0}\" has no parameter \"{1}\"", "có phải ý bạn là «{suggestion}»?",
       "did you mean \"{suggestion}\"?"},
      {"markdown-component-parameter-missing", "khối «:::{0}» thiếu mục «{1}»", "the block \":::{0}\" lacks \"{1}\"",
       "thêm vào khối một dòng «{1}: …»", "add a line \"{1}: …\" to the block"},
      {"markdown-component-parameter-repeated", "khối «:::{0}» ghi mục «{1}» hai lần",
       "the block \":::{0}\" gives \"{1}\" twice", "giữ lại một dòng", "keep one of the lines"},
      {"markdown-component-line", "không hiểu dòng này trong khối «:::{0}»",
       "this line of the block \":::{0}\" cannot be read",
       "có phải ý bạn là «{suggestion}»? Mỗi dòng viết theo mẫu «mục: nội dung»; ảnh của bộ ảnh: «- tệp | mô tả»",
       "did you mean \"{suggestion}\"? Each line is \"key: value\", a picture of a gallery \"- file | description\""},
      {"markdown-component-items-missing", "khối «:::{0}» chưa có ảnh nào", "the block \":::{0}\" has no items",
       "mỗi ảnh một dòng: - anh.jpg | chú thích", "one picture a line: - picture.jpg | caption"},
      {"markdown-note-kind-unknown", "không có loại khung lưu ý «{0}»", "there is no kind of note \"{0}\"",
       "có phải ý bạn là «{suggestion}»?", "did you mean \"{suggestion}\"?",
       "Các loại: canh-bao (cảnh báo), thong-tin (thông tin), hoặc để trống.",
       "Kinds: canh-bao or warning, thong-tin or info, or none."},
  };
  return rows;
}

}  // namespace

std::span<const CatalogueRow> markdown_rows() {
  static const std::vector<CatalogueRow> rows = [] {
    std::vector<CatalogueRow> joined = bound_rows();
    joined.insert(joined.end(), text_rows().begin(), text_rows().end());
    joined.insert(joined.end(), component_rows().begin(), component_rows().end());
    return joined;
  }();
  return rows;
}

}  // namespace congbo::diagnostics
