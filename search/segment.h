// SPDX-License-Identifier: GPL-3.0-or-later
// One index as it is opened: a base, which never changes, and the delta beside it, if there is one. Inside search only;
// every function may throw Xapian::Error.
#pragma once
#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace congbo::search {

struct Segment {
  Xapian::Database base;
  bool remote = false;  // on another machine; has no delta
  std::optional<Xapian::Database> delta;
  std::vector<Xapian::docid> removed;                   // of the base, ascending
  std::unordered_map<std::string, std::uint32_t> lost;  // term → how many of those have it

  // Of the delta, where it says something, else of the base.
  std::string metadata(std::string_view key) const;
};

// A folder that write_index was given, an index file, or "tcp:host:port" of a xapian-tcpsrv.
Segment open_segment(const std::string& where);

// A file that write_index or write_delta made; Xapian::DatabaseCorruptError when it is not as it was written.
Xapian::Database open_index(const std::string& file);

bool has_index(const std::string& folder);

}  // namespace congbo::search
