// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/render/changes.h"

#include "generator/base/html_escape.h"

namespace congbo::render {

namespace {

void append_piece(std::string& html, const record::ChangedPiece& piece) {
  const std::string_view tag = piece.change == Change::kept ? "" : piece.change == Change::added ? "ins" : "del";
  if (!tag.empty()) html.append("<").append(tag).append(">");
  append_html_escaped(html, piece.text);
  if (!tag.empty()) html.append("</").append(tag).append(">");
}

}  // namespace

std::string changes_html(const record::Comparison& comparison, const Frame& frame) {
  std::string html;
  bool changed = false;
  for (const record::ChangedParagraph& paragraph : comparison.paragraphs) {
    if (paragraph.same > 0) {
      const std::string_view key = paragraph.same == 1 ? "versions.same.one" : "versions.same";
      html += "<p class=\"same\">" + html_escape(frame.string(key, std::to_string(paragraph.same))) + "</p>\n";
      continue;
    }
    changed = true;
    html += "<p>";
    for (const record::ChangedPiece& piece : paragraph.pieces) {
      if (&piece != paragraph.pieces.data()) html += ' ';
      append_piece(html, piece);
    }
    html += "</p>\n";
  }
  return changed ? html : "<p>" + html_escape(frame.string("versions.equal")) + "</p>\n";
}

}  // namespace congbo::render
