// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/pages/source_hash.h"

#include "generator/base/content_hash.h"
#include "generator/pages/load.h"

namespace congbo::pages {

std::string source_hash(std::string_view file_bytes) {
  const SplitFile parts = split_front_matter(file_bytes);
  std::string translated;
  std::string_view rest = parts.front_matter;
  bool within = false;  // a value that goes on below its key is indented
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    const bool goes_on = line.starts_with(' ') || line.starts_with('\t');
    within = goes_on ? within : line.starts_with("title:") || line.starts_with("summary:");
    if (within) translated.append(line).push_back('\n');
  }
  translated.push_back('\0');
  translated.append(parts.body);
  return sha256_hex(translated).substr(0, 16);
}

}  // namespace congbo::pages
