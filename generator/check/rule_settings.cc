// SPDX-License-Identifier: GPL-3.0-or-later
// Keys and passwords in the files of `_site/` and in small text files that would be published (SEC-02): both are in a
// repository that many can read.
#include <algorithm>
#include <array>

#include "generator/base/source_text.h"
#include "generator/check/file_names.h"
#include "generator/check/rules.h"
#include "generator/detect/scan.h"
#include "generator/detect/secrets.h"

namespace congbo::check {

namespace {

constexpr std::size_t largest = 256'000;
constexpr std::array<std::string_view, 7> endings = {"yaml", "yml", "csv", "txt", "json", "xml", "env"};

bool is_looked_at(const SnapshotEntry& entry) {
  if (entry.symlink || entry.size > largest || !entry.path.starts_with("content/")) return false;
  return std::find(endings.begin(), endings.end(), ending_of(entry.path)) != endings.end();
}

}  // namespace

void check_settings(const SiteFacts& facts, Diagnostics& found) {
  for (const SnapshotEntry& entry : facts.snapshot.entries()) {
    if (!is_looked_at(entry)) continue;
    Result<std::string> bytes = facts.snapshot.read(entry);
    if (!bytes || (detect::scan(*bytes) & (detect::sign_key | detect::sign_password)) == 0) continue;
    const SourceText source(entry.path, *std::move(bytes));
    for (const detect::Finding& one : detect::find_secrets(source.bytes()))
      found.add(error(one.code, source.place(one.offset, one.length), {one.shown}));
  }
}

}  // namespace congbo::check
