// SPDX-License-Identifier: GPL-3.0-or-later
// For handles of C libraries: std::unique_ptr<git_tree, Freer<git_tree_free>>.
#pragma once

namespace congbo {

template <auto free_function>
struct Freer {
  template <class T>
  void operator()(T* handle) const noexcept {
    free_function(handle);
  }
};

}  // namespace congbo
