// SPDX-License-Identifier: GPL-3.0-or-later
// What the bytes of a published file say about it (DOC-06, MED-03, REF-11).
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/diagnostic.h"

namespace congbo::check {

inline constexpr std::uint64_t heaviest_page = 5'000'000;  // images of one page together
inline constexpr std::uint64_t most_pixels = 100'000'000;  // a phone that opens more may run out of memory

// What the portal chose for its pictures.
struct ImageLimits {
  std::uint32_t least_width = 600;  // pixels
  std::uint64_t most_bytes = 3'000'000;
};

// Findings without a place: type against ending, disguised programs, macros, encryption, active drawings, size of
// pictures.
std::vector<Diagnostic> look_at_content(const std::string& path, std::string_view ending, std::string_view bytes,
                                        const ImageLimits& limits);

// Anything in a drawing that could run when it is opened by its address, or that asks another host.
bool has_active_content(std::string_view svg);

}  // namespace congbo::check
