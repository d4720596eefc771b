// SPDX-License-Identifier: GPL-3.0-or-later
// An item as lists, home pages and related pages show it.
#include "generator/render/names.h"
#include "generator/render/page_views.h"

namespace congbo::render {

namespace {

using record::PublicRecord;

void fill_item(const ViewSources& sources, const PublicRecord& record, View& row, Texts& texts, Loading loading) {
  const pages::Page& page = *record.page;
  row.set(name::title, page.title);
  // An item of another portal stands where it is and says whose it is.
  const bool own = page.portal == sources.frame.portal;
  row.set(name::path, texts.keep(own ? encoded(record.path) : record.url));
  row.set(name::type, record.type->text);
  row.set(name::date, record.date_text);
  row.set(name::date_machine, record.date_machine);
  if (own) {
    row.set(name::unit, record.unit->text.empty() ? sources.frame.unit : record.unit->text);
    row.set(name::unit_language, unit_language(sources.frame, record));
  } else {
    row.set(name::unit, page.portal->name.in(sources.frame.language));
    row.set(name::unit_language, fallback_language(page.portal->name, sources.frame.language));
  }
  row.set(name::summary, record::description(record));
  row.set(name::phase, record.phase);
  row.set(name::phase_text, record.phase_text);
  row.set(name::countdown, record.countdown);
  row.set(name::validity, record.validity);
  row.set(name::validity_text, record.validity_text);
  // «Toàn trình» tells people more than «Mức độ 4».
  std::string_view level;
  for (const record::DisplayField& field : record.fields)
    if (field.key == "mode" || (field.key == "level" && level.empty())) level = field.text;
  row.set(name::level, level);
  std::string_view cover;
  if (own && !page.cover.empty())
    for (const record::FileLink& file : record.files)
      if (file.source == page.cover) {
        cover = file.address;
        fill_card(sources.publication, {file.source, cover, {}, {}, loading}, page.cover_focus, row.add(name::card),
                  texts);
      }
  if (cover.empty()) row.show(name::card, false);
  row.set(name::cover, cover);
  row.set(name::cover_alt, page.cover_alt);
}

}  // namespace

void add_item(const ViewSources& sources, pages::PageIndex index, View& view, Key rows, Texts& texts, Loading loading) {
  const PublicRecord& record = sources.publication.records[index];
  if (!record.page) return;
  if (loading == Loading::eager)  // the same item stands elsewhere lazily
    return fill_item(sources, record, view.add(rows), texts, loading);
  view.add_kept(rows, sources.frame.shared, sources.frame.parts, index,
                [&](View& row) { fill_item(sources, record, row, texts, Loading::lazy); });
}

}  // namespace congbo::render
