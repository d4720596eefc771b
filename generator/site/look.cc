// SPDX-License-Identifier: GPL-3.0-or-later
// `look:` of site.yaml: the colours a portal gives the shared look (SUBP-01). They must be readable as WCAG asks
// (A11Y-01), on every ground the style sheet uses them on.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

#include "generator/site/mapping_reader.h"
#include "generator/site/read_parts.h"

namespace congbo::site {

namespace {

constexpr double smallest_contrast = 4.5;  // WCAG 2.2, 1.4.3, of text

// A colour of the style sheet and the lightest and darkest ground (or text) beside it.
struct LookColour {
  std::string_view key;
  std::array<std::string_view, 2> beside;
};
constexpr std::array<LookColour, 3> colours = {{
    {"accent", {"#ffffff", "#f6f1e6"}},  // headings
    {"link", {"#ffffff", "#f6f1e6"}},
    {"bar", {"#ffffff", "#ffffff"}},  // behind the white menu
}};

bool is_colour(std::string_view text) {
  return text.size() == 7 && text[0] == '#' && text.find_first_not_of("0123456789abcdefABCDEF", 1) == text.npos;
}

double channel(std::string_view colour, std::size_t at) {
  int value = 0;
  std::from_chars(colour.data() + at, colour.data() + at + 2, value, 16);
  const double share = value / 255.0;
  return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminance(std::string_view colour) {
  return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
}

double contrast(std::string_view one, std::string_view other) {
  const double a = luminance(one), b = luminance(other);
  return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

std::string one_decimal(double value) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%d.%d", static_cast<int>(value), static_cast<int>(value * 10) % 10);
  return text.data();
}

}  // namespace

void read_look(const formats::YamlNode& node, const std::string& path, Look& into, Diagnostics& found) {
  MappingReader reader(node, path, found);
  for (const LookColour& colour : colours) {
    std::string value;
    reader.text(colour.key, value);
    if (value.empty()) continue;
    const Place place = place_of(path, *node.find(colour.key));
    if (!is_colour(value)) {
      found.add(error("look-colour-invalid", place, {value}));
      continue;
    }
    const auto worst = std::min_element(
        colour.beside.begin(), colour.beside.end(),
        [&](std::string_view a, std::string_view b) { return contrast(value, a) < contrast(value, b); });
    if (const double ratio = contrast(value, *worst); ratio < smallest_contrast)
      found.add(error("look-contrast", place, {value, std::string(*worst), one_decimal(ratio)}));
    else
      into.colours.emplace_back(colour.key, value);
  }
  reader.finish();
}

}  // namespace congbo::site
