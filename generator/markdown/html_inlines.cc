// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "generator/base/html_escape.h"
#include "generator/markdown/html_writer.h"
#include "generator/markdown/link_rules.h"
#include "generator/markdown/node_access.h"

namespace congbo::markdown {
namespace {

constexpr std::size_t quoted_address = 60;   // bytes of an address that a message repeats
constexpr std::size_t quoted_line = 160;     // bytes of a corrected line
constexpr int most_looks = 200;              // at source lines, in one text
constexpr std::size_t longest_line = 4'000;  // bytes of a line that is looked at for left-overs

// The first bytes of `text`, not cut within a character.
std::string shortened(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return std::string(text);
  std::size_t end = limit;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end)) + "…";
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\n") == std::string_view::npos;
}

bool leads_nowhere(std::string_view address) {
  return address.empty() || address == "http://" || address == "https://" || address == "mailto:";
}

LineStart line_start_of(const cmark_node& text) {
  if (text.prev == nullptr) return text.parent->type == CMARK_NODE_PARAGRAPH ? LineStart::first : LineStart::inside;
  const bool breaks = text.prev->type == CMARK_NODE_SOFTBREAK || text.prev->type == CMARK_NODE_LINEBREAK;
  return breaks && text.parent->type == CMARK_NODE_PARAGRAPH ? LineStart::later : LineStart::inside;
}

}  // namespace

HtmlWriter::Step HtmlWriter::enter_inline(cmark_node& node) {
  switch (node.type) {
    case CMARK_NODE_TEXT:
      write_text(literal_of(node));
      look_for_left_overs(node);
      return Step::over;
    case CMARK_NODE_SOFTBREAK:
      ++lines_behind_;
      write_break(node, "\n");
      return Step::over;
    case CMARK_NODE_LINEBREAK:
      ++lines_behind_;
      write_break(node, "<br>\n");
      return Step::over;
    case CMARK_NODE_CODE:
      write_code_span(literal_of(node));
      lines_behind_ += node.end_line - node.start_line;
      return Step::over;
    case CMARK_NODE_HTML_INLINE:
      drop_inline_html(node);
      lines_behind_ += node.end_line - node.start_line;
      return Step::over;
    case CMARK_NODE_EMPH:
      html_ += "<em>";
      return Step::into;
    case CMARK_NODE_STRONG:
      html_ += "<strong>";
      return Step::into;
    case CMARK_NODE_LINK:
      enter_link(node);
      return Step::into;
    case CMARK_NODE_IMAGE:
      write_image(node);
      return Step::over;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      write_footnote_reference(node);
      return Step::over;
    default:
      break;
  }
  if (node.type == CMARK_NODE_STRIKETHROUGH) html_ += "<del>";
  return Step::into;
}

void HtmlWriter::leave_inline(cmark_node& node) {
  if (node.type == CMARK_NODE_EMPH)
    html_ += "</em>";
  else if (node.type == CMARK_NODE_STRONG)
    html_ += "</strong>";
  else if (node.type == CMARK_NODE_LINK)
    leave_link();
  else if (node.type == CMARK_NODE_STRIKETHROUGH)
    html_ += "</del>";
}

void HtmlWriter::write_text(std::string_view text) {
  append_html_escaped(html_, text);
  words_ += text;
}

void HtmlWriter::look_for_left_overs(const cmark_node& node) {
  const std::string_view text = literal_of(node);
  const LineStart start = line_start_of(node);
  if (looks_ >= most_looks || !may_be_left_over(text, start, signs_)) return;
  ++looks_;
  Position where = inline_position(node, text.substr(0, 1));
  const std::string_view line = found_.line(where.line);
  if (where.line == left_over_line_ || line.size() > longest_line) return;
  const auto from = static_cast<std::size_t>(std::max(where.byte_column, 1) - 1);
  const std::optional<LeftOver> left = left_over_in(line, std::min(from, line.size()), start, text);
  if (!left) return;
  left_over_line_ = where.line;
  where.byte_column = static_cast<int>(left->offset) + 1;
  std::string shown = shortened(line.substr(left->offset), quoted_address);
  for (std::size_t tab = shown.find('\t'); tab != std::string::npos; tab = shown.find('\t', tab))
    shown.replace(tab, 1, "→");
  found_.warning(left->code, where, {std::move(shown)}, shortened(left->corrected, quoted_line));
}

void HtmlWriter::write_code_span(std::string_view text) {
  html_ += "<code>";
  write_text(text);
  html_ += "</code>";
}

void HtmlWriter::write_break(const cmark_node& node, std::string_view html) {
  html_ += html;
  words_ += ' ';
  if (options_.legal_structure) mark_unit_on_line(node);
}

void HtmlWriter::enter_link(cmark_node& link) {
  const std::string_view address = text_of(link.as.link.url);
  link_words_ = words_.size();
  // A bare address has no place of its own in cmark's tree.
  const bool is_bare =
      link.start_line <= 0 && link.first_child != nullptr && address.ends_with(literal_of(*link.first_child));
  link_place_ = inline_position(link, is_bare ? literal_of(*link.first_child) : "[");
  link_refused_ = is_dangerous_address(address);
  if (link_refused_) return refuse_address(link_place_, address);
  html_ += "<a href=\"";
  link_hole_ = out_.holes.size();
  add_hole(HoleKind::link, address, link_place_);
  html_ += '"';
  write_title(link);
  html_ += '>';
}

void HtmlWriter::leave_link() {
  if (link_refused_) {
    link_refused_ = false;
    return;
  }
  html_ += "</a>";
  Hole& hole = out_.holes[link_hole_];
  hole.text = words_.substr(link_words_);
  if (leads_nowhere(hole.target)) found_.error("markdown-link-address-empty", link_place_, {hole.text});
  if (is_blank(hole.text))
    found_.warning("markdown-link-text-empty", link_place_, {shortened(hole.target, quoted_address)});
  else if (is_vague_link_text(hole.text))
    found_.warning("markdown-link-text-vague", link_place_, {hole.text});
}

void HtmlWriter::write_image(cmark_node& image) {
  const std::string_view address = text_of(image.as.link.url);
  const std::string alternative = collect_text(image, ' ');
  words_ += alternative;
  const Position where = inline_position(image, "!");
  const std::string lines = collect_text(image, '\n');
  lines_behind_ += static_cast<int>(std::count(lines.begin(), lines.end(), '\n'));
  if (is_dangerous_address(address)) {
    refuse_address(where, address);
    append_html_escaped(html_, alternative);
    return;
  }
  if (is_blank(alternative)) found_.error("markdown-image-alt-missing", where, {shortened(address, quoted_address)});
  html_ += "<img src=\"";
  add_hole(HoleKind::image, address, where).text = alternative;
  html_ += "\" alt=\"";
  append_html_escaped(html_, alternative);
  html_ += '"';
  write_title(image);
  html_ += " loading=\"lazy\">";
}

void HtmlWriter::write_title(const cmark_node& node) {
  const std::string_view title = text_of(node.as.link.title);
  if (title.empty()) return;
  html_ += " title=\"";
  append_html_escaped(html_, title);
  html_ += '"';
}

void HtmlWriter::refuse_address(Position where, std::string_view address) {
  found_.error("markdown-link-refused", where, {shortened(address, quoted_address)});
}

// A line break is harmless, and tables know no other. A start tag is reported; its end tag says nothing new, and a
// comment is meant to be seen by nobody.
void HtmlWriter::drop_inline_html(const cmark_node& node) {
  const std::string_view tag = literal_of(node);
  if (tag == "<br>" || tag == "<br/>" || tag == "<br />") return write_break(node, "<br>\n");
  if (tag.substr(0, 2) == "</" || tag.substr(0, 4) == "<!--") return;
  Position where = inline_position(node, "<");
  where.bytes = tag.find('\n') == std::string_view::npos ? tag.size() : 1;
  found_.warning("markdown-raw-html", where, {shortened(tag, 40)});
}

Hole& HtmlWriter::add_hole(HoleKind kind, std::string_view target, Position where) {
  const Place place = found_.place(where);
  Hole& hole = out_.holes.emplace_back();
  hole.kind = kind;
  hole.offset = html_.size();
  hole.target = target;
  hole.line = place.line;
  hole.column = place.column;
  return hole;
}

// cmark's columns of inlines leave out what stands before the text on later lines of quotes and lists; its lines leave
// out the definitions taken off the front and the breaks made by "\\", and a link has that of its end. So lines are
// counted here and the place is looked for behind the last one: `mark` must stand there.
Position HtmlWriter::inline_position(const cmark_node& node, std::string_view mark) {
  const cmark_node* block = &node;
  while (!is_block(*block)) block = block->parent;
  int first = start_line_of(*block);
  if (block->type == CMARK_NODE_PARAGRAPH) first = std::max(first, first_line_);
  Position where = {first + lines_behind_, node.start_column, 1};
  const std::string_view line = found_.line(where.line);
  const std::size_t behind = where.line == place_line_ ? std::min(place_end_, line.size()) : 0;
  std::size_t at = 0;
  if (node.start_line - block->start_line == lines_behind_ && node.start_column > 0)
    at = static_cast<std::size_t>(node.start_column) - 1;
  if (line.substr(std::min(at, line.size()), mark.size()) != mark) {
    const std::size_t found = line.find(mark, std::max(at, behind));
    at = found != std::string_view::npos ? found : line.find(mark, behind);
    if (at == std::string_view::npos) at = line.find(mark);
  }
  if (at == std::string_view::npos) return where;
  place_line_ = where.line;
  place_end_ = at + 1;
  where.byte_column = static_cast<int>(at) + 1;
  return where;
}

}  // namespace congbo::markdown
