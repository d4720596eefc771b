// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/segment.h"

#include <algorithm>
#include <charconv>
#include <filesystem>

#include "generator/base/lines.h"
#include "search/seal.h"
#include "search/spelling.h"
#include "search/terms.h"

namespace congbo::search {
namespace {

namespace fs = std::filesystem;

Xapian::Database open_database(const std::string& where) {
  if (!where.starts_with("tcp:")) return open_index(where);
  const std::size_t colon = where.rfind(':');
  unsigned port = 0;
  std::from_chars(where.data() + colon + 1, where.data() + where.size(), port);
  return Xapian::Remote::open(where.substr(4, colon - std::min<std::size_t>(colon, 4)), port);
}

void check_version(const Xapian::Database& database) {
  const std::string version = database.get_metadata(std::string(version_key));
  if (version != std::to_string(index_version)) throw Xapian::DatabaseVersionError("version " + version);
}

void read_delta(Segment& segment, const std::string& file) {
  segment.delta.emplace(open_index(file));
  const Xapian::Database& delta = *segment.delta;
  check_version(delta);
  const auto text = [&delta](std::string_view key) { return delta.get_metadata(std::string(key)); };
  if (text(base_key) != segment.base.get_uuid()) throw Xapian::DatabaseError("the delta is of another index");
  each_line(text(removed_key), [&segment](std::string_view id) {
    std::from_chars(id.data(), id.data() + id.size(), segment.removed.emplace_back());
  });
  for (auto& [term, documents] : read_lexicon(text(lost_key))) segment.lost.emplace(std::move(term), documents);
}

}  // namespace

std::string Segment::metadata(std::string_view key) const {
  std::string text = delta ? delta->get_metadata(std::string(key)) : std::string();
  return text.empty() ? base.get_metadata(std::string(key)) : text;
}

Xapian::Database open_index(const std::string& file) {
  if (!is_sealed(file)) throw Xapian::DatabaseCorruptError("the file is not as it was written");
  return Xapian::Database(file);
}

bool has_index(const std::string& folder) {
  std::error_code ignored;
  return fs::exists(folder + "/" + std::string(index_file), ignored);
}

Segment open_segment(const std::string& where) {
  Segment segment;
  const bool folder = has_index(where);
  segment.remote = where.starts_with("tcp:");
  segment.base = open_database(folder ? where + "/" + std::string(index_file) : where);
  check_version(segment.base);
  std::error_code ignored;
  const std::string delta = where + "/" + std::string(delta_file);
  if (folder && fs::exists(delta, ignored)) read_delta(segment, delta);
  return segment;
}

}  // namespace congbo::search
