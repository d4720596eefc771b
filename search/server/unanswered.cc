// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/server/unanswered.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <random>
#include <set>
#include <vector>

#include "generator/base/content_hash.h"
#include "generator/base/lines.h"
#include "generator/base/unicode.h"
#include "search/concepts.h"

namespace congbo::search {
namespace {

constexpr std::size_t longest_number = 5;  // a year or a number of a document; more may be a person's

std::string random_salt() {
  std::random_device device;
  std::string salt;
  for (int i = 0; i < 8; ++i) salt += std::to_string(device()) + ".";
  return salt;
}

bool may_name_somebody(std::string_view question, std::string_view words) {
  if (question.find('@') != std::string_view::npos) return true;
  if (static_cast<std::size_t>(std::count(words.begin(), words.end(), ' ')) >= UnansweredLog::most_words) return true;
  return std::count_if(question.begin(), question.end(), [](char c) { return c >= '0' && c <= '9'; }) >
         static_cast<std::ptrdiff_t>(longest_number);
}

}  // namespace

void UnansweredLog::note(std::string_view question, Instant now) {
  const std::string words = folded_words(question);
  if (words.empty() || may_name_somebody(question, words)) return;
  const std::lock_guard<std::mutex> lock(mutex_);
  if (std::string day = to_text(date_of(now)); day != day_) {
    day_ = std::move(day);
    salt_ = random_salt();
    times_.clear();
  }
  const std::string key = sha256_hex(salt_ + words);
  if (times_.size() >= most_remembered && !times_.contains(key)) return;
  const std::size_t times = ++times_[key];
  if (times < least_times) return;
  std::ofstream(path_, std::ios::binary | std::ios::app) << day_ << '\t' << times << '\t' << words << '\n';
}

std::string unanswered_summary(std::string_view log) {
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> by_day;  // day, words
  each_line(log, [&by_day](std::string_view line) {
    const std::vector<std::string_view> fields = fields_of(line);
    std::size_t times = 0;
    if (fields.size() == 3 && !fields[2].empty() &&
        std::from_chars(fields[1].data(), fields[1].data() + fields[1].size(), times).ec == std::errc{})
      by_day[{fields[0], fields[2]}] = times;
  });
  std::map<std::string_view, std::size_t> all;
  for (const auto& [day_and_words, times] : by_day) all[day_and_words.second] += times;
  std::set<std::pair<std::size_t, std::string_view>, std::greater<>> most_first;
  for (const auto& [words, times] : all) most_first.insert({times, words});
  std::string text;
  for (const auto& [times, words] : most_first) text += std::to_string(times) + "\t" + std::string(words) + "\n";
  return text;
}

}  // namespace congbo::search
