// SPDX-License-Identifier: GPL-3.0-or-later
// Reading cmark's nodes without its accessors, which copy every text to end it with a zero. For the .cc files of this
// module that walk the tree.
#pragma once
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <cmark-gfm/node.h>

#include <string>
#include <string_view>

// Exported by the extensions library, numbered when they are registered, and in no header of it.
extern "C" {
extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL, CMARK_NODE_STRIKETHROUGH;
}

namespace congbo::markdown {

inline std::string_view text_of(const cmark_chunk& chunk) {
  return {reinterpret_cast<const char*>(chunk.data), static_cast<std::size_t>(chunk.len)};
}

// Literal of a text, code span, HTML or footnote node.
inline std::string_view literal_of(const cmark_node& node) {
  return text_of(node.as.literal);
}

inline bool is_block(const cmark_node& node) {
  return (node.type & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK;
}

// First line of a block. cmark gives none to a paragraph that it has cut off the front of a table, and a wrong one to
// the table's header.
int start_line_of(const cmark_node& block);

// The words in a node, line ends of the source as `line_break`, stopping soon after `limit` bytes. Footnote references
// and raw HTML give none.
std::string collect_text(const cmark_node& root, char line_break, std::size_t limit = std::string::npos);

}  // namespace congbo::markdown
