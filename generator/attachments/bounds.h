// SPDX-License-Identifier: GPL-3.0-or-later
// What is read of an attachment at most. Files come from anywhere: what is over a bound is reported, never waited for.
#pragma once
#include <cstddef>
#include <cstdint>

namespace congbo::attachments {

inline constexpr std::uint64_t most_file_bytes = 50'000'000;        // the file itself
inline constexpr std::size_t most_text_bytes = 4'000'000;           // text taken from one file; the rest is left out
inline constexpr std::size_t most_pages = 2'000;                    // pages, slides or sheets; the rest is left out
inline constexpr std::size_t most_entries = 10'000;                 // files within a package (DOCX, ODT …)
inline constexpr std::uint64_t most_entry_bytes = 48'000'000;       // one of them, expanded
inline constexpr std::uint64_t most_package_bytes = 128'000'000;    // all that are read of a package, expanded
inline constexpr std::uint64_t most_expansion = 400;                // expanded bytes for each packed one …
inline constexpr std::uint64_t least_suspicious_bytes = 1'000'000;  // … in entries larger than this, expanded
// Levels of XML: TINYXML2_MAX_ELEMENT_DEPTH, 100. Deeper packages count as broken.

// The worker process, one for each file.
inline constexpr std::uint64_t most_memory_bytes = 1'500'000'000;  // address space
inline constexpr unsigned most_cpu_seconds = 20;
inline constexpr unsigned most_wall_seconds = 60;  // then it is killed
inline constexpr std::size_t most_answer_bytes = 16'000'000;

}  // namespace congbo::attachments
