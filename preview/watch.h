// SPDX-License-Identifier: GPL-3.0-or-later
// Notices that something under a portal's folder may have changed. Which bytes changed is the snapshot's business.
#pragma once
#include <memory>
#include <string>

namespace congbo::preview {

class Watch {
 public:
  // Watches content/ and layouts/ below `source`, folders made later included. Without inotify (or out of watches)
  // every wait() just ends after half a second.
  explicit Watch(const std::string& source);
  ~Watch();

  // Blocks until something changed and nothing more did for 8 ms (editors write in bursts), or until `timeout_ms`
  // passed. True if something may have changed.
  bool wait(int timeout_ms);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace congbo::preview
