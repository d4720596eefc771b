// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/approval/tree_changes.h"

#include <algorithm>
#include <utility>

namespace congbo::approval {
namespace {

constexpr unsigned folder_mode = 040000;
constexpr std::size_t id_bytes = 20, most_kept = 4000, most_levels = 200, most_changes = 1'000'000, longest_told = 100;

std::string hexadecimal(std::string_view id) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const char byte : id) {
    text += digits[static_cast<unsigned char>(byte) >> 4];
    text += digits[static_cast<unsigned char>(byte) & 15];
  }
  return text;
}

std::optional<unsigned> read_mode(std::string_view text) {
  unsigned mode = 0;
  if (text.empty() || text.size() > 6 || text.front() == '0') return std::nullopt;
  for (const char digit : text) {
    if (digit < '0' || digit > '7') return std::nullopt;
    mode = mode * 8 + static_cast<unsigned>(digit - '0');
  }
  return mode;
}

bool is_good_name(std::string_view name) {
  return !name.empty() && name != "." && name != ".." && name.find('/') == std::string_view::npos;
}

// Git's order: folders as if their names ended in "/".
bool comes_before(const TreeEntry& left, const TreeEntry& right) {
  const std::size_t common = std::min(left.name.size(), right.name.size());
  const int order = left.name.substr(0, common).compare(right.name.substr(0, common));
  if (order != 0) return order < 0;
  const auto next = [&](const TreeEntry& entry) {
    if (entry.name.size() > common) return static_cast<unsigned char>(entry.name[common]);
    return static_cast<unsigned char>(entry.mode == folder_mode ? '/' : 0);
  };
  return next(left) < next(right);
}

bool same(const TreeEntry& left, const TreeEntry& right) {
  return left.mode == right.mode && left.id == right.id && left.name == right.name;
}

FileVersion version_of(const TreeEntry* entry) {
  if (entry == nullptr || entry->mode == folder_mode) return {};
  return {entry->mode, hexadecimal(entry->id)};
}

std::string folder_of(const TreeEntry* entry) {
  return entry != nullptr && entry->mode == folder_mode ? hexadecimal(entry->id) : std::string();
}

const TreeEntry* find_name(const std::vector<TreeEntry>& entries, std::string_view name) {
  for (const TreeEntry& entry : entries)
    if (entry.name == name) return &entry;
  return nullptr;
}

}  // namespace

// Two folders at the same path; an empty id is no folder.
struct TreeReader::Pair {
  std::string before, after, path;  // the path ends in "/" or is empty
  std::size_t level = 0;
};

std::optional<std::vector<TreeEntry>> read_tree(std::string_view bytes) {
  std::vector<TreeEntry> entries;
  while (!bytes.empty()) {
    const std::size_t space = bytes.find(' '), end = bytes.find('\0');
    if (space == std::string_view::npos || end == std::string_view::npos || end < space) return std::nullopt;
    const std::optional<unsigned> mode = read_mode(bytes.substr(0, space));
    TreeEntry entry{mode.value_or(0), bytes.substr(space + 1, end - space - 1), bytes.substr(end + 1, id_bytes)};
    if (!mode || !is_good_name(entry.name) || entry.id.size() != id_bytes) return std::nullopt;
    if (!entries.empty() && (!comes_before(entries.back(), entry) || entry.name == entries.back().name))
      return std::nullopt;
    entries.push_back(entry);
    bytes.remove_prefix(end + 1 + id_bytes);
  }
  return entries;
}

Result<const std::string*> TreeReader::bytes(const std::string& id) {
  const auto known = kept_.find(id);
  if (known != kept_.end()) return &known->second;
  CONGBO_TRY(std::string read, store_.read(id, provenance::ObjectKind::tree));
  return &kept_.emplace(id, std::move(read)).first->second;
}

Result<std::vector<TreeEntry>> TreeReader::entries(const std::string& id) {
  if (id.empty()) return std::vector<TreeEntry>();
  CONGBO_TRY(const std::string* stored, bytes(id));
  std::optional<std::vector<TreeEntry>> read = read_tree(*stored);
  if (!read) return error("approval-tree-refused", {}, {id, id});
  return *std::move(read);
}

Result<Done> TreeReader::compare(const Pair& pair, std::vector<Pair>& waiting, FileChanges& found) {
  CONGBO_TRY(const std::vector<TreeEntry> left, entries(pair.before));
  CONGBO_TRY(const std::vector<TreeEntry> right, entries(pair.after));
  std::map<std::string_view, std::pair<const TreeEntry*, const TreeEntry*>> differing;
  std::size_t i = 0;
  // Both sides are mostly equal and in one order: only what differs is looked up by name.
  for (const TreeEntry& entry : right) {
    while (i < left.size() && comes_before(left[i], entry)) differing[left[i].name].first = &left[i], ++i;
    if (i < left.size() && same(left[i], entry)) {
      ++i;
      continue;
    }
    differing[entry.name].second = &entry;
  }
  for (; i < left.size(); ++i) differing[left[i].name].first = &left[i];
  for (const auto& [name, sides] : differing) {
    const FileChange change{version_of(sides.first), version_of(sides.second)};
    if (!(change.before == change.after)) found[pair.path + std::string(name)] = change;
    Pair below{folder_of(sides.first), folder_of(sides.second), pair.path + std::string(name) + "/", pair.level + 1};
    if (below.before != below.after) waiting.push_back(std::move(below));
  }
  return Done{};
}

Result<std::string> TreeReader::folder_id(std::string tree, std::string_view folder) {
  while (!folder.empty() && !tree.empty()) {
    const std::size_t slash = folder.find('/');
    CONGBO_TRY(const std::vector<TreeEntry> here, entries(tree));
    tree = folder_of(find_name(here, folder.substr(0, slash)));
    folder = slash == std::string_view::npos ? std::string_view() : folder.substr(slash + 1);
  }
  return tree;
}

Result<FileChanges> TreeReader::changes(const std::string& before, const std::string& after,
                                        const std::string& prefix) {
  FileChanges found;
  if (kept_.size() > most_kept) kept_.clear();
  std::vector<Pair> waiting(1);
  CONGBO_TRY(waiting.front().before, folder_id(before, prefix));
  CONGBO_TRY(waiting.front().after, folder_id(after, prefix));
  if (waiting.front().before == waiting.front().after) return found;
  while (!waiting.empty()) {
    const Pair pair = std::move(waiting.back());
    waiting.pop_back();
    if (pair.level > most_levels || found.size() > most_changes)
      return error("approval-tree-refused", {}, {after, pair.path.substr(0, longest_told)});
    CONGBO_TRY([[maybe_unused]] const Done compared, compare(pair, waiting, found));
  }
  return found;
}

Result<FileVersion> TreeReader::file(const std::string& tree, std::string_view path) {
  const std::size_t slash = path.rfind('/');
  const std::string_view folder = slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
  CONGBO_TRY(const std::string id, folder_id(tree, folder));
  CONGBO_TRY(const std::vector<TreeEntry> here, entries(id));
  return version_of(find_name(here, slash == std::string_view::npos ? path : path.substr(slash + 1)));
}

Result<std::vector<std::string>> TreeReader::names(const std::string& tree, std::string_view folder) {
  if (folder.ends_with('/')) folder.remove_suffix(1);
  CONGBO_TRY(const std::string id, folder_id(tree, folder));
  CONGBO_TRY(const std::vector<TreeEntry> here, entries(id));
  std::vector<std::string> names;
  names.reserve(here.size());
  for (const TreeEntry& entry : here) names.emplace_back(entry.name);
  return names;
}

}  // namespace congbo::approval
