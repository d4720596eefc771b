// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/schema/config_schema.h"

#include "generator/diagnostics/catalogue.h"
#include "generator/formats/yaml.h"
#include "generator/schema/type_schema.h"
#include "generator/schema/write_field.h"
#include "generator/site/home_blocks.h"
#include "generator/site/shipped.h"
#include "generator/site/values/policy.h"

namespace congbo::schema {

using formats::YamlNode;
using formats::YamlPair;

namespace {

constexpr std::string_view folder = "generator/site/shipped/schemas/";
constexpr std::string_view shared_file = "generator/site/shipped/schemas/shared/definitions.yaml";

bool is_number(std::string_view text) {
  return !text.empty() && text.size() < 10 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::vector<Choice> profile_choices(std::string_view language) {
  std::vector<Choice> choices;
  for (const std::string& name : site::profile_names()) {
    Diagnostics ignored;  // a test reads every shipped profile
    choices.push_back({name, site::shipped_profile(name, ignored).label.in(language)});
  }
  return choices;
}

class ConfigWriter {
 public:
  ConfigWriter(const site::Portal& portal, std::string_view language) : portal_(portal), language_(language) {}

  std::string write(const YamlNode& root, const YamlNode& shared) {
    json_.begin_object().key("$schema").value(dialect);
    if (const YamlNode* keys = root.find("x-keys")) write_named_properties(root, keys->text);
    for (const YamlPair& pair : root.pairs)
      if (pair.first.text != "$defs" && !pair.first.text.starts_with("x-")) write_pair(pair);
    json_.key("$defs").begin_object();
    for (const YamlNode* definitions : {&shared, root.find("$defs")})
      if (definitions != nullptr)
        for (const YamlPair& pair : definitions->pairs) write_pair(pair);
    json_.end_object().end_object();
    return json_.take() + "\n";
  }

 private:
  void write_pair(const YamlPair& pair) {
    const std::string& key = pair.first.text;
    if (key == "x-values") {
      write_choices(json_, named(pair.second.text));
    } else if (key == "properties" || key == "$defs") {
      json_.key(key).begin_object();
      for (const YamlPair& property : pair.second.pairs) {
        json_.key(property.first.text);
        write_node(property.second);
      }
      json_.end_object();
    } else if (const YamlNode* text = localized(key, pair.second)) {
      json_.key(key).value(text->text);
    } else {
      json_.key(key);
      write_node(pair.second);
    }
  }

  // «description: {vi: …, en: …}»: the text in the language of the schema.
  const YamlNode* localized(std::string_view key, const YamlNode& node) const {
    if ((key != "description" && key != "title") || node.kind != YamlNode::Kind::mapping) return nullptr;
    const YamlNode* text = node.find(language_);
    return text != nullptr ? text : node.find("vi");
  }

  void write_node(const YamlNode& node) {
    switch (node.kind) {
      case YamlNode::Kind::null:
        json_.raw("null");
        break;
      case YamlNode::Kind::scalar:
        write_scalar(node);
        break;
      case YamlNode::Kind::sequence:
        json_.begin_array();
        for (const YamlNode& item : node.items) write_node(item);
        json_.end_array();
        break;
      case YamlNode::Kind::mapping:
        json_.begin_object();
        if (const YamlNode* keys = node.find("x-keys")) write_named_properties(node, keys->text);
        for (const YamlPair& pair : node.pairs)
          if (pair.first.text != "x-keys" && pair.first.text != "x-each") write_pair(pair);
        json_.end_object();
    }
  }

  void write_scalar(const YamlNode& node) {
    const bool plain = !node.quoted;
    if (plain && (node.text == "true" || node.text == "false"))
      json_.value(node.text == "true");
    else if (plain && is_number(node.text))
      json_.value(std::stoi(node.text));
    else if (plain && node.text == "null")
      json_.raw("null");
    else
      json_.value(node.text);
  }

  // One property for each name, with its meaning.
  void write_named_properties(const YamlNode& node, std::string_view what) {
    json_.key("properties").begin_object();
    for (const Choice& choice : named(what)) {
      json_.key(choice.value).begin_object().text_unless_empty("description", choice.meaning);
      if (const YamlNode* each = node.find("x-each"))
        for (const YamlPair& pair : each->pairs) write_pair(pair);
      json_.end_object();
    }
    json_.end_object();
  }

  std::vector<Choice> named(std::string_view what) const {
    if (what == "types") return type_choices(portal_, language_);
    if (what == "profiles") return profile_choices(language_);
    std::vector<Choice> choices;
    if (what == "units")
      for (const site::Unit& unit : portal_.units) choices.push_back({unit.id, unit.name.in(language_)});
    if (what == "vocabularies")
      for (const auto& [id, vocabulary] : portal_.vocabularies) choices.push_back({id, vocabulary.label.in(language_)});
    if (const auto categories = portal_.vocabularies.find("category");
        what == "categories" && categories != portal_.vocabularies.end())
      for (const site::Term& term : categories->second.terms) choices.push_back({term.id, term.label.in(language_)});
    if (what == "choices")
      for (const site::ChoiceLine& line : site::choice_lines({}))
        choices.push_back({line.key, line.meaning.in(language_)});
    if (what == "home")
      for (const site::HomeBlock& block : site::home_blocks()) choices.push_back({std::string(block.id), {}});
    if (what == "kinds")
      for (int kind = 0; kind <= static_cast<int>(site::Kind::object); ++kind)
        choices.push_back({std::string(site::name_of(static_cast<site::Kind>(kind))), {}});
    if (what == "codes")
      for (const diagnostics::CatalogueRow& row : diagnostics::catalogue())
        choices.push_back({std::string(row.code), std::string(language_ == "vi" ? row.message_vi : row.message_en)});
    if (const auto strings = portal_.strings.find(language_); what == "strings" && strings != portal_.strings.end())
      for (const auto& [key, text] : strings->second) choices.push_back({key, text});
    return choices;
  }

  const site::Portal& portal_;
  std::string_view language_;
  formats::JsonWriter json_{formats::JsonWriter::Layout::indented};
};

YamlNode parse_shipped(std::string_view path) {
  Diagnostics ignored;  // ours: a test reads every one
  return formats::parse_yaml(*site::shipped_file(path), std::string(path), 1, ignored);
}

}  // namespace

std::vector<std::string> config_names() {
  std::vector<std::string> names;
  for (const site::ShippedFile& file : site::shipped_files())
    if (file.path.starts_with(folder) && file.path.find('/', folder.size()) == std::string_view::npos)
      names.emplace_back(file.path.substr(folder.size()));
  return names;
}

std::optional<std::string> config_schema(const site::Portal& portal, std::string_view name, std::string_view language) {
  const std::string path = std::string(folder) + std::string(name);
  if (name.find('/') != std::string_view::npos || !site::shipped_file(path)) return std::nullopt;
  return ConfigWriter(portal, language).write(parse_shipped(path), parse_shipped(shared_file));
}

}  // namespace congbo::schema
