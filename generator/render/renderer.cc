// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/render/renderer.h"

#include <unordered_map>
#include <utility>

#include "generator/base/html_escape.h"
#include "generator/base/nearest_name.h"
#include "generator/render/assets.h"
#include "generator/render/frame.h"
#include "generator/render/inline_partials.h"
#include "generator/render/layout_check.h"
#include "generator/render/names.h"
#include "generator/render/page_views.h"
#include "generator/render/style_view.h"
#include "generator/render/template_store.h"
#include "generator/render/view_tables.h"

namespace congbo::render {

namespace {

constexpr std::string_view default_layout = "article";
constexpr std::size_t usual_main_bytes = 12'000;  // what a page needs beside body, header and footer

KnownNames known_names(const LayoutFiles& layouts, const std::vector<Asset>& assets, const site::Site* site) {
  KnownNames known;
  known.strings = string_variables(layouts);
  for (const Asset& asset : assets)
    known.assets.insert(variable_name(asset_prefix, std::string_view(asset.source).substr(7)));
  known.any_field = site == nullptr;
  if (!site) return known;
  for (const site::Portal& portal : site->portals) {
    for (const auto& [language, strings] : portal.strings)
      for (const auto& [key, text] : strings) known.strings.insert(variable_name(string_prefix, key));
    for (const auto& [id, type] : portal.types)
      for (const site::FieldSchema& field : type.fields) known.fields.insert(std::string(field_prefix) + field.key);
  }
  return known;
}

bool is_layout_of_types(std::string_view file) {
  return view_of_file(file) == &page_view() && file.ends_with(".html");
}

// layouts/<layout>.html; a type that only bears its own name may do without one.
void check_types(const LayoutFiles& layouts, const site::Site& site, Diagnostics& found) {
  std::vector<std::string> names;
  for (const auto& [file, bytes] : layouts.files)
    if (is_layout_of_types(file)) names.push_back(file.substr(0, file.size() - 5));
  for (const site::Portal& portal : site.portals)
    for (const auto& [id, type] : portal.types)
      if (type.layout != id && !layouts.files.contains(type.layout + ".html"))
        found.add(error("layout-unknown", {type.source, 1, 1}, {id, type.layout}, nearest_name(type.layout, names)));
}

bool load(const LayoutFiles& layouts, TemplateStore& templates, Diagnostics& found) {
  Diagnostics refused;
  for (const auto& [file, bytes] : layouts.files)
    if (file.ends_with(".html") && !templates.add(file, inline_partials(layouts, file)))
      refused.add(error("layout-refused", {shown_path(layouts, file), 1, 1}));
  templates.freeze();
  for (const auto& [file, bytes] : layouts.files)
    if (file.ends_with(".html") && templates.has(file) && !templates.expand_trial(file))
      refused.add(error("layout-trial-failed", {shown_path(layouts, file), 1, 1}));
  const bool loaded = !refused.has_errors();
  found.append(std::move(refused));
  return loaded;
}

// A preview's additions stand outside the layouts, so that no layout can lose them.
void decorate(std::string& html, const Decoration& decoration) {
  if (decoration.ribbon_html.empty() && decoration.reload_version.empty()) return;
  std::string added = decoration.ribbon_html;
  if (!decoration.reload_version.empty()) {
    added += "<script src=\"/_preview/reload.js\" data-version=\"";
    append_html_escaped(added, decoration.reload_version);
    added += "\" defer></script>";
  }
  const std::size_t body = html.find("<body"), end = html.find('>', body);
  html.insert(body == std::string::npos || end == std::string::npos ? 0 : end + 1, added);
}

struct Layouts {
  TemplateStore templates;
  std::vector<Asset> assets;
};

}  // namespace

struct Renderer::State {
  std::shared_ptr<const Layouts> layouts;
  const record::Publication* publication = nullptr;
  IndexFiles index = IndexFiles::published;
  std::unique_ptr<ListDirectory> directory;
  std::unordered_map<std::string, std::vector<std::unique_ptr<Frame>>> frames;  // by portal

  std::string_view style_sheet() const {
    for (const Asset& asset : layouts->assets)
      if (asset.source == "assets/site.css") return asset.bytes;
    return {};
  }

  const Frame* frame(const std::string& portal, std::string_view language) const {
    const auto found = frames.find(portal);
    if (found == frames.end()) return nullptr;
    for (const std::unique_ptr<Frame>& frame : found->second)
      if (frame->language == language) return frame.get();
    return nullptr;
  }

  std::string layout_of(const site::ContentType* type) const {
    std::string file = (type ? type->layout : std::string(default_layout)) + ".html";
    if (!is_layout_of_types(file) || !layouts->templates.has(file)) file = std::string(default_layout) + ".html";
    return file;
  }

  std::string expand(const Frame& frame, View& view, const std::string& main, std::size_t body_bytes,
                     const Decoration& decoration) const {
    view.set(name::main, main);
    std::string html;
    html.reserve(body_bytes + frame.headers.front().size() + frame.footer.size() + usual_main_bytes);
    layouts->templates.expand("base.html", view, html);
    decorate(html, decoration);
    return html;
  }
};

Renderer::Renderer() : state_(std::make_unique<State>()) {}
Renderer::~Renderer() = default;

std::unique_ptr<Renderer> Renderer::another() const {
  std::unique_ptr<Renderer> renderer(new Renderer);
  renderer->state_->layouts = state_->layouts;
  return renderer;
}

std::unique_ptr<Renderer> Renderer::create(const LayoutFiles& layouts, Diagnostics& found, const site::Site* site) {
  Diagnostics mistakes;
  std::unique_ptr<Renderer> renderer(new Renderer);
  const auto made = std::make_shared<Layouts>();
  renderer->state_->layouts = made;
  made->assets = make_assets(layouts, mistakes);
  check_layouts(layouts, known_names(layouts, made->assets, site), mistakes);
  if (site) check_types(layouts, *site, mistakes);
  // The library is given no file that has a mistake: it would print to the terminal.
  const bool good = !mistakes.has_errors() && load(layouts, made->templates, mistakes);
  found.append(std::move(mistakes));
  return good ? std::move(renderer) : nullptr;
}

void Renderer::prepare(const record::Publication& publication, IndexFiles index) {
  State& state = *state_;
  state.index = index;
  state.publication = &publication;
  state.frames.clear();
  state.directory = std::make_unique<ListDirectory>(*publication.listings);
  const FrameSources sources{publication, *state.directory, state.layouts->templates, state.layouts->assets};
  for (const site::Portal& portal : publication.site->portals)
    for (const std::string& language : portal.languages)
      state.frames[portal.id].push_back(make_frame(sources, portal, language));
}

std::string Renderer::page(pages::PageIndex page, const Decoration& decoration) const {
  const record::PublicRecord& record = state_->publication->records[page];
  if (!record.page) return {};
  const Frame* frame = state_->frame(record.page->route.portal, record.page->route.language);
  if (!frame) return {};
  const ViewSources sources{*state_->publication, *state_->directory, state_->layouts->templates, *frame};
  Texts texts;
  View view(&frame->shared);
  fill_page(sources, record, view, texts);
  return state_->expand(*frame, view, state_->layout_of(record.page->type), record.body ? record.body->html_size() : 0,
                        decoration);
}

std::string Renderer::list(std::uint32_t list_page, const Decoration& decoration) const {
  const listing::ListPage& page = state_->publication->listings->pages[list_page];
  const listing::List& list = state_->publication->listings->lists[page.list];
  const Frame* frame = state_->frame(list.portal->id, list.language);
  if (!frame) return {};
  const ViewSources sources{*state_->publication, *state_->directory, state_->layouts->templates, *frame};
  const bool is_home = list.kind == listing::ListKind::home && page.number == 0;
  Texts texts;
  View view(&frame->shared);
  if (is_home)
    fill_home(sources, page, view, texts);
  else
    fill_list(sources, page, view, texts);
  return state_->expand(*frame, view, is_home ? "home.html" : "list.html", (page.end - page.begin) * 512, decoration);
}

std::string Renderer::fixed(const site::Portal& portal, std::string_view language, std::string_view name,
                            std::string_view main_html, std::string_view title, const Decoration& decoration) const {
  const Frame* frame = state_->frame(portal.id, language);
  if (!frame) return {};
  const ViewSources sources{*state_->publication, *state_->directory, state_->layouts->templates, *frame};
  Texts texts;
  View view(&frame->shared);
  const FixedPage page{name, title, main_html};
  fill_fixed(sources, page, view, texts);
  view.show(name::index_files, name == "search" && state_->index == IndexFiles::published);
  if (name == "style") fill_style(sources, state_->style_sheet(), view, texts);
  return state_->expand(*frame, view, std::string(name) + ".html", main_html.size(), decoration);
}

std::string Renderer::emergency(const site::Portal& portal, std::string_view language) const {
  const Frame* frame = state_->frame(portal.id, language);
  return frame && !frame->emergency.empty() ? frame->emergency : std::string("\n");
}

const std::vector<std::pair<std::string_view, std::string_view>>& Renderer::fixed_pages() {
  static const std::vector<std::pair<std::string_view, std::string_view>> pages = {
      {"404", "/404.html"},         {"search", "/tim-kiem.html"},
      {"feeds", "/kenh-tin.html"},  {"open-data", "/du-lieu-mo.html"},
      {"a-z", "/a-z.html"},         {"site-map", "/so-do.html"},
      {"style", "/phong-cach.html"}};
  return pages;
}

const std::vector<Asset>& Renderer::assets() const {
  return state_->layouts->assets;
}

}  // namespace congbo::render
