// SPDX-License-Identifier: GPL-3.0-or-later
// Names of the main part: lists and fixed pages.
#include <array>

#include "generator/render/names.h"
#include "generator/render/part_names.h"
#include "generator/render/view_tables.h"
#include "generator/render/view_tables_parts.h"

namespace congbo::render {

namespace {

using enum Form;

const std::array number_names = {
    NameRow{name::label, text, "Số trang", "Page number"},
    NameRow{name::path, text, "Địa chỉ", "Address"},
    NameRow{name::current_page, section, "Chính trang này", "This very page"},
    NameRow{name::gap, section, "Trước số này có số bị bỏ qua", "Numbers are left out before this one"},
};
const ViewTable number_rows = {"Số trang của danh sách", "Page numbers of a list", number_names};

const std::array document_names = {
    NameRow{name::number, text, "Số, ký hiệu", "Number"},
    NameRow{name::path, text, "Địa chỉ", "Address"},
    NameRow{name::title, text, "Tên bài", "Title"},
    NameRow{name::summary, text, "Trích yếu", "Abstract"},
    NameRow{name::form, text, "Hình thức văn bản", "Form"},
    NameRow{name::issuer, text, "Cơ quan ban hành", "Issued by"},
    NameRow{name::date, text, "Ngày ban hành", "Issued on"},
    NameRow{name::date_machine, text, "Ngày cho <time datetime>", "Date for <time datetime>"},
    NameRow{name::validity, text, "pending, in-force, partly hoặc ended", "pending, in-force, partly or ended"},
    NameRow{name::validity_text, text, "«Còn hiệu lực»", "“In force”"},
};

const std::array facet_value_names = {
    NameRow{name::label, text, "Giá trị: «Quyết định»", "Value: “Decision”"},
    NameRow{name::path, text, "Địa chỉ danh sách", "Address of its list"},
    NameRow{name::count, text, "Số bài", "Number of items"},
};
const ViewTable facet_value_rows = {"Giá trị để lọc", "Values to filter by", facet_value_names};

const std::array facet_names = {
    NameRow{name::label, text, "«Hình thức», «Năm»", "“Form”, “Year”"},
    NameRow{name::links, rows, "Các giá trị", "The values", &facet_value_rows},
};
const ViewTable facet_rows = {"Bộ lọc của danh sách (DOC-02, PRJ-04)", "Filters of a list (DOC-02, PRJ-04)",
                              facet_names};

const std::array list_names = {
    NameRow{name::title, text, "Tên danh sách", "Title of the list", nullptr, Presence::required},
    NameRow{name::description, text, "Mô tả ngắn", "Short description"},
    NameRow{name::intro, html, "Nội dung của _index.md; chỉ ở trang đầu", "Body of _index.md; first page only"},
    NameRow{name::unit, text, "Cơ quan chủ quản (ID-03)", "The owner (ID-03)"},
    NameRow{name::unit_language, text, "Ngôn ngữ của tên đó khi khác ngôn ngữ của trang",
            "Language of that name where it is not the page's"},
    NameRow{name::latest_date, text, "Ngày của bài mới nhất ở trang này", "Date of the newest item on this page"},
    NameRow{name::latest_date_machine, text, "Ngày đó cho <time datetime>", "The same for <time datetime>"},
    NameRow{name::items, rows, "Các bài", "The items", &item_rows(), Presence::required},
    NameRow{name::documents, rows, "Các văn bản, khi danh sách chỉ gồm văn bản (thay cho ITEMS)",
            "The documents, where the list holds nothing else (instead of ITEMS)", &document_rows()},
    NameRow{name::facets, rows, "Bộ lọc", "Filters", &facet_rows},
    NameRow{name::answers, section, "Danh sách gồm các câu trả lời (QA-10)", "The list holds answers (QA-10)"},
    NameRow{name::children, rows, "Mục con", "Sub-sections", &link_rows()},
    NameRow{name::archive, rows, "Lưu trữ theo năm hoặc tháng", "Archive by year or month", &link_rows()},
    NameRow{name::page_number, text, "Trang thứ mấy, đếm từ mới nhất", "Number of this page, from the newest"},
    NameRow{name::page_count, text, "Số trang; trống nếu chỉ có một", "Number of pages; empty if only one"},
    NameRow{name::pages, rows, "Số trang để chọn", "Page numbers to choose from", &number_rows},
    NameRow{name::newer_path, text, "Trang mới hơn", "Page of newer items"},
    NameRow{name::older_path, text, "Trang cũ hơn", "Page of older items", nullptr, Presence::required},
    NameRow{name::directory, rows, "Danh bạ của mục, theo đơn vị (PPL-03)",
            "Directory of the section, by unit (PPL-03)", &unit_rows()},
    NameRow{name::former, rows, "Người đã hết nhiệm kỳ (PPL-04)", "People whose term is over (PPL-04)", &former_rows()},
    NameRow{name::cards_path, text, "Danh bạ của cổng (vCard)", "Address cards of the portal (vCard)"},
};

const std::array feed_names = {
    NameRow{name::label, text, "Tên danh sách", "Title of the list"},
    NameRow{name::path, text, "Trang của danh sách", "Page of the list"},
    NameRow{name::feed_path, text, "Kênh Atom", "Atom feed"},
    NameRow{name::rss_path, text, "Kênh RSS", "RSS feed"},
};
const ViewTable feed_rows = {"Kênh tin", "Feeds", feed_names};

const std::array fixed_names = {
    NameRow{name::unit, text, "Cơ quan chủ quản (ID-03)", "The owner (ID-03)"},
    NameRow{name::unit_language, text, "Ngôn ngữ của tên đó khi khác ngôn ngữ của trang",
            "Language of that name where it is not the page's"},
    NameRow{name::latest_date, text, "Ngày của bài mới nhất trên cổng", "Date of the portal's newest item"},
    NameRow{name::latest_date_machine, text, "Ngày đó cho <time datetime>", "The same for <time datetime>"},
    NameRow{name::index_files, section, "Có tệp chỉ mục cho trình duyệt tìm; chỉ ở search.html",
            "There are files that browsers search; search.html only"},
    NameRow{name::ask_path, text, "Mục danh bạ, nơi để hỏi; chỉ ở search.html",
            "The section of contacts, whom to ask; search.html only"},
    NameRow{name::ask_label, text, "Tên mục ấy", "Its title"},
    NameRow{name::main_html, html, "Kết quả tìm kiếm; lý do gỡ trang", "Search results; why a page was removed"},
    NameRow{name::children, rows, "Các mục của cổng", "Sections of the portal", &link_rows()},
    NameRow{name::feeds, rows, "Các kênh tin", "The feeds", &feed_rows},
    NameRow{name::data_sets, rows, "Các bộ dữ liệu mở; chỉ ở open-data.html", "Sets of open data; open-data.html only",
            &data_set_rows()},
    NameRow{name::catalogue_path, text, "Danh mục DCAT của các bộ dữ liệu", "The DCAT catalogue of the sets"},
    NameRow{name::reuse_notice, text, "Câu yêu cầu ghi nguồn khi sử dụng lại (USE-01)",
            "The sentence on naming the source (USE-01)"},
    NameRow{name::calendars, rows, "Lịch để theo dõi", "Calendars to subscribe to", &link_rows()},
    NameRow{name::cards_path, text, "Danh bạ (vCard)", "Address cards of the directory (vCard)"},
    NameRow{name::letters, rows, "Các chữ cái; chỉ ở a-z.html", "The letters; a-z.html only", &letter_rows()},
    NameRow{name::branches, rows, "Các mục và mục con; chỉ ở site-map.html",
            "Sections and what is below; site-map.html only", &branch_rows()},
    NameRow{name::single_pages, rows, "Trang không thuộc mục nào", "Pages that stand in no section", &link_rows()},
};

}  // namespace

const ViewTable& document_rows() {
  static const ViewTable table = {"Dòng của bảng văn bản (DOC-02)", "Rows of a table of documents (DOC-02)",
                                  document_names};
  return table;
}

const ViewTable& list_view() {
  static const ViewTable table = {"Danh sách: list.html", "Lists: list.html", list_names, &common_view()};
  return table;
}

const ViewTable& fixed_view() {
  static const ViewTable table = {
      "Trang cố định: 404.html, gone.html, search.html, feeds.html, open-data.html, "
      "a-z.html, site-map.html",
      "Fixed pages: 404.html, gone.html, search.html, feeds.html, open-data.html, "
      "a-z.html, site-map.html",
      fixed_names, &common_view()};
  return table;
}

}  // namespace congbo::render
