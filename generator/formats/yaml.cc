// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/formats/yaml.h"

#include <yaml.h>

#include <algorithm>

#include "generator/base/source_text.h"
#include "generator/formats/text_fault.h"
#include "generator/formats/yaml_problem.h"

namespace congbo::formats {
namespace {

constexpr std::size_t maximum_bytes = 256'000;
constexpr std::size_t maximum_depth = 16;
constexpr int maximum_nodes = 10'000;
constexpr std::size_t expected_keys = 12;  // of a mapping: one allocation for most front matter

YamlFailure failure_of(const yaml_parser_t& parser) {
  if (parser.error == YAML_MEMORY_ERROR) return {YamlFailure::Kind::memory};
  return {YamlFailure::Kind::syntax, parser.problem == nullptr ? "" : parser.problem,
          parser.problem_mark.line,  parser.problem_mark.column,
          parser.context_mark.line,  parser.context_mark.column};
}

// libyaml's handles, freed whatever happens.
struct Parser {
  Parser() : ready(yaml_parser_initialize(&state) == 1) {}
  ~Parser() { yaml_parser_delete(&state); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  yaml_parser_t state = {};
  bool ready;
};

struct Event {
  Event() = default;
  ~Event() { yaml_event_delete(&state); }
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;
  yaml_event_t state = {};
};

std::string_view text_of(const yaml_char_t* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

// Code points from column `column` (0-based) of line `line` (0-based) to its end.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {}
  int rest_of_line(std::size_t line, std::size_t column) {
    for (; line_ < line && start_ < text_.size(); ++line_)
      start_ = std::min(text_.find('\n', start_), text_.size() - 1) + 1;
    const std::string_view rest = text_.substr(start_, text_.find_first_of("\r\n", start_) - start_);
    return static_cast<int>(count_code_points(rest)) - static_cast<int>(column);
  }

 private:
  std::string_view text_;
  std::size_t line_ = 0, start_ = 0;  // events come in order, so looking for a line never starts over
};

// Turns libyaml's events into the tree, without recursion.
class TreeBuilder {
 public:
  TreeBuilder(std::string_view text, const std::string& path, int first_line, Diagnostics& found)
      : lines_(text), path_(path), first_line_(first_line), found_(found) {}

  // False when reading has to stop, with the reason in `found_`.
  bool take(const yaml_event_t& event);
  YamlNode root;

 private:
  struct Level {
    YamlNode* node;
    bool value_next = false;  // mapping: a key stands, its value is missing
  };

  bool take_document_start(const yaml_event_t& event);
  bool take_scalar(const yaml_event_t& event);
  bool take_alias(const yaml_event_t& event);
  bool open(const yaml_event_t& event, YamlNode::Kind kind, const yaml_char_t* anchor, const yaml_char_t* tag);
  void close();
  YamlNode* place_for_node(const yaml_event_t& event);
  YamlNode* place_for_key(const yaml_event_t& event, YamlNode& mapping);
  void refuse_properties(const yaml_event_t& event, const yaml_char_t* anchor, const yaml_char_t* tag);
  void check_key(const YamlNode& mapping);
  bool stop(const Place& place, std::string_view code, std::vector<std::string> arguments = {});
  // A node's place without its path: most nodes are never reported.
  void set_place(const yaml_event_t& event, YamlNode& node);
  Place place_of(const yaml_event_t& event);
  Place place_of(const YamlNode& node) const { return {path_, node.line, node.column, node.length}; }

  Lines lines_;
  const std::string& path_;
  int first_line_;
  Diagnostics& found_;
  // Pointers stay good: a node's siblings are added only after it is closed.
  std::vector<Level> open_;
  int nodes_ = 0;
  int documents_ = 0;
};

bool TreeBuilder::take(const yaml_event_t& event) {
  switch (event.type) {
    case YAML_DOCUMENT_START_EVENT:
      return take_document_start(event);
    case YAML_SCALAR_EVENT:
      return take_scalar(event);
    case YAML_ALIAS_EVENT:
      return take_alias(event);
    case YAML_SEQUENCE_START_EVENT:
      return open(event, YamlNode::Kind::sequence, event.data.sequence_start.anchor, event.data.sequence_start.tag);
    case YAML_MAPPING_START_EVENT:
      return open(event, YamlNode::Kind::mapping, event.data.mapping_start.anchor, event.data.mapping_start.tag);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
      close();
      return true;
    default:
      return true;
  }
}

bool TreeBuilder::take_document_start(const yaml_event_t& event) {
  const auto& start = event.data.document_start;
  if (start.version_directive != nullptr || start.tag_directives.start != start.tag_directives.end)
    return stop(place_of(event), "yaml-directive");
  if (++documents_ > 1) return stop(place_of(event), "yaml-several-documents");
  return true;
}

// A node and its place in the tree; nothing when a limit is passed or a key is not plain text.
YamlNode* TreeBuilder::place_for_node(const yaml_event_t& event) {
  if (++nodes_ > maximum_nodes) {
    stop(place_of(event), "yaml-too-many-nodes", {std::to_string(maximum_nodes)});
    return nullptr;
  }
  if (open_.empty()) return &root;
  Level& level = open_.back();
  YamlNode& parent = *level.node;
  if (parent.kind == YamlNode::Kind::sequence) return &parent.items.emplace_back();
  level.value_next = !level.value_next;
  return level.value_next ? place_for_key(event, parent) : &parent.pairs.back().second;
}

YamlNode* TreeBuilder::place_for_key(const yaml_event_t& event, YamlNode& mapping) {
  if (event.type != YAML_SCALAR_EVENT || event.data.scalar.length == 0) {
    stop(place_of(event), "yaml-key-not-text");
    return nullptr;
  }
  mapping.pairs.push_back({});
  return &mapping.pairs.back().first;
}

bool TreeBuilder::take_scalar(const yaml_event_t& event) {
  const bool key = !open_.empty() && open_.back().node->kind == YamlNode::Kind::mapping && !open_.back().value_next;
  YamlNode* node = place_for_node(event);
  if (node == nullptr) return false;
  const auto& scalar = event.data.scalar;
  set_place(event, *node);
  node->text.assign(reinterpret_cast<const char*>(scalar.value), scalar.length);
  node->quoted = scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE || scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
  node->kind =
      scalar.length == 0 && scalar.style == YAML_PLAIN_SCALAR_STYLE ? YamlNode::Kind::null : YamlNode::Kind::scalar;
  refuse_properties(event, scalar.anchor, scalar.tag);
  // An escape such as "\0" can bring in what the text itself may not hold.
  if (scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE)
    if (const std::optional<TextFault> fault = first_text_fault(node->text))
      found_.add(error(fault->code, place_of(*node), {fault->shown}));
  if (key) check_key(*open_.back().node);
  return true;
}

// What a name stands for is not looked up: the node stays null.
bool TreeBuilder::take_alias(const yaml_event_t& event) {
  YamlNode* node = place_for_node(event);
  if (node == nullptr) return false;
  set_place(event, *node);
  found_.add(error("yaml-alias", place_of(*node), {std::string(text_of(event.data.alias.anchor))}));
  return true;
}

bool TreeBuilder::open(const yaml_event_t& event, YamlNode::Kind kind, const yaml_char_t* anchor,
                       const yaml_char_t* tag) {
  if (open_.size() >= maximum_depth) return stop(place_of(event), "yaml-too-deep", {std::to_string(maximum_depth)});
  YamlNode* node = place_for_node(event);
  if (node == nullptr) return false;
  set_place(event, *node);
  node->kind = kind;
  if (kind == YamlNode::Kind::mapping && open_.empty()) node->pairs.reserve(expected_keys);
  refuse_properties(event, anchor, tag);
  open_.push_back({node});
  return true;
}

void TreeBuilder::close() {
  if (!open_.empty()) open_.pop_back();
}

void TreeBuilder::refuse_properties(const yaml_event_t& event, const yaml_char_t* anchor, const yaml_char_t* tag) {
  if (anchor != nullptr) found_.add(error("yaml-anchor", place_of(event), {std::string(text_of(anchor))}));
  if (tag != nullptr) found_.add(error("yaml-tag", place_of(event), {std::string(text_of(tag))}));
}

// The key just added must not stand in the mapping already. YAML readers differ on which of the two would count.
void TreeBuilder::check_key(const YamlNode& mapping) {
  const YamlNode& added = mapping.pairs.back().first;
  for (auto pair = mapping.pairs.begin(); pair + 1 != mapping.pairs.end(); ++pair) {
    if (pair->first.text != added.text) continue;
    found_.add(error("yaml-duplicate-key", place_of(added), {added.text, std::to_string(pair->first.line)}));
    return;
  }
}

bool TreeBuilder::stop(const Place& place, std::string_view code, std::vector<std::string> arguments) {
  found_.add(error(code, place, std::move(arguments)));
  return false;
}

Place TreeBuilder::place_of(const yaml_event_t& event) {
  YamlNode node;
  set_place(event, node);
  return place_of(node);
}

void TreeBuilder::set_place(const yaml_event_t& event, YamlNode& node) {
  const yaml_mark_t& start = event.start_mark;
  node.line = first_line_ + static_cast<int>(start.line);
  node.column = static_cast<int>(start.column) + 1;
  if (event.type != YAML_SCALAR_EVENT && event.type != YAML_ALIAS_EVENT) return;
  const bool block = event.type == YAML_SCALAR_EVENT && (event.data.scalar.style == YAML_LITERAL_SCALAR_STYLE ||
                                                         event.data.scalar.style == YAML_FOLDED_SCALAR_STYLE);
  if (block) return;
  const bool one_line = event.end_mark.line == start.line;
  node.length =
      one_line ? static_cast<int>(event.end_mark.column - start.column) : lines_.rest_of_line(start.line, start.column);
}

}  // namespace

const YamlNode* YamlNode::find(std::string_view key) const {
  for (const YamlPair& pair : pairs)
    if (pair.first.text == key) return &pair.second;
  return nullptr;
}

YamlNode parse_yaml(std::string_view text, const std::string& path, int first_line, Diagnostics& found) {
  if (text.size() > maximum_bytes) {
    found.add(error("yaml-too-large", {path, first_line, 1}, {std::to_string(maximum_bytes / 1000)}));
    return {};
  }
  if (text.empty() || !check_text(text, path, first_line, found)) return {};  // libyaml asserts on a null input
  Parser parser;
  if (!parser.ready) {
    found.add(describe({YamlFailure::Kind::memory}, text, path, first_line));
    return {};
  }
  yaml_parser_set_encoding(&parser.state, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&parser.state, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  TreeBuilder builder(text, path, first_line, found);
  for (;;) {
    Event event;
    if (yaml_parser_parse(&parser.state, &event.state) == 0) {
      found.add(describe(failure_of(parser.state), text, path, first_line));
      break;
    }
    if (event.state.type == YAML_STREAM_END_EVENT || !builder.take(event.state)) break;
  }
  return std::move(builder.root);
}

}  // namespace congbo::formats
