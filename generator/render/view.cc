// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/render/view.h"

#include <algorithm>

namespace congbo::render {

View& View::add(Key section) {
  for (auto& [hash, rows] : sections_)
    if (hash == section.hash) return *rows.emplace_back(std::make_unique<View>(this));
  sections_.emplace_back(section.hash, Rows());
  return *sections_.back().second.emplace_back(std::make_unique<View>(this));
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
    for (const auto& [name, rows] : view->sections_)
      if (name == hash) return &rows;
    if (view->own_value(hash)) return nullptr;
  }
  return nullptr;
}

std::vector<std::uint64_t> View::names() const {
  std::vector<std::uint64_t> names;
  for (const auto& [name, value] : values_) names.push_back(name);
  for (const auto& [name, rows] : sections_) names.push_back(name);
  return names;
}

}  // namespace congbo::render
