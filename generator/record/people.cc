// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/record/people.h"

namespace congbo::record {

const std::string& portal_name(const PublicRecord& record) {
  const site::Portal& portal = *record.page->portal;
  const std::string& name = portal.name.in(record.page->route.language);
  return name.empty() ? portal.id : name;
}

const std::string& publisher_name(const PublicRecord& record) {
  const std::string& owner = record.page->portal->owner.in(record.page->route.language);
  return owner.empty() ? portal_name(record) : owner;
}

const std::string& creator_name(const PublicRecord& record) {
  if (!record.unit->text.empty()) return record.unit->text;
  return record.page->author.empty() ? publisher_name(record) : record.page->author;
}

const DisplayField* shown_field(const PublicRecord& record, std::string_view key) {
  for (const DisplayField& field : record.fields)
    if (field.key == key) return &field;
  return nullptr;
}

std::string_view machine_of(const PublicRecord& record, std::string_view key) {
  const DisplayField* field = shown_field(record, key);
  return field ? std::string_view(field->machine) : std::string_view();
}

std::string cover_url(const PublicRecord& record) {
  if (record.page->cover.empty()) return {};
  for (const FileLink& file : record.files)
    if (file.source == record.page->cover) return record.page->portal->base_url + file.address;
  return {};
}

}  // namespace congbo::record
