// SPDX-License-Identifier: GPL-3.0-or-later
// The page that lists what a portal gives out as open data (USE-01).
#include "generator/record/side_files.h"
#include "generator/render/names.h"
#include "generator/render/page_views.h"

namespace congbo::render {

namespace {

using site::FieldSchema;

void add_column(View& set, std::string_view key, const site::LocalText& label, std::string_view kind) {
  View& row = set.add(name::columns);
  row.set(name::key, key);
  row.set(name::label, label.in("vi"));
  row.set(name::label_other, label.in("en"));
  row.set(name::kind, kind);
}

void add_set(const ViewSources& sources, const record::DataSet& set, View& view, Texts& texts) {
  View& row = view.add(name::data_sets);
  row.set(name::label, set.type->label.in(sources.frame.language));
  row.set(name::key, set.type->id);
  row.set(name::count, texts.keep(std::to_string(set.items.size())));
  row.set(name::csv_path, texts.keep(record::data_set_path(set, ".csv")));
  row.set(name::json_path, texts.keep(record::data_set_path(set, ".json")));
  row.set(name::dictionary_path, texts.keep(record::data_set_path(set, ".dictionary.json")));
  for (const FieldSchema& field : set.type->fields) {
    if (!field.shown) continue;
    if (field.kind != site::Kind::object)
      add_column(row, field.key, field.label, site::name_of(field.kind));
    else
      for (const FieldSchema& part : field.fields)
        if (part.shown) add_column(row, texts.keep(field.key + "." + part.key), part.label, site::name_of(part.kind));
  }
}

}  // namespace

void add_calendar_links(const ViewSources& sources, View& view, Texts& texts) {
  const site::Portal& portal = *sources.frame.portal;
  const auto link = [&](std::string_view label, std::string path) {
    View& row = view.add(name::calendars);
    row.set(name::label, label);
    row.set(name::path, texts.keep(std::move(path)));
  };
  std::vector<record::CalendarFeed> feeds = record::calendar_feeds(sources.publication, portal, sources.frame.language);
  for (record::CalendarFeed& feed : feeds) link(texts.keep(std::move(feed.label)), std::move(feed.path));
}

void fill_open_data(const ViewSources& sources, View& view, Texts& texts) {
  const site::Portal& portal = *sources.frame.portal;
  for (const record::DataSet& set : sources.publication.data_sets)
    if (set.portal == &portal) add_set(sources, set, view, texts);
  view.set(name::catalogue_path, record::data_catalogue_path);
  std::string reuse = portal.reuse_notice.in(sources.frame.language);
  if (reuse.empty()) reuse = sources.frame.string("reuse.notice", sources.frame.site_name());
  view.set(name::reuse_notice, texts.keep(std::move(reuse)));
  add_calendar_links(sources, view, texts);
  for (const pages::PageIndex person : sources.publication.people)
    if (sources.publication.records[person].page->portal == &portal) view.replace(name::cards_path, record::cards_path);
}

}  // namespace congbo::render
