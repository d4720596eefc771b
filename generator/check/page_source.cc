// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/check/page_source.h"

namespace congbo::check {

std::optional<SourceText> source_of(const SiteFacts& facts, const pages::Page& page) {
  const SnapshotEntry* entry = facts.snapshot.find(page.source);
  if (!entry) return {};
  Result<std::string> bytes = facts.snapshot.read(*entry);
  if (!bytes) return {};
  return SourceText(page.source, *std::move(bytes));
}

}  // namespace congbo::check
