// SPDX-License-Identifier: GPL-3.0-or-later
// What the bytes of a published file say about it (DOC-06, MED-03, REF-11).
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/diagnostic.h"

namespace congbo::check {

inline constexpr std::uint32_t least_image_width = 320;  // pixels; narrower ones are blurred on every screen
inline constexpr std::uint64_t heaviest_image = 1'500'000;
inline constexpr std::uint64_t heaviest_page = 5'000'000;  // images of one page together

// Findings without a place: type against ending, disguised programs, macros, encryption, active drawings, size of
// pictures.
std::vector<Diagnostic> look_at_content(const std::string& path, std::string_view ending, std::string_view bytes);

// Anything in a drawing that could run when it is opened by its address, or that asks another host.
bool has_active_content(std::string_view svg);

}  // namespace congbo::check
