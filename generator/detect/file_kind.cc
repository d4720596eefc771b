// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/detect/file_kind.h"

#include <algorithm>
#include <array>

#include "generator/base/unicode.h"

namespace congbo::detect {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t looked_at = 4'096;  // bytes at the beginning of what may be text

struct Magic {
  std::string_view bytes;
  FileKind kind;
};

constexpr std::array magics = {Magic{"%PDF-"sv, FileKind::pdf},
                               Magic{"\x89PNG\r\n\x1A\n"sv, FileKind::png},
                               Magic{"\xFF\xD8\xFF"sv, FileKind::jpeg},
                               Magic{"GIF87a"sv, FileKind::gif},
                               Magic{"GIF89a"sv, FileKind::gif},
                               Magic{"\0\0\1\0"sv, FileKind::icon},
                               Magic{"\x1A\x45\xDF\xA3"sv, FileKind::matroska},
                               Magic{"OggS"sv, FileKind::ogg},
                               Magic{"ID3"sv, FileKind::mp3},
                               Magic{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, FileKind::old_office},
                               Magic{"Rar!\x1A\x07"sv, FileKind::archive},
                               Magic{"7z\xBC\xAF\x27\x1C"sv, FileKind::archive},
                               Magic{"\x1F\x8B"sv, FileKind::archive},
                               Magic{"\x7F"
                                     "ELF"sv,
                                     FileKind::executable},
                               Magic{"\xCA\xFE\xBA\xBE"sv, FileKind::executable},
                               Magic{"\xCF\xFA\xED\xFE"sv, FileKind::executable},
                               Magic{"\xFE\xED\xFA\xCF"sv, FileKind::executable},
                               Magic{"#!"sv, FileKind::executable}};

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 0x20);
  return out;
}

std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t count, bool little) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t from = little ? at + count - 1 - i : at + i;
    value = value << 8 | (from < bytes.size() ? static_cast<unsigned char>(bytes[from]) : 0U);
  }
  return value;
}
std::uint32_t big(std::string_view bytes, std::size_t at, std::size_t count) {
  return number(bytes, at, count, false);
}
std::uint32_t little(std::string_view bytes, std::size_t at, std::size_t count) {
  return number(bytes, at, count, true);
}

// A program of Windows: MZ, and at the place it names PE.
bool is_windows_program(std::string_view bytes) {
  if (!bytes.starts_with("MZ") || bytes.size() < 0x40) return false;
  const std::size_t at = little(bytes, 0x3C, 4);
  return at < bytes.size() && bytes.substr(at, 2) == "PE";
}

// The parts of a zip are named in it without compression.
FileKind zip_kind(std::string_view bytes) {
  const std::string_view first = bytes.substr(0, 200);
  if (const std::size_t mime = first.find("mimetypeapplication/"); mime != npos) {
    const std::string_view type = first.substr(mime + 20);
    if (type.starts_with("vnd.oasis.opendocument.")) return FileKind::odf;
    if (type.starts_with("epub+zip")) return FileKind::epub;
  }
  if (bytes.find("[Content_Types].xml") != npos) return FileKind::ooxml;
  if (bytes.find("META-INF/MANIFEST.MF") != npos && bytes.find(".class") != npos) return FileKind::executable;
  return FileKind::zip;
}

FileKind media_kind(std::string_view bytes) {
  if (bytes.substr(4, 4) == "ftyp") {
    const std::string_view brand = bytes.substr(8, 4);
    return brand == "avif" || brand == "avis" || brand == "mif1" ? FileKind::avif : FileKind::mp4;
  }
  if (bytes.starts_with("RIFF")) {
    if (bytes.substr(8, 4) == "WEBP") return FileKind::webp;
    if (bytes.substr(8, 4) == "WAVE") return FileKind::wav;
  }
  const bool frame = bytes.size() > 2 && bytes[0] == '\xFF' && (static_cast<unsigned char>(bytes[1]) & 0xE6) == 0xE2;
  return frame ? FileKind::mp3 : FileKind::unknown;
}

FileKind text_kind(std::string_view bytes) {
  const bool whole = bytes.size() <= looked_at;
  std::string_view start = bytes.substr(0, looked_at);
  while (!whole && !start.empty() && (static_cast<unsigned char>(start.back()) & 0x80) != 0) start.remove_suffix(1);
  const std::string text = lower(start);
  const std::size_t first = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  const std::string_view head = first == npos ? std::string_view() : std::string_view(text).substr(first);
  if (head.starts_with("<svg") || (head.starts_with("<") && head.find("<svg") != npos && head.find("<html") == npos))
    return FileKind::svg;
  if (head.starts_with("<!doctype html") || head.starts_with("<html") || head.starts_with("<script") ||
      (head.starts_with("<") && head.find("<html") != npos))
    return FileKind::html;
  if (head.starts_with("<?xml") || head.starts_with("<")) return FileKind::xml;
  const bool control = std::any_of(start.begin(), start.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f';
  });
  return control || first_invalid_utf8(start) ? FileKind::unknown : FileKind::text;
}

std::optional<ImageSize> jpeg_size(std::string_view bytes) {
  for (std::size_t at = 2; at + 9 < bytes.size();) {
    if (bytes[at] != '\xFF') return std::nullopt;
    const auto marker = static_cast<unsigned char>(bytes[at + 1]);
    if (marker == 0xFF) {
      ++at;
      continue;
    }
    const bool frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    if (frame) return ImageSize{big(bytes, at + 7, 2), big(bytes, at + 5, 2)};
    at += 2 + big(bytes, at + 2, 2);
  }
  return std::nullopt;
}

std::optional<ImageSize> webp_size(std::string_view bytes) {
  const std::string_view chunk = bytes.substr(12, 4);
  if (chunk == "VP8X") return ImageSize{little(bytes, 24, 3) + 1, little(bytes, 27, 3) + 1};
  if (chunk == "VP8 ") return ImageSize{little(bytes, 26, 2) & 0x3FFF, little(bytes, 28, 2) & 0x3FFF};
  if (chunk != "VP8L") return std::nullopt;
  const std::uint32_t bits = little(bytes, 21, 4);
  return ImageSize{(bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1};
}

// The largest of the pictures an AVIF holds (it may be laid together from tiles).
std::optional<ImageSize> avif_size(std::string_view bytes) {
  constexpr std::size_t looked_through = 65'536;
  bytes = bytes.substr(0, looked_through);
  ImageSize size;
  for (std::size_t at = bytes.find("ispe"); at != npos; at = bytes.find("ispe", at + 4)) {
    const std::uint32_t width = big(bytes, at + 8, 4), height = big(bytes, at + 12, 4);
    if (std::uint64_t{width} * height > std::uint64_t{size.width} * size.height) size = {width, height};
  }
  return size;
}

// Where the Exif data of a JPEG begins; empty without any.
std::string_view exif_of(std::string_view jpeg) {
  const std::size_t exif = jpeg.substr(0, 65'536).find("Exif\0\0"sv);
  if (!jpeg.starts_with("\xFF\xD8") || exif == npos) return {};
  return jpeg.substr(exif + 6, 65'536);
}

// The row of the first table of Exif data that has that number; npos without one.
std::size_t exif_row(std::string_view tiff, std::uint32_t tag) {
  const bool low_first = tiff.starts_with("II");
  const std::size_t table = number(tiff, 4, 4, low_first);
  if (table >= tiff.size()) return npos;
  const std::uint32_t rows = std::min(number(tiff, table, 2, low_first), 200U);
  for (std::uint32_t row = 0; row < rows; ++row)
    if (number(tiff, table + 2 + std::size_t{12} * row, 2, low_first) == tag) return table + 2 + std::size_t{12} * row;
  return npos;
}

struct Fitting {
  std::string_view ending;
  std::array<FileKind, 3> kinds;
};

constexpr std::array fitting = {Fitting{"pdf", {FileKind::pdf}},
                                Fitting{"png", {FileKind::png}},
                                Fitting{"jpg", {FileKind::jpeg}},
                                Fitting{"jpeg", {FileKind::jpeg}},
                                Fitting{"gif", {FileKind::gif}},
                                Fitting{"webp", {FileKind::webp}},
                                Fitting{"avif", {FileKind::avif}},
                                Fitting{"ico", {FileKind::icon, FileKind::png}},
                                Fitting{"svg", {FileKind::svg}},
                                Fitting{"zip", {FileKind::zip, FileKind::ooxml, FileKind::odf}},
                                Fitting{"docx", {FileKind::ooxml}},
                                Fitting{"xlsx", {FileKind::ooxml}},
                                Fitting{"pptx", {FileKind::ooxml}},
                                Fitting{"odt", {FileKind::odf}},
                                Fitting{"ods", {FileKind::odf}},
                                Fitting{"odp", {FileKind::odf}},
                                Fitting{"odg", {FileKind::odf}},
                                Fitting{"epub", {FileKind::epub}},
                                Fitting{"doc", {FileKind::old_office}},
                                Fitting{"xls", {FileKind::old_office}},
                                Fitting{"ppt", {FileKind::old_office}},
                                Fitting{"mp4", {FileKind::mp4}},
                                Fitting{"m4a", {FileKind::mp4}},
                                Fitting{"webm", {FileKind::matroska}},
                                Fitting{"mp3", {FileKind::mp3}},
                                Fitting{"wav", {FileKind::wav}},
                                Fitting{"ogg", {FileKind::ogg}},
                                Fitting{"oga", {FileKind::ogg}},
                                Fitting{"ogv", {FileKind::ogg}},
                                Fitting{"csv", {FileKind::text, FileKind::unknown}},
                                Fitting{"txt", {FileKind::text, FileKind::unknown, FileKind::xml}},
                                Fitting{"json", {FileKind::text}},
                                Fitting{"geojson", {FileKind::text}},
                                Fitting{"ics", {FileKind::text}},
                                Fitting{"vtt", {FileKind::text}},
                                Fitting{"srt", {FileKind::text}},
                                Fitting{"xml", {FileKind::xml, FileKind::svg}}};

}  // namespace

std::string_view name_of(FileKind kind) {
  static constexpr std::array<std::string_view, 24> names = {
      "?",       "text",   "PDF",   "PNG", "JPEG", "GIF", "WebP", "AVIF", "icon", "SVG", "XML",
      "HTML",    "ZIP",    "OOXML", "ODF", "EPUB", "MP4", "WebM", "Ogg",  "MP3",  "WAV", "Microsoft Office 97",
      "archive", "program"};
  return names[static_cast<std::size_t>(kind)];
}

FileKind kind_of(std::string_view bytes) {
  if (bytes.starts_with("PK\x03\x04")) return zip_kind(bytes);
  if (is_windows_program(bytes)) return FileKind::executable;
  for (const Magic& magic : magics)
    if (bytes.starts_with(magic.bytes)) return magic.kind;
  if (bytes.size() > 12)
    if (const FileKind media = media_kind(bytes); media != FileKind::unknown) return media;
  if (bytes.substr(0, 1'024).find("%PDF-") != npos) return FileKind::pdf;  // readers allow bytes before it
  return text_kind(bytes);
}

bool fits(FileKind kind, std::string_view ending) {
  const auto known =
      std::find_if(fitting.begin(), fitting.end(), [&](const Fitting& one) { return one.ending == ending; });
  if (known == fitting.end()) return true;
  // What is left of the array is `unknown`, which fits only where it is written first or second.
  for (std::size_t i = 0; i < known->kinds.size(); ++i)
    if (known->kinds[i] == kind && (kind != FileKind::unknown || ending == "csv" || ending == "txt")) return true;
  return false;
}

std::optional<ImageSize> image_size(std::string_view bytes) {
  std::optional<ImageSize> size;
  if (bytes.size() < 30) return size;
  switch (kind_of(bytes.substr(0, looked_at))) {
    case FileKind::png:
      size = ImageSize{big(bytes, 16, 4), big(bytes, 20, 4)};
      break;
    case FileKind::gif:
      size = ImageSize{little(bytes, 6, 2), little(bytes, 8, 2)};
      break;
    case FileKind::jpeg:
      size = jpeg_size(bytes);
      break;
    case FileKind::webp:
      size = webp_size(bytes);
      break;
    case FileKind::avif:
      size = avif_size(bytes);
      break;
    default:
      break;
  }
  if (size && (size->width == 0 || size->height == 0)) size.reset();
  return size;
}

bool has_macros(std::string_view office_file) {
  if (office_file.starts_with("PK"))
    return office_file.find("vbaProject.bin") != npos || office_file.find("Basic/Standard/") != npos ||
           office_file.find("Basic/script-lc.xml") != npos;
  // Names in the old format are UTF-16: _VBA_PROJECT.
  return office_file.find("_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T"sv) != npos;
}

bool is_encrypted_pdf(std::string_view pdf) {
  for (std::size_t at = pdf.find("/Encrypt"); at != npos; at = pdf.find("/Encrypt", at + 1)) {
    const char next = at + 8 < pdf.size() ? pdf[at + 8] : ' ';
    if (next == ' ' || next == '\n' || next == '\r' || next == '<') return true;
  }
  return false;
}

bool has_position(std::string_view jpeg) {
  constexpr std::uint32_t gps_block = 0x8825;
  return exif_row(exif_of(jpeg), gps_block) != npos;
}

bool stands_sideways(std::string_view jpeg) {
  constexpr std::uint32_t orientation = 0x0112;
  const std::string_view tiff = exif_of(jpeg);
  const std::size_t row = exif_row(tiff, orientation);
  if (row == npos) return false;
  const std::uint32_t turn = number(tiff, row + 8, 2, tiff.starts_with("II"));
  return turn >= 5 && turn <= 8;
}

bool is_animated(std::string_view bytes) {
  constexpr unsigned moves = 0x02;
  if (bytes.starts_with("GIF8")) return true;
  return bytes.starts_with("RIFF") && bytes.substr(8, 8) == "WEBPVP8X" && (big(bytes, 20, 1) & moves) != 0;
}

bool is_cut_off(std::string_view bytes) {
  switch (kind_of(bytes.substr(0, looked_at))) {
    case FileKind::png:
      return bytes.find("IEND") == npos;
    case FileKind::jpeg:  // cameras write further pictures behind the first
      return bytes.rfind("\xFF\xD9") == npos;
    case FileKind::gif:
      return bytes.find_last_not_of('\0') == npos || bytes[bytes.find_last_not_of('\0')] != '\x3B';
    case FileKind::webp:
      return std::uint64_t{8} + little(bytes, 4, 4) > bytes.size();
    default:
      return false;
  }
}

}  // namespace congbo::detect
