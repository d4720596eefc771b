// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of documents by form, issuer, field and validity, each also by year (DOC-02), as lists of their own, so that a
// reader without JavaScript can filter. A section has them when it holds documents only. A section whose items are all
// of one other type is filtered by the choices of that type: state, kind, field, level (PRJ-04, PRJ-07, CAT-09, CAT-12,
// TTH-04, LNK-01). Bounded: of each facet the 40 commonest values; by year only what is longer than one page. Three
// facets at once are what the search is for.
#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "generator/base/slug.h"
#include "generator/base/unicode.h"
#include "generator/listing/shelf.h"

namespace congbo::listing {

namespace {

constexpr std::size_t most_values = 40;

struct FacetKind {
  std::string_view key;          // of the front matter; "validity" is computed
  std::string_view word, other;  // in addresses: Vietnamese pages, pages in other languages
};

constexpr FacetKind kinds[] = {{"form", "loai", "form"},
                               {"issuer", "co-quan", "issuer"},
                               {"field", "linh-vuc", "field"},
                               {"validity", "hieu-luc", "validity"}};

constexpr FacetKind other_kinds[] = {{"state", "trang-thai", "state"},
                                     {"kind", "loai", "kind"},
                                     {"mode", "truc-tuyen", "mode"},
                                     {"level", "cap", "level"},
                                     {"field", "linh-vuc", "field"}};

struct ValidityWord {
  documents::Validity validity;
  std::string_view word;
};

constexpr ValidityWord validity_words[] = {{documents::Validity::in_force, "con-hieu-luc"},
                                           {documents::Validity::partly, "het-hieu-luc-mot-phan"},
                                           {documents::Validity::pending, "chua-co-hieu-luc"},
                                           {documents::Validity::ended, "het-hieu-luc"}};

// One value of a facet with the section's items that have it, in the section's order.
struct Group {
  std::string name;  // in addresses
  std::string label;
  std::string order;  // what groups are sorted by
  std::vector<PageIndex> items;
};

class FacetMaker {
 public:
  FacetMaker(const Source& source, const documents::Relations& relations, Shelf& shelf)
      : source_(source), relations_(relations), shelf_(shelf) {
    for (const List& list : shelf.lists) taken_.insert(list.path);
  }

  void make() {
    for (std::uint32_t section = 1; section < shelf_.section_count; ++section) {
      if (holds_documents_only(shelf_.lists[section].items))
        add_section(section);
      else if (const site::ContentType* type = only_type(shelf_.lists[section].items))
        add_choices(section, *type);
    }
  }

 private:
  bool holds_documents_only(const std::vector<PageIndex>& items) const {
    return !items.empty() && !relations_.documents.empty() &&
           std::all_of(items.begin(), items.end(), [&](PageIndex item) { return relations_.of(item) != nullptr; });
  }

  // The type of all items; null when there are several, or one alone, and for news: they have archives, tags and
  // categories, and are many.
  const site::ContentType* only_type(const std::vector<PageIndex>& items) const {
    if (items.size() < 2) return nullptr;
    const site::ContentType* type = source_.library[items.front()].type;
    const bool same =
        std::all_of(items.begin(), items.end(), [&](PageIndex item) { return source_.library[item].type == type; });
    return same && type->schema_org != "NewsArticle" ? type : nullptr;
  }

  bool vietnamese() const { return shelf_.language == "vi"; }

  std::string text_of(std::string_view key) const { return std::string(shelf_.portal->string(shelf_.language, key)); }

  void add_section(std::uint32_t section) {
    tables_ = true;
    find_years(section);
    add_years(section);
    for (const FacetKind& kind : kinds) add_facet(section, kind, text_of("facet." + std::string(kind.key)));
  }

  void add_choices(std::uint32_t section, const site::ContentType& type) {
    tables_ = false;
    years_.clear();
    for (const FacetKind& kind : other_kinds)
      if (const site::FieldSchema* field = type.field(kind.key); field && field->kind == site::Kind::choice)
        add_facet(section, kind, field->label.in(shelf_.language));
  }

  void add_facet(std::uint32_t section, const FacetKind& kind, std::string label) {
    std::vector<Group> groups = groups_of(section, kind);
    if (groups.size() < 2) return;  // nothing to choose
    Facet facet{std::string(kind.key), std::move(label), {}};
    for (Group& group : groups) add_value(section, kind, std::move(group), facet);
    shelf_.lists[section].facets.push_back(std::move(facet));
  }

  // The year archives of the section, which are a facet already. All of them show tables.
  void find_years(std::uint32_t section) {
    years_.clear();
    shelf_.lists[section].documents = true;
    const std::string& path = shelf_.lists[section].section;
    for (std::uint32_t i = shelf_.section_count; i < shelf_.lists.size(); ++i) {
      List& list = shelf_.lists[i];
      if ((list.kind != ListKind::year && list.kind != ListKind::month) || list.section != path) continue;
      list.documents = true;
      if (list.kind == ListKind::year && !list.items.empty()) years_[year_of(list.items.front())] = i;
    }
  }

  void add_years(std::uint32_t section) {
    Facet facet{"year", text_of("facet.year"), {}};
    for (auto year = years_.rbegin(); year != years_.rend(); ++year) {
      const List& list = shelf_.lists[year->second];
      facet.values.push_back({std::to_string(year->first), list.path, list.items.size()});
    }
    if (facet.values.empty()) return;
    shelf_.lists[section].archive.clear();  // the facet says the same, with numbers
    shelf_.lists[section].facets.push_back(std::move(facet));
  }

  int year_of(PageIndex item) const {
    const auto& date = source_.library[item].date;
    return date ? date_of(*date).year : 0;
  }

  std::vector<Group> groups_of(std::uint32_t section, const FacetKind& kind) const {
    std::map<std::string, Group> by_name;
    for (const PageIndex item : shelf_.lists[section].items)
      for (const Group& value : values_of(item, kind)) {
        Group& group = by_name.emplace(value.name, value).first->second;
        if (group.items.empty() || group.items.back() != item) group.items.push_back(item);
      }
    std::vector<Group> groups;
    groups.reserve(by_name.size());
    for (auto& [name, group] : by_name) groups.push_back(std::move(group));
    std::stable_sort(groups.begin(), groups.end(),
                     [](const Group& a, const Group& b) { return a.items.size() > b.items.size(); });
    if (groups.size() > most_values) groups.resize(most_values);
    std::sort(groups.begin(), groups.end(),
              [](const Group& a, const Group& b) { return std::tie(a.order, a.name) < std::tie(b.order, b.name); });
    return groups;
  }

  std::vector<Group> values_of(PageIndex item, const FacetKind& kind) const {
    if (kind.key == "validity") return validity_of(item);
    std::vector<Group> values;
    const pages::Page& page = source_.library[item];
    const pages::Value* written = page.field(kind.key);
    if (!written) return values;
    const site::FieldSchema* schema = page.type->field(kind.key);
    const std::string vocabulary = schema && !schema->vocabulary.empty() ? schema->vocabulary : std::string(kind.key);
    if (const auto* list = std::get_if<pages::List>(&written->data)) {
      for (const pages::Value& one : *list) add_text(vocabulary, one.text(), values);
    } else {
      add_text(vocabulary, written->text(), values);
    }
    return values;
  }

  void add_text(const std::string& terms, const std::string& text, std::vector<Group>& values) const {
    const auto vocabulary = shelf_.portal->vocabularies.find(terms);
    const site::Term* term = vocabulary == shelf_.portal->vocabularies.end() ? nullptr : vocabulary->second.term(text);
    const std::string& label = term ? term->label.in(shelf_.language) : text;
    std::string name = is_slug(text) ? text : slug(text);
    if (!name.empty()) values.push_back({std::move(name), label, collation_key(label), {}});
  }

  std::vector<Group> validity_of(PageIndex item) const {
    const documents::Validity validity = relations_.of(item)->force.at(source_.edition.now);
    for (const ValidityWord& one : validity_words) {
      if (one.validity != validity) continue;
      const std::string id(documents::name_of(validity));
      const auto place = static_cast<char>('a' + (&one - validity_words));
      return {{vietnamese() ? std::string(one.word) : id, text_of("validity." + id), std::string(1, place), {}}};
    }
    return {};
  }

  void add_value(std::uint32_t section, const FacetKind& kind, Group group, Facet& facet) {
    const std::string_view word = vietnamese() ? kind.word : kind.other;
    const std::string path = shelf_.lists[section].path + std::string(word) + "/" + group.name + "/";
    if (!taken_.insert(path).second) return;
    facet.values.push_back({group.label, path, group.items.size()});
    const bool longer_than_a_page =
        tables_ && group.items.size() > static_cast<std::size_t>(std::max(shelf_.portal->per_page, 1));
    List list = new_list(section, path, group.label);
    if (longer_than_a_page) add_value_by_year(section, kind, group, list);
    list.items = std::move(group.items);
    add(std::move(list));
  }

  // Items are newest first: a year is one run of them.
  void add_value_by_year(std::uint32_t section, const FacetKind& kind, const Group& group, List& above) {
    for (std::size_t begin = 0; begin < group.items.size();) {
      const int year = year_of(group.items[begin]);
      std::size_t end = begin;
      while (end < group.items.size() && year_of(group.items[end]) == year) ++end;
      const std::string path = above.path + std::to_string(year) + "/";
      if (year != 0 && taken_.insert(path).second) {
        List list = new_list(section, path, group.label + " " + std::to_string(year));
        list.breadcrumbs.push_back({above.title, above.path});
        const auto first = group.items.begin();
        list.items.assign(first + static_cast<std::ptrdiff_t>(begin), first + static_cast<std::ptrdiff_t>(end));
        above.archive.push_back({std::to_string(year), path});
        if (const auto known = years_.find(year); known != years_.end())
          link_from_year(shelf_.lists[known->second], kind, {group.label, path, list.items.size()});
        add(std::move(list));
      }
      begin = end;
    }
  }

  void link_from_year(List& year, const FacetKind& kind, FacetValue value) const {
    if (year.facets.empty() || year.facets.back().key != kind.key)
      year.facets.push_back({std::string(kind.key), text_of("facet." + std::string(kind.key)), {}});
    year.facets.back().values.push_back(std::move(value));
  }

  List new_list(std::uint32_t section, const std::string& path, const std::string& label) const {
    const List& above = shelf_.lists[section];
    List list;
    list.kind = ListKind::facet;
    list.portal = shelf_.portal;
    list.language = shelf_.language;
    list.path = path;
    list.section = above.section;
    list.title = above.title + ": " + label;
    list.documents = tables_;
    list.breadcrumbs = above.breadcrumbs;
    list.breadcrumbs.push_back({above.title, above.path});
    return list;
  }

  void add(List list) {
    shelf_.lists.push_back(std::move(list));
    shelf_.parents.push_back(no_list);
  }

  const Source& source_;
  const documents::Relations& relations_;
  Shelf& shelf_;
  std::unordered_set<std::string> taken_;
  std::map<int, std::uint32_t> years_;  // of the section at hand
  bool tables_ = false;                 // does the section at hand show tables?
};

}  // namespace

void add_facets(const Source& source, const documents::Relations& relations, Shelf& shelf) {
  FacetMaker(source, relations, shelf).make();
}

}  // namespace congbo::listing
