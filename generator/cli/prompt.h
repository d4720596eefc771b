// SPDX-License-Identifier: GPL-3.0-or-later
// Asking at a terminal. Nothing is ever asked where nobody could answer: a pipe, a CI job, --no-input.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "generator/authoring/interview.h"
#include "generator/cli/command.h"

namespace congbo::cli {

// Whether standard input and standard error are a terminal.
bool can_ask();

// One line: "Label [usual]: ". Nothing at the end of input. Spaces around the answer are taken off.
std::optional<std::string> ask_line(std::string_view label, std::string_view usual);

// A question of `congbo new` with its help, its numbered choices and what was wrong with the answer before.
std::optional<std::string> ask_question(const Terminal& terminal, const authoring::Question& question);

// $VISUAL, else $EDITOR; empty when neither is set.
std::string editor_command();

// Opens the file in the editor and waits for it. False when it could not be started or failed.
bool open_editor(const std::string& command, const std::string& path);

}  // namespace congbo::cli
