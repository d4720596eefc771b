// SPDX-License-Identifier: GPL-3.0-or-later
// Files that pages refer to exist, are of a kind that may be published, and have names that survive in addresses.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "generator/base/slug.h"
#include "generator/check/file_content.h"
#include "generator/check/file_names.h"
#include "generator/check/file_uses.h"
#include "generator/check/rules.h"
#include "generator/check/visit.h"
#include "generator/detect/secret_marks.h"
#include "generator/pages/lfs_pointer.h"
#include "generator/site/values/policy.h"

namespace congbo::check {

namespace {

using site::Kind;

constexpr std::array<std::string_view, 8> image_endings = {"avif", "gif", "jpeg", "jpg", "png", "svg", "webp", "ico"};

// Open formats and what every browser plays (DOC-06). HTML is not among them: it would run on the portal's own address.
constexpr std::array<std::string_view, 23> open_endings = {"pdf", "odt",     "ods",  "odp", "odg", "txt", "csv", "json",
                                                           "xml", "geojson", "epub", "zip", "mp3", "ogg", "oga", "m4a",
                                                           "wav", "mp4",     "webm", "ogv", "vtt", "srt", "ics"};

// Readable by one maker's programs only: allowed beside an open twin.
constexpr std::array<std::string_view, 6> closed_endings = {"doc", "docx", "xls", "xlsx", "ppt", "pptx"};

constexpr std::uint64_t largest_looked_at = 50'000'000;  // films are not read for their first bytes

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& known, std::string_view ending) {
  return std::find(known.begin(), known.end(), ending) != known.end();
}

// Looks at one file; every finding is repeated at each place that refers to it.
class FileInspector {
 public:
  FileInspector(const SiteFacts& facts, const SnapshotEntry& entry)
      : facts_(facts), entry_(entry), path_(entry.path), ending_(ending_of(entry.path)) {}

  std::vector<Diagnostic> inspect() {
    if (entry_.symlink) return {};  // links were refused when the content was listed
    look_at_name();
    if (detect::is_secret_name(file_name_of(path_))) add(warning("file-name-secret", {}, {path_}));
    if (look_at_ending()) look_at_bytes();
    return std::move(found_);
  }

 private:
  void add(Diagnostic one) { found_.push_back(std::move(one)); }

  void look_at_name() {
    const std::string_view name = file_name_of(path_);
    const bool plain = std::all_of(name.begin(), name.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
             c == '.';
    });
    if (!plain) add(warning("file-name-unsafe", {}, {path_}, slug(name.substr(0, name.rfind('.'))) + "." + ending_));
  }

  // True when the file may be published.
  bool look_at_ending() {
    if (is_one_of(open_endings, ending_) || is_one_of(image_endings, ending_)) return true;
    if (!is_one_of(closed_endings, ending_)) {
      add(error("file-ending-refused", {}, {path_, ending_}));
      return false;
    }
    if (has_open_twin(facts_.snapshot, path_)) return true;
    // The old binary formats carry macros and cannot be read by everyone; the new ones at least are documented.
    const bool old_format = ending_.size() == 3;
    add(old_format ? error("file-ending-refused", {}, {path_, ending_})
                   : warning("file-format-closed", {}, {path_, ending_}));
    return !old_format;
  }

  void look_at_bytes() {
    if (entry_.size > largest_looked_at) return;
    const Result<std::string> bytes = facts_.snapshot.read(entry_);
    if (!bytes || pages::is_lfs_pointer(*bytes)) return;  // said when the file is published
    for (Diagnostic& one : look_at_content(path_, ending_, *bytes, limits())) add(std::move(one));
  }

  // Of the main portal: a file may be shown by several.
  ImageLimits limits() const {
    if (facts_.site.portals.empty()) return {};
    const site::Choices& chosen = site::policy_of(facts_.site.portals.front()).choices;
    return {static_cast<std::uint32_t>(chosen.image_minimum_width),
            static_cast<std::uint64_t>(chosen.image_maximum_kilobytes) * 1'000};
  }

  const SiteFacts& facts_;
  const SnapshotEntry& entry_;
  const std::string& path_;
  const std::string ending_;
  std::vector<Diagnostic> found_;
};

// The findings about files that have any, each file looked at once.
std::map<const SnapshotEntry*, std::vector<Diagnostic>> inspect(const SiteFacts& facts,
                                                                const std::vector<FileUses>& blocks) {
  std::vector<const SnapshotEntry*> files;
  for (const FileUses& block : blocks)
    for (const FileUse& use : block.uses) files.push_back(use.entry);
  std::sort(files.begin(), files.end());
  files.erase(std::unique(files.begin(), files.end()), files.end());
  std::vector<std::vector<Diagnostic>> results(files.size());
  parallel_for(files.size(), 0, [&](std::size_t i) { results[i] = FileInspector(facts, *files[i]).inspect(); });
  std::map<const SnapshotEntry*, std::vector<Diagnostic>> faulty;
  for (std::size_t i = 0; i < files.size(); ++i)
    if (!results[i].empty()) faulty.emplace(files[i], std::move(results[i]));
  return faulty;
}

// The weight of a page's pictures, each counted once (MED-03).
void weigh(const SiteFacts& facts, const std::vector<FileUse>& uses, Diagnostics& found) {
  for (std::size_t i = 0; i < uses.size();) {
    const PageIndex page = uses[i].page;
    std::set<const SnapshotEntry*> images;
    std::uint64_t weight = 0;
    for (; i < uses.size() && uses[i].page == page; ++i)
      if (uses[i].kind == Kind::image && images.insert(uses[i].entry).second) weight += uses[i].entry->size;
    if (weight > heaviest_page)
      found.add(warning("page-heavy", facts.library[page].place_of("title"),
                        {std::to_string(weight / 1'000), std::to_string(heaviest_page / 1'000)}));
  }
}

}  // namespace

void check_files(const SiteFacts& facts, Diagnostics& found) {
  std::vector<FileUses> blocks =
      visit_in_blocks<FileUses>(facts, [&](PageIndex index, FileUses& into) { add_file_uses(facts, index, into); });
  const auto faulty = inspect(facts, blocks);
  for (FileUses& block : blocks) {
    found.append(std::move(block.missing));
    weigh(facts, block.uses, found);
    for (const FileUse& use : block.uses) {
      const auto about = faulty.find(use.entry);
      if (about != faulty.end())
        for (Diagnostic one : about->second) {
          one.where = place_of(facts.library[use.page], use.at);
          found.add(std::move(one));
        }
      if (use.kind == Kind::image && !is_one_of(image_endings, ending_of(use.entry->path)))
        found.add(error("file-not-image", place_of(facts.library[use.page], use.at), {use.entry->path}));
    }
  }
}

}  // namespace congbo::check
