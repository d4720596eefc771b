// SPDX-License-Identifier: GPL-3.0-or-later
// Archives of each section by year and month (ARC-04). Items are newest first, so a year is one run of them.
#include <cstdio>
#include <string>
#include <unordered_set>
#include <utility>

#include "generator/listing/shelf.h"

namespace congbo::listing {

namespace {

class ArchiveMaker {
 public:
  ArchiveMaker(const pages::Library& library, Shelf& shelf) : library_(library), shelf_(shelf) {
    // A year or month folder with its own _index.md is a section already and keeps its address.
    for (const List& list : shelf.lists) taken_.insert(list.path);
  }

  void make() {
    for (std::uint32_t section = 1; section < shelf_.section_count; ++section) {
      days_.clear();
      for (const PageIndex item : shelf_.lists[section].items) days_.push_back(day_of(item));
      each_run(
          0, days_.size(), [](Date day) { return day.year; },
          [&](std::size_t begin, std::size_t end) { add_year(section, begin, end); });
    }
  }

 private:
  Date day_of(PageIndex item) const {
    const auto& date = library_[item].date;
    return date ? date_of(*date) : Date{};
  }

  // Calls body(begin, end) for every run of dated items in the range with the same part of the date.
  template <class Part, class Body>
  void each_run(std::size_t begin, std::size_t end, const Part& part, const Body& body) const {
    while (begin < end) {
      std::size_t stop = begin + 1;
      while (stop < end && part(days_[stop]) == part(days_[begin])) ++stop;
      if (days_[begin].year != 0) body(begin, stop);
      begin = stop;
    }
  }

  void add_year(std::uint32_t section, std::size_t begin, std::size_t end) {
    const std::string year = std::to_string(days_[begin].year);
    const std::uint32_t list = add(section, section, ListKind::year, year, begin, end);
    if (list == no_list) return;
    each_run(
        begin, end, [](Date day) { return day.month; },
        [&](std::size_t from, std::size_t to) { add_month(section, list, from, to); });
  }

  void add_month(std::uint32_t section, std::uint32_t year, std::size_t begin, std::size_t end) {
    char name[16];
    std::snprintf(name, sizeof name, "%02d", days_[begin].month);
    add(section, year, ListKind::month, name, begin, end);
  }

  static std::string label_of(ListKind kind, Date day) {
    const std::string year = std::to_string(day.year);
    return kind == ListKind::month ? std::to_string(day.month) + "/" + year : year;
  }

  // Adds the list of the section's items [begin, end) below `above` (the section, or its year) and links it there.
  std::uint32_t add(std::uint32_t section, std::uint32_t above, ListKind kind, const std::string& name,
                    std::size_t begin, std::size_t end) {
    auto& lists = shelf_.lists;
    const std::string label = label_of(kind, days_[begin]);
    List list;
    list.path = lists[above].path + name + "/";
    lists[above].archive.push_back({label, list.path});
    if (!taken_.insert(list.path).second) return no_list;
    list.kind = kind;
    list.portal = shelf_.portal;
    list.language = shelf_.language;
    list.section = lists[section].section;
    list.title = lists[section].title + " " + label;
    const auto first = lists[section].items.begin();
    list.items.assign(first + static_cast<std::ptrdiff_t>(begin), first + static_cast<std::ptrdiff_t>(end));
    list.breadcrumbs = lists[above].breadcrumbs;
    list.breadcrumbs.push_back(
        {above == section ? lists[above].title : label_of(ListKind::year, days_[begin]), lists[above].path});
    lists.push_back(std::move(list));
    shelf_.parents.push_back(no_list);
    return static_cast<std::uint32_t>(lists.size() - 1);
  }

  const pages::Library& library_;
  Shelf& shelf_;
  std::vector<Date> days_;  // of the section's items
  std::unordered_set<std::string> taken_;
};

}  // namespace

void add_archives(const pages::Library& library, Shelf& shelf) {
  if (shelf.portal->archives) ArchiveMaker(library, shelf).make();
}

}  // namespace congbo::listing
