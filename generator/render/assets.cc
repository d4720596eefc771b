// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/render/assets.h"

#include <algorithm>

#include "generator/base/content_hash.h"
#include "generator/base/nearest_name.h"
#include "generator/base/source_text.h"
#include "generator/render/layout_check.h"

namespace congbo::render {

namespace {

constexpr std::string_view folder = "assets/";
constexpr std::size_t hash_digits = 12;

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
    const SourceText source(shown_path(layouts, name), bytes);
    Asset sheet{{}, name, StyleSheet(source, assets, found).rewritten()};
    sheet.path = published_path(name, sheet.bytes);
    sheets.push_back(std::move(sheet));
  }
  assets.insert(assets.end(), std::make_move_iterator(sheets.begin()), std::make_move_iterator(sheets.end()));
  std::sort(assets.begin(), assets.end(), [](const Asset& a, const Asset& b) { return a.source < b.source; });
  return assets;
}

}  // namespace congbo::render
