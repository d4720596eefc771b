// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/site/field_rules.h"

#include <algorithm>
#include <charconv>

#include "generator/base/nearest_name.h"
#include "generator/site/load.h"

namespace congbo::site {
namespace {

using formats::YamlNode;
using formats::YamlPair;

constexpr int most_elements = 1000;  // that a type may ask of a list

Situation read_situation(const YamlNode& node, MappingReader& reader) {
  Situation situation;
  if (node.kind != YamlNode::Kind::mapping) {
    reader.found().add(error("value-not-mapping", place_of(reader.path(), node)));
    return situation;
  }
  for (const YamlPair& pair : node.pairs) {
    Condition condition{pair.first.text, {}};
    if (pair.second.kind == YamlNode::Kind::sequence) {
      for (const YamlNode& item : pair.second.items)
        if (expect_scalar(item, reader.path(), reader.found())) condition.values.push_back(item.text);
    } else if (expect_scalar(pair.second, reader.path(), reader.found())) {
      condition.values.push_back(pair.second.text);
    }
    situation.push_back(std::move(condition));
  }
  return situation;
}

// One mapping, or a list of them of which any will do; an empty list takes the rule away.
void read_situations(std::string_view key, MappingReader& reader, std::vector<Situation>& into) {
  const YamlNode* node = reader.take(key);
  if (node == nullptr) return;
  into.clear();
  if (node->kind == YamlNode::Kind::sequence)
    for (const YamlNode& one : node->items) into.push_back(read_situation(one, reader));
  else
    into.push_back(read_situation(*node, reader));
  std::erase_if(into, [](const Situation& situation) { return situation.empty(); });
}

void read_limit(std::string_view key, MappingReader& reader, std::optional<double>& into) {
  const YamlNode* node = reader.take(key);
  if (node == nullptr || !expect_scalar(*node, reader.path(), reader.found())) return;
  double limit = 0;
  const char* end = node->text.data() + node->text.size();
  const auto [stopped, failure] = std::from_chars(node->text.data(), end, limit, std::chars_format::fixed);
  if (failure == std::errc{} && stopped == end)
    into = limit;
  else
    reader.found().add(error("number-invalid", place_of(reader.path(), *node), {std::string(key), node->text}));
}

// Which kinds a rule makes sense for.
bool fits(std::string_view rule, Kind kind) {
  if (rule == "not_before") return kind == Kind::date || kind == Kind::datetime;
  if (rule == "at_least") return kind == Kind::list;
  return kind == Kind::number;
}

class NamedKeys {
 public:
  NamedKeys(const std::vector<FieldSchema>& fields, Level level, const TypeSource& source, Diagnostics& found)
      : fields_(fields), level_(level), source_(source), found_(found) {}

  void check(const YamlNode& field) {
    for (const std::string_view rule : {"required_when", "recommended_when"}) {
      const YamlNode* node = field.find(rule);
      if (node == nullptr) continue;
      if (node->kind == YamlNode::Kind::mapping) check_situation(*node);
      for (const YamlNode& one : node->items) check_situation(one);
    }
    for (const std::string_view rule : {"not_before", "gapless_within"})
      if (const YamlNode* node = field.find(rule); node != nullptr && node->kind == YamlNode::Kind::scalar)
        check_key(*node);
  }

 private:
  void check_situation(const YamlNode& situation) {
    for (const YamlPair& pair : situation.pairs) {
      const FieldSchema* named = check_key(pair.first);
      if (named == nullptr || named->kind != Kind::choice) continue;
      if (pair.second.kind == YamlNode::Kind::scalar) check_value(*named, pair.second);
      for (const YamlNode& value : pair.second.items) check_value(*named, value);
    }
  }

  const FieldSchema* check_key(const YamlNode& key) {
    const FieldSchema* named = named_field(key.text, fields_, level_, source_);
    if (named != nullptr) return named;
    std::vector<std::string> known;
    for (const FieldSchema& field : fields_) known.push_back(field.key);
    found_.add(
        error("rule-key-unknown", place_of(source_.path, key), {key.text, source_.id}, nearest_name(key.text, known)));
    return nullptr;
  }

  void check_value(const FieldSchema& field, const YamlNode& value) {
    if (value.text == "present" || value.text == "absent") return;
    std::vector<std::string> known = field.choices;
    if (const auto vocabulary = source_.vocabularies.find(field.vocabulary); vocabulary != source_.vocabularies.end()) {
      if (vocabulary->second.open) return;
      for (const Term& term : vocabulary->second.terms) known.push_back(term.id);
    }
    if (std::find(known.begin(), known.end(), value.text) != known.end()) return;
    found_.add(error("rule-value-unknown", place_of(source_.path, value), {field.key, value.text},
                     nearest_name(value.text, known)));
  }

  const std::vector<FieldSchema>& fields_;
  const Level level_;
  const TypeSource& source_;
  Diagnostics& found_;
};

const FieldSchema* find_in(const std::vector<FieldSchema>& fields, std::string_view key) {
  const auto field = std::find_if(fields.begin(), fields.end(), [&](const FieldSchema& one) { return one.key == key; });
  return field == fields.end() ? nullptr : &*field;
}

}  // namespace

void read_field_rules(MappingReader& reader, FieldSchema& field) {
  read_situations("required_when", reader, field.required_when);
  read_situations("recommended_when", reader, field.recommended_when);
  reader.text("not_before", field.not_before);
  read_limit("minimum", reader, field.minimum);
  read_limit("maximum", reader, field.maximum);
  int elements = static_cast<int>(field.at_least);
  reader.whole_number("at_least", 0, most_elements, elements);
  field.at_least = static_cast<std::size_t>(elements);
  reader.text("gapless_within", field.gapless_within);
  reader.boolean("shown", field.shown);
  for (const std::string_view rule : {"not_before", "minimum", "maximum", "at_least", "gapless_within"})
    if (const YamlNode* node = reader.node().find(rule); node != nullptr && !fits(rule, field.kind))
      reader.found().add(error("field-rule-unexpected", place_of(reader.path(), *node),
                               {field.key, std::string(name_of(field.kind)), std::string(rule)}));
}

void check_field_rules(const YamlNode& node, const std::vector<FieldSchema>& fields, Level level,
                       const TypeSource& source, Diagnostics& found) {
  NamedKeys named(fields, level, source, found);
  for (const YamlPair& pair : node.pairs) named.check(pair.second);
}

const FieldSchema* named_field(std::string_view key, const std::vector<FieldSchema>& fields, Level level,
                               const TypeSource& source) {
  const std::string_view first = key.substr(0, key.find('.'));
  const FieldSchema* field = find_in(fields, first);
  if (field == nullptr && level == Level::top) field = find_in(source.shared, first);
  if (field == nullptr && level == Level::top) field = find_in(common_fields(), first);
  if (field == nullptr || first.size() == key.size()) return field;
  return named_field(key.substr(first.size() + 1), field->fields, Level::inside, source);
}

}  // namespace congbo::site
