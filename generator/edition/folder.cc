// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/edition/folder.h"

namespace congbo::edition {

std::string_view folder_of(const pages::Page& page) {
  std::string_view path = page.route.path;
  const std::string& language = page.route.language;
  if (path.starts_with('/')) path.remove_prefix(1);
  const bool prefixed = page.portal && !page.portal->languages.empty() && language != page.portal->main_language();
  if (prefixed && path.starts_with(language) && path.substr(language.size()).starts_with('/'))
    path.remove_prefix(language.size() + 1);
  const std::size_t end = path.rfind('/');
  return end == std::string_view::npos ? std::string_view() : path.substr(0, end);
}

std::string_view parent_folder(std::string_view folder) {
  const std::size_t end = folder.rfind('/');
  return end == std::string_view::npos ? std::string_view() : folder.substr(0, end);
}

}  // namespace congbo::edition
