// SPDX-License-Identifier: GPL-3.0-or-later
// What all pages of one portal and language share, made once: texts of the interface, addresses of assets, header and
// footer.
#pragma once
#include <concepts>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "generator/record/public_record.h"
#include "generator/render/item_parts.h"
#include "generator/render/renderer.h"
#include "generator/render/template_store.h"
#include "generator/render/view.h"

namespace congbo::render {

inline constexpr std::uint32_t no_list = UINT32_MAX;

struct MenuEntry {
  std::string label, path;
  std::string_view language;  // of the label, where it is not the frame's
};

struct Frame {
  explicit Frame(std::size_t records) : parts(records) {}

  const site::Portal* portal = nullptr;
  std::string language;
  std::string prefix;     // "" or "/en"
  std::string home_path;  // "/" or "/en/"
  std::uint32_t home_list = no_list;
  std::string unit;  // who stands behind a page that names no unit: the owner, else the portal
  std::vector<MenuEntry> menu, footer_menu;
  std::vector<std::string> headers;  // without a current entry; then for each entry: below it, at it
  std::string footer, comfort;       // comfort: the reader's choices of size, space and colours
  std::string emergency;             // the banner; empty when nothing is to be said
  std::string emergency_part;        // what pages have of it: the banner, or the directive that puts it in
  Texts texts;
  View shared;  // every name that is the same on all pages
  ItemParts parts;

  const std::string& site_name() const { return portal->name.in(language); }
  // The key itself where there is no such string: so it must live as long as the answer.
  std::string_view string(std::string_view key) const { return portal->string(language, key); }
  template <std::same_as<std::string> Passing>
  std::string_view string(Passing&& key) const = delete;
  // `string` with {0} replaced.
  std::string string(std::string_view key, std::string_view argument) const;
  // The header for a page at `path`: the menu entry it belongs to is marked.
  const std::string& header_at(std::string_view path) const;
};

// The lists of all portals by address, and their pages in the order readers count them (newest first).
class ListDirectory {
 public:
  explicit ListDirectory(const listing::Listings& listings);
  std::uint32_t at(std::string_view portal, std::string_view path) const;  // no_list when there is none
  const std::vector<std::uint32_t>& pages_of(std::uint32_t list) const { return pages_[list]; }

 private:
  std::unordered_map<std::string, std::uint32_t> by_path_;
  std::vector<std::vector<std::uint32_t>> pages_;
};

struct FrameSources {
  const record::Publication& publication;
  const ListDirectory& directory;
  const TemplateStore& templates;
  const std::vector<Asset>& assets;
};

std::unique_ptr<Frame> make_frame(const FrameSources& sources, const site::Portal& portal, const std::string& language);

// Address of a fixed page: "/tim-kiem.html", "/en/tim-kiem.html", without ".html" where the portal says so.
std::string fixed_page_path(const Frame& frame, std::string_view name);
std::string fixed_page_path(const site::Portal& portal, std::string_view language, std::string_view name);

// The language that a text without one in `language` falls back to; empty when it has one, or no text at all.
std::string_view fallback_language(const site::LocalText& text, std::string_view language);

// The same for the unit that supplies an item, or for the owner that stands for it.
std::string_view unit_language(const Frame& frame, const record::PublicRecord& record);
std::string_view owner_language(const Frame& frame);

// Percent-encoded where needed.
std::string encoded(std::string_view path);

}  // namespace congbo::render
