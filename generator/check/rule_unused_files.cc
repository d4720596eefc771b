// SPDX-License-Identifier: GPL-3.0-or-later
// A file that no page refers to is not published. Said, because somebody put it there for readers to see (MED-02): an
// article saved as .txt, a picture whose page names another.
#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

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
    if (is_kept_inside(path) || is_of_withheld(entry) || is_published(path) || is_of_unreadable(path)) return;
    ++said_;
    found_.add(note("file-unused", {entry.path, 0, 0, 0}, {entry.path, way_to(path)}));
  }

 private:
  struct BrokenPage {
    std::string_view folder;
    std::string text;
  };

  // The page that a folder belongs to: "content/a/bai/" is of "content/a/bai.md".
  static std::string page_of(std::string_view folder) {
    return std::string(folder.substr(0, folder.size() - 1)) + ".md";
  }

  // How the page that the folder belongs to writes the way to the file, else one beside the file.
  std::string way_to(std::string_view path) const {
    const std::string page = page_of(folder_of_file(path));
    std::string way(facts_.snapshot.find(page) ? relative_path(page, path) : std::string(file_name_of(path)));
    return way.find(' ') == std::string::npos ? way : "<" + way + ">";
  }

  // A page with mistakes may be meant to show it: one that could not be loaded, or that names the file in a line which
  // could not be read. Its own message comes first.
  bool is_of_unreadable(std::string_view path) {
    if (!looked_for_broken_) find_broken();
    const std::string_view folder = folder_of_file(path);
    if (broken_.contains(std::string(folder))) return true;
    if (names(text_of_page(folder), path)) return true;
    const std::string_view above = folder_of_file(folder.substr(0, folder.size() - 1));
    return std::any_of(broken_pages_.begin(), broken_pages_.end(),
                       [&](const BrokenPage& broken) { return broken.folder == above && names(broken.text, path); });
  }

  static bool names(const std::string& text, std::string_view path) {
    return text.find(file_name_of(path)) != std::string::npos;
  }

  std::string text_of(const SnapshotEntry& page) const {
    Result<std::string> text = facts_.snapshot.read(page);
    return text ? *std::move(text) : std::string();
  }

  // Files come by folder: the text of the page that the folder belongs to is read once.
  const std::string& text_of_page(std::string_view folder) {
    if (folder == folder_read_) return page_text_;
    folder_read_ = folder;
    const SnapshotEntry* page = facts_.snapshot.find(page_of(folder));
    page_text_ = page ? text_of(*page) : std::string();
    return page_text_;
  }

  void find_broken() {
    looked_for_broken_ = true;
    for (const SnapshotEntry& entry : facts_.snapshot.entries()) {
      const std::string_view path = entry.path;
      if (!path.starts_with(content_folder) || !path.ends_with(".md") || is_kept_inside(path) ||
          file_name_of(path) == "README.md" || facts_.library.by_source(path) != pages::no_page)
        continue;
      broken_.emplace(folder_of_file(path));
      if (broken_pages_.size() < most_said) broken_pages_.push_back({folder_of_file(path), text_of(entry)});
      broken_.insert(std::string(path.substr(0, path.size() - 3)) + "/");
    }
  }

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
  std::set<std::string> broken_;          // folders of or beside pages that could not be loaded
  std::vector<BrokenPage> broken_pages_;  // the first of these
  std::string folder_read_, page_text_;
  bool looked_for_broken_ = false;
  std::size_t said_ = 0;
};

}  // namespace

void check_unused_files(const SiteFacts& facts, Diagnostics& found) {
  if (!facts.is_published) return;
  UnusedFiles unused(facts, found);
  for (const SnapshotEntry& entry : facts.snapshot.entries()) unused.look_at(entry);
}

}  // namespace congbo::check
