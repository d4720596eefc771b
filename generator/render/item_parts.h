// SPDX-License-Identifier: GPL-3.0-or-later
// What partials make of items, which many lists show: made once for a portal and language, by whichever page comes
// first. Any number of threads may ask.
#pragma once
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace congbo::render {

class ItemParts {
 public:
  explicit ItemParts(std::size_t items, std::size_t most_bytes = 64 << 20) : first_(items), most_bytes_(most_bytes) {}
  ~ItemParts();
  ItemParts(const ItemParts&) = delete;
  ItemParts& operator=(const ItemParts&) = delete;

  // Null while nobody has kept what the partial of that hash makes of the item.
  const std::string* find(std::size_t item, std::uint64_t partial) const;
  // Gives back what is kept, by this or another thread; null when there is no room for it.
  const std::string* keep(std::size_t item, std::uint64_t partial, const std::string& html) const;

 private:
  struct Part {
    std::uint64_t partial;
    std::string html;
    const Part* next;
  };
  static const Part* find_from(const Part* part, std::uint64_t partial);

  mutable std::vector<std::atomic<const Part*>> first_;  // by item; those after it were made before it
  mutable std::atomic<std::size_t> bytes_ = 0;
  std::size_t most_bytes_;
};

}  // namespace congbo::render
