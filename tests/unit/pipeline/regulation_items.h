// SPDX-License-Identifier: GPL-3.0-or-later
// Items and sections as text, for tests of what regulations ask of whole sites.
#pragma once
#include <map>
#include <string>
#include <string_view>

#include "tests/support/catch.h"
#include "tests/support/minimal_item.h"
#include "tests/support/site_from_text.h"

namespace congbo::tests {

inline bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

inline std::string item(const std::string& path, const std::string& lines, const std::string& body = "Nội dung.\n") {
  return "-- content/" + path + ".md --\n---\nunit: van-phong\n" + lines + "---\n\n" + body;
}

inline std::string section(const std::string& path) {
  return "-- content/" + path + "/_index.md --\n---\ntitle: Mục\n---\n";
}

// A complete item of a type with some lines changed.
inline std::string complete(const BuiltSite& site, const std::string& path, const std::string& type,
                            const std::map<std::string, std::string>& lines) {
  const site::Portal& portal = site.site->site->portals.front();
  std::string text = MinimalItem(portal, "").text(portal.types.at(type));
  for (const auto& [key, value] : lines) {
    const std::size_t at = text.find("\n" + key + ": ");
    if (at != std::string::npos) text.erase(at, text.find('\n', at + 1) - at);
    text.insert(text.find("\n---\n"), "\n" + key + ": " + value);
  }
  return "-- content/" + path + ".md --\n" + text;
}

inline bool is_page(const std::string& path) {
  return path.starts_with("main/") && path.ends_with(".html");
}

}  // namespace congbo::tests
