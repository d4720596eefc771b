// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/pages/front_matter_reader.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "generator/base/nearest_name.h"
#include "generator/base/slug.h"
#include "generator/pages/nearest_label.h"
#include "generator/pages/value_reader.h"
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

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

bool is_identity(std::string_view id) {
  while (true) {
    const std::size_t slash = id.find('/');
    const std::string_view part = id.substr(0, slash);
    if (!is_slug(part) && part != "_index") return false;
    if (slash == std::string_view::npos) return true;
    id.remove_prefix(slash + 1);
  }
}

class FrontMatterReader {
 public:
  FrontMatterReader(Page& page, Diagnostics& found) : page_(page), found_(found), reader_(page, found) {}

  void read(const YamlNode& root) {
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

 private:
  using Handler = void (FrontMatterReader::*)(const FieldSchema&, const YamlNode&);
  struct CommonKey {
    std::string_view key;
    std::string Page::*text;  // where a text goes; null when the handler does the work
    Handler handler;
  };
  static const std::array<CommonKey, 26> common_keys;

  void read_key(const YamlNode& key, const YamlNode& value);
  void read_common(const CommonKey& common, const FieldSchema& schema, const YamlNode& node);
  void read_own(const FieldSchema& schema, const YamlNode& node);
  void refuse_key(const YamlNode& key);

  void read_aliases(const FieldSchema& schema, const YamlNode& node);
  void read_date(const FieldSchema& schema, const YamlNode& node);
  void read_embargo(const FieldSchema& schema, const YamlNode& node);
  void read_expires_at(const FieldSchema& schema, const YamlNode& node);
  void read_featured(const FieldSchema& schema, const YamlNode& node);
  void read_id(const FieldSchema& schema, const YamlNode& node);
  void read_order(const FieldSchema& schema, const YamlNode& node);
  void read_release_at(const FieldSchema& schema, const YamlNode& node);
  void read_source_url(const FieldSchema& schema, const YamlNode& node);
  void read_status(const FieldSchema& schema, const YamlNode& node);
  void read_tags(const FieldSchema& schema, const YamlNode& node);
  void read_translation_of(const FieldSchema& schema, const YamlNode& node);
  void read_type(const FieldSchema& schema, const YamlNode& node);
  void read_updated_on(const FieldSchema& schema, const YamlNode& node);
  void read_updates(const FieldSchema& schema, const YamlNode& node);
  void read_withdrawn(const FieldSchema& schema, const YamlNode& node);

  void set_date(const YamlNode& root);
  void set_withdrawal(const YamlNode& root);
  std::optional<Instant> moment(const FieldSchema& schema, const YamlNode& node);

  Page& page_;
  Diagnostics& found_;
  ValueReader reader_;
};

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

void FrontMatterReader::read_key(const YamlNode& key, const YamlNode& value) {
  const auto common =
      std::lower_bound(common_keys.begin(), common_keys.end(), key.text,
                       [](const CommonKey& known, const std::string& wanted) { return known.key < wanted; });
  if (common != common_keys.end() && common->key == key.text) {
    page_.key_places.emplace_back(key.text, Position{key.line, key.column, key.length});
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
  std::vector<std::pair<std::string, std::string>> known;
  for (const FieldSchema& field : site::common_fields()) known.emplace_back(field.key, field.label.in("vi"));
  for (const FieldSchema& field : page_.type->fields) known.emplace_back(field.key, field.label.in("vi"));
  std::vector<std::string> keys;
  for (const auto& one : known) keys.push_back(one.first);
  std::string meant = nearest_name(key.text, keys);
  if (meant.empty()) meant = nearest_label(key.text, known);
  reader_.refuse(key, "field-unknown", {key.text, page_.type->id}, std::move(meant));
}

void FrontMatterReader::read_aliases(const FieldSchema& schema, const YamlNode& node) {
  Value value = reader_.read(schema, node, schema.key);
  const List* list = std::get_if<List>(&value.data);
  if (list == nullptr) return;
  for (const Value& alias : *list) {
    const std::string& path = alias.text();
    const bool good =
        starts_with(path, "/") && !starts_with(path, "//") && path.find_first_of(" \\?#") == std::string::npos;
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
  const bool good = starts_with(address, "https://") || starts_with(address, "http://");
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
  while (starts_with(id, "/")) id.remove_prefix(1);
  for (const std::string_view ending : {".html", ".md"})
    if (id.size() > ending.size() && id.substr(id.size() - ending.size()) == ending) id.remove_suffix(ending.size());
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

}  // namespace

void read_front_matter(const YamlNode& root, Page& page, Diagnostics& found) {
  FrontMatterReader(page, found).read(root);
}

}  // namespace congbo::pages
