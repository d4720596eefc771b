// SPDX-License-Identifier: GPL-3.0-or-later
#include <optional>
#include <unordered_map>

#include "generator/base/content_hash.h"
#include "generator/base/file_system.h"
#include "generator/formats/json.h"
#include "generator/formats/tar.h"
#include "generator/publish/archive.h"
#include "generator/publish/output_folder.h"

namespace congbo::publish {
namespace {

struct Expected {
  std::string hash;
  bool seen = false;
};

class Verification {
 public:
  Verification(std::string name, Diagnostics& found) : name_(std::move(name)), found_(found) {}

  std::size_t run(std::string_view archive) {
    formats::TarReader reader(archive);
    if (!read_manifest(reader)) return 0;
    formats::TarEntry entry;
    while (reader.next(entry)) compare(entry);
    if (!reader.whole()) {
      report("archive-broken", {}, std::to_string(reader.position()));
      return intact_;  // what follows the break would all be missing
    }
    for (const std::string& path : order_)
      if (!expected_.at(path).seen) report("archive-file-missing", path, path);
    return intact_;
  }

 private:
  void report(std::string_view code, const std::string& path, const std::string& detail) {
    found_.add(error(code, {.file = path}, {detail, name_}));
  }

  // The first two files; false when there is nothing to compare with.
  bool read_manifest(formats::TarReader& reader) {
    formats::TarEntry manifest, hash;
    if (!reader.next(manifest) || !reader.next(hash)) {
      report("archive-broken", {}, std::to_string(reader.position()));
      return false;
    }
    if (manifest.path != "manifest.json" || hash.path != "manifest.sha256" || !read_list(manifest.bytes)) {
      report("archive-manifest", {}, {});
      return false;
    }
    if (hash.bytes != sha256_hex(manifest.bytes) + "  manifest.json\n")
      report("archive-file-changed", manifest.path, manifest.path);
    return true;
  }

  bool read_list(std::string_view text) {
    const Result<formats::JsonNode> parsed = formats::parse_json(text, "manifest.json");
    const formats::JsonNode* files = parsed ? parsed->find("files") : nullptr;
    if (!files) return false;
    for (const formats::JsonNode& file : files->items) {
      std::string path(file.text_of("path"));
      if (!expected_.try_emplace(path, Expected{std::string(file.text_of("sha256"))}).second) return false;
      order_.push_back(std::move(path));
    }
    return true;
  }

  void compare(const formats::TarEntry& entry) {
    const auto known = expected_.find(entry.path);
    if (known == expected_.end() || known->second.seen) return report("archive-file-added", entry.path, entry.path);
    known->second.seen = true;
    if (sha256_hex(entry.bytes) != known->second.hash) return report("archive-file-changed", entry.path, entry.path);
    ++intact_;
  }

  std::string name_;
  Diagnostics& found_;
  std::unordered_map<std::string, Expected> expected_;
  std::vector<std::string> order_;
  std::size_t intact_ = 0;
};

}  // namespace

Result<std::size_t> verify_archive(const std::string& path, Diagnostics& found) {
  if (!real_file_system()->exists(path)) return error("file-not-found", {}, {path});
  const Result<MappedFile> archive = map_file(path);
  if (!archive) return error("file-not-readable", {}, {path, archive.error().arguments.back()});
  return Verification(path, found).run(archive->bytes());
}

}  // namespace congbo::publish
