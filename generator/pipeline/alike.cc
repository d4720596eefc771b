// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/pipeline/alike.h"

#include <algorithm>

#include "generator/pages/arrangement.h"

namespace congbo::pipeline {

namespace {

// The same paths, and other bytes in pages only.
bool has_same_files(const Site& site, const Site& like) {
  const SnapshotEntries::Pointers ours = site.snapshot->entries().pointers(),
                                  others = like.snapshot->entries().pointers();
  return std::equal(
      ours.begin(), ours.end(), others.begin(), others.end(), [](const SnapshotEntry* one, const SnapshotEntry* other) {
        return one == other ||
               (one->path == other->path && one->path.ends_with(".md") && !one->symlink && !other->symlink);
      });
}

}  // namespace

bool is_arranged_alike(const Site& site, const std::vector<pages::PagePointer>& pages, const PrepareRequest& request) {
  const Site* like = request.like.get();
  if (!like || !like->plain_arrangement || like->site != site.site || like->history != site.history ||
      like->edition.now != request.now || like->edition.audience != request.audience || !has_same_files(site, *like))
    return false;
  const std::vector<pages::PagePointer>& others = like->library.pages();
  return std::equal(pages.begin(), pages.end(), others.begin(), others.end(),
                    [](const pages::PagePointer& one, const pages::PagePointer& other) {
                      return one == other || pages::same_arrangement(*one, *other);
                    });
}

bool is_planned_alike(const Site& site, const Site& like) {
  const record::Publication &ours = site.publication, &others = like.publication;
  const auto same_set = [](const record::DataSet& a, const record::DataSet& b) {
    return a.portal == b.portal && a.type == b.type && a.items == b.items;
  };
  if (site.listings != like.listings || ours.people != others.people || ours.calendars != others.calendars ||
      !std::equal(ours.data_sets.begin(), ours.data_sets.end(), others.data_sets.begin(), others.data_sets.end(),
                  same_set))
    return false;
  for (const pages::PageIndex index : site.edition.visible) {
    const record::PublicRecord &one = ours.records[index], &other = others.records[index];
    if (&one != &other && one.files != other.files) return false;
  }
  return true;
}

bool has_layouts_of(const Site& site, const Site& like) {
  static constexpr std::string_view folder = "layouts/";
  const SnapshotEntries::Pointers ours = site.snapshot->entries().starting_with(folder),
                                  others = like.snapshot->entries().starting_with(folder);
  return like.plain_look && like.site == site.site &&
         std::equal(ours.begin(), ours.end(), others.begin(), others.end());
}

}  // namespace congbo::pipeline
