// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of tags, units and categories. Spellings of one tag that give the same address are one tag.
#include <string>
#include <utility>

#include "generator/base/slug.h"
#include "generator/listing/shelf.h"

namespace congbo::listing {

namespace {

struct Words {
  std::string_view tag, unit, category;
};

// Addresses speak Vietnamese on Vietnamese pages and English on all others.
Words words_of(std::string_view language) {
  if (language == "vi") return {"the", "don-vi", "chuyen-muc"};
  return {"tags", "units", "categories"};
}

const site::Term* term_of(const site::Portal& portal, const std::string& vocabulary, std::string_view name) {
  const auto found = portal.vocabularies.find(vocabulary);
  return found == portal.vocabularies.end() ? nullptr : found->second.term(name);
}

class TermMaker {
 public:
  TermMaker(const pages::Library& library, Shelf& shelf, Listings::Terms& terms)
      : library_(library), shelf_(shelf), terms_(terms), words_(words_of(shelf.language)) {}

  void make() {
    for (const PageIndex item : shelf_.items) {
      const pages::Page& page = library_[item];
      for (const std::string& tag : page.tags) add(tag_list(tag), item);
      if (!page.unit.empty()) add(unit_list(page.unit), item);
      if (!page.category.empty()) add(category_list(page.category), item);
    }
  }

 private:
  void add(std::uint32_t list, PageIndex item) {
    if (list == no_list) return;
    std::vector<PageIndex>& items = shelf_.lists[list].items;
    if (items.empty() || items.back() != item) items.push_back(item);  // two spellings on one page
  }

  std::uint32_t tag_list(const std::string& tag) {
    const auto known = shelf_.tags.find(tag);
    if (known != shelf_.tags.end()) return known->second;
    const site::Term* term = term_of(*shelf_.portal, "tags", tag);
    const std::uint32_t list =
        list_of(ListKind::tag, words_.tag, term ? term->id : tag, term ? term->label.in(shelf_.language) : tag);
    if (list != no_list) terms_.tags.emplace(tag, shelf_.lists[list].path);
    return shelf_.tags[tag] = list;
  }

  std::uint32_t unit_list(const std::string& unit) {
    const auto known = units_.find(unit);
    if (known != units_.end()) return known->second;
    const site::Unit* about = shelf_.portal->unit(unit);
    const std::uint32_t list =
        list_of(ListKind::unit, words_.unit, about ? about->id : unit, about ? about->name.in(shelf_.language) : unit);
    if (list != no_list) {
      shelf_.lists[list].feed_path = shelf_.lists[list].path + "atom.xml";
      terms_.units.emplace(unit, shelf_.lists[list].path);
    }
    return units_[unit] = list;
  }

  std::uint32_t category_list(const std::string& category) {
    const auto known = categories_.find(category);
    if (known != categories_.end()) return known->second;
    const site::Term* term = term_of(*shelf_.portal, "category", category);
    const std::uint32_t list = list_of(ListKind::category, words_.category, term ? term->id : category,
                                       term ? term->label.in(shelf_.language) : category);
    if (list != no_list) terms_.categories.emplace(category, shelf_.lists[list].path);
    return categories_[category] = list;
  }

  // no_list for a name of which no address can be made («???»).
  std::uint32_t list_of(ListKind kind, std::string_view word, std::string_view id, std::string title) {
    const std::string name = is_slug(id) ? std::string(id) : slug(id);
    if (name.empty()) return no_list;
    const std::string path = shelf_.prefix + "/" + std::string(word) + "/" + name + "/";
    const auto [place, is_new] = by_path_.emplace(path, static_cast<std::uint32_t>(shelf_.lists.size()));
    if (is_new) shelf_.lists.push_back(new_list(kind, path, std::move(title)));
    return place->second;
  }

  List new_list(ListKind kind, const std::string& path, std::string title) {
    List list;
    list.kind = kind;
    list.portal = shelf_.portal;
    list.language = shelf_.language;
    list.path = path;
    list.title = std::move(title);
    list.breadcrumbs = {home_link(shelf_)};
    shelf_.parents.push_back(no_list);
    return list;
  }

  const pages::Library& library_;
  Shelf& shelf_;
  Listings::Terms& terms_;
  Words words_;
  std::unordered_map<std::string_view, std::uint32_t> units_, categories_;
  std::unordered_map<std::string, std::uint32_t> by_path_;
};

}  // namespace

void add_terms(const Source& source, Shelf& shelf, Listings::Terms& terms) {
  terms.portal = shelf.portal->id;
  terms.language = shelf.language;
  TermMaker(source.library, shelf, terms).make();
}

}  // namespace congbo::listing
