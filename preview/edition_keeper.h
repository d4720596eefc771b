// SPDX-License-Identifier: GPL-3.0-or-later
// The edition a preview shows, rebuilt in the background whenever the work folder (or the branch) changes. Readers take
// the current one and are never blocked by a rebuild.
#pragma once
#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "generator/base/instant.h"
#include "generator/base/result.h"
#include "generator/pipeline/pipeline.h"

namespace congbo::preview {

class Watch;

struct Shown {
  std::shared_ptr<const pipeline::Site> site;  // the newest whose layouts were in order
  Diagnostics found;                           // of the newest build, which may be later than `site`
  std::uint64_t version = 0;                   // grows with every rebuild, and when the rules find something else
  std::vector<StageTime> stages;               // what the rebuild took
};

struct KeepRequest {
  std::string source;
  std::string ref;  // empty: the work folder
  std::map<std::string, std::string> layouts;
  std::optional<Instant> now;                            // none: the clock, read at every rebuild
  std::string local_hosts;                               // see pipeline::PrepareRequest
  std::shared_ptr<const history::History> history = {};  // the release log as it was at the start; may be null
  std::shared_ptr<images::Workshop> pictures = {};
  std::shared_ptr<attachments::Reader> attachments = {};
};

class EditionKeeper {
 public:
  // Builds the first edition; fails where the source cannot be read. Then watches until destroyed.
  static Result<std::unique_ptr<EditionKeeper>> start(KeepRequest request);
  ~EditionKeeper();

  std::shared_ptr<const Shown> shown() const;

 private:
  explicit EditionKeeper(KeepRequest request);
  Result<Done> rebuild();
  void show(std::shared_ptr<Shown> next);
  Result<std::shared_ptr<const Snapshot>> open_snapshot() const;
  bool is_outdated(const Snapshot& snapshot) const;
  bool make_pictures(Watch& watch);  // true: left off, because the content changed
  void watch_until_stopped();

  KeepRequest request_;
  std::unique_ptr<FileSystem> files_;
  std::shared_ptr<pipeline::PageCache> cache_;
  Diagnostics rules_found_;  // of the last run of the rules; for the watching thread only
  mutable std::mutex mutex_;
  std::shared_ptr<const Shown> shown_;
  std::atomic<bool> stop_{false};
  std::thread watcher_;
};

}  // namespace congbo::preview
