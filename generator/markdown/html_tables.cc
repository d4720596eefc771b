// SPDX-License-Identifier: GPL-3.0-or-later
// A table scrolls within its own box, which the keyboard can reach and a screen reader can name (A11Y-01, A11Y-02).
#include <algorithm>

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

// What stands behind the first `columns` cells of a row, which no reader would see.
std::string lost_cells(std::string_view line, std::size_t columns) {
  std::size_t at = line.find_first_not_of(" \t");
  if (at != std::string_view::npos && line[at] == '|') ++at;
  for (; columns > 0 && at < line.size(); --columns) {
    while (at < line.size() && line[at] != '|') at += line[at] == '\\' ? 2 : 1;
    ++at;
  }
  std::string_view rest = at < line.size() ? line.substr(at) : std::string_view();
  while (!rest.empty() && (rest.back() == '|' || rest.back() == ' ' || rest.back() == '\t')) rest.remove_suffix(1);
  return std::string(rest.substr(std::min(rest.find_first_not_of(" \t|"), rest.size())));
}

}  // namespace

HtmlWriter::Step HtmlWriter::enter_table_part(cmark_node& node) {
  if (node.type == CMARK_NODE_TABLE) {
    enter_table(node);
  } else if (node.type == CMARK_NODE_TABLE_CELL) {
    enter_cell(node);
  } else {
    column_ = 0;
    if (!features_.uneven_rows.empty()) check_row(node);
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

// cmark leaves out what is too much, fills up what is too little, and takes a paragraph right below for a row.
void HtmlWriter::check_row(const cmark_node& row) {
  const auto at = std::lower_bound(features_.uneven_rows.begin(), features_.uneven_rows.end(), row.start_line,
                                   [](const UnevenRow& one, int line) { return one.line < line; });
  if (at == features_.uneven_rows.end() || at->line != row.start_line) return;
  const std::string_view line = found_.line(at->line);
  const Position where = {at->line, 1, line.size()};
  if (line.find('|') == std::string_view::npos) return found_.warning("markdown-table-text-row", where);
  std::vector<std::string> counts = {std::to_string(at->cells), std::to_string(at->columns)};
  if (at->cells < at->columns) return found_.warning("markdown-table-row-short", where, std::move(counts));
  std::string lost = lost_cells(line, at->columns);
  if (!lost.empty()) found_.error("markdown-table-row-cells", where, std::move(counts), std::move(lost));
}

// An empty header cell names nothing, so it is written as a plain one.
void HtmlWriter::enter_cell(cmark_node& cell) {
  html_ += in_header_ && cell.first_child != nullptr ? "<th scope=\"col\"" : "<td";
  if (column_ < alignment_count_) html_ += alignment_class(alignments_[column_]);
  ++column_;
  html_ += '>';
}

}  // namespace congbo::markdown
