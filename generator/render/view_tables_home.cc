// SPDX-License-Identifier: GPL-3.0-or-later
// Names of the home page and its blocks, and of the style page.
#include <array>

#include "generator/render/names.h"
#include "generator/render/view_tables_parts.h"

namespace congbo::render {

namespace {

using enum Form;

const std::array group_names = {
    NameRow{name::title, text, "Tên mục", "Title of the section"},
    NameRow{name::path, text, "Địa chỉ", "Address"},
    NameRow{name::items, rows, "Bài mới của mục", "Latest items of the section", &item_rows()},
};
const ViewTable group_rows = {"Mục ở trang chủ", "Sections of the home page", group_names};

const std::array block_link_names = {
    NameRow{name::label, text, "Chữ của liên kết", "Text of the link"},
    NameRow{name::label_language, text, "Ngôn ngữ của chữ đó khi khác ngôn ngữ của trang",
            "Language of that text where it is not the page's"},
    NameRow{name::path, text, "Địa chỉ", "Address"},
};
const ViewTable block_link_rows = {"Liên kết ở trang chủ", "Links of the home page", block_link_names};

const std::array block_names = {
    NameRow{name::key, text, "Tên khối: featured, documents …", "Name of the block: featured, documents …"},
    NameRow{name::title, text, "Tiêu đề của khối", "Heading of the block"},
    NameRow{name::path, text, "Trang có tất cả; có thể trống", "Where all of it is; may be empty"},
    NameRow{name::as_featured, section, "Bài nổi bật, bài đầu là bài chính",
            "Featured items, the first is the main one"},
    NameRow{name::as_services, section, "Thủ tục hay dùng", "Services"},
    NameRow{name::as_cards, section, "Bài có ảnh", "Items with their pictures"},
    NameRow{name::as_lines, section, "Bài, mỗi bài một dòng", "Items, a line each"},
    NameRow{name::as_documents, section, "Bảng văn bản", "A table of documents"},
    NameRow{name::as_week, section, "Lịch của tuần", "The schedule of the week"},
    NameRow{name::as_groups, section, "Các mục và bài mới của chúng", "Sections and their latest items"},
    NameRow{name::as_links, section, "Liên kết", "Links"},
    NameRow{name::as_intro, section, "Nội dung của _index.md", "Body of _index.md"},
    NameRow{name::items, rows, "Các bài của khối", "Items of the block", &item_rows()},
    NameRow{name::documents, rows, "Các văn bản", "The documents", &document_rows()},
    NameRow{name::week, rows, "Lịch; một dòng", "The schedule; one row", &week_rows()},
    NameRow{name::sections, rows, "Các mục", "The sections", &group_rows},
    NameRow{name::links, rows, "Các liên kết", "The links", &block_link_rows},
};
const ViewTable block_rows = {"Khối của trang chủ", "Blocks of the home page", block_names};

const std::array home_names = {
    NameRow{name::title, text, "Tên cổng", "Name of the portal"},
    NameRow{name::description, text, "Mô tả ngắn", "Short description"},
    NameRow{name::intro, html, "Nội dung của _index.md", "Body of _index.md"},
    NameRow{name::unit, text, "Cơ quan chủ quản (ID-03)", "The owner (ID-03)"},
    NameRow{name::unit_language, text, "Ngôn ngữ của tên đó khi khác ngôn ngữ của trang",
            "Language of that name where it is not the page's"},
    NameRow{name::latest_date, text, "Ngày của bài mới nhất", "Date of the newest item"},
    NameRow{name::latest_date_machine, text, "Ngày đó cho <time datetime>", "The same for <time datetime>"},
    NameRow{name::blocks, rows, "Các khối, theo home: của site.yaml", "The blocks, as home: of site.yaml orders them",
            &block_rows},
};

const std::array token_names = {
    NameRow{name::key, text, "Tên, không có --", "Name, without --"},
};
const ViewTable token_rows = {"Màu của giao diện", "Colours of the look", token_names};

const std::array size_names = {
    NameRow{name::key, text, "Tên cỡ chữ, sau --size-", "Name of the size, after --size-"},
    NameRow{name::text, text, "Chữ mẫu", "Words to show it with"},
};
const ViewTable size_rows = {"Cỡ chữ của giao diện", "Sizes of the look", size_names};

const std::array drawn_names = {
    NameRow{name::key, text, "Tên tệp trong components/", "Name of the file in components/"},
    NameRow{name::body, html, "Thành phần đã dựng", "The component, rendered"},
};
const ViewTable drawn_rows = {"Thành phần mẫu", "Components drawn", drawn_names};

const std::array style_names = {
    NameRow{name::colours, rows, "Các màu trong tokens.css", "The colours of tokens.css", &token_rows},
    NameRow{name::sizes, rows, "Các cỡ chữ", "The sizes of type", &size_rows},
    NameRow{name::components, rows, "Các thành phần của bài, với dữ liệu mẫu", "The components, with sample data",
            &drawn_rows},
};

// Its partials are those of every other page, so it knows their names too.
std::vector<NameRow> all_style_names() {
  std::vector<NameRow> all(style_names.begin(), style_names.end());
  for (const ViewTable* table : {&page_view(), &list_view(), &fixed_view()})
    for (const NameRow& row : table->names) {
      all.push_back(row);
      all.back().presence = Presence::optional;
    }
  return all;
}

}  // namespace

const ViewTable& style_view() {
  static const std::vector<NameRow> names = all_style_names();
  static const ViewTable table = {"Trang phong cách: style.html", "The style page: style.html", names, &common_view()};
  return table;
}

const ViewTable& home_view() {
  static const ViewTable table = {"Trang chủ: home.html", "Home page: home.html", home_names, &common_view()};
  return table;
}

}  // namespace congbo::render
