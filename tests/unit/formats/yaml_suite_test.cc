// SPDX-License-Identifier: GPL-3.0-or-later
// The YAML test suite (github.com/yaml/yaml-test-suite): every case is either read or refused with a place. Where a
// case is valid and uses nothing we refuse, what we read is compared with the suite's events.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "generator/formats/yaml.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

using namespace congbo;
using formats::YamlNode;
using formats::YamlPair;

namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

std::string replace_all(std::string_view text, std::string_view from, std::string_view to) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t hit = std::min(text.find(from, at), text.size());
    out.append(text, at, hit - at);
    if (hit == text.size()) break;
    out.append(to);
    at = hit + from.size();
  }
  return out;
}

// The suite shows blanks by visible characters.
std::string unescape(std::string text) {
  for (const std::string_view tab : {"————»", "———»", "——»", "—»", "»"}) text = replace_all(text, tab, "\t");
  text = replace_all(text, "␣", " ");
  text = replace_all(text, "↵", "");
  text = replace_all(text, "←", "\r");
  text = replace_all(text, "⇔", "\uFEFF");
  return replace_all(text, "∎\n", "");
}

void append_events(const YamlNode& node, std::string& out) {
  if (node.kind == YamlNode::Kind::mapping) {
    out += "+MAP\n";
    for (const YamlPair& pair : node.pairs) {
      append_events(pair.first, out);
      append_events(pair.second, out);
    }
    out += "-MAP\n";
  } else if (node.kind == YamlNode::Kind::sequence) {
    out += "+SEQ\n";
    for (const YamlNode& item : node.items) append_events(item, out);
    out += "-SEQ\n";
  } else {
    std::string text = replace_all(node.text, "\\", "\\\\");
    text = replace_all(replace_all(text, "\n", "\\n"), "\t", "\\t");
    out.append("=VAL ").append(text).append("\n");
  }
}

// "  +MAP {}" → "+MAP"; "=VAL :text" and "=VAL 'text" → "=VAL text"; stream and document events are left out.
std::string plain_events(const std::string& tree) {
  std::istringstream lines(tree);
  std::string out;
  for (std::string line; std::getline(lines, line);) {
    line.erase(0, std::min(line.find_first_not_of(' '), line.size()));
    const std::string start = line.substr(0, 4);
    if (start == "+MAP" || start == "-MAP" || start == "+SEQ" || start == "-SEQ") out.append(start).append("\n");
    if (start == "=VAL") out.append("=VAL ").append(line, 6).append("\n");
  }
  return out;
}

// Where libyaml itself reads something else than the suite: a "?" at the start of a plain scalar in brackets, and a
// block scalar whose last line has no line end.
bool libyaml_differs(const std::string& name) {
  return name == "652Z.yaml" || name == "HM87.yaml" || name == "L24T.yaml" || name == "JEF9.yaml";
}

struct Counts {
  int cases = 0, accepted = 0, compared = 0;
};

void check_case(const std::string& name, const std::string& yaml, const std::string& tree, bool fails, Counts& counts) {
  INFO(name << "\n" << yaml);
  ++counts.cases;
  Diagnostics found;
  const YamlNode root = formats::parse_yaml(yaml, "case.yaml", 1, found);
  for (const Diagnostic& one : found.all()) {
    CHECK_FALSE(one.code.empty());
    CHECK(one.where.line >= 1);
    CHECK(one.where.column >= 1);
    CHECK(one.where.line <= static_cast<int>(std::count(yaml.begin(), yaml.end(), '\n')) + 1);
  }
  if (!found.empty()) return;
  ++counts.accepted;
  if (fails || root.kind == YamlNode::Kind::null || libyaml_differs(name)) return;
  std::string events;
  append_events(root, events);
  ++counts.compared;
  CHECK(events == plain_events(tree));
}

void check_file(const std::filesystem::path& path, Counts& counts) {
  Diagnostics found;
  const YamlNode root = formats::parse_yaml(read_file(path), path.filename().string(), 1, found);
  std::string tree;
  bool fails = false;
  for (const YamlNode& one : root.items) {
    if (const YamlNode* node = one.find("tree")) tree = unescape(node->text);
    if (const YamlNode* node = one.find("fail")) fails = node->text == "true";
    const YamlNode* yaml = one.find("yaml");
    if (yaml != nullptr) check_case(path.filename().string(), unescape(yaml->text), tree, fails, counts);
  }
}

}  // namespace

TEST_CASE("The YAML test suite is read, or refused with a place, and never brings the reader down") {
  const std::filesystem::path archive =
      std::filesystem::path(CONGBO_SOURCE_DIR) / ".." / "shared" / "data" / "conformance" / "yaml-test-suite.tar.xz";
  if (!std::filesystem::exists(archive)) {
    const char* continuous_integration = std::getenv("CI");
    if (continuous_integration != nullptr && std::string(continuous_integration) == "true")
      FAIL("data missing: the YAML test suite");
    WARN("skipped, data not here: the YAML test suite");
    return;
  }
  const test::TemporaryFolder folder;
  REQUIRE(std::system(("tar xf '" + archive.string() + "' -C '" + folder.path() + "'").c_str()) == 0);
  Counts counts;
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder.path()))
    if (file.path().extension() == ".yaml") check_file(file.path(), counts);
  CHECK(counts.cases > 300);
  CHECK(counts.compared > 100);
}
