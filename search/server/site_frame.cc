// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/server/site_frame.h"

#include "generator/base/html_escape.h"

namespace congbo::search {

namespace {

constexpr auto nowhere = std::string_view::npos;

// What stands between two texts, from `start` on.
std::string_view between(std::string_view text, std::string_view before, std::string_view after,
                         std::size_t start = 0) {
  const std::size_t found = text.find(before, start);
  if (found == nowhere) return {};
  const std::size_t begin = found + before.size(), end = text.find(after, begin);
  return end == nowhere ? std::string_view() : text.substr(begin, end - begin);
}

}  // namespace

std::string search_page_file(Interface interface) {
  const std::string folder = interface == Interface::vietnamese ? "" : std::string(language_code(interface)) + "/";
  return folder + "tim-kiem.html";
}

std::string framed(std::string_view page, std::string_view title, std::string_view main_html) {
  const std::size_t opened = page.find("<main"), closed = page.find("</main>");
  const std::size_t main_begin = opened == nowhere ? nowhere : page.find('>', opened);
  const std::string_view head_title = between(page, "<title>", "</title>");
  if (main_begin == nowhere || closed == nowhere || main_begin > closed || head_title.empty()) return {};
  // "Tìm kiếm | Cổng …": what follows the page's own title is the site's.
  const std::size_t site = head_title.find(" | ");
  const auto title_begin = static_cast<std::size_t>(head_title.data() - page.data());
  const std::size_t title_end = title_begin + (site == nowhere ? head_title.size() : site);
  const std::string escaped = html_escape(title);
  std::string html(page.substr(0, title_begin));
  html.append(escaped).append(page.substr(title_end, main_begin + 1 - title_end));
  html.append("\n<h1>").append(escaped).append("</h1>\n<div class=\"results\">\n").append(main_html);
  html.append("</div>\n");
  // Whom to ask who has not found it stands in the page (layouts/search.html).
  constexpr std::string_view ask = "<p class=\"search-ask\">", ask_end = "</p>";
  if (const std::string_view line = between(page, ask, ask_end, main_begin); !line.empty())
    html.append(ask).append(line).append(ask_end).append("\n");
  return html.append(page.substr(closed));
}

std::string with_switch(std::string page, const SearchParameters& parameters) {
  const std::size_t begin = page.find("<nav class=\"languages\""), end = page.find("</nav>", begin);
  if (begin == nowhere || end == nowhere) return page;
  std::string nav = page.substr(begin, end - begin);
  for (const Interface other : {Interface::vietnamese, Interface::english, Interface::chinese}) {
    SearchParameters there = parameters;
    there.interface = other;
    const std::string link = "href=\"/" + search_page_file(other) + "\"";
    const std::size_t at = nav.find(link);
    if (at != nowhere) nav.replace(at, link.size(), "href=\"" + html_escape(search_address(there)) + "\"");
  }
  return page.replace(begin, end - begin, nav);
}

}  // namespace congbo::search
