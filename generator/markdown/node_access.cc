// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/markdown/node_access.h"

namespace congbo::markdown {
namespace {

void add_words(const cmark_node& node, char line_break, std::string& words) {
  switch (node.type) {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE: words.append(literal_of(node)); break;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK: words += line_break; break;
    default: break;
  }
}

}  // namespace

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
