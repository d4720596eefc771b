// SPDX-License-Identifier: GPL-3.0-or-later
// The text of an attachment, as the search index, the checks and the cache know it (SEA-02, PII-03).
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congbo::attachments {

enum class Kind : std::uint8_t { pdf, docx, xlsx, pptx, odt, ods, odp, doc, xls, ppt };

// Of the ending of a file name, in lower case without its dot; nothing for files that hold no text we read.
std::optional<Kind> kind_of_ending(std::string_view ending);
std::string_view ending_of(Kind kind);

enum class Outcome : std::uint8_t {
  text,        // read; `parts` may still be empty (an empty sheet)
  no_text,     // pages, but not a letter: scanned, or its fonts do not say which letters they draw
  encrypted,   // asks for a password
  broken,      // not a file of that kind, damaged, or made to break its reader
  too_large,   // over a bound of bounds.h
  too_slow,    // still not read after most_cpu_seconds or most_wall_seconds
  no_program,  // old formats of Office: catdoc (or antiword) is not installed
};

enum class Visibility : std::uint8_t { shown, hidden };  // hidden: a sheet or slide that its program does not show

struct Part {
  std::uint32_t page = 0;  // of a PDF, from 1; 0 where the format has none
  std::string name;        // of a sheet; empty for others
  Visibility visibility = Visibility::shown;
  std::string text;  // UTF-8 in normal form C, blocks separated by "\n", cells of tables by " | "
};

struct Text {
  Outcome outcome = Outcome::text;
  std::vector<Part> parts;             // in order, none without text
  std::uint32_t pages = 0;             // of a PDF
  std::vector<std::uint32_t> scanned;  // pages of a PDF that have a picture and no letter
  bool cut = false;                    // there was more than is read of one file
  std::string converted;               // the old encoding it was in: "TCVN3 (ABC)"; empty for Unicode
};

// A file that gave no text.
Text failed(Outcome outcome);

// As bytes, for the worker's answer and the cache. Nothing for bytes that to_bytes() would not write.
std::string to_bytes(const Text& text);
std::optional<Text> from_bytes(std::string_view bytes);

}  // namespace congbo::attachments
