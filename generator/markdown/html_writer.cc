// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/markdown/html_writer.h"

#include <algorithm>

#include "generator/base/html_escape.h"
#include "generator/base/utf8.h"
#include "generator/markdown/node_access.h"

namespace congbo::markdown {
namespace {

bool is_table_part(const cmark_node& node) {
  return node.type == CMARK_NODE_TABLE || node.type == CMARK_NODE_TABLE_ROW || node.type == CMARK_NODE_TABLE_CELL;
}

// Paragraphs of a tight list item are not marked as such.
bool is_in_tight_list(const cmark_node& paragraph) {
  const cmark_node* const list = paragraph.parent->parent;
  return list != nullptr && list->type == CMARK_NODE_LIST && list->as.list.tight;
}

// Lines of the paragraph's text. cmark takes link definitions off the front of a paragraph and leaves its first line as
// it was, so the text is counted from the last one.
int line_count(const cmark_node& paragraph) {
  std::string_view content(reinterpret_cast<const char*>(paragraph.content.ptr),
                           static_cast<std::size_t>(paragraph.content.size));
  if (!content.empty() && content.back() == '\n') content.remove_suffix(1);
  return static_cast<int>(std::count(content.begin(), content.end(), '\n')) + 1;
}

}  // namespace

HtmlWriter::HtmlWriter(const Options& options, const Survey& features, const std::vector<Component>& components,
                       std::size_t limit, const MarkSigns& signs, Findings& found, Fragment& out)
    : options_(options),
      features_(features),
      components_(components),
      limit_(limit),
      signs_(signs),
      found_(found),
      out_(out),
      html_(out.html),
      words_(out.plain_text) {}

bool HtmlWriter::write(cmark_node& document) {
  choose_heading_shift(document);
  if (features_.footnotes) reserve_footnote_ids(document);
  if (!walk(document)) return false;
  report_lost_components(components_.size());
  close_note();
  end_footnotes();
  while (!words_.empty() && words_.back() == '\n') words_.pop_back();
  out_.anchors = anchors_.sorted();
  return true;
}

bool HtmlWriter::walk(cmark_node& document) {
  cmark_node* node = document.first_child;
  while (node != nullptr) {
    if (html_.size() > limit_ || words_.size() > limit_) return false;
    if (enter(*node) == Step::into) {
      if (node->first_child != nullptr) {
        node = node->first_child;
        continue;
      }
      leave(*node);
    }
    while (node->next == nullptr) {
      node = node->parent;
      if (node == &document) return true;
      leave(*node);
    }
    node = node->next;
  }
  return true;
}

HtmlWriter::Step HtmlWriter::enter(cmark_node& node) {
  if (!is_block(node)) return enter_inline(node);
  lines_behind_ = 0;
  return is_table_part(node) ? enter_table_part(node) : enter_block(node);
}

void HtmlWriter::leave(cmark_node& node) {
  if (!is_block(node)) return leave_inline(node);
  if (is_table_part(node)) return leave_table_part(node);
  leave_block(node);
}

HtmlWriter::Step HtmlWriter::enter_block(cmark_node& node) {
  switch (node.type) {
    case CMARK_NODE_PARAGRAPH:
      enter_paragraph(node);
      return Step::into;
    case CMARK_NODE_HEADING:
      enter_heading(node);
      return Step::into;
    case CMARK_NODE_LIST:
      enter_list(node);
      return Step::into;
    case CMARK_NODE_ITEM:
      enter_item(node);
      return Step::into;
    case CMARK_NODE_BLOCK_QUOTE:
      start_block();
      html_ += "<blockquote>\n";
      legal_.enter_quote();
      return Step::into;
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      enter_footnote();
      return Step::into;
    case CMARK_NODE_CODE_BLOCK:
      write_code_block(node);
      return Step::over;
    case CMARK_NODE_HTML_BLOCK:
      write_html_block(node);
      return Step::over;
    case CMARK_NODE_THEMATIC_BREAK:
      start_block();
      html_ += "<hr>\n";
      return Step::over;
    default:
      return Step::into;
  }
}

void HtmlWriter::leave_block(cmark_node& node) {
  switch (node.type) {
    case CMARK_NODE_PARAGRAPH:
      return leave_paragraph(node);
    case CMARK_NODE_HEADING:
      html_ += "</h";
      html_ += static_cast<char>('0' + node.as.heading.level);
      html_ += ">\n";
      return end_words();
    case CMARK_NODE_LIST:
      start_block();
      html_ += node.as.list.list_type == CMARK_BULLET_LIST ? "</ul>\n" : "</ol>\n";
      list_numbers_.pop_back();
      return;
    case CMARK_NODE_ITEM:
      html_ += "</li>\n";
      return end_words();
    case CMARK_NODE_BLOCK_QUOTE:
      start_block();
      html_ += "</blockquote>\n";
      return legal_.leave_quote();
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      return leave_footnote(node);
    default:
      return;
  }
}

void HtmlWriter::enter_list(const cmark_node& list) {
  start_block();
  end_words();
  list_numbers_.push_back(0);
  if (list.as.list.list_type == CMARK_BULLET_LIST) {
    html_ += "<ul>\n";
  } else if (list.as.list.start == 1) {
    html_ += "<ol>\n";
  } else {
    html_ += "<ol start=\"" + std::to_string(list.as.list.start) + "\">\n";
  }
}

// What is published bears the numbers that were written: a khoản may be repealed, a list may name years. Only a list
// that begins with one number twice asks to be counted.
void HtmlWriter::write_number(const cmark_node& item) {
  int& number = list_numbers_.back();
  const cmark_node& first = *item.parent->first_child;
  const bool counted = first.next != nullptr && first.next->as.list.start == first.as.list.start;
  const int next = &item == &first ? item.as.list.start : number + 1;
  number = counted ? next : item.as.list.start;
  if (number != next) html_ += " value=\"" + std::to_string(number) + "\"";
}

void HtmlWriter::enter_item(cmark_node& item) {
  start_block();
  html_ += "<li";
  if (item.as.list.list_type == CMARK_ORDERED_LIST) write_number(item);
  if (options_.legal_structure) write_id(item_anchor(item));
  const bool is_task = item.extension != nullptr;  // the task list extension is the only one that makes items
  html_ += is_task ? " class=\"task\">" : ">";
  if (!is_task) return;
  const bool done = cmark_gfm_extensions_get_tasklist_item_checked(&item);
  html_ += done ? "<input type=\"checkbox\" checked disabled aria-label=\""
                : "<input type=\"checkbox\" disabled aria-label=\"";
  html_ += done ? word("Đã xong", "Done") : word("Chưa xong", "Not done");
  html_ += "\"> ";
}

void HtmlWriter::enter_paragraph(cmark_node& paragraph) {
  first_line_ = features_.definitions ? paragraph.end_line - line_count(paragraph) + 1 : 0;
  const std::string anchor = options_.legal_structure ? paragraph_anchor(paragraph) : std::string();
  if (is_in_tight_list(paragraph)) return;
  start_block();
  html_ += "<p";
  write_id(anchor);
  html_ += '>';
}

void HtmlWriter::leave_paragraph(cmark_node& paragraph) {
  end_words();
  const bool tight = is_in_tight_list(paragraph);
  if (paragraph.parent->type == CMARK_NODE_FOOTNOTE_DEFINITION && paragraph.next == nullptr) {
    html_ += ' ';
    write_back_references(*paragraph.parent);
  }
  if (!tight) html_ += "</p>\n";
}

void HtmlWriter::write_code_block(const cmark_node& code) {
  start_block();
  // A wide block scrolls, and what scrolls must be reachable by keyboard (A11Y-02).
  html_ += "<pre tabindex=\"0\"><code";
  const std::string_view info = text_of(code.as.code.info);
  const std::string_view language = info.substr(0, info.find_first_of(" \t\n\r\f\v"));
  if (!language.empty()) {
    html_ += " class=\"language-";
    append_html_escaped(html_, language);
    html_ += '"';
  }
  html_ += '>';
  const std::string_view literal = text_of(code.as.code.literal);
  // No body publishes programs by four blanks; words that begin so were meant as a paragraph.
  if (!code.as.code.fenced && literal.find(' ') != std::string_view::npos && !is_ascii(literal))
    found_.warning("markdown-code-indented", {code.start_line, 1, 0});
  append_html_escaped(html_, literal);
  html_ += "</code></pre>\n";
  words_ += literal;
  end_words();
}

void HtmlWriter::start_block() {
  if (!html_.empty() && html_.back() != '\n') html_ += '\n';
}

void HtmlWriter::end_words() {
  if (!words_.empty() && words_.back() != '\n') words_ += '\n';
}

void HtmlWriter::write_id(const std::string& anchor) {
  if (anchor.empty()) return;
  html_ += " id=\"";
  html_ += anchor;
  html_ += '"';
}

std::string_view HtmlWriter::word(std::string_view vietnamese, std::string_view english) const {
  return options_.language == Language::vietnamese ? vietnamese : english;
}

}  // namespace congbo::markdown
