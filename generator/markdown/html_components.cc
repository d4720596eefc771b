// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "generator/base/html_escape.h"
#include "generator/markdown/html_writer.h"
#include "generator/markdown/node_access.h"

namespace congbo::markdown {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\n") - first + 1);
}

}  // namespace

void HtmlWriter::write_html_block(const cmark_node& node) {
  const std::string_view html = trimmed(literal_of(node));
  if (html == component_mark) {
    if (const Component* const component = component_at(node.start_line)) return write_component(*component);
  }
  const Position where = {node.start_line, node.start_column, std::min(html.find('\n'), html.size())};
  if (html.substr(0, 4) != "<!--") {
    found_.warning("markdown-raw-html", where,
                   {std::string(html.substr(0, std::min<std::size_t>(html.find_first_of(">\n "), 40)))});
    return;
  }
  const std::size_t end = html.find("-->");
  if (end == std::string_view::npos)
    found_.error("markdown-comment-unclosed", where);
  else if (end + 3 < html.size() && trimmed(html.substr(html.rfind("-->") + 3)) != "")
    found_.warning("markdown-raw-html", where, {"<!--"});
}

// The component whose mark stands on `line`, if there is one: an author may write the mark as well.
const Component* HtmlWriter::component_at(int line) {
  std::size_t index = next_component_;
  while (index < components_.size() && components_[index].line < line) ++index;
  if (index == components_.size() || components_[index].line != line) return nullptr;
  report_lost_components(index);
  next_component_ = index + 1;
  return &components_[index];
}

void HtmlWriter::write_component(const Component& component) {
  start_block();
  if (component.role == ComponentRole::note_start) return open_note(component);
  if (component.role == ComponentRole::note_end) return close_note();
  Hole& hole = add_hole(HoleKind::component, component.name, {component.line, 1, 1});
  hole.parameters = component.parameters;
  hole.items = component.items;
  hole.text = component.text;
  html_ += '\n';
  words_ += component.text;
  end_words();
}

void HtmlWriter::open_note(const Component& note) {
  close_note();
  note_open_ = true;
  std::string_view title = word("Lưu ý", "Note");
  if (note.note_kind == "warning") title = word("Cảnh báo", "Warning");
  if (note.note_kind == "info") title = word("Thông tin", "Information");
  html_ += "<div class=\"note";
  if (!note.note_kind.empty()) html_ += " note-" + note.note_kind;
  html_ += "\" role=\"note\">\n<p class=\"note-title\">";
  append_html_escaped(html_, note.title.empty() ? title : note.title);
  html_ += "</p>\n";
  if (note.title.empty()) return;
  words_ += note.title;
  end_words();
}

void HtmlWriter::close_note() {
  if (!note_open_) return;
  note_open_ = false;
  start_block();
  html_ += "</div>\n";
}

// A directive within raw HTML went with it.
void HtmlWriter::report_lost_components(std::size_t until) {
  for (; next_component_ < until; ++next_component_) {
    const Component& lost = components_[next_component_];
    if (lost.role == ComponentRole::note_end) continue;
    found_.error("markdown-component-lost", {lost.line, 1, 3 + lost.name.size()}, {lost.name});
  }
}

}  // namespace congbo::markdown
