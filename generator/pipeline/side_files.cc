// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/feeds/calendar.h"
#include "generator/feeds/open_data.h"
#include "generator/pipeline/stages.h"

namespace congbo::pipeline {

namespace {

class SidePlanner {
 public:
  explicit SidePlanner(const record::Publication& publication) : publication_(publication) {}

  std::vector<PlannedSideFile> plan() {
    for (std::uint32_t i = 0; i < publication_.data_sets.size(); ++i) plan_data(i);
    for (const pages::PageIndex page : publication_.calendars)
      plan_page(page, record::calendar_path(publication_.records[page]), "calendar", SideFile::page_calendar);
    for (const pages::PageIndex page : publication_.people)
      plan_page(page, record::card_path(publication_.records[page]), "address card", SideFile::page_card);
    for (std::uint32_t i = 0; i < publication_.site->portals.size(); ++i) plan_portal(i);
    return std::move(files_);
  }

 private:
  void add(const std::string& portal, std::string path, std::string_view reason, std::uint32_t item,
           std::uint32_t part) {
    files_.push_back({portal, std::move(path), {}, reason, item, part});
  }
  void add(const std::string& portal, std::string path, std::string_view reason, std::uint32_t item, SideFile part) {
    add(portal, std::move(path), reason, item, static_cast<std::uint32_t>(part));
  }

  void plan_data(std::uint32_t number) {
    const record::DataSet& set = publication_.data_sets[number];
    const std::string& portal = set.portal->id;
    add(portal, record::data_set_path(set, ".csv"), "open data", number, SideFile::data_csv);
    add(portal, record::data_set_path(set, ".json"), "open data", number, SideFile::data_json);
    add(portal, record::data_set_path(set, ".dictionary.json"), "data dictionary", number, SideFile::data_dictionary);
    add(portal, record::data_set_path(set, ".schema.json"), "data schema", number, SideFile::data_schema);
  }

  void plan_page(pages::PageIndex index, std::string path, std::string_view reason, SideFile part) {
    const pages::Page& page = *publication_.records[index].page;
    add(page.route.portal, std::move(path), reason, index, part);
    files_.back().source = page.source;
  }

  void plan_portal(std::uint32_t number) {
    const site::Portal& portal = publication_.site->portals[number];
    add(portal.id, std::string(record::data_catalogue_path), "data catalogue", number, SideFile::data_catalogue);
    if (feeds::has_people(publication_, portal))
      add(portal.id, std::string(record::cards_path), "address cards", number, SideFile::cards);
    const auto first = static_cast<std::uint32_t>(SideFile::calendars);
    const auto calendars = record::calendar_feeds(publication_, portal, portal.main_language());
    for (std::uint32_t i = 0; i < calendars.size(); ++i)
      add(portal.id, calendars[i].path, "calendar", number, first + i);
  }

  const record::Publication& publication_;
  std::vector<PlannedSideFile> files_;
};

}  // namespace

std::vector<PlannedSideFile> plan_side_files(const record::Publication& publication) {
  return SidePlanner(publication).plan();
}

std::string side_file(const record::Publication& publication, std::uint32_t item, std::uint32_t part) {
  switch (static_cast<SideFile>(part)) {
    case SideFile::data_csv:
      return feeds::data_csv(publication, publication.data_sets[item]);
    case SideFile::data_json:
      return feeds::data_json(publication, publication.data_sets[item]);
    case SideFile::data_dictionary:
      return feeds::data_dictionary(publication, publication.data_sets[item]);
    case SideFile::data_schema:
      return feeds::data_schema(publication.data_sets[item]);
    case SideFile::page_calendar:
      return feeds::page_calendar(publication, item);
    case SideFile::page_card:
      return feeds::card(publication, item);
    default:
      break;
  }
  const site::Portal& portal = publication.site->portals[item];
  if (part == static_cast<std::uint32_t>(SideFile::data_catalogue)) return feeds::data_catalogue(publication, portal);
  if (part == static_cast<std::uint32_t>(SideFile::cards)) return feeds::directory_cards(publication, portal);
  return feeds::calendar_feed(publication, portal, part - static_cast<std::uint32_t>(SideFile::calendars));
}

}  // namespace congbo::pipeline
