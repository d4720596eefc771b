// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/detect/image_facts.h"

#include <algorithm>

#include "generator/detect/file_kind.h"
#include "generator/detect/numbers_in_bytes.h"

namespace congbo::detect {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t looked_at = 4'096;  // bytes that tell the kind of a picture

std::optional<ImageSize> jpeg_size(std::string_view bytes) {
  for (std::size_t at = 2; at + 9 < bytes.size();) {
    if (bytes[at] != '\xFF') return std::nullopt;
    const auto marker = static_cast<unsigned char>(bytes[at + 1]);
    if (marker == 0xFF) {
      ++at;
      continue;
    }
    const bool frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    if (frame) return ImageSize{big(bytes, at + 7, 2), big(bytes, at + 5, 2)};
    at += 2 + big(bytes, at + 2, 2);
  }
  return std::nullopt;
}

std::optional<ImageSize> webp_size(std::string_view bytes) {
  const std::string_view chunk = bytes.substr(12, 4);
  if (chunk == "VP8X") return ImageSize{little(bytes, 24, 3) + 1, little(bytes, 27, 3) + 1};
  if (chunk == "VP8 ") return ImageSize{little(bytes, 26, 2) & 0x3FFF, little(bytes, 28, 2) & 0x3FFF};
  if (chunk != "VP8L") return std::nullopt;
  const std::uint32_t bits = little(bytes, 21, 4);
  return ImageSize{(bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1};
}

// The largest of the pictures an AVIF holds (it may be laid together from tiles).
std::optional<ImageSize> avif_size(std::string_view bytes) {
  constexpr std::size_t looked_through = 65'536;
  bytes = bytes.substr(0, looked_through);
  ImageSize size;
  for (std::size_t at = bytes.find("ispe"); at != npos; at = bytes.find("ispe", at + 4)) {
    const std::uint32_t width = big(bytes, at + 8, 4), height = big(bytes, at + 12, 4);
    if (std::uint64_t{width} * height > std::uint64_t{size.width} * size.height) size = {width, height};
  }
  return size;
}

// Where the Exif data of a JPEG begins; empty without any.
std::string_view exif_of(std::string_view jpeg) {
  const std::size_t exif = jpeg.substr(0, 65'536).find("Exif\0\0"sv);
  if (!jpeg.starts_with("\xFF\xD8") || exif == npos) return {};
  return jpeg.substr(exif + 6, 65'536);
}

// The row of the first table of Exif data that has that number; npos without one.
std::size_t exif_row(std::string_view tiff, std::uint32_t tag) {
  const bool low_first = tiff.starts_with("II");
  const std::size_t table = number(tiff, 4, 4, low_first);
  if (table >= tiff.size()) return npos;
  const std::uint32_t rows = std::min(number(tiff, table, 2, low_first), 200U);
  for (std::uint32_t row = 0; row < rows; ++row)
    if (number(tiff, table + 2 + std::size_t{12} * row, 2, low_first) == tag) return table + 2 + std::size_t{12} * row;
  return npos;
}

}  // namespace

std::optional<ImageSize> image_size(std::string_view bytes) {
  std::optional<ImageSize> size;
  if (bytes.size() < 30) return size;
  switch (kind_of(bytes.substr(0, looked_at))) {
    case FileKind::png:
      size = ImageSize{big(bytes, 16, 4), big(bytes, 20, 4)};
      break;
    case FileKind::gif:
      size = ImageSize{little(bytes, 6, 2), little(bytes, 8, 2)};
      break;
    case FileKind::jpeg:
      size = jpeg_size(bytes);
      break;
    case FileKind::webp:
      size = webp_size(bytes);
      break;
    case FileKind::avif:
      size = avif_size(bytes);
      break;
    default:
      break;
  }
  if (size && (size->width == 0 || size->height == 0)) size.reset();
  return size;
}

bool has_position(std::string_view jpeg) {
  constexpr std::uint32_t gps_block = 0x8825;
  return exif_row(exif_of(jpeg), gps_block) != npos;
}

bool stands_sideways(std::string_view jpeg) {
  constexpr std::uint32_t orientation = 0x0112;
  const std::string_view tiff = exif_of(jpeg);
  const std::size_t row = exif_row(tiff, orientation);
  if (row == npos) return false;
  const std::uint32_t turn = number(tiff, row + 8, 2, tiff.starts_with("II"));
  return turn >= 5 && turn <= 8;
}

bool is_animated(std::string_view bytes) {
  constexpr unsigned moves = 0x02;
  if (bytes.starts_with("GIF8")) return true;
  return bytes.starts_with("RIFF") && bytes.substr(8, 8) == "WEBPVP8X" && (big(bytes, 20, 1) & moves) != 0;
}

bool is_cut_off(std::string_view bytes) {
  switch (kind_of(bytes.substr(0, looked_at))) {
    case FileKind::png:
      return bytes.rfind("IEND") == npos;
    case FileKind::jpeg:  // cameras write further pictures behind the first
      return bytes.rfind("\xFF\xD9") == npos;
    case FileKind::gif:
      return bytes.find_last_not_of('\0') == npos || bytes[bytes.find_last_not_of('\0')] != '\x3B';
    case FileKind::webp:
      return std::uint64_t{8} + little(bytes, 4, 4) > bytes.size();
    default:
      return false;
  }
}

}  // namespace congbo::detect
