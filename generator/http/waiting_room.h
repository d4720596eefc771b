// SPDX-License-Identifier: GPL-3.0-or-later
// Connections whose request has not come yet. One thread minds all of them: a client that is slow to ask costs a
// descriptor, and no thread of those that answer. Included by the server alone.
#pragma once
#include <chrono>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace congbo::http {

class WaitingRoom {
 public:
  using Clock = std::chrono::steady_clock;
  struct Guest {
    int socket = -1;
    std::string received;
    Clock::time_point since;
    bool gone = false;  // used inside
  };
  struct Limits {
    std::chrono::milliseconds patience;  // who takes longer is shown out
    std::size_t bytes = 0;               // of a request's headers
    std::size_t guests = 0;              // of more, who has waited longest is shown out
  };

  // `call` takes over the connection of a guest whose headers are there, who has sent as much as headers may be, or
  // who sends no more; from any thread.
  WaitingRoom(const Limits& limits, std::function<void(Guest)> call);
  ~WaitingRoom() { close(); }
  // Takes the connection over.
  void enter(int socket);
  // Calls those whose headers have come by now and shows the others out.
  void close();

 private:
  enum class State { waiting, ready, lost };
  State receive(Guest& guest) const;
  void settle(Guest& guest, State state);
  void turn(int milliseconds);
  int until_next_deadline() const;
  void run();
  void wake() const;

  Limits limits_;
  std::function<void(Guest)> call_;
  int woken_ = -1;  // eventfd
  std::mutex mutex_;
  std::vector<Guest> entering_;
  bool closing_ = false;
  std::vector<Guest> guests_;  // in order of their coming; of the thread alone
  std::thread thread_;
};

}  // namespace congbo::http
