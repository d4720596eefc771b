// SPDX-License-Identifier: GPL-3.0-or-later
// Findings that are known and accepted for a while, so that a portal with an old stock can start to check today. A text
// file, one finding a line, parted by tabs: code, file, fingerprint of the line, last day, reason.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/instant.h"
#include "generator/diagnostics/print.h"

namespace congbo::diagnostics {

// A finding as it is known again when lines move: code, file and the text of its line, not the line's number.
using FindingKey = std::string;
FindingKey key_of(const Diagnostic& one, const SourceLine& source_line);

struct BaselineEntry {
  FindingKey key;
  std::string code, file;
  Date expires_on;  // the last day on which it is accepted
  std::string reason;
  int line = 0;  // of the baseline file
};

// Reads a baseline. A line without a day or a reason is a mistake ("baseline-invalid"), placed in `path`.
std::vector<BaselineEntry> parse_baseline(std::string_view text, const std::string& path, Diagnostics& found);

// Takes out of `found` what the baseline accepts on `today`, one finding an entry, and tells how many. What it accepted
// too long ("baseline-expired") is an error beside the finding; what matches nothing any more is a warning
// ("baseline-unused"). Notes are left alone.
std::size_t accept_known(const std::vector<BaselineEntry>& known, const std::string& path, Date today,
                         const SourceLine& source_line, Diagnostics& found);

// A baseline that accepts all errors and warnings of `found` until the day, for the reason.
std::string write_baseline(const Diagnostics& found, Date expires_on, std::string_view reason,
                           const SourceLine& source_line);

// What is in `now` and not in `before`: what a change causes. Each with the lines of its own tree.
Diagnostics caused(const Diagnostics& now, const SourceLine& line_now, const Diagnostics& before,
                   const SourceLine& line_before);

}  // namespace congbo::diagnostics
