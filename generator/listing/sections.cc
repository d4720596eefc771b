// SPDX-License-Identifier: GPL-3.0-or-later
// Home and the sections: every folder that holds listed pages (its own or further down) or an _index.md. Folders named
// by digits only (2026/11) keep years apart on disk; they belong to the section above, unless somebody wrote an
// _index.md there.
#include <algorithm>
#include <unordered_set>
#include <utility>

#include "generator/edition/folder.h"
#include "generator/listing/shelf.h"

namespace congbo::listing {

namespace {

constexpr std::size_t home_size = 30;
constexpr std::size_t home_featured = 10;  // what is pinned may not push all that is new off the home page

bool is_digits(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "cai-cach-hanh-chinh" → "Cai cach hanh chinh": a stopgap until the section has an _index.md (check:
// section-untitled).
std::string humanised(std::string_view folder) {
  std::string name(folder.substr(folder.rfind('/') == std::string_view::npos ? 0 : folder.rfind('/') + 1));
  std::replace(name.begin(), name.end(), '-', ' ');
  if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name;
}

class SectionMaker {
 public:
  SectionMaker(const Source& source, Shelf& shelf, std::vector<Surroundings>& around)
      : library_(source.library), shelf_(shelf), around_(around) {}

  void make() {
    for (const PageIndex index : shelf_.indexes) indexes_.emplace(edition::folder_of(library_[index]), index);
    add_home();
    for (const PageIndex index : shelf_.indexes) find(edition::folder_of(library_[index]), Missing::make);
    for (const PageIndex item : shelf_.items) place(item);
    for (const PageIndex page : shelf_.fixed) place_in_section(page);
    shelf_.section_count = static_cast<std::uint32_t>(shelf_.lists.size());
    // Pages that lists do not hold still stand in a section, as far as there is one.
    for (const PageIndex page : shelf_.visible)
      if (around_[page].section_list == no_list)
        around_[page].section_list = find(edition::folder_of(library_[page]), Missing::leave);
    link_families();
    choose_home_items();
  }

 private:
  enum class Missing { make, leave };

  void add_home() {
    List home = new_list(ListKind::home, "");
    home.path = shelf_.prefix + "/";
    describe(home, shelf_.portal->name.in(shelf_.language));
    if (home.description.empty()) home.description = shelf_.portal->description.in(shelf_.language);
    add(std::move(home), no_list);
  }

  List new_list(ListKind kind, std::string_view folder) const {
    List list;
    list.kind = kind;
    list.portal = shelf_.portal;
    list.language = shelf_.language;
    list.section = folder;
    if (const auto index = indexes_.find(folder); index != indexes_.end()) list.index_page = index->second;
    return list;
  }

  void describe(List& list, std::string title) const {
    list.title = std::move(title);
    list.feed_path = list.path + "atom.xml";
    if (list.index_page == pages::no_page) return;
    const pages::Page& index = library_[list.index_page];
    if (!index.title.empty()) list.title = index.title;
    list.description = index.summary;
  }

  std::uint32_t add(List list, std::uint32_t parent) {
    shelf_.lists.push_back(std::move(list));
    shelf_.parents.push_back(parent);
    last_.push_back(pages::no_page);
    return static_cast<std::uint32_t>(shelf_.lists.size() - 1);
  }

  // The list of the nearest section at or above `folder`; walks down from home and remembers every step.
  std::uint32_t find(std::string_view folder, Missing missing) {
    if (const auto known = known_.find(folder); known != known_.end()) return known->second;
    std::uint32_t section = 0;
    for (std::size_t begin = 0; begin < folder.size();) {
      const std::size_t end = std::min(folder.find('/', begin), folder.size());
      const std::string_view here = folder.substr(0, end);
      const auto known = known_.find(here);
      if (known != known_.end())
        section = known->second;
      else if (missing == Missing::leave)
        return section;
      else
        section = known_[here] = step(here, folder.substr(begin, end - begin), section);
      begin = end + 1;
    }
    return section;
  }

  std::uint32_t step(std::string_view folder, std::string_view name, std::uint32_t parent) {
    if (is_digits(name) && !indexes_.contains(folder)) return parent;
    List list = new_list(ListKind::section, folder);
    list.path = shelf_.prefix + "/" + std::string(folder) + "/";
    describe(list, humanised(folder));
    return add(std::move(list), parent);
  }

  // Items come in total order, so every list is filled in order and neighbours are known as soon as they pass.
  void place(PageIndex item) {
    const std::uint32_t section = find(edition::folder_of(library_[item]), Missing::make);
    Surroundings& here = around_[item];
    here.section_list = section;
    here.newer = last_[section];
    if (here.newer != pages::no_page) around_[here.newer].older = item;
    last_[section] = item;
    for (std::uint32_t list = section; list != 0; list = shelf_.parents[list]) shelf_.lists[list].items.push_back(item);
    if (library_[item].type && !library_[item].type->listed_with.empty()) place_beside(item, section);
  }

  // In the nearest section at or above its folder; one is made for folders below home that have none.
  void place_in_section(PageIndex page) {
    const std::string_view folder = edition::folder_of(library_[page]);
    if (folder.empty()) return;
    std::uint32_t section = find(folder, Missing::leave);
    if (section == 0) section = find(folder, Missing::make);
    around_[page].section_list = section;
    shelf_.lists[section].fixed.push_back(page);
  }

  // Sections of the types that this one is listed with hold the item too, and so do the sections above them; its own
  // neighbours stay those of its own section.
  void place_beside(PageIndex item, std::uint32_t own) {
    std::vector<std::uint32_t> others, held;
    for (const auto& [path, type] : shelf_.portal->section_types) {
      const std::vector<std::string>& with = library_[item].type->listed_with;
      if (std::find(with.begin(), with.end(), type) == with.end()) continue;
      if (const auto known = known_.find(folder_in_language(path)); known != known_.end())
        others.push_back(known->second);
    }
    for (std::uint32_t list = own; list != 0; list = shelf_.parents[list]) held.push_back(list);
    for (std::uint32_t other : others)
      for (; other != 0 && std::find(held.begin(), held.end(), other) == held.end(); other = shelf_.parents[other]) {
        shelf_.lists[other].items.push_back(item);
        held.push_back(other);
      }
  }

  // "en/questions" → "questions" on the English shelf; nothing for a path of another language.
  std::string_view folder_in_language(std::string_view path) const {
    if (shelf_.prefix.empty()) return path;
    const std::string_view language = std::string_view(shelf_.prefix).substr(1);
    return path.starts_with(language) && path.substr(language.size()).starts_with('/')
               ? path.substr(language.size() + 1)
               : std::string_view("/");
  }

  int order_of(const List& list) const {
    const int order = list.index_page == pages::no_page ? 0 : library_[list.index_page].order;
    return order == 0 ? INT32_MAX : order;  // 0: no place was asked for
  }

  void link_families() {
    auto& lists = shelf_.lists;
    for (std::uint32_t i = 1; i < shelf_.section_count; ++i) {
      const std::uint32_t parent = shelf_.parents[i];
      lists[parent].children.push_back(i);
      // Parents stand before their children, so theirs are complete.
      lists[i].breadcrumbs = lists[parent].breadcrumbs;
      lists[i].breadcrumbs.push_back(parent == 0 ? home_link(shelf_) : Link{lists[parent].title, lists[parent].path});
    }
    for (List& list : lists)
      std::sort(list.children.begin(), list.children.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::pair(order_of(lists[a]), std::string_view(lists[a].path)) <
               std::pair(order_of(lists[b]), std::string_view(lists[b].path));
      });
  }

  // Featured pages first, then the newest, then (small portals) pages without a date.
  void choose_home_items() {
    std::vector<PageIndex>& chosen = shelf_.lists[0].items;
    const auto take = [&](std::size_t limit, const auto& wanted) {
      for (std::size_t i = 0; i < shelf_.items.size() && chosen.size() < limit; ++i)
        if (wanted(shelf_.items[i])) chosen.push_back(shelf_.items[i]);
    };
    take(home_featured, [&](PageIndex page) { return library_[page].featured; });
    const std::unordered_set<PageIndex> pinned(chosen.begin(), chosen.end());
    take(home_size, [&](PageIndex page) { return library_[page].date && !pinned.contains(page); });
    take(home_size, [&](PageIndex page) { return !library_[page].date && !pinned.contains(page); });
  }

  const pages::Library& library_;
  Shelf& shelf_;
  std::vector<Surroundings>& around_;
  std::unordered_map<std::string_view, PageIndex> indexes_;    // by folder
  std::unordered_map<std::string_view, std::uint32_t> known_;  // folder → nearest section's list
  std::vector<PageIndex> last_;                                // by list: the page placed last
};

}  // namespace

void add_sections(const Source& source, Shelf& shelf, std::vector<Surroundings>& around) {
  SectionMaker(source, shelf, around).make();
}

}  // namespace congbo::listing
