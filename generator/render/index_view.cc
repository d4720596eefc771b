// SPDX-License-Identifier: GPL-3.0-or-later
// The two pages that lead to everything: A–Z of procedures, documents, units and sections, and the map of the portal.
// Both are made from the listings and stay small however many pages there are.
#include "generator/render/index_view.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "generator/base/unicode.h"
#include "generator/render/names.h"
#include "generator/render/part_names.h"

namespace congbo::render {

namespace {

using listing::List;
using listing::ListKind;
using record::PublicRecord;

constexpr std::size_t most_of_a_letter = 50;  // entries; the others are one link away
constexpr std::size_t most_of_a_branch = 40;  // sections below a section
constexpr int deepest = 3;                    // levels of sections below home
constexpr std::string_view service = "GovernmentService";

struct Entry {
  std::string order;  // collation key
  std::string_view label, path, kind;
  bool operator<(const Entry& other) const { return std::tie(order, path) < std::tie(other.order, other.path); }
};

class IndexFiller {
 public:
  IndexFiller(const ViewSources& sources, View& view, Texts& texts)
      : sources_(sources), lists_(sources.publication.listings->lists), view_(view), texts_(texts) {}

  void letters() {
    procedures();
    for (const List& list : lists_)
      if (is_own(list)) add_list(list);
    std::map<std::string, std::pair<std::string, std::set<Entry>>> letters;  // by the order of the letter
    for (Entry& entry : entries_) {
      std::string letter = index_letter(entry.label);
      // What begins with no letter of ours comes last.
      std::string order = letter == "#" ? "\xff" : collation_key(letter);
      auto& [name, held] = letters[std::move(order)];
      name = std::move(letter);
      held.insert(std::move(entry));
    }
    std::size_t number = 0;
    for (auto& [order, letter] : letters) add_letter(letter.first, letter.second, ++number);
  }

  void branches() {
    if (sources_.frame.home_list == no_list) return;
    const List& home = lists_[sources_.frame.home_list];
    for (const std::uint32_t child : home.children) {
      View& row = view_.add(name::branches);
      link(row, lists_[child].title, lists_[child].path);
      row.set(name::count, count(lists_[child]));
      row.show(name::twigs, false);
      std::size_t room = most_of_a_branch;
      add_twigs(row, lists_[child], 2, room);
    }
    single_pages();
  }

 private:
  bool is_own(const List& list) const {
    return list.portal == sources_.frame.portal && list.language == sources_.frame.language;
  }

  bool is_own(const PublicRecord& record) const {
    return record.page && record.page->portal == sources_.frame.portal &&
           record.page->route.language == sources_.frame.language && record.state == edition::State::published;
  }

  void add(std::string_view label, std::string_view path, std::string_view kind) {
    if (!label.empty() && !path.empty()) entries_.push_back({collation_key(label), label, path, kind});
  }

  void procedures() {
    for (const PublicRecord& record : sources_.publication.records) {
      if (!is_own(record) || !record.page->type || record.page->type->schema_org != service) continue;
      add(record.page->title, texts_.keep(encoded(record.path)), record.type->text);
      const auto& around = record::around(sources_.publication, record);
      if (around.section_list != UINT32_MAX) procedures_path_ = lists_[around.section_list].path;
    }
  }

  // Sections and units by their names, documents by their forms and fields.
  void add_list(const List& list) {
    if (list.kind == ListKind::section) add(list.title, list.path, sources_.frame.string("index.section"));
    if (list.kind == ListKind::unit) add(list.title, list.path, sources_.frame.string("index.unit"));
    if (list.kind != ListKind::section || !list.documents) return;
    for (const listing::Facet& facet : list.facets)
      if (facet.key == "form" || facet.key == "field")
        for (const listing::FacetValue& value : facet.values)
          add(value.label, value.path, texts_.keep(list.title + ": " + facet.label));
  }

  void add_letter(const std::string& letter, const std::set<Entry>& entries, std::size_t number) {
    View& row = view_.add(name::letters);
    row.set(name::letter, texts_.keep(letter));
    row.set(name::key, texts_.keep(std::to_string(number)));
    const std::size_t more = entries.size() - std::min(entries.size(), most_of_a_letter);
    row.set(name::more_count, more == 0 ? std::string_view() : texts_.keep(std::to_string(more)));
    row.set(name::more_path, procedures_path_);
    std::size_t shown = 0;
    for (const Entry& entry : entries) {
      if (shown++ == most_of_a_letter) return;
      View& line = row.add(name::links);
      link(line, entry.label, entry.path);
      line.set(name::kind, entry.kind);
    }
  }

  std::string_view count(const List& list) {
    return list.items.empty() ? std::string_view() : texts_.keep(std::to_string(list.items.size()));
  }

  static void link(View& row, std::string_view label, std::string_view path) {
    row.set(name::label, label);
    row.set(name::path, path);
  }

  void add_twigs(View& row, const List& list, int depth, std::size_t& room) {
    if (depth > deepest) return;
    for (const std::uint32_t child : list.children) {
      if (room == 0) return;
      --room;
      View& twig = row.add(name::twigs);
      link(twig, lists_[child].title, lists_[child].path);
      twig.set(name::count, count(lists_[child]));
      add_twigs(row, lists_[child], depth + 1, room);
    }
  }

  // Pages that stand in no section: terms of use, accessibility, contact.
  void single_pages() {
    std::size_t room = most_of_a_branch;
    for (const PublicRecord& record : sources_.publication.records) {
      if (!is_own(record) || !record.page->section.empty() || record.page->section_index) continue;
      if (room-- == 0) return;
      link(view_.add(name::single_pages), record.page->title, texts_.keep(encoded(record.path)));
    }
  }

  const ViewSources& sources_;
  const std::vector<List>& lists_;
  View& view_;
  Texts& texts_;
  std::vector<Entry> entries_;
  std::string_view procedures_path_;
};

}  // namespace

void fill_index(const ViewSources& sources, View& view, Texts& texts) {
  IndexFiller(sources, view, texts).letters();
}

void fill_site_map(const ViewSources& sources, View& view, Texts& texts) {
  IndexFiller(sources, view, texts).branches();
}

}  // namespace congbo::render
