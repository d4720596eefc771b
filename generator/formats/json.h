// SPDX-License-Identifier: GPL-3.0-or-later
// JSON writing that is safe inside HTML; nlohmann-json stays behind parse_json.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace congbo::formats {

// Appends JSON piece by piece, without a tree. "<", ">", "&", U+2028 and U+2029 are written as \u escapes, so the text may
// stand in a <script type="application/ld+json">. Invalid UTF-8 becomes U+FFFD. Keys come out in the order written.
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
  Layout layout_;
  std::string out_;
  std::string stack_;      // '{' or '[' for each open level
  bool first_ = true;
  bool after_key_ = false;
};

}  // namespace congbo::formats
