// SPDX-License-Identifier: GPL-3.0-or-later
// What a file is by its bytes, whatever its name says (DOC-06, REF-11). Reads headers only; any bytes give an
// answer.
#pragma once
#include <string_view>

namespace congbo::detect {

enum class FileKind {
  unknown,
  text,  // UTF-8 without control characters
  pdf,
  png,
  jpeg,
  gif,
  webp,
  avif,
  icon,
  svg,
  xml,
  html,
  zip,    // nothing more is known of it
  ooxml,  // docx, xlsx, pptx
  odf,    // odt, ods, odp, odg
  epub,
  mp4,
  matroska,  // webm
  ogg,
  mp3,
  wav,
  old_office,  // doc, xls, ppt
  archive,     // rar, 7z, gzip
  executable   // of Windows, Linux, macOS, Java, or a script with #!
};

std::string_view name_of(FileKind kind);  // "PDF", "PNG", "HTML"; the same in every language

FileKind kind_of(std::string_view bytes);

// Whether a file of that ending (lower case, without dot) may be of the kind. True for endings it knows nothing of.
bool fits(FileKind kind, std::string_view ending);

bool has_macros(std::string_view office_file);  // a part for Visual Basic or Basic in a zip or in the old format
bool is_encrypted_pdf(std::string_view pdf);

}  // namespace congbo::detect
