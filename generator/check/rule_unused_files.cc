// SPDX-License-Identifier: GPL-3.0-or-later
// A file that no page refers to is not published. Said, because somebody put it there for readers to see (MED-02): an
// article saved as .txt, a picture whose page names another.
#include <algorithm>
#include <array>
#include <set>

#include "generator/check/file_names.h"
#include "generator/check/file_uses.h"
#include "generator/check/rules.h"

namespace congbo::check {

namespace {

constexpr std::string_view content_folder = "content/";
constexpr std::size_t most_said = 50;
constexpr std::array<std::string_view, 2> page_endings = {"md", "markdown"};  // told by the loader

// Folders and files that are nobody's to publish: _site and whatever begins with _ or a dot.
bool is_kept_inside(std::string_view path) {
  return path.find("/_") != std::string_view::npos || path.find("/.") != std::string_view::npos;
}

class UnusedFiles {
 public:
  UnusedFiles(const SiteFacts& facts, Diagnostics& found) : facts_(facts), found_(found) {
    FileUses uses;
    for (pages::PageIndex page = 0; page < facts.library.size(); ++page)
      if (!facts.edition.is_visible(page)) {
        add_file_uses(facts, page, uses);
        if (!facts.library[page].section_index) folders_.insert(facts.library[page].folder);
      }
    for (const FileUse& use : uses.uses) withheld_.insert(use.entry);
  }

  void look_at(const SnapshotEntry& entry) {
    const std::string_view path = entry.path;
    if (!path.starts_with(content_folder) || said_ == most_said || entry.symlink) return;
    const std::string ending = ending_of(path);
    if (std::find(page_endings.begin(), page_endings.end(), ending) != page_endings.end()) return;
    if (is_kept_inside(path) || is_of_withheld(entry) || is_published(path)) return;
    ++said_;
    found_.add(note("file-unused", {entry.path, 0, 0, 0}, {entry.path, std::string(file_name_of(path))}));
  }

 private:
  // Of a draft, or of what has not come out yet.
  bool is_of_withheld(const SnapshotEntry& entry) const {
    return withheld_.contains(&entry) || folders_.contains(folder_of_file(entry.path));
  }

  bool is_published(std::string_view path) const {
    return std::any_of(facts_.site.portals.begin(), facts_.site.portals.end(), [&](const site::Portal& portal) {
      const bool own = path.starts_with(portal.root);
      return facts_.is_published(
          portal.id,
          (own ? "/" : "/_files/") + std::string(path.substr(own ? portal.root.size() : content_folder.size())));
    });
  }

  const SiteFacts& facts_;
  Diagnostics& found_;
  std::set<const SnapshotEntry*> withheld_;
  std::set<std::string_view> folders_;
  std::size_t said_ = 0;
};

}  // namespace

void check_unused_files(const SiteFacts& facts, Diagnostics& found) {
  if (!facts.is_published) return;
  UnusedFiles unused(facts, found);
  for (const SnapshotEntry& entry : facts.snapshot.entries()) unused.look_at(entry);
}

}  // namespace congbo::check
