// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/check/file_content.h"

#include <algorithm>

#include "generator/detect/file_kind.h"
#include "generator/detect/image_facts.h"

namespace congbo::check {

namespace {

using detect::FileKind;

// An address in <a …> is followed by the reader's click only.
bool is_plain_link(std::string_view svg, std::size_t at) {
  constexpr std::size_t longest_tag = 2'000;
  svg = svg.substr(at > longest_tag ? at - longest_tag : 0, std::min(at, longest_tag));
  const std::size_t tag = svg.rfind('<');
  return tag != std::string_view::npos && (svg.substr(tag, 3) == "<a " || svg.substr(tag, 3) == "<a\n");
}

std::string kilobytes(std::uint64_t bytes) {
  return std::to_string(bytes / 1'000);
}

void look_at_kind(const std::string& path, std::string_view ending, std::string_view bytes,
                  std::vector<Diagnostic>& found) {
  const FileKind kind = detect::kind_of(bytes);
  const std::vector<std::string> arguments = {path, std::string(ending), std::string(name_of(kind))};
  const bool runs = kind == FileKind::executable || kind == FileKind::html;
  if (runs) {
    found.push_back(error("file-disguised", {}, {path, std::string(name_of(kind))}));
  } else if (!detect::fits(kind, ending)) {
    const bool sure = kind != FileKind::unknown && kind != FileKind::text;
    found.push_back(sure ? error("file-content-mismatch", {}, arguments)
                         : warning("file-content-mismatch", {}, arguments));
  }
  const bool office = kind == FileKind::ooxml || kind == FileKind::odf || kind == FileKind::old_office;
  if (office && detect::has_macros(bytes)) found.push_back(error("file-macros", {}, {path}));
  if (kind == FileKind::pdf && detect::is_encrypted_pdf(bytes)) found.push_back(warning("file-encrypted", {}, {path}));
}

// Kinds whose size image_size() reads: without one, the file is cut off or damaged.
bool has_size(FileKind kind) {
  return kind == FileKind::png || kind == FileKind::jpeg || kind == FileKind::gif || kind == FileKind::webp;
}

void look_at_picture(const std::string& path, std::string_view ending, std::string_view bytes,
                     const ImageLimits& limits, std::vector<Diagnostic>& found) {
  if (detect::has_position(bytes)) found.push_back(warning("image-position", {}, {path}));
  const std::optional<detect::ImageSize> size = detect::image_size(bytes);
  if (!size) {
    const FileKind kind = detect::kind_of(bytes);
    if (has_size(kind) && detect::fits(kind, ending)) found.push_back(error("image-unreadable", {}, {path}));
    return;
  }
  if (detect::is_cut_off(bytes)) found.push_back(error("image-unreadable", {}, {path}));
  const std::uint64_t pixels = std::uint64_t{size->width} * size->height;
  if (pixels > most_pixels)
    found.push_back(warning(
        "image-too-large", {},
        {path, std::to_string(size->width), std::to_string(size->height), std::to_string(most_pixels / 1'000'000)}));
  if (size->width < limits.least_width)
    found.push_back(
        warning("image-too-small", {}, {path, std::to_string(size->width), std::to_string(limits.least_width)}));
  if (bytes.size() > limits.most_bytes)
    found.push_back(warning("image-too-heavy", {}, {path, kilobytes(bytes.size()), kilobytes(limits.most_bytes)}));
}

}  // namespace

bool has_active_content(std::string_view svg) {
  std::string text(svg);
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  for (const std::string_view mark : {"<script", "javascript:", "<foreignobject", "<iframe", "<!entity", "<handler"})
    if (text.find(mark) != std::string::npos) return true;
  // Pictures and styles from elsewhere, relative addresses and fragments aside.
  for (const std::string_view mark : {"href=\"http", "href='http", "href=\"//", "href='//", "url(http", "url(//",
                                      "url(\"http", "url('http", "@import", "src=\"http", "src='http"})
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1))
      if (!is_plain_link(text, at)) return true;
  // onload=, onclick = …: an attribute that begins with "on".
  for (std::size_t at = text.find("on"); at != std::string::npos; at = text.find("on", at + 2)) {
    if (at == 0 || std::string_view(" \t\r\n/\"'").find(text[at - 1]) == std::string_view::npos) continue;
    std::size_t end = at;
    while (end < text.size() && text[end] >= 'a' && text[end] <= 'z') ++end;
    const std::size_t sign = text.find_first_not_of(" \t\r\n", end);
    if (end > at + 3 && sign != std::string::npos && text[sign] == '=') return true;
  }
  return false;
}

std::vector<Diagnostic> look_at_content(const std::string& path, std::string_view ending, std::string_view bytes,
                                        const ImageLimits& limits) {
  std::vector<Diagnostic> found;
  look_at_kind(path, ending, bytes, found);
  look_at_picture(path, ending, bytes, limits, found);
  if (ending == "svg" && has_active_content(bytes)) found.push_back(error("file-svg-active", {}, {path}));
  return found;
}

}  // namespace congbo::check
