// SPDX-License-Identifier: GPL-3.0-or-later
// A small province with the shipped types, for tests of pages.
#pragma once
#include <string>

#include "generator/base/snapshot.h"
#include "generator/pages/load.h"
#include "generator/site/load.h"
#include "tests/support/catch.h"

namespace congbo::test {

inline std::string usual_site_files() {
  return R"(-- content/_site/site.yaml --
format: 1
id: tinh
name: Cổng tỉnh
base_url: https://tinh.example.gov.vn
languages: [vi, en]
sections: {tin-tuc: news, tin-tuc/thong-bao: notice, van-ban: document, en/procedures: procedure}
-- content/_site/units.yaml --
so-noi-vu: {name: Sở Nội vụ, short_name: SNV}
so-y-te: {name: Sở Y tế}
-- content/sites/xa-a/_site/site.yaml --
name: Xã A
base_url: https://xa-a.example.gov.vn
)";
}

inline const site::Site& usual_site() {
  static const site::Site loaded = [] {
    Diagnostics found;
    site::Site site = site::load_site(*memory_snapshot(files_from_text(usual_site_files())), found);
    REQUIRE(found.empty());
    return site;
  }();
  return loaded;
}

// "line:column code <argument> (suggestion)", joined by "; ".
inline std::string print(const Diagnostics& found) {
  std::string out;
  for (const Diagnostic& one : found.all()) {
    out += out.empty() ? "" : "; ";
    out += std::to_string(one.where.line) + ":" + std::to_string(one.where.column) + " " + one.code;
    for (const std::string& argument : one.arguments) out.append(" <").append(argument).append(">");
    if (!one.suggestion.empty()) out.append(" (").append(one.suggestion).append(")");
    if (one.severity == Severity::warning) out += " warning";
    if (one.severity == Severity::note) out += " note";
  }
  return out;
}

struct LoadedPage {
  std::shared_ptr<pages::Page> page;
  Diagnostics found;
};

// A page of the usual site, as if it stood at `path`; the portal and language follow from the path.
inline LoadedPage load(const std::string& path, std::string bytes) {
  LoadedPage loaded;
  const auto snapshot = memory_snapshot({{path, bytes}});
  Diagnostics names;
  const std::vector<pages::PageFile> files = pages::find_pages(*snapshot, usual_site(), names);
  REQUIRE(files.size() == 1);
  loaded.page = pages::load_page(files[0], std::move(bytes), loaded.found);
  return loaded;
}

}  // namespace congbo::test
