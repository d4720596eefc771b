// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/groups.h"

#include <map>

#include "search/terms.h"

namespace congbo::search {

Groups::Groups(const std::vector<Xapian::Database>& databases, Reach reach) {
  std::map<std::string, std::uint32_t> numbers;
  const std::vector<std::string> groups = value_column(databases, group_slot, reach);
  by_document_.resize(groups.size());
  for (std::size_t id = 0; id < groups.size(); ++id)
    if (!groups[id].empty())
      by_document_[id] = numbers.emplace(groups[id], static_cast<std::uint32_t>(numbers.size()) + 1).first->second;
  count_ = numbers.size();
}

}  // namespace congbo::search
