// SPDX-License-Identifier: GPL-3.0-or-later
// Pages from records and layouts; the owner of ctemplate. Layouts are checked before the first page is made: every
// variable, section and partial against the views' names, auto-escaping asked for in every file.
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/diagnostic.h"
#include "generator/base/result.h"
#include "generator/record/public_record.h"

namespace congbo::render {

// A complete set of layout files, path → bytes: "base.html", "partials/header.html", "assets/site.css". The portal's
// own files have already been laid over the shipped ones.
struct LayoutFiles {
  std::map<std::string, std::string> files;
  // For messages: the path an author knows ("layouts/base.html"), and whether it is theirs or shipped.
  std::map<std::string, std::string> shown_as;
};

// A file of the look that is published as it is, under a name that holds its hash: "/assets/site.3f2a….css".
struct Asset {
  std::string path;    // on every portal's host
  std::string source;  // "assets/site.css"
  std::string bytes;
};

// What a preview puts into a page: a ribbon and the page's diagnostics, already HTML. Empty for publishing.
struct Decoration {
  std::string ribbon_html;
  std::string reload_version;  // non-empty: the live-reload script of the preview is put in
};

// Whether the release has the files that browsers search; without them nothing asks for these ahead.
enum class IndexFiles { published, left_out };

class Renderer {
 public:
  // Loads and checks the layouts; mistakes in them go to `found` and give null. With `site`, the content types'
  // layouts, own fields and the portals' own interface strings are checked too; it is not kept.
  static std::unique_ptr<Renderer> create(const LayoutFiles& layouts, Diagnostics& found,
                                          const site::Site* site = nullptr);
  // One with the same layouts, which are kept once for both; not prepared.
  std::unique_ptr<Renderer> another() const;
  ~Renderer();

  // Must be called once before rendering: renders what pages share (header, footer, menus) once for each portal,
  // language and section. `publication` must outlive the renderer's use.
  void prepare(const record::Publication& publication, IndexFiles index = IndexFiles::published);

  // All may be called from several threads at once. The result is a whole HTML document.
  std::string page(pages::PageIndex page, const Decoration& decoration = {}) const;
  std::string list(std::uint32_t list_page, const Decoration& decoration = {}) const;
  // Fixed pages of a portal and language: "404", "search", "feeds"; main_html is put into the main part of "search".
  // Empty for a portal or language that was not prepared.
  std::string fixed(const site::Portal& portal, std::string_view language, std::string_view name,
                    std::string_view main_html = {}, std::string_view title = {},
                    const Decoration& decoration = {}) const;
  // The emergency banner alone, for servers that put it into pages; a line end where nothing is to be said.
  std::string emergency(const site::Portal& portal, std::string_view language) const;
  // Names `fixed` knows and the path each is published at ("404" → "/404.html"), below "/<language>" for other
  // languages than the portal's main one.
  static const std::vector<std::pair<std::string_view, std::string_view>>& fixed_pages();

  const std::vector<Asset>& assets() const;

 private:
  Renderer();
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace congbo::render
