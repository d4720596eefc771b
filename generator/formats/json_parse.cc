// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>
#include <set>

#include "generator/base/source_text.h"
#include "generator/formats/json.h"

namespace congbo::formats {
namespace {

constexpr std::size_t maximum_depth = 64;
constexpr std::size_t maximum_bytes = 64'000'000;

// Receives the parser's events and builds the tree; stops at the first thing that is refused.
class TreeBuilder final : public nlohmann::json_sax<nlohmann::json> {
 public:
  bool null() override { return add({}); }
  bool boolean(bool truth) override { return add({JsonNode::Kind::boolean, truth ? "true" : "false", {}, {}}); }
  bool number_integer(number_integer_t number) override {
    return add({JsonNode::Kind::number, std::to_string(number), {}, {}});
  }
  bool number_unsigned(number_unsigned_t number) override {
    return add({JsonNode::Kind::number, std::to_string(number), {}, {}});
  }
  bool number_float(number_float_t, const std::string& text) override {
    return add({JsonNode::Kind::number, text, {}, {}});
  }
  bool string(std::string& text) override { return add({JsonNode::Kind::text, std::move(text), {}, {}}); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(JsonNode::Kind::object); }
  bool start_array(std::size_t) override { return open(JsonNode::Kind::array); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(std::string& name) override {
    JsonNode& object = *open_.back();
    if (!keys_.back().insert(name).second) return false;
    object.members.push_back({std::move(name), {}});
    return true;
  }

  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
    offset = position == 0 ? 0 : position - 1;
    return false;
  }

  JsonNode root;
  std::size_t offset = 0;  // of the byte the parser could not take

 private:
  JsonNode* place_for_value() {
    if (open_.empty()) return &root;
    JsonNode& parent = *open_.back();
    if (parent.kind == JsonNode::Kind::object) return &parent.members.back().value;
    parent.items.emplace_back();
    return &parent.items.back();
  }

  bool add(JsonNode node) {
    *place_for_value() = std::move(node);
    return true;
  }

  bool open(JsonNode::Kind kind) {
    if (open_.size() >= maximum_depth) return false;
    JsonNode* node = place_for_value();
    node->kind = kind;
    open_.push_back(node);
    keys_.emplace_back();
    return true;
  }

  bool close() {
    open_.pop_back();
    keys_.pop_back();
    return true;
  }

  // Pointers stay good: a node's siblings are added only after it is closed.
  std::vector<JsonNode*> open_;
  std::vector<std::set<std::string>> keys_;
};

}  // namespace

const JsonNode* JsonNode::find(std::string_view key) const {
  for (const auto& member : members)
    if (member.key == key) return &member.value;
  return nullptr;
}

std::string_view JsonNode::text_of(std::string_view key) const {
  const JsonNode* node = find(key);
  if (node == nullptr || (node->kind != Kind::text && node->kind != Kind::number)) return {};
  return node->text;
}

Result<JsonNode> parse_json(std::string_view text, const std::string& path) {
  if (text.size() > maximum_bytes)
    return error("json-too-large", {path, 1, 1}, {std::to_string(maximum_bytes / 1'000'000)});
  TreeBuilder builder;
  if (nlohmann::json::sax_parse(text.begin(), text.end(), &builder)) return std::move(builder.root);
  return error("json-invalid", SourceText(path, std::string(text)).place(builder.offset));
}

}  // namespace congbo::formats
