// SPDX-License-Identifier: GPL-3.0-or-later
// One message about one place, as data. The words (Vietnamese and English) are in generator/diagnostics, looked up by
// `code`; nothing here knows a sentence. Printers: text with caret, JSON, SARIF, GitHub annotations.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace congbo {

enum class Severity { error, warning, note };

// Where something stands. Lines and columns count from 1, columns in code points; 0 means unknown.
struct Place {
  std::string file = {};  // path within the source tree, "/" between folders; empty for none
  int line = 0;
  int column = 0;
  int length = 0;  // code points to underline from `column` on; 0 and 1 both print a single caret

  bool operator==(const Place&) const = default;
};

struct Diagnostic {
  Severity severity = Severity::error;
  std::string code = {};  // stable, kebab case: "field-unknown"; a row of the catalogue
  Place where = {};
  std::vector<std::string> arguments = {};  // what the catalogue's message refers to as {0}, {1}, …
  std::string suggestion = {};              // nearest known name or the text to write; empty for none

  bool operator==(const Diagnostic&) const = default;
};

Diagnostic error(std::string_view code, Place where, std::vector<std::string> arguments = {},
                 std::string suggestion = {});
Diagnostic warning(std::string_view code, Place where, std::vector<std::string> arguments = {},
                   std::string suggestion = {});
Diagnostic note(std::string_view code, Place where, std::vector<std::string> arguments = {},
                std::string suggestion = {});

// What a stage found, in the order found. Not shared between threads: parallel work fills one each and appends in
// order.
class Diagnostics {
 public:
  void add(Diagnostic found);
  void append(Diagnostics&& others);
  // By file, line, column, severity, code: the order of printing, the same on every machine.
  void sort();
  bool has_errors() const { return errors_ > 0; }
  std::size_t error_count() const { return errors_; }
  std::size_t warning_count() const { return warnings_; }
  const std::vector<Diagnostic>& all() const { return all_; }
  bool empty() const { return all_.empty(); }

 private:
  std::vector<Diagnostic> all_;
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
};

}  // namespace congbo
