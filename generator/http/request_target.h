// SPDX-License-Identifier: GPL-3.0-or-later
// The address line of a request, decoded by our own strict rules before any handler sees it.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace congbo::http {

struct RequestTarget {
  std::string path;
  std::multimap<std::string, std::string> parameters;
};

// "/tim-kiem?q=%C4%91%E1%BA%A5t" → path and parameters. Nothing if the path does not start with "/", has a wrong
// escape, a control character, a backslash, a "." or ".." part, or if anything is not UTF-8 or there are over 100
// parameters.
std::optional<RequestTarget> parse_target(std::string_view target);

}  // namespace congbo::http
