// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/authoring/move_item.h"

#include <algorithm>

#include "generator/authoring/links.h"
#include "generator/base/slug.h"
#include "generator/formats/yaml.h"
#include "generator/pages/address.h"
#include "generator/pages/link_target.h"
#include "generator/pages/load.h"

namespace congbo::authoring {

namespace {

using pages::Page;

std::string folder_of(const std::string& source) {
  return source.substr(0, source.size() - 3) + "/";
}

// The path a file will have after the move: the page itself, a file of its folder, or unchanged.
struct Moved {
  std::string from, to;
  std::string operator()(const std::string& path) const {
    if (path == from) return to;
    const std::string folder = folder_of(from);
    return path.starts_with(folder) ? folder_of(to) + path.substr(folder.size()) : path;
  }
};

// The file an address of `page` points to, with its "#…" apart; empty when it is no file of the repository.
struct FileAddress {
  std::string file, anchor;
};
FileAddress file_address(const pages::Library& library, const Page& page, std::string_view address) {
  const pages::LinkTarget target = pages::resolve_link(library, page, address);
  const std::string anchor = target.anchor.empty() ? "" : "#" + target.anchor;
  if (target.kind == pages::LinkTarget::Kind::page && !address.starts_with('/'))
    return {library[target.page].source, anchor};
  if (target.kind == pages::LinkTarget::Kind::file) return {target.path, anchor};
  return {};
}

// The body of `page` with its relative addresses right after the move.
std::string rewritten(const pages::Library& library, const Page& page, const Moved& moved, std::string_view text,
                      std::size_t& links) {
  const std::string own_path = moved(page.source);
  return rewrite_addresses(text, [&](std::string_view address) -> std::string {
    const FileAddress old = file_address(library, page, address);
    if (old.file.empty()) return {};
    std::string fresh = relative_path(own_path, moved(old.file)) + old.anchor;
    if (fresh == address || (own_path == page.source && moved(old.file) == old.file)) return {};
    ++links;
    return fresh;
  });
}

bool says(const Page& page, std::string_view key) {
  return std::any_of(page.key_places.begin(), page.key_places.end(),
                     [&](const auto& known) { return known.first == key; });
}

// Front matter with `id:` and the old address added, where they are not there yet; and with `type:`, which another
// section would not give.
std::string with_identity(std::string_view front_matter, const Page& page, const std::string& new_source) {
  std::string text(front_matter);
  if (!says(page, "id")) text += "id: " + formats::yaml_scalar(page.id) + "\n";
  if (!says(page, "type")) text += "type: " + page.type->id + "\n";
  if (page.aliases.empty()) return text + "aliases:\n  - " + formats::yaml_scalar(page.route.path) + "\n";
  // An existing list is written anew in block form after taking the old one out.
  const std::size_t begin = text.find("aliases:");
  std::size_t end = text.find('\n', begin) + 1;
  while (end < text.size() && (text[end] == ' ' || text[end] == '-')) end = text.find('\n', end) + 1;
  std::string list = "aliases:\n";
  Page moved = page;
  moved.source = new_source;
  pages::set_address(page.route.language, moved);
  for (const std::string& alias : page.aliases)
    if (alias != moved.route.path) list += "  - " + formats::yaml_scalar(alias) + "\n";  // moved back: no old address
  list += "  - " + formats::yaml_scalar(page.route.path) + "\n";
  return text.replace(begin, end - begin, list);
}

Result<std::string> read_source(const Snapshot& snapshot, const std::string& path) {
  const SnapshotEntry* entry = snapshot.find(path);
  if (!entry) return error("page-unknown", {}, {path});
  return snapshot.read(*entry);
}

class Mover {
 public:
  Mover(FileSystem& files, const std::string& root, const Snapshot& snapshot, const pages::Library& library,
        Moved moved)
      : files_(files), root_(root + "/"), snapshot_(snapshot), library_(library), moved_(std::move(moved)) {}

  Result<MoveReport> run(const Page& page) {
    CONGBO_TRY([[maybe_unused]] const Done linked, rewrite_others(page));
    CONGBO_TRY([[maybe_unused]] const Done page_written, write_page(page));
    CONGBO_TRY([[maybe_unused]] const Done files_moved, move_files());
    CONGBO_TRY([[maybe_unused]] const Done removed, files_.remove(root_ + moved_.from));
    return report_;
  }

 private:
  Result<Done> rewrite_others(const Page& page) {
    for (const pages::PagePointer& other : library_.pages()) {
      if (other->source == page.source) continue;
      CONGBO_TRY(const std::string text, read_source(snapshot_, other->source));
      const std::size_t before = report_.links;
      const std::string changed = rewritten(library_, *other, moved_, text, report_.links);
      if (report_.links == before) continue;
      CONGBO_TRY([[maybe_unused]] const Done done, files_.write(root_ + other->source, changed));
      report_.changed.push_back(other->source);
    }
    return Done{};
  }

  Result<Done> write_page(const Page& page) {
    CONGBO_TRY(const std::string text, read_source(snapshot_, page.source));
    const pages::SplitFile parts = pages::split_front_matter(text);
    const std::string body = rewritten(library_, page, moved_, parts.body, report_.links);
    report_.changed.push_back(moved_.to);
    return files_.write(root_ + moved_.to,
                        "---\n" + with_identity(parts.front_matter, page, moved_.to) + "---\n" + body);
  }

  Result<Done> move_files() {
    const std::string folder = folder_of(moved_.from);
    for (const SnapshotEntry& entry : snapshot_.entries()) {
      if (!entry.path.starts_with(folder)) continue;
      CONGBO_TRY(const std::string bytes, snapshot_.read(entry));
      CONGBO_TRY([[maybe_unused]] const Done written, files_.write(root_ + moved_(entry.path), bytes));
      CONGBO_TRY([[maybe_unused]] const Done removed, files_.remove(root_ + entry.path));
      report_.changed.push_back(moved_(entry.path));
    }
    return Done{};
  }

  FileSystem& files_;
  std::string root_;
  const Snapshot& snapshot_;
  const pages::Library& library_;
  Moved moved_;
  MoveReport report_;
};

}  // namespace

Result<MoveReport> move_item(FileSystem& files, const std::string& root, const Snapshot& snapshot,
                             const pages::Library& library, const std::string& from, const std::string& to) {
  const pages::PageIndex index = library.by_source(from);
  if (index == pages::no_page) return error("page-unknown", {}, {from});
  const Page& page = library[index];
  if (!stays_inside(to) || !to.starts_with(page.portal->root) || !to.ends_with(".md"))
    return error("path-outside", {}, {to});
  for (std::string_view rest =
           std::string_view(to).substr(page.portal->root.size(), to.size() - page.portal->root.size() - 3);
       !rest.empty();) {
    const std::string_view part = rest.substr(0, rest.find('/'));
    if (!is_slug(part) && part != "_index") return error("file-name-not-slug", {}, {std::string(part)}, slug(part));
    rest.remove_prefix(std::min(part.size() + 1, rest.size()));
  }
  if (files.exists(root + "/" + to)) return error("file-exists", {}, {to});
  return Mover(files, root, snapshot, library, {from, to}).run(page);
}

}  // namespace congbo::authoring
