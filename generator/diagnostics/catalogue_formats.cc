// SPDX-License-Identifier: GPL-3.0-or-later
#include <vector>

#include "generator/diagnostics/catalogue.h"

namespace congbo::diagnostics {

std::span<const CatalogueRow> formats_rows() {
  static const std::vector<CatalogueRow> rows = {
      {"json-invalid", "tệp JSON sai cú pháp ở đây", "this is not valid JSON from here on",
       "tệp này do chương trình ghi ra; nếu đã sửa tay, hãy lấy lại bản cũ từ git",
       "this file is written by a program; if it was edited by hand, take the earlier version from git"},
      {"json-too-large", "tệp JSON lớn hơn {0} MB", "the JSON file is larger than {0} MB", "", ""},

      {"text-bom-inside", "có ký tự ẩn {0} (dấu BOM) ở giữa văn bản",
       "a hidden character {0} (byte order mark) stands inside the text",
       "xóa ký tự ẩn ở chỗ này; nó thường đến từ việc ghép hai tệp hoặc dán từ Word",
       "delete the hidden character here; it usually comes from joining two files or pasting from Word"},
      {"text-control-character", "có ký tự điều khiển {0}, mắt thường không thấy được",
       "a control character {0}, which cannot be seen, stands here",
       "xóa ký tự ở chỗ này rồi gõ lại; nó thường đến từ việc sao chép từ PDF hoặc Word",
       "delete the character here and type again; it usually comes from copying out of a PDF or Word"},
      {"text-not-nfc", "chữ có dấu ở đây được ghi bằng nhiều ký tự rời (Unicode tổ hợp), không phải Unicode dựng sẵn",
       "a letter here is written as separate characters (decomposed Unicode), not as one (precomposed)",
       "đặt bảng mã của bộ gõ là «Unicode dựng sẵn», rồi dùng công cụ chuyển mã của bộ gõ đổi cả tệp từ «Unicode tổ "
       "hợp» sang «Unicode»",
       "set the input method to precomposed Unicode and convert the file with it, or with: uconv -x any-nfc",
       "Bộ mã tiếng Việt TCVN 6909:2001 dùng chữ dựng sẵn. Hai cách ghi trông như nhau nhưng máy tìm kiếm và so sánh "
       "coi là khác nhau.",
       "The Vietnamese character set TCVN 6909:2001 uses precomposed letters. Both forms look alike, but computers "
       "compare them as different."},
      {"text-not-utf8", "tệp không phải UTF-8: byte {0} không thuộc chữ nào",
       "the file is not UTF-8: byte {0} belongs to no character",
       "mở tệp bằng trình soạn thảo và lưu lại với bảng mã UTF-8; văn bản TCVN3 (ABC) hoặc VNI phải được chuyển sang "
       "Unicode trước",
       "open the file in an editor and save it as UTF-8; text in TCVN3 (ABC) or VNI has to be converted to Unicode "
       "first"},
      {"text-private-use", "ký tự {0} thuộc vùng dùng riêng, máy của người đọc sẽ hiện thành ô vuông",
       "character {0} is for private use; readers will see an empty box",
       "thay bằng chữ hoặc dấu thông thường, ví dụ dấu «-» hoặc «•» cho đầu dòng",
       "replace it with an ordinary character, for example “-” or “•” for a bullet"},

      {"yaml-alias", "không dùng được tham chiếu «*{0}»", "the alias “*{0}” cannot be used here",
       "viết lại giá trị đầy đủ; nếu muốn có dấu * thật, hãy đặt cả giá trị trong dấu \"…\"",
       "write the value in full; for a real * put the whole value between \"…\""},
      {"yaml-anchor", "không dùng được nhãn «&{0}»", "the anchor “&{0}” cannot be used here",
       "xóa nhãn; nếu muốn có dấu & thật, hãy đặt cả giá trị trong dấu \"…\"",
       "delete it; for a real & put the whole value between \"…\""},
      {"yaml-bracket-unclosed", "dấu ngoặc mở ở đây chưa được đóng, hoặc thiếu dấu phẩy giữa hai giá trị",
       "the bracket opened here is not closed, or a comma is missing between two values",
       "thêm «]» hoặc «}» ở cuối, ví dụ: tags: [cải cách, chuyển đổi số]",
       "add “]” or “}” at the end, for example: tags: [reform, digital]"},
      {"yaml-character", "giá trị không thể bắt đầu bằng «{0}»", "a value cannot start with “{0}”",
       "đặt cả giá trị trong dấu \"…\"", "put the whole value between \"…\""},
      {"yaml-colon-in-value", "dấu hai chấm ở đây làm hỏng giá trị: sau «: » máy chờ một giá trị khác",
       "the colon here breaks the value: after “: ” another value is expected",
       "đặt cả giá trị trong dấu \"…\", ví dụ: title: \"Hội nghị: tổng kết năm\"",
       "put the whole value between \"…\", for example: title: \"Meeting: the year's results\""},
      {"yaml-colon-missing", "dòng này thiếu dấu hai chấm sau tên trường",
       "a colon is missing after the name of the field on this line",
       "viết «tên: giá trị», có dấu cách sau dấu hai chấm", "write “name: value”, with a space after the colon"},
      {"yaml-directive", "không dùng được dòng bắt đầu bằng «%»", "a line that starts with “%” cannot be used here",
       "xóa dòng này", "delete this line"},
      {"yaml-duplicate-key", "trường «{0}» được viết hai lần, lần trước ở dòng {1}",
       "the field “{0}” is written twice, first on line {1}", "xóa một trong hai", "delete one of the two"},
      {"yaml-escape", "dấu «\\» ở đây không đi với ký tự nào mà máy hiểu",
       "the “\\” here is not followed by anything known",
       "dùng dấu nháy đơn '…' thay cho \"…\" nếu muốn có dấu \\ thật", "use '…' instead of \"…\" for a real \\"},
      {"yaml-indentation", "dòng này thụt đầu dòng không khớp với các dòng trên",
       "this line is not indented like the lines above",
       "các trường cùng cấp phải bắt đầu ở cùng một cột; chỉ dùng dấu cách",
       "fields of one level start in the same column; use spaces only"},
      {"yaml-invalid", "không đọc được từ chỗ này", "cannot be read from here on",
       "mỗi dòng có dạng «tên: giá trị»; giá trị có ký tự đặc biệt thì đặt trong dấu \"…\"",
       "each line is “name: value”; put a value with special characters between \"…\""},
      {"yaml-key-not-text", "tên trường phải là chữ", "the name of a field must be text", "viết «tên: giá trị»",
       "write “name: value”"},
      {"yaml-no-memory", "máy không đủ bộ nhớ để đọc tệp này", "there is not enough memory to read this file", "", ""},
      {"yaml-quote-unclosed", "dấu ngoặc kép mở ở đây chưa được đóng", "the quotation mark opened here is not closed",
       "thêm dấu cùng loại ở cuối giá trị", "add the same mark at the end of the value"},
      {"yaml-several-documents",
       "trước chỗ này có thêm một dòng «---» hoặc «...»: mỗi tệp chỉ được có một phần dữ liệu",
       "another “---” or “...” stands before this: a file holds one document only",
       "xóa dòng «---» hoặc «...» thừa, nhớ giữ dòng «---» đóng phần đầu",
       "delete the line “---” or “...” that is too many; keep the “---” that closes the top"},
      {"yaml-tab", "có dấu tab ở đây; YAML chỉ nhận dấu cách", "a tab stands here; YAML takes spaces only",
       "thay dấu tab bằng hai dấu cách", "replace the tab with two spaces"},
      {"yaml-tag", "không dùng được thẻ kiểu «{0}»", "the tag “{0}” cannot be used here",
       "xóa thẻ; nếu muốn có dấu ! thật, hãy đặt cả giá trị trong dấu \"…\"",
       "delete it; for a real ! put the whole value between \"…\""},
      {"yaml-text-after-value", "có chữ thừa sau giá trị", "there is text after the value",
       "đặt cả giá trị trong một cặp dấu ngoặc; dấu \" bên trong viết là \\\"",
       "put the whole value between one pair of quotation marks; a \" inside it is written \\\""},
      {"yaml-too-deep", "các cấp lồng nhau quá {0} bậc", "more than {0} levels stand inside each other", "viết gọn lại",
       "make it flatter"},
      {"yaml-too-large", "phần dữ liệu lớn hơn {0} kB", "the data is larger than {0} kB",
       "chuyển phần văn bản dài xuống dưới dòng «---» hoặc chia thành nhiều tệp",
       "move long text below the “---” line or split the file"},
      {"yaml-too-many-nodes", "có hơn {0} giá trị", "there are more than {0} values", "chia thành nhiều tệp",
       "split the file"},
  };
  return rows;
}

}  // namespace congbo::diagnostics
