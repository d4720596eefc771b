// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/detect/file_kind.h"

#include <algorithm>
#include <array>

#include "generator/base/unicode.h"
#include "generator/detect/numbers_in_bytes.h"

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

}  // namespace congbo::detect
