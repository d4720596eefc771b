// SPDX-License-Identifier: GPL-3.0-or-later
// Gives each distinct string a small number, so that counting a document is counting numbers.
#pragma once
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace congbo::search {

class StringTable {
 public:
  StringTable();
  // The number of `text`, new ones counting from 0.
  std::uint32_t number_of(std::string_view text);
  const std::string& text(std::uint32_t number) const { return texts_[number]; }
  std::size_t size() const { return texts_.size(); }

 private:
  struct Entry {
    std::uint32_t hash = 0;
    std::uint32_t number_plus_one = 0;  // 0: free
  };
  void grow();

  std::vector<Entry> entries_;  // open addressing; the size is a power of two
  std::deque<std::string> texts_;
};

}  // namespace congbo::search
