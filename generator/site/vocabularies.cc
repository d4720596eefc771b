// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "generator/base/slug.h"
#include "generator/site/mapping_reader.h"
#include "generator/site/read_parts.h"

namespace congbo::site {
namespace {

using formats::YamlNode;
using formats::YamlPair;

// Terms are part of addresses, so their ids are slugs.
void add_term(const YamlNode& id, LocalText label, const std::string& path, Vocabulary& vocabulary,
              Diagnostics& found) {
  if (!is_slug(id.text)) {
    found.add(error("term-id-invalid", place_of(path, id), {id.text}, slug(id.text)));
    return;
  }
  const auto same = [&](const Term& known) { return known.id == id.text; };
  if (std::any_of(vocabulary.terms.begin(), vocabulary.terms.end(), same)) {
    found.add(error("term-duplicate", place_of(path, id), {id.text, vocabulary.id}));
    return;
  }
  if (label.empty()) label.texts = {{"vi", id.text}};
  vocabulary.terms.push_back({id.text, std::move(label)});
}

// `- {id: …, label: …}`
void read_listed_term(const YamlNode& node, const std::string& path, Vocabulary& vocabulary, Diagnostics& found) {
  MappingReader reader(node, path, found);
  LocalText label;
  const YamlNode* id = reader.take("id");
  reader.local_text("label", label);
  reader.finish();
  reader.require("id");
  if (id != nullptr && expect_scalar(*id, path, found)) add_term(*id, std::move(label), path, vocabulary, found);
}

// `id: label` for each term, or a list of {id, label}.
void read_terms(const YamlNode& node, const std::string& path, Vocabulary& vocabulary, Diagnostics& found) {
  vocabulary.terms.clear();
  if (node.kind == YamlNode::Kind::scalar) found.add(error("value-not-mapping", place_of(path, node)));
  for (const YamlPair& pair : node.pairs)
    add_term(pair.first, read_local_text(pair.second, path, found), path, vocabulary, found);
  for (const YamlNode& item : node.items) read_listed_term(item, path, vocabulary, found);
}

}  // namespace

void read_vocabularies(const YamlNode& root, const std::string& path, Vocabularies& into, Diagnostics& found) {
  if (root.kind == YamlNode::Kind::scalar || root.kind == YamlNode::Kind::sequence)
    found.add(error("value-not-mapping", place_of(path, root)));
  for (const YamlPair& pair : root.pairs) {
    if (!is_slug(pair.first.text)) {
      found.add(error("term-id-invalid", place_of(path, pair.first), {pair.first.text}, slug(pair.first.text)));
      continue;
    }
    Vocabulary& vocabulary = into[pair.first.text];
    vocabulary.id = pair.first.text;
    MappingReader reader(pair.second, path, found);
    reader.local_text("label", vocabulary.label);
    reader.boolean("open", vocabulary.open);
    if (const YamlNode* terms = reader.take("terms")) read_terms(*terms, path, vocabulary, found);
    reader.finish();
    if (vocabulary.label.empty()) vocabulary.label.texts = {{"vi", vocabulary.id}};
  }
}

}  // namespace congbo::site
