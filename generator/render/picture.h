// SPDX-License-Identifier: GPL-3.0-or-later
// What partials/picture.html and partials/card_picture.html ask for (MED-03).
#pragma once
#include <string>
#include <string_view>

#include "generator/record/pictures.h"
#include "generator/render/view.h"

namespace congbo::render {

// The first picture of a page is what its reader waits for.
enum class Loading { eager, lazy };

struct ShownPicture {
  std::string source;        // in the repository
  std::string_view address;  // of its own file
  std::string_view alternative, tooltip;
  Loading loading = Loading::lazy;
};

// Sets every name of the table of pictures in `row`; where nothing was made of the picture, its own file alone.
void fill_picture(const record::Publication& publication, const ShownPicture& picture, View& row, Texts& texts);
// The same, cut to 3:2 around `focus`.
void fill_card(const record::Publication& publication, const ShownPicture& picture, std::string_view focus, View& row,
               Texts& texts);

}  // namespace congbo::render
