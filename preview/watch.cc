// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/watch.h"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>
#include <filesystem>
#include <map>
#include <system_error>

namespace congbo::preview {

namespace {

constexpr unsigned interesting = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ONLYDIR;
constexpr int quiet_ms = 8;

bool readable(int descriptor, int timeout_ms) {
  pollfd waiting{descriptor, POLLIN, 0};
  return poll(&waiting, 1, timeout_ms) > 0;
}

}  // namespace

struct Watch::State {
  int descriptor = -1;
  bool complete = true;                // false: some folder could not be watched, so look now and then
  std::map<int, std::string> folders;  // by watch descriptor

  void add(const std::string& folder) {
    const int watch = inotify_add_watch(descriptor, folder.c_str(), interesting);
    if (watch < 0) {
      complete = complete && errno == ENOENT;
      return;
    }
    folders[watch] = folder;
  }

  void add_tree(const std::string& root) {
    add(root);
    std::error_code failure;
    for (std::filesystem::recursive_directory_iterator it(root, failure), end; !failure && it != end;
         it.increment(failure))
      if (it->is_directory(failure) && !it->is_symlink(failure)) add(it->path().string());
  }

  // Empties the queue; new folders are watched as they appear.
  void drain() {
    alignas(inotify_event) char buffer[16384];
    const ssize_t size = read(descriptor, buffer, sizeof buffer);
    for (ssize_t at = 0; at + static_cast<ssize_t>(sizeof(inotify_event)) <= size;) {
      const auto* event = reinterpret_cast<const inotify_event*>(buffer + at);
      const auto folder = folders.find(event->wd);
      if ((event->mask & IN_ISDIR) && event->len > 0 && folder != folders.end())
        add_tree(folder->second + "/" + event->name);
      at += static_cast<ssize_t>(sizeof(inotify_event)) + event->len;
    }
  }
};

Watch::Watch(const std::string& source) : state_(std::make_unique<State>()) {
  state_->descriptor = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  if (state_->descriptor < 0) return;
  state_->add(source);
  state_->add_tree(source + "/content");
  state_->add_tree(source + "/layouts");
}

Watch::~Watch() {
  if (state_->descriptor >= 0) close(state_->descriptor);
}

bool Watch::wait(int timeout_ms) {
  if (state_->descriptor < 0) {
    usleep(static_cast<useconds_t>(timeout_ms) * 1000);
    return true;
  }
  if (!readable(state_->descriptor, timeout_ms)) return !state_->complete;
  do state_->drain();
  while (readable(state_->descriptor, quiet_ms));
  return true;
}

}  // namespace congbo::preview
