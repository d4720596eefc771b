// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/base/slug.h"

#include <array>

#include "generator/base/unicode.h"

namespace congbo {
namespace {

bool is_plain(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
}

// Names of the highlands are written with any of these: M'Drắk, Ea H’Leo.
constexpr std::array<std::string_view, 6> apostrophes = {"'", "`", "\u2019", "\u2018", "\u02BC", "\u2032"};

std::size_t apostrophe_length(std::string_view rest) {
  for (const std::string_view apostrophe : apostrophes)
    if (rest.substr(0, apostrophe.size()) == apostrophe) return apostrophe.size();
  return 0;
}

void cut_at_hyphen(std::string& out, std::size_t limit) {
  if (out.size() <= limit) return;
  const std::size_t hyphen = out.rfind('-', limit);
  out.resize(hyphen == std::string::npos ? limit : hyphen);
}

}  // namespace

std::string slug(std::string_view text, std::size_t limit) {
  const std::string folded = fold(text);
  std::string out;
  out.reserve(folded.size());
  bool gap = false;
  for (std::size_t at = 0; at < folded.size(); ++at) {
    if (is_plain(folded[at])) {
      if (gap && !out.empty()) out += '-';
      gap = false;
      out += folded[at];
    } else if (const std::size_t length = apostrophe_length(std::string_view(folded).substr(at)); length > 0) {
      at += length - 1;
    } else {
      gap = true;
    }
  }
  cut_at_hyphen(out, limit);
  return out;
}

bool is_slug(std::string_view text) {
  bool after_hyphen = true;
  for (const char byte : text) {
    if (byte == '-' ? after_hyphen : !is_plain(byte)) return false;
    after_hyphen = byte == '-';
  }
  return !after_hyphen;
}

}  // namespace congbo
