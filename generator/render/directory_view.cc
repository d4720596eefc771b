// SPDX-License-Identifier: GPL-3.0-or-later
// People of a section, by unit.
#include <algorithm>
#include <tuple>

#include "generator/record/side_files.h"
#include "generator/render/body.h"
#include "generator/render/names.h"
#include "generator/render/special_parts.h"

namespace congbo::render {

namespace {

using record::PublicRecord;

std::string_view shown(const PublicRecord& record, std::string_view key) {
  for (const record::DisplayField& field : record.fields)
    if (field.key == key) return field.text;
  return {};
}

void add_person(const ViewSources& sources, const PublicRecord& record, View& row, Texts& texts) {
  row.set(name::title, record.page->title);
  fill_portrait(sources.publication, record, {}, row, texts);  // beside the name, which says the same
  row.set(name::path, texts.keep(encoded(record.path)));
  row.set(name::position, shown(record, "position"));
  row.set(name::phone, shown(record, "phone"));
  row.set(name::phone_digits, texts.keep(phone_digits(shown(record, "phone"))));
  row.set(name::email, shown(record, "email"));
  row.set(name::card_path, texts.keep(encoded(record::card_path(record))));
}

// The unit's place in the registry is its rank; a unit that is not there comes last.
std::size_t rank_of(const PublicRecord& record) {
  const std::vector<site::Unit>& units = record.page->portal->units;
  const auto at =
      std::find_if(units.begin(), units.end(), [&](const site::Unit& unit) { return unit.id == record.page->unit; });
  return static_cast<std::size_t>(at - units.begin());
}

}  // namespace

void fill_directory(const ViewSources& sources, const listing::List& list, View& view, Texts& texts) {
  if (list.kind != listing::ListKind::section || list.section.empty()) return;
  std::vector<const PublicRecord*> people;
  for (const pages::PageIndex index : sources.publication.people) {
    const PublicRecord& record = sources.publication.records[index];
    const pages::Page& page = *record.page;
    if (page.portal == list.portal && page.route.language == list.language && page.section == list.section)
      people.push_back(&record);
  }
  if (people.empty()) return;
  const auto key = [](const PublicRecord* record) { return std::tuple(rank_of(*record), record->page->order); };
  std::stable_sort(people.begin(), people.end(), [&](auto* a, auto* b) { return key(a) < key(b); });
  View* unit = nullptr;
  const PublicRecord* last = nullptr;
  for (const PublicRecord* record : people) {
    if (record::has_left(sources.publication, *record)) {
      add_person(sources, *record, view.add(name::former), texts);
      continue;
    }
    if (!last || last->page->unit != record->page->unit) {
      unit = &view.add(name::directory);
      unit->set(name::unit, record->unit->text.empty() ? std::string_view(sources.frame.unit) : record->unit->text);
      unit->set(name::unit_language, unit_language(sources.frame, *record));
    }
    add_person(sources, *record, unit->add(name::people), texts);
    last = record;
  }
  view.set(name::cards_path, record::cards_path);
}

}  // namespace congbo::render
