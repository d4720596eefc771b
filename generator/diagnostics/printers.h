// SPDX-License-Identifier: GPL-3.0-or-later
// One printer a format. Private to this module; print.h chooses among them.
#pragma once
#include <string>
#include <string_view>

#include "generator/diagnostics/print.h"

namespace congbo::diagnostics {

std::string print_text(const Diagnostics& found, const PrintOptions& options);
std::string print_json(const Diagnostics& found, const PrintOptions& options);
std::string print_sarif(const Diagnostics& found, const PrintOptions& options);   // SARIF 2.1.0, one run
std::string print_github(const Diagnostics& found, const PrintOptions& options);  // workflow commands

void append_text(std::string& out, const Diagnostic& one, const PrintOptions& options);

// "error", "warning", "note": the words of the machine formats, and of the English text.
std::string_view severity_name(Severity severity);
// "gợi ý", "hint"
std::string_view hint_word(Language language);

}  // namespace congbo::diagnostics
