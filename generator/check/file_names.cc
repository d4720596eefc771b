// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/check/file_names.h"

namespace congbo::check {

std::string_view folder_of_file(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash + 1);
}

std::string_view file_name_of(std::string_view path) {
  return path.substr(folder_of_file(path).size());
}

std::string ending_of(std::string_view path) {
  const std::string_view name = file_name_of(path);
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return {};
  std::string ending(name.substr(dot + 1));
  for (char& c : ending)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return ending;
}

std::string relative_path(std::string_view from, std::string_view to) {
  std::string_view folder = folder_of_file(from);
  std::size_t common = 0;  // end of the last folder both share
  for (std::size_t i = 0; i < folder.size() && i < to.size() && folder[i] == to[i]; ++i)
    if (folder[i] == '/') common = i + 1;
  std::string path;
  for (const char c : folder.substr(common))
    if (c == '/') path += "../";
  path += to.substr(common);
  return path;
}

}  // namespace congbo::check
