// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/publish/release_index.h"

#include <algorithm>
#include <charconv>

#include "generator/formats/json.h"

namespace congbo::publish {
namespace {

constexpr std::string_view signature = "congbo release 1";
constexpr int manifest_version = 1;

class FieldReader {
 public:
  explicit FieldReader(std::string_view bytes) : rest_(bytes) {}

  std::string_view text() {
    const std::size_t end = rest_.find('\0');
    if (end == std::string_view::npos) {
      whole_ = false;
      return {};
    }
    const std::string_view field = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    return field;
  }

  template <class Number>
  Number number() {
    const std::string_view field = text();
    Number value = 0;
    const auto [end, failure] = std::from_chars(field.data(), field.data() + field.size(), value);
    if (failure != std::errc{} || end != field.data() + field.size()) whole_ = false;
    return value;
  }

  bool whole() const { return whole_; }
  bool at_end() const { return rest_.empty(); }
  std::size_t remaining() const { return rest_.size(); }

 private:
  std::string_view rest_;
  bool whole_ = true;
};

void append_field(std::string& out, std::string_view text) {
  out += text;
  out += '\0';
}

ReleaseFacts read_facts(FieldReader& reader) {
  ReleaseFacts facts;
  facts.commit = reader.text();
  facts.program_version = reader.text();
  facts.built_at = reader.text();
  facts.next_event = reader.text();
  return facts;
}

IndexedFile read_file(FieldReader& reader) {
  IndexedFile file;
  file.path = reader.text();
  file.hash = reader.text();
  file.size = reader.number<std::uint64_t>();
  file.modified = reader.number<std::int64_t>();
  file.reason = reader.text();
  file.source = reader.text();
  return file;
}

bool by_path(const IndexedFile& left, const IndexedFile& right) {
  return left.path < right.path;
}

}  // namespace

std::optional<ReleaseIndex> ReleaseIndex::parse(std::string bytes) {
  ReleaseIndex index;
  index.bytes_ = std::make_unique<const std::string>(std::move(bytes));
  FieldReader reader(*index.bytes_);
  if (reader.text() != signature) return std::nullopt;
  index.facts_ = read_facts(reader);
  const auto count = reader.number<std::size_t>();
  constexpr std::size_t smallest_record = 6;  // six empty fields: bounds the reservation by what is there
  if (!reader.whole() || count > reader.remaining() / smallest_record) return std::nullopt;
  index.files_.reserve(count);
  for (std::size_t i = 0; i < count && reader.whole(); ++i) index.files_.push_back(read_file(reader));
  if (!reader.whole() || !reader.at_end()) return std::nullopt;
  if (!std::is_sorted(index.files_.begin(), index.files_.end(), by_path)) return std::nullopt;
  return index;
}

const IndexedFile* ReleaseIndex::find(std::string_view path) const {
  const auto at = std::lower_bound(files_.begin(), files_.end(), path,
                                   [](const IndexedFile& file, std::string_view wanted) { return file.path < wanted; });
  return at != files_.end() && at->path == path ? &*at : nullptr;
}

std::string index_bytes(const ReleaseFacts& facts, const std::vector<TreeFile>& files) {
  constexpr std::size_t rest_of_record = 64 + 20 + 20 + 6;  // hash, two numbers and the zero bytes
  std::size_t bytes = 200;
  for (const TreeFile& entry : files)
    bytes += entry.file.path.size() + entry.file.reason.size() + entry.file.source.size() + rest_of_record;
  std::string out;
  out.reserve(bytes);
  append_field(out, signature);
  for (const auto* fact : {&facts.commit, &facts.program_version, &facts.built_at, &facts.next_event})
    append_field(out, *fact);
  append_field(out, std::to_string(files.size()));
  for (const TreeFile& entry : files) {
    append_field(out, entry.file.path);
    append_field(out, entry.file.hash);
    append_field(out, std::to_string(entry.file.size));
    append_field(out, std::to_string(entry.modified));
    append_field(out, entry.file.reason);
    append_field(out, entry.file.source);
  }
  return out;
}

std::string manifest_bytes(const ReleaseFacts& facts, const std::vector<TreeFile>& files) {
  formats::JsonWriter json;
  json.begin_object();
  json.key("version").value(manifest_version);
  json.key("commit").value(facts.commit);
  json.key("program_version").value(facts.program_version);
  json.key("built_at").value(facts.built_at);
  json.key("next_event").value(facts.next_event);
  json.key("files").begin_array();
  for (const TreeFile& entry : files) {
    json.begin_object();
    json.key("path").value(entry.file.path);
    json.key("hash").value(entry.file.hash);
    json.key("size").value(static_cast<std::int64_t>(entry.file.size));
    json.key("source").value(entry.file.source);
    json.key("reason").value(entry.file.reason);
    json.end_object();
  }
  json.end_array().end_object();
  return json.take();
}

}  // namespace congbo::publish
