// SPDX-License-Identifier: GPL-3.0-or-later
// Text → cmark's tree. Knows what is special about cmark-gfm: registration once, its global table of special
// characters, and its memory.
#pragma once
#include <string_view>

#include "generator/markdown/survey.h"

struct cmark_node;
struct cmark_parser;

namespace congbo::markdown {

// The tree of one text. While it lives, no other tree may be made by the same thread.
class Tree {
 public:
  // `text` is well-formed UTF-8 and has passed the survey.
  Tree(std::string_view text, const Survey& features);
  ~Tree();
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;

  cmark_node* root() const { return root_; }

 private:
  bool in_arena_;
  cmark_parser* parser_ = nullptr;
  cmark_node* root_ = nullptr;
};

}  // namespace congbo::markdown
