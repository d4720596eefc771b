// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/http/waiting_room.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <iterator>
#include <utility>

namespace congbo::http {
namespace {
constexpr std::string_view end_of_headers = "\r\n\r\n";
}

WaitingRoom::WaitingRoom(const Limits& limits, std::function<void(Guest)> call)
    : limits_(limits), call_(std::move(call)), woken_(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
  thread_ = std::thread([this] { run(); });
}

// Most requests are here by now, and need not wait for another thread to see it.
void WaitingRoom::enter(int socket) {
  Guest guest{socket, {}, Clock::now()};
  const State state = receive(guest);
  if (state != State::waiting) return settle(guest, state);
  {
    const std::lock_guard lock(mutex_);
    entering_.push_back(std::move(guest));
  }
  wake();
}

void WaitingRoom::close() {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    closing_ = true;
  }
  wake();
  thread_.join();
  ::close(woken_);
}

void WaitingRoom::wake() const {
  const std::uint64_t one = 1;
  [[maybe_unused]] const ssize_t written = ::write(woken_, &one, sizeof one);
}

WaitingRoom::State WaitingRoom::receive(Guest& guest) const {
  std::array<char, 4096> buffer;
  for (;;) {
    const ssize_t size = ::recv(guest.socket, buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) return errno == EAGAIN || errno == EWOULDBLOCK ? State::waiting : State::lost;
    if (size == 0) return guest.received.empty() ? State::lost : State::ready;
    const std::size_t seen = guest.received.size() - std::min(guest.received.size(), end_of_headers.size() - 1);
    guest.received.append(buffer.data(), static_cast<std::size_t>(size));
    if (guest.received.find(end_of_headers, seen) != std::string::npos) return State::ready;
    if (guest.received.size() >= limits_.bytes) return State::ready;
  }
}

void WaitingRoom::settle(Guest& guest, State state) {
  if (state == State::waiting) return;
  guest.gone = true;
  if (state == State::ready)
    call_(std::move(guest));
  else
    ::close(guest.socket);
}

int WaitingRoom::until_next_deadline() const {
  if (guests_.empty()) return -1;
  const auto left =
      std::chrono::duration_cast<std::chrono::milliseconds>(guests_.front().since + limits_.patience - Clock::now());
  return static_cast<int>(std::clamp<long long>(left.count() + 1, 0, 60'000));
}

// Waits so long at most for anything to happen, and sees to it.
void WaitingRoom::turn(int milliseconds) {
  std::vector<pollfd> watched{{woken_, POLLIN, 0}};
  for (const Guest& guest : guests_) watched.push_back({guest.socket, POLLIN, 0});
  ::poll(watched.data(), watched.size(), milliseconds);
  std::uint64_t ignored = 0;
  [[maybe_unused]] const ssize_t read = ::read(woken_, &ignored, sizeof ignored);
  const Clock::time_point latest = Clock::now() - limits_.patience;
  for (std::size_t i = 0; i < guests_.size(); ++i) {
    Guest& guest = guests_[i];
    if (watched[i + 1].revents != 0) settle(guest, receive(guest));
    if (!guest.gone && guest.since <= latest) settle(guest, State::lost);
  }
  guests_.erase(std::remove_if(guests_.begin(), guests_.end(), [](const Guest& guest) { return guest.gone; }),
                guests_.end());
}

void WaitingRoom::run() {
  for (bool closing = false; !closing;) {
    turn(until_next_deadline());
    {
      const std::lock_guard lock(mutex_);
      std::move(entering_.begin(), entering_.end(), std::back_inserter(guests_));
      entering_.clear();
      closing = closing_;
    }
    const std::size_t over = guests_.size() - std::min(guests_.size(), limits_.guests);
    for (std::size_t i = 0; i < over; ++i) ::close(guests_[i].socket);
    guests_.erase(guests_.begin(), guests_.begin() + static_cast<std::ptrdiff_t>(over));
  }
  turn(0);
  for (const Guest& guest : guests_) ::close(guest.socket);
}

}  // namespace congbo::http
