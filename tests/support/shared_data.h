// SPDX-License-Identifier: GPL-3.0-or-later
// Data that is too large for the repository and lies beside it. A test that needs it does nothing where it is absent,
// and says so; in continuous integration its absence is a failure.
#pragma once
#include <cstdlib>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace congbo::test {

inline std::optional<std::string> shared_data(const std::string& path) {
  std::ifstream file(std::string(CONGBO_SOURCE_DIR) + "/../shared/data/" + path, std::ios::binary);
  if (file) {
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
  }
  const char* continuous_integration = std::getenv("CI");
  if (continuous_integration != nullptr && std::string(continuous_integration) == "true") FAIL("data missing: " + path);
  WARN("skipped, data not here: " + path);
  return std::nullopt;
}

inline std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

}  // namespace congbo::test
