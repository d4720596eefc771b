// SPDX-License-Identifier: GPL-3.0-or-later
// A value that many hold alike and nobody changes, kept once. Equal when the values are.
#pragma once
#include <memory>
#include <utility>

namespace congbo {

template <class Value>
class Shared {
 public:
  Shared() : value_(std::shared_ptr<const Value>(), &nothing()) {}  // an empty one, which nobody has to count
  Shared(Value value) : value_(std::make_shared<const Value>(std::move(value))) {}  // NOLINT: a value is one to share

  const Value& operator*() const { return *value_; }
  const Value* operator->() const { return value_.get(); }
  bool operator==(const Shared& other) const { return value_ == other.value_ || *value_ == *other.value_; }

 private:
  static const Value& nothing() {
    static const Value value;
    return value;
  }

  std::shared_ptr<const Value> value_;  // never null
};

}  // namespace congbo
