// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/base/parallel_for.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
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
  {
    std::vector<std::jthread> others;
    others.reserve(threads - 1);
    try {
      while (others.size() + 1 < threads) others.emplace_back([&work] { work.run(); });
    } catch (const std::system_error&) {
      // The system gives no more threads: those that run, and this one, do the work.
    }
    work.run();
  }
  work.rethrow();
}

}  // namespace congbo
