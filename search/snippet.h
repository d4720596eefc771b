// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a text that answers a query best, as HTML with what matched in <mark>. Matching is by folded forms, so a
// query without diacritics marks a text with them (Xapian's own snippets cannot).
#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "search/query_plan.h"

namespace congbo::search {

class Highlights;

// For all texts that one question finds.
class SnippetMaker {
 public:
  explicit SnippetMaker(const QueryPlan& plan);
  ~SnippetMaker();
  SnippetMaker(const SnippetMaker&) = delete;
  // At most `window` syllables and 600 bytes of `text`. Empty if nothing of the plan occurs in it.
  std::string make(std::string_view text, std::size_t window = 36) const;

 private:
  std::unique_ptr<Highlights> highlights_;
};

// The beginning of the text in the same length, escaped.
std::string beginning_of(std::string_view text, std::size_t window = 36);

}  // namespace congbo::search
