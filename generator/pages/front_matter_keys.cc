// SPDX-License-Identifier: GPL-3.0-or-later
// What each of the common keys means.
#include "generator/pages/front_matter_keys.h"

#include <algorithm>
#include <charconv>

#include "generator/base/slug.h"

namespace congbo::pages {
namespace {

using formats::YamlNode;
using site::FieldSchema;

bool is_identity(std::string_view id) {
  while (true) {
    const std::size_t slash = id.find('/');
    const std::string_view part = id.substr(0, slash);
    if (!is_slug(part) && part != "_index") return false;
    if (slash == std::string_view::npos) return true;
    id.remove_prefix(slash + 1);
  }
}

}  // namespace

void FrontMatterReader::read_aliases(const FieldSchema& schema, const YamlNode& node) {
  Value value = reader_.read(schema, node, schema.key);
  const List* list = std::get_if<List>(&value.data);
  if (list == nullptr) return;
  for (const Value& alias : *list) {
    const std::string& path = alias.text();
    const bool good =
        path.starts_with("/") && !path.starts_with("//") && path.find_first_of(" \\?#") == std::string::npos;
    if (good)
      page_.aliases.push_back(path);
    else
      found_.add(error("alias-invalid", {page_.source, alias.at.line, alias.at.column, alias.at.length}, {path}));
  }
}

std::optional<Instant> FrontMatterReader::moment(const FieldSchema& schema, const YamlNode& node) {
  const Value value = reader_.read(schema, node, schema.key);
  const Instant* instant = std::get_if<Instant>(&value.data);
  return instant == nullptr ? std::nullopt : std::optional<Instant>(*instant);
}

void FrontMatterReader::read_date(const FieldSchema& schema, const YamlNode& node) {
  page_.date = moment(schema, node);
  page_.date_has_time = page_.date && has_time(node.text);
}

void FrontMatterReader::read_expires_at(const FieldSchema& schema, const YamlNode& node) {
  page_.expires_at = moment(schema, node);
}
void FrontMatterReader::read_release_at(const FieldSchema& schema, const YamlNode& node) {
  page_.release_at = moment(schema, node);
}

void FrontMatterReader::read_embargo(const FieldSchema& schema, const YamlNode& node) {
  // Whatever is wrong inside, the page is withheld.
  Embargo& embargo = page_.embargo.emplace();
  const Value value = reader_.read(schema, node, schema.key);
  const Object* object = std::get_if<Object>(&value.data);
  if (object == nullptr) return;
  for (const Member& member : *object) {
    if (member.first == "until") embargo.until = std::get<Instant>(member.second.data);
    if (member.first == "reason") embargo.reason = member.second.text();
    if (member.first == "authority") embargo.authority = member.second.text();
  }
}

void FrontMatterReader::read_featured(const FieldSchema& schema, const YamlNode& node) {
  const Value value = reader_.read(schema, node, schema.key);
  const bool* truth = std::get_if<bool>(&value.data);
  page_.featured = truth != nullptr && *truth;
}

void FrontMatterReader::read_id(const FieldSchema& schema, const YamlNode& node) {
  const Value value = reader_.read(schema, node, schema.key);
  if (value.text().empty()) return;
  if (is_identity(value.text()))
    page_.id = value.text();
  else
    reader_.refuse(node, "id-invalid", {value.text()});
}

void FrontMatterReader::read_order(const FieldSchema&, const YamlNode& node) {
  int order = 0;
  const char* end = node.text.data() + node.text.size();
  const auto [stopped, failure] = std::from_chars(node.text.data(), end, order);
  if (node.kind == YamlNode::Kind::scalar && failure == std::errc{} && stopped == end)
    page_.order = order;
  else
    reader_.refuse(node, "order-invalid", {node.text});
}

void FrontMatterReader::read_source_url(const FieldSchema& schema, const YamlNode& node) {
  const Value value = reader_.read(schema, node, schema.key);
  const std::string& address = value.text();
  const bool good = address.starts_with("https://") || address.starts_with("http://");
  if (good && address.find_first_of(" \"<>") == std::string::npos)
    page_.source_url = address;
  else if (!address.empty())
    reader_.refuse(node, "url-invalid", {schema.key, address});
}

void FrontMatterReader::read_status(const FieldSchema& schema, const YamlNode& node) {
  // A word we do not know must not publish the page.
  page_.status = Status::draft;
  const Value value = reader_.read(schema, node, schema.key);
  if (value.text() == "published") page_.status = Status::published;
  if (value.text() == "withdrawn") page_.status = Status::withdrawn;
}

void FrontMatterReader::read_tags(const FieldSchema& schema, const YamlNode& node) {
  Value value = reader_.read(schema, node, schema.key);
  List* list = std::get_if<List>(&value.data);
  if (list == nullptr) return;
  for (Value& tag : *list) {
    std::string* text = std::get_if<std::string>(&tag.data);
    if (text != nullptr && std::find(page_.tags.begin(), page_.tags.end(), *text) == page_.tags.end())
      page_.tags.push_back(std::move(*text));
  }
}

// People copy it from the address bar: "/tin-tuc/a.html" is the page "tin-tuc/a".
void FrontMatterReader::read_translation_of(const FieldSchema& schema, const YamlNode& node) {
  Value value = reader_.read(schema, node, schema.key);
  std::string_view id = value.text();
  while (id.starts_with("/")) id.remove_prefix(1);
  for (const std::string_view ending : {".html", ".md"})
    if (id.size() > ending.size() && id.ends_with(ending)) id.remove_suffix(ending.size());
  page_.translation_of = id;
}

// Read before everything else; here only its form is looked at.
void FrontMatterReader::read_type(const FieldSchema& schema, const YamlNode& node) {
  reader_.read(schema, node, schema.key);
}

void FrontMatterReader::read_updated_on(const FieldSchema& schema, const YamlNode& node) {
  const Value value = reader_.read(schema, node, schema.key);
  if (const Date* day = std::get_if<Date>(&value.data)) page_.updated_on = *day;
}

// REV-04: readers are told what changed, unless it was nothing they need to know.
void FrontMatterReader::read_updates(const FieldSchema& schema, const YamlNode& node) {
  const Value value = reader_.read(schema, node, schema.key);
  const List* list = std::get_if<List>(&value.data);
  if (list == nullptr) return;
  for (const Value& element : *list) {
    const Object* object = std::get_if<Object>(&element.data);
    if (object == nullptr) continue;
    Update update;
    update.at = element.at;
    bool dated = false;
    for (const Member& member : *object) {
      if (const Date* day = std::get_if<Date>(&member.second.data)) {
        update.on = *day;
        dated = true;
      }
      if (member.first == "note") update.note = member.second.text();
      if (const bool* major = std::get_if<bool>(&member.second.data)) update.major = *major;
    }
    if (!dated) continue;  // said already
    if (update.major && update.note.empty())
      found_.add(
          error("update-note-missing", {page_.source, element.at.line, element.at.column, element.at.length}, {}));
    page_.updates.push_back(std::move(update));
  }
}

void FrontMatterReader::read_withdrawn(const FieldSchema& schema, const YamlNode& node) {
  Withdrawal& withdrawn = page_.withdrawn.emplace();
  const Value value = reader_.read(schema, node, schema.key);
  const Object* object = std::get_if<Object>(&value.data);
  if (object == nullptr) return;
  for (const Member& member : *object) {
    if (member.first == "at") withdrawn.at = std::get<Instant>(member.second.data);
    if (member.first == "reason") withdrawn.reason = member.second.text();
    if (member.first == "authority") withdrawn.authority = member.second.text();
  }
}

}  // namespace congbo::pages
