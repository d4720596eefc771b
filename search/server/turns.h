// SPDX-License-Identifier: GPL-3.0-or-later
// So many threads work at the same time; the others wait, and who came first goes first. More threads than processors
// would only take them from each other, and some of them for long.
#pragma once
#include <condition_variable>
#include <deque>
#include <mutex>

namespace congbo::search {

class Turns {
 public:
  explicit Turns(unsigned at_a_time) : free_(at_a_time) {}

  // A turn, from when it comes until this is gone.
  class Turn {
   public:
    explicit Turn(Turns& turns) : turns_(turns) { turns_.take(); }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    ~Turn() { turns_.give_on(); }

   private:
    Turns& turns_;
  };

 private:
  struct Waiting {
    std::condition_variable called;
    bool mine = false;
  };

  void take() {
    std::unique_lock<std::mutex> lock(mutex_);
    if (free_ > 0) {
      --free_;
      return;
    }
    Waiting self;
    waiting_.push_back(&self);
    self.called.wait(lock, [&self] { return self.mine; });
  }

  void give_on() {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (waiting_.empty()) {
      ++free_;
      return;
    }
    waiting_.front()->mine = true;
    waiting_.front()->called.notify_one();
    waiting_.pop_front();
  }

  std::mutex mutex_;
  unsigned free_;
  std::deque<Waiting*> waiting_;
};

}  // namespace congbo::search
