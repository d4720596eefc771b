// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/markdown/findings.h"

#include <algorithm>
#include <utility>

#include "generator/base/lines.h"

namespace congbo::markdown {

std::string_view Findings::line(int number) {
  if (starts_.empty()) starts_ = line_starts(text_);
  return line_of(text_, starts_, number);
}

Place Findings::place(Position where) {
  if (where.line <= 0) return Place{path_, 0, 0, 0};
  const std::string_view text = line(where.line);
  const std::size_t within = std::min(static_cast<std::size_t>(std::max(where.byte_column, 1)) - 1, text.size());
  const bool onward = last_.line == file_line(where.line) && within >= last_within_;
  const std::size_t from = onward ? last_within_ : 0;
  const int before = onward ? last_.column : 1;
  last_ = Place{path_, file_line(where.line),
                before + static_cast<int>(count_code_points(text.substr(from, within - from))),
                static_cast<int>(count_code_points(text.substr(within, where.bytes)))};
  last_within_ = within;
  return last_;
}

void Findings::error(std::string_view code, Position where, std::vector<std::string> arguments,
                     std::string suggestion) {
  if (++errors_ > limit) return;
  found_.add(congbo::error(code, place(where), std::move(arguments), std::move(suggestion)));
}

void Findings::warning(std::string_view code, Position where, std::vector<std::string> arguments,
                       std::string suggestion) {
  if (++warnings_ > limit) return;
  found_.add(congbo::warning(code, place(where), std::move(arguments), std::move(suggestion)));
}

}  // namespace congbo::markdown
