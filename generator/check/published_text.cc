// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/check/published_text.h"

#include <algorithm>
#include <array>
#include <vector>

#include "generator/check/file_names.h"
#include "generator/detect/personal_data.h"
#include "generator/detect/scan.h"
#include "generator/detect/secret_marks.h"

namespace congbo::check {

namespace {

using detect::Finding;

constexpr std::array<std::string_view, 6> endings = {"csv", "txt", "svg", "vtt", "srt", "json"};
constexpr std::string_view tombstones = "_site/tombstones.yaml";

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

// What of a file is read, and where each byte of it stands in the file.
struct ReadText {
  std::string text;
  std::vector<std::size_t> offsets;

  void add(char c, std::size_t offset) {
    text += c;
    offsets.push_back(offset);
  }
};

// Text between the tags of a drawing, each piece on a line of its own. Coordinates stand in attributes.
ReadText text_of_drawing(std::string_view svg) {
  ReadText read;
  for (std::size_t at = 0; at < svg.size();) {
    const std::size_t end = std::min(svg.find('<', at), svg.size());
    std::size_t last = end;
    while (at < last && is_space(svg[at])) ++at;
    while (last > at && is_space(svg[last - 1])) --last;
    const bool any = at < last;
    for (; at < last; ++at) read.add(svg[at], at);
    if (any) read.add('\n', last);
    const std::string_view tag = svg.substr(end);
    std::string_view close = ">";
    if (tag.starts_with("<style")) close = "</style>";
    if (tag.starts_with("<script")) close = "</script>";
    if (tag.starts_with("<!--")) close = "-->";
    const std::size_t closed = svg.find(close, end);
    at = closed == std::string_view::npos ? svg.size() : closed + close.size();
  }
  return read;
}

// Cells of a table between the borders of one in Markdown; what keys precede goes with them.
ReadText text_of(std::string_view path, std::string_view bytes) {
  if (path.ends_with(".svg")) return text_of_drawing(bytes);
  const bool table = path.ends_with(".csv");
  ReadText read;
  read.text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const char c = bytes[at];
    read.text += table && (c == ',' || c == ';' || c == '\t') ? '|' : c;
  }
  return read;
}

}  // namespace

bool is_published_text(std::string_view path) {
  if (path.ends_with(tombstones)) return true;
  if (path.find("/_site/") != std::string_view::npos) return false;
  return std::find(endings.begin(), endings.end(), ending_of(path)) != endings.end();
}

void look_at_published_text(const SourceText& source, std::uint32_t signs, Diagnostics& found) {
  const bool persons = (signs & detect::signs_of_persons) != 0;
  const bool marks = (signs & detect::sign_mark) != 0;
  if (!persons && !marks) return;
  const ReadText read = text_of(source.path(), source.bytes());
  const auto place = [&](const Finding& one) {
    return source.place(read.offsets.empty() ? one.offset : read.offsets[one.offset], one.length);
  };
  if (persons)
    for (const Finding& one : detect::find_personal_data(read.text, detect::Audience::general, signs))
      found.add(one.code == "personal-list" ? error(one.code, place(one), {one.shown})
                                            : warning(one.code, place(one), {one.shown}));
  if (marks)
    for (const Finding& one : detect::find_secret_marks(read.text)) found.add(error(one.code, place(one), {one.shown}));
}

}  // namespace congbo::check
