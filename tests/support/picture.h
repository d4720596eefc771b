// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures made for tests, and what a phone writes into them.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace congbo::tests {

inline std::string big_endian(std::uint32_t number) {
  return {static_cast<char>(number >> 24), static_cast<char>(number >> 16), static_cast<char>(number >> 8),
          static_cast<char>(number)};
}

inline std::string png_chunk(const std::string& name, const std::string& data) {
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char c : name + data) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = (crc & 1) != 0 ? crc >> 1 ^ 0xEDB88320U : crc >> 1;
  }
  return big_endian(static_cast<std::uint32_t>(data.size())) + name + data + big_endian(~crc);
}

// A PNG whose left half is red and right half blue, uncompressed. `stated_width`, `stated_height`: what its header
// says instead, for pictures that lie.
inline std::string png(std::uint32_t width, std::uint32_t height, std::uint32_t stated_width = 0,
                       std::uint32_t stated_height = 0) {
  std::string raw;
  for (std::uint32_t y = 0; y < height; ++y) {
    raw += '\0';
    for (std::uint32_t x = 0; x < width; ++x)
      raw += x * 2 < width ? std::string("\xC0\x10\x10", 3) : std::string("\x10\x10\xC0", 3);
  }
  std::string packed = "\x78\x01";
  std::uint32_t a = 1, b = 0;
  for (const char c : raw) {
    a = (a + static_cast<unsigned char>(c)) % 65'521;
    b = (b + a) % 65'521;
  }
  for (std::size_t at = 0; at < raw.size(); at += 65'535) {
    const std::string part = raw.substr(at, 65'535);
    const auto size = static_cast<std::uint32_t>(part.size());
    packed += at + 65'535 >= raw.size() ? '\x01' : '\0';
    packed += static_cast<char>(size & 0xFF);
    packed += static_cast<char>(size >> 8);
    packed += static_cast<char>(~size & 0xFF);
    packed += static_cast<char>((~size >> 8) & 0xFF);
    packed += part;
  }
  packed += big_endian(b << 16 | a);
  const std::string header = big_endian(stated_width ? stated_width : width) +
                             big_endian(stated_height ? stated_height : height) + std::string("\x08\x02\0\0\0", 5);
  return "\x89PNG\r\n\x1A\n" + png_chunk("IHDR", header) + png_chunk("IDAT", packed) + png_chunk("IEND", "");
}

// The words that must be found in no published byte.
inline constexpr std::string_view phone_maker = "MAKER-OF-THE-PHONE";

// An Exif block as phones write it: the maker, how the picture is to be turned (1 to 8), and where it was taken.
inline std::string exif_of_phone(char orientation) {
  const auto row = [](std::string_view tag, char kind, std::string_view count, std::string_view value) {
    return std::string(tag) + std::string("\0", 1) + kind + std::string(count) + std::string(value);
  };
  using namespace std::string_literals;
  std::string tiff = "MM\0\x2A\0\0\0\x08"s + "\0\x03"s;
  tiff += row("\x01\x0F", 2, "\0\0\0\x13"s, "\0\0\0\x32"s);                        // maker, at 50
  tiff += row("\x01\x12", 3, "\0\0\0\x01"s, "\0"s + orientation + "\0\0"s);        // orientation
  tiff += row("\x88\x25", 4, "\0\0\0\x01"s, "\0\0\0\x45"s);                        // table of the position, at 69
  tiff += "\0\0\0\0"s + std::string(phone_maker) + "\0"s;                          // 46 + 4, 19 bytes
  tiff += "\0\x01"s + row("\0\x01"s, 2, "\0\0\0\x02"s, "N\0\0\0"s) + "\0\0\0\0"s;  // latitude is north
  return "Exif\0\0"s + tiff;
}

// `jpeg` with that block, and XMP with a position, before its pixels.
inline std::string as_from_phone(const std::string& jpeg, char orientation) {
  const auto segment = [](const std::string& data) {
    const std::size_t size = data.size() + 2;
    return std::string("\xFF\xE1") + static_cast<char>(size >> 8) + static_cast<char>(size & 0xFF) + data;
  };
  using namespace std::string_literals;
  const std::string xmp = "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta GPSLatitude=\"21,1.5N\"/>"s;
  return jpeg.substr(0, 2) + segment(exif_of_phone(orientation)) + segment(xmp) + jpeg.substr(2);
}

}  // namespace congbo::tests
