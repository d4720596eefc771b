// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/render/assets.h"

#include <algorithm>
#include <array>

#include "generator/base/content_hash.h"
#include "generator/base/nearest_name.h"
#include "generator/base/source_text.h"
#include "generator/render/layout_check.h"

namespace congbo::render {

namespace {

constexpr std::string_view folder = "assets/", styles_folder = "styles/", joined_sheet = "assets/site.css";
constexpr std::size_t hash_digits = 12;
// Files of styles/ in the order they are joined. A file that is not named here follows them, by name; print.css is
// last.
constexpr std::array<std::string_view, 5> first_styles = {"tokens.css", "base.css", "frame.css", "text.css",
                                                          "components.css"};
constexpr std::string_view last_style = "print.css";

class StyleSheet {
 public:
  StyleSheet(const SourceText& source, const std::vector<Asset>& assets, Diagnostics& found)
      : source_(source), text_(source.bytes()), assets_(assets), found_(found) {}

  std::string rewritten() {
    if (const std::size_t import = text_.find("@import"); import != std::string_view::npos)
      found_.add(error("layout-css-import", source_.place(import, 7)));
    while (true) {
      const std::size_t at = text_.find("url(", copied_);
      if (at == std::string_view::npos) break;
      const std::size_t end = text_.find(')', at);
      if (end == std::string_view::npos) break;
      replace(at + 4, end);
    }
    out_ += text_.substr(copied_);
    return std::move(out_);
  }

 private:
  void replace(std::size_t begin, std::size_t end) {
    std::string_view address = text_.substr(begin, end - begin);
    while (!address.empty() && std::string_view(" \t\n\"'").find(address.front()) != std::string_view::npos)
      address.remove_prefix(1);
    while (!address.empty() && std::string_view(" \t\n\"'").find(address.back()) != std::string_view::npos)
      address.remove_suffix(1);
    out_ += text_.substr(copied_, begin - copied_);
    out_ += address_of(address, begin, end);
    copied_ = end;
  }

  std::string address_of(std::string_view address, std::size_t begin, std::size_t end) {
    if (address.starts_with('#') || address.starts_with("data:")) return std::string(text_.substr(begin, end - begin));
    std::vector<std::string> names;
    for (const Asset& asset : assets_) {
      names.push_back(asset.source.substr(folder.size()));
      if (names.back() == address) return asset.path;
    }
    const bool elsewhere = address.find("//") != std::string_view::npos;
    found_.add(error(elsewhere ? "layout-other-host" : "layout-asset-unknown", source_.place(begin, end - begin),
                     {std::string(address)}, elsewhere ? "" : nearest_name(address, names)));
    return {};
  }

  const SourceText& source_;
  std::string_view text_;
  const std::vector<Asset>& assets_;
  Diagnostics& found_;
  std::size_t copied_ = 0;
  std::string out_;
};

std::size_t place_of_style(std::string_view name) {
  if (name == last_style) return first_styles.size() + 1;
  const auto* const found = std::find(first_styles.begin(), first_styles.end(), name);
  return static_cast<std::size_t>(found - first_styles.begin());
}

std::string rewritten(const LayoutFiles& layouts, const std::string& name, const std::vector<Asset>& assets,
                      Diagnostics& found) {
  const SourceText source(shown_path(layouts, name), layouts.files.at(name));
  return StyleSheet(source, assets, found).rewritten();
}

// The files of styles/ one after another.
std::string joined_styles(const LayoutFiles& layouts, const std::vector<Asset>& assets, Diagnostics& found) {
  std::vector<std::string> names;
  for (const auto& [name, bytes] : layouts.files)
    if (name.starts_with(styles_folder) && name.ends_with(".css")) names.push_back(name);
  std::stable_sort(names.begin(), names.end(), [](const std::string& a, const std::string& b) {
    return place_of_style(std::string_view(a).substr(styles_folder.size())) <
           place_of_style(std::string_view(b).substr(styles_folder.size()));
  });
  std::string css;
  for (const std::string& name : names) css += rewritten(layouts, name, assets, found);
  return css;
}

}  // namespace

std::string published_path(std::string_view source, std::string_view bytes) {
  const std::string hash = sha256_hex(bytes).substr(0, hash_digits);
  const std::size_t slash = source.rfind('/'), point = source.rfind('.');
  const std::size_t end = point == std::string_view::npos || point < slash ? source.size() : point;
  std::string path = "/";
  path += source.substr(0, end);
  path += '.';
  path += hash;
  return path += source.substr(end);
}

std::vector<Asset> make_assets(const LayoutFiles& layouts, Diagnostics& found) {
  std::vector<Asset> assets, sheets;
  for (const auto& [name, bytes] : layouts.files) {
    if (!name.starts_with(folder) || name.ends_with(".css")) continue;
    Asset asset{published_path(name, bytes), name, bytes};
    assets.push_back(std::move(asset));
  }
  for (const auto& [name, bytes] : layouts.files) {
    if (!name.starts_with(folder) || !name.ends_with(".css")) continue;
    sheets.push_back({{}, name, rewritten(layouts, name, assets, found)});
  }
  if (std::string css = joined_styles(layouts, assets, found);
      !css.empty() && !layouts.files.contains(std::string(joined_sheet)))
    sheets.push_back({{}, std::string(joined_sheet), std::move(css)});
  for (Asset& sheet : sheets) sheet.path = published_path(sheet.source, sheet.bytes);
  assets.insert(assets.end(), std::make_move_iterator(sheets.begin()), std::make_move_iterator(sheets.end()));
  std::sort(assets.begin(), assets.end(), [](const Asset& a, const Asset& b) { return a.source < b.source; });
  return assets;
}

}  // namespace congbo::render
