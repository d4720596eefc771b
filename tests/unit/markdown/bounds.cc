// SPDX-License-Identifier: GPL-3.0-or-later
// A megabyte of anything is answered quickly: rendered, or refused with a place. The patterns are those on which
// versions of cmark were slow, and those that grow.
#include <cstdlib>
#include <ctime>

#include "tests/support/catch.h"
#include "tests/unit/markdown/invariants.h"
#include "tests/unit/markdown/rendered.h"

namespace congbo::markdown {
namespace {

constexpr std::size_t megabyte = 990'000;

// "a`a``a```…" and the like: `mark` once, twice, three times …
std::string growing(const std::string& between, const std::string& mark, std::size_t bytes) {
  std::string text, run;
  while (text.size() < bytes) text += between + (run += mark);
  return text;
}

std::string numbered(const std::string& before, const std::string& after, std::size_t bytes) {
  std::string text;
  for (int number = 0; text.size() < bytes; ++number) text += before + std::to_string(number) + after;
  return text;
}

std::string deep_list(std::size_t bytes) {
  std::string text, indent;
  while (text.size() < bytes) text += (indent += "  ") + "- a\n";
  return text;
}

std::vector<std::pair<std::string, std::string>> patterns() {
  std::vector<std::pair<std::string, std::string>> all;
  for (const char* unit : {"[",
                           "[a",
                           "a[",
                           "![",
                           "![[]()",
                           "[[]()",
                           "[a](",
                           "[a](<b",
                           "[ (](",
                           "[a[b]",
                           "a]",
                           "[a]",
                           "[^a]",
                           "**a **a ",
                           "*a **a ",
                           "a**b",
                           "*a_ ",
                           "a*",
                           "_a ",
                           "a** ",
                           "*_",
                           "**x [a*b**c*](d)",
                           "***a ",
                           "*",
                           "_",
                           "~",
                           "~a ",
                           "~~a ",
                           "a~~ ",
                           "~a ~~b",
                           "`",
                           "`a``b```c",
                           "<>",
                           "<",
                           "<a ",
                           "a <?",
                           "a <!A ",
                           "a <![CDATA[",
                           "a <!--",
                           "a <!--\n",
                           "x <a b=\"",
                           "<?",
                           "<!--",
                           "&",
                           "&aaaaaa",
                           "&#",
                           "\\",
                           ">",
                           "> ",
                           "> - ",
                           "- ",
                           "* ",
                           "1. ",
                           "1) a\n",
                           "[x]: <\n",
                           "[x]: u \"\n",
                           "[a]: u\n",
                           "|",
                           "|a",
                           "| a\n",
                           "a|\n-|-\n",
                           "|-|-\n",
                           "|a|\n|-|\n\n",
                           "\\|",
                           "www.",
                           "www.a.",
                           "w",
                           "http://",
                           "http://a.b<",
                           "http://a)",
                           ":",
                           "://",
                           ":-",
                           "@",
                           "a@",
                           "a@b.c ",
                           "a.@.",
                           "#\n",
                           "# a #",
                           "a\n=\n",
                           "a\n",
                           "a\n\n",
                           "```\n",
                           "~~~\n",
                           "<div>\n",
                           "<div>\n\n",
                           "<script>\n\n",
                           "a<x>\n",
                           "a",
                           "\n",
                           " ",
                           "\t",
                           "-\t",
                           "a  \n",
                           "- [ ] a\n",
                           "- a\n  > b\n",
                           "-\n",
                           "_ ",
                           ":::figure\n",
                           ":::note\n",
                           ":::\n",
                           ":::note\n:::\n",
                           ":::contact a\n:::\n",
                           "\"",
                           "é",
                           "\xff",
                           "\r",
                           "\r\n",
                           "<b>",
                           "![](a)",
                           "[](a) ",
                           "[tại đây](a)\n",
                           "## a\n",
                           "# Điều 1.\n",
                           "1. a\n\n",
                           "a) b\n"})
    all.emplace_back(unit, repeated(unit, megabyte));
  const auto add = [&all](const std::string& name, std::string text) { all.emplace_back(name, std::move(text)); };
  add("NUL", std::string(megabyte, '\0'));
  add("nested links", repeated("[", megabyte / 8) + "a" + repeated("](b)", megabyte / 2));
  add("closed brackets", repeated("![[]()", megabyte * 6 / 7) + repeated("]", megabyte / 7));
  add("nested emphasis", repeated("*a **a ", megabyte / 2) + "b" + repeated(" a** a*", megabyte / 2));
  add("growing backticks", growing("e", "`", megabyte));
  add("growing stars", growing("e", "*", megabyte));
  add("used definition", "[x]: /u\n\n" + repeated("[x]", megabyte));
  add("definition that expands", "[x]: " + repeated("u", megabyte / 2) + "\n\n" + repeated("[x]", megabyte / 2));
  add("quoted definition that expands",
      "> [x]: u '" + repeated("u\n", megabyte / 2) + "'\n\n" + repeated("[x]", megabyte / 2));
  add("many definitions", numbered("[a", "]: u\n", megabyte));
  add("many definitions and uses", numbered("[a", "]: u\n\n", megabyte / 2) + numbered("[a", "] ", megabyte / 2));
  add("many footnotes", numbered("[^", "]: x\n\n", megabyte / 2) + numbered("[^", "] ", megabyte / 2));
  add("footnote used", "[^a]: x\n\n" + repeated("[^a]", megabyte));
  add("footnotes within footnotes", "[^0]\n\n" + numbered("[^", "]: [^1] [^2] [^3]\n\n", megabyte));
  add("quotes, then lines", repeated("> ", megabyte / 4) + "a\n" + repeated("a\n", megabyte / 2));
  add("quotes, then blank lines", repeated("> ", 196) + "a\n" + repeated("\n", megabyte));
  add("lists, then blank lines", repeated("- ", 190) + "a\n" + repeated("\n", megabyte));
  add("lists and long blank lines", repeated("- ", 190) + "a\n" + repeated("          \n", megabyte));
  add("quotes again and again", repeated(repeated(">", 99) + "a\n", megabyte));
  add("lists again and again", repeated(repeated("- ", 190) + "a\n", megabyte));
  add("deep list", deep_list(megabyte));
  add("wide table", repeated("|a", megabyte / 2) + "|\n" + repeated("|-", megabyte / 2) + "|\n");
  add("long table", repeated("|a", 160) + "|\n" + repeated("|-", 160) + "|\n" + repeated("|a\n", megabyte));
  add("table that completes itself",
      repeated("|a", megabyte / 8) + "|\n" + repeated("|-", megabyte / 8) + "|\n" + repeated("a\n", megabyte / 2));
  add("late table", repeated("a|\n", megabyte / 2) + repeated("-|-|-\n", megabyte / 2));
  add("wide first row", repeated("|", megabyte) + "\n|-|\n");
  add("wide row", "|a|\n|-|\n" + repeated("|a", megabyte));
  add("escaped pipes", "|a|\n|-|\n|" + repeated("\\|", megabyte) + "|\n");
  add("many tables", repeated("a\n:-:\nb\n\n", megabyte));
  add("address and brackets", "http://a" + repeated(")", megabyte));
  add("address and references", "http://a.b" + repeated("&a;", megabyte));
  add("address before at", repeated("a", megabyte) + "@b.c");
  add("long heading", "# " + repeated("a ", megabyte));
  add("long list item", "- " + repeated("a ", megabyte));
  add("long line of links", repeated("[a](b) ", megabyte));
  add("long line of links after a definition", "[x]: y\n" + repeated("[a](b) ", megabyte));
  add("lines of links after a definition", "[x]: y\n" + repeated("[a](b)\n", megabyte));
  add("links in a long quote line", "> a\n> " + repeated("![a](b) <c:d> ", megabyte));
  add("image in image", repeated("![", 1'800) + repeated("](a)", 4'000));
  add("setext after a long paragraph", repeated("a\n", megabyte / 8) + "===\n");
  add("equal headings", repeated("## a\n", megabyte));
  return all;
}

double seconds_for(const std::string& text, const Options& options, std::string& broken) {
  const std::clock_t start = std::clock();  // of the processor: the machine may be busy with other things
  const Rendered result = rendered(text, options);
  const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  broken = broken_promise(result.fragment, text.size());
  return seconds;
}

}  // namespace

TEST_CASE("A megabyte of any pattern is answered in time", "[SEC-01]") {
  Options options;
  options.legal_structure = true;
  for (const auto& pattern : patterns()) {
    INFO(pattern.first);
    std::string broken;
    const double seconds = seconds_for(pattern.second, options, broken);
    CHECK(broken.empty());
    CHECK(seconds < 5);
    if (std::getenv("CONGBO_SHOW_TIMES") != nullptr && seconds > 0.3) WARN(pattern.first << ": " << seconds << " s");
  }
}

TEST_CASE("Texts beyond the bounds are refused where they go too far", "[SEC-01]") {
  struct Case {
    std::string text;
    std::string expected;
  };
  const std::vector<Case> cases = {
      {"a\n\n" + repeated("[", 1'001), "3:1 error markdown-brackets-unclosed [1000]\n"},
      {"a\n\n" + repeated("|a", 202) + "|\n" + repeated("|-", 202) + "|\n",
       "4:1 error markdown-table-too-wide [100]\n"},
      {"|a|b|\n|-|-|\n" + repeated("|c|d|\n", 60'000), "10002:1 error markdown-table-too-large [20000]\n"},
      {"a\n" + repeated(">", 101) + "a\n", "2:1 error markdown-nesting-too-deep [100]\n"},
      {repeated("a\n", 200'002), "100001:1 error markdown-too-many-lines [100000]\n"},
      {repeated("a", 1'000'001), "1:1 error markdown-too-large [1000001] [1000000]\n"},
      {"[x]: " + repeated("u", 20'000) + "\n\n" + repeated("[x]", 1'000),
       "1:1 error markdown-references-expand [20006]\n"},
  };
  for (const Case& one : cases) {
    const Rendered result = rendered(one.text);
    CHECK(listed(result.found) == one.expected);
    CHECK(result.html.empty());
  }
}

TEST_CASE("What people write stays within the bounds", "[SEC-01]") {
  for (const std::string& text :
       {repeated("[a](b) ", 20'000), repeated("[", 1'000), repeated("|a", 200) + "|\n" + repeated("|-", 200) + "|\n",
        repeated(">", 100) + "a\n", repeated("- ", 150) + "\n", repeated("* ", 300) + "\n",
        "|a|b|\n|-|-|\n" + repeated("|c|d|\n", 50'000), "```\n" + repeated("a[0] = b[1];\n", 30'000) + "```\n"}) {
    INFO(text.substr(0, 40));
    CHECK(listed(rendered(text).found).empty());
  }
}

TEST_CASE("The limit on size follows the options", "[SEC-01]") {
  Options options;
  options.maximum_bytes = 10;
  CHECK(listed(rendered("0123456789", options).found).empty());
  CHECK(listed(rendered("01234567890", options).found) == "1:1 error markdown-too-large [11] [10]\n");
}

}  // namespace congbo::markdown
