// SPDX-License-Identifier: GPL-3.0-or-later
// What authors, editors' tools and code hosts are shown, byte for byte. The sentences come from this module's own rows.
#include "generator/diagnostics/print.h"

#include <map>
#include <string>

#include "tests/support/catch.h"

using namespace congbo;
using namespace congbo::diagnostics;

namespace {

PrintOptions options(Language language, Format format = Format::text) {
  PrintOptions made;
  made.language = language;
  made.format = format;
  return made;
}

PrintOptions with_line(std::string line) {
  PrintOptions made = options(Language::vietnamese);
  made.source_line = [line](const std::string&, int) { return line; };
  return made;
}

Diagnostics two_found() {
  Diagnostics found;
  found.add(error("file-not-readable", {"content/tin-tuc/a b.md", 4, 3, 6}, {"a, b: 50%\n", "Permission denied"}, "a"));
  found.add(warning("file-no-space", {}, {"public/x.html"}));
  return found;
}

// The two lines of a frame, without what stands before them.
std::string frame(const std::string& line, int column, int length) {
  const std::string text = print(error("no-such-code", {"a.md", 4, column, length}), with_line(line));
  const std::string shown = text.substr(text.find('\n') + 1);
  const std::string before = "    4 | ";
  REQUIRE(shown.substr(0, before.size()) == before);
  const std::size_t end = shown.find('\n');
  const std::string under = shown.substr(end + 1);
  if (under.empty()) return shown.substr(before.size());
  return shown.substr(before.size(), end + 1 - before.size()) + under.substr(before.size());
}

}  // namespace

TEST_CASE("text shows place, code, sentence, source line, underline and hint in Vietnamese") {
  PrintOptions chosen = options(Language::vietnamese);
  chosen.source_line = [](const std::string& file, int line) {
    return file == "content/a.md" && line == 4 ? std::string("tệp: «Đắk Lắk»") : std::string();
  };
  CHECK(print(error("file-is-link", {"content/a.md", 4, 6, 9}, {"x.md"}), chosen) ==
        "content/a.md:4:6: lỗi[file-is-link]: «x.md» là liên kết đến một tệp khác nên không được đọc\n"
        "    4 | tệp: «Đắk Lắk»\n"
        "             ^~~~~~~~~\n"
        "  gợi ý: xóa liên kết rồi chép chính tệp đó vào chỗ này\n");
}

TEST_CASE("text is printed in English on request") {
  CHECK(print(warning("file-is-link", {"content/a.md"}, {"x.md"}), options(Language::english)) ==
        "content/a.md: warning[file-is-link]: \"x.md\" is a link to another file and is not read\n"
        "  hint: delete the link and copy the file itself here\n");
}

TEST_CASE("as much of the place is printed as is known") {
  const auto printed = [](const Place& where, Language language) {
    return print(note("no-such-code", where), options(language));
  };
  CHECK(printed({}, Language::vietnamese) == "lưu ý[no-such-code]: no-such-code\n");
  CHECK(printed({"a.md"}, Language::vietnamese) == "a.md: lưu ý[no-such-code]: no-such-code\n");
  CHECK(printed({"a.md", 3}, Language::english) == "a.md:3: note[no-such-code]: no-such-code\n");
  CHECK(printed({"a.md", 3, 9}, Language::english) == "a.md:3:9: note[no-such-code]: no-such-code\n");
  CHECK(printed({"a.md", 0, 9}, Language::english) == "a.md: note[no-such-code]: no-such-code\n");
}

TEST_CASE("the underline stands below the letters it means") {
  CHECK(frame("auhtor: x", 1, 6) == "auhtor: x\n^~~~~~\n");
  CHECK(frame("auhtor: x", 9, 0) == "auhtor: x\n        ^\n");
  CHECK(frame("auhtor: x", 9, 1) == "auhtor: x\n        ^\n");
  CHECK(frame("auhtor: x", 10, 0) == "auhtor: x\n         ^\n");     // just after the end
  CHECK(frame("auhtor: x", 500, 500) == "auhtor: x\n         ^\n");  // beyond it
  CHECK(frame("Đắk Lắk: x", 5, 3) == "Đắk Lắk: x\n    ^~~\n");
  CHECK(frame("e\u0301a\u0323: x", 3, 2) == "e\u0301a\u0323: x\n ^\n");  // marks take no column
  CHECK(frame("e\u0301: x", 1, 2) == "e\u0301: x\n^\n");
  CHECK(frame("\ta: x", 2, 1) == "    a: x\n    ^\n");  // tabs
  CHECK(frame("ab\tc", 4, 1) == "ab  c\n    ^\n");
  CHECK(frame("a\tb", 2, 1) == "a   b\n ^~~\n");
  CHECK(frame("中文: x", 2, 1) == "中文: x\n  ^~\n");  // two columns a letter
  CHECK(frame("a: x", 0, 0) == "a: x\n");              // column unknown
}

TEST_CASE("a long line is cut around what is meant") {
  const std::string line = std::string(1000, 'a') + "LỖI" + std::string(1000, 'b');
  CHECK(frame(line, 1001, 3) ==
        "…" + std::string(40, 'a') + "LỖI" + std::string(57, 'b') + "…\n" + std::string(41, ' ') + "^~~\n");
  CHECK(frame(line, 1, 1) == std::string(100, 'a') + "…\n^\n");
  CHECK(frame(line, 2003, 1) == "…" + std::string(100, 'b') + "\n" + std::string(100, ' ') + "^\n");
}

TEST_CASE("no byte of an author reaches the terminal as a command") {
  const std::string printed = print(error("file-is-link", {"a\x1b[2J.md", 1, 1}, {"x\x1b]0;title\x07\r\n\u202Ey\xFF"}),
                                    with_line("\x1b[31m red \x9B \u202E \xC2\x9B"));
  for (const std::string harmful : {"\x1b", "\x07", "\r", "\u202E", "\xFF", "\xC2\x9B"}) {
    CAPTURE(harmful);
    CHECK(printed.find(harmful) == std::string::npos);
  }
  CHECK(printed.find("«x\uFFFD]0;title\uFFFD\uFFFD\uFFFD\uFFFDy\uFFFD»") != std::string::npos);
}

TEST_CASE("colour adds nothing but colour") {
  PrintOptions chosen = with_line("auhtor: x");
  const Diagnostic one = error("file-is-link", {"a.md", 1, 1, 6}, {"x"});
  const std::string plain = print(one, chosen);
  chosen.colour = Colour::on;
  std::string coloured = print(one, chosen);
  CHECK(coloured.find("\x1b[1;31mlỗi[file-is-link]\x1b[0m") != std::string::npos);
  for (std::size_t at = 0; (at = coloured.find('\x1b')) != std::string::npos;)
    coloured.erase(at, coloured.find('m', at) - at + 1);
  CHECK(coloured == plain);
}

TEST_CASE("JSON holds everything a tool needs") {
  CHECK(print(two_found(), options(Language::english, Format::json)) == R"({
  "version": 1,
  "errors": 1,
  "warnings": 1,
  "diagnostics": [
    {
      "severity": "error",
      "code": "file-not-readable",
      "file": "content/tin-tuc/a b.md",
      "line": 4,
      "column": 3,
      "length": 6,
      "message": "\"a, b: 50%\n\" cannot be read: Permission denied",
      "hint": "check who may read the file and its folder, for example with: ls -l",
      "suggestion": "a",
      "arguments": [
        "a, b: 50%\n",
        "Permission denied"
      ]
    },
    {
      "severity": "warning",
      "code": "file-no-space",
      "message": "\"public/x.html\" cannot be written: the disk is full",
      "hint": "free some space and run the command again; the earlier file is still there",
      "arguments": [
        "public/x.html"
      ]
    }
  ]
}
)");
}

TEST_CASE("SARIF 2.1.0 holds the rules that were met and their results") {
  CHECK(print(two_found(), options(Language::english, Format::sarif)) == R"({
  "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
  "version": "2.1.0",
  "runs": [
    {
      "tool": {
        "driver": {
          "name": "congbo",
          "language": "en",
          "rules": [
            {
              "id": "file-no-space",
              "shortDescription": {
                "text": "\"…\" cannot be written: the disk is full"
              },
              "help": {
                "text": "free some space and run the command again; the earlier file is still there"
              }
            },
            {
              "id": "file-not-readable",
              "shortDescription": {
                "text": "\"…\" cannot be read: …"
              },
              "help": {
                "text": "check who may read the file and its folder, for example with: ls -l"
              }
            }
          ]
        }
      },
      "columnKind": "unicodeCodePoints",
      "results": [
        {
          "ruleId": "file-not-readable",
          "ruleIndex": 1,
          "level": "error",
          "message": {
            "text": "\"a, b: 50%\n\" cannot be read: Permission denied\nhint: check who may read the file and its folder, for example with: ls -l"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "content/tin-tuc/a%20b.md",
                  "uriBaseId": "%SRCROOT%"
                },
                "region": {
                  "startLine": 4,
                  "startColumn": 3,
                  "endColumn": 9
                }
              }
            }
          ]
        },
        {
          "ruleId": "file-no-space",
          "ruleIndex": 0,
          "level": "warning",
          "message": {
            "text": "\"public/x.html\" cannot be written: the disk is full\nhint: free some space and run the command again; the earlier file is still there"
          },
          "locations": []
        }
      ]
    }
  ]
}
)");
}

TEST_CASE("annotations are escaped so that no text starts another command") {
  CHECK(
      print(two_found(), options(Language::english, Format::github)) ==
      "::error file=content/tin-tuc/a b.md,line=4,col=3,title=file-not-readable::\"a, b: 50%25\uFFFD\" cannot be read: "
      "Permission denied%0Ahint: check who may read the file and its folder, for example with: ls -l\n"
      "::warning title=file-no-space::\"public/x.html\" cannot be written: the disk is full%0Ahint: free some space "
      "and run "
      "the command again; the earlier file is still there\n");
  Diagnostics hostile;
  hostile.add(note("no-such-code", {"a,b:c%\n::error::x.md", 1}));
  CHECK(print(hostile, options(Language::vietnamese, Format::github)) ==
        "::notice file=a%2Cb%3Ac%25%0A%3A%3Aerror%3A%3Ax.md,line=1,title=no-such-code::no-such-code\n");
}

TEST_CASE("nothing found is an empty text and a valid document") {
  CHECK(print(Diagnostics(), options(Language::vietnamese)).empty());
  CHECK(print(Diagnostics(), options(Language::vietnamese, Format::github)).empty());
  CHECK(print(Diagnostics(), options(Language::vietnamese, Format::json)).find("\"errors\": 0") != std::string::npos);
  CHECK(print(Diagnostics(), options(Language::vietnamese, Format::sarif)).find("\"results\": []") !=
        std::string::npos);
}

TEST_CASE("every printer keeps the order it was given") {
  for (const Format format : {Format::text, Format::json, Format::sarif, Format::github}) {
    const std::string printed = print(two_found(), options(Language::english, format));
    CHECK(printed.rfind("Permission denied") < printed.rfind("public/x.html"));
  }
}

TEST_CASE("the summary counts errors and warnings") {
  CHECK(summary(two_found(), Language::vietnamese) == "1 lỗi, 1 cảnh báo");
  CHECK(summary(two_found(), Language::english) == "1 error, 1 warning");
  CHECK(summary(Diagnostics(), Language::english) == "no errors");
  CHECK(summary(Diagnostics(), Language::vietnamese) == "không có lỗi");
  Diagnostics only;
  only.add(error("a", {}, {}));
  CHECK(summary(only, Language::vietnamese) == "1 lỗi");
  only = {};
  only.add(warning("a", {}, {}));
  only.add(warning("b", {}, {}));
  CHECK(summary(only, Language::english) == "2 warnings");
}
