// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/redirects/read_files.h"

#include <algorithm>

#include "generator/base/unicode.h"
#include "generator/formats/text_fault.h"
#include "generator/formats/yaml.h"

namespace congbo::redirects {

namespace {

constexpr std::size_t longest_path = 1000, longest_part = 200;
constexpr std::size_t most_rows = 20'000;
constexpr std::size_t largest_file = 8'000'000;

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool are_good_parts(std::string_view path) {
  path.remove_prefix(1);
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    const std::string_view part = path.substr(0, slash);
    if (part.empty() || part == "." || part == ".." || part.size() > longest_part) return false;
    path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
  }
  return true;
}

// The bytes of a file of `_site/`; nothing when it is absent, unreadable or no text.
std::optional<std::string> bytes_of(const Snapshot& snapshot, const std::string& path, Diagnostics& found) {
  const SnapshotEntry* entry = snapshot.find(path);
  if (!entry) return {};
  Result<std::string> bytes = snapshot.read(*entry);
  if (!bytes) {
    found.add(bytes.error());
    return {};
  }
  if (bytes->size() > largest_file) {
    found.add(error("redirects-too-many", {path, 1, 1}, {std::to_string(most_rows)}));
    return {};
  }
  if (bytes->starts_with("\xEF\xBB\xBF")) bytes->erase(0, 3);  // spreadsheets write it
  std::erase(*bytes, '\r');
  if (!formats::check_text(*bytes, path, 1, found)) return {};
  return *std::move(bytes);
}

struct Cell {
  std::string text;
  int column = 1, length = 0;  // code points
};

// One line of comma-separated values (RFC 4180); a cell does not go over lines.
std::vector<Cell> cells_of(std::string_view line) {
  std::vector<Cell> cells(1);
  bool quoted = false;
  int column = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++column;
    Cell& cell = cells.back();
    if (c == '"' && quoted && at + 1 < line.size() && line[at + 1] == '"') {
      cell.text += c;
      ++at;
      ++column;
    } else if (c == '"' && (quoted || cell.text.empty())) {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      cell.length = column - cell.column;
      cells.push_back({{}, column + 1, 0});
    } else {
      cell.text += c;
    }
  }
  cells.back().length = column + 1 - cells.back().column;
  for (Cell& cell : cells) {
    while (cell.text.ends_with(' ')) cell.text.pop_back();
    cell.text.erase(0, std::min(cell.text.find_first_not_of(' '), cell.text.size()));
  }
  return cells;
}

Place place_of(const std::string& path, int line, const Cell& cell) {
  return {path, line, cell.column, cell.length};
}

}  // namespace

std::optional<std::string> decoded_path(std::string_view written) {
  if (!written.starts_with('/') || written.size() > 3 * longest_path) return {};
  std::string path;
  for (std::size_t at = 0; at < written.size(); ++at) {
    if (written[at] != '%') {
      path += written[at];
      continue;
    }
    const int high = at + 2 < written.size() ? digit_of(written[at + 1]) : -1;
    const int low = at + 2 < written.size() ? digit_of(written[at + 2]) : -1;
    if (high < 0 || low < 0) return {};
    path += static_cast<char>(high * 16 + low);
    at += 2;
  }
  const bool strange = std::any_of(path.begin(), path.end(), [](unsigned char c) {
    return c < 0x20 || c == 0x7f || c == '?' || c == '#' || c == '\\';
  });
  if (strange || path.size() > longest_path || path.size() < 2 || first_invalid_utf8(path) || !are_good_parts(path))
    return {};
  return path;
}

std::vector<RedirectRow> read_redirects(const Snapshot& snapshot, const site::Portal& portal, Diagnostics& found) {
  const std::string path = portal.root + "_site/redirects.csv";
  std::vector<RedirectRow> rows;
  const std::optional<std::string> bytes = bytes_of(snapshot, path, found);
  if (!bytes) return rows;
  std::string_view rest = *bytes;
  for (int number = 1; !rest.empty(); ++number) {
    const std::size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (line.find_first_not_of(", ") == std::string_view::npos || line.starts_with('#')) continue;
    const std::vector<Cell> cells = cells_of(line);
    if (number == 1) {
      if (cells.size() != 3 || cells[0].text != "from" || cells[1].text != "to" || cells[2].text != "reason")
        found.add(error("redirects-head", {path, 1, 1}));
      if (!cells[0].text.starts_with('/')) continue;
    }
    if (cells.size() < 2 || cells.size() > 3) {
      found.add(error("redirect-cells", {path, number, 1}, {std::to_string(cells.size())}));
      continue;
    }
    std::optional<std::string> from = decoded_path(cells[0].text);
    if (!from) {
      found.add(error("redirect-not-path", place_of(path, number, cells[0]), {cells[0].text}));
      continue;
    }
    if (rows.size() == most_rows) {
      found.add(error("redirects-too-many", {path, number, 1}, {std::to_string(most_rows)}));
      return rows;
    }
    rows.push_back({*std::move(from), cells[1].text, cells.size() == 3 ? cells[2].text : std::string(),
                    place_of(path, number, cells[0]), place_of(path, number, cells[1])});
  }
  return rows;
}

namespace {

using formats::YamlNode;

class TombstoneReader {
 public:
  TombstoneReader(const std::string& path, Date today, Diagnostics& found)
      : path_(path), today_(today), found_(found) {}

  std::optional<Tombstone> read(const YamlNode& node) {
    Tombstone tombstone;
    tombstone.where = place(node);
    if (node.kind != YamlNode::Kind::mapping) {
      found_.add(error("tombstone-incomplete", tombstone.where, {"address"}));
      return {};
    }
    for (const formats::YamlPair& pair : node.pairs) take(pair.first, pair.second, tombstone);
    const std::size_t before = found_.error_count();
    if (tombstone.address.empty() && tombstone.id.empty()) miss(node, "address");
    if (tombstone.reason.empty()) miss(node, "reason");
    if (tombstone.authority.empty()) miss(node, "authority");
    if (!tombstone.on) miss(node, "on");
    if (found_.error_count() > before || refused_) return {};
    return tombstone;
  }

 private:
  Place place(const YamlNode& node) const { return {path_, node.line, node.column, node.length}; }
  void miss(const YamlNode& node, std::string key) {
    found_.add(error("tombstone-incomplete", place(node), {std::move(key)}));
  }

  void take(const YamlNode& key, const YamlNode& value, Tombstone& into) {
    if (key.text == "address") {
      std::optional<std::string> address = decoded_path(value.text);
      if (address) {
        into.address = *std::move(address);
        into.where = place(value);
        return;
      }
      found_.add(error("redirect-not-path", place(value), {value.text}));
      refused_ = true;
    } else if (key.text == "id") {
      into.id = value.text;
      into.where = place(value);
    } else if (key.text == "reason") {
      into.reason = value.text;
    } else if (key.text == "authority") {
      into.authority = value.text;
    } else if (key.text == "on") {
      into.on = parse_date(value.text);
      if (into.on && *into.on > today_) found_.add(error("tombstone-to-come", place(value), {value.text}));
      if (into.on || value.text.empty()) return;
      found_.add(error("date-invalid", place(value), {"on", value.text}));
      refused_ = true;
    } else {
      found_.add(error("tombstone-key-unknown", place(key), {key.text}));
    }
  }

  const std::string& path_;
  Date today_;
  Diagnostics& found_;
  bool refused_ = false;
};

}  // namespace

std::vector<Tombstone> read_tombstones(const Snapshot& snapshot, const site::Portal& portal, Date today,
                                       Diagnostics& found) {
  const std::string path = portal.root + "_site/tombstones.yaml";
  std::vector<Tombstone> tombstones;
  const std::optional<std::string> bytes = bytes_of(snapshot, path, found);
  if (!bytes) return tombstones;
  const YamlNode root = formats::parse_yaml(*bytes, path, 1, found);
  if (root.kind == YamlNode::Kind::null) return tombstones;
  if (root.kind != YamlNode::Kind::sequence) {
    found.add(error("tombstones-not-list", {path, root.line, root.column}));
    return tombstones;
  }
  for (const YamlNode& node : root.items)
    if (std::optional<Tombstone> one = TombstoneReader(path, today, found).read(node))
      tombstones.push_back(*std::move(one));
  return tombstones;
}

}  // namespace congbo::redirects
