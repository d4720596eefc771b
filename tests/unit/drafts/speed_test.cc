// SPDX-License-Identifier: GPL-3.0-or-later
// How long the first page of a branch takes, and what a branch costs. Hidden, because it needs a large portal: bench/
// gen_corpus.py makes one; each branch of the repository is opened, main first:
//   CONGBO_REPOSITORY=DIR test_drafts "[.speed]"
#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>

#include "preview/drafts/editions.h"
#include "tests/support/catch.h"

using namespace congbo;
using namespace congbo::drafts;

TEST_CASE("the first page of a further branch takes less than 150 ms", "[.speed]") {
  const char* folder = std::getenv("CONGBO_REPOSITORY");
  if (!folder) {
    WARN("CONGBO_REPOSITORY names no repository");
    return;
  }
  EditionsRequest request;
  request.repository = *provenance::Drafts::open(folder);
  request.now = parse_instant("2026-11-24T08:00");
  const std::string main = *request.repository->main_branch();
  std::vector<provenance::Branch> heads = *request.repository->branches();
  std::stable_partition(heads.begin(), heads.end(), [&](const auto& head) { return head.name == main; });
  const std::string main_tip = heads.front().tip;
  Editions editions(std::move(request));
  for (const auto& head : heads) {
    const std::size_t before = ::mallinfo2().uordblks;
    const auto start = std::chrono::steady_clock::now();
    const auto edition = *editions.get({head.tip == main_tip ? "" : main_tip, head.tip, {}});
    const double taken = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    std::string stages;
    for (const StageTime& stage : edition->stages)
      stages += " " + std::string(stage.stage) + " " +
                std::to_string(static_cast<int>(stage.seconds * 1e4) / 10.0).substr(0, 5);
    WARN(head.name << ": " << taken * 1e3 << " ms, " << (::mallinfo2().uordblks - before) / 1e6 << " MB:" << stages);
  }
}
