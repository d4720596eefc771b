// SPDX-License-Identifier: GPL-3.0-or-later
// Views of fixed pages.
#include "generator/render/index_view.h"
#include "generator/render/names.h"
#include "generator/render/page_views.h"

namespace congbo::render {

namespace {

using listing::List;

class FixedFiller {
 public:
  FixedFiller(const ViewSources& sources, View& view, Texts& texts)
      : sources_(sources), lists_(sources.publication.listings->lists), view_(view), texts_(texts) {}

  void fill(const FixedPage& page) {
    const Frame& frame = sources_.frame;
    Head head;
    head.title = page.title.empty() ? default_title(page.name) : page.title;
    const bool has_address = page.name == "feeds" || page.name == "open-data" || is_index(page.name);
    if (has_address) head.path = fixed_page_path(frame, page.name);
    const std::vector<listing::Link> translations = in_other_languages(page.name);
    if (has_address || page.name == "search") head.translations = &translations;
    head.metadata = metadata_html(plain_metadata(frame, head.title, {}, head.path));
    head.json_ld = plain_json_ld(frame, head.title, {}, head.path);
    fill_head(sources_, std::move(head), Way::with_list, view_, texts_);
    view_.set(name::unit, frame.unit);
    view_.set(name::unit_language, owner_language(frame));
    view_.set(name::main_html, page.main_html);
    if (frame.home_list != no_list) sections(lists_[frame.home_list]);
    if (page.name == "feeds") feeds();
    if (page.name == "search") whom_to_ask();
    if (page.name == "open-data") fill_open_data(sources_, view_, texts_);
    if (page.name == "a-z") fill_index(sources_, view_, texts_);
    if (page.name == "site-map") fill_site_map(sources_, view_, texts_);
  }

 private:
  std::vector<listing::Link> in_other_languages(std::string_view page) const {
    std::vector<listing::Link> translations;
    for (const std::string& language : sources_.frame.portal->languages)
      if (language != sources_.frame.language)
        translations.push_back({language, fixed_page_path(*sources_.frame.portal, language, page)});
    return translations;
  }

  static bool is_index(std::string_view name) { return name == "a-z" || name == "site-map"; }

  std::string_view default_title(std::string_view name) const {
    if (name == "404") return sources_.frame.string("missing.title");
    if (name == "open-data") return sources_.frame.string("data.title");
    if (name == "style") return sources_.frame.string("style.title");
    if (name == "a-z") return sources_.frame.string("index.title");
    if (name == "site-map") return sources_.frame.string("sitemap.title");
    if (name == "gone") return sources_.frame.string("gone.title");
    return sources_.frame.string(name == "feeds" ? "feeds.title" : "search.title");
  }

  void sections(const List& home) {
    for (const std::uint32_t child : home.children) {
      View& row = view_.add(name::children);
      row.set(name::label, lists_[child].title);
      row.set(name::path, lists_[child].path);
    }
    set_latest_date(sources_, home.items, view_);
  }

  // The first section of contacts.
  void whom_to_ask() {
    const Frame& frame = sources_.frame;
    for (const auto& [folder, type] : frame.portal->section_types) {
      if (type != "contact") continue;
      for (const List& list : lists_) {
        if (list.kind != listing::ListKind::section || list.portal->id != frame.portal->id ||
            list.language != frame.language || list.path != "/" + folder + "/")
          continue;
        view_.set(name::ask_path, list.path);
        view_.set(name::ask_label, list.title);
        return;
      }
    }
  }

  void feeds() {
    for (const List& list : lists_) {
      if (list.feed_path.empty() || list.portal->id != sources_.frame.portal->id ||
          list.language != sources_.frame.language)
        continue;
      View& row = view_.add(name::feeds);
      row.set(name::label,
              list.kind == listing::ListKind::home ? std::string_view(sources_.frame.site_name()) : list.title);
      row.set(name::path, list.path);
      row.set(name::feed_path, list.feed_path);
      row.set(name::rss_path, texts_.keep(list.feed_path.substr(0, list.feed_path.rfind('/') + 1) + "rss.xml"));
    }
  }

  const ViewSources& sources_;
  const std::vector<List>& lists_;
  View& view_;
  Texts& texts_;
};

}  // namespace

void fill_fixed(const ViewSources& sources, const FixedPage& page, View& view, Texts& texts) {
  FixedFiller(sources, view, texts).fill(page);
}

}  // namespace congbo::render
