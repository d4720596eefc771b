// SPDX-License-Identifier: GPL-3.0-or-later
// Data of persons and marks of secrecy in text files beside the pages: tables, drawings, plain text (PII-01, REF-08).
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "generator/base/diagnostic.h"
#include "generator/base/source_text.h"

namespace congbo::check {

inline constexpr std::uint64_t largest_text = 5'000'000;  // bytes; longer files are not looked at

// Whether readers get files of that path as text; also `_site/tombstones.yaml`, whose reasons they read.
bool is_published_text(std::string_view path);

// `signs`: of detect::scan over the file's bytes. Findings at their places in the file.
void look_at_published_text(const SourceText& source, std::uint32_t signs, Diagnostics& found);

}  // namespace congbo::check
