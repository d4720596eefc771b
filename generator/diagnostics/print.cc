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
  const bool vietnamese = language == Language::vietnamese;
  const auto counted = [&](std::size_t count, std::string_view vi, std::string_view en) {
    if (vietnamese) return std::to_string(count) + " " + std::string(vi);
    return std::to_string(count) + " " + std::string(en) + (count == 1 ? "" : "s");
  };
  const std::size_t errors = found.error_count(), warnings = found.warning_count();
  std::string text;
  if (errors > 0) text = counted(errors, "lỗi", "error");
  if (warnings > 0) text += (text.empty() ? "" : ", ") + counted(warnings, "cảnh báo", "warning");
  if (!text.empty()) return text;
  return vietnamese ? "không có lỗi" : "no errors";
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
