// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/render/view.h"

#include <algorithm>
#include <utility>

namespace congbo::render {

View::Rows& View::section(Key section) {
  for (auto& [hash, rows] : sections_)
    if (hash == section.hash) return rows;
  return sections_.emplace_back(section.hash, Rows()).second;
}

View& View::add(Key section) {
  View& row = own_rows_.emplace_front(this);
  this->section(section).push_back(&row);
  return row;
}

void View::add_kept(Key section, const View& around, const ItemParts& parts, std::size_t item,
                    std::function<void(View&)> fill) {
  View& row = own_rows_.emplace_front(&around);
  row.kept_ = {&parts, item};
  row.fill_ = std::move(fill);
  this->section(section).push_back(&row);
}

void View::fill() const {
  if (!fill_) return;
  const auto fill = std::exchange(fill_, nullptr);
  fill(const_cast<View&>(*this));  // made as one that changes, by add_kept
}

void View::replace(Key key, std::string_view value) {
  for (auto& [hash, known] : values_)
    if (hash == key.hash) known = value;
}

void View::seal() {
  std::sort(values_.begin(), values_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  sealed_ = true;
}

const std::string_view* View::own_value(std::uint64_t hash) const {
  fill();
  if (sealed_) {
    const auto found = std::lower_bound(values_.begin(), values_.end(), hash,
                                        [](const auto& entry, std::uint64_t wanted) { return entry.first < wanted; });
    return found != values_.end() && found->first == hash ? &found->second : nullptr;
  }
  for (const auto& [name, value] : values_)
    if (name == hash) return &value;
  return nullptr;
}

std::string_view View::value(std::uint64_t hash) const {
  for (const View* view = this; view; view = view->around_)
    if (const std::string_view* found = view->own_value(hash)) return *found;
  return {};
}

const View::Rows* View::rows(std::uint64_t hash) const {
  for (const View* view = this; view; view = view->around_) {
    view->fill();
    for (const auto& [name, rows] : view->sections_)
      if (name == hash) return &rows;
    if (view->own_value(hash)) return nullptr;
  }
  return nullptr;
}

std::vector<std::uint64_t> View::names() const {
  fill();
  std::vector<std::uint64_t> names;
  for (const auto& [name, value] : values_) names.push_back(name);
  for (const auto& [name, rows] : sections_) names.push_back(name);
  return names;
}

}  // namespace congbo::render
