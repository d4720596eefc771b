// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/render/picture.h"

#include "generator/render/names.h"

namespace congbo::render {

namespace {

void fill(const ShownPicture& picture, const record::PictureSet& set, View& row, Texts& texts) {
  const auto number = [&](std::uint32_t pixels) {
    return pixels == 0 ? std::string_view() : texts.keep(std::to_string(pixels));
  };
  row.set(name::src, texts.keep(record::picture_path(picture.address, set.fallback.suffix)));
  row.set(name::avif_set, texts.keep(record::source_set(picture.address, set.avif)));
  row.set(name::webp_set, texts.keep(record::source_set(picture.address, set.webp)));
  row.set(name::width, number(set.fallback.width));
  row.set(name::height, number(set.fallback.height));
  row.set(name::alternative, picture.alternative);
  row.set(name::tooltip, picture.tooltip);
  row.show(name::eager, picture.loading == Loading::eager);
}

}  // namespace

void fill_picture(const record::Publication& publication, const ShownPicture& picture, View& row, Texts& texts) {
  const record::Picture* known = publication.pictures ? publication.pictures->find(picture.source) : nullptr;
  if (!known) return fill(picture, {}, row, texts);
  record::PictureSet set = known->whole;
  if (set.fallback.width == 0) set.fallback = {known->width, known->height, {}};
  fill(picture, set, row, texts);
}

void fill_card(const record::Publication& publication, const ShownPicture& picture, std::string_view focus, View& row,
               Texts& texts) {
  const record::PictureSet* cut = publication.pictures ? publication.pictures->card(picture.source, focus) : nullptr;
  if (!cut) return fill_picture(publication, picture, row, texts);
  fill(picture, *cut, row, texts);
}

}  // namespace congbo::render
