// SPDX-License-Identifier: GPL-3.0-or-later
// layouts/README.md is made of the tables, so that it cannot say what is not so.
#include <array>

#include "generator/render/view_tables.h"

namespace congbo::render {

namespace {

constexpr std::string_view introduction = R"(<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- Tệp này được tạo từ generator/render/view_tables_*.cc; một phép thử so sánh hai bên. -->
# Bố cục · Layouts

Mỗi tệp `.html` ở đây là một bố cục. Một cổng đặt tệp cùng tên trong `layouts/` của mình để thay tệp có sẵn.
Each `.html` file is a layout. A portal replaces one by putting a file of the same name into its own `layouts/`.

| viết · write | nghĩa · meaning |
|---|---|
| `{{%AUTOESCAPE context="HTML"}}` | bắt buộc, ở đầu mỗi tệp · required, first in every file |
| `{{TITLE}}` | chữ; ký tự đặc biệt được mã hóa · text, escaped |
| `{{TITLE:x-number}}` | chữ, số văn bản không bị ngắt dòng ở gạch nối, địa chỉ thư xuống dòng sau @; chỉ trong chữ · text in which numbers of documents keep together and e-mail addresses break after their @; in text only |
| `{{BODY:none}}` | HTML có sẵn, chỉ cho các tên ghi «html» hoặc «json» · ready HTML, only for names marked “html” or “json” |
| `{{#TITLE}}…{{/TITLE}}` | chỉ hiện khi có giá trị · shown when there is a value |
| `{{#ITEMS}}…{{/ITEMS}}` | lặp lại cho từng dòng · once for each row |
| `{{#HAS_ITEMS}}…` `{{#NO_ITEMS}}…` | hiện một lần khi có, khi không có · once when there are some, when there are none |
| `{{>ITEM}}` | chèn `partials/item.html` · inserts `partials/item.html` |
| `{{T_search_label}}` | chữ giao diện `search.label` trong `i18n/` · interface text `search.label` of `i18n/` |
| `{{ASSET_site_css}}` | địa chỉ của `assets/site.css` · address of `assets/site.css` |
| `{{FIELD_number}}` | trường riêng `number` của loại nội dung · the type's own field `number` |
| `{{! … }}` | ghi chú cho người viết bố cục · a comment for authors of layouts |

Biến chỉ đứng trong chữ hoặc trong giá trị thuộc tính có ngoặc kép. Không dùng mã và kiểu dáng viết thẳng trong trang, không tải gì từ máy chủ khác.
Variables stand in text or in quoted attribute values only. No inline script or style, nothing loaded from another host.

Kiểu dáng: các tệp `styles/*.css` được nối thành một tệp, theo thứ tự tokens, base, frame, text, components, rồi các tệp khác theo tên, cuối cùng là print. `tokens.css` giữ mọi màu, cỡ chữ, khoảng cách: đổi tệp này là đổi giao diện.
Styles: the files `styles/*.css` become one sheet, in the order tokens, base, frame, text, components, then the others by name, print last. `tokens.css` holds every colour, size and space: another one is another theme.

Loại nội dung `layout: le-hoi` dùng `le-hoi.html`; loại mang đúng tên mình mà không có tệp thì dùng `article.html`.
A content type with `layout: festival` uses `festival.html`; one that only bears its own name and has no file uses `article.html`.

Dấu `*`: bố cục phải có tên này. · `*`: a layout must use this name.
)";

std::string_view form_name(Form form) {
  switch (form) {
    case Form::text:
      return "chữ · text";
    case Form::html:
      return "html";
    case Form::json:
      return "json";
    case Form::section:
      return "có/không · section";
    case Form::rows:
      return "các dòng · rows";
    case Form::partial:
      return "phần · part";
  }
  return {};
}

void append_table(std::string& out, const ViewTable& table, std::string_view heading) {
  out += "\n";
  out += heading;
  out += ' ';
  out += table.title_vi;
  out += " · ";
  out += table.title_en;
  out += "\n\n| tên · name | | nghĩa | meaning |\n|---|---|---|---|\n";
  for (const NameRow& row : table.names) {
    out += "| `";
    out += row.key.text;
    out += row.presence == Presence::required ? "` * | " : "` | ";
    out += form_name(row.form);
    if (row.rows_of) {
      out += ": ";
      out += row.rows_of->title_vi;
    }
    out += " | ";
    out += row.meaning_vi;
    out += " | ";
    out += row.meaning_en;
    out += " |\n";
  }
}

void append_rows_of(std::string& out, const ViewTable& table, std::vector<const ViewTable*>& done) {
  for (const NameRow& row : table.names) {
    if (!row.rows_of) continue;
    bool known = false;
    for (const ViewTable* earlier : done) known = known || earlier == row.rows_of;
    if (known) continue;
    done.push_back(row.rows_of);
    append_table(out, *row.rows_of, "###");
    append_rows_of(out, *row.rows_of, done);
  }
}

}  // namespace

std::string layout_reference() {
  const std::array views = {&common_view(), &header_view(), &footer_view(), &emergency_view(), &page_view(),
                            &list_view(),   &home_view(),   &fixed_view(),  &component_view()};
  std::string out(introduction);
  std::vector<const ViewTable*> done;
  for (const ViewTable* view : views) {
    append_table(out, *view, "##");
    append_rows_of(out, *view, done);
  }
  return out;
}

}  // namespace congbo::render
