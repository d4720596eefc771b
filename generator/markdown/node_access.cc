// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/markdown/node_access.h"

#include <algorithm>

namespace congbo::markdown {
namespace {

void add_words(const cmark_node& node, char line_break, std::string& words) {
  switch (node.type) {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE:
      words.append(literal_of(node));
      break;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
      words += line_break;
      break;
    default:
      break;
  }
}

// The header row of a table counts from the paragraph that the table was cut from; the row of dashes is behind it.
int line_of_row(const cmark_node& row) {
  if (cmark_gfm_extensions_get_table_row_is_header(const_cast<cmark_node*>(&row)) == 0) return row.start_line;
  return row.next != nullptr ? row.next->start_line - 2 : std::max(row.start_line, row.parent->end_line - 1);
}

}  // namespace

int start_line_of(const cmark_node& block) {
  if (block.type == CMARK_NODE_TABLE_CELL) return line_of_row(*block.parent);
  const cmark_node* known = &block;
  while (known->start_line <= 0 && known->next != nullptr) known = known->next;
  while (known->start_line <= 0 && known->parent != nullptr) known = known->parent;
  return known->start_line;
}

std::string collect_text(const cmark_node& root, char line_break, std::size_t limit) {
  std::string words;
  const cmark_node* node = root.first_child;
  while (node != nullptr && words.size() < limit) {
    add_words(*node, line_break, words);
    if (node->first_child != nullptr) {
      node = node->first_child;
      continue;
    }
    while (node != &root && node->next == nullptr) node = node->parent;
    if (node == &root) break;
    node = node->next;
  }
  return words;
}

}  // namespace congbo::markdown
