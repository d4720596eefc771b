// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/render/inline_partials.h"
#include "tests/support/catch.h"

using namespace congbo;

namespace {

const std::string head = "{{%AUTOESCAPE context=\"HTML\"}}";

render::LayoutFiles layouts_with(const std::string& page) {
  render::LayoutFiles layouts;
  layouts.files = {{"page.html", head + page},
                   {"partials/lead.html", head + "<p>\n{{>FACTS}}\n</p>\n"},
                   {"partials/facts.html", head + "<b>{{DATE}}</b>\n"},
                   {"partials/thumb.html", head + "<img>"}};
  return layouts;
}

std::string inlined(const std::string& page) {
  return render::inline_partials(layouts_with(page), "page.html").substr(head.size());
}

}  // namespace

TEST_CASE("a partial alone on its line, and those in it, stand in its place", "[layouts]") {
  CHECK(inlined("<h1>\n{{>LEAD}}\n</h1>\n") == "<h1>\n<p>\n<b>{{DATE}}</b>\n</p>\n</h1>\n");
  CHECK(inlined("{{#HAS_FILES}}\n{{>FACTS}}\n{{/HAS_FILES}}\n") == "{{#HAS_FILES}}\n<b>{{DATE}}</b>\n{{/HAS_FILES}}\n");
  CHECK(inlined("<a>\n{{>THUMB}}\n</a>\n") == "<a>\n<img></a>\n");
}

TEST_CASE("a partial that shows rows, stands within a line or is not there stays as it is", "[layouts]") {
  for (const std::string page : {"{{#ITEMS}}\n{{>FACTS}}\n{{/ITEMS}}\n", "<p>{{>FACTS}}</p>\n", "{{>MAIN}}\n", "x",
                                 "{{#ITEMS}}{{#HAS_X}}\n{{>FACTS}}\n{{/HAS_X}}{{/ITEMS}}\n"})
    CHECK(inlined(page) == page);
}
