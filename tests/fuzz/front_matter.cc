// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the file of a page: a page always comes back, with every mistake placed inside the file.
#include <cstdint>
#include <cstdlib>

#include "generator/base/source_text.h"
#include "generator/pages/load.h"
#include "generator/site/load.h"

namespace {

using namespace congbo;

const site::Site& portal() {
  static const site::Site loaded = [] {
    Diagnostics found;
    return site::load_site(*memory_snapshot({{"content/_site/site.yaml",
                                              "format: 1\nname: a\nbase_url: https://a.example\nlanguages: [vi, en]\n"},
                                             {"content/_site/units.yaml", "so-noi-vu: Sở Nội vụ\n"}}),
                           found);
  }();
  return loaded;
}

void check(const pages::Page& page, const Diagnostics& found, int lines) {
  if (page.type == nullptr || page.portal == nullptr || page.route.path != "/tin-tuc/a.html") std::abort();
  for (const Diagnostic& one : found.all())
    if (one.code.empty() || one.where.file != page.source || one.where.line < 0 || one.where.line > lines) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const SnapshotEntry entry{"content/tin-tuc/a.md", size, "", false};
  const pages::PageFile file{&entry, &portal().portals.front(), "vi"};
  // The bytes as they are, and as a front matter: the second gets past the fences.
  for (const std::string& text : {bytes, "---\n" + bytes + "\n---\n"}) {
    Diagnostics found;
    const auto page = pages::load_page(file, text, found);
    check(*page, found, SourceText(page->source, text).line_count());
  }
  return 0;
}
