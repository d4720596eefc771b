// SPDX-License-Identifier: GPL-3.0-or-later
// A state machine whose table row for a byte holds the next state for every present state, six bits each: a step is one
// shift, and the loads do not wait for each other. States by RFC 3629: what the following bytes must be.
#include "generator/markdown/utf8_gate.h"

#include <array>
#include <cstdint>

namespace congbo::markdown {
namespace {

enum State : std::uint64_t {
  refused = 0,
  start = 6,
  one_more = 12,  // 80–BF
  two_more = 18,
  three_more = 24,
  two_not_overlong = 30,    // after E0: A0–BF
  two_no_surrogate = 36,    // after ED: 80–9F
  three_not_overlong = 42,  // after F0: 90–BF
  three_in_range = 48,      // after F4: 80–8F
};

constexpr std::uint64_t after_start(unsigned byte) {
  if (byte < 0x80) return start;
  if (byte >= 0xC2 && byte <= 0xDF) return one_more;
  if (byte == 0xE0) return two_not_overlong;
  if (byte == 0xED) return two_no_surrogate;
  if (byte >= 0xE1 && byte <= 0xEF) return two_more;
  if (byte == 0xF0) return three_not_overlong;
  if (byte >= 0xF1 && byte <= 0xF3) return three_more;
  return byte == 0xF4 ? three_in_range : refused;
}

constexpr std::uint64_t row_of(unsigned byte) {
  const bool follows = byte >= 0x80 && byte <= 0xBF;
  std::uint64_t row = after_start(byte) << start;
  if (!follows) return row;
  row |= std::uint64_t{start} << one_more | std::uint64_t{one_more} << two_more | std::uint64_t{two_more} << three_more;
  row |= std::uint64_t{byte >= 0xA0 ? one_more : refused} << two_not_overlong;
  row |= std::uint64_t{byte <= 0x9F ? one_more : refused} << two_no_surrogate;
  row |= std::uint64_t{byte >= 0x90 ? two_more : refused} << three_not_overlong;
  row |= std::uint64_t{byte <= 0x8F ? two_more : refused} << three_in_range;
  return row;
}

constexpr std::array<std::uint64_t, 256> rows = [] {
  std::array<std::uint64_t, 256> table{};
  for (unsigned byte = 0; byte < 256; ++byte) table[byte] = row_of(byte);
  return table;
}();

}  // namespace

bool is_well_formed(std::string_view text) {
  std::uint64_t state = start;
  for (const char byte : text) state = rows[static_cast<unsigned char>(byte)] >> (state & 63);
  return (state & 63) == start;
}

}  // namespace congbo::markdown
