// SPDX-License-Identifier: GPL-3.0-or-later
// Wall time of the named stages of a build, in order, for --timings and the build report.
#pragma once
#include <chrono>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace congbo {

struct StageTime {
  std::string stage;
  double seconds = 0;
};

class StageTimer {
 public:
  // Called with the stage's name as it starts; for a progress line.
  explicit StageTimer(std::function<void(const std::string&)> on_start = {}) : on_start_(std::move(on_start)) {}

  template <class Body>
  auto run(const std::string& stage, Body&& body) {
    const Running running(*this, stage);
    return body();
  }
  // How far a stage has come, in words; on the thread that runs it.
  void tell(const std::string& words) const {
    if (on_start_) on_start_(words);
  }
  const std::vector<StageTime>& times() const { return times_; }
  double total() const;

 private:
  struct Running {
    Running(StageTimer& timer, const std::string& stage);
    ~Running();
    StageTimer& timer;
    std::string stage;
    std::chrono::steady_clock::time_point start;
  };
  std::function<void(const std::string&)> on_start_;
  std::vector<StageTime> times_;
};

}  // namespace congbo
