// SPDX-License-Identifier: GPL-3.0-or-later
// A small fictional portal put together by hand, with the shipped layouts: what the renderer's tests look at.
#pragma once
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "generator/record/public_record.h"
#include "generator/render/renderer.h"
#include "generator/site/shipped.h"

namespace congbo::testing {

inline render::LayoutFiles shipped_layouts() {
  constexpr std::string_view folder = "layouts/";
  render::LayoutFiles layouts;
  for (const site::ShippedFile& file : site::shipped_files())
    if (file.path.starts_with(folder)) {
      const std::string name(file.path.substr(folder.size()));
      layouts.files[name] = file.bytes;
      layouts.shown_as[name] = file.path;
    }
  return layouts;
}

// `key: text` of layouts/i18n/<language>.yaml.
inline std::map<std::string, std::string, std::less<>> shipped_strings(std::string_view language) {
  std::map<std::string, std::string, std::less<>> strings;
  const std::string_view yaml = site::shipped_file("layouts/i18n/" + std::string(language) + ".yaml").value();
  for (std::size_t at = 0; at < yaml.size();) {
    const std::size_t end = std::min(yaml.find('\n', at), yaml.size());
    std::string_view line = yaml.substr(at, end - at);
    at = end + 1;
    const std::size_t colon = line.find(": ");
    if (line.starts_with('#') || colon == std::string_view::npos) continue;
    std::string_view text = line.substr(colon + 2);
    if (text.starts_with('"')) text = text.substr(1, text.size() - 2);
    strings.emplace(line.substr(0, colon), text);
  }
  return strings;
}

inline site::LocalText words(std::string vietnamese, std::string english) {
  site::LocalText text;
  text.texts.emplace_back("vi", std::move(vietnamese));
  text.texts.emplace_back("en", std::move(english));
  return text;
}

// Every text that a citizen reads is `text(...)`, so that a test can put something hostile into each.
class SmallPortal {
 public:
  explicit SmallPortal(std::string hostile = {}) : hostile_(std::move(hostile)) {
    make_portal();
    make_pages();
    make_lists();
    make_records();
  }
  SmallPortal(const SmallPortal&) = delete;
  SmallPortal& operator=(const SmallPortal&) = delete;

  site::Portal& portal() { return site.portals.front(); }
  pages::PageIndex article = 0, document = 0, withdrawn = 0, english = 0, answer = 0;
  std::uint32_t home = 0, section = 0, section_second = 0, english_home = 0;  // list pages

  site::Site site;
  pages::Library library;
  edition::Edition edition;
  listing::Listings listings;
  markdown::Fragment body, index_body;
  std::unique_ptr<Snapshot> snapshot = memory_snapshot({});
  record::Publication publication;

 private:
  std::string text(std::string plain) const { return hostile_.empty() ? plain : plain + hostile_; }
  site::LocalText both(std::string in_vietnamese, std::string in_english) const {
    return words(text(std::move(in_vietnamese)), text(std::move(in_english)));
  }

  void make_portal();
  void make_type(const std::string& id, const std::string& layout);
  void make_pages();
  pages::Page& add_page(const std::string& id, const std::string& type);
  void make_body();
  void make_lists();
  void make_records();
  void make_record(pages::PageIndex index);

  std::string hostile_;
  std::vector<std::shared_ptr<pages::Page>> made_;
};

}  // namespace congbo::testing
