// SPDX-License-Identifier: GPL-3.0-or-later
// Views of lists and home pages.
#include <algorithm>
#include <span>

#include "generator/render/body.h"
#include "generator/render/names.h"
#include "generator/render/page_views.h"
#include "generator/render/special_parts.h"

namespace congbo::render {

namespace {

using listing::List;
using listing::ListPage;
using record::PublicRecord;

constexpr std::size_t numbers_around = 2;  // page numbers shown on each side of the current one

class ListFiller {
 public:
  ListFiller(const ViewSources& sources, const ListPage& page, View& view, Texts& texts)
      : sources_(sources),
        listings_(*sources.publication.listings),
        page_(page),
        list_(listings_.lists[page.list]),
        view_(view),
        texts_(texts) {}

  void fill_list() {
    head();
    if (list_.documents)
      documents();
    else
      items();
    if (page_.number == 0) fixed();
    facets();
    for (const std::uint32_t child : list_.children)
      link(name::children, listings_.lists[child].title, listings_.lists[child].path);
    for (const listing::Link& archive : list_.archive) link(name::archive, archive.label, archive.path);
    view_.show(name::answers, holds_answers());
    if (page_.number == 0) fill_directory(sources_, list_, view_, texts_);
    pager();
  }

  void fill_home() {
    head();
    fill_home_blocks(sources_, list_, view_, texts_);
  }

 private:
  const Frame& frame() const { return sources_.frame; }

  // Of the section's own page, where this is the page that shows it.
  const PublicRecord* index_record() const {
    if (list_.index_page == pages::no_page || page_.number != 0) return nullptr;
    const PublicRecord& record = sources_.publication.records[list_.index_page];
    return record.page ? &record : nullptr;
  }

  // A category often has the name of a section, a unit that of its own page: pages are told apart by their titles.
  std::string title_by_kind() const {
    if (list_.kind == listing::ListKind::category) return frame().string("list.of_category", list_.title);
    if (list_.kind == listing::ListKind::unit) return frame().string("list.of_unit", list_.title);
    return list_.title;
  }

  void head() {
    Head head;
    const bool is_home = list_.kind == listing::ListKind::home;
    const std::string title = is_home ? frame().site_name() : title_by_kind();
    const std::string_view number = texts_.keep(std::to_string(place() + 1));
    head.title =
        page_.number == 0 ? texts_.keep(title) : texts_.keep(title + " – " + frame().string("list.page", number));
    head.path = record::canonical_path(*list_.portal, page_.path);
    head.list = page_.list;
    if (page_.number == 0) head.translations = &list_.translations;
    const PublicRecord* record = index_record();
    if (record && !is_home) {
      head.metadata = metadata_html(record::head_metadata(sources_.publication, *record));
      head.json_ld = record::json_ld(sources_.publication, *record);
    } else {
      const std::string& description =
          list_.description.empty() && is_home ? frame().portal->description.in(frame().language) : list_.description;
      head.metadata = metadata_html(plain_metadata(frame(), head.title, description, head.path));
      head.json_ld = plain_json_ld(frame(), head.title, description, head.path);
    }
    fill_head(sources_, std::move(head), Way::without_list, view_, texts_);
    view_.set(name::description, list_.description);
    view_.set(name::unit, frame().unit);
    view_.set(name::unit_language, owner_language(frame()));
    if (record) intro(*record);
    set_latest_date(sources_, std::span(list_.items).subspan(page_.begin, page_.end - page_.begin), view_);
  }

  void intro(const PublicRecord& record) {
    const BodySources sources{sources_.publication, sources_.templates, frame()};
    view_.set(name::intro, texts_.keep(fill_body(sources, record)));
  }

  // Lists of answers bear the sentence that answers do (QA-10).
  bool holds_answers() const {
    return page_.begin < page_.end &&
           (*sources_.publication.library)[list_.items[page_.begin]].type->schema_org == "QAPage";
  }

  void item(View& view, Key rows, pages::PageIndex index) { add_item(sources_, index, view, rows, texts_); }

  // The schedule of this week before those of the weeks to come.
  void items() {
    std::vector<pages::PageIndex> shown(list_.items.begin() + page_.begin, list_.items.begin() + page_.end);
    std::stable_partition(shown.begin(), shown.end(), [&](pages::PageIndex index) {
      return sources_.publication.records[index].phase == "current";
    });
    for (const pages::PageIndex index : shown) item(view_, name::items, index);
  }

  // What a section of fixed pages holds; beside other items, links like those to the sections below.
  void fixed() {
    for (const pages::PageIndex index : list_.fixed) {
      const PublicRecord& record = sources_.publication.records[index];
      if (list_.items.empty())
        item(view_, name::items, index);
      else if (record.page)
        link(name::children, record.page->title, texts_.keep(encoded(record.path)));
    }
  }

  void documents() {
    for (std::size_t i = page_.begin; i < page_.end; ++i)
      add_document(sources_, list_.items[i], view_, name::documents, texts_);
  }

  void facets() {
    if (page_.number != 0) return;  // on the first page of a list, as the introduction
    for (const listing::Facet& facet : list_.facets) {
      View& row = view_.add(name::facets);
      row.set(name::label, facet.label);
      for (const listing::FacetValue& value : facet.values) {
        View& link = row.add(name::links);
        link.set(name::label, value.label);
        link.set(name::path, value.path);
        link.set(name::count, texts_.keep(std::to_string(value.count)));
      }
    }
  }

  void link(Key rows, std::string_view label, std::string_view path) {
    View& row = view_.add(rows);
    row.set(name::label, label);
    row.set(name::path, path);
  }

  // 0 for the newest page.
  std::size_t place() const {
    const std::vector<std::uint32_t>& pages = sources_.directory.pages_of(page_.list);
    for (std::size_t i = 0; i < pages.size(); ++i)
      if (&listings_.pages[pages[i]] == &page_) return i;
    return 0;
  }

  std::string_view canonical(const std::string& path) {
    return path.empty() ? std::string_view() : texts_.keep(record::canonical_path(*list_.portal, path));
  }

  void pager() {
    const std::vector<std::uint32_t>& pages = sources_.directory.pages_of(page_.list);
    if (pages.size() < 2) return;
    const std::size_t here = place();
    view_.set(name::page_number, texts_.keep(std::to_string(here + 1)));
    view_.set(name::page_count, texts_.keep(std::to_string(pages.size())));
    view_.set(name::newer_path, canonical(page_.newer));
    view_.set(name::older_path, canonical(page_.older));
    std::size_t last = 0;
    for (std::size_t i = 0; i < pages.size(); ++i) {
      const bool near = i + numbers_around >= here && i <= here + numbers_around;
      if (!near && i != 0 && i + 1 != pages.size()) continue;
      View& row = view_.add(name::pages);
      row.set(name::label, texts_.keep(std::to_string(i + 1)));
      row.set(name::path, canonical(listings_.pages[pages[i]].path));
      row.show(name::current_page, i == here);
      row.show(name::gap, i > last + 1);
      last = i;
    }
  }

  const ViewSources& sources_;
  const listing::Listings& listings_;
  const ListPage& page_;
  const List& list_;
  View& view_;
  Texts& texts_;
};

}  // namespace

// What was announced for a day to come is not the newest yet.
void set_latest_date(const ViewSources& sources, std::span<const pages::PageIndex> items, View& view) {
  for (const pages::PageIndex index : items) {
    const PublicRecord& record = sources.publication.records[index];
    if (record.date_machine.empty() || record.page->date > sources.publication.edition->now) continue;
    view.set(name::latest_date, record.date_text);
    view.set(name::latest_date_machine, record.date_machine);
    return;
  }
}

void add_document(const ViewSources& sources, pages::PageIndex index, View& view, Key rows, Texts& texts) {
  const PublicRecord& record = sources.publication.records[index];
  if (!record.page) return;
  const auto shown = [&](std::string_view key) {
    for (const record::DisplayField& field : record.fields)
      if (field.key == key) return std::string_view(field.text);
    return std::string_view();
  };
  View& row = view.add(rows);
  row.set(name::number, shown("number"));
  const bool own = record.page->portal == sources.frame.portal;  // else offered by a sub-portal, whose page it stays
  row.set(name::path, texts.keep(own ? encoded(record.path) : record.url));
  row.set(name::title, record.page->title);
  const std::string_view abstract = shown("abstract");
  row.set(name::summary, abstract.empty() ? std::string_view(record.page->title) : abstract);
  row.set(name::form, shown("form"));
  row.set(name::issuer, shown("issuer"));
  row.set(name::date, record.date_text);
  row.set(name::date_machine, record.date_machine);
  row.set(name::validity, record.validity);
  row.set(name::validity_text, record.validity_text);
}

void fill_list(const ViewSources& sources, const ListPage& page, View& view, Texts& texts) {
  ListFiller(sources, page, view, texts).fill_list();
}

void fill_home(const ViewSources& sources, const ListPage& page, View& view, Texts& texts) {
  ListFiller(sources, page, view, texts).fill_home();
}

}  // namespace congbo::render
