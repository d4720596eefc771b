// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>

#include "generator/base/result.h"

namespace congbo::images {

// A GIF or WebP as it is, but for what says where and by whom it was made: comments, foreign extensions, Exif, XMP and
// whatever follows its end. Fails with "image-undecodable" where its parts do not add up.
Result<std::string> without_metadata(std::string_view bytes);

}  // namespace congbo::images
