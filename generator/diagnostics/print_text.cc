// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/diagnostics/code_frame.h"
#include "generator/diagnostics/printers.h"

namespace congbo::diagnostics {
namespace {

constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view red = "\x1b[1;31m";
constexpr std::string_view yellow = "\x1b[1;33m";
constexpr std::string_view cyan = "\x1b[1;36m";
constexpr std::string_view green = "\x1b[1;32m";
constexpr std::string_view plain = "\x1b[0m";

void append_coloured(std::string& out, std::string_view colour, std::string_view text, Colour wanted) {
  if (wanted == Colour::on) out.append(colour);
  out.append(text);
  if (wanted == Colour::on) out.append(plain);
}

std::string_view severity_word(Severity severity, Language language) {
  if (language == Language::english) return severity_name(severity);
  switch (severity) {
    case Severity::error:
      return "lỗi";
    case Severity::warning:
      return "cảnh báo";
    case Severity::note:
      break;
  }
  return "lưu ý";
}

std::string_view severity_colour(Severity severity) {
  switch (severity) {
    case Severity::error:
      return red;
    case Severity::warning:
      return yellow;
    case Severity::note:
      break;
  }
  return cyan;
}

// "a.md:4:1: ", with as much of it as is known.
std::string place_text(const Place& where) {
  if (where.file.empty()) return {};
  std::string out = harmless(where.file);
  if (where.line > 0) out.append(":").append(std::to_string(where.line));
  if (where.line > 0 && where.column > 0) out.append(":").append(std::to_string(where.column));
  return out + ": ";
}

// Reports are kept where many can read them: a line that holds a key or a person's data is not repeated.
bool is_confidential(std::string_view code) {
  return code.starts_with("personal-") || code == "secret-key" || code == "secret-password";
}

void append_frame(std::string& out, const Place& where, const PrintOptions& options) {
  if (!options.source_line || where.file.empty() || where.line <= 0) return;
  const std::string line = options.source_line(where.file, where.line);
  if (line.empty()) return;
  const CodeFrame frame = frame_of(line, where.column, where.length);
  std::string number = "    ";
  number += std::to_string(where.line);
  out += number + " | " + frame.line + "\n";
  if (frame.underline.empty()) return;
  out.append(number.size() + 3, ' ');
  out += frame.indent;
  append_coloured(out, green, frame.underline, options.colour);
  out += "\n";
}

}  // namespace

void append_text(std::string& out, const Diagnostic& one, const PrintOptions& options) {
  append_coloured(out, bold, place_text(one.where), options.colour);
  append_coloured(out, severity_colour(one.severity),
                  std::string(severity_word(one.severity, options.language)) + "[" + one.code + "]", options.colour);
  out.append(": ").append(harmless(message(one, options.language))).append("\n");
  if (!is_confidential(one.code)) append_frame(out, one.where, options);
  const std::string advice = hint(one, options.language);
  if (advice.empty()) return;
  out += "  ";
  append_coloured(out, cyan, std::string(hint_word(options.language)) + ":", options.colour);
  out.append(" ").append(harmless(advice)).append("\n");
}

std::string print_text(const Diagnostics& found, const PrintOptions& options) {
  std::string out;
  for (const Diagnostic& one : found.all()) append_text(out, one, options);
  return out;
}

}  // namespace congbo::diagnostics
