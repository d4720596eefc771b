// SPDX-License-Identifier: GPL-3.0-or-later
// Names of the main part: items of content.
#include <array>

#include "generator/render/names.h"
#include "generator/render/part_names.h"
#include "generator/render/view_tables.h"
#include "generator/render/view_tables_parts.h"

namespace congbo::render {

namespace {

using enum Form;

const std::array item_names = {
    NameRow{name::title, text, "Tên bài", "Title"},
    NameRow{name::path, text, "Địa chỉ", "Address"},
    NameRow{name::type, text, "Tên loại nội dung", "Name of the content type"},
    NameRow{name::date, text, "Ngày của bài", "Date"},
    NameRow{name::date_machine, text, "Ngày cho <time datetime>", "Date for <time datetime>"},
    NameRow{name::unit, text, "Đơn vị cung cấp (ID-03)", "Supplying unit (ID-03)"},
    NameRow{name::unit_language, text, "Ngôn ngữ của tên đó khi khác ngôn ngữ của trang",
            "Language of that name where it is not the page's"},
    NameRow{name::summary, text, "Tóm tắt", "Summary"},
    NameRow{name::level, text, "Mức độ dịch vụ công (TTH-04), cấp bản đồ", "Level of a service (TTH-04), of a map"},
    NameRow{name::cover, text, "Ảnh đại diện", "Cover image"},
    NameRow{name::cover_alt, text, "Lời thay ảnh đại diện", "Alternative text of the cover image"},
    NameRow{name::card, rows, "Ảnh đại diện cắt 3:2 cho thẻ: một dòng hoặc không",
            "The cover cut to 3:2: one row or none", &shown_picture_rows()},
    NameRow{name::phase, text, "upcoming, open, closed; lịch: current", "upcoming, open, closed; schedules: current"},
    NameRow{name::phase_text, text, "«Đang lấy ý kiến»", "“Open for comments”"},
    NameRow{name::countdown, text, "«Còn 5 ngày», khi đang mở (CON-03)", "“5 days left”, while open (CON-03)"},
    NameRow{name::validity, text, "pending, in-force, partly hoặc ended (DOC-03)",
            "pending, in-force, partly or ended (DOC-03)"},
    NameRow{name::validity_text, text, "«Còn hiệu lực»", "“In force”"},
};

const std::array contents_names = {
    NameRow{name::level, text, "Cấp: 2 đến 6", "Level: 2 to 6"},
    NameRow{name::anchor, text, "Tên neo, không có #", "Anchor, without #"},
    NameRow{name::text, text, "Tiêu đề", "Heading"},
};
const ViewTable contents_rows = {"Mục lục", "Table of contents", contents_names};

const std::array relation_names = {
    NameRow{name::label, text, "«Thay thế», «Bị thay thế bởi»", "“Replaces”, “Replaced by”"},
    NameRow{name::number, text, "Số, ký hiệu; có thể trống", "Number; may be empty"},
    NameRow{name::title, text, "Trích yếu của văn bản kia", "Abstract of the other document"},
    NameRow{name::path, text, "Trang của văn bản kia; trống nếu cổng không có",
            "Its page; empty if the portal has none"},
    NameRow{name::date, text, "Ngày ban hành", "Day of issue"},
    NameRow{name::date_machine, text, "Ngày cho <time datetime>", "Date for <time datetime>"},
    NameRow{name::validity, text, "Hiệu lực của văn bản kia", "Its validity"},
    NameRow{name::validity_text, text, "«Còn hiệu lực»", "“In force”"},
};
const ViewTable relation_rows = {"Văn bản liên quan (DOC-03)", "Related documents (DOC-03)", relation_names};

const std::array version_names = {
    NameRow{name::label, text, "Tên bản dự thảo", "Name of the version"},
    NameRow{name::date, text, "Ngày của bản dự thảo", "Its date"},
    NameRow{name::date_machine, text, "Ngày cho <time datetime>", "Date for <time datetime>"},
    NameRow{name::path, text, "Địa chỉ tệp", "Address of the file"},
    NameRow{name::file_details, text, "Loại và cỡ: «PDF, 120 kB»", "Type and size: “PDF, 120 kB”"},
};
const ViewTable version_rows = {"Các bản dự thảo (CON-01)", "Versions of a draft (CON-01)", version_names};

const std::array comparison_names = {
    NameRow{name::older_version, text, "Bản trước", "The version before"},
    NameRow{name::newer_version, text, "Bản sau", "The version after"},
    NameRow{name::changes, html, "Các đoạn đã sửa, với <ins> và <del>", "The paragraphs changed, with <ins> and <del>"},
};
const ViewTable comparison_rows = {"So sánh hai bản dự thảo (CON-01)", "Two versions compared (CON-01)",
                                   comparison_names};

const std::array comment_names = {
    NameRow{name::author, text, "Người hoặc tổ chức góp ý; trống nếu không đồng ý nêu tên",
            "Who commented; empty without consent"},
    NameRow{name::date, text, "Ngày góp ý", "Date of the comment"},
    NameRow{name::date_machine, text, "Ngày cho <time datetime>", "Date for <time datetime>"},
    NameRow{name::text, text, "Nội dung góp ý", "The comment"},
    NameRow{name::answer, text, "Tiếp thu, giải trình", "The answer"},
};
const ViewTable comment_rows = {"Góp ý và trả lời (CON-05)", "Comments and answers (CON-05)", comment_names};
const std::array update_names = {
    NameRow{name::date, text, "Ngày cập nhật", "Day of the update"},
    NameRow{name::date_machine, text, "Ngày cho <time datetime>", "Date for <time datetime>"},
    NameRow{name::text, text, "Nội dung thay đổi", "What was changed"},
};
const ViewTable update_rows = {"Các lần cập nhật", "Updates", update_names};

const std::array commune_names = {
    NameRow{name::label, text, "Tên xã, phường", "Name of the commune"},
};
const ViewTable commune_rows = {"Xã, phường trên bản đồ", "Communes of a map", commune_names};

const std::array page_names = {
    NameRow{name::title, text, "Tên bài", "Title", nullptr, Presence::required},
    NameRow{name::type, text, "Tên loại nội dung", "Name of the content type"},
    NameRow{name::date, text, "Ngày của bài (ID-03)", "Date (ID-03)", nullptr, Presence::required},
    NameRow{name::date_machine, text, "Ngày cho <time datetime>", "Date for <time datetime>"},
    NameRow{name::date_label, text, "Tên của ngày đó: «Ngày ban hành»", "What that date is: “Issued on”"},
    NameRow{name::approved, text, "Thời điểm duyệt bản đang đăng, khi đã chứng minh từ git",
            "When the published version was approved, where git proves it"},
    NameRow{name::approved_by, text, "Chức danh người duyệt", "Title of who approved"},
    NameRow{name::approved_machine, text, "Thời điểm duyệt cho <time datetime>", "The same for <time datetime>"},
    NameRow{name::published, text, "Ngày đăng lần đầu", "First publication"},
    NameRow{name::published_machine, text, "Ngày đó cho <time datetime>", "The same for <time datetime>"},
    NameRow{name::updates, rows, "Các lần cập nhật, mới nhất trước (REV-04)", "Updates, the newest first (REV-04)",
            &update_rows},
    NameRow{name::updated, text, "Ngày cập nhật, nếu sau ngày đăng",
            "Date of the update, if later than first publication"},
    NameRow{name::updated_machine, text, "Ngày cập nhật cho <time datetime>", "The same for <time datetime>"},
    NameRow{name::change_note, text, "Nội dung thay đổi", "What was changed"},
    NameRow{name::unit, text, "Đơn vị cung cấp (ID-03); nếu bài không nêu: cơ quan chủ quản",
            "Supplying unit (ID-03); the owner where the page names none", nullptr, Presence::required},
    NameRow{name::unit_language, text, "Ngôn ngữ của tên đó khi khác ngôn ngữ của trang",
            "Language of that name where it is not the page's"},
    NameRow{name::unit_path, text, "Danh sách bài của đơn vị", "List of the unit's items"},
    NameRow{name::category, text, "Chuyên mục", "Category"},
    NameRow{name::category_path, text, "Danh sách của chuyên mục", "List of the category"},
    NameRow{name::author, text, "Tác giả", "Author"},
    NameRow{name::source_name, text, "Nguồn tin", "Source"},
    NameRow{name::source_url, text, "Địa chỉ nguồn tin", "Address of the source"},
    NameRow{name::summary, text, "Tóm tắt", "Summary"},
    NameRow{name::cover, text, "Ảnh đại diện", "Cover image"},
    NameRow{name::cover_alt, text, "Lời thay ảnh đại diện", "Alternative text of the cover image"},
    NameRow{name::cover_image, rows, "Ảnh đại diện: một dòng hoặc không", "The cover image: one row or none",
            &shown_picture_rows()},
    NameRow{name::phase, text, "upcoming, open, closed; lịch: current", "upcoming, open, closed; schedules: current"},
    NameRow{name::phase_text, text, "«Đang lấy ý kiến»", "“Open for comments”"},
    NameRow{name::validity, text, "pending, in-force, partly hoặc ended (DOC-03)",
            "pending, in-force, partly or ended (DOC-03)"},
    NameRow{name::validity_text, text, "«Còn hiệu lực»", "“In force”"},
    NameRow{name::countdown, text, "«Còn 5 ngày», khi đang mở (CON-03)", "“5 days left”, while open (CON-03)"},
    NameRow{name::superseded, rows, "Văn bản đã thay thế hoặc bãi bỏ văn bản này",
            "What has replaced or repealed this document", &relation_rows},
    NameRow{name::relations, rows, "Quan hệ với các văn bản khác", "Relations to other documents", &relation_rows},
    NameRow{name::relation_graph, html, "Sơ đồ quan hệ (SVG); bảng quan hệ nói cùng một điều",
            "The relations drawn (SVG); the table says the same"},
    NameRow{name::receiver_address, text, "Nơi nhận góp ý (CON-02)", "Where comments go (CON-02)"},
    NameRow{name::receiver_email, text, "Thư điện tử nhận góp ý (CON-02)", "E-mail for comments (CON-02)"},
    NameRow{name::versions, rows, "Các bản dự thảo", "Versions of the draft", &version_rows},
    NameRow{name::comparisons, rows, "So sánh các bản liền nhau", "Consecutive versions compared", &comparison_rows},
    NameRow{name::comments, rows, "Góp ý và trả lời", "Comments and answers", &comment_rows},
    NameRow{name::verifying_since, text, "Đang được kiểm chứng lại từ ngày nào (REF-06)",
            "Since when it is being verified again (REF-06)"},
    NameRow{name::withdrawn, section, "Bài đã rút", "The page has been withdrawn"},
    NameRow{name::withdrawn_on, text, "Ngày rút", "Day of the withdrawal"},
    NameRow{name::withdrawn_reason, text, "Lý do rút", "Reason of the withdrawal"},
    NameRow{name::withdrawn_authority, text, "Người quyết định rút (REV-05)", "Who decided it (REV-05)"},
    NameRow{name::body, html, "Nội dung bài", "The body", nullptr, Presence::required},
    NameRow{name::contents, rows, "Mục lục của bài dài (từ 4 tiêu đề)",
            "Table of contents of long pages (4 headings or more)", &contents_rows},
    NameRow{name::contents_count, text, "Số dòng của mục lục", "Number of its entries"},
    NameRow{name::contents_short, section, "Mục lục không quá 15 dòng", "It has at most 15 entries"},
    NameRow{name::fields, rows, "Trường riêng ngắn của loại nội dung, theo thứ tự khai báo",
            "The type's own fields that are short, in their order", &field_rows()},
    NameRow{name::long_fields, rows, "Trường riêng dài: văn bản có định dạng (HTML) hoặc bảng (COLUMNS, LINES)",
            "Those that are long: formatted texts (HTML) or tables (COLUMNS, LINES)", &field_rows()},
    NameRow{name::files, rows, "Mọi tệp của bài", "All files of the page", &file_rows()},
    NameRow{name::tags, rows, "Thẻ", "Tags", &link_rows()},
    NameRow{name::related, rows, "Bài liên quan", "Related items", &item_rows()},
    NameRow{name::neighbours, section, "Có bài mới hơn hoặc cũ hơn trong mục",
            "There is a newer or an older item in the section"},
    NameRow{name::newer_title, text, "Bài mới hơn trong mục", "The next newer item of the section"},
    NameRow{name::newer_path, text, "Địa chỉ bài đó", "Its address"},
    NameRow{name::older_title, text, "Bài cũ hơn trong mục", "The next older item of the section"},
    NameRow{name::older_path, text, "Địa chỉ bài đó", "Its address"},
    NameRow{name::calendar_path, text, "Tệp iCalendar của trang", "The page's iCalendar file"},
    NameRow{name::subscribe_path, text, "Lịch để theo dõi, gồm mọi trang cùng loại",
            "Calendar to subscribe to, with all pages of the kind"},
    NameRow{name::card_path, text, "Danh thiếp (vCard)", "Address card (vCard)"},
    NameRow{name::week, rows, "Lịch theo ngày và buổi; một dòng (DIR-04)",
            "A schedule by day and part of the day; one row (DIR-04)", &week_rows()},
    NameRow{name::pictures, rows, "Ảnh của thư viện ảnh", "Pictures of a gallery", &picture_rows()},
    NameRow{name::media_path, text, "Tệp của trang: hình, tiếng, biểu mẫu; trống nếu ở máy chủ khác",
            "The page's file: video, sound, form; empty if on another host"},
    NameRow{name::captions_path, text, "Tệp phụ đề (WebVTT)", "Captions (WebVTT)"},
    NameRow{name::chapters_path, text, "Tệp chương của video (WebVTT)", "Chapters of a video (WebVTT)"},
    NameRow{name::file_details, text, "Loại và cỡ của tệp ở MEDIA_PATH", "Type and size of the file at MEDIA_PATH"},
    NameRow{name::portrait, rows, "Ảnh chân dung (PPL-01): một dòng, hoặc không",
            "A portrait (PPL-01): one row or none", &shown_picture_rows()},
    NameRow{name::latitude, text, "Vĩ độ của địa điểm", "Latitude of the place"},
    NameRow{name::longitude, text, "Kinh độ của địa điểm", "Longitude of the place"},
    NameRow{name::charts, html, "Biểu đồ và bảng từ tệp số liệu (STA-02)", "Charts and tables of data files (STA-02)"},
    NameRow{name::outline, html, "Hình vẽ từ tệp GeoJSON (MAP-01)", "Drawing of a GeoJSON file (MAP-01)"},
    NameRow{name::communes, rows, "Các xã, phường mà bản đồ thể hiện (MAP-02)",
            "The communes that a map shows (MAP-02)", &commune_rows},
    NameRow{name::collection, rows, "Bài của chuyên trang", "Items of a collection", &item_rows()},
    NameRow{name::before, section, "Sự kiện, việc lấy ý kiến chưa bắt đầu",
            "The event or the consultation has not begun"},
    NameRow{name::during, section, "Sự kiện, việc lấy ý kiến đang diễn ra",
            "The event or the consultation is going on"},
    NameRow{name::after, section, "Sự kiện, việc lấy ý kiến đã kết thúc", "The event or the consultation is over"},
};

}  // namespace

const ViewTable& item_rows() {
  static const ViewTable table = {"Bài trong danh sách", "Items of a list", item_names, &frame_view(),
                                  Scope::stands_alone};
  return table;
}

const ViewTable& page_view() {
  static const ViewTable table = {"Bài: article.html và mọi bố cục của loại nội dung",
                                  "Items: article.html and every layout of a content type", page_names, &common_view()};
  return table;
}

}  // namespace congbo::render
