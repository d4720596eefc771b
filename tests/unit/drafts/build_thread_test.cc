// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/drafts/build_thread.h"

#include <set>
#include <stdexcept>
#include <vector>

#include "tests/support/catch.h"

using congbo::drafts::BuildThread;

TEST_CASE("whoever asks, one thread does it, and the asker waits", "[drafts]") {
  BuildThread thread;
  std::mutex mutex;
  std::set<std::thread::id> workers;
  std::vector<int> done(8, 0);
  std::vector<std::thread> askers;
  for (int& mine : done)
    askers.emplace_back([&] {
      thread.run([&] {
        const std::lock_guard lock(mutex);
        workers.insert(std::this_thread::get_id());
        mine = 1;
      });
      mine += 1;  // after it
    });
  for (std::thread& one : askers) one.join();
  CHECK(workers.size() == 1);
  CHECK_FALSE(workers.contains(std::this_thread::get_id()));
  CHECK(done == std::vector<int>(8, 2));
}

TEST_CASE("what goes wrong in the thread is the asker's to hear, and the next is done all the same", "[drafts]") {
  BuildThread thread;
  CHECK_THROWS_AS(thread.run([] { throw std::runtime_error("x"); }), std::runtime_error);
  bool done = false;
  thread.run([&] { done = true; });
  CHECK(done);
}
