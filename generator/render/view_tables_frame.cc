// SPDX-License-Identifier: GPL-3.0-or-later
// Names of the frame around every page: base.html, header, footer; and of the components in a body.
#include <array>

#include "generator/render/names.h"
#include "generator/render/part_names.h"
#include "generator/render/view_tables.h"
#include "generator/render/view_tables_parts.h"

namespace congbo::render {

namespace {

using enum Form;

const std::array link_names = {
    NameRow{name::label, text, "Chữ của liên kết", "Text of the link"},
    NameRow{name::path, text, "Địa chỉ; có thể trống", "Address; may be empty"},
};

const std::array menu_names = {
    NameRow{name::label, text, "Chữ của mục", "Text of the item"},
    NameRow{name::label_language, text, "Ngôn ngữ của chữ đó khi khác ngôn ngữ của trang",
            "Language of that text where it is not the page's"},
    NameRow{name::path, text, "Địa chỉ", "Address"},
    NameRow{name::current_page, section, "Mục là chính trang này", "The item is this very page"},
    NameRow{name::current_section, section, "Trang này nằm trong mục", "This page is below the item"},
};
const ViewTable menu_rows = {"Mục trình đơn", "Menu items", menu_names};

const std::array language_names = {
    NameRow{name::code, text, "Mã ngôn ngữ: vi, en, zh", "Language code: vi, en, zh"},
    NameRow{name::label, text, "Tên ngôn ngữ bằng chính ngôn ngữ đó", "Name of the language in that language"},
    NameRow{name::path, text, "Bản dịch của trang này, nếu không có: chuyên mục hoặc trang chủ của ngôn ngữ đó",
            "This page's translation, else that language's section or home page"},
    NameRow{name::fallback, section, "Trang này không có bản dịch (LNG-02)", "This page is not translated (LNG-02)"},
};
const ViewTable language_rows = {"Ngôn ngữ khác", "Other languages", language_names};

const std::array alternate_names = {
    NameRow{name::code, text, "Mã ngôn ngữ", "Language code"},
    NameRow{name::url, text, "Địa chỉ đầy đủ", "Absolute address"},
};
const ViewTable alternate_rows = {"Bản dịch cho máy tìm kiếm", "Translations for search engines", alternate_names};

const std::array common_names = {
    NameRow{name::language, text, "Ngôn ngữ của trang: <html lang=\"…\">", "Language of the page: <html lang=\"…\">",
            nullptr, Presence::required},
    NameRow{name::site_name, text, "Tên chính thức của cổng (ID-01)", "Official name of the portal (ID-01)"},
    NameRow{name::owner, text, "Cơ quan chủ quản", "The body that owns the portal"},
    NameRow{name::site_name_language, text, "Ngôn ngữ của tên cổng khi khác ngôn ngữ của trang",
            "Language of the portal's name where it is not the page's"},
    NameRow{name::owner_language, text, "Ngôn ngữ của tên cơ quan chủ quản khi khác ngôn ngữ của trang",
            "Language of the owner's name where it is not the page's"},
    NameRow{name::home_path, text, "Trang chủ của ngôn ngữ này", "Home page of this language"},
    NameRow{name::search_path, text, "Nơi gửi ô tìm kiếm", "Where the search form goes"},
    NameRow{name::feeds_path, text, "Trang liệt kê các kênh tin", "The page that lists the feeds"},
    NameRow{name::data_path, text, "Trang dữ liệu mở", "The page of open data"},
    NameRow{name::index_path, text, "Trang tra cứu A–Z", "The A–Z page"},
    NameRow{name::map_path, text, "Sơ đồ cổng", "The map of the portal"},
    NameRow{name::other_language, section, "Ngôn ngữ này không phải ngôn ngữ chính của cổng",
            "This is not the portal's main language"},
    NameRow{name::look_path, text, "Màu riêng của cổng (look: trong site.yaml); có thể trống",
            "The portal's own colours (look: in site.yaml); may be empty"},
    NameRow{name::head_title, text, "Nội dung của <title>", "What <title> says", nullptr, Presence::required},
    NameRow{name::title, text, "Tên của trang", "Title of the page"},
    NameRow{name::canonical, text, "Địa chỉ chính thức, đầy đủ; trống ở trang 404",
            "Canonical address; empty on page 404", nullptr, Presence::required},
    NameRow{name::alternates, rows, "Các bản dịch, gồm cả trang này (hreflang)",
            "The translations and this page (hreflang)", &alternate_rows},
    NameRow{name::metadata, html, "Các phần tử <meta>: mô tả, Dublin Core, Open Graph",
            "The <meta> elements: description, Dublin Core, Open Graph", nullptr, Presence::required},
    NameRow{name::json_ld, json, "Dữ liệu schema.org của trang", "The page's schema.org data", nullptr,
            Presence::required},
    NameRow{name::feed_path, text, "Kênh tin (Atom) gần trang này nhất", "The feed (Atom) nearest to this page"},
    NameRow{name::feed_title, text, "Tên của kênh tin đó", "Title of that feed"},
    NameRow{name::header, html, "partials/header.html đã dựng", "partials/header.html, rendered", nullptr,
            Presence::required},
    NameRow{name::footer, html, "partials/footer.html đã dựng", "partials/footer.html, rendered", nullptr,
            Presence::required},
    NameRow{name::comfort, html, "partials/comfort.html đã dựng: cỡ chữ, giãn cách, màu",
            "partials/comfort.html, rendered: text size, spacing, colours"},
    NameRow{name::emergency, html, "Thông báo khẩn ở đầu trang, hoặc lệnh để máy chủ chèn vào (SEC-03)",
            "The emergency banner, or the directive that makes the server put it in (SEC-03)", nullptr,
            Presence::required},
    NameRow{name::languages, rows, "Các ngôn ngữ khác của cổng", "The portal's other languages", &language_rows},
    NameRow{name::breadcrumbs, rows, "Đường dẫn từ trang chủ đến mục chứa trang",
            "The way from the home page to what holds the page", &link_rows()},
    NameRow{name::main, partial, "Phần chính: bố cục của loại nội dung",
            "The main part: the layout of the content type", nullptr, Presence::required},
};

const std::array header_names = {
    NameRow{name::menu, rows, "Trình đơn chính", "The main menu", &menu_rows},
};

const std::array notice_names = {
    NameRow{name::level, text, "Mức: notice, warning, danger", "Level: notice, warning, danger"},
    NameRow{name::level_label, text, "Mức bằng chữ", "The level in words"},
    NameRow{name::text, text, "Nội dung thông báo", "What is said"},
    NameRow{name::text_language, text, "Ngôn ngữ của nội dung khi khác ngôn ngữ của trang",
            "Language of the text where it is not the page's"},
    NameRow{name::path, text, "Địa chỉ xem thêm; có thể trống", "Where to read more; may be empty"},
    NameRow{name::label, text, "Chữ của liên kết", "Text of the link"},
};
const ViewTable notice_rows = {"Thông báo khẩn", "Emergency notices", notice_names};

const std::array emergency_names = {
    NameRow{name::notices, rows, "Các thông báo đang hiện", "The notices shown now", &notice_rows},
};

const std::array footer_names = {
    NameRow{name::menu, rows, "Trình đơn cuối trang", "The menu of the footer", &menu_rows},
    NameRow{name::responsible, text, "Người chịu trách nhiệm (Thông tư 32/2017, Điều 16)",
            "The person responsible (circular 32/2017, article 16)", nullptr, Presence::required},
    NameRow{name::address, text, "Địa chỉ trụ sở (ID-04)", "Postal address (ID-04)", nullptr, Presence::required},
    NameRow{name::responsible_language, text, "Ngôn ngữ của phần đó khi khác ngôn ngữ của trang",
            "Language of that text where it is not the page's"},
    NameRow{name::address_language, text, "Ngôn ngữ của địa chỉ khi khác ngôn ngữ của trang",
            "Language of the address where it is not the page's"},
    NameRow{name::reuse_language, text, "Ngôn ngữ của câu ghi nguồn khi khác ngôn ngữ của trang",
            "Language of the sentence on the source where it is not the page's"},
    NameRow{name::phone, text, "Điện thoại (ID-04)", "Telephone (ID-04)", nullptr, Presence::required},
    NameRow{name::phone_digits, text, "Điện thoại cho href=\"tel:…\"", "Telephone for href=\"tel:…\""},
    NameRow{name::fax, text, "Fax (ID-04)", "Fax (ID-04)", nullptr, Presence::required},
    NameRow{name::email, text, "Thư điện tử (ID-04)", "E-mail (ID-04)", nullptr, Presence::required},
    NameRow{name::reuse_notice, text, "Câu yêu cầu ghi nguồn khi sử dụng lại (USE-01)",
            "The sentence on naming the source (USE-01)", nullptr, Presence::required},
};

const std::array component_names = {
    NameRow{name::path, text, "Địa chỉ của ảnh, video, tệp; trống nếu không đăng",
            "Address of the image, video or file; empty if not published"},
    NameRow{name::external, section, "Địa chỉ ở máy chủ khác: chỉ dẫn liên kết, không nhúng",
            "The address is on another host: link to it, do not embed it"},
    NameRow{name::alternative, text, "Lời thay ảnh, thay bản đồ", "Alternative text"},
    NameRow{name::caption, text, "Chú thích", "Caption"},
    NameRow{name::credit, text, "Tác giả ảnh", "Who made the picture"},
    NameRow{name::title, text, "Tên", "Title"},
    NameRow{name::description, text, "Mô tả tệp", "Description of the file"},
    NameRow{name::poster, text, "Ảnh chờ của video", "Image shown before a video plays"},
    NameRow{name::captions_path, text, "Tệp phụ đề (WebVTT)", "Captions (WebVTT)"},
    NameRow{name::transcript_path, text, "Bản ghi lời", "Transcript"},
    NameRow{name::file_details, text, "Loại và cỡ: «PDF, 120 kB»", "Type and size: “PDF, 120 kB”"},
    NameRow{name::images, rows, "Các ảnh của bộ ảnh", "The images of a gallery", &image_rows()},
    NameRow{name::image, rows, "Ảnh của hình: một dòng, hoặc không nếu không đăng",
            "The image of a figure: one row, none where it is not published", &shown_picture_rows()},
    NameRow{name::latitude, text, "Vĩ độ", "Latitude"},
    NameRow{name::chart, html, "Hình vẽ của biểu đồ (SVG); trống nếu không vẽ được",
            "The chart's drawing (SVG); empty where there is nothing to draw"},
    NameRow{name::table, html, "Bảng số liệu của biểu đồ", "The chart's data as a table"},
    NameRow{name::longitude, text, "Kinh độ", "Longitude"},
    NameRow{name::unit, text, "Đơn vị", "Unit"},
    NameRow{name::unit_language, text, "Ngôn ngữ của tên đó khi khác ngôn ngữ của trang",
            "Language of that name where it is not the page's"},
    NameRow{name::address, text, "Địa chỉ", "Postal address"},
    NameRow{name::phone, text, "Điện thoại", "Telephone"},
    NameRow{name::phone_digits, text, "Điện thoại cho href=\"tel:…\"", "Telephone for href=\"tel:…\""},
    NameRow{name::email, text, "Thư điện tử", "E-mail"},
};

}  // namespace

const ViewTable& link_rows() {
  static const ViewTable table = {"Liên kết", "Links", link_names};
  return table;
}

const ViewTable& common_view() {
  static const ViewTable table = {"Mọi trang: base.html", "Every page: base.html", common_names};
  return table;
}

const ViewTable& header_view() {
  static const ViewTable table = {"Đầu trang: partials/header.html", "Header: partials/header.html", header_names,
                                  &frame_view()};
  return table;
}

const ViewTable& emergency_view() {
  static const ViewTable table = {"Thông báo khẩn: partials/emergency.html",
                                  "Emergency banner: partials/emergency.html", emergency_names, &frame_view()};
  return table;
}

const ViewTable& footer_view() {
  static const ViewTable table = {"Cuối trang: partials/footer.html", "Footer: partials/footer.html", footer_names,
                                  &frame_view()};
  return table;
}

const ViewTable& comfort_view() {
  static const ViewTable table = {"Tùy chọn khi đọc: partials/comfort.html", "Reading comfort: partials/comfort.html",
                                  std::span<const NameRow>(), &frame_view()};
  return table;
}

// What header and footer know of the portal: they are rendered once for many pages.
const ViewTable& frame_view() {
  static const ViewTable table = {"Cổng: cả trong đầu và cuối trang", "The portal: in header and footer too",
                                  std::span(common_names).first(12)};
  return table;
}

const ViewTable& component_view() {
  static const ViewTable table = {"Thành phần trong bài: components/*.html", "Components of a body: components/*.html",
                                  component_names, &frame_view()};
  return table;
}

}  // namespace congbo::render
