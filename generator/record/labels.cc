// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/record/labels.h"

#include <algorithm>

#include "generator/record/wording.h"

namespace congbo::record {

namespace {

bool is_of(const pages::Value& value, std::string_view stem) {
  return without_ending(value.text()) == stem;
}

// Whether a field of the page has this file alone, in one form or several: «Số liệu: so-lieu.csv».
bool stands_alone(const pages::Page& page, std::string_view stem) {
  for (const pages::Field& field : page.fields) {
    if (!field.schema) continue;
    if (field.schema->kind == site::Kind::file && is_of(field.value, stem)) return true;
    const auto* list = std::get_if<pages::List>(&field.value.data);
    if (list == nullptr || list->empty() || field.schema->fields.empty()) continue;
    if (field.schema->fields.front().kind != site::Kind::file) continue;
    if (std::all_of(list->begin(), list->end(), [&](const pages::Value& one) { return is_of(one, stem); })) return true;
  }
  return false;
}

std::string_view text_of(const pages::Page& page, std::string_view key) {
  const pages::Value* value = page.field(key);
  return value ? std::string_view(value->text()) : std::string_view();
}

}  // namespace

std::size_t Labels::KeyHash::operator()(const Key& key) const {
  const std::hash<std::string_view> text;
  const std::size_t place = std::hash<const void*>()(key.portal) * 31 + text(key.language);
  return (place * 31 + static_cast<std::size_t>(key.what)) * 1'000'003 + text(key.id);
}

void Labels::learn(const site::Site& site) {
  for (const listing::Listings::Terms& terms : listings_->terms)
    for (const site::Portal& portal : site.portals) {
      if (portal.id != terms.portal) continue;
      for (const auto& [id, type] : portal.types) learn_one({&portal, terms.language, id, Bears::type});
      learn_all(portal, terms.language, Bears::unit, terms.units);
      learn_all(portal, terms.language, Bears::category, terms.categories);
      learn_all(portal, terms.language, Bears::tag, terms.tags);
    }
}

void Labels::learn_file(const pages::Page& page) {
  if (const std::string_view file = text_of(page, "file"); !file.empty())
    page_of_file_.try_emplace(without_ending(file), &page);
}

std::string Labels::file_title(const pages::Page& page, std::string_view source) const {
  const std::string_view stem = without_ending(source);
  const auto known = page_of_file_.find(stem);
  if (known != page_of_file_.end() && known->second->route.language == page.route.language) return known->second->title;
  if (file_name(stem) != file_name(without_ending(page.source)) && !stands_alone(page, stem)) return {};
  const std::string_view form = text_of(page, "form"), number = text_of(page, "number");
  if (form.empty() || number.empty()) return page.title;
  return term_label(*page.portal, "form", form, page.route.language) + " " + std::string(number);
}

void Labels::learn_all(const site::Portal& portal, std::string_view language, Bears what,
                       const listing::Listings::TermPaths& terms) {
  for (const auto& [id, path] : terms) learn_one({&portal, language, id, what});
}

void Labels::learn_one(const Key& key) {
  known_.emplace(key, make(key));
}

Shared<Label> Labels::get(const pages::Page& page, Bears what, std::string_view id) const {
  if (id.empty()) return {};
  const Key key{page.portal, page.route.language, id, what};
  const auto place = known_.find(key);
  return place == known_.end() ? make(key) : place->second;
}

Shared<Label> Labels::make(const Key& key) const {
  Label label{std::string(key.id), {}, {}};
  switch (key.what) {
    case Bears::type:
      if (const auto type = key.portal->types.find(std::string(key.id)); type != key.portal->types.end())
        label.text = type->second.label.in(key.language);
      break;
    case Bears::unit: {
      const site::Unit* unit = key.portal->unit(key.id);
      if (unit) label.text = unit->name.in(key.language);
      label.path = listings_->unit_path(*key.portal, key.language, key.id);
      break;
    }
    case Bears::category:
      label.text = term_label(*key.portal, "category", key.id, key.language);
      label.path = listings_->category_path(*key.portal, key.language, key.id);
      break;
    case Bears::tag:
      label.text = term_label(*key.portal, "tags", key.id, key.language);
      label.path = listings_->tag_path(*key.portal, key.language, key.id);
      break;
  }
  if (label.text.empty()) label.text = key.id;
  return label;
}

std::string term_label(const site::Portal& portal, std::string_view vocabulary, std::string_view id,
                       std::string_view language) {
  const auto found = portal.vocabularies.find(std::string(vocabulary));
  const site::Term* term = found == portal.vocabularies.end() ? nullptr : found->second.term(id);
  std::string label = term ? term->label.in(language) : std::string();
  return label.empty() ? std::string(id) : label;
}

}  // namespace congbo::record
