// SPDX-License-Identifier: GPL-3.0-or-later
// A state machine whose table row for a byte holds the next state for every present state, six bits each: a step is one
// shift, with no branch and no dependent load.
#include "generator/formats/plain_text.h"

#include <array>
#include <cstdint>

namespace congbo::formats {
namespace {

enum State : std::uint64_t {
  refused = 0,
  start = 6,
  latin = 12,         // after C3–CB: U+00C0–U+02FF, any following byte
  latin_signs = 18,   // after C2: U+00A0–U+00BF without the soft hyphen
  vietnamese = 24,    // after E1: BA and BB lead to U+1E80–U+1EFF
  vietnamese_1 = 30,  // after E1 BA: A0–BF and what stands before it, 80–BF
  punctuation = 36,   // after E2: 80
  punctuation_1 = 42  // after E2 80: U+2010–U+2027 and U+2030–U+203A
};

constexpr bool within(unsigned byte, unsigned first, unsigned last) {
  return byte >= first && byte <= last;
}

constexpr std::uint64_t after_start(unsigned byte) {
  if (within(byte, 0x20, 0x7E) || byte == '\n' || byte == '\t') return start;
  if (within(byte, 0xC3, 0xCB)) return latin;
  if (byte == 0xC2) return latin_signs;
  if (byte == 0xE1) return vietnamese;
  return byte == 0xE2 ? punctuation : refused;
}

constexpr std::uint64_t row_of(unsigned byte) {
  const auto if_within = [byte](unsigned first, unsigned last, std::uint64_t next) {
    return within(byte, first, last) ? next : std::uint64_t{refused};
  };
  std::uint64_t row = after_start(byte) << start;
  row |= if_within(0x80, 0xBF, start) << latin;
  row |= (byte == 0xAD ? std::uint64_t{refused} : if_within(0xA0, 0xBF, start)) << latin_signs;
  row |= if_within(0xBA, 0xBB, vietnamese_1) << vietnamese;
  row |= if_within(0x80, 0xBF, start) << vietnamese_1;
  row |= if_within(0x80, 0x80, punctuation_1) << punctuation;
  row |= (if_within(0x90, 0xA7, start) | if_within(0xB0, 0xBA, start)) << punctuation_1;
  return row;
}

constexpr std::array<std::uint64_t, 256> rows = [] {
  std::array<std::uint64_t, 256> table{};
  for (unsigned byte = 0; byte < 256; ++byte) table[byte] = row_of(byte);
  return table;
}();

}  // namespace

bool is_plain_text(std::string_view text) {
  std::uint64_t state = start;
  for (const char byte : text) state = rows[static_cast<unsigned char>(byte)] >> (state & 63);
  return (state & 63) == start;
}

}  // namespace congbo::formats
