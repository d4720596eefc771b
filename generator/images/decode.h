// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>

#include "generator/base/result.h"
#include "generator/images/recipe.h"

struct _VipsImage;  // the library's own name: NOLINT(bugprone-reserved-identifier)

namespace congbo::images {

// One picture, decoded at most once for all that is made of it. Upright, sRGB, 8 bits, nothing but pixels. Everything
// smaller is made from the same picture 1920 pixels wide, so a result does not depend on what else is asked for.
// For one thread at a time.
class Decoded {
 public:
  // `bytes` must outlive it and be those `facts` were taken from.
  Decoded(std::string_view bytes, const Facts& facts) : bytes_(bytes), facts_(facts) {}
  ~Decoded();
  Decoded(const Decoded&) = delete;
  Decoded& operator=(const Decoded&) = delete;

  // The file for a recipe. Fails with "image-undecodable" ({0}: what the decoder says), "picture-library-missing".
  Result<std::string> make(const Recipe& recipe);

 private:
  Result<Done> load(int width, _VipsImage** into);

  std::string_view bytes_;
  const Facts& facts_;
  _VipsImage* master_ = nullptr;  // 1920 pixels wide or less
};

}  // namespace congbo::images
