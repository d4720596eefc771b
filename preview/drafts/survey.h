// SPDX-License-Identifier: GPL-3.0-or-later
// What the list says of each draft, found beside the readers: a thread of its own looks at one draft after another.
#pragma once
#include <condition_variable>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "preview/drafts/editions.h"

namespace congbo::drafts {

struct ChangedPage {
  std::string title, url, source;  // url: with the placeholder host; empty where the draft takes the page away
  std::string unit;                // name; of a sub-portal without one its name
};

struct DraftFacts {
  std::vector<ChangedPage> pages;   // whose files the draft wrote
  std::optional<Instant> deadline;  // the nearest of them
  std::size_t files = 0, conflicts = 0;
  Diagnostics found;  // what the checks say of the draft and do not say of the main branch
};

// Looks at one draft now. Fails as Editions::get does.
Result<std::shared_ptr<const DraftFacts>> look_at_draft(Editions& editions, const std::string& main,
                                                        const std::string& tip, const Diagnostics& found_in_main);

class Survey {
 public:
  explicit Survey(std::shared_ptr<Editions> editions);
  ~Survey();
  // Null while nobody has looked yet; it is looked at soon.
  std::shared_ptr<const DraftFacts> facts(const std::string& main, const std::string& tip);

 private:
  using Pair = std::pair<std::string, std::string>;  // main, tip
  void work();
  void look(const Pair& wanted);

  std::shared_ptr<Editions> editions_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Pair> waiting_;
  std::map<Pair, std::shared_ptr<const DraftFacts>> known_;
  std::string checked_main_;  // for the working thread only, as the next
  Diagnostics found_in_main_;
  bool stop_ = false;
  std::thread worker_;
};

}  // namespace congbo::drafts
