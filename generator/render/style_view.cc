// SPDX-License-Identifier: GPL-3.0-or-later
// The style page: the tokens of the look, and every component drawn by its own partial from made-up data.
#include "generator/render/style_view.h"

#include <array>
#include <initializer_list>

#include "generator/render/names.h"
#include "generator/render/part_names.h"
#include "generator/render/view_tables_parts.h"

namespace congbo::render {

namespace {

using Values = std::initializer_list<std::pair<Key, std::string_view>>;

constexpr std::string_view nowhere = "#main_part";
constexpr std::array components = {"attachment", "contact", "figure", "map", "video", "audio"};

class StyleFiller {
 public:
  StyleFiller(const ViewSources& sources, std::string_view css, View& view, Texts& texts)
      : sources_(sources), css_(css), view_(view), texts_(texts) {}

  void fill() {
    tokens();
    items();
    document_parts();
    page_parts();
    list_parts();
    people_and_week();
    drawn_components();
  }

 private:
  View& row(View& view, Key rows, Values values) {
    View& added = view.add(rows);
    for (const auto& [key, value] : values) added.set(key, value);
    return added;
  }

  // The custom properties of the first rule of the sheet that has colours, in their order.
  void tokens() {
    const std::size_t begin = css_.find(":root"), end = css_.find('}', begin);
    for (std::size_t at = css_.find("--", begin); at < end; at = css_.find("--", css_.find(';', at))) {
      const std::string_view key = css_.substr(at + 2, css_.find(':', at) - at - 2);
      row(view_, name::colours, {{name::key, key}});
    }
    for (const std::string_view size : {"1", "2", "3", "lead", "text", "small"})
      row(view_, name::sizes, {{name::key, size}, {name::text, "Ễ ặ Ữ ỹ Ợ ằ: Nghị quyết của Hội đồng nhân dân"}});
  }

  View& item(Key rows, Values more) {
    View& added = row(view_, rows,
                      {{name::title, "Xã Suối Lụa vào vụ thu hoạch cam"},
                       {name::path, nowhere},
                       {name::type, "Tin tức"},
                       {name::date, "09/11/2026"},
                       {name::date_machine, "2026-11-09"},
                       {name::unit, "Ủy ban nhân dân xã Suối Lụa"},
                       {name::summary, "Ba trăm héc-ta cam chín sớm; thương lái đặt mua tại vườn từ đầu tháng."}});
    for (const auto& [key, value] : more) added.set(key, value);
    for (const Key key : {name::level, name::cover, name::cover_alt, name::phase, name::phase_text, name::countdown,
                          name::validity, name::validity_text})
      if (added.value(key.hash).empty()) added.set(key, {});
    return added;
  }

  void items() {
    item(name::items, {});
    item(name::items, {{name::phase, "open"}, {name::phase_text, "Đang lấy ý kiến"}, {name::countdown, "Còn 12 ngày"}});
    item(name::items, {{name::validity, "pending"}, {name::validity_text, "Chưa có hiệu lực"}});
    item(name::related, {{name::validity, "ended"}, {name::validity_text, "Hết hiệu lực"}});
  }

  void document_parts() {
    const auto document = [&](std::string_view number, std::string_view state, std::string_view words) {
      row(view_, name::documents,
          {{name::number, number},
           {name::path, nowhere},
           {name::title, "Quyết định"},
           {name::summary, "Quy định hạn mức giao đất, công nhận quyền sử dụng đất"},
           {name::form, "Quyết định"},
           {name::issuer, "Ủy ban nhân dân tỉnh"},
           {name::date, "10/11/2026"},
           {name::date_machine, "2026-11-10"},
           {name::validity, state},
           {name::validity_text, words}});
    };
    document("31/2026/QĐ-UBND", "pending", "Chưa có hiệu lực");
    document("15/2026/NQ-HĐND", "in-force", "Còn hiệu lực");
    document("12/2020/QĐ-UBND", "ended", "Hết hiệu lực");
    row(view_, name::relations,
        {{name::label, "Thay thế"},
         {name::number, "12/2020/QĐ-UBND"},
         {name::title, "Bảng giá đất giai đoạn 2020 - 2024"},
         {name::path, nowhere},
         {name::date, "18/12/2019"},
         {name::date_machine, "2019-12-18"},
         {name::validity, "ended"},
         {name::validity_text, "Hết hiệu lực"}});
  }

  void page_parts() {
    for (const auto& [key, value] : std::initializer_list<std::pair<Key, std::string_view>>{
             {name::published, "08:00, 10/11/2026"},
             {name::published_machine, "2026-11-10T08:00:00+07:00"},
             {name::updated, "12/11/2026"},
             {name::updated_machine, "2026-11-12"},
             {name::unit_path, nowhere},
             {name::category, "Tin tức"},
             {name::category_path, nowhere},
             {name::author, "Ban Biên tập"},
             {name::phase, "open"},
             {name::phase_text, "Đang lấy ý kiến"},
             {name::countdown, "Còn 12 ngày"},
             {name::summary, "Đoạn mở đầu nói điều chính của bài trong một, hai câu."},
             {name::source_name, "Sở Nông nghiệp và Môi trường"},
             {name::newer_title, "Thông xe cầu Khe Lim"},
             {name::newer_path, nowhere},
             {name::older_title, "Lễ hội dệt thổ cẩm"},
             {name::older_path, nowhere},
             {name::contents_count, "4"}})
      view_.set(key, value);
    view_.show(name::neighbours);
    view_.show(name::contents_short);
    for (const auto& [level, heading] : {std::pair{"2", "Quy định chung"}, std::pair{"3", "Phạm vi"},
                                         std::pair{"3", "Đối tượng"}, std::pair{"2", "Tổ chức thực hiện"}})
      row(view_, name::contents, {{name::level, level}, {name::anchor, "main_part"}, {name::text, heading}});
    field("Thời hạn giải quyết", "05 ngày làm việc");
    field("Lệ phí", "Không thu");
    long_field();
    row(view_, name::files,
        {{name::file_name, "Tờ khai đăng ký khai sinh"}, {name::path, nowhere}, {name::file_details, "PDF, 120 kB"}});
    for (const std::string_view tag : {"chuyển đổi số", "giá đất"})
      row(view_, name::tags, {{name::label, tag}, {name::path, nowhere}});
  }

  void field(std::string_view label, std::string_view text) {
    View& added = row(view_, name::fields, {{name::label, label}, {name::text, text}, {name::machine_date, {}}});
    for (const Key none :
         {name::url, name::email, name::phone_digits, name::links, name::field_files, name::values, name::parts})
      added.show(none, false);
  }

  void long_field() {
    View& added =
        row(view_, name::long_fields, {{name::key, "dossier"}, {name::label, "Thành phần hồ sơ"}, {name::html, {}}});
    for (const Key none : {name::values, name::parts, name::field_files}) added.show(none, false);
    for (const std::string_view column : {"Giấy tờ", "Số bản"}) row(added, name::columns, {{name::label, column}});
    for (const auto& [paper, copies] : {std::pair{"Tờ khai", "1"}, std::pair{"Bản sao giấy chứng nhận", "2"}}) {
      View& line = added.add(name::lines);
      cell(line, "Giấy tờ", paper);
      cell(line, "Số bản", copies);
    }
  }

  void cell(View& line, std::string_view label, std::string_view text) {
    View& added = row(line, name::cells, {{name::label, label}, {name::text, text}});
    for (const Key none :
         {name::machine_date, name::url, name::email, name::phone_digits, name::links, name::field_files})
      added.show(none, false);
  }

  void list_parts() {
    for (const std::string_view section : {"Tin tức", "Thông báo", "Văn bản"})
      row(view_, name::children, {{name::label, section}, {name::path, nowhere}});
    View& facet = row(view_, name::facets, {{name::label, "Hình thức"}});
    row(facet, name::links, {{name::label, "Quyết định"}, {name::path, nowhere}, {name::count, "14"}});
    row(facet, name::links, {{name::label, "Kế hoạch"}, {name::path, nowhere}, {name::count, "3"}});
    view_.set(name::page_number, "1");
    view_.set(name::page_count, "2");
    for (const std::string_view number : {"1", "2"}) {
      View& page = row(view_, name::pages, {{name::label, number}, {name::path, nowhere}});
      page.show(name::current_page, number == "1");
      page.show(name::gap, false);
    }
  }

  void people_and_week() {
    View& unit = row(view_, name::directory, {{name::unit, "Văn phòng Ủy ban nhân dân tỉnh"}});
    row(unit, name::people,
        {{name::title, "Bộ phận tiếp công dân"},
         {name::path, nowhere},
         {name::position, "Đầu mối"},
         {name::phone, "0200 0000 100"},
         {name::phone_digits, "02000000100"},
         {name::email, "tiepdan@mayngan.example"},
         {name::card_path, {}}});
    View& week = view_.add(name::week);
    row(week, name::columns, {{name::label, "Sáng"}});
    View& day = row(week, name::days,
                    {{name::day_name, "Thứ Hai"}, {name::date, "23/11/2026"}, {name::date_machine, "2026-11-23"}});
    View& morning = row(day, name::sessions, {{name::label, "Sáng"}});
    row(morning, name::entries,
        {{name::time, "08:00"},
         {name::time_machine, "2026-11-23T08:00:00+07:00"},
         {name::text, "Giao ban tuần"},
         {name::leader, "Chủ tịch"},
         {name::place, "Phòng họp số 1"}});
  }

  void drawn_components() {
    for (const char* component : components) {
      View view(&sources_.frame.shared);
      for (const auto& [key, value] :
           std::initializer_list<std::pair<Key, std::string_view>>{{name::title, "Tờ khai đăng ký khai sinh"},
                                                                   {name::alternative, "Ruộng bậc thang dưới mây"},
                                                                   {name::caption, "Chú thích của thành phần"},
                                                                   {name::address, "Số 1 đường Ngàn Mây"},
                                                                   {name::phone, "0200 0000 100"},
                                                                   {name::phone_digits, "02000000100"},
                                                                   {name::email, "vanphong@mayngan.example"},
                                                                   {name::unit, "Văn phòng Ủy ban nhân dân tỉnh"},
                                                                   {name::file_details, "PDF, 120 kB"}})
        view.set(key, value);
      const std::string_view type = component;
      view.set(name::path, type == "attachment" ? nowhere : std::string_view());
      view.show(name::external, type == "video" || type == "audio");
      if (type == "video" || type == "audio") view.set(name::path, nowhere);
      std::string html;
      sources_.templates.expand("components/" + std::string(type) + ".html", view, html);
      row(view_, name::components, {{name::key, type}, {name::body, texts_.keep(std::move(html))}});
    }
  }

  const ViewSources& sources_;
  std::string_view css_;
  View& view_;
  Texts& texts_;
};

}  // namespace

void fill_style(const ViewSources& sources, std::string_view css, View& view, Texts& texts) {
  StyleFiller(sources, css, view, texts).fill();
}

}  // namespace congbo::render
