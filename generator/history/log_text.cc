// SPDX-License-Identifier: GPL-3.0-or-later
// The log as text: reading with its chain of hashes, and the next line.
#include <algorithm>
#include <charconv>
#include <utility>

#include "generator/base/content_hash.h"
#include "generator/formats/json.h"
#include "generator/history/history.h"

namespace congbo::history {

namespace {

using formats::JsonNode;
using formats::JsonWriter;

constexpr std::size_t parts_of_item = 7;

std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return line;
}

std::optional<Published> item_of(const JsonNode& node) {
  if (node.kind != JsonNode::Kind::array || node.items.size() != parts_of_item) return {};
  for (const JsonNode& part : node.items)
    if (part.kind != JsonNode::Kind::text) return {};
  const auto& part = node.items;
  if (part[0].text.empty() || !part[1].text.starts_with('/')) return {};
  const std::string& first = part[4].text;
  if (!first.empty() && !parse_date(first) && !parse_instant(first)) return {};
  return Published{part[0].text, part[1].text, part[2].text, part[3].text, first, part[5].text, part[6].text};
}

std::optional<ReleaseLine> release_of(const JsonNode& node) {
  ReleaseLine release;
  const std::string_view number = node.text_of("release");
  const auto [end, failure] = std::from_chars(number.data(), number.data() + number.size(), release.number);
  if (failure != std::errc{} || end != number.data() + number.size()) return {};
  release.at = node.text_of("at");
  release.commit = node.text_of("commit");
  release.program = node.text_of("program");
  if (!parse_instant(release.at)) return {};
  return release;
}

void write_item(JsonWriter& json, const Published& item) {
  json.begin_array();
  for (const std::string* part :
       {&item.portal, &item.path, &item.id, &item.source, &item.first, &item.hash, &item.updates})
    json.value(*part);
  json.end_array();
}

void write_facts(JsonWriter& json, const ReleaseLine& release) {
  json.key("release").value(release.number).key("at").value(release.at);
  json.key("commit").value(release.commit).key("program").value(release.program);
}

// Adds one line; false when it does not follow.
bool add_line(std::string_view line, std::string_view previous_hash, History& history) {
  const Result<JsonNode> node = formats::parse_json(line, "");
  if (!node || node->kind != JsonNode::Kind::object) return false;
  std::optional<ReleaseLine> release = release_of(*node);
  const JsonNode* items = node->find("items");
  if (!release || release->number != history.releases().size() + 1 || node->text_of("previous") != previous_hash ||
      !items || items->kind != JsonNode::Kind::array)
    return false;
  history.add(*std::move(release));
  for (const JsonNode& one : items->items) {
    std::optional<Published> item = item_of(one);
    if (!item) return false;
    history.add(*std::move(item));
  }
  return true;
}

// By portal and path. The items are large to move, so they stay where they are.
std::vector<const Published*> by_address(const std::vector<Published>& published) {
  std::vector<const Published*> sorted;
  sorted.reserve(published.size());
  for (const Published& item : published) sorted.push_back(&item);
  std::stable_sort(sorted.begin(), sorted.end(), [](const Published* a, const Published* b) {
    return a->portal != b->portal ? a->portal < b->portal : a->path < b->path;
  });
  return sorted;
}

std::string hash_of_last_line(std::string_view text) {
  if (text.ends_with('\n')) text.remove_suffix(1);
  if (text.empty()) return {};
  const std::size_t begin = text.rfind('\n');
  return sha256_hex(text.substr(begin == std::string_view::npos ? 0 : begin + 1));
}

}  // namespace

Result<History> read_log(std::string_view text, const std::string& name) {
  History history;
  std::string previous;
  int number = 1;
  for (; !text.empty(); ++number) {
    const bool whole = text.find('\n') != std::string_view::npos;
    const std::string_view line = take_line(text);
    if (!whole || !add_line(line, previous, history))
      return error("release-log-broken", {}, {name, std::to_string(number)});
    previous = sha256_hex(line);
  }
  return history;
}

std::string next_line(std::string_view text, const History& history, const ReleaseLine& release,
                      const std::vector<Published>& published) {
  if (!history.empty() && history.releases().back().at == release.at &&
      history.releases().back().commit == release.commit)
    return {};
  JsonWriter json;
  ReleaseLine next = release;
  next.number = history.releases().size() + 1;
  json.begin_object();
  write_facts(json, next);
  json.key("previous").value(hash_of_last_line(text)).key("items").begin_array();
  for (const Published* one : by_address(published)) {
    Published item = *one;
    if (!item.id.empty() && item.first.empty()) item.first = release.at;  // unknown until it is published, now
    const Published* known = history.address(item.portal, item.path);
    if (!known || *known != item) write_item(json, item);
  }
  json.end_array().end_object();
  return json.take() + "\n";
}

std::string published_text(const ReleaseLine& release, const std::vector<Published>& published) {
  JsonWriter facts;
  facts.begin_object();
  write_facts(facts, release);
  facts.end_object();
  std::string text = facts.take() + "\n";
  for (const Published* item : by_address(published)) {
    JsonWriter json;
    write_item(json, *item);
    text.append(json.take()).append("\n");
  }
  return text;
}

Result<PublishedRelease> read_published(std::string_view text, const std::string& name) {
  const auto broken = [&](std::size_t line) { return error("release-log-broken", {}, {name, std::to_string(line)}); };
  PublishedRelease release;
  const Result<JsonNode> facts = formats::parse_json(take_line(text), name);
  const std::optional<ReleaseLine> line = facts ? release_of(*facts) : std::nullopt;
  if (!line) return broken(1);
  release.release = *line;
  for (std::size_t number = 2; !text.empty(); ++number) {
    const Result<JsonNode> node = formats::parse_json(take_line(text), name);
    std::optional<Published> item = node ? item_of(*node) : std::nullopt;
    if (!item) return broken(number);
    release.published.push_back(*std::move(item));
  }
  return release;
}

}  // namespace congbo::history
