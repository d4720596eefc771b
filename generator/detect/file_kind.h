// SPDX-License-Identifier: GPL-3.0-or-later
// What a file is by its bytes, whatever its name says (DOC-06, REF-11), and how large a picture is. Reads headers only;
// any bytes give an answer.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
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

struct ImageSize {
  std::uint32_t width = 0, height = 0;  // pixels
};

// Of PNG, JPEG, GIF, WebP and AVIF; nothing for others and for headers that make no sense.
std::optional<ImageSize> image_size(std::string_view bytes);

// Whether the pixels of a JPEG lie on their side: its Exif header asks for a quarter turn, so width and height change
// places.
bool stands_sideways(std::string_view jpeg);
// A GIF, or a WebP that says it moves.
bool is_animated(std::string_view bytes);
// Whether the end of a PNG, JPEG, GIF or WebP is missing, as after an upload that broke off.
bool is_cut_off(std::string_view bytes);

bool has_macros(std::string_view office_file);  // a part for Visual Basic or Basic in a zip or in the old format
bool is_encrypted_pdf(std::string_view pdf);

// Whether a JPEG says where it was taken (PII-04): the block of GPS data that phones write into its Exif header.
bool has_position(std::string_view jpeg);

}  // namespace congbo::detect
