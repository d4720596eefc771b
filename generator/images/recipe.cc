// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/images/recipe.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "generator/base/content_hash.h"
#include "generator/detect/file_kind.h"
#include "generator/detect/image_facts.h"

namespace congbo::images {

namespace {

using detect::FileKind;

// Raise it when an encoder's settings or the way of scaling change: names and cached results change with it.
constexpr std::string_view settings_version = "2";

// Measured on 85 pictures of 1600 × 900: of 85 s of encoding AVIF took half, WebP a third. 1440 pixels are 1.9 for each
// of the widest column of a page; old browsers choose between two.
constexpr std::array<std::uint32_t, 4> whole_widths = {320, 640, 960, 1440};
constexpr std::array<std::uint32_t, 3> card_widths = {320, 640, 960};
constexpr std::array<std::uint32_t, 2> few_widths = {640, 1440};
constexpr std::uint32_t widest_fallback = 960;
// Width by height, in tenths: from 13:10 to 18:10 a style sheet cuts to 3:2.
constexpr std::uint64_t narrowest_as_card = 13, widest_as_card = 18;

std::uint32_t scaled(std::uint32_t side, std::uint32_t to, std::uint32_t from) {
  const std::uint64_t rounded = (std::uint64_t{side} * to + from / 2) / from;
  return std::max<std::uint32_t>(1, static_cast<std::uint32_t>(rounded));
}

// The fixed widths below `own`, then `own` itself where it is within the fixed ones.
template <std::size_t size>
std::vector<std::uint32_t> widths(const std::array<std::uint32_t, size>& fixed, std::uint32_t own) {
  std::vector<std::uint32_t> chosen;
  for (const std::uint32_t width : fixed)
    if (width < own) chosen.push_back(width);
  if (own <= fixed.back()) chosen.push_back(own);
  return chosen;
}

Format fallback_format(Format format) {
  return format == Format::png ? Format::png : Format::jpeg;
}

// The widest of all, and of the others those that are among the few.
std::vector<std::uint32_t> few_of(const std::vector<std::uint32_t>& all) {
  std::vector<std::uint32_t> chosen;
  for (const std::uint32_t width : all)
    if (width == all.back() || std::find(few_widths.begin(), few_widths.end(), width) != few_widths.end())
      chosen.push_back(width);
  return chosen;
}

std::vector<Recipe> recipes(const std::vector<std::uint32_t>& chosen, const Recipe& like, std::uint32_t own_width,
                            std::uint32_t own_height, Format fallback, Avif avif) {
  std::vector<Recipe> all;
  const auto add = [&](Format format, std::uint32_t width) {
    Recipe one = like;
    one.format = format;
    one.width = width;
    one.height = scaled(own_height, width, own_width);
    all.push_back(one);
  };
  if (avif == Avif::made)
    for (const std::uint32_t width : chosen) add(Format::avif, width);
  for (const std::uint32_t width : avif == Avif::made ? few_of(chosen) : chosen) add(Format::webp, width);
  std::uint32_t widest = chosen.front();
  for (const std::uint32_t width : chosen)
    if (width <= widest_fallback) widest = width;
  add(fallback, widest);
  return all;
}

Format format_of(FileKind kind) {
  switch (kind) {
    case FileKind::jpeg:
      return Format::jpeg;
    case FileKind::png:
      return Format::png;
    case FileKind::webp:
      return Format::webp;
    case FileKind::avif:
      return Format::avif;
    default:
      return Format::untouched;
  }
}

std::optional<std::uint8_t> percent(std::string_view text) {
  if (text.ends_with('%')) text.remove_suffix(1);
  unsigned number = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failure != std::errc{} || end != text.data() + text.size() || number > 100) return std::nullopt;
  return static_cast<std::uint8_t>(number);
}

}  // namespace

std::optional<Focus> parse_focus(std::string_view text) {
  const std::size_t space = text.find_first_of(" ,");
  if (space == std::string_view::npos) return std::nullopt;
  const std::size_t second = text.find_first_not_of(" ,", space);
  if (second == std::string_view::npos) return std::nullopt;
  const auto x = percent(text.substr(0, space)), y = percent(text.substr(second));
  if (!x || !y) return std::nullopt;
  return Focus{*x, *y};
}

std::optional<Facts> look_at(std::string_view bytes) {
  if (bytes.size() > most_bytes) return std::nullopt;
  const std::optional<detect::ImageSize> size = detect::image_size(bytes);
  if (!size || std::uint64_t{size->width} * size->height > most_pixels) return std::nullopt;
  Facts facts{size->width, size->height, format_of(detect::kind_of(bytes)), sha256_hex(bytes)};
  if (detect::is_animated(bytes)) facts.format = Format::untouched;
  if (detect::stands_sideways(bytes)) std::swap(facts.width, facts.height);
  return facts;
}

std::vector<Recipe> whole_recipes(const Facts& facts, Avif avif) {
  if (facts.format == Format::untouched) return {};
  std::vector<std::uint32_t> chosen;
  for (const std::uint32_t width : widths(whole_widths, facts.width))
    if (scaled(facts.height, width, facts.width) <= longest_side) chosen.push_back(width);
  if (chosen.empty()) return {};
  return recipes(chosen, {}, facts.width, facts.height, fallback_format(facts.format), avif);
}

std::vector<Recipe> card_recipes(const Facts& facts, Focus focus, Avif avif) {
  if (facts.format == Format::untouched) return {};
  const std::uint64_t tenths = std::uint64_t{facts.width} * 10, height = facts.height;
  if (focus == Focus() && tenths >= height * narrowest_as_card && tenths <= height * widest_as_card) return {};
  Recipe like;
  like.shape = Shape::card;
  like.focus = focus;
  const std::uint32_t wide =
      std::min(facts.width, std::max<std::uint32_t>(1, scaled(card_across, facts.height, card_down)));
  return recipes(widths(card_widths, wide), like, card_across, card_down, fallback_format(facts.format), avif);
}

Recipe original_recipe(const Facts& facts) {
  return {Shape::original, facts.format, facts.width, facts.height, {}};
}

std::string key_of(const Facts& facts, const Recipe& recipe) {
  std::string text(settings_version);
  for (const std::uint32_t part :
       {static_cast<std::uint32_t>(recipe.shape), static_cast<std::uint32_t>(recipe.format), recipe.width,
        recipe.height, std::uint32_t{recipe.focus.x}, std::uint32_t{recipe.focus.y}})
    text += " " + std::to_string(part);
  return sha256_hex(text + " " + facts.hash);
}

std::string suffix_of(const Facts& facts, const Recipe& recipe) {
  return "-" + std::to_string(recipe.width) + "-" + key_of(facts, recipe).substr(0, 10) +
         std::string(ending_of(recipe.format));
}

std::string_view ending_of(Format format) {
  static constexpr std::array<std::string_view, 5> endings = {".avif", ".webp", ".jpg", ".png", ""};
  return endings[static_cast<std::size_t>(format)];
}

std::string_view media_type_of(Format format) {
  static constexpr std::array<std::string_view, 5> types = {"image/avif", "image/webp", "image/jpeg", "image/png", ""};
  return types[static_cast<std::size_t>(format)];
}

}  // namespace congbo::images
