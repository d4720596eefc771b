// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/history/history.h"

#include <utility>

#include "generator/history/routes.h"

namespace congbo::history {

namespace {

// A line feed stands in neither part.
std::string key_of(std::string_view portal, std::string_view name) {
  std::string key;
  key.reserve(portal.size() + 1 + name.size());
  key.append(portal).append("\n").append(name);
  return key;
}

}  // namespace

const History& none() {
  static const History nothing;
  return nothing;
}

const Published* History::page(std::string_view portal, std::string_view id) const {
  if (by_page_.empty()) return nullptr;
  const auto found = by_page_.find(key_of(portal, id));
  return found == by_page_.end() ? nullptr : &addresses_[found->second];
}

const Published* History::address(std::string_view portal, std::string_view path) const {
  if (by_address_.empty()) return nullptr;
  const auto found = by_address_.find(key_of(portal, path));
  return found == by_address_.end() ? nullptr : &addresses_[found->second];
}

const ApprovalFacts* History::approval(const std::string& source) const {
  if (approvals_.empty()) return nullptr;
  const auto found = approvals_.find(source);
  return found == approvals_.end() ? nullptr : &found->second;
}

void History::add_approval(const std::string& source, ApprovalFacts facts) {
  approvals_[source] = std::move(facts);
}

void History::add(ReleaseLine release) {
  releases_.push_back(std::move(release));
}

void History::add(Published published) {
  const auto [known, is_new] = by_address_.emplace(key_of(published.portal, published.path), addresses_.size());
  const std::size_t place = known->second;
  if (!published.id.empty()) by_page_[key_of(published.portal, published.id)] = place;
  if (is_new)
    addresses_.push_back(std::move(published));
  else if (!is_route(published) || is_route(addresses_[place]))
    addresses_[place] = std::move(published);
}

}  // namespace congbo::history
