// SPDX-License-Identifier: GPL-3.0-or-later
// What the header of a picture says: how large it is, which way it stands, where it was taken. Any bytes give an
// answer.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace congbo::detect {

struct ImageSize {
  std::uint32_t width = 0, height = 0;  // pixels
};

// Of PNG, JPEG, GIF, WebP and AVIF; nothing for others and for headers that make no sense.
std::optional<ImageSize> image_size(std::string_view bytes);

// Whether the pixels of a JPEG lie on their side: its Exif header asks for a quarter turn, so width and height change
// places.
bool stands_sideways(std::string_view jpeg);
// A GIF, or a WebP that says it moves.
bool is_animated(std::string_view bytes);
// Whether the end of a PNG, JPEG, GIF or WebP is missing, as after an upload that broke off.
bool is_cut_off(std::string_view bytes);

// Whether a JPEG says where it was taken (PII-04): the block of GPS data that phones write into its Exif header.
bool has_position(std::string_view jpeg);

}  // namespace congbo::detect
