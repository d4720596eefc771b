// SPDX-License-Identifier: GPL-3.0-or-later
// One accepted connection with two deadlines and a limit on what it may send. Included by the server alone.
#pragma once
#include <httplib.h>

#include <chrono>
#include <string>

namespace congbo::http {

struct ConnectionLimits {
  std::chrono::milliseconds request;
  std::chrono::milliseconds answer;
  std::size_t bytes = 0;  // request line, headers and body together
};

class Connection final : public httplib::Stream {
 public:
  // `received` since `begun`.
  Connection(socket_t socket, const ConnectionLimits& limits, std::string received,
             std::chrono::steady_clock::time_point begun);

  bool is_readable() const override;
  bool is_writable() const override;
  ssize_t read(char* out, std::size_t size) override;
  ssize_t write(const char* data, std::size_t size) override;
  void get_remote_ip_and_port(std::string&, int&) const override {}  // not asked for, so not known
  void get_local_ip_and_port(std::string&, int&) const override {}
  socket_t socket() const override { return socket_; }

  // Tells the client that the answer is complete and takes what it still sends, so that the answer is not lost to a
  // reset.
  void finish();

 private:
  using Clock = std::chrono::steady_clock;
  bool wait_for(short events, Clock::time_point deadline) const;
  bool fill();

  socket_t socket_;
  ConnectionLimits limits_;
  Clock::time_point request_deadline_;
  Clock::time_point answer_deadline_{};
  std::size_t received_ = 0;
  std::string buffer_;
  std::size_t begin_ = 0;
};

}  // namespace congbo::http
