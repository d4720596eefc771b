// SPDX-License-Identifier: GPL-3.0-or-later
// What a search server has done since it started, as Prometheus reads it. Counts only: nothing of what was asked.
#pragma once
#include <array>
#include <atomic>
#include <cstdint>
#include <string>

namespace congbo::search {

enum class Asked { page, api, feed, suggestions };
enum class Outcome { found, nothing, refused, failed };  // refused: the question was wrong; failed: we were

class Metrics {
 public:
  void count(Asked asked, Outcome outcome, double seconds);
  // The text format, version 0.0.4.
  std::string text() const;

 private:
  static constexpr std::size_t asked_kinds = 4, outcomes = 4;
  static constexpr std::array<double, 8> bounds = {0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.2, 1};  // seconds

  std::array<std::array<std::atomic<std::uint64_t>, outcomes>, asked_kinds> requests_{};
  std::array<std::atomic<std::uint64_t>, bounds.size() + 1> within_{};
  std::atomic<std::uint64_t> microseconds_{0};
};

}  // namespace congbo::search
