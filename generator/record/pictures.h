// SPDX-License-Identifier: GPL-3.0-or-later
// The files made of each picture, as pages name them (MED-03).
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "generator/record/public_record.h"

namespace congbo::record {

struct PictureFile {
  std::uint32_t width = 0, height = 0;  // pixels
  std::string suffix;                   // follows the picture's own name without its ending: "-640-1a2b3c4d5e.avif"
};

struct PictureSet {
  std::vector<PictureFile> avif, webp;  // narrowest first
  PictureFile fallback;                 // JPEG or PNG, for every browser; without suffix: there is no file but the own
};

struct Picture {
  std::uint32_t width = 0, height = 0;  // of the picture itself, upright; 0 where nobody knows
  PictureSet whole;
};

// By source. Where a picture is not found, pages show its own file.
struct Pictures {
  std::unordered_map<std::string, Picture> by_source;
  std::unordered_map<std::string, PictureSet> cards;  // by card_key

  const Picture* find(const std::string& source) const {
    const auto known = by_source.find(source);
    return known == by_source.end() ? nullptr : &known->second;
  }
  // Cut for cards; null where the picture is not cut.
  const PictureSet* card(const std::string& source, std::string_view focus) const {
    const auto known = cards.find(card_key(source, focus));
    return known == cards.end() ? nullptr : &known->second;
  }
  static std::string card_key(const std::string& source, std::string_view focus) {
    return source + "\n" + std::string(focus);
  }
};

// "/tin-tuc/a/anh.jpg" and "-640-1a2b3c4d5e.avif" → "/tin-tuc/a/anh-640-1a2b3c4d5e.avif"; paths and addresses alike.
std::string picture_path(std::string_view own, std::string_view suffix);
// What `srcset` takes: "/a-320-….avif 320w, /a-640-….avif 640w".
std::string source_set(std::string_view own_address, const std::vector<PictureFile>& files);

}  // namespace congbo::record
