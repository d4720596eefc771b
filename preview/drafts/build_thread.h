// SPDX-License-Identifier: GPL-3.0-or-later
// One thread for what others ask it to do. A site is made of millions of pieces of memory, and the allocator gives what
// one thread took and another let go back to the first only: made by whichever thread a reader's request came to, the
// sites of drafts would hold on to their memory once for each of these threads.
#pragma once
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>

namespace congbo::drafts {

class BuildThread {
 public:
  BuildThread();
  ~BuildThread();
  BuildThread(const BuildThread&) = delete;
  BuildThread& operator=(const BuildThread&) = delete;

  // Returns when it is done, after all that was asked for before; what it throws is thrown here.
  void run(std::function<void()> work);

 private:
  void loop();

  std::mutex mutex_;
  std::condition_variable asked_;
  std::deque<std::packaged_task<void()>> waiting_;
  bool stop_ = false;
  std::thread thread_;  // the last: it uses all above
};

}  // namespace congbo::drafts
