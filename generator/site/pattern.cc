// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/site/pattern.h"

#include <regex>

namespace congbo::site {

class Pattern {
 public:
  // __polynomial is libstdc++'s switch to the matcher that does not backtrack: an expression such as (a+)+ stays
  // harmless.
  explicit Pattern(const std::string& expression)
      : expression_(expression, std::regex_constants::ECMAScript | std::regex_constants::__polynomial) {}
  bool whole(std::string_view text) const { return std::regex_match(text.begin(), text.end(), expression_); }

 private:
  std::regex expression_;
};

std::shared_ptr<const Pattern> compile_pattern(const std::string& expression) {
  if (expression.size() > maximum_matched_bytes) return nullptr;
  try {
    return std::make_shared<const Pattern>(expression);
  } catch (const std::regex_error&) {
    return nullptr;
  }
}

bool matches(const Pattern& pattern, std::string_view text) {
  if (text.size() > maximum_matched_bytes) return false;
  try {
    return pattern.whole(text);
  } catch (const std::regex_error&) {
    return false;
  }
}

}  // namespace congbo::site
