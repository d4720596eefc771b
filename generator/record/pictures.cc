// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/record/pictures.h"

namespace congbo::record {

std::string picture_path(std::string_view own, std::string_view suffix) {
  if (suffix.empty()) return std::string(own);
  const std::size_t name = own.rfind('/'), dot = own.rfind('.');
  const bool has_ending = dot != std::string_view::npos && (name == std::string_view::npos || dot > name);
  return std::string(own.substr(0, has_ending ? dot : own.size())).append(suffix);
}

std::string source_set(std::string_view own_address, const std::vector<PictureFile>& files) {
  std::string set;
  for (const PictureFile& file : files) {
    if (!set.empty()) set += ", ";
    set += picture_path(own_address, file.suffix) + " " + std::to_string(file.width) + "w";
  }
  return set;
}

}  // namespace congbo::record
