// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/render/small_portal.h"

#include <algorithm>

namespace congbo::testing {

namespace {

constexpr std::size_t news_count = 45, per_page = 20;

std::string day_text(std::size_t i) {
  return std::to_string(1 + i % 28);
}

markdown::Hole hole(markdown::HoleKind kind, std::string_view html, std::string_view before, std::string target) {
  markdown::Hole made;
  made.kind = kind;
  made.offset = html.find(before) + before.size();
  made.target = std::move(target);
  made.text = "chữ";
  return made;
}

record::FileLink file(const std::string& path, std::string name, std::string type, std::uint64_t size) {
  record::FileLink made;
  made.source = "content" + path;
  made.path = path;
  made.address = path;
  for (std::size_t at = made.address.find(' '); at != std::string::npos; at = made.address.find(' '))
    made.address.replace(at, 1, "%20");
  made.name = std::move(name);
  made.type = std::move(type);
  made.size = size;
  return made;
}

}  // namespace

void SmallPortal::make_type(const std::string& id, const std::string& layout) {
  site::ContentType& type = portal().types[id];
  type.id = id;
  type.layout = layout;
  type.label = both("Loại " + id, "Type " + id);
  type.source = "content/_site/types/" + id + ".yaml";
  for (const char* key : {"number", "issued_on", "files", "submit_url", "url", "topic", "transcript", "licence",
                          "stream_url", "questions_open_from", "questions_open_until", "duration", "fee", "agency",
                          "result", "payment_url", "lookup_url"}) {
    site::FieldSchema schema;
    schema.key = key;
    type.fields.push_back(schema);
  }
}

void SmallPortal::make_portal() {
  site.portals.resize(1);
  site::Portal& made = portal();
  made.id = "song-lam";
  made.root = "content/";
  made.name = both("Cổng thông tin điện tử tỉnh Sông Lam", "Song Lam Portal");
  made.owner = both("Ủy ban nhân dân tỉnh Sông Lam", "People's Committee of Song Lam");
  made.responsible = both("Chánh Văn phòng", "Chief of Office");
  made.base_url = "https://songlam.example.gov.vn";
  made.tag_authority = "songlam.example.gov.vn,2026";
  made.contact = {text("Số 1, đường Bờ Sông, phường Lam Giang"), text("0238 3000 000"), text("0238 3000 001"),
                  text("banbientap@songlam.example.gov.vn")};
  made.languages = {"vi", "en"};
  made.strings["vi"] = shipped_strings("vi");
  made.strings["en"] = shipped_strings("en");
  made.menu = {{both("Trang chủ", "Home"), "/"},
               {both("Tin tức", "News"), "/tin-tuc/"},
               {words(text("Văn bản"), text("Documents")), "/van-ban/"}};
  made.footer_menu = {{both("Sơ đồ cổng", "Site map"), "/so-do/"}};
  site::Unit unit;
  unit.id = "so-noi-vu";
  unit.name = both("Sở Nội vụ", "Department of Home Affairs");
  unit.phone = text("0238 3111 222");
  unit.email = text("snv@songlam.example.gov.vn");
  unit.address = text("Số 5, đường Bờ Sông");
  made.units.push_back(unit);
  make_type("news", "article");
  make_type("document", "document");
  make_type("procedure", "procedure");
  make_type("qa", "qa");
  make_type("notice", "notice");
}

pages::Page& SmallPortal::add_page(const std::string& id, const std::string& type) {
  auto page = std::make_shared<pages::Page>();
  page->source = "content/" + id + ".md";
  page->id = id;
  page->portal = &portal();
  page->type = &portal().types.at(type);
  page->route = {portal().id, id.starts_with("en/") ? "en" : "vi", "/" + id + ".html"};
  page->section = "tin-tuc";
  page->folder = "content/" + id + "/";
  page->title = text("Tiêu đề " + id);
  page->summary = text("Tóm tắt của " + id + ".");
  page->unit = "so-noi-vu";
  made_.push_back(page);
  return *page;
}

void SmallPortal::make_pages() {
  pages::Page& first = add_page("tin-tuc/a", "news");
  first.title = text("Khai trương bộ phận một cửa ở phường Lam Giang");
  first.author = text("Ban Biên tập");
  first.source_name = text("Báo Sông Lam");
  first.source_url = "https://bao.example.vn/1";
  first.cover = "content/tin-tuc/a/anh bia.jpg";
  first.cover_alt = text("Lễ khai trương");
  first.change_note = text("Sửa giờ làm việc");
  pages::Page& decree = add_page("tin-tuc/d", "document");
  decree.unit.clear();
  pages::Page& gone = add_page("tin-tuc/w", "news");
  gone.withdrawn = pages::Withdrawal{parse_instant("2026-11-05T10:00"), text("Số liệu chưa đúng")};
  add_page("tin-tuc/q", "qa");
  add_page("en/tin-tuc/a", "news");
  for (std::size_t i = 0; i < news_count; ++i) add_page("tin-tuc/n" + std::to_string(100 + i), "news").featured = i < 2;
  add_page("tin-tuc/_index", "news").section_index = true;
  std::sort(made_.begin(), made_.end(), [](const auto& a, const auto& b) { return a->source < b->source; });
  Diagnostics found;
  library = pages::Library(std::vector<pages::PagePointer>(made_.begin(), made_.end()), found);
  article = library.by_id(portal().id, "tin-tuc/a");
  document = library.by_id(portal().id, "tin-tuc/d");
  withdrawn = library.by_id(portal().id, "tin-tuc/w");
  answer = library.by_id(portal().id, "tin-tuc/q");
  english = library.by_id(portal().id, "en/tin-tuc/a");
  make_body();
}

void SmallPortal::make_body() {
  body.html =
      "<p>Xem <a href=\"\">bài khác</a>, <a class=\"x\" href=\"\">bài chưa đăng</a>.</p>\n"
      "<p><img src=\"\" alt=\"ảnh\"> <img src=\"\" alt=\"xa\"></p>\n<div>|</div>\n";
  const std::string_view html = body.html;
  body.holes.push_back(hole(markdown::HoleKind::link, html, "<a href=\"", "d.md"));
  body.holes.push_back(hole(markdown::HoleKind::link, html, "class=\"x\" href=\"", "khong-co.md"));
  body.holes.push_back(hole(markdown::HoleKind::image, html, "<img src=\"", "a/anh.jpg"));
  body.holes.push_back(hole(markdown::HoleKind::image, html, "\"ảnh\"> <img src=\"", "https://noi-khac.example/x.png"));
  markdown::Hole component = hole(markdown::HoleKind::component, html, "<div>|", "contact");
  component.parameters = {{"unit", "so-noi-vu"}};
  body.holes.push_back(component);
  component.target = "attachment";
  component.parameters = {{"src", "a/mau-don.pdf"}, {"title", text("Mẫu đơn")}};
  body.holes.push_back(component);
  component.target = "figure";
  component.parameters = {{"src", "a/anh.jpg"}, {"alt", text("Lời thay ảnh")}, {"caption", text("Chú thích")}};
  body.holes.push_back(component);
  component.target = "gallery";
  component.parameters = {{"caption", text("Bộ ảnh")}};
  component.items = {"a/1.jpg | " + text("Ảnh một"), "![" + text("Ảnh hai") + "](a/2.jpg)"};
  body.holes.push_back(component);
  component.items.clear();
  component.target = "video";
  component.parameters = {
      {"src", "a/phim.mp4"}, {"title", text("Phim")}, {"captions", "a/phim.vtt"}, {"transcript", "d.md"}};
  body.holes.push_back(component);
  component.target = "audio";
  component.parameters = {{"src", "https://noi-khac.example/a.mp3"}, {"title", text("Âm thanh")}};
  body.holes.push_back(component);
  component.target = "map";
  component.parameters = {
      {"title", text("Bản đồ")}, {"alt", text("Đường đến trụ sở")}, {"latitude", "18.67"}, {"longitude", "105.69"}};
  body.holes.push_back(component);
  for (int i = 1; i <= 5; ++i) {
    markdown::Heading heading{2 + i % 2, "muc-" + std::to_string(i), text("Mục " + std::to_string(i)), i};
    body.outline.push_back(std::move(heading));
  }
  index_body.html = "<p>Lời giới thiệu mục.</p>\n";
}

void SmallPortal::make_lists() {
  const auto list = [&](listing::ListKind kind, std::string path, std::string title,
                        const char* language) -> listing::List& {
    listing::List made;
    made.kind = kind;
    made.portal = &portal();
    made.language = language;
    made.path = std::move(path);
    made.title = std::move(title);
    made.feed_path = made.path + "atom.xml";
    listings.lists.push_back(std::move(made));
    return listings.lists.back();
  };
  list(listing::ListKind::home, "/", portal().name.in("vi"), "vi").translations = {{"en", "/en/"}};
  list(listing::ListKind::home, "/en/", portal().name.in("en"), "en").translations = {{"vi", "/"}};
  listing::List& news = list(listing::ListKind::section, "/tin-tuc/", text("Tin tức"), "vi");
  news.description = text("Tin của tỉnh");
  news.breadcrumbs = {{text("Trang chủ"), "/"}};
  news.archive = {{"2026", "/tin-tuc/2026/"}};
  news.index_page = library.by_id(portal().id, "tin-tuc/_index");
  listings.lists[0].children = {2};
  listing::List& child = list(listing::ListKind::section, "/tin-tuc/phuong-xa/", text("Phường, xã"), "vi");
  child.breadcrumbs = {{text("Trang chủ"), "/"}, {text("Tin tức"), "/tin-tuc/"}};
  listings.lists[2].children = {3};
  for (pages::PageIndex i = 0; i < library.size(); ++i)
    if (library[i].route.language == "vi" && i != withdrawn && !library[i].section_index) {
      listings.lists[0].items.push_back(i);
      listings.lists[2].items.push_back(i);
    } else if (library[i].route.language == "en") {
      listings.lists[1].items.push_back(i);
    }
  const auto count = static_cast<std::uint32_t>(listings.lists[2].items.size());
  const auto page = [&](std::uint32_t of, std::uint32_t number, std::string path, std::uint32_t begin,
                        std::uint32_t end) {
    listing::ListPage made;
    made.list = of;
    made.number = number;
    made.path = std::move(path);
    made.begin = begin;
    made.end = end;
    made.total_pages = of == 2 ? 2 : 1;
    listings.pages.push_back(std::move(made));
    return static_cast<std::uint32_t>(listings.pages.size() - 1);
  };
  home = page(0, 0, "/", 0, count);
  english_home = page(1, 0, "/en/", 0, 1);
  section = page(2, 0, "/tin-tuc/", 0, count - per_page);
  section_second = page(2, 1, "/tin-tuc/trang-1.html", count - per_page, count);
  page(3, 0, "/tin-tuc/phuong-xa/", 0, 0);
  listings.pages[section].older = "/tin-tuc/trang-1.html";
  listings.pages[section_second].newer = "/tin-tuc/";
  listings.around.resize(library.size());
  for (pages::PageIndex i = 0; i < library.size(); ++i)
    if (library[i].route.language == "vi") listings.around[i].section_list = 2;
  listing::Surroundings& around = listings.around[article];
  around.newer = document;
  around.older = answer;
  around.related = {document, answer};
  around.translations = {{"en", "/en/tin-tuc/a.html"}};
  listings.around[english].translations = {{"vi", "/tin-tuc/a.html"}};
}

void SmallPortal::make_record(pages::PageIndex index) {
  const pages::Page& page = library[index];
  record::PublicRecord& made = publication.records.own(index);
  made.page = &page;
  made.state = index == withdrawn ? edition::State::withdrawn : edition::State::published;
  made.path = page.section_index ? "/tin-tuc/" : page.route.path;
  made.url = portal().base_url + made.path;
  made.type = record::Label{page.type->id, page.type->label.in(page.route.language), ""};
  if (!page.unit.empty()) made.unit = record::Label{page.unit, text("Sở Nội vụ"), "/don-vi/so-noi-vu/"};
  made.category = record::Label{"cai-cach", text("Cải cách hành chính"), "/chuyen-muc/cai-cach/"};
  made.tags = {record::Label{"mot-cua", text("một cửa"), "/the/mot-cua/"}, record::Label{"tu-do", text("tự do"), ""}};
  made.date_machine = "2026-11-0" + day_text(index % 9);
  made.published_machine = "2026-11-0" + day_text(index % 9);
  made.date_text = "0" + day_text(index % 9) + "/11/2026";
  made.published_text = "0" + day_text(index % 9) + "/11/2026";
  made.phase = index == document ? "open" : "";
  made.phase_text = index == document ? text("Đang lấy ý kiến") : "";
}

void SmallPortal::make_records() {
  publication.site = &site;
  publication.library = &library;
  publication.listings = &listings;
  publication.snapshot = snapshot.get();
  publication.records = record::Records(library.size());
  edition.now = *parse_instant("2026-11-10T08:00");
  for (pages::PageIndex i = 0; i < library.size(); ++i) {
    edition.states.push_back(edition::State::published);
    edition.visible.push_back(i);
    edition.visible_.push_back(true);
    edition.listed_.push_back(i != withdrawn);
    make_record(i);
  }
  publication.edition = &edition;
  record::PublicRecord& first = publication.records.own(article);
  first.body = &body;
  first.updated_machine = "2026-11-06";
  first.updated_text = "06/11/2026";
  first.files = {file("/tin-tuc/a/mau-don.pdf", text("Mẫu đơn"), "PDF", 119'500),
                 file("/tin-tuc/a/anh.jpg", "anh.jpg", "JPG", 4'000),
                 file("/tin-tuc/a/anh bia.jpg", "anh bia.jpg", "JPG", 4'000)};
  record::PublicRecord& decree = publication.records.own(document);
  decree.validity = "in-force";
  decree.validity_text = text("Còn hiệu lực");
  const record::FileLink scan = file("/tin-tuc/d/qd.pdf", text("Quyết định"), "PDF", 2'340'000);
  record::DisplayField number{
      "number", text("Số, ký hiệu"), site::Kind::text, text("12/2026/QĐ-UBND"), "12/2026/QĐ-UBND", {}, {}};
  record::DisplayField day{"issued_on", text("Ngày ban hành"), site::Kind::date, "03/11/2026", "2026-11-03", {}, {}};
  record::DisplayField form{"form",
                            text("Hình thức"),
                            site::Kind::choice,
                            text("Quyết định"),
                            "qd",
                            {record::Label{"qd", text("Quyết định"), ""}},
                            {}};
  record::DisplayField files{"files", text("Tệp"), site::Kind::list, text("Quyết định"), "", {}, {scan}};
  decree.fields = {number, day, form, files};
  decree.files = {scan};
  publication.records.own(listings.lists[2].index_page).body = &index_body;
}

}  // namespace congbo::testing
