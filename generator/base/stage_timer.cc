// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/base/stage_timer.h"

namespace congbo {

StageTimer::Running::Running(StageTimer& owner, const std::string& name)
    : timer(owner), stage(name), start(std::chrono::steady_clock::now()) {
  if (timer.on_start_) timer.on_start_(stage);
}

StageTimer::Running::~Running() {
  const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start;
  timer.times_.push_back({std::move(stage), passed.count()});
}

double StageTimer::total() const {
  double sum = 0;
  for (const StageTime& time : times_) sum += time.seconds;
  return sum;
}

}  // namespace congbo
