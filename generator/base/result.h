// SPDX-License-Identifier: GPL-3.0-or-later
// Result<T>: a T, or the Diagnostic that says why there is none. For failures of the environment (disk, network, a
// repository); mistakes of authors are collected in Diagnostics instead, so that one run shows them all.
#pragma once
#include <utility>
#include <variant>

#include "generator/base/diagnostic.h"

namespace congbo {

struct Done {};  // The value of an operation that has nothing to give back.

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Diagnostic error) : state_(std::in_place_index<1>, std::move(error)) {}

  explicit operator bool() const { return state_.index() == 0; }
  T& operator*() & { return std::get<0>(state_); }
  const T& operator*() const& { return std::get<0>(state_); }
  T&& operator*() && { return std::get<0>(std::move(state_)); }
  T* operator->() { return &std::get<0>(state_); }
  const T* operator->() const { return &std::get<0>(state_); }
  const Diagnostic& error() const& { return std::get<1>(state_); }
  Diagnostic&& error() && { return std::get<1>(std::move(state_)); }

 private:
  std::variant<T, Diagnostic> state_;
};

}  // namespace congbo

// CONGBO_TRY(type name, expression): returns the Diagnostic from the calling function, or binds the value.
#define CONGBO_JOIN_(a, b) a##b
#define CONGBO_JOIN(a, b) CONGBO_JOIN_(a, b)
#define CONGBO_TRY(target, expression)                                                           \
  auto CONGBO_JOIN(result_, __LINE__) = (expression);                                            \
  if (!CONGBO_JOIN(result_, __LINE__)) return std::move(CONGBO_JOIN(result_, __LINE__)).error(); \
  target = *std::move(CONGBO_JOIN(result_, __LINE__))
