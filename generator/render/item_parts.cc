// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/render/item_parts.h"

#include <memory>

namespace congbo::render {

ItemParts::~ItemParts() {
  for (const auto& first : first_)
    for (const Part* part = first.load(std::memory_order_relaxed); part;) {
      const std::unique_ptr<const Part> gone(part);
      part = gone->next;
    }
}

const ItemParts::Part* ItemParts::find_from(const Part* part, std::uint64_t partial) {
  while (part && part->partial != partial) part = part->next;
  return part;
}

const std::string* ItemParts::find(std::size_t item, std::uint64_t partial) const {
  const Part* part = find_from(first_[item].load(std::memory_order_acquire), partial);
  return part ? &part->html : nullptr;
}

const std::string* ItemParts::keep(std::size_t item, std::uint64_t partial, const std::string& html) const {
  if (bytes_.load(std::memory_order_relaxed) + html.size() > most_bytes_) return nullptr;
  auto made = std::make_unique<Part>(Part{partial, html, first_[item].load(std::memory_order_acquire)});
  do {
    if (const Part* known = find_from(made->next, partial)) return &known->html;
  } while (!first_[item].compare_exchange_weak(made->next, made.get(), std::memory_order_acq_rel));
  bytes_.fetch_add(html.size(), std::memory_order_relaxed);
  return &made.release()->html;
}

}  // namespace congbo::render
