// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of static files: numbers of seven bits a byte, least first; texts with their length; sorted texts by what
// they share with the one before.
#pragma once
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

namespace congbo::search {

class ByteWriter {
 public:
  explicit ByteWriter(std::string_view magic) : bytes_(magic) {}

  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) bytes_ += static_cast<char>(value | 0x80);
    bytes_ += static_cast<char>(value);
  }
  void byte(std::uint8_t value) { bytes_ += static_cast<char>(value); }
  void text(std::string_view value) {
    number(value.size());
    bytes_ += value;
  }
  // At most 255 bytes.
  void sorted_text(std::string_view value) {
    const auto longest = std::min({value.size(), last_.size(), std::size_t{255}});
    std::size_t same = 0;
    while (same < longest && value[same] == last_[same]) ++same;
    byte(static_cast<std::uint8_t>(same));
    byte(static_cast<std::uint8_t>(value.size() - same));
    bytes_ += value.substr(same);
    last_ = value;
  }
  void raw(std::string_view value) { bytes_ += value; }
  std::size_t size() const { return bytes_.size(); }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_, last_;
};

}  // namespace congbo::search
