// SPDX-License-Identifier: GPL-3.0-or-later
// Texts with a length before them, as SSH keys, signatures and agents write them (RFC 4251, section 5).
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace congbo::approval {

class WireReader {
 public:
  explicit WireReader(std::string_view bytes) : rest_(bytes) {}
  std::string_view take(std::size_t count) {
    if (count > rest_.size()) {
      broken_ = true;
      rest_ = {};
      return {};
    }
    const std::string_view taken = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return taken;
  }
  std::uint8_t byte() {
    const std::string_view one = take(1);
    return one.empty() ? std::uint8_t{0} : static_cast<std::uint8_t>(one.front());
  }
  std::uint32_t number() {
    std::uint32_t value = 0;
    for (const char each : take(sizeof value)) value = value << 8 | static_cast<std::uint8_t>(each);
    return value;
  }
  std::string_view text() { return take(number()); }
  bool broken() const { return broken_; }
  // Everything was there and nothing is left.
  bool ended() const { return !broken_ && rest_.empty(); }

 private:
  std::string_view rest_;
  bool broken_ = false;
};

inline std::string wire_number(std::uint32_t value) {
  std::string out;
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xFF);
  return out;
}

inline std::string wire_text(std::string_view bytes) {
  return wire_number(static_cast<std::uint32_t>(bytes.size())).append(bytes);
}

}  // namespace congbo::approval
