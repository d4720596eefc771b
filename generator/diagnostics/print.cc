// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/diagnostics/print.h"

#include "generator/diagnostics/printers.h"

namespace congbo::diagnostics {

std::string print(const Diagnostics& found, const PrintOptions& options) {
  switch (options.format) {
    case Format::json:
      return print_json(found, options);
    case Format::sarif:
      return print_sarif(found, options);
    case Format::github:
      return print_github(found, options);
    case Format::text:
      break;
  }
  return print_text(found, options);
}

std::string print(const Diagnostic& one, const PrintOptions& options) {
  std::string out;
  append_text(out, one, options);
  return out;
}

std::string summary(const Diagnostics& found, Language language) {
  const std::string errors = std::to_string(found.error_count());
  const std::string warnings = std::to_string(found.warning_count());
  if (language == Language::vietnamese) return errors + " lỗi, " + warnings + " cảnh báo";
  return errors + (found.error_count() == 1 ? " error, " : " errors, ") + warnings +
         (found.warning_count() == 1 ? " warning" : " warnings");
}

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::note:
      break;
  }
  return "note";
}

std::string_view hint_word(Language language) {
  return language == Language::vietnamese ? "gợi ý" : "hint";
}

}  // namespace congbo::diagnostics
