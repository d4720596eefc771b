// SPDX-License-Identifier: GPL-3.0-or-later
// A page as a tree of blocks whose leaves are lines of text (runs): what is aligned before words are compared.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "preview/difference/html_tokens.h"

namespace congbo::difference {

struct Node {
  std::string name;                  // of the block; empty for a run
  std::string_view open, close;      // its tags; `close` is empty where the page has none
  std::vector<Node> children;        // of a block
  std::vector<Token> run;            // text and inline elements, not blank
  std::string hash;                  // equal for what reads alike: names and text, not the blocks' attributes
  std::vector<std::uint32_t> words;  // sorted hashes of its words, a sample of the first 256
  bool is_run() const { return name.empty(); }
};

// Blocks nested deeper than 100 count as text of the hundredth.
Node read_tree(std::string_view html);

// 0 (nothing in common) to 1 (the same words).
double similarity(const Node& one, const Node& other);

}  // namespace congbo::difference
