// SPDX-License-Identifier: GPL-3.0-or-later
// How rules walk: over the visible pages on all threads, and over the values of a page's own fields.
#pragma once
#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "generator/base/parallel_for.h"
#include "generator/check/check.h"

namespace congbo::check {

using pages::PageIndex;

// Calls visit(page index, Found&) for every visible page, in blocks on all threads, and gives what each block found, in
// the order of pages. Rules look at what this edition shows: a draft's mistakes do not stop what is finished, and the
// preview (where drafts are visible) shows them.
template <class Found, class Visit>
std::vector<Found> visit_in_blocks(const SiteFacts& facts, const Visit& visit) {
  constexpr std::size_t block_size = 128;
  const std::vector<PageIndex>& visible = facts.edition.visible;
  std::vector<Found> blocks((visible.size() + block_size - 1) / block_size);
  parallel_for(
      blocks.size(), 0,
      [&](std::size_t block) {
        const std::size_t end = std::min(visible.size(), (block + 1) * block_size);
        for (std::size_t i = block * block_size; i < end; ++i) visit(visible[i], blocks[block]);
      },
      1);
  return blocks;
}

// The same, straight into `found`.
template <class Visit>
void each_visible_page(const SiteFacts& facts, Diagnostics& found, const Visit& visit) {
  for (Diagnostics& block : visit_in_blocks<Diagnostics>(facts, visit)) found.append(std::move(block));
}

// Calls visit(schema, value) for a value and everything in it: elements of lists, keys of objects.
template <class Visit>
void each_value(const site::FieldSchema& schema, const pages::Value& value, const Visit& visit) {
  if (const auto* list = std::get_if<pages::List>(&value.data)) {
    if (schema.fields.empty()) return;
    for (const pages::Value& element : *list) each_value(schema.fields.front(), element, visit);
  } else if (const auto* object = std::get_if<pages::Object>(&value.data)) {
    for (const auto& [key, member] : *object)
      for (const site::FieldSchema& field : schema.fields)
        if (field.key == key) each_value(field, member, visit);
  } else {
    visit(schema, value);
  }
}

template <class Visit>
void each_value(const pages::Page& page, const Visit& visit) {
  for (const pages::Field& field : page.fields)
    if (field.schema) each_value(*field.schema, field.value, visit);
}

inline Place place_of(const pages::Page& page, const pages::Position& at) {
  return {page.source, at.line, at.column, at.length};
}

}  // namespace congbo::check
