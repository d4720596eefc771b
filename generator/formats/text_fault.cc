// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/formats/text_fault.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "generator/base/legacy_vietnamese.h"
#include "generator/base/source_text.h"
#include "generator/base/unicode.h"
#include "generator/formats/plain_text.h"

namespace congbo::formats {
namespace {

// Bytes that may start something refused: controls, and the lead bytes of U+0080–U+00BF, U+2000–U+2FFF and everything
// from U+E000 on. Written without branches so that a block of them is one vector operation.
constexpr bool is_suspect(unsigned char byte) {
  return ((byte < 0x20) & (byte != '\n') & (byte != '\t')) | (byte == 0x7F) | (byte == 0xC2) | (byte == 0xE2) |
         (byte >= 0xEE);
}

constexpr std::size_t block_size = 32;

bool block_has_suspects(const char* block) {
  unsigned char any = 0;
  for (std::size_t at = 0; at < block_size; ++at)
    any |= static_cast<unsigned char>(is_suspect(static_cast<unsigned char>(block[at])));
  return any != 0;
}

std::size_t sequence_length(unsigned char lead) {
  return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

// The code point of the sequence that starts at `at`; 0 for one that is cut short by the end of the text.
char32_t decode(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t length = sequence_length(lead);
  if (at + length > text.size()) return 0;
  if (length == 1) return lead;
  char32_t point = lead & (0xFF >> (length + 1));
  for (std::size_t next = at + 1; next < at + length; ++next)
    point = point << 6 | (static_cast<unsigned char>(text[next]) & 0x3F);
  return point;
}

// U+2028 and U+2029 count as controls: YAML and JavaScript take them for line ends, editors do not show them.
bool is_control(char32_t point) {
  return point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0x2028 || point == 0x2029;
}

bool is_private_use(char32_t point) {
  return (point >= 0xE000 && point <= 0xF8FF) || point >= 0xF0000;
}

// Turns the direction of what follows: readers would see other words than the machine («fdp.exe» as «exe.pdf»).
bool is_direction(char32_t point) {
  return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
}

std::string hexadecimal(std::string_view prefix, std::uint32_t number, std::size_t width) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string reversed;
  for (; number > 0 || reversed.size() < width; number >>= 4) reversed += digits[number & 15];
  std::string out(prefix);
  return out.append(reversed.rbegin(), reversed.rend());
}

std::string_view fault_code(std::string_view text, std::size_t at, char32_t point) {
  if (point == '\r') return at + 1 < text.size() && text[at + 1] == '\n' ? "" : "text-control-character";
  if (is_control(point)) return "text-control-character";
  if (is_private_use(point)) return "text-private-use";
  if (is_direction(point)) return "text-direction";
  return point == 0xFEFF ? "text-bom-inside" : "";
}

std::optional<TextFault> first_refused_character(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    while (at % block_size == 0 && at + block_size < text.size() && !block_has_suspects(text.data() + at))
      at += block_size;
    const auto byte = static_cast<unsigned char>(text[at]);
    if (!is_suspect(byte)) continue;
    const char32_t point = decode(text, at);
    const std::string_view code = fault_code(text, at, point);
    if (!code.empty()) return TextFault{code, at, sequence_length(byte), hexadecimal("U+", point, 4)};
  }
  return std::nullopt;
}

Place place_of(std::string_view text, const std::string& path, int first_line, std::size_t offset, std::size_t length) {
  Place place = SourceText(path, std::string(text)).place(offset, length);
  place.line += first_line - 1;
  return place;
}

constexpr std::size_t recognised_bytes = 64'000;  // enough to know an encoding by
constexpr std::size_t shown_bytes = 120;

// The line that holds `offset`, as it reads in the encoding.
std::string readable_line(std::string_view text, std::size_t offset, LegacyEncoding encoding) {
  const std::size_t start = text.rfind('\n', offset) + 1;
  const std::size_t end = std::min(text.find('\n', offset), start + shown_bytes);
  return from_legacy(text.substr(start, std::min(end, text.size()) - start), encoding, LegacyShape::bytes);
}

// Bytes that are no UTF-8 are often Vietnamese of another time: then the way out can be named.
Diagnostic fault_found(std::string_view text, const TextFault& fault, Place where) {
  if (fault.code == "text-not-utf8")
    if (const auto encoding = recognise_legacy(text.substr(0, recognised_bytes), LegacyShape::bytes))
      return error("text-legacy-encoding", std::move(where), {std::string(name_of(*encoding))},
                   readable_line(text, fault.offset, *encoding));
  return error(fault.code, std::move(where), {fault.shown});
}

}  // namespace

std::optional<TextFault> first_text_fault(std::string_view text) {
  if (const std::optional<std::size_t> broken = first_invalid_utf8(text))
    return TextFault{"text-not-utf8", *broken, 1, hexadecimal("0x", static_cast<unsigned char>(text[*broken]), 2)};
  return first_refused_character(text);
}

bool check_text(std::string_view text, const std::string& path, int first_line, Diagnostics& found) {
  if (is_plain_text(text)) return true;
  if (const std::optional<TextFault> fault = first_text_fault(text)) {
    found.add(fault_found(text, *fault, place_of(text, path, first_line, fault->offset, fault->length)));
    return false;
  }
  if (const std::optional<std::size_t> offset = first_not_nfc(text)) {
    found.add(error("text-not-nfc", place_of(text, path, first_line, *offset, 1)));
    return false;
  }
  return true;
}

}  // namespace congbo::formats
