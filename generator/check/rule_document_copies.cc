// SPDX-License-Identifier: GPL-3.0-or-later
// One document says the same on all portals (DOC-08): where two portals have a document of the same number, body and
// day, their files are the same.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "generator/base/content_hash.h"
#include "generator/base/unicode.h"
#include "generator/check/field_values.h"
#include "generator/check/rules.h"
#include "generator/check/visit.h"
#include "generator/documents/number.h"

namespace congbo::check {

namespace {

// Empty for pages that cannot be the same document as another.
std::string identity_of(const pages::Page& page) {
  const auto number = documents::parse_number(text_of(page, "number"));
  const Date* day = value_of<Date>(page, "issued_on");
  if (!number || day == nullptr) return {};
  return documents::number_key(*number) + "\n" + to_text(*day) + "\n" + fold(text_of(page, "issuer"));
}

std::set<std::string> hashes_of_files(const SiteFacts& facts, const pages::Page& page) {
  std::set<std::string> hashes;
  const auto* files = value_of<pages::List>(page, "files");
  if (files == nullptr) return hashes;
  for (const pages::Value& file : *files) {
    const SnapshotEntry* entry = facts.snapshot.find(file.text());
    if (entry == nullptr) continue;
    if (const Result<std::string> bytes = facts.snapshot.read(*entry)) hashes.insert(sha256_hex(*bytes));
  }
  return hashes;
}

}  // namespace

void check_document_copies(const SiteFacts& facts, Diagnostics& found) {
  if (facts.site.portals.size() < 2) return;
  std::map<std::string, std::vector<const pages::Page*>> by_identity;
  for (const documents::Document& document : facts.listings.relations.documents) {
    const pages::Page& page = facts.library[document.page];
    if (std::string identity = identity_of(page); !identity.empty() && document.original == document.page)
      by_identity[std::move(identity)].push_back(&page);
  }
  for (auto& [identity, copies] : by_identity) {
    // The main portal's is the one that the others are measured by.
    std::stable_partition(copies.begin(), copies.end(),
                          [](const pages::Page* page) { return page->portal->parent.empty(); });
    const pages::Page& first = *copies.front();
    for (const pages::Page* copy : copies) {
      if (copy->portal == first.portal) continue;
      const std::set<std::string> of_first = hashes_of_files(facts, first), of_copy = hashes_of_files(facts, *copy);
      if (!of_first.empty() && !of_copy.empty() && of_first != of_copy)
        found.add(warning("document-differs", place_of(*copy, copy->field("files")->at),
                          {text_of(*copy, "number"), first.source}));
    }
  }
}

}  // namespace congbo::check
