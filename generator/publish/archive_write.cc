// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <optional>

#include "generator/base/content_hash.h"
#include "generator/base/file_system.h"
#include "generator/formats/json.h"
#include "generator/formats/tar.h"
#include "generator/publish/archive.h"
#include "generator/publish/disk.h"
#include "generator/publish/output_folder.h"
#include "generator/publish/release.h"

namespace congbo::publish {
namespace {

constexpr int file_mode = 0644;
constexpr int manifest_version = 1;

struct ArchivedFile {
  std::string path;    // in the archive
  std::string source;  // on the disk
  std::string hash;
  std::uint64_t size = 0;
  std::string title, unit, first;  // of a page
};

Result<formats::JsonNode> read_manifest(const std::string& out) {
  const std::string path = out + "/private/manifest.json";
  const auto files = real_file_system();
  if (!files->exists(path)) return error("archive-no-release", {}, {out});
  CONGBO_TRY(const std::string text, files->read(path));
  return formats::parse_json(text, path);
}

// The file as it goes in; its size and hash are those of the bytes on the disk.
Result<ArchivedFile> measure(const std::string& path, const std::string& source) {
  CONGBO_TRY(const MappedFile file, map_file(source));
  return ArchivedFile{path, source, sha256_hex(file.bytes()), file.bytes().size(), {}, {}, {}};
}

// Title and unit stand in the JSON file beside the page, which the same release holds.
Result<Done> describe_page(ArchivedFile& page) {
  const std::string twin = page.source.substr(0, page.source.rfind('.')) + ".json";
  const auto files = real_file_system();
  if (!files->exists(twin)) return Done{};
  CONGBO_TRY(const std::string text, files->read(twin));
  CONGBO_TRY(const formats::JsonNode record, formats::parse_json(text, twin));
  page.title = record.text_of("title");
  if (const formats::JsonNode* unit = record.find("unit")) page.unit = unit->text_of("label");
  if (page.first.empty()) page.first = record.text_of("published");
  return Done{};
}

Result<ArchivedFile> public_file(const ArchiveRequest& request, const formats::JsonNode& item) {
  const std::string path(item.text_of("path"));
  const std::string source = request.out + "/" + path;
  if (!stays_inside(path) || !real_file_system()->exists(source)) return error("archive-release-changed", {}, {path});
  CONGBO_TRY(ArchivedFile file, measure(path, source));
  if (file.hash != item.text_of("hash")) return error("archive-release-changed", {}, {path});
  if (const auto known = request.first_published.find(path); known != request.first_published.end())
    file.first = known->second;
  if (item.text_of("reason") == "page") {
    CONGBO_TRY([[maybe_unused]] const Done described, describe_page(file));
  }
  return file;
}

Result<std::vector<ArchivedFile>> files_of(const ArchiveRequest& request, const formats::JsonNode& manifest) {
  std::vector<ArchivedFile> files;
  const formats::JsonNode* listed = manifest.find("files");
  if (!listed) return error("archive-no-release", {}, {request.out});
  for (const formats::JsonNode& item : listed->items) {
    if (!item.text_of("path").starts_with("public/")) continue;
    CONGBO_TRY(ArchivedFile file, public_file(request, item));
    files.push_back(std::move(file));
  }
  for (const std::string& path : request.repository_files) {
    CONGBO_TRY(ArchivedFile file, measure("repository/" + path, request.repository_folder + "/" + path));
    files.push_back(std::move(file));
  }
  std::sort(files.begin(), files.end(), [](const auto& left, const auto& right) { return left.path < right.path; });
  return files;
}

std::string manifest_text(const ArchiveRequest& request, const formats::JsonNode& release,
                          const std::vector<ArchivedFile>& files) {
  formats::JsonWriter json(formats::JsonWriter::Layout::indented);
  json.begin_object().key("version").value(manifest_version);
  json.key("release").begin_object();
  for (const char* key : {"commit", "program_version", "built_at"}) json.text_unless_empty(key, release.text_of(key));
  json.end_object();
  json.key("repository").begin_object().text_unless_empty("commit", request.repository_commit).end_object();
  json.key("files").begin_array();
  for (const ArchivedFile& file : files) {
    json.begin_object().key("path").value(file.path).key("sha256").value(file.hash);
    json.key("size").value(static_cast<std::size_t>(file.size));
    json.text_unless_empty("title", file.title).text_unless_empty("unit", file.unit);
    json.text_unless_empty("first_published", file.first).end_object();
  }
  json.end_array().end_object();
  return json.take() + "\n";
}

// The archive under a name of its own until it is whole.
class PartialFile {
 public:
  explicit PartialFile(std::string to)
      : to_(std::move(to)),
        partial_(to_ + ".partial"),
        file_(::open(partial_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, file_mode)) {}
  PartialFile(const PartialFile&) = delete;
  PartialFile& operator=(const PartialFile&) = delete;
  ~PartialFile() {
    if (file_.open()) ::unlink(partial_.c_str());
  }

  Result<Done> write(std::string_view bytes) {
    if (!file_.open() || !write_all(file_.get(), bytes)) return disk_failure(to_, errno);
    return Done{};
  }
  Result<Done> add(std::string_view path, std::string_view bytes) {
    CONGBO_TRY([[maybe_unused]] const Done header, write(formats::tar_header(path, bytes.size())));
    CONGBO_TRY([[maybe_unused]] const Done content, write(bytes));
    return write(formats::tar_padding(bytes.size()));
  }
  Result<Done> finish() {
    CONGBO_TRY([[maybe_unused]] const Done ended, write(formats::tar_end()));
    if (::fsync(file_.get()) != 0 || std::rename(partial_.c_str(), to_.c_str()) != 0) return disk_failure(to_, errno);
    return file_.close() ? Result<Done>(Done{}) : Result<Done>(disk_failure(to_, errno));
  }

 private:
  std::string to_, partial_;
  Descriptor file_;
};

}  // namespace

Result<std::string> shown_commit(const std::string& out) {
  CONGBO_TRY(const formats::JsonNode manifest, read_manifest(out));
  return std::string(manifest.text_of("commit"));
}

std::string shown_moment(const std::string& out) {
  const Result<formats::JsonNode> manifest = read_manifest(out);
  return manifest ? std::string(manifest->text_of("built_at")) : std::string();
}

Result<ArchiveReport> write_archive(const ArchiveRequest& request) {
  // Holds the output folder's lock, so that no build changes the release meanwhile; a copy of the folder has none.
  std::optional<Release> lock;
  if (real_file_system()->exists(request.out + "/.release/lock")) {
    CONGBO_TRY(lock, Release::begin(request.out));
  }
  CONGBO_TRY(const formats::JsonNode release, read_manifest(request.out));
  CONGBO_TRY(const std::vector<ArchivedFile> files, files_of(request, release));
  const std::string manifest = manifest_text(request, release, files);
  PartialFile archive(request.to);
  CONGBO_TRY([[maybe_unused]] const Done listed, archive.add("manifest.json", manifest));
  CONGBO_TRY([[maybe_unused]] const Done hashed,
             archive.add("manifest.sha256", sha256_hex(manifest) + "  manifest.json\n"));
  for (const ArchivedFile& file : files) {
    CONGBO_TRY(const MappedFile bytes, map_file(file.source));
    CONGBO_TRY([[maybe_unused]] const Done added, archive.add(file.path, bytes.bytes()));
  }
  CONGBO_TRY([[maybe_unused]] const Done finished, archive.finish());
  CONGBO_TRY(const ArchivedFile whole, measure("", request.to));
  return ArchiveReport{files.size(), whole.hash};
}

}  // namespace congbo::publish
