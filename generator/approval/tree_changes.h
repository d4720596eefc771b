// SPDX-License-Identifier: GPL-3.0-or-later
// What differs between two stored trees, file by file; no renames are guessed.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/result.h"
#include "generator/provenance/object_store.h"

namespace congbo::approval {

struct TreeEntry {
  unsigned mode = 0;  // 0100644, 0100755, 040000, 0120000 (link), 0160000 (submodule)
  std::string_view name;
  std::string_view id;  // 20 bytes
};
// Nothing for bytes that git would not write: names that are empty, repeated, out of order, with "/", "." or "..".
std::optional<std::vector<TreeEntry>> read_tree(std::string_view bytes);

struct FileVersion {
  unsigned mode = 0;  // 0: there is no such file
  std::string id;     // 40 digits
  bool operator==(const FileVersion&) const = default;
  bool exists() const { return mode != 0; }
};

struct FileChange {
  FileVersion before, after;
  bool operator==(const FileChange&) const = default;
};
using FileChanges = std::map<std::string, FileChange>;  // by path

// Reads trees of one repository and keeps the last ones: neighbours in history share most.
class TreeReader {
 public:
  explicit TreeReader(const provenance::ObjectStore& store) : store_(store) {}

  // Paths from `prefix` on; what is outside it is left out. An empty id is the empty tree. Fails with
  // "approval-tree-refused" (written as git would not, or too large).
  Result<FileChanges> changes(const std::string& before, const std::string& after, const std::string& prefix);
  // The file at the path in the tree; a folder is none.
  Result<FileVersion> file(const std::string& tree, std::string_view path);
  // Names in the folder ("" for the root) of the tree; empty when there is none.
  Result<std::vector<std::string>> names(const std::string& tree, std::string_view folder);

 private:
  Result<const std::string*> bytes(const std::string& id);
  Result<std::vector<TreeEntry>> entries(const std::string& id);
  struct Pair;
  Result<Done> compare(const Pair& pair, std::vector<Pair>& waiting, FileChanges& found);
  Result<std::string> folder_id(std::string tree, std::string_view folder);

  const provenance::ObjectStore& store_;
  std::map<std::string, std::string> kept_;
};

}  // namespace congbo::approval
