// SPDX-License-Identifier: GPL-3.0-or-later
// From records and lists to the views of whole pages. A view refers to texts that others own: `texts` keeps those made
// here.
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "generator/render/frame.h"
#include "generator/render/picture.h"

namespace congbo::render {

struct ViewSources {
  const record::Publication& publication;
  const ListDirectory& directory;
  const TemplateStore& templates;
  const Frame& frame;
};

// Fills `view` (whose surroundings are the frame's shared view). Everything but MAIN.
void fill_page(const ViewSources& sources, const record::PublicRecord& record, View& view, Texts& texts);
// One more row of `rows` in `view`: the item as lists show it. Nothing for a page that is not public.
void add_item(const ViewSources& sources, pages::PageIndex index, View& view, Key rows, Texts& texts,
              Loading loading = Loading::lazy);
// The same as a row of a table of documents.
void add_document(const ViewSources& sources, pages::PageIndex index, View& view, Key rows, Texts& texts);
// The date of the first of `items`, newest first, that is not to come.
void set_latest_date(const ViewSources& sources, std::span<const pages::PageIndex> items, View& view);
void fill_list(const ViewSources& sources, const listing::ListPage& page, View& view, Texts& texts);
void fill_home(const ViewSources& sources, const listing::ListPage& page, View& view, Texts& texts);

// BLOCKS of a home page, in the order that the portal's `home:` gives them; one without anything to show is left out.
void fill_home_blocks(const ViewSources& sources, const listing::List& home, View& view, Texts& texts);

struct FixedPage {
  std::string_view name;   // "404"
  std::string_view title;  // empty: the shipped one
  std::string_view main_html;
};
// CALENDARS: what a portal's calendars can be subscribed to.
void add_calendar_links(const ViewSources& sources, View& view, Texts& texts);
// The rows of open-data.html.
void fill_open_data(const ViewSources& sources, View& view, Texts& texts);
void fill_fixed(const ViewSources& sources, const FixedPage& page, View& view, Texts& texts);

// What the head of every page says.
struct Head {
  std::string_view title;        // of the page, for <title> and breadcrumbs
  std::string path;              // canonical, on the host; empty for a page without an address of its own
  std::uint32_t list = no_list;  // the list whose feed and way from home it has: its own or the one that holds it
  const std::vector<listing::Link>* translations = nullptr;
  std::string metadata, json_ld;  // ready
};
enum class Way { with_list, without_list };  // breadcrumbs: with `head.list` itself or only what is above it
void fill_head(const ViewSources& sources, Head head, Way way, View& view, Texts& texts);

// The <meta> elements, one a line.
std::string metadata_html(const std::vector<record::MetaElement>& elements);
// Metadata and schema.org data of lists and fixed pages, which have no record.
std::vector<record::MetaElement> plain_metadata(const Frame& frame, std::string_view title,
                                                std::string_view description, std::string_view path);
std::string plain_json_ld(const Frame& frame, std::string_view title, std::string_view description,
                          std::string_view path);

}  // namespace congbo::render
