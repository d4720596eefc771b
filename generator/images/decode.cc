// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/images/decode.h"

#include <vips/vips.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "generator/images/clean.h"
#include "generator/images/vips_library.h"

namespace congbo::images {

namespace {

constexpr int master_width = 1920;

struct Unref {
  const VipsLibrary* vips;
  void operator()(_VipsImage* image) const { vips->unref(image); }
};
using Image = std::unique_ptr<_VipsImage, Unref>;

Diagnostic undecodable(const VipsLibrary& vips) {
  std::string said = vips.error_text();
  vips.error_clear();
  std::replace(said.begin(), said.end(), '\n', ' ');
  while (said.ends_with(' ')) said.pop_back();
  return error("image-undecodable", {}, {said.substr(0, 200)});
}

// Measured on a photograph of 4000 × 3000 pixels at 1920: AVIF at effort 1 takes 0.2 s and 60 kB, at effort 2 0.6 s for
// as many bytes; at effort 0 half the time, a half more bytes. WebP at effort 2 0.1 s and 135 kB, at effort 4 0.2 s and
// 130 kB.
constexpr std::array<const char*, 4> savers = {
    ".heif[compression=av1,Q=50,effort=1,bitdepth=8,strip]", ".webp[Q=78,effort=2,strip]",
    ".jpg[Q=82,optimize-coding,interlace,background=255,strip]", ".png[compression=6,filter=all,strip]"};
// Under the picture's own name nothing should be lost that is seen.
constexpr std::array<const char*, 4> original_savers = {
    ".heif[compression=av1,Q=65,effort=1,bitdepth=8,strip]", ".webp[Q=90,effort=4,strip]",
    ".jpg[Q=90,optimize-coding,background=255,strip]", ".png[compression=6,filter=all,strip]"};

Result<std::string> save(const VipsLibrary& vips, _VipsImage* image, const Recipe& recipe) {
  void* bytes = nullptr;
  std::size_t size = 0;
  const auto& chosen = recipe.shape == Shape::original ? original_savers : savers;
  const char* saver = chosen[static_cast<std::size_t>(recipe.format)];
  if (vips.write_to_buffer(image, saver, &bytes, &size, nullptr) != 0) return undecodable(vips);
  std::string file(static_cast<const char*>(bytes), size);
  vips.free(bytes);
  if (recipe.format == Format::webp) return without_metadata(file);  // «strip» leaves an Exif block in WebP
  return file;
}

// What the picture is made of (width, bands …) is no field that could be removed.
void remove_metadata(const VipsLibrary& vips, _VipsImage* image) {
  char** names = vips.fields(image);
  for (char** name = names; name && *name; ++name) (void)vips.remove(image, *name);
  vips.free_fields(names);
}

struct Area {
  int left, top, width, height;
};

// The largest part of 3:2 that has the focus as near to its middle as the picture allows.
Area card_area(int width, int height, const Focus& focus) {
  const int wide = std::min(width, std::max(1, height * static_cast<int>(card_across) / static_cast<int>(card_down)));
  const int high = std::min(height, std::max(1, wide * static_cast<int>(card_down) / static_cast<int>(card_across)));
  const int left = std::clamp(width * focus.x / 100 - wide / 2, 0, width - wide);
  const int top = std::clamp(height * focus.y / 100 - high / 2, 0, height - high);
  return {left, top, wide, high};
}

_VipsImage* scale(const VipsLibrary& vips, std::string_view bytes, int width) {
  _VipsImage* loaded = nullptr;
  vips.thumbnail_buffer(const_cast<char*>(bytes.data()), bytes.size(), &loaded, width, "height", VIPS_MAX_COORD, "size",
                        VIPS_SIZE_DOWN, "export_profile", "srgb", "fail_on", VIPS_FAIL_ON_ERROR, nullptr);
  return loaded;
}

// Read row by row while it is scaled, a damaged PNG would get black rows and no error: it is read as a whole first.
_VipsImage* scale_png(const VipsLibrary& vips, std::string_view bytes, int width) {
  const Image opened(vips.new_from_buffer(bytes.data(), bytes.size(), "", "access", VIPS_ACCESS_RANDOM, "fail_on",
                                          VIPS_FAIL_ON_ERROR, nullptr),
                     {&vips});
  if (!opened) return nullptr;
  const Image whole(vips.copy_memory(opened.get()), {&vips});
  _VipsImage* loaded = nullptr;
  if (whole)
    vips.thumbnail_image(whole.get(), &loaded, width, "height", VIPS_MAX_COORD, "size", VIPS_SIZE_DOWN,
                         "export_profile", "srgb", nullptr);
  return loaded;
}

}  // namespace

Decoded::~Decoded() {
  if (!master_) return;
  const Result<const VipsLibrary*> vips = vips_library();
  if (vips) (*vips)->unref(master_);
}

// Shrinks while it decodes where the format can; turns upright, goes to sRGB by the picture's own profile.
Result<Done> Decoded::load(int width, _VipsImage** into) {
  CONGBO_TRY(const VipsLibrary* vips, vips_library());
  _VipsImage* loaded = facts_.format == Format::png ? scale_png(*vips, bytes_, width) : scale(*vips, bytes_, width);
  if (!loaded) return undecodable(*vips);
  const Image first(loaded, {vips});
  _VipsImage* plain = nullptr;
  if (vips->colourspace(first.get(), &plain, VIPS_INTERPRETATION_sRGB, nullptr) != 0) return undecodable(*vips);
  const Image second(plain, {vips});
  *into = vips->copy_memory(second.get());
  if (!*into) return undecodable(*vips);
  remove_metadata(*vips, *into);
  return Done{};
}

Result<std::string> Decoded::make(const Recipe& recipe) {
  if (recipe.format == Format::untouched) return without_metadata(bytes_);
  CONGBO_TRY(const VipsLibrary* vips, vips_library());
  const bool is_large = facts_.width > static_cast<std::uint32_t>(master_width);
  if (recipe.shape == Shape::original && is_large) {
    _VipsImage* whole = nullptr;
    CONGBO_TRY([[maybe_unused]] const Done loaded, load(static_cast<int>(facts_.width), &whole));
    const Image image(whole, {vips});
    return save(*vips, image.get(), recipe);
  }
  if (!master_) {
    CONGBO_TRY([[maybe_unused]] const Done loaded, load(master_width, &master_));
  }
  if (recipe.shape == Shape::original) return save(*vips, master_, recipe);
  Image part(nullptr, {vips});
  if (recipe.shape == Shape::card) {
    const Area area = card_area(vips->width(master_), vips->height(master_), recipe.focus);
    _VipsImage* cut = nullptr;
    if (vips->extract_area(master_, &cut, area.left, area.top, area.width, area.height, nullptr) != 0)
      return undecodable(*vips);
    part.reset(cut);
  }
  _VipsImage* small = nullptr;
  if (vips->thumbnail_image(part ? part.get() : master_, &small, static_cast<int>(recipe.width), "height",
                            static_cast<int>(recipe.height), "size", VIPS_SIZE_FORCE, nullptr) != 0)
    return undecodable(*vips);
  const Image image(small, {vips});
  return save(*vips, image.get(), recipe);
}

}  // namespace congbo::images
