// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/base/sequence_diff.h"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace congbo {

namespace {

using Texts = std::vector<std::string_view>;

// The middle parts of both sequences, their common beginning and end taken off.
class Middle {
 public:
  Middle(const Texts& old_ones, const Texts& new_ones, std::size_t begin, std::size_t old_end, std::size_t new_end)
      : old_(old_ones), new_(new_ones), begin_(begin), old_size_(old_end - begin), new_size_(new_end - begin) {}

  // One change for each element, from the first; nothing beyond the bound.
  std::optional<std::vector<Change>> walk(std::size_t most_changes) {
    const auto most = static_cast<std::int64_t>(std::min(most_changes, old_size_ + new_size_));
    furthest_.assign(static_cast<std::size_t>(2 * most + 3), 0);
    centre_ = most + 1;
    for (std::int64_t changes = 0; changes <= most; ++changes) {
      rounds_.emplace_back(furthest_.begin() + (centre_ - changes), furthest_.begin() + (centre_ + changes + 1));
      for (std::int64_t k = -changes; k <= changes; k += 2)
        if (step(changes, k)) return way_back(changes, k);
    }
    return std::nullopt;
  }

 private:
  std::int64_t& at(std::int64_t k) { return furthest_[static_cast<std::size_t>(centre_ + k)]; }

  bool same(std::int64_t x, std::int64_t y) const {
    return old_[begin_ + static_cast<std::size_t>(x)] == new_[begin_ + static_cast<std::size_t>(y)];
  }

  static bool goes_down(std::int64_t changes, std::int64_t k, std::int64_t left, std::int64_t right) {
    return k == -changes || (k != changes && left < right);
  }

  // Follows diagonal k (x − y) as far as it goes; true at the end of both.
  bool step(std::int64_t changes, std::int64_t k) {
    const auto old_size = static_cast<std::int64_t>(old_size_), new_size = static_cast<std::int64_t>(new_size_);
    std::int64_t x = goes_down(changes, k, at(k - 1), at(k + 1)) ? at(k + 1) : at(k - 1) + 1;
    if (changes == 0) x = 0;
    while (x < old_size && x - k < new_size && x - k >= 0 && same(x, x - k)) ++x;
    at(k) = x;
    return x >= old_size && x - k >= new_size;
  }

  std::vector<Change> way_back(std::int64_t changes, std::int64_t k) const {
    std::vector<Change> way;
    auto x = static_cast<std::int64_t>(old_size_), y = static_cast<std::int64_t>(new_size_);
    for (; changes > 0; --changes) {
      const std::vector<std::int64_t>& round = rounds_[static_cast<std::size_t>(changes)];
      const auto value = [&](std::int64_t diagonal) {
        const std::int64_t place = diagonal + changes;
        return place < 0 || place >= static_cast<std::int64_t>(round.size()) ? -1
                                                                             : round[static_cast<std::size_t>(place)];
      };
      const bool down = goes_down(changes, k, value(k - 1), value(k + 1));
      const std::int64_t before = down ? value(k + 1) : value(k - 1) + 1;
      for (; x > before; --x, --y) way.push_back(Change::kept);
      way.push_back(down ? Change::added : Change::removed);
      if (down)
        --y;
      else
        --x;
      k += down ? 1 : -1;
    }
    for (; x > 0; --x) way.push_back(Change::kept);
    std::reverse(way.begin(), way.end());
    return way;
  }

  const Texts& old_;
  const Texts& new_;
  std::size_t begin_, old_size_, new_size_;
  std::int64_t centre_ = 0;
  std::vector<std::int64_t> furthest_;
  std::vector<std::vector<std::int64_t>> rounds_;  // `furthest_` around the centre before each round
};

class Runs {
 public:
  void add(Change change, std::size_t begin, std::size_t end) {
    if (begin == end) return;
    if (change != Change::added && !runs_.empty() && runs_.back().change == change && runs_.back().end == begin)
      runs_.back().end = end;
    else
      runs_.push_back({change, begin, end});
  }
  // Changes between two kept elements: what goes, then what comes.
  void add_changes(std::size_t old_begin, std::size_t old_end, std::size_t new_begin, std::size_t new_end) {
    add(Change::removed, old_begin, old_end);
    add(Change::added, new_begin, new_end);
  }
  std::vector<ChangeRun> take() { return std::move(runs_); }

 private:
  std::vector<ChangeRun> runs_;
};

}  // namespace

std::vector<ChangeRun> sequence_diff(const Texts& old_ones, const Texts& new_ones, std::size_t most_changes) {
  std::size_t begin = 0, old_end = old_ones.size(), new_end = new_ones.size();
  while (begin < old_end && begin < new_end && old_ones[begin] == new_ones[begin]) ++begin;
  while (old_end > begin && new_end > begin && old_ones[old_end - 1] == new_ones[new_end - 1]) --old_end, --new_end;
  Runs runs;
  runs.add(Change::kept, 0, begin);
  std::size_t x = begin, y = begin, old_from = begin, new_from = begin;
  if (const auto way = Middle(old_ones, new_ones, begin, old_end, new_end).walk(most_changes)) {
    for (const Change change : *way) {
      if (change == Change::kept) {
        runs.add_changes(old_from, x, new_from, y);
        runs.add(Change::kept, x, x + 1);
        old_from = x + 1;
        new_from = y + 1;
      }
      x += change != Change::added;
      y += change != Change::removed;
    }
  }
  runs.add_changes(old_from, old_end, new_from, new_end);
  runs.add(Change::kept, old_end, old_ones.size());
  return runs.take();
}

}  // namespace congbo
