// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/render/view_tables.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "generator/render/names.h"
#include "generator/render/page_views.h"
#include "tests/support/catch.h"
#include "tests/unit/render/small_portal.h"

using namespace congbo;
using testing::SmallPortal;

namespace {

const std::vector<const render::ViewTable*>& all_views() {
  static const std::vector<const render::ViewTable*> views = {
      &render::common_view(), &render::header_view(), &render::footer_view(), &render::page_view(),
      &render::list_view(),   &render::home_view(),   &render::fixed_view(),  &render::component_view()};
  return views;
}

const render::NameRow* row_of(const render::ViewTable& table, std::uint64_t hash) {
  for (const render::ViewTable* view = &table; view; view = view->around)
    for (const render::NameRow& row : view->names)
      if (row.key.hash == hash) return &row;
  return nullptr;
}

// Every name a builder set is in the table of its view, and every row sets every name its table has.
void check_names(const render::View& view, const render::ViewTable& table, const std::set<std::uint64_t>& also) {
  for (const std::uint64_t hash : view.names()) {
    const render::NameRow* row = row_of(table, hash);
    if (!row) {
      CHECK(also.contains(hash));
      continue;
    }
    const render::View::Rows* rows = view.rows(hash);
    if (!rows || !row->rows_of) continue;
    for (const auto& child : *rows) {
      const std::vector<std::uint64_t> own = child->names();
      for (const render::NameRow& needed : row->rows_of->names) {
        INFO(row->key.text << " " << needed.key.text);
        CHECK(std::find(own.begin(), own.end(), needed.key.hash) != own.end());
      }
      check_names(*child, *row->rows_of, {});
    }
  }
}

double channel(std::string_view hex) {
  const double value = static_cast<double>(std::stoi(std::string(hex), nullptr, 16)) / 255;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const std::string& colour) {
  return 0.2126 * channel(colour.substr(1, 2)) + 0.7152 * channel(colour.substr(3, 2)) +
         0.0722 * channel(colour.substr(5, 2));
}

double contrast(const std::string& a, const std::string& b) {
  const double x = luminance(a), y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

// "--name: #rrggbb" of the block that starts at `begin`.
std::map<std::string, std::string> colours(std::string_view css, std::size_t begin) {
  std::map<std::string, std::string> found;
  const std::size_t end = css.find('}', begin);
  for (std::size_t at = css.find("--", begin); at < end; at = css.find("--", at + 2)) {
    const std::size_t colon = css.find(':', at);
    std::size_t value = css.find('#', colon);  // var(--light-accent, #22346b) too
    found[std::string(css.substr(at + 2, colon - at - 2))] = css.substr(value, 7);
    at = value;
  }
  return found;
}

}  // namespace

TEST_CASE("no two names share a hash", "[layouts]") {
  std::map<std::uint64_t, std::string_view> seen;
  const std::function<void(const render::ViewTable&)> visit = [&](const render::ViewTable& table) {
    for (const render::NameRow& row : table.names) {
      const auto [place, is_new] = seen.emplace(row.key.hash, row.key.text);
      CHECK((is_new || place->second == row.key.text));
      CHECK_FALSE(row.meaning_vi.empty());
      CHECK_FALSE(row.meaning_en.empty());
      CHECK((row.form == render::Form::rows) == (row.rows_of != nullptr));
      if (is_new && row.rows_of) visit(*row.rows_of);
    }
  };
  for (const render::ViewTable* view : all_views()) visit(*view);
  CHECK(seen.size() > 80);
}

TEST_CASE("the reference for authors of layouts is up to date", "[layouts]") {
  const std::string path = std::string(CONGBO_SOURCE_DIR) + "/layouts/README.md";
  if (std::getenv("UPDATE_GOLDEN")) std::ofstream(path, std::ios::binary) << render::layout_reference();
  std::ifstream file(path, std::ios::binary);
  const std::string written((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  CHECK(written == render::layout_reference());
}

TEST_CASE("views hold the names of their tables and no others", "[layouts]") {
  SmallPortal small;
  const render::ListDirectory directory(small.listings);
  const render::TemplateStore templates;
  const std::vector<render::Asset> assets;
  const render::FrameSources frame_sources{small.publication, directory, templates, assets};
  const auto frame = render::make_frame(frame_sources, small.portal(), "vi");
  const render::ViewSources sources{small.publication, directory, templates, *frame};
  std::set<std::uint64_t> fields;
  for (const char* key : {"number", "issued_on", "form", "files"})
    fields.insert(render::hash_name("FIELD_" + std::string(key)));
  for (const pages::PageIndex page : {small.article, small.document, small.withdrawn}) {
    render::Texts texts;
    render::View view(&frame->shared);
    render::fill_page(sources, small.publication.records[page], view, texts);
    check_names(view, render::page_view(), fields);
  }
  render::Texts texts;
  render::View list(&frame->shared), home(&frame->shared), fixed(&frame->shared);
  render::fill_list(sources, small.listings.pages[small.section], list, texts);
  check_names(list, render::list_view(), {});
  render::fill_home(sources, small.listings.pages[small.home], home, texts);
  check_names(home, render::home_view(), {});
  render::fill_fixed(sources, {"feeds", {}, {}}, fixed, texts);
  check_names(fixed, render::fixed_view(), {});
}

TEST_CASE("Vietnamese, English and Chinese have the same interface texts, and layouts use no other",
          "[LNG-01][LNG-03]") {
  const auto vietnamese = testing::shipped_strings("vi");
  for (const char* language : {"en", "zh"}) {
    const auto strings = testing::shipped_strings(language);
    for (const auto& [key, text] : vietnamese) {
      INFO(language << " " << key);
      CHECK((strings.contains(key) && !strings.at(key).empty()));
      CHECK((strings.at(key).find("{0}") == std::string::npos) == (text.find("{0}") == std::string::npos));
    }
    CHECK(strings.size() == vietnamese.size());
  }
  for (const char* key :
       {"home", "language.name", "reuse.notice", "list.page", "search.title", "feeds.title", "missing.title",
        "phase.upcoming", "phase.open", "phase.closed", "boolean.true", "boolean.false"})
    CHECK(vietnamese.contains(key));
}

TEST_CASE("the colours of the look have the contrast that WCAG asks for in every theme", "[A11Y-01]") {
  const std::string_view css = site::shipped_file("layouts/styles/tokens.css").value();
  const std::vector<std::pair<const char*, double>> texts = {
      {"text", 7.0}, {"muted", 7.0}, {"accent", 7.0}, {"link", 7.0}};
  const std::vector<std::pair<const char*, const char*>> pairs = {{"on-bar", "bar"},
                                                                  {"good", "good-ground"},
                                                                  {"warn", "warn-ground"},
                                                                  {"bad", "bad-ground"},
                                                                  {"info", "info-ground"}};
  std::size_t themes = 0;
  for (std::size_t at = css.find("--ground"); at != css.npos; at = css.find("--ground", at + 1), ++themes) {
    auto colour = colours(css, at);
    for (const auto& [front, least] : texts)
      for (const char* back : {"ground", "soft", "raised"}) {
        INFO(front << " on " << back << " " << colour[front] << " " << colour[back]);
        CHECK(contrast(colour[front], colour[back]) >= least);
      }
    for (const auto& [front, back] : pairs) {
      INFO(front << " on " << back << " " << colour[front] << " " << colour[back]);
      CHECK(contrast(colour[front], colour[back]) >= 7.0);
    }
    for (const char* ground : {"ground", "soft", "raised"}) {
      INFO(ground);
      CHECK(contrast(colour["focus"], colour[ground]) >= 3.0);
      CHECK(contrast(colour["edge"], colour[ground]) >= 3.0);  // borders of fields
      for (const char* number : {"1", "2", "3", "4", "5", "6"})
        CHECK(contrast(colour[std::string("series-") + number], colour[ground]) >= 4.5);  // lines and bars of charts
    }
  }
  CHECK(themes == 6);  // light, dark and high contrast: by the device, and by the reader's choice
}

TEST_CASE("a theme chosen by the reader is the one the device would show", "[A11Y-01]") {
  const std::string_view css = site::shipped_file("layouts/styles/tokens.css").value();
  std::vector<std::map<std::string, std::string>> themes;
  for (std::size_t at = css.find("--ground"); at != css.npos; at = css.find("--ground", at + 1))
    themes.push_back(colours(css, at));
  REQUIRE(themes.size() == 6);
  for (std::size_t theme = 0; theme < 3; ++theme) CHECK(themes[theme] == themes[theme + 3]);
}

TEST_CASE("no style sheet turns Vietnamese into capitals or clips its tall letters", "[A11Y-01]") {
  std::size_t sheets = 0;
  for (const site::ShippedFile& file : site::shipped_files()) {
    if (!file.path.starts_with("layouts/styles/")) continue;
    INFO(file.path);
    ++sheets;
    for (const char* word : {"text-transform", "small-caps", "text-overflow", "line-clamp"})
      CHECK(file.bytes.find(word) == std::string_view::npos);
  }
  CHECK(sheets >= 6);
}
