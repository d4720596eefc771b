// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/render/relation_graph.h"

#include <algorithm>
#include <vector>

#include "generator/base/html_escape.h"
#include "generator/record/wording.h"

namespace congbo::render {

namespace {

using documents::Side;
using record::RelatedDocument;

constexpr std::size_t most_others = 12;
constexpr std::size_t line_letters = 34,
                      most_lines = 3;  // of a name: 34 letters of 14 units fit the width in wide fonts
constexpr int width = 340, line_height = 18, box_space = 8, gap = 10, margin = 2, indent = 40, spine = 18;

// `text` on at most `most_lines` lines, broken at spaces; "…" where it does not end.
std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    if (lines.size() + 1 == most_lines) {
      lines.push_back(record::shorten(text, line_letters));
      break;
    }
    std::size_t end = 0, letters = 0, at = 0;  // `end`: behind the last word that fits
    for (; at < text.size() && letters <= line_letters; ++at) {
      letters += (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
      if (text[at] == ' ' && letters <= line_letters + 1) end = at;
    }
    if (at == text.size() && letters <= line_letters) end = at;
    if (end == 0) {  // a word longer than a line
      lines.push_back(record::shorten(text, line_letters));
      break;
    }
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return lines;
}

class Drawing {
 public:
  Drawing(const record::PublicRecord& record, const Frame& frame) : record_(record), frame_(frame) {
    for (const RelatedDocument& other : record.relations)
      (other.side == Side::undergoes ? above_ : below_).push_back(&other);
    left_out_ = limit(above_, most_others / 2, below_.size()) + limit(below_, most_others - above_.size(), 0);
  }

  std::string draw() {
    const std::vector<std::string> own_lines = lines_of(own_name());
    const int own_height = box_height(own_lines.size());
    own_top_ = margin;
    for (const RelatedDocument* other : above_) own_top_ += other_height(*other) + gap;
    own_bottom_ = own_top_ + own_height;
    int bottom = own_bottom_ + margin;
    for (const RelatedDocument* other : below_) bottom += gap + other_height(*other);
    begin(bottom + (left_out_ > 0 ? 24 : 0));
    int top = margin;
    for (const RelatedDocument* other : above_) top = draw_other(*other, top);
    draw_box(margin, top, width - 2 * margin, own_height, "2");
    draw_lines(margin + 10, top, own_lines, " font-weight=\"bold\"");
    top += own_height + gap;
    for (const RelatedDocument* other : below_) top = draw_other(*other, top);
    if (left_out_ > 0)
      draw_text(margin, bottom + 16, std::string(frame_.string("relations.more", std::to_string(left_out_))), "");
    return std::move(svg_) + "</svg>";
  }

 private:
  static int box_height(std::size_t lines) { return static_cast<int>(lines) * line_height + box_space; }
  static int other_height(const RelatedDocument& other) { return box_height(lines_of(name_of(other)).size() + 1); }

  // Keeps `most` of them, more where the other side has room; gives how many go.
  static std::size_t limit(std::vector<const RelatedDocument*>& some, std::size_t most, std::size_t others) {
    const std::size_t room = std::max(most, most_others - std::min(most_others, others));
    const std::size_t gone = some.size() > room ? some.size() - room : 0;
    some.resize(some.size() - gone);
    return gone;
  }

  void begin(int bottom) {
    svg_ = "<svg class=\"graph\" role=\"img\" viewBox=\"0 0 " + std::to_string(width) + " " + std::to_string(bottom) +
           "\" width=\"" + std::to_string(width) + "\" height=\"" + std::to_string(bottom) +
           "\" aria-labelledby=\"relation_title relation_text\"><title id=\"relation_title\">";
    svg_ += html_escape(frame_.string("relations.graph"));
    svg_ += "</title><desc id=\"relation_text\">";
    std::string words;
    for (const RelatedDocument& other : record_.relations)
      words += (words.empty() ? "" : "; ") + other.label + " " + name_of(other);
    svg_ += html_escape(record::shorten(own_name() + ": " + words, 600)) + "</desc>";
  }

  static const std::string& name_of(const RelatedDocument& other) {
    return other.number.empty() ? other.title : other.number;
  }

  std::string own_name() const {
    for (const record::DisplayField& field : record_.fields)
      if (field.key == "number") return field.text;
    return record_.page->title;
  }

  // The line runs from the other box to this document's; the head stands where it acts.
  int draw_other(const RelatedDocument& other, int top) {
    const int height = other_height(other), middle = top + height / 2;
    const bool acts = other.side == Side::undergoes;
    const int own_edge = acts ? own_top_ : own_bottom_;
    line(spine, own_edge, spine, middle);
    line(spine, middle, indent, middle);
    if (acts)
      arrow(spine, own_edge, -4, -8, 4, -8);
    else
      arrow(indent, middle, -8, -4, -8, 4);
    draw_box(indent, top, width - indent - margin, height, "1");
    draw_text(indent + 10, top + line_height, record::shorten(other.label, line_letters + 6), " font-size=\"12\"");
    draw_lines(indent + 10, top + line_height, lines_of(name_of(other)), "");
    return top + height + gap;
  }

  void line(int x1, int y1, int x2, int y2) {
    svg_ += "<path d=\"M" + std::to_string(x1) + " " + std::to_string(y1) + "L" + std::to_string(x2) + " " +
            std::to_string(y2) + "\" fill=\"none\" stroke=\"currentColor\"/>";
  }
  // A head whose point is at (x, y); the other corners relative to it.
  void arrow(int x, int y, int dx1, int dy1, int dx2, int dy2) {
    svg_ += "<path d=\"M" + std::to_string(x) + " " + std::to_string(y) + "l" + std::to_string(dx1) + " " +
            std::to_string(dy1) + "L" + std::to_string(x + dx2) + " " + std::to_string(y + dy2) +
            "Z\" fill=\"currentColor\"/>";
  }
  void draw_box(int x, int y, int box_width, int height, std::string_view stroke) {
    svg_ += "<rect x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) + "\" width=\"" +
            std::to_string(box_width) + "\" height=\"" + std::to_string(height) +
            "\" rx=\"4\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"" + std::string(stroke) + "\"/>";
  }
  void draw_lines(int x, int top, const std::vector<std::string>& lines, std::string_view attributes) {
    for (std::size_t i = 0; i < lines.size(); ++i)
      draw_text(x, top + static_cast<int>(i + 1) * line_height, lines[i], attributes);
  }
  void draw_text(int x, int y, const std::string& text, std::string_view attributes) {
    svg_ += "<text x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) + "\" fill=\"currentColor\"";
    svg_ += attributes;
    svg_ += ">" + html_escape(text) + "</text>";
  }

  const record::PublicRecord& record_;
  const Frame& frame_;
  std::vector<const RelatedDocument*> above_, below_;
  std::size_t left_out_ = 0;
  int own_top_ = 0, own_bottom_ = 0;
  std::string svg_;
};

}  // namespace

std::string relation_graph(const record::PublicRecord& record, const Frame& frame) {
  return record.relations.empty() ? std::string() : Drawing(record, frame).draw();
}

}  // namespace congbo::render
