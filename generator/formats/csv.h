// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of comma separated values (RFC 4180): those we publish and those that authors bring.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/base/diagnostic.h"

namespace congbo::formats {

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";  // without it Excel does not read UTF-8

// Appends rows, each ended by CR LF. A text cell that a spreadsheet would run as a formula (it begins with = + - @, a
// tab or a carriage return) gets an apostrophe in front; plain numbers such as -12.5 are left alone.
class CsvWriter {
 public:
  enum class Part { file, rows };  // a whole file begins with a byte order mark
  explicit CsvWriter(Part part = Part::file) : out_(part == Part::file ? byte_order_mark : std::string_view()) {}
  CsvWriter& cell(std::string_view text);
  void end_row();
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
  bool first_ = true;
};

struct CsvLimits {
  std::size_t bytes = 1'000'000;
  std::size_t rows = 5'000;  // without the header
  std::size_t columns = 50;
};

// How a table writes quantities: 18402.5 or, where ";" separates the cells, 18.402,5.
enum class NumberStyle { plain, vietnamese };

struct CsvTable {
  NumberStyle numbers = NumberStyle::plain;
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;  // each as wide as the header
  bool empty() const { return header.empty(); }
};

// Reads a table whose first row names the columns. The separator is "," or ";", whichever the first row has more of;
// a byte order mark and empty lines are skipped. What is wrong (bytes, quotes, widths, bounds) goes to `found` with its
// place in `path`, at most ten findings; the table is empty then.
CsvTable read_csv(std::string_view text, const std::string& path, const CsvLimits& limits, Diagnostics& found);

// A quantity as people write it in tables: "18402", "18,402.5", "-3", "98.9%"; in Vietnamese style "18.402,5". False
// for anything else, so also for groups that are not of three digits.
bool read_quantity(std::string_view text, NumberStyle style, double& value);

}  // namespace congbo::formats
