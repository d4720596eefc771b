// SPDX-License-Identifier: GPL-3.0-or-later
// Files compressed once, for hosts that send them as they are, and texts that a database keeps. The same bytes give the
// same bytes.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congbo::search {

std::string gzip(std::string_view bytes);
std::string brotli(std::string_view bytes);

// Four bytes for the size (at most 16 MiB, what is longer is cut), and raw DEFLATE: in haste, for what is read on this
// machine alone.
std::string deflated(std::string_view bytes);
// Nothing when the bytes are not what deflated() made.
std::optional<std::string> inflated(std::string_view bytes);

struct CompressedForm {
  std::string_view ending;  // ".gz", ".br"
  std::string bytes;
};

// What stands beside a file for browsers, where it saves a tenth at least. JSON files are many, a kilobyte or two each:
// brotli makes them no smaller than gzip.
std::vector<CompressedForm> compressed_forms(std::string_view path, std::string_view bytes);

}  // namespace congbo::search
