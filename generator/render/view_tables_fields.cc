// SPDX-License-Identifier: GPL-3.0-or-later
// Names of the own fields of an item, of its files and of the index pages.
#include <array>

#include "generator/render/names.h"
#include "generator/render/part_names.h"
#include "generator/render/view_tables_parts.h"

namespace congbo::render {

namespace {

using enum Form;

const std::array label_names = {
    NameRow{name::label, text, "Chữ", "The words"},
};

const std::array file_names = {
    NameRow{name::file_name, text, "Tên tệp", "Name of the file"},
    NameRow{name::path, text, "Địa chỉ tệp", "Address of the file"},
    NameRow{name::file_details, text, "Loại và cỡ: «PDF, 120 kB»", "Type and size: “PDF, 120 kB”"},
};

// A value is shown by partials/value.html, wherever it stands.
const NameRow label_row = {name::label, text, "Tên trường", "Label of the field"};
const NameRow text_row = {name::text, text, "Giá trị; trống nếu là liên kết hay tệp",
                          "Value; empty for links and files"};
const NameRow date_row = {name::machine_date, text, "Ngày cho <time datetime>; trống nếu không phải ngày",
                          "Date for <time datetime>; empty for other kinds"};
const NameRow url_row = {name::url, text, "Giá trị là một địa chỉ trang", "The value is the address of a page"};
const NameRow email_row = {name::email, text, "Giá trị là một địa chỉ thư", "The value is an e-mail address"};
const NameRow phone_row = {name::phone_digits, text, "Giá trị là số điện thoại: cho href=\"tel:…\"",
                           "The value is a telephone number: for href=\"tel:…\""};
NameRow links_row() {
  return {name::links, rows, "Đơn vị, mục từ, bài được dẫn", "Units, terms, pages referred to", &link_rows()};
}
NameRow files_row() {
  return {name::field_files, rows, "Tệp của trường", "Files of the field", &file_rows()};
}

const ViewTable& cell_rows() {
  static const std::array names = {label_row, text_row,  date_row,    url_row,
                                   email_row, phone_row, links_row(), files_row()};
  static const ViewTable table = {"Một giá trị", "One value", names};
  return table;
}

const ViewTable& line_rows() {
  static const std::array names = {
      NameRow{name::cells, rows, "Các ô, như tên cột", "The cells, as the columns", &cell_rows()},
  };
  static const ViewTable table = {"Dòng của bảng", "Rows of a table", names};
  return table;
}

const std::array entry_names = {
    NameRow{name::label, text, "Chữ của liên kết", "Text of the link"},
    NameRow{name::path, text, "Địa chỉ", "Address"},
    NameRow{name::kind, text, "Loại: «Thủ tục hành chính», «Đơn vị»", "Kind: “Procedure”, “Unit”"},
};
const ViewTable entry_rows = {"Dòng tra cứu A–Z", "Lines of the A–Z page", entry_names};

const std::array letter_names = {
    NameRow{name::letter, text, "Chữ cái", "The letter"},
    NameRow{name::key, text, "Số thứ tự, để làm neo", "Its number, for an anchor"},
    NameRow{name::links, rows, "Các dòng, nhiều nhất 50", "The lines, 50 at most", &entry_rows},
    NameRow{name::more_count, text, "Còn bao nhiêu dòng; trống nếu đã đủ", "How many more; empty if none"},
    NameRow{name::more_path, text, "Mục có đủ các thủ tục", "The section that has all procedures"},
};

const std::array twig_names = {
    NameRow{name::label, text, "Tên mục", "Title of the section"},
    NameRow{name::path, text, "Địa chỉ", "Address"},
    NameRow{name::count, text, "Số bài; trống nếu không có", "Number of items; empty for none"},
};
const ViewTable twig_rows = {"Mục con trong sơ đồ", "Sections below, on the map", twig_names};

const std::array branch_names = {
    NameRow{name::label, text, "Tên mục", "Title of the section"},
    NameRow{name::path, text, "Địa chỉ", "Address"},
    NameRow{name::count, text, "Số bài; trống nếu không có", "Number of items; empty for none"},
    NameRow{name::twigs, rows, "Các mục con, nhiều nhất 40", "The sections below, 40 at most", &twig_rows},
};

}  // namespace

const ViewTable& letter_rows() {
  static const ViewTable table = {"Chữ cái", "Letters", letter_names};
  return table;
}

const ViewTable& branch_rows() {
  static const ViewTable table = {"Mục trong sơ đồ cổng", "Sections on the map of the portal", branch_names};
  return table;
}

const ViewTable& label_rows() {
  static const ViewTable table = {"Tên cột", "Names of columns", label_names};
  return table;
}

const ViewTable& file_rows() {
  static const ViewTable table = {"Tệp", "Files", file_names};
  return table;
}

const ViewTable& field_rows() {
  static const std::array names = {
      NameRow{name::key, text, "Tên khóa của trường", "Key of the field"},
      label_row,
      text_row,
      date_row,
      url_row,
      email_row,
      phone_row,
      links_row(),
      files_row(),
      NameRow{name::html, html, "Văn bản có định dạng", "A formatted text"},
      NameRow{name::values, rows, "Danh sách: các giá trị", "A list: its values", &cell_rows()},
      NameRow{name::parts, rows, "Giá trị gồm nhiều phần", "A value of several parts", &cell_rows()},
      NameRow{name::columns, rows, "Bảng: tên cột", "A table: names of its columns", &label_rows()},
      NameRow{name::lines, rows, "Bảng: các dòng", "A table: its rows", &line_rows()},
  };
  static const ViewTable table = {"Trường riêng của loại nội dung", "The type's own fields", names};
  return table;
}

}  // namespace congbo::render
