// SPDX-License-Identifier: GPL-3.0-or-later
// A throw-away output folder and short words for what the tests of publish do to it.
#pragma once
#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "generator/base/content_hash.h"
#include "generator/formats/json.h"
#include "generator/publish/release.h"
#include "tests/support/catch.h"

namespace congbo::publish {

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "congbo-publish-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = name;
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  std::string path(const std::string& below = "") const { return below.empty() ? path_ : path_ + "/" + below; }

 private:
  std::string path_;
};

using Files = std::map<std::string, std::string>;

inline std::string read_file(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

inline void write_file(const std::string& path, const std::string& bytes) {
  std::filesystem::create_directories(std::filesystem::path(path).parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

inline ReleaseFacts facts_of(const std::string& commit = "c1",
                             const std::string& built_at = "2026-03-02T09:00:00+07:00") {
  return {commit, "1.0.0", built_at, ""};
}

inline Result<ReleaseReport> publish_files(const std::string& out, const Files& files,
                                           const ReleaseFacts& facts = facts_of()) {
  auto release = Release::begin(out);
  if (!release) return release.error();
  for (const auto& [path, bytes] : files) {
    auto put = release->put(path, bytes, "content/" + path + ".md", "page");
    if (!put) return put.error();
  }
  return release->show(facts);
}

inline ReleaseReport must_publish(const std::string& out, const Files& files, const ReleaseFacts& facts = facts_of()) {
  auto report = publish_files(out, files, facts);
  if (!report) FAIL("not published: " << report.error().code << " " << report.error().arguments.front());
  return *report;
}

// What a reader finds below `out`, without the manifest.
inline Files shown_files(const std::string& out) {
  Files files;
  for (const char* part : {"public", "private"}) {
    const auto root = std::filesystem::canonical(out + "/" + part);
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
      if (entry.is_directory()) continue;
      const std::string path = std::string(part) + "/" + entry.path().lexically_relative(root).string();
      if (path != "private/manifest.json") files[path] = read_file(entry.path().string());
    }
  }
  return files;
}

inline formats::JsonNode manifest_of(const std::string& out) {
  const std::string path = out + "/private/manifest.json";
  auto parsed = formats::parse_json(read_file(path), path);
  if (!parsed) FAIL("the manifest is no JSON: " << path);
  return *parsed;
}

// The files of the manifest equal the files of the tree, names, sizes and hashes; order is by path.
inline bool manifest_tells_the_truth(const std::string& out) {
  const auto manifest = manifest_of(out);
  const Files files = shown_files(out);
  const auto* listed = manifest.find("files");
  if (!listed || listed->items.size() != files.size()) return false;
  auto next = files.begin();
  return std::all_of(listed->items.begin(), listed->items.end(), [&](const formats::JsonNode& item) {
    const auto& [path, bytes] = *next++;
    return item.text_of("path") == path && item.text_of("hash") == sha256_hex(bytes) &&
           item.text_of("size") == std::to_string(bytes.size());
  });
}

}  // namespace congbo::publish
