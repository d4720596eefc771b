// SPDX-License-Identifier: GPL-3.0-or-later
// JSON writing that is safe inside HTML; nlohmann-json stays behind parse_json.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/base/result.h"

namespace congbo::formats {

// Appends JSON piece by piece, without a tree. "<", ">", "&", U+2028 and U+2029 are written as \u escapes, so the text
// may stand in a <script type="application/ld+json">. Invalid UTF-8 becomes U+FFFD. Keys come out in the order written.
class JsonWriter {
 public:
  enum class Layout { compact, indented };
  explicit JsonWriter(Layout layout = Layout::compact) : layout_(layout) {}
  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(std::string_view name);
  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(std::int64_t number);
  JsonWriter& value(int number) { return value(static_cast<std::int64_t>(number)); }
  JsonWriter& value(std::uint32_t number) { return value(static_cast<std::int64_t>(number)); }
  JsonWriter& value(std::size_t number) { return value(static_cast<std::int64_t>(number)); }
  JsonWriter& value(double number);
  JsonWriter& value(bool truth);
  JsonWriter& raw(std::string_view json);  // an already written value
  // key and value, left out when the text is empty
  JsonWriter& text_unless_empty(std::string_view name, std::string_view text);
  const std::string& text() const { return out_; }
  std::string take() { return std::move(out_); }

 private:
  void separate();
  void open(char bracket);
  void close(char bracket);
  Layout layout_;
  std::string out_;
  std::string stack_;  // '{' or '[' for each open level
  bool first_ = true;
  bool after_key_ = false;
};

// A JSON text as a tree. Numbers keep their text ("1.50"); true and false are the booleans' text.
struct JsonMember;

struct JsonNode {
  enum class Kind { null, boolean, number, text, array, object };
  Kind kind = Kind::null;
  std::string text;
  std::vector<JsonNode> items;                           // array
  std::vector<JsonMember> members;                       // object, in the order written
  const JsonNode* find(std::string_view key) const;      // null when there is none
  std::string_view text_of(std::string_view key) const;  // of a text or number member; empty for anything else
};

struct JsonMember {
  std::string key;
  JsonNode value;
};

// Fails with "json-invalid" at a place in `path` for anything that is not one JSON value, has a depth over 64 or more
// than 64 MB, repeats a key, or is not UTF-8.
Result<JsonNode> parse_json(std::string_view text, const std::string& path);

}  // namespace congbo::formats
