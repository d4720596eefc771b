// SPDX-License-Identifier: GPL-3.0-or-later
// Attachments are read by a process of their own, one for each file: this program started again, under limits of
// memory, time and files (bounds.h). A file that breaks its reader breaks that process.
#pragma once
#include <string>
#include <string_view>

#include "generator/attachments/text.h"
#include "generator/base/result.h"

namespace congbo::attachments {

// The word after the program's name that makes it a worker; then comes the ending: "congbo +attachment pdf".
inline constexpr std::string_view worker_word = "+attachment";

// The worker: reads the file from standard input, writes to_bytes() to standard output. Its exit code.
int run_worker(std::string_view ending) noexcept;

// Starts `program` as worker for these bytes and waits. What goes wrong with the file is in Text::outcome; a program
// that cannot be started at all is "attachment-worker".
Result<Text> read_in_worker(const std::string& program, Kind kind, std::string_view bytes);

// This program's own file, to be started again.
std::string own_program();

}  // namespace congbo::attachments
