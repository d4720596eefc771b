// SPDX-License-Identifier: GPL-3.0-or-later
// Included by the server alone.
#pragma once
#include <httplib.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <utility>

#include "generator/http/connection.h"
#include "generator/http/server.h"
#include "generator/http/waiting_room.h"

namespace congbo::http {

inline constexpr std::size_t header_bytes = 64 * 1024;  // request line and headers together

// The library's server with our own connections: one request each, deadlines over the whole of it, and a thread only
// when its headers have come.
class LibraryServer final : public httplib::Server {
 public:
  LibraryServer(ConnectionLimits limits, const ServerOptions& options)
      : limits_(limits),
        threads_(std::max(1U, options.threads)),
        waiting_(options.waiting_clients),
        drain_(options.drain_milliseconds) {
    new_task_queue = [] { return new AtOnce; };
  }

  void open() {
    workers_ = std::make_unique<httplib::ThreadPool>(threads_);
    room_ = std::make_unique<WaitingRoom>(WaitingRoom::Limits{limits_.request, header_bytes, waiting_},
                                          [this](WaitingRoom::Guest guest) { call(std::move(guest)); });
  }

  // When nobody comes in any more: who has asked is answered, within the time for it.
  void close() {
    if (!room_) return;
    room_->close();
    {
      std::unique_lock lock(mutex_);
      all_answered_.wait_for(lock, drain_, [this] { return unanswered_ == 0; });
      abandoned_ = true;
      for (const socket_t socket : answering_) ::shutdown(socket, SHUT_RDWR);
    }
    workers_->shutdown();
    room_ = nullptr;
  }

 private:
  // What the library does with an accepted connection takes no time here.
  struct AtOnce final : httplib::TaskQueue {
    void enqueue(std::function<void()> task) override { task(); }
    void shutdown() override {}
  };

  bool process_and_close_socket(socket_t socket) override {
    room_->enter(socket);
    return true;
  }

  void call(WaitingRoom::Guest guest) {
    {
      const std::lock_guard lock(mutex_);
      ++unanswered_;
    }
    workers_->enqueue([this, guest = std::move(guest)]() mutable { answer(std::move(guest)); });
  }

  void answer(WaitingRoom::Guest guest) {
    const socket_t socket = guest.socket;
    if (begin_answering(socket)) {
      try {
        Connection connection(socket, limits_, std::move(guest.received), guest.since);
        bool closed = false;
        if (process_request(connection, true, closed, [](httplib::Request& request) { simplify(request); }) || closed)
          connection.finish();
      } catch (...) {  // nothing may leave a worker thread
      }
    }
    const std::lock_guard lock(mutex_);
    answering_.erase(socket);
    ::close(socket);
    if (--unanswered_ == 0) all_answered_.notify_all();
  }

  bool begin_answering(socket_t socket) {
    const std::lock_guard lock(mutex_);
    return !abandoned_ && answering_.insert(socket).second;
  }

  // Many small ranges make a short request ask for a huge answer; brotli takes too long for pages made on demand.
  static void simplify(httplib::Request& request) {
    request.ranges.clear();
    const bool gzip = request.get_header_value("Accept-Encoding").find("gzip") != std::string::npos;
    request.headers.erase("Accept-Encoding");
    if (gzip) request.set_header("Accept-Encoding", "gzip");
  }

  ConnectionLimits limits_;
  unsigned threads_, waiting_;
  std::chrono::milliseconds drain_;
  std::mutex mutex_;
  std::condition_variable all_answered_;
  std::size_t unanswered_ = 0;    // that have been called
  std::set<socket_t> answering_;  // whose answers are being made or taken
  bool abandoned_ = false;
  std::unique_ptr<httplib::ThreadPool> workers_;
  std::unique_ptr<WaitingRoom> room_;
};

}  // namespace congbo::http
