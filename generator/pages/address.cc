// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/pages/address.h"

#include <algorithm>

namespace congbo::pages {
namespace {

constexpr std::string_view ending = ".md";
constexpr std::string_view index_name = "_index";

bool is_number(std::string_view text, std::size_t digits) {
  return text.size() == digits &&
         std::all_of(text.begin(), text.end(), [](char digit) { return digit >= '0' && digit <= '9'; });
}

// Items are put away by year, month and day; those folders are not sections: "tin-tuc/2026/11" → "tin-tuc".
std::string_view without_calendar(std::string_view folder) {
  std::string_view section = folder;
  for (;;) {
    const std::size_t slash = section.rfind('/');
    const std::string_view last = section.substr(slash == std::string_view::npos ? 0 : slash + 1);
    const std::string_view before = slash == std::string_view::npos ? std::string_view() : section.substr(0, slash);
    if (is_number(last, 4)) return before;
    if (!is_number(last, 2)) return folder;
    section = before;
  }
}

}  // namespace

std::string_view language_of(const site::Portal& portal, std::string_view path_in_portal) {
  const std::size_t slash = path_in_portal.find('/');
  if (slash == std::string_view::npos) return portal.main_language();
  const std::string_view folder = path_in_portal.substr(0, slash);
  for (std::size_t other = 1; other < portal.languages.size(); ++other)
    if (portal.languages[other] == folder) return portal.languages[other];
  return portal.main_language();
}

void set_address(std::string_view language, Page& page) {
  std::string_view path = std::string_view(page.source).substr(page.portal->root.size());
  path.remove_suffix(ending.size());
  page.id = path;
  page.route.portal = page.portal->id;
  page.route.language = language;

  page.route.path = "/";
  if (language != page.portal->main_language()) {
    page.route.path.append(language).append("/");
    path.remove_prefix(std::min(language.size() + 1, path.size()));
  }
  const std::size_t slash = path.rfind('/');
  const std::string_view folder = slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
  page.section_index = path.substr(slash == std::string_view::npos ? 0 : slash + 1) == index_name;
  page.section = page.section_index ? folder : without_calendar(folder);
  const std::string_view stem = std::string_view(page.source).substr(0, page.source.size() - ending.size());
  if (page.section_index) {
    page.route.path.append(folder).append(folder.empty() ? "" : "/");
    page.folder = stem.substr(0, stem.size() - index_name.size());
  } else {
    page.route.path.append(path).append(".html");
    page.folder.assign(stem).append("/");
  }
}

const site::ContentType* default_type(const Page& page) {
  const site::Portal& portal = *page.portal;
  const auto type_of = [&](const std::string& id) -> const site::ContentType* {
    const auto found = portal.types.find(id);
    return found == portal.types.end() ? nullptr : &found->second;
  };
  const site::ContentType* type = page.section_index ? type_of("page") : nullptr;
  const bool prefixed = page.route.language != portal.main_language();
  for (const std::string& start : {prefixed ? page.route.language + "/" + page.section : page.section, page.section}) {
    for (std::string_view section = start; type == nullptr && !portal.section_types.empty();) {
      const auto found = portal.section_types.find(std::string(section));
      if (found != portal.section_types.end()) type = type_of(found->second);
      if (section.empty()) break;
      const std::size_t slash = section.rfind('/');
      section = slash == std::string_view::npos ? std::string_view() : section.substr(0, slash);
    }
  }
  if (type == nullptr) type = type_of("article");
  return type == nullptr && !portal.types.empty() ? &portal.types.begin()->second : type;
}

}  // namespace congbo::pages
