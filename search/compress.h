// SPDX-License-Identifier: GPL-3.0-or-later
// Files compressed once, for hosts that send them as they are. The same bytes give the same bytes.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace congbo::search {

std::string gzip(std::string_view bytes);
std::string brotli(std::string_view bytes);

struct CompressedForm {
  std::string_view ending;  // ".gz", ".br"
  std::string bytes;
};

// What stands beside a file for browsers, where it saves a tenth at least. JSON files are many, a kilobyte or two each:
// brotli makes them no smaller than gzip.
std::vector<CompressedForm> compressed_forms(std::string_view path, std::string_view bytes);

}  // namespace congbo::search
