// SPDX-License-Identifier: GPL-3.0-or-later
// What is made of a picture (MED-03): its sizes and formats, each named by what it is made from and how.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congbo::images {

// Bounds of what is decoded; what is over one is refused, not shrunk.
inline constexpr std::uint64_t most_bytes = 50'000'000;    // of the file
inline constexpr std::uint64_t most_pixels = 100'000'000;  // width × height
inline constexpr std::uint32_t longest_side = 16'000;      // of what is made: WebP holds 16,383

enum class Format : std::uint8_t { avif, webp, jpeg, png, untouched };

// The shape of pictures on cards.
inline constexpr std::uint32_t card_across = 3, card_down = 2;

// Where the eye should rest, in percent of width and height, for pictures that are cut to a fixed shape.
struct Focus {
  std::uint8_t x = 50, y = 40;  // a little above the middle: faces are
  bool operator==(const Focus&) const = default;
};
// «30% 20%», «30 20»; nothing for any other text.
std::optional<Focus> parse_focus(std::string_view text);

enum class Shape : std::uint8_t {
  whole,     // scaled to width × height, which have the picture's own proportions
  card,      // cut to 3:2 around the focus, then scaled
  original,  // the picture at its own size and in its own format, upright, sRGB, without metadata
};

struct Recipe {
  Shape shape = Shape::whole;
  Format format = Format::webp;
  std::uint32_t width = 0, height = 0;  // pixels of the result
  Focus focus = {};                     // of cards
};

// What the header of a file says.
struct Facts {
  std::uint32_t width = 0, height = 0;  // pixels, upright
  Format format = Format::jpeg;         // of the file; untouched: animated, or GIF, which stays as it is
  std::string hash;                     // SHA-256 of the bytes, hexadecimal
};
// Of JPEG, PNG, WebP, AVIF and GIF within the bounds; nothing for anything else.
std::optional<Facts> look_at(std::string_view bytes);

enum class Avif : std::uint8_t { made, left_out };

// The recipes of a picture, never enlarged: AVIF at 320, 640, 960 and 1440 pixels or its own width; WebP for browsers
// that know no AVIF at 640 and 1440, or at all widths where AVIF is left out; last one at most 960 wide in a format
// every browser knows. Empty for pictures that stay untouched.
std::vector<Recipe> whole_recipes(const Facts& facts, Avif avif);
// The same cut to 3:2, at most 960 wide. Empty also where the whole picture is nearly of that shape and its focus is
// the usual one: style sheets cut that little.
std::vector<Recipe> card_recipes(const Facts& facts, Focus focus, Avif avif);
// What is published under the picture's own name.
Recipe original_recipe(const Facts& facts);

// Names the result: of the source's bytes, the recipe and the version of these settings. 64 hexadecimal digits.
std::string key_of(const Facts& facts, const Recipe& recipe);
// What stands in the published name between the source's name and the ending: "-640-1a2b3c4d5e.webp".
std::string suffix_of(const Facts& facts, const Recipe& recipe);

// ".avif", ".webp", ".jpg", ".png"; "image/avif" …
std::string_view ending_of(Format format);
std::string_view media_type_of(Format format);

}  // namespace congbo::images
