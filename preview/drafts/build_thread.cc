// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/drafts/build_thread.h"

#include <utility>

namespace congbo::drafts {

BuildThread::BuildThread() : thread_([this] { loop(); }) {}

BuildThread::~BuildThread() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  asked_.notify_one();
  thread_.join();
}

void BuildThread::run(std::function<void()> work) {
  std::packaged_task<void()> task(std::move(work));
  std::future<void> done = task.get_future();
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(task));
  }
  asked_.notify_one();
  done.get();
}

void BuildThread::loop() {
  for (;;) {
    std::packaged_task<void()> task;
    {
      std::unique_lock lock(mutex_);
      asked_.wait(lock, [&] { return stop_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      task = std::move(waiting_.front());
      waiting_.pop_front();
    }
    task();
  }
}

}  // namespace congbo::drafts
