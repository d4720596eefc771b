// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/check/file_uses.h"

#include <algorithm>
#include <array>

#include "generator/check/visit.h"
#include "generator/pages/link_target.h"

namespace congbo::check {

namespace {

using site::Kind;

constexpr std::array<std::string_view, 5> twin_endings = {"pdf", "odt", "ods", "odp", "csv"};

class FileCollector {
 public:
  FileCollector(const SiteFacts& facts, PageIndex index, FileUses& into)
      : facts_(facts), page_(facts.library[index]), index_(index), into_(into) {}

  void collect() {
    if (!page_.cover.empty()) {
      const Place cover = page_.place_of("cover");
      add_field(page_.cover, {cover.line, cover.column, cover.length}, Kind::image);
    }
    each_value(page_, [&](const site::FieldSchema& schema, const pages::Value& value) {
      if ((schema.kind == Kind::file || schema.kind == Kind::image) && !value.text().empty())
        add_field(value.text(), value.at, schema.kind);
    });
    if (const markdown::Fragment* body = facts_.bodies[index_])
      for (const markdown::Hole& hole : body->holes) add_link(hole);
  }

 private:
  void add_field(const std::string& path, const pages::Position& at, Kind kind) {
    if (const SnapshotEntry* entry = facts_.snapshot.find(path))
      into_.uses.push_back({entry, index_, at, kind});
    else
      into_.missing.add(error("file-missing", place_of(page_, at), {path}));
  }

  // Files that links name and that are not there are told by the rule of links.
  void add_link(const markdown::Hole& hole) {
    if (hole.kind == markdown::HoleKind::component || !pages::may_be_file(hole.target)) return;
    const pages::LinkTarget target = pages::resolve_link(facts_.library, page_, hole.target);
    if (target.kind != pages::LinkTarget::Kind::file) return;
    if (const SnapshotEntry* entry = facts_.snapshot.find(target.path))
      into_.uses.push_back({entry,
                            index_,
                            {hole.line, hole.column, 0},
                            hole.kind == markdown::HoleKind::image ? Kind::image : Kind::file});
  }

  const SiteFacts& facts_;
  const pages::Page& page_;
  const PageIndex index_;
  FileUses& into_;
};

}  // namespace

void add_file_uses(const SiteFacts& facts, PageIndex index, FileUses& into) {
  FileCollector(facts, index, into).collect();
}

bool has_open_twin(const Snapshot& snapshot, const std::string& path) {
  const std::string stem = path.substr(0, path.rfind('.') + 1);
  return std::any_of(twin_endings.begin(), twin_endings.end(),
                     [&](std::string_view ending) { return snapshot.find(stem + std::string(ending)) != nullptr; });
}

}  // namespace congbo::check
