// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "generator/base/parallel_for.h"
#include "tests/support/catch.h"

using namespace congbo;

TEST_CASE("every index is visited exactly once, whatever the threads and the grain") {
  for (const unsigned jobs : {0U, 1U, 2U, 7U, 1000U}) {
    for (const std::size_t grain : {std::size_t{0}, std::size_t{1}, std::size_t{16}, std::size_t{5000}}) {
      for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{15}, std::size_t{1001}}) {
        std::vector<std::atomic<int>> visits(count);
        parallel_for(
            count, jobs, [&](std::size_t i) { ++visits[i]; }, grain);
        int wrong = 0;
        for (const std::atomic<int>& one : visits) wrong += one == 1 ? 0 : 1;
        CAPTURE(jobs, grain, count);
        CHECK(wrong == 0);
      }
    }
  }
}

TEST_CASE("one job runs in the calling thread, in order") {
  std::vector<std::size_t> order;
  const std::thread::id here = std::this_thread::get_id();
  bool elsewhere = false;
  parallel_for(50, 1, [&](std::size_t i) {
    order.push_back(i);
    elsewhere = elsewhere || std::this_thread::get_id() != here;
  });
  CHECK_FALSE(elsewhere);
  REQUIRE(order.size() == 50);
  CHECK(std::is_sorted(order.begin(), order.end()));
}

TEST_CASE("of several failures the one of the lowest index is thrown") {
  for (int repetition = 0; repetition < 50; ++repetition) {
    for (const unsigned jobs : {1U, 2U, 8U}) {
      std::string thrown;
      try {
        parallel_for(
            1000, jobs,
            [](std::size_t i) {
              if (i % 97 == 41) throw std::runtime_error(std::to_string(i));
            },
            4);
      } catch (const std::runtime_error& failure) {
        thrown = failure.what();
      }
      CHECK(thrown == "41");
    }
  }
}

TEST_CASE("no thread is running any more when a failure is thrown") {
  std::atomic<int> running = 0;
  CHECK_THROWS(parallel_for(
      200, 4,
      [&](std::size_t i) {
        ++running;
        std::this_thread::yield();
        --running;
        if (i == 3) throw std::runtime_error("x");
      },
      1));
  CHECK(running == 0);
}

TEST_CASE("there is always at least one thread and never an absurd number") {
  CHECK(effective_jobs(0) >= 1);
  CHECK(effective_jobs(3) == 3);
  CHECK(effective_jobs(4000000000U) <= 256);
}

TEST_CASE("a call within a call, and calls at the same time, each do all their work") {
  std::atomic<int> visits = 0;
  parallel_for(
      8, 4,
      [&](std::size_t) {
        parallel_for(
            100, 4, [&](std::size_t) { ++visits; }, 1);
      },
      1);
  CHECK(visits == 800);
}

TEST_CASE("a child process, which has none of the threads, does all its work") {
  parallel_for(
      100, 4, [](std::size_t) {}, 1);
  const pid_t child = ::fork();
  if (child == 0) {
    std::atomic<int> visits = 0;
    parallel_for(
        100, 4, [&](std::size_t) { ++visits; }, 1);
    std::_Exit(visits == 100 ? 0 : 1);
  }
  int status = -1;
  REQUIRE(::waitpid(child, &status, 0) == child);
  CHECK(status == 0);
}
