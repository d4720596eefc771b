// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/render/view_tables.h"

#include <algorithm>

namespace congbo::render {

const ViewTable* view_of_file(std::string_view file) {
  if (file == "base.html") return &common_view();
  if (file == "partials/header.html") return &header_view();
  if (file == "partials/footer.html") return &footer_view();
  if (file == "partials/comfort.html") return &comfort_view();
  if (file == "partials/emergency.html") return &emergency_view();
  if (file == "list.html") return &list_view();
  if (file == "home.html") return &home_view();
  if (file == "style.html") return &style_view();
  for (const std::string_view fixed :
       {"404.html", "gone.html", "search.html", "feeds.html", "open-data.html", "a-z.html", "site-map.html"})
    if (file == fixed) return &fixed_view();
  if (file.starts_with("components/")) return &component_view();
  return file.find('/') == std::string_view::npos ? &page_view() : nullptr;
}

const NameRow* find_name(const ViewTable& table, std::string_view name) {
  for (const ViewTable* view = &table; view; view = view->around)
    for (const NameRow& row : view->names)
      if (row.key.text == name) return &row;
  return nullptr;
}

std::vector<std::string> names_of(const ViewTable& table) {
  std::vector<std::string> names;
  for (const ViewTable* view = &table; view; view = view->around)
    for (const NameRow& row : view->names) names.emplace_back(row.key.text);
  return names;
}

std::string variable_name(std::string_view prefix, std::string_view name) {
  const auto is_plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  };
  std::string variable(prefix);
  for (const char c : name) variable += is_plain(c) ? c : '_';
  return variable;
}

}  // namespace congbo::render
