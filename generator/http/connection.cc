// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/http/connection.h"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace congbo::http {
namespace {
constexpr std::size_t received_at_once = 4096;
constexpr std::size_t most_left_over = 1 << 20;  // bytes taken after the answer
constexpr std::chrono::milliseconds left_over_time{500};
}  // namespace

Connection::Connection(socket_t socket, const ConnectionLimits& limits, std::string received,
                       std::chrono::steady_clock::time_point begun)
    : socket_(socket),
      limits_(limits),
      request_deadline_(begun + limits.request),
      received_(received.size()),
      buffer_(std::move(received)) {}

bool Connection::wait_for(short events, Clock::time_point deadline) const {
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) return false;
    pollfd waiting{socket_, events, 0};
    const int ready = ::poll(&waiting, 1, static_cast<int>(std::min<long long>(left, 60'000)));
    if (ready > 0) return true;
    if (ready < 0 && errno != EINTR) return false;
  }
}

bool Connection::is_readable() const {
  return begin_ < buffer_.size() || wait_for(POLLIN, request_deadline_);
}

bool Connection::is_writable() const {
  return wait_for(POLLOUT, answer_deadline_ == Clock::time_point{} ? Clock::now() + limits_.answer : answer_deadline_);
}

bool Connection::fill() {
  if (received_ >= limits_.bytes || !wait_for(POLLIN, request_deadline_)) return false;
  begin_ = 0;
  buffer_.resize(std::min(received_at_once, limits_.bytes - received_));
  const ssize_t size = ::recv(socket_, buffer_.data(), buffer_.size(), 0);
  buffer_.resize(static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
  received_ += buffer_.size();
  return !buffer_.empty();
}

ssize_t Connection::read(char* out, std::size_t size) {
  if (begin_ == buffer_.size() && !fill()) return -1;
  const std::size_t taken = std::min(size, buffer_.size() - begin_);
  std::memcpy(out, buffer_.data() + begin_, taken);
  begin_ += taken;
  return static_cast<ssize_t>(taken);
}

ssize_t Connection::write(const char* data, std::size_t size) {
  if (answer_deadline_ == Clock::time_point{}) answer_deadline_ = Clock::now() + limits_.answer;
  if (!wait_for(POLLOUT, answer_deadline_)) return -1;
  return ::send(socket_, data, size, MSG_NOSIGNAL | MSG_DONTWAIT);
}

void Connection::finish() {
  ::shutdown(socket_, SHUT_WR);
  const auto deadline = Clock::now() + left_over_time;
  buffer_.resize(received_at_once);
  for (std::size_t taken = 0; taken < most_left_over && wait_for(POLLIN, deadline);) {
    const ssize_t size = ::recv(socket_, buffer_.data(), buffer_.size(), 0);
    if (size <= 0) return;
    taken += static_cast<std::size_t>(size);
  }
}

}  // namespace congbo::http
