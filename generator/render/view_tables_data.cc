// SPDX-License-Identifier: GPL-3.0-or-later
// Names of what stands beside ordinary text: open data, weeks of a schedule, people, pictures.
#include <array>

#include "generator/render/names.h"
#include "generator/render/part_names.h"
#include "generator/render/view_tables_parts.h"

namespace congbo::render {

namespace {

using enum Form;

const std::array column_names = {
    NameRow{name::key, text, "Tên cột trong tệp CSV và JSON", "Name of the column in CSV and JSON"},
    NameRow{name::label, text, "Nhãn tiếng Việt", "Vietnamese label"},
    NameRow{name::label_other, text, "Nhãn tiếng Anh", "English label"},
    NameRow{name::kind, text, "Kiểu dữ liệu: text, date, number …", "Kind: text, date, number …"},
};
const ViewTable column_rows = {"Trường của bộ dữ liệu", "Fields of a set of data", column_names};

const std::array data_set_names = {
    NameRow{name::label, text, "Tên bộ dữ liệu", "Name of the set"},
    NameRow{name::key, text, "Mã loại nội dung", "Id of the content type"},
    NameRow{name::count, text, "Số dòng", "Number of rows"},
    NameRow{name::csv_path, text, "Tệp CSV", "The CSV file"},
    NameRow{name::json_path, text, "Tệp JSON", "The JSON file"},
    NameRow{name::dictionary_path, text, "Từ điển dữ liệu", "The data dictionary"},
    NameRow{name::columns, rows, "Các trường riêng", "Its own fields", &column_rows},
};

const std::array entry_names = {
    NameRow{name::time, text, "Giờ: «08:00» hoặc «08:00–10:00»", "Time: “08:00” or “08:00–10:00”"},
    NameRow{name::time_machine, text, "Thời điểm cho <time datetime>", "Moment for <time datetime>"},
    NameRow{name::text, text, "Nội dung", "Subject"},
    NameRow{name::leader, text, "Lãnh đạo", "Leader"},
    NameRow{name::place, text, "Địa điểm", "Place"},
};
const ViewTable entry_rows = {"Việc trong lịch", "Entries of a schedule", entry_names};

const std::array session_names = {
    NameRow{name::label, text, "Buổi: sáng, chiều, tối", "Morning, afternoon, evening"},
    NameRow{name::entries, rows, "Các việc của buổi", "Entries of that part of the day", &entry_rows},
};
const ViewTable session_rows = {"Buổi trong ngày", "Parts of a day", session_names};

const std::array day_names = {
    NameRow{name::day_name, text, "Thứ", "Day of the week"},
    NameRow{name::today, section, "Là hôm nay (ngày dựng trang)", "It is today (the day of the build)"},
    NameRow{name::date, text, "Ngày", "Date"},
    NameRow{name::date_machine, text, "Ngày cho <time datetime>", "Date for <time datetime>"},
    NameRow{name::sessions, rows, "Các buổi, như tên cột", "Parts of the day, as the columns", &session_rows},
};
const ViewTable day_rows = {"Ngày trong tuần", "Days of a week", day_names};

const std::array week_names = {
    NameRow{name::columns, rows, "Tên các buổi", "Names of the parts of a day", &label_rows()},
    NameRow{name::days, rows, "Các ngày", "The days", &day_rows},
};

const std::array person_names = {
    NameRow{name::title, text, "Họ tên hoặc đầu mối", "Name of the person or office"},
    NameRow{name::path, text, "Địa chỉ trang", "Address of the page"},
    NameRow{name::position, text, "Chức vụ", "Position"},
    NameRow{name::portrait, rows, "Ảnh chân dung: một dòng, hoặc không", "A portrait: one row or none",
            &shown_picture_rows()},
    NameRow{name::phone, text, "Điện thoại", "Telephone"},
    NameRow{name::phone_digits, text, "Điện thoại cho href=\"tel:…\"", "Telephone for href=\"tel:…\""},
    NameRow{name::email, text, "Thư điện tử", "E-mail"},
    NameRow{name::card_path, text, "Danh thiếp (vCard)", "Address card (vCard)"},
};
const ViewTable person_rows = {"Người trong danh bạ", "People of a directory", person_names};

const std::array unit_names = {
    NameRow{name::unit, text, "Đơn vị", "Unit"},
    NameRow{name::unit_language, text, "Ngôn ngữ của tên đó khi khác ngôn ngữ của trang",
            "Language of that name where it is not the page's"},
    NameRow{name::people, rows, "Người của đơn vị", "Its people", &person_rows},
};

#define CONGBO_SHOWN_PICTURE                                                                                        \
  NameRow{name::src, text, "Tệp ảnh cho mọi trình duyệt", "The image file for every browser"},                      \
      NameRow{name::avif_set, text, "Các cỡ AVIF cho srcset; có thể trống", "AVIF sizes for srcset; may be empty"}, \
      NameRow{name::webp_set, text, "Các cỡ WebP cho srcset; có thể trống", "WebP sizes for srcset; may be empty"}, \
      NameRow{name::width, text, "Chiều rộng, điểm ảnh; có thể trống", "Width in pixels; may be empty"},            \
      NameRow{name::height, text, "Chiều cao, điểm ảnh; có thể trống", "Height in pixels; may be empty"},           \
      NameRow{name::alternative, text, "Lời thay ảnh", "Alternative text"},                                         \
      NameRow{name::tooltip, text, "Chữ hiện khi đưa chuột vào ảnh", "Text shown under the pointer"}, NameRow {     \
    name::eager, section, "Ảnh đầu trang: tải ngay", "The first image of a page: load at once"                      \
  }

const std::array shown_picture_names = {CONGBO_SHOWN_PICTURE};

const std::array image_names = {
    NameRow{name::path, text, "Địa chỉ ảnh ở cỡ gốc", "Address of the image in its own size"},
    CONGBO_SHOWN_PICTURE,
};

const std::array picture_names = {
    NameRow{name::path, text, "Địa chỉ ảnh ở cỡ gốc", "Address of the image in its own size"},
    CONGBO_SHOWN_PICTURE,
    NameRow{name::caption, text, "Chú thích", "Caption"},
    NameRow{name::credit, text, "Tác giả, nguồn, giấy phép", "Author, source, licence"},
};

}  // namespace

const ViewTable& data_set_rows() {
  static const ViewTable table = {"Bộ dữ liệu mở", "Sets of open data", data_set_names};
  return table;
}

const ViewTable& week_rows() {
  static const ViewTable table = {"Lịch theo ngày và buổi", "A schedule by day and part of the day", week_names};
  return table;
}

const ViewTable& unit_rows() {
  static const ViewTable table = {"Danh bạ theo đơn vị", "A directory by unit", unit_names};
  return table;
}

const ViewTable& former_rows() {
  return person_rows;
}

const ViewTable& shown_picture_rows() {
  static const ViewTable table = {"Ảnh: partials/picture.html, partials/card_picture.html",
                                  "An image: partials/picture.html, partials/card_picture.html", shown_picture_names};
  return table;
}

const ViewTable& image_rows() {
  static const ViewTable table = {"Ảnh của bộ ảnh", "Images of a gallery", image_names};
  return table;
}

const ViewTable& picture_rows() {
  static const ViewTable table = {"Ảnh của thư viện ảnh", "Pictures of a gallery", picture_names};
  return table;
}

}  // namespace congbo::render
