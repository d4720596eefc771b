// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of lists: each item's is filled once for a portal and language, however many pages show it, and keeps what
// partials make of it.
#pragma once
#include <algorithm>
#include <atomic>
#include <cstddef>
#include <memory>
#include <vector>

#include "generator/render/view.h"

namespace congbo::render {

class ItemRows {
 public:
  explicit ItemRows(std::size_t items) : rows_(std::min(items, most_kept)) {}
  ~ItemRows() {
    for (const auto& row : rows_) delete row.load(std::memory_order_relaxed);
  }
  ItemRows(const ItemRows&) = delete;
  ItemRows& operator=(const ItemRows&) = delete;

  // The row of an item, made by fill(View&, Texts&) when nobody has asked before; null beyond the bound. It sees
  // `around` and nothing of the page it stands in. Any number of threads may ask.
  template <class Fill>
  const View* row(std::size_t item, const View& around, const Fill& fill) const {
    if (item >= rows_.size()) return nullptr;
    if (const Row* known = rows_[item].load(std::memory_order_acquire)) return &known->view;
    auto made = std::make_unique<Row>(around);
    fill(made->view, made->texts);
    made->view.seal();
    made->view.keep_in(made->parts);
    Row* known = nullptr;
    if (rows_[item].compare_exchange_strong(known, made.get(), std::memory_order_acq_rel)) known = made.release();
    return &known->view;
  }

 private:
  static constexpr std::size_t most_kept = 20'000;  // about 1.5 kB each

  struct Row {
    explicit Row(const View& around) : view(&around) {}
    View view;
    Texts texts;
    KeptParts parts;
  };

  mutable std::vector<std::atomic<Row*>> rows_;
};

}  // namespace congbo::render
