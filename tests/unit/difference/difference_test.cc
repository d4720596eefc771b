// SPDX-License-Identifier: GPL-3.0-or-later
// Cases: tests/unit/difference/cases/<name>/{before,after,expected}.html; UPDATE_GOLDEN=1 writes the expected ones.
#include "preview/difference/difference.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

#include "preview/difference/html_tokens.h"
#include "tests/support/catch.h"

using namespace congbo::difference;

namespace {

std::string read(const std::filesystem::path& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

std::string without_marks_of(std::string_view html, std::string_view word) {
  std::string rest;
  int depth = 0;
  for (const Token& token : cut_html(html)) {
    const bool mark = token.name == "ins" || token.name == "del";
    if (mark && token.name == word) depth += token.kind == TokenKind::open ? 1 : -1;
    if (!mark && depth == 0 && (token.kind == TokenKind::text || token.kind == TokenKind::alone)) rest += token.bytes;
  }
  std::string words;
  for (const char c : rest)
    if (!std::isspace(static_cast<unsigned char>(c))) words += c;
  return words;
}

}  // namespace

TEST_CASE("changes of a page are shown in the page itself", "[difference][ROL-01]") {
  const std::filesystem::path cases = std::filesystem::path(CONGBO_SOURCE_DIR) / "tests/unit/difference/cases";
  std::size_t count = 0;
  for (const auto& folder : std::filesystem::directory_iterator(cases)) {
    INFO(folder.path().filename().string());
    const std::string before = read(folder.path() / "before.html"), after = read(folder.path() / "after.html");
    DiffOptions options;
    options.gone_prefix = "/_preview/before";
    const Difference found = compare_html(before, after, options);
    const std::string shown = found.html + "<!-- changes: " + std::to_string(found.changes) + " -->\n";
    if (std::getenv("UPDATE_GOLDEN")) std::ofstream(folder.path() / "expected.html", std::ios::binary) << shown;
    CHECK(shown == read(folder.path() / "expected.html"));
    CHECK(without_marks_of(found.html, "del") == without_marks_of(after, ""));
    CHECK(compare_html(after, after, options).changes == 0);
    ++count;
  }
  CHECK(count >= 10);
}

namespace {

// How many there are from 1 on, each once.
std::size_t numbers_in(const std::string& html) {
  for (std::size_t i = 1;; ++i) {
    const std::string id = "id=\"congbo-change-" + std::to_string(i) + "\"";
    const std::size_t first = html.find(id);
    if (first == std::string::npos) return i - 1;
    if (html.find(id, first + 1) != std::string::npos) return SIZE_MAX;
  }
}

}  // namespace

TEST_CASE("every number of a change stands once", "[difference]") {
  const std::string before = "<p>một <b>hai ba</b> bốn</p><ul><li>a</li><li>b c d</li></ul>";
  const std::string after = "<p>một <b>hai năm</b> sáu</p><ul><li>b c e</li><li>mới</li></ul><p>thêm</p>";
  const Difference found = compare_html(before, after);
  REQUIRE(found.changes > 2);
  CHECK(numbers_in(found.html) == found.changes);
  // Elements that end elsewhere; an old line of tags alone.
  for (const auto& [older, newer] : std::vector<std::pair<std::string, std::string>>{
           {"<p>a</p>", "<p>a</p>x < y <b>z"}, {"<u a b>", "<table>c <b>d</table>"}, {"<p><i></p>", "<p><b></p>"}}) {
    const Difference odd = compare_html(older, newer);
    INFO(odd.html);
    CHECK(numbers_in(odd.html) == odd.changes);
  }
}

TEST_CASE("any bytes are compared in bounded time", "[difference][SEC-01]") {
  std::vector<std::string> hostile = {
      "", "<", "</", "<a", "<a '", "<!--", "</p></p>", "<p><ul></p></ul>", "\xff\xfe<p>\x80"};
  std::string deep, bold, quotes, comments, paragraphs, words, svg;
  for (std::int64_t i = 0; i < 50'000; ++i) {
    deep += "<div>";
    bold += "<b>x";
    quotes += "<a '";
    comments += "<!--";
    paragraphs += "<p>" + std::to_string(i * 7919) + "</p>";
    words += std::to_string(i * 104729) + " ";
    svg += i % 2 ? "<svg>" : "<video>";
  }
  for (const std::string& one : {deep, bold, quotes, comments, paragraphs, words, svg}) hostile.push_back(one);
  for (const std::string& before : hostile) {
    CAPTURE(before.substr(0, 20), before.size());
    for (const std::string& after : {std::string("<p>một hai</p>"), before + "x", "x" + before, std::string()}) {
      const auto start = std::chrono::steady_clock::now();
      const Difference found = compare_html(before, after);
      CHECK(found.html.size() <= 6 * (before.size() + after.size()) + 400 * (found.changes + 1));
      CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));
    }
  }
}

TEST_CASE("an older page finds its own files", "[difference]") {
  CHECK(with_prefixed_files(
            "<link href='/a.css'><a href=\"/x\"><img src=\"/b.png\" srcset=\"/b.png 1x, /c.png 2x\" alt=\"/\"></a>"
            "<script src=//h/x.js></script><img src=/d.png>",
            "/v") ==
        "<link href='/v/a.css'><a href=\"/x\"><img src=\"/v/b.png\" srcset=\"/v/b.png 1x, /v/c.png 2x\" alt=\"/\"></a>"
        "<script src=//h/x.js></script><img src=/v/d.png>");
}

TEST_CASE("long texts show changed lines with their neighbours", "[difference]") {
  std::string before, after;
  for (int i = 0; i < 1000; ++i) {
    before += "dòng " + std::to_string(i) + "\n";
    after += i == 500 ? "dòng khác <b>\n" : "dòng " + std::to_string(i) + "\n";
  }
  const Difference found = compare_text(before, after);
  CHECK(found.changes == 1);
  CHECK(found.html.find("<div>dòng 497</div>") != std::string::npos);
  CHECK(found.html.find("dòng 400") == std::string::npos);
  CHECK(found.html.find("&lt;b&gt;") != std::string::npos);
  CHECK(found.html.find("<hr>") != std::string::npos);
}
