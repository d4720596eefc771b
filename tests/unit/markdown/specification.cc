// SPDX-License-Identifier: GPL-3.0-or-later
// Every example of the CommonMark and GFM specifications, with what we mean to do otherwise listed one by one.
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "tests/support/shared_data.h"
#include "tests/unit/markdown/fill_holes.h"

namespace congbo::markdown {
namespace {

struct Example {
  int number = 0;
  std::string markdown, html;
};

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
  return text;
}

std::vector<Example> read_examples(const std::string& specification) {
  std::istringstream in(specification);
  const std::string fence(32, '`');
  std::vector<Example> examples;
  std::string line;
  int number = 0;
  while (std::getline(in, line)) {
    if (line.rfind(fence + " example", 0) != 0) continue;
    Example example;
    example.number = ++number;
    while (std::getline(in, line) && line != ".") example.markdown += line + "\n";
    while (std::getline(in, line) && line != fence) example.html += line + "\n";
    example.markdown = replaced(example.markdown, "→", "\t");
    example.html = replaced(example.html, "→", "\t");
    examples.push_back(example);
  }
  return examples;
}

std::string replaced_all(std::string text, const std::map<std::string, std::string>& patterns) {
  for (const auto& pattern : patterns) text = std::regex_replace(text, std::regex(pattern.first), pattern.second);
  return text;
}

// Ours, without what we add for everybody: ids, scrolling boxes, lazy images.
std::string normalised_ours(const std::string& html) {
  // clang-format off
  return replaced_all(html, {{"<(h[1-6]) id=\"[^\"]*\">", "<$1>"},
                             {"<pre tabindex=\"0\">", "<pre>"},
                             {" loading=\"lazy\">", ">"},
                             {"<div class=\"table-scroll\"[^>]*>", ""},
                             {"</table></div>", "</table>"},
                             {"<th scope=\"col\"", "<th"},
                             {" class=\"(left|center|right)\"", " align=\"$1\""},
                             {"<li class=\"task\"><input type=\"checkbox\" disabled aria-label=\"[^\"]*\">",
                              "<li><input disabled=\"\" type=\"checkbox\">"},
                             {"<li class=\"task\"><input type=\"checkbox\" checked disabled aria-label=\"[^\"]*\">",
                              "<li><input checked=\"\" disabled=\"\" type=\"checkbox\">"},
                             {"&#39;", "'"},
                             {"&#x27;", "'"}});
  // clang-format on
}

// Theirs with void elements as HTML writes them, and headings one level down where the body starts with <h1>.
std::string normalised_theirs(std::string html, bool moved_down) {
  html = replaced_all(html, {{" />", ">"},
                             {"&#39;", "'"},
                             {"<input type=\"checkbox\" disabled=\"\">", "<input disabled=\"\" type=\"checkbox\">"},
                             {"<input type=\"checkbox\" checked=\"\" disabled=\"\">",
                              "<input checked=\"\" disabled=\"\" type=\"checkbox\">"}});
  if (!moved_down) return replaced_all(html, {{"(</?)h1>", "$1h2>"}});
  for (int level = 5; level >= 1; --level)
    html = replaced_all(html, {{"(</?)h" + std::to_string(level) + ">", "$1h" + std::to_string(level + 1) + ">"}});
  return html;
}

bool has(const Diagnostics& found, const std::string& code) {
  for (const Diagnostic& one : found.all())
    if (one.code == code) return true;
  return false;
}

// Where we differ, and why.
const std::string raw_html_is_dropped = "safe mode: raw HTML is dropped and reported";
const std::string comments_are_dropped = "safe mode: comments are nobody's business";
const std::string addresses_become_links = "addresses in running text become links (autolink extension)";
const std::string footnotes_are_ours = "footnotes with roles, names and ids of our own";
using Differences = std::map<std::string, std::set<int>>;

void check_file(const std::string& name, const Differences& differences) {
  const std::optional<std::string> specification = test::shared_data("conformance/" + name);
  if (!specification) return;
  std::set<int> expected_to_differ;
  for (const auto& reason : differences) expected_to_differ.insert(reason.second.begin(), reason.second.end());
  const std::vector<Example> examples = read_examples(*specification);
  CHECK(examples.size() > 20);
  for (const Example& example : examples) {
    if (example.html == "<IGNORE>\n") continue;  // an input that must only not crash
    Diagnostics found;
    const Fragment fragment = render(example.markdown, "a.md", Options{}, found);
    const std::string ours = normalised_ours(fill_holes(fragment));
    const std::string theirs = normalised_theirs(example.html, has(found, "markdown-heading-one"));
    INFO(name << " example " << example.number << "\n" << example.markdown);
    if (expected_to_differ.count(example.number) > 0)
      CHECK(ours != theirs);
    else
      CHECK(ours == theirs);
  }
}

}  // namespace

TEST_CASE("Every example of CommonMark gives the specification's HTML", "[SEC-01]") {
  // Examples of CommonMark 0.31; cmark-gfm implements 0.29.
  check_file(
      "commonmark/spec.txt",
      {{raw_html_is_dropped, {21,  31,  148, 149, 150, 151, 152, 153, 154, 155, 156, 157, 158, 159, 160, 161, 162, 163,
                              164, 165, 166, 167, 168, 169, 170, 171, 172, 173, 174, 175, 176, 177, 178, 179, 180, 182,
                              183, 184, 186, 187, 188, 189, 190, 191, 192, 193, 203, 346, 477, 478, 479, 493, 496, 526,
                              538, 615, 616, 617, 618, 619, 625, 627, 628, 629, 630, 631, 632, 633, 645, 646}},
       {comments_are_dropped, {181, 185, 310, 311}},
       {addresses_become_links, {604, 608, 610, 613, 614}},
       {"0.30: numeric references have at most seven digits", {28}},
       {"0.31: symbols count as punctuation beside emphasis", {356}}});
}

TEST_CASE("Every example of GitHub Flavored Markdown gives the specification's HTML", "[SEC-01]") {
  check_file("gfm/spec.txt", {{raw_html_is_dropped,
                               {118, 119, 120, 121, 122, 123, 124, 125, 126, 127, 128, 129, 130, 131, 132, 133, 134,
                                135, 136, 137, 138, 139, 140, 141, 142, 143, 144, 145, 146, 147, 149, 150, 151, 153,
                                154, 155, 156, 157, 158, 159, 160, 170, 317, 327, 354, 484, 485, 486, 500, 503, 532,
                                544, 632, 633, 634, 635, 636, 642, 647, 648, 649, 650, 651, 653, 663, 664}},
                              {comments_are_dropped, {148, 152, 288, 289, 644}},
                              {addresses_become_links, {610, 614, 616, 619, 620}}});
}

TEST_CASE("Every example of the GFM extensions gives the specification's HTML", "[SEC-01]") {
  check_file("gfm/extensions.txt", {{raw_html_is_dropped, {12, 22}}, {footnotes_are_ours, {23}}});
}

}  // namespace congbo::markdown
