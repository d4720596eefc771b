// SPDX-License-Identifier: GPL-3.0-or-later
// What changed from one page to another, shown in the page itself. Pure: HTML in, HTML out; any bytes, bounded time.
//
// Blocks (paragraphs, items, rows) are aligned first, words compared within those that belong together. What is new
// stands in <ins class="congbo-new">, what is gone in <del class="congbo-gone">, never across blocks, so that the
// result is nested as well as the newer page. Each changed paragraph has a number: id="congbo-change-3" on its first
// mark.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace congbo::difference {

struct DiffOptions {
  std::string gone_prefix;  // put before addresses ("/…") of pictures that only the older page has
  // Said (title) where nothing but that differs.
  std::string only_marks = "Chỉ khác dấu", only_case = "Chỉ khác chữ hoa, chữ thường",
              only_encoding = "Chỉ khác cách mã hóa chữ";
};

struct Difference {
  std::string html;
  std::size_t changes = 0;  // numbered from 1
  bool complete = true;     // false: too large or too different; some blocks are shown as replaced as a whole
};

// Two fragments, or the insides of two <body> elements; of 4 MB each at most are compared, beyond that `after` comes
// back as it is.
Difference compare_html(std::string_view before, std::string_view after, const DiffOptions& options = {});

// Two plain texts: changed lines with three lines around them, in <div class="congbo-lines">.
Difference compare_text(std::string_view before, std::string_view after, const DiffOptions& options = {});

// "a page's <body> … </body>" without its tags; the whole text where it has none. With where it stood.
struct Body {
  std::size_t begin = 0, end = 0;
};
Body body_of(std::string_view html);

}  // namespace congbo::difference
