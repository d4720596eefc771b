// SPDX-License-Identifier: GPL-3.0-or-later
// Questions that found nothing, for editors: which words citizens use that no page has. Opt-in, and without data of
// persons (PII-01): no address, no time but the day, no question that holds a number as long as a telephone's or a mail
// address, and no words at all until several people have asked the same on one day. Until then only a hash is kept, in
// memory, with a salt that is thrown away at midnight.
#pragma once
#include <cstddef>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "generator/base/instant.h"
#include "generator/base/result.h"

namespace congbo::search {

class UnansweredLog {
 public:
  static constexpr std::size_t least_times = 3;           // a day, before the words are written
  static constexpr std::size_t most_remembered = 10'000;  // different questions a day
  static constexpr std::size_t most_words = 8;            // longer questions are about somebody

  // Lines "day<TAB>times<TAB>words" are appended to `path`; the last one of a day and words holds.
  explicit UnansweredLog(std::string path) : path_(std::move(path)) {}

  void note(std::string_view question, Instant now);

 private:
  const std::string path_;
  std::mutex mutex_;
  std::string day_;  // in Vietnam
  std::string salt_;
  std::map<std::string, std::size_t> times_;  // by salted hash
};

// What a log says, the words most asked for first: "times<TAB>words" a line. Lines that are none are passed over.
std::string unanswered_summary(std::string_view log);

}  // namespace congbo::search
