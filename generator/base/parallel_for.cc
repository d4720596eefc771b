// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/base/parallel_for.h"

#include <pthread.h>
#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <memory>
#include <mutex>
#include <stop_token>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace congbo {
namespace {

// Shared by the threads of one call. Pieces are handed out in index order, and a thread finishes the piece it has even
// when another has failed: so every index below the failed one was tried, and the lowest failure is always the one
// kept.
class Work {
 public:
  Work(std::size_t count, std::size_t grain, const std::function<void(std::size_t)>& body)
      : count_(count), grain_(grain), body_(body) {}

  void run() {
    while (!failed_.load(std::memory_order_relaxed)) {
      const std::size_t start = next_.fetch_add(grain_, std::memory_order_relaxed);
      if (start >= count_) return;
      run_piece(start, std::min(grain_, count_ - start));
    }
  }
  void rethrow() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  void run_piece(std::size_t start, std::size_t length) {
    std::size_t at = start;
    try {
      for (; at < start + length; ++at) body_(at);
    } catch (...) {
      keep(at, std::current_exception());
    }
  }
  void keep(std::size_t index, std::exception_ptr failure) {
    const std::lock_guard<std::mutex> lock(mutex_);
    failed_ = true;
    if (failure_ && index > failed_index_) return;
    failed_index_ = index;
    failure_ = std::move(failure);
  }

  const std::size_t count_;
  const std::size_t grain_;
  const std::function<void(std::size_t)>& body_;
  std::atomic<std::size_t> next_ = 0;
  std::atomic<bool> failed_ = false;
  std::mutex mutex_;
  std::size_t failed_index_ = 0;
  std::exception_ptr failure_;
};

// A thread that runs one call after another, each handed over by start() and waited for by finish().
class Helper {
 public:
  void start(Work& work) {
    const std::lock_guard lock(mutex_);
    work_ = &work;
    changed_.notify_all();
  }

  // As the thread that made it: who gives way to others is not helped by one that does not, nor the other way round.
  int niceness() const { return niceness_; }

  // Takes the work back from a thread that has not begun; there is nothing left to do then.
  void finish() {
    std::unique_lock lock(mutex_);
    if (!busy_) work_ = nullptr;
    changed_.wait(lock, [this] { return !busy_; });
  }

 private:
  void run(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (changed_.wait(lock, stop, [this] { return work_ != nullptr; })) {
      Work* work = std::exchange(work_, nullptr);
      busy_ = true;
      lock.unlock();
      work->run();
      lock.lock();
      busy_ = false;
      changed_.notify_all();
    }
  }

  std::mutex mutex_;
  std::condition_variable_any changed_;
  Work* work_ = nullptr;
  bool busy_ = false;
  const int niceness_ = ::getpriority(PRIO_PROCESS, 0);
  std::jthread thread_{[this](const std::stop_token& stop) { run(stop); }};  // last: it uses what stands above
};

// Helpers between two calls. A thread that ends takes its share of the allocator with it, and clearing that up costs
// more than the work of many a call.
class HelperPool {
 public:
  using Helpers = std::vector<std::unique_ptr<Helper>>;

  static HelperPool& instance() {
    static HelperPool pool;
    return pool;
  }

  // At most `count`: when the system gives no more threads, those that are do the work.
  Helpers take(std::size_t count) {
    const int niceness = ::getpriority(PRIO_PROCESS, 0);
    Helpers taken;
    {
      const std::lock_guard lock(mutex_);
      for (std::size_t at = idle_.size(); taken.size() < count && at-- > 0;) {
        if (idle_[at]->niceness() != niceness) continue;
        taken.push_back(std::move(idle_[at]));
        idle_.erase(idle_.begin() + static_cast<std::ptrdiff_t>(at));
      }
    }
    try {
      while (taken.size() < count) taken.push_back(std::make_unique<Helper>());
    } catch (const std::system_error&) {
    }
    return taken;
  }

  void give_back(Helpers helpers) {
    const std::size_t most = effective_jobs(0);
    const std::lock_guard lock(mutex_);
    for (std::unique_ptr<Helper>& helper : helpers)
      if (idle_.size() < most) idle_.push_back(std::move(helper));
  }

 private:
  // A child process has none of the threads.
  HelperPool() {
    ::pthread_atfork([] { instance().mutex_.lock(); }, [] { instance().mutex_.unlock(); },
                     [] {
                       for (std::unique_ptr<Helper>& gone : instance().idle_) (void)gone.release();
                       instance().idle_.clear();
                       instance().mutex_.unlock();
                     });
  }

  std::mutex mutex_;
  Helpers idle_;
};

}  // namespace

unsigned effective_jobs(unsigned jobs) {
  constexpr unsigned most = 256;  // a slip such as --jobs 20000 shall not exhaust the machine
  return std::clamp(jobs == 0 ? std::thread::hardware_concurrency() : jobs, 1U, most);
}

void parallel_for(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& body, std::size_t grain) {
  grain = std::max<std::size_t>(grain, 1);
  const std::size_t pieces = count / grain + (count % grain != 0 ? 1 : 0);
  const std::size_t threads = std::min<std::size_t>(effective_jobs(jobs), pieces);
  if (threads <= 1) {
    for (std::size_t i = 0; i < count; ++i) body(i);
    return;
  }
  Work work(count, grain, body);
  HelperPool::Helpers helpers = HelperPool::instance().take(threads - 1);
  for (const std::unique_ptr<Helper>& helper : helpers) helper->start(work);
  work.run();
  for (const std::unique_ptr<Helper>& helper : helpers) helper->finish();
  HelperPool::instance().give_back(std::move(helpers));
  work.rethrow();
}

}  // namespace congbo
