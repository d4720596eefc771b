// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/formats/yaml_keys.h"

#include <algorithm>
#include <array>
#include <utility>

#include "generator/formats/yaml_problem.h"

namespace congbo::formats {
namespace {

constexpr std::size_t most_blocks = 500, most_mistakes = 20;
constexpr std::string_view letters_of_keys = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";

// After these the keys cannot be told apart, or reading each alone would pass the bound.
constexpr std::array<std::string_view, 5> ends_all = {"yaml-directive", "yaml-no-memory", "yaml-several-documents",
                                                      "yaml-too-large", "yaml-too-many-nodes"};

// «title» of «title: Khai trương», «title:Khai trương», «title = …»; empty when the line does not begin like that.
std::string_view key_of(std::string_view line) {
  const std::string_view key = line.substr(0, line.find_first_not_of(letters_of_keys));
  std::string_view rest = line.substr(key.size());
  rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
  return rest.starts_with(':') || rest.starts_with('=') || rest.starts_with("：") ? key : std::string_view();
}

// The lines from one that stands in the first column to the next such; those of a list may stand there too.
struct Block {
  std::string_view text;
  int line = 0;  // of the file
  int lines = 0;
  std::string_view at(int number) const {
    std::string_view rest = text;
    for (int skipped = line; skipped < number; ++skipped)
      rest.remove_prefix(std::min(rest.find('\n') + 1, rest.size()));
    return rest.substr(0, rest.find('\n'));
  }
  bool holds(int number) const { return number >= line && number < line + lines; }
};

bool begins_block(std::string_view line) {
  return !line.empty() && std::string_view(" \t#]}").find(line.front()) == std::string_view::npos && line != "-" &&
         !line.starts_with("- ");
}

std::vector<Block> blocks_of(std::string_view text, int first_line) {
  std::vector<Block> blocks;
  int number = first_line;
  bool begun = false;  // blank lines and comments belong to the key below them
  for (std::size_t start = 0; start < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', start), text.size() - 1) + 1;
    const std::string_view line = text.substr(start, end - start);
    const bool begins = begins_block(line.substr(0, line.find('\n')));
    if (blocks.empty() || (begins && begun)) blocks.push_back({text.substr(start, 0), number});
    begun |= line[std::min(line.find_first_not_of(" \t\n"), line.size() - 1)] > '#' || begins;
    Block& last = blocks.back();
    last.text = {last.text.data(), last.text.size() + line.size()};
    ++last.lines;
    start = end;
  }
  return blocks;
}

Block joined(const Block& first, const Block& last) {
  const auto size = static_cast<std::size_t>(last.text.data() + last.text.size() - first.text.data());
  return {{first.text.data(), size}, first.line, last.line + last.lines - first.line};
}

class ReadKeys {
 public:
  ReadKeys(const std::string& path, const Diagnostics& whole, YamlKeys& keys, Diagnostics& found)
      : path_(path), whole_(whole), keys_(keys), found_(found) {}

  void read(const std::vector<Block>& blocks);

 private:
  bool try_to_read(const Block& block);
  void read_alone(const Block& block);
  void explain(const Block& block, Diagnostics&& alone);
  void name_unread(const Block& block, const YamlNode& half);
  void add(YamlPair&& pair);

  const std::string& path_;
  const Diagnostics& whole_;  // what reading all at once found
  YamlKeys& keys_;
  Diagnostics& found_;
  std::vector<Block> failed_;
};

void ReadKeys::read(const std::vector<Block>& blocks) {
  for (std::size_t at = 0; at < blocks.size() && failed_.size() < most_mistakes;) {
    // Lines without a key may go on with a value in quotes or brackets.
    std::size_t end = at + 1;
    while (end < blocks.size() && key_of(blocks[end].text).empty()) ++end;
    if (!try_to_read(joined(blocks[at], blocks[end - 1])))
      for (std::size_t one = at; one < end; ++one) read_alone(blocks[one]);
    at = end;
  }
  if (failed_.size() >= most_mistakes) keys_.all_known = false;
  for (const Diagnostic& one : whole_.all()) {
    const auto explains = [&](const Block& block) { return block.line <= one.where.line; };
    if (one.code != "yaml-duplicate-key" && std::none_of(failed_.begin(), failed_.end(), explains)) found_.add(one);
  }
}

bool ReadKeys::try_to_read(const Block& block) {
  Diagnostics mistakes;
  YamlNode node = parse_yaml(block.text, path_, block.line, mistakes);
  if (!mistakes.empty() || (node.kind != YamlNode::Kind::mapping && node.kind != YamlNode::Kind::null)) return false;
  for (YamlPair& pair : node.pairs) add(std::move(pair));
  return true;
}

void ReadKeys::read_alone(const Block& block) {
  if (failed_.size() >= most_mistakes || try_to_read(block)) return;
  Diagnostics mistakes;
  const YamlNode half = parse_yaml(block.text, path_, block.line, mistakes);
  // Words alone are a text to YAML.
  if (mistakes.empty()) parse_yaml(std::string(block.text) + "\nkey: value\n", path_, block.line, mistakes);
  explain(block, std::move(mistakes));
  name_unread(block, half);
  failed_.push_back(block);
}

// What was said in sight of the lines above is better than what the lines alone show.
void ReadKeys::explain(const Block& block, Diagnostics&& alone) {
  Diagnostics said;
  for (const Diagnostic& one : whole_.all())
    if (block.holds(one.where.line) && one.code != "yaml-duplicate-key") said.add(one);
  if (said.empty()) said = std::move(alone);
  if (said.empty()) return;
  const Diagnostic last = said.all().back();
  for (Diagnostic one : said.all()) {
    // «*đậm* x»: quotation marks mend the whole line.
    if (one != last && one.where.line == last.where.line && !last.suggestion.empty()) continue;
    if (one.code == "yaml-alias" || one.code == "yaml-anchor" || one.code == "yaml-tag")
      one.suggestion = with_value_quoted(block.at(one.where.line));
    found_.add(std::move(one));
  }
}

void ReadKeys::name_unread(const Block& block, const YamlNode& half) {
  bool named = false;
  for (std::string_view rest = block.text; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    const std::size_t blanks = std::min(line.find_first_not_of(" \t-"), line.size());
    const std::string_view key = key_of(line.substr(blanks));
    if (key.empty()) continue;
    keys_.unread.emplace_back(key);
    if (blanks > 0) continue;
    named = true;
    const YamlNode* value = half.find(key);
    YamlNode name{YamlNode::Kind::scalar, std::string(key)};
    name.line = block.line + static_cast<int>(std::count(block.text.data(), line.data(), '\n'));
    name.column = 1;
    name.length = static_cast<int>(key.size());
    keys_.pieces.push_back({name, value == nullptr ? YamlNode() : *value});
    add({std::move(name), {}});
  }
  if (!named) keys_.all_known = false;
}

void ReadKeys::add(YamlPair&& pair) {
  for (const YamlPair& other : keys_.root.pairs) {
    if (other.first.text != pair.first.text) continue;
    const YamlNode& key = pair.first;
    found_.add(error("yaml-duplicate-key", {path_, key.line, key.column, key.length},
                     {key.text, std::to_string(other.first.line)}));
    keys_.unread.push_back(key.text);
    break;
  }
  keys_.root.pairs.push_back(std::move(pair));
}

}  // namespace

bool YamlKeys::is_unread(std::string_view key) const {
  return std::find(unread.begin(), unread.end(), key) != unread.end();
}

YamlKeys parse_yaml_keys(std::string_view text, const std::string& path, int first_line, Diagnostics& found) {
  YamlKeys keys;
  Diagnostics whole;
  keys.root = parse_yaml(text, path, first_line, whole);
  if (!whole.has_errors()) return keys;
  const auto ends = [](const Diagnostic& one) {
    return std::find(ends_all.begin(), ends_all.end(), one.code) != ends_all.end();
  };
  const std::vector<Block> blocks = blocks_of(text, first_line);
  if (blocks.size() > most_blocks || std::any_of(whole.all().begin(), whole.all().end(), ends)) {
    keys.all_known = false;
    found.append(std::move(whole));
    return keys;
  }
  keys.root = {YamlNode::Kind::mapping};
  keys.root.line = first_line;
  keys.root.column = 1;
  ReadKeys(path, whole, keys, found).read(blocks);
  return keys;
}

}  // namespace congbo::formats
