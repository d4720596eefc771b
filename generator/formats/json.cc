// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/formats/json.h"

#include <array>
#include <charconv>
#include <cmath>
#include <system_error>

#include "generator/base/any_of_bytes.h"
#include "generator/formats/plain_text.h"

namespace congbo::formats {
namespace {

enum class Treatment : unsigned char { copy, escape, multibyte };

constexpr std::array<Treatment, 256> make_treatments() {
  std::array<Treatment, 256> table{};
  for (int byte = 0; byte < 0x20; ++byte) table[byte] = Treatment::escape;
  for (const char special : {'"', '\\', '<', '>', '&', '\x7f'})
    table[static_cast<unsigned char>(special)] = Treatment::escape;
  for (int byte = 0x80; byte < 0x100; ++byte) table[byte] = Treatment::multibyte;
  return table;
}
constexpr std::array<Treatment, 256> treatments = make_treatments();

void append_escape(std::string& out, unsigned char byte) {
  static constexpr char digits[] = "0123456789abcdef";
  switch (byte) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      out += "\\u00";
      out += digits[byte >> 4];
      out += digits[byte & 15];
  }
}

bool continues(std::string_view text, std::size_t at, unsigned char low = 0x80, unsigned char high = 0xBF) {
  if (at >= text.size()) return false;
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte >= low && byte <= high;
}

// Bytes of the well-formed sequence at `at` (RFC 3629: no overlong forms, no surrogates), 0 when there is none.
std::size_t sequence_length(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead >= 0xC2 && lead <= 0xDF) return continues(text, at + 1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const unsigned char low = lead == 0xE0 ? 0xA0 : 0x80;
    const unsigned char high = lead == 0xED ? 0x9F : 0xBF;
    return continues(text, at + 1, low, high) && continues(text, at + 2) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const unsigned char low = lead == 0xF0 ? 0x90 : 0x80;
    const unsigned char high = lead == 0xF4 ? 0x8F : 0xBF;
    return continues(text, at + 1, low, high) && continues(text, at + 2) && continues(text, at + 3) ? 4 : 0;
  }
  return 0;
}

// U+2028 and U+2029 end a line in JavaScript before 2019.
bool is_line_separator(std::string_view sequence) {
  return sequence.size() == 3 && sequence[0] == '\xE2' && sequence[1] == '\x80' &&
         (sequence[2] == '\xA8' || sequence[2] == '\xA9');
}

// Text of which nothing but these has to be written otherwise: nearly all.
void append_plain(std::string& out, std::string_view text) {
  while (true) {
    const std::size_t at = find_any_of<'"', '\\', '<', '>', '&', '\n', '\t'>(text);
    out.append(text, 0, at);
    if (at == text.size()) return;
    append_escape(out, static_cast<unsigned char>(text[at]));
    text.remove_prefix(at + 1);
  }
}

void append_text(std::string& out, std::string_view text) {
  if (is_plain_text(text)) return append_plain(out, text);
  std::size_t copied = 0;  // everything before it is written
  const auto flush = [&](std::size_t until) { out.append(text, copied, until - copied); };
  std::size_t at = 0;
  while (at < text.size()) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (treatments[byte] == Treatment::copy) {
      ++at;
      continue;
    }
    const std::size_t length = treatments[byte] == Treatment::escape ? 1 : sequence_length(text, at);
    if (length > 1 && !is_line_separator(text.substr(at, length))) {
      at += length;
      continue;
    }
    flush(at);
    if (length == 0) out += "\xEF\xBF\xBD";
    if (length == 1) append_escape(out, byte);
    if (length == 3) out += text[at + 2] == '\xA8' ? "\\u2028" : "\\u2029";
    at += length == 0 ? 1 : length;
    copied = at;
  }
  flush(at);
}

}  // namespace

void JsonWriter::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (stack_.empty()) return;
  if (!first_) out_ += ',';
  first_ = false;
  if (layout_ == Layout::indented) out_.append("\n").append(2 * stack_.size(), ' ');
}

void JsonWriter::open(char bracket) {
  separate();
  out_ += bracket;
  stack_ += bracket;
  first_ = true;
}

void JsonWriter::close(char bracket) {
  if (!stack_.empty()) stack_.pop_back();
  if (!first_ && layout_ == Layout::indented) out_.append("\n").append(2 * stack_.size(), ' ');
  out_ += bracket;
  first_ = false;
}

JsonWriter& JsonWriter::begin_object() {
  open('{');
  return *this;
}

JsonWriter& JsonWriter::end_object() {
  close('}');
  return *this;
}

JsonWriter& JsonWriter::begin_array() {
  open('[');
  return *this;
}

JsonWriter& JsonWriter::end_array() {
  close(']');
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  out_ += '"';
  append_text(out_, name);
  out_ += layout_ == Layout::indented ? "\": " : "\":";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  separate();
  out_ += '"';
  append_text(out_, text);
  out_ += '"';
  return *this;
}

JsonWriter& JsonWriter::value(std::int64_t number) {
  char digits[24];
  const auto written = std::to_chars(digits, digits + sizeof digits, number);
  return raw(std::string_view(digits, static_cast<std::size_t>(written.ptr - digits)));
}

JsonWriter& JsonWriter::value(double number) {
  if (!std::isfinite(number)) return raw("null");  // JSON has no word for it
  char digits[32];
  const auto written = std::to_chars(digits, digits + sizeof digits, number);
  return raw(std::string_view(digits, static_cast<std::size_t>(written.ptr - digits)));
}

JsonWriter& JsonWriter::value(bool truth) {
  return raw(truth ? "true" : "false");
}

JsonWriter& JsonWriter::raw(std::string_view json) {
  separate();
  out_ += json;
  return *this;
}

JsonWriter& JsonWriter::text_unless_empty(std::string_view name, std::string_view text) {
  return text.empty() ? *this : key(name).value(text);
}

}  // namespace congbo::formats
