// SPDX-License-Identifier: GPL-3.0-or-later
// The blocks of a home page.
#include <algorithm>
#include <array>
#include <set>

#include "generator/edition/window.h"
#include "generator/render/collection.h"
#include "generator/render/frame.h"
#include "generator/render/names.h"
#include "generator/render/page_views.h"
#include "generator/render/special_parts.h"
#include "generator/site/home_blocks.h"

namespace congbo::render {

namespace {

using listing::List;
using pages::PageIndex;
using record::PublicRecord;

constexpr std::size_t featured_items = 5, card_items = 6, line_items = 5, group_items = 3, link_items = 12;
constexpr std::array shapes = {name::as_featured, name::as_services, name::as_cards, name::as_lines, name::as_documents,
                               name::as_week,     name::as_groups,   name::as_links, name::as_intro};

class HomeFiller {
 public:
  HomeFiller(const ViewSources& sources, const List& home, View& view, Texts& texts)
      : sources_(sources),
        lists_(sources.publication.listings->lists),
        portal_(*home.portal),
        home_(home),
        view_(view),
        texts_(texts) {
    const std::vector<std::string>& chosen = portal_.home_blocks;
    for (const site::HomeBlock& block : site::home_blocks())
      if (chosen.empty() || std::find(chosen.begin(), chosen.end(), block.id) != chosen.end())
        for (const std::string_view type : block.types) shown_by_type_.insert(type);
    for (const std::uint32_t child : home_.children) add_section(lists_[child]);
  }

  void fill() {
    if (portal_.home_blocks.empty())
      for (const site::HomeBlock& block : site::home_blocks()) add(block.id);
    else
      for (const std::string& block : portal_.home_blocks) add(block);
  }

 private:
  // Sections of a type, and of those below them.
  void add_section(const List& list) {
    sections_.push_back(&list);
    for (const std::uint32_t child : list.children) add_section(lists_[child]);
  }

  std::string_view type_of(const List& list) const {
    const bool is_main = home_.language == portal_.main_language();
    const auto found = portal_.section_types.find(is_main ? list.section : home_.language + "/" + list.section);
    return found == portal_.section_types.end() ? std::string_view() : std::string_view(found->second);
  }

  const List* section_of(std::string_view type) const {
    for (const List* list : sections_)
      if (type_of(*list) == type && !list->items.empty()) return list;
    return nullptr;
  }

  const PublicRecord& record(PageIndex index) const { return sources_.publication.records[index]; }
  bool is_shown(PageIndex index) const { return record(index).page != nullptr; }
  std::string_view type_of(PageIndex index) const {
    const site::ContentType* type = record(index).page->type;
    return type ? std::string_view(type->id) : std::string_view();
  }

  View& block(std::string_view id, Key shape) {
    View& row = view_.add(name::blocks);
    row.set(name::key, id);
    row.set(name::title, sources_.frame.string(texts_.keep("home." + std::string(id))));
    for (const Key one : shapes) row.show(one, one.hash == shape.hash);
    return row;
  }

  // Names without rows, so that nothing shines through from outside.
  static void close(View& row, std::string_view path, std::initializer_list<Key> filled) {
    row.set(name::path, path);
    for (const Key rows : {name::items, name::documents, name::week, name::sections, name::links})
      if (std::none_of(filled.begin(), filled.end(), [&](Key one) { return one.hash == rows.hash; }))
        row.show(rows, false);
  }

  void add_items(std::string_view id, Key shape, const std::vector<PageIndex>& items, std::string_view path) {
    if (items.empty()) return;
    View& row = block(id, shape);
    for (const PageIndex index : items) {
      const bool first = id == "featured" && index == items.front();
      add_item(sources_, index, row, name::items, texts_, first ? Loading::eager : Loading::lazy);
    }
    close(row, path, {name::items});
  }

  template <class Wanted>
  std::vector<PageIndex> first(const std::vector<PageIndex>& items, std::size_t most, const Wanted& wanted) const {
    std::vector<PageIndex> found;
    for (const PageIndex index : items)
      if (found.size() < most && is_shown(index) && wanted(index)) found.push_back(index);
    return found;
  }
  std::vector<PageIndex> first(const std::vector<PageIndex>& items, std::size_t most) const {
    return first(items, most, [](PageIndex) { return true; });
  }

  bool is_featured(PageIndex index) const { return (*sources_.publication.library)[index].featured; }

  void add(std::string_view id) {
    if (id == "featured") return add_featured();
    if (id == "latest") return add_latest();
    if (id == "intro") return add_intro();
    if (id == "services") return add_of_type(id, name::as_services, "procedure", card_items);
    if (id == "notices") return add_of_type(id, name::as_lines, "notice", line_items);
    if (id == "questions") return add_of_type(id, name::as_lines, "qa", line_items);
    if (id == "media") return add_media();
    if (id == "documents") return add_documents();
    if (id == "consultations") return add_consultations();
    if (id == "schedule") return add_schedule();
    if (id == "offered") return add_items(id, name::as_lines, first(home_.offered, home_.offered.size()), {});
    if (id == "collections") return add_collections();
    if (id == "sections") return add_sections();
    if (id == "portals") return add_portals();
    if (id == "links") return add_links();
  }

  void add_of_type(std::string_view id, Key shape, std::string_view type, std::size_t most) {
    if (const List* list = section_of(type)) add_items(id, shape, first(list->items, most), list->path);
  }

  void add_featured() {
    add_items("featured", name::as_featured,
              first(home_.items, featured_items, [&](PageIndex index) { return is_featured(index); }), {});
  }

  // News; on a portal without a section of news, what is new and stands in no other block.
  void add_latest() {
    std::size_t featured = 0;
    const List* news = section_of("news");
    const auto wanted = [&](PageIndex index) {
      if (is_featured(index) && featured++ < featured_items) return false;
      return news ? type_of(index) == "news" : !shown_by_type_.contains(type_of(index));
    };
    add_items("latest", name::as_cards, first(news ? news->items : home_.items, card_items, wanted),
              news ? std::string_view(news->path) : std::string_view());
  }

  void add_intro() {
    if (!view_.value(name::intro.hash).empty()) close(block("intro", name::as_intro), {}, {});
  }

  void add_media() {
    const List* list = section_of("gallery");
    add_items("media", name::as_cards,
              first(list ? list->items : home_.items, 3,
                    [&](PageIndex index) {
                      const std::string_view type = type_of(index);
                      return type == "gallery" || type == "video" || type == "audio";
                    }),
              list ? std::string_view(list->path) : std::string_view());
  }

  void add_documents() {
    const List* list = section_of("document");
    if (!list) return;
    View& row = block("documents", name::as_documents);
    for (const PageIndex index : first(list->items, line_items))
      add_document(sources_, index, row, name::documents, texts_);
    close(row, list->path, {name::documents});
  }

  // Those that are open now, the one that closes first on top (CON-03).
  void add_consultations() {
    const List* list = section_of("consultation");
    if (!list) return;
    std::vector<PageIndex> open =
        first(list->items, list->items.size(), [&](PageIndex index) { return record(index).phase == "open"; });
    const auto closes = [&](PageIndex index) {
      const pages::Value* day = record(index).page->field("closes_on");
      return day ? day->text() : std::string();
    };
    std::stable_sort(open.begin(), open.end(), [&](PageIndex a, PageIndex b) { return closes(a) < closes(b); });
    if (open.size() > line_items) open.resize(line_items);
    add_items("consultations", name::as_lines, open, list->path);
  }

  // The schedule that today falls into, else the next one (DIR-04).
  void add_schedule() {
    const List* list = section_of("schedule");
    if (!list) return;
    const Date today = date_of(sources_.publication.edition->now);
    const PublicRecord* best = nullptr;
    Date best_end{};
    for (const PageIndex index : list->items) {
      if (!is_shown(index)) continue;
      const std::optional<Date> end = edition::last_day_of_schedule(*record(index).page);
      if (end && *end >= today && (!best || *end < best_end)) {
        best = &record(index);
        best_end = *end;
      }
    }
    if (!best) return;
    View& row = block("schedule", name::as_week);
    fill_week(sources_, *best, EmptyDays::left_out, row, texts_);
    close(row, texts_.keep(encoded(best->path)), {name::week});
  }

  void add_group(View& row, std::string_view title, std::string_view path, const std::vector<PageIndex>& items) {
    View& group = row.add(name::sections);
    group.set(name::title, title);
    group.set(name::path, path);
    for (const PageIndex index : items) add_item(sources_, index, group, name::items, texts_);
  }

  // Collections that ask for a place on the home page, with their first items (CAT-13).
  void add_collections() {
    View* row = nullptr;
    for (const PublicRecord& one : sources_.publication.records) {
      if (!one.page || one.page->portal != &portal_ || one.page->route.language != home_.language) continue;
      const pages::Value* on_home = one.page->fields.empty() ? nullptr : one.page->field("on_home");
      const bool* wanted = on_home ? std::get_if<bool>(&on_home->data) : nullptr;
      if (!wanted || !*wanted) continue;
      const std::vector<PageIndex> chosen = collection_items(sources_.publication, one);
      if (chosen.empty()) continue;
      if (!row) row = &block("collections", name::as_groups);
      add_group(*row, one.page->title, texts_.keep(encoded(one.path)), first(chosen, group_items));
    }
    if (row) close(*row, {}, {name::sections});
  }

  // Sections that no other block shows.
  void add_sections() {
    View* row = nullptr;
    for (const std::uint32_t child : home_.children) {
      const List& list = lists_[child];
      if (list.items.empty() || shown_by_type_.contains(type_of(list))) continue;
      if (!row) row = &block("sections", name::as_groups);
      add_group(*row, list.title, list.path, first(list.items, group_items));
    }
    if (row) close(*row, {}, {name::sections});
  }

  // language: that of the label where it is not the page's.
  static void add_link(View& row, std::string_view label, std::string_view path, std::string_view language = {}) {
    View& link = row.add(name::links);
    link.set(name::label, label);
    link.set(name::label_language, language);
    link.set(name::path, path);
  }

  // The portals below this one, or the one above it and its others.
  void add_portals() {
    View* row = nullptr;
    for (const site::Portal& other : sources_.publication.site->portals) {
      const bool above = other.id == portal_.parent, beside = other.parent == portal_.parent && !other.parent.empty();
      if (&other == &portal_ || (other.parent != portal_.id && !above && !beside)) continue;
      if (!row) row = &block("portals", name::as_links);
      add_link(*row, other.name.in(home_.language), texts_.keep(other.base_url + "/"),
               fallback_language(other.name, home_.language));
    }
    if (row) close(*row, {}, {name::links});
  }

  // Straight to where they lead (LNK-01).
  void add_links() {
    const List* list = section_of("external-link");
    if (!list) return;
    View& row = block("links", name::as_links);
    for (const PageIndex index : first(list->items, link_items)) {
      std::string_view address;
      for (const record::DisplayField& field : record(index).fields)
        if (field.key == "url") address = field.text;
      add_link(row, record(index).page->title, address.empty() ? texts_.keep(encoded(record(index).path)) : address);
    }
    close(row, list->path, {name::links});
  }

  const ViewSources& sources_;
  const std::vector<List>& lists_;
  const site::Portal& portal_;
  const List& home_;
  View& view_;
  Texts& texts_;
  std::set<std::string_view> shown_by_type_;  // types of items that a block of their own shows
  std::vector<const List*> sections_;
};

}  // namespace

void fill_home_blocks(const ViewSources& sources, const List& home, View& view, Texts& texts) {
  HomeFiller(sources, home, view, texts).fill();
}

}  // namespace congbo::render
