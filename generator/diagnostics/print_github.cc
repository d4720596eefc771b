// SPDX-License-Identifier: GPL-3.0-or-later
// Annotations of a pull request: "::error file=…,line=…,col=…,title=…::message". What is written is escaped as the
// runner's own toolkit does, so that no text of an author can start another command.
#include "generator/diagnostics/code_frame.h"
#include "generator/diagnostics/printers.h"

namespace congbo::diagnostics {
namespace {

enum class Position { property, message };

std::string escaped(std::string_view text, Position position) {
  std::string out;
  out.reserve(text.size());
  for (const char byte : text) {
    const bool in_property = position == Position::property;
    if (byte == '%')
      out += "%25";
    else if (byte == '\r')
      out += "%0D";
    else if (byte == '\n')
      out += "%0A";
    else if (byte == ':' && in_property)
      out += "%3A";
    else if (byte == ',' && in_property)
      out += "%2C";
    else
      out += byte;
  }
  return out;
}

std::string_view command(Severity severity) {
  return severity == Severity::note ? std::string_view("notice") : severity_name(severity);
}

void append_property(std::string& out, std::string_view name, std::string_view value) {
  if (!out.empty()) out += ',';
  out.append(name).append("=").append(value);
}

std::string properties(const Diagnostic& one) {
  std::string out;
  if (!one.where.file.empty()) {
    append_property(out, "file", escaped(one.where.file, Position::property));
    if (one.where.line > 0) append_property(out, "line", std::to_string(one.where.line));
    if (one.where.line > 0 && one.where.column > 0) append_property(out, "col", std::to_string(one.where.column));
  }
  append_property(out, "title", escaped(one.code, Position::property));
  return out;
}

}  // namespace

std::string print_github(const Diagnostics& found, const PrintOptions& options) {
  std::string out;
  for (const Diagnostic& one : found.all()) {
    std::string text = harmless(message(one, options.language));
    const std::string advice = hint(one, options.language);
    if (!advice.empty()) text.append("\n").append(hint_word(options.language)).append(": ").append(harmless(advice));
    out.append("::").append(command(one.severity)).append(" ").append(properties(one)).append("::");
    out.append(escaped(text, Position::message)).append("\n");
  }
  return out;
}

}  // namespace congbo::diagnostics
