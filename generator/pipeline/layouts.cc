// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/pipeline/stages.h"
#include "generator/site/shipped.h"

namespace congbo::pipeline {

namespace {

constexpr std::string_view layouts_folder = "layouts/";

void lay(render::LayoutFiles& layouts, std::string_view path, std::string bytes) {
  const std::string name(path.substr(layouts_folder.size()));
  layouts.files[name] = std::move(bytes);
  layouts.shown_as[name] = std::string(path);
}

}  // namespace

render::LayoutFiles gather_layouts(const PrepareRequest& request, Diagnostics& found) {
  render::LayoutFiles layouts;
  for (const site::ShippedFile& file : site::shipped_files())
    if (file.path.starts_with(layouts_folder)) lay(layouts, file.path, std::string(file.bytes));
  for (const SnapshotEntry* entry : request.snapshot->entries().starting_with(layouts_folder)) {
    Result<std::string> bytes = request.snapshot->read(*entry);
    if (bytes)
      lay(layouts, entry->path, *std::move(bytes));
    else
      found.add(bytes.error());
  }
  for (const auto& [name, bytes] : request.layouts) lay(layouts, std::string(layouts_folder) + name, bytes);
  return layouts;
}

}  // namespace congbo::pipeline
