// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/server/metrics.h"

#include <algorithm>
#include <cstdio>

namespace congbo::search {
namespace {

constexpr std::array asked_names = {"page", "api", "feed", "suggestions"};
constexpr std::array outcome_names = {"found", "nothing", "refused", "failed"};

std::string number(double value) {
  std::array<char, 32> text{};
  const int length = std::snprintf(text.data(), text.size(), "%g", value);
  return {text.data(), static_cast<std::size_t>(length)};
}

}  // namespace

void Metrics::count(Asked asked, Outcome outcome, double seconds) {
  ++requests_[static_cast<std::size_t>(asked)][static_cast<std::size_t>(outcome)];
  const auto bound = std::lower_bound(bounds.begin(), bounds.end(), seconds);
  ++within_[static_cast<std::size_t>(bound - bounds.begin())];
  microseconds_ += static_cast<std::uint64_t>(seconds * 1e6);
}

std::string Metrics::text() const {
  std::string text =
      "# HELP congbo_search_requests_total Searches answered since the start.\n"
      "# TYPE congbo_search_requests_total counter\n";
  for (std::size_t asked = 0; asked < asked_kinds; ++asked)
    for (std::size_t outcome = 0; outcome < outcomes; ++outcome)
      text += std::string("congbo_search_requests_total{asked=\"") + asked_names[asked] + "\",outcome=\"" +
              outcome_names[outcome] + "\"} " + std::to_string(requests_[asked][outcome]) + "\n";
  text += "# HELP congbo_search_seconds Time taken to answer.\n# TYPE congbo_search_seconds histogram\n";
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < within_.size(); ++i) {
    sum += within_[i];
    const std::string bound = i < bounds.size() ? number(bounds[i]) : "+Inf";
    text += "congbo_search_seconds_bucket{le=\"" + bound + "\"} " + std::to_string(sum) + "\n";
  }
  text += "congbo_search_seconds_sum " + number(static_cast<double>(microseconds_) / 1e6) + "\n";
  return text + "congbo_search_seconds_count " + std::to_string(sum) + "\n";
}

}  // namespace congbo::search
