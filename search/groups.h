// SPDX-License-Identifier: GPL-3.0-or-later
// Pages and their parts (document.h), which are found as one. Inside search only; may throw Xapian::Error.
#pragma once
#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

#include "search/value_column.h"

namespace congbo::search {

// Which documents belong together, read once when an index is opened; empty where no page has parts.
class Groups {
 public:
  Groups() = default;
  // Databases whose documents are numbered as one: a base and its delta.
  explicit Groups(const std::vector<Xapian::Database>& databases, Reach reach = Reach::here);
  bool empty() const { return count_ == 0; }
  std::size_t count() const { return count_; }
  std::uint32_t of(Xapian::docid id) const {
    return id < by_document_.size() ? by_document_[id] : 0;
  }  // 1 … count(); 0 for none

 private:
  std::vector<std::uint32_t> by_document_;
  std::size_t count_ = 0;
};

}  // namespace congbo::search
