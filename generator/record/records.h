// SPDX-License-Identifier: GPL-3.0-or-later
// The records of one edition by PageIndex. Those of other editions that are equal are the same objects, so that a
// branch beside the main one holds only what differs.
#pragma once
#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace congbo::record {

struct PublicRecord;

class Records {
 public:
  Records() = default;
  explicit Records(std::size_t size);  // of pages that are not visible

  const PublicRecord& operator[](std::size_t index) const { return *all_[index]; }
  std::size_t size() const { return all_.size(); }

  // From several threads, for different indices.
  void put(std::size_t index, PublicRecord record);
  void take(std::size_t index, const Records& other, std::size_t theirs) { all_[index] = other.all_[theirs]; }
  // The record at `theirs` where it equals, else `record`.
  void put_shared(std::size_t index, PublicRecord record, const Records& other, std::size_t theirs);
  // To be changed: a copy of its own where another edition has it too.
  PublicRecord& own(std::size_t index);
  // What records point to is about to go: nobody may look at `body` any more.
  void drop_bodies();

  class Iterator {
   public:
    explicit Iterator(std::vector<std::shared_ptr<PublicRecord>>::const_iterator at) : at_(at) {}
    const PublicRecord& operator*() const { return **at_; }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    bool operator==(const Iterator&) const = default;

   private:
    std::vector<std::shared_ptr<PublicRecord>>::const_iterator at_;
  };
  Iterator begin() const { return Iterator(all_.begin()); }
  Iterator end() const { return Iterator(all_.end()); }

 private:
  std::vector<std::shared_ptr<PublicRecord>> all_;
};

}  // namespace congbo::record
