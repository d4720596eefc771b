// SPDX-License-Identifier: GPL-3.0-or-later
// Reading by descriptors and the words for what the disk refuses. Used inside publish only.
#pragma once
#include <sys/stat.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "generator/base/descriptor.h"
#include "generator/base/mapped_file.h"
#include "generator/base/result.h"

namespace congbo::publish {

// "disk-full" for ENOSPC, EDQUOT and EFBIG, else "output-not-writable". `error_number` is errno as the call left it.
Diagnostic disk_failure(const std::string& path, int error_number);

// Nanoseconds since 1970 at which the bytes of the file last changed.
std::int64_t modified_at(const struct stat& facts);

Result<MappedFile> map_file(const std::string& path);

// All bytes of the file at `path` in `folder`, or nothing.
std::optional<std::string> read_all(int folder, const std::string& path);

// What the symlink `path` in `folder` says; empty when there is none.
std::string link_text(int folder, const std::string& path);

}  // namespace congbo::publish
