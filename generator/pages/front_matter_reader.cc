// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/pages/front_matter_reader.h"

#include <algorithm>
#include <array>

#include "generator/pages/front_matter_keys.h"
#include "generator/pages/nearest_label.h"
#include "generator/site/load.h"

namespace congbo::pages {
namespace {

using formats::YamlNode;
using formats::YamlPair;
using site::FieldSchema;

// Who approved and when something was published is known from git and the release log alone (ARCHITECTURE, invariant
// 5).
constexpr std::array<std::string_view, 6> facts_from_git = {"approved",     "approved_at",  "approved_by",
                                                            "published_at", "published_by", "published_on"};

}  // namespace

// Sorted; the same keys in the same order as site::common_fields() (a test compares them).
const std::array<FrontMatterReader::CommonKey, 26> FrontMatterReader::common_keys = {{
    {"aliases", nullptr, &FrontMatterReader::read_aliases},
    {"author", &Page::author, nullptr},
    {"category", &Page::category, nullptr},
    {"change_note", &Page::change_note, nullptr},
    {"cover", &Page::cover, nullptr},
    {"cover_alt", &Page::cover_alt, nullptr},
    {"cover_focus", &Page::cover_focus, nullptr},
    {"date", nullptr, &FrontMatterReader::read_date},
    {"embargo", nullptr, &FrontMatterReader::read_embargo},
    {"expires_at", nullptr, &FrontMatterReader::read_expires_at},
    {"featured", nullptr, &FrontMatterReader::read_featured},
    {"id", nullptr, &FrontMatterReader::read_id},
    {"order", nullptr, &FrontMatterReader::read_order},
    {"release_at", nullptr, &FrontMatterReader::read_release_at},
    {"source_name", &Page::source_name, nullptr},
    {"source_url", nullptr, &FrontMatterReader::read_source_url},
    {"status", nullptr, &FrontMatterReader::read_status},
    {"summary", &Page::summary, nullptr},
    {"tags", nullptr, &FrontMatterReader::read_tags},
    {"title", &Page::title, nullptr},
    {"translation_of", nullptr, &FrontMatterReader::read_translation_of},
    {"type", nullptr, &FrontMatterReader::read_type},
    {"unit", &Page::unit, nullptr},
    {"updated_on", nullptr, &FrontMatterReader::read_updated_on},
    {"updates", nullptr, &FrontMatterReader::read_updates},
    {"withdrawn", nullptr, &FrontMatterReader::read_withdrawn},
}};

void FrontMatterReader::read(const YamlNode& root) {
  if (root.kind == YamlNode::Kind::scalar || root.kind == YamlNode::Kind::sequence)
    reader_.refuse(root, "value-not-mapping", {});
  // Known before the other keys are read: what a draft lacks inside a value is a warning too.
  if (const YamlNode* status = root.find("status"); status != nullptr && status->text == "draft")
    page_.status = Status::draft;
  page_.key_places.reserve(root.pairs.size());
  for (const YamlPair& pair : root.pairs) read_key(pair.first, pair.second);
  const auto by_schema = [](const Field& one, const Field& other) { return one.schema < other.schema; };
  if (!std::is_sorted(page_.fields.begin(), page_.fields.end(), by_schema))
    std::sort(page_.fields.begin(), page_.fields.end(), by_schema);
  set_date(root);
  set_withdrawal(root);
}

void FrontMatterReader::read_key(const YamlNode& key, const YamlNode& value) {
  const auto common =
      std::lower_bound(common_keys.begin(), common_keys.end(), key.text,
                       [](const CommonKey& known, const std::string& wanted) { return known.key < wanted; });
  if (common != common_keys.end() && common->key == key.text) {
    // What is wrong is the value; a list or an object is known by its key.
    const YamlNode& shown = value.kind == YamlNode::Kind::scalar && value.line == key.line ? value : key;
    page_.key_places.emplace_back(common->key, Position{shown.line, shown.column, shown.length});
    read_common(*common, site::common_fields()[static_cast<std::size_t>(common - common_keys.begin())], value);
  } else if (const FieldSchema* schema = page_.type->field(key.text)) {
    read_own(*schema, value);
  } else {
    refuse_key(key);
  }
}

void FrontMatterReader::read_common(const CommonKey& common, const FieldSchema& schema, const YamlNode& node) {
  if (node.kind == YamlNode::Kind::null) return;
  if (common.text == nullptr) {
    (this->*common.handler)(schema, node);
    return;
  }
  Value value = reader_.read(schema, node, schema.key);
  if (std::string* text = std::get_if<std::string>(&value.data)) page_.*common.text = std::move(*text);
}

void FrontMatterReader::read_own(const FieldSchema& schema, const YamlNode& node) {
  Value value = reader_.read(schema, node, schema.key);
  if (value.data.index() != 0) page_.fields.push_back({&schema, std::move(value)});
}

void FrontMatterReader::refuse_key(const YamlNode& key) {
  if (std::find(facts_from_git.begin(), facts_from_git.end(), key.text) != facts_from_git.end()) {
    reader_.refuse(key, "fact-in-file", {key.text});
    return;
  }
  LabelledIds known;
  for (const FieldSchema& field : site::common_fields()) known.emplace_back(field.key, field.label.in("vi"));
  for (const FieldSchema& field : page_.type->fields) known.emplace_back(field.key, field.label.in("vi"));
  reader_.refuse(key, "field-unknown", {key.text, page_.type->id}, nearest_id(key.text, known));
}

// `date:` itself, else the key that the type names.
void FrontMatterReader::set_date(const YamlNode& root) {
  if (page_.date || page_.type->date_from == "date") return;
  const Value* value = page_.field(page_.type->date_from);
  if (value == nullptr) return;
  if (const Date* day = std::get_if<Date>(&value->data)) page_.date = start_of_day(*day);
  if (const Instant* instant = std::get_if<Instant>(&value->data)) {
    page_.date = *instant;
    page_.date_has_time = has_time(root.find(page_.type->date_from)->text);
  }
}

// ARC-03: a withdrawn page says why.
void FrontMatterReader::set_withdrawal(const YamlNode& root) {
  if (page_.withdrawn && page_.status == Status::published) page_.status = Status::withdrawn;
  if (page_.status != Status::withdrawn || (page_.withdrawn && !page_.withdrawn->reason.empty())) return;
  const YamlNode* node = root.find(page_.withdrawn ? "withdrawn" : "status");
  reader_.refuse(*node, "withdrawal-reason-missing", {});
}

void read_front_matter(const YamlNode& root, Page& page, Diagnostics& found) {
  FrontMatterReader(page, found).read(root);
}

}  // namespace congbo::pages
