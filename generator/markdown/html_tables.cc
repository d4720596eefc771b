// SPDX-License-Identifier: GPL-3.0-or-later
// A table scrolls within its own box, which the keyboard can reach and a screen reader can name (A11Y-01, A11Y-02).
#include "generator/markdown/html_writer.h"
#include "generator/markdown/node_access.h"

namespace congbo::markdown {
namespace {

bool is_empty_row(const cmark_node& row) {
  for (const cmark_node* cell = row.first_child; cell != nullptr; cell = cell->next)
    if (cell->first_child != nullptr) return false;
  return true;
}

std::string_view alignment_class(unsigned char alignment) {
  switch (alignment) {
    case 'l':
      return " class=\"left\"";
    case 'c':
      return " class=\"center\"";
    case 'r':
      return " class=\"right\"";
    default:
      return "";
  }
}

}  // namespace

HtmlWriter::Step HtmlWriter::enter_table_part(cmark_node& node) {
  if (node.type == CMARK_NODE_TABLE) {
    enter_table(node);
  } else if (node.type == CMARK_NODE_TABLE_CELL) {
    enter_cell(node);
  } else {
    column_ = 0;
    in_header_ = cmark_gfm_extensions_get_table_row_is_header(&node) != 0;
    if (in_header_)
      html_ += "<thead>\n";
    else if (node.prev != nullptr && cmark_gfm_extensions_get_table_row_is_header(node.prev) != 0)
      html_ += "<tbody>\n";
    html_ += "<tr>\n";
  }
  return Step::into;
}

void HtmlWriter::leave_table_part(cmark_node& node) {
  if (node.type == CMARK_NODE_TABLE) {
    html_ += node.last_child != node.first_child ? "</tbody>\n</table></div>\n" : "</table></div>\n";
  } else if (node.type == CMARK_NODE_TABLE_CELL) {
    html_ += in_header_ && node.first_child != nullptr ? "</th>\n" : "</td>\n";
    if (node.next != nullptr && !words_.empty() && words_.back() != '\n') words_ += ' ';
  } else {
    html_ += in_header_ ? "</tr>\n</thead>\n" : "</tr>\n";
    end_words();
  }
}

void HtmlWriter::enter_table(cmark_node& table) {
  start_block();
  html_ += "<div class=\"table-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"";
  html_ += word("Bảng", "Table");
  html_ += ' ';
  html_ += std::to_string(++tables_);
  html_ += "\"><table>\n";
  alignments_ = cmark_gfm_extensions_get_table_alignments(&table);
  alignment_count_ = cmark_gfm_extensions_get_table_columns(&table);
  if (table.first_child != nullptr && is_empty_row(*table.first_child))
    found_.warning("markdown-table-header-empty", {table.start_line, table.start_column, 1});
}

// An empty header cell names nothing, so it is written as a plain one.
void HtmlWriter::enter_cell(cmark_node& cell) {
  html_ += in_header_ && cell.first_child != nullptr ? "<th scope=\"col\"" : "<td";
  if (column_ < alignment_count_) html_ += alignment_class(alignments_[column_]);
  ++column_;
  html_ += '>';
}

}  // namespace congbo::markdown
