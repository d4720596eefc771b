// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/diagnostics/catalogue.h"
#include "generator/diagnostics/examples.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "generator/base/unicode.h"
#include "tests/support/catch.h"

using namespace congbo;
using namespace congbo::diagnostics;

namespace {

std::set<std::string> placeholders(std::string_view sentence) {
  static const std::regex shape(R"((^|[^{])\{([0-9]+|[a-z_]*)\}(?!\}))");
  const std::string text(sentence);
  std::set<std::string> found;
  for (std::sregex_iterator at(text.begin(), text.end(), shape), end; at != end; ++at) found.insert((*at)[2].str());
  return found;
}

bool is_placeholder(const std::string& name) {
  return name == "suggestion" || (name.size() == 1 && name[0] >= '0' && name[0] <= '9');
}

struct Source {
  std::string path, text;
};

// Everything that may emit a diagnostic; the catalogue itself does not.
const std::vector<Source>& sources() {
  static const std::vector<Source> all = [] {
    std::vector<Source> read;
    for (const std::string folder : {"generator", "search", "preview"}) {
      const std::filesystem::path root = std::filesystem::path(CONGBO_SOURCE_DIR) / folder;
      for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
        const std::string path = entry.path().string();
        const std::string extension = entry.path().extension().string();
        if ((extension != ".cc" && extension != ".h") || path.find("/diagnostics/catalogue") != std::string::npos)
          continue;
        std::ostringstream bytes;
        bytes << std::ifstream(path, std::ios::binary).rdbuf();
        read.push_back({path, bytes.str()});
      }
    }
    return read;
  }();
  return all;
}

// The code literals in the first argument of error(…), warning(…) and note(…): one, or two for a choice.
std::map<std::string, std::string> codes_emitted() {
  static const std::regex call(R"((^|[^\w.>:]|congbo::)(error|warning|note)\(([^,;)]*))");
  static const std::regex code(R"re("([a-z0-9]+(-[a-z0-9]+)+)")re");
  std::map<std::string, std::string> codes;
  for (const Source& source : sources()) {
    for (std::sregex_iterator at(source.text.begin(), source.text.end(), call), end; at != end; ++at) {
      const std::string argument = (*at)[3].str();
      for (std::sregex_iterator one(argument.begin(), argument.end(), code); one != end; ++one)
        codes[(*one)[1].str()] = source.path;
    }
  }
  return codes;
}

}  // namespace

TEST_CASE("every row has both languages") {
  for (const CatalogueRow& row : catalogue()) {
    CAPTURE(row.code);
    CHECK_FALSE(row.message_vi.empty());
    CHECK_FALSE(row.message_en.empty());
    CHECK(row.hint_vi.empty() == row.hint_en.empty());
    CHECK(row.explain_vi.empty() == row.explain_en.empty());
    CHECK_FALSE(first_not_nfc(row.message_vi));
    CHECK_FALSE(first_not_nfc(row.hint_vi));
    CHECK(row.message_vi != row.message_en);
  }
}

TEST_CASE("codes are unique, in kebab case and sorted") {
  static const std::regex kebab("[a-z0-9]+(-[a-z0-9]+)+");
  std::string before;
  for (const CatalogueRow& row : catalogue()) {
    const std::string code(row.code);
    CAPTURE(code);
    CHECK(std::regex_match(code, kebab));
    CHECK(before < code);
    before = code;
  }
  CHECK_FALSE(catalogue().empty());
}

TEST_CASE("placeholders are known and the same in both languages") {
  for (const CatalogueRow& row : catalogue()) {
    CAPTURE(row.code);
    CHECK(placeholders(row.message_vi) == placeholders(row.message_en));
    CHECK(placeholders(row.hint_vi) == placeholders(row.hint_en));
    for (const std::string_view sentence : {row.message_vi, row.hint_vi})
      for (const std::string& name : placeholders(sentence)) {
        CAPTURE(sentence, name);
        CHECK(is_placeholder(name));
      }
    CHECK(placeholders(row.message_vi).count("suggestion") == 0);  // it may be empty; only a hint may be left out
  }
}

TEST_CASE("messages are one sentence without a full stop") {
  for (const CatalogueRow& row : catalogue())
    for (const std::string_view sentence : {row.message_vi, row.message_en}) {
      CAPTURE(row.code, sentence);
      CHECK((sentence.empty() || sentence.back() != '.'));
    }
}

TEST_CASE("every code that the program emits has a row") {
  REQUIRE(sources().size() > 20);
  const std::map<std::string, std::string> codes = codes_emitted();
  REQUIRE(codes.count("file-not-found") == 1);
  for (const auto& [code, path] : codes) {
    CAPTURE(code, path);
    CHECK(find_row(code) != nullptr);
  }
}

TEST_CASE("every row is emitted somewhere") {
  for (const CatalogueRow& row : catalogue()) {
    std::string literal = "\"";
    literal.append(row.code).append("\"");
    CAPTURE(row.code);
    CHECK(std::any_of(sources().begin(), sources().end(),
                      [&](const Source& source) { return source.text.find(literal) != std::string::npos; }));
  }
}

TEST_CASE("arguments are put in as they are") {
  const Diagnostic one = error("file-not-readable", {}, {"{1}{suggestion}%s", "\"b\""});
  CHECK(message(one, Language::vietnamese) == "không đọc được «{1}{suggestion}%s»: \"b\"");
  CHECK(message(one, Language::english) == "\"{1}{suggestion}%s\" cannot be read: \"b\"");
  CHECK(message(error("file-not-readable", {}), Language::english) == "\"\" cannot be read: ");
  CHECK(message(error("file-not-found", {}, {"a", "b", "c"}), Language::english) == "\"a\" was not found");
}

TEST_CASE("an argument of any length leaves the message readable") {
  std::string argument;
  for (int i = 0; i < 100000; ++i) argument += "ệ";
  const std::string text = message(error("file-not-found", {}, {argument}), Language::vietnamese);
  CHECK(text.size() < 400);
  CHECK(text.substr(text.size() - 5) == "…»");
  CHECK_FALSE(first_invalid_utf8(text));
}

TEST_CASE("an unknown code stands for itself and has no hint") {
  CHECK(message(error("no-such-code", {}, {"x"}), Language::vietnamese) == "no-such-code");
  CHECK(hint(error("no-such-code", {}), Language::vietnamese).empty());
  CHECK(find_row("no-such-code") == nullptr);
}

TEST_CASE("the part of a hint that makes a suggestion is left out when there is none") {
  const CatalogueRow* row = find_row("option-code");
  REQUIRE(row);
  REQUIRE(row->hint_en.find("{suggestion}") != std::string_view::npos);
  const std::string advice = hint(error("option-code", {}, {"x"}), Language::english);
  CHECK(advice.find("did you mean") == std::string::npos);
  CHECK(advice.find('{') == std::string::npos);
  CHECK(hint(error("option-code", {}, {"x"}, "file-not-found"), Language::english).find("file-not-found") !=
        std::string::npos);
}

TEST_CASE("Examples are of known codes, by code, and fill every sentence of theirs") {
  std::string before;
  for (const Example& one : examples()) {
    INFO(one.code);
    CHECK(before < one.code);
    before = one.code;
    const CatalogueRow* row = find_row(one.code);
    REQUIRE(row != nullptr);
    CHECK(one.wrong != one.right);
    CHECK(example_of(one.code) == &one);
    const Diagnostic sample = sample_of(one.code);
    for (const std::string_view sentence : {row->message_vi, row->message_en, row->hint_vi, row->hint_en})
      for (const std::string& name : placeholders(sentence))
        if (name != "suggestion") CHECK(static_cast<std::size_t>(name[0] - '0') < sample.arguments.size());
  }
  CHECK(examples().size() >= 30);
  CHECK(example_of("khong-co") == nullptr);
}
