// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/pages/arrangement.h"

#include <algorithm>
#include <tuple>

namespace congbo::pages {

namespace {

bool same(const Value& a, const Value& b);

bool same(const Position& a, const Position& b) {
  return a.line == b.line && a.column == b.column && a.length == b.length;
}

template <class Items, class Same>
bool same_each(const Items& a, const Items& b, Same same_one) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), same_one);
}

struct SameData {
  bool operator()(const Number& a, const Number& b) const { return a.text == b.text; }
  bool operator()(const List& a, const List& b) const {
    return same_each(a, b, [](const Value& one, const Value& other) { return same(one, other); });
  }
  bool operator()(const Object& a, const Object& b) const {
    return same_each(a, b, [](const Member& one, const Member& other) {
      return one.first == other.first && same(one.second, other.second);
    });
  }
  template <class Data>
  bool operator()(const Data& a, const Data& b) const {
    return a == b;
  }
  template <class Data, class Other>
  bool operator()(const Data&, const Other&) const {
    return false;
  }
};

bool same(const Value& a, const Value& b) {
  return same(a.at, b.at) && std::visit(SameData(), a.data, b.data);
}

bool same(const Update& a, const Update& b) {
  return a.on == b.on && a.note == b.note && a.major == b.major && same(a.at, b.at);
}

bool same_fate(const Page& a, const Page& b) {
  const auto embargo = [](const Page& page) {
    return page.embargo ? std::tuple(true, page.embargo->until, page.embargo->reason, page.embargo->authority)
                        : std::tuple(false, std::optional<Instant>(), std::string(), std::string());
  };
  const auto withdrawal = [](const Page& page) {
    return page.withdrawn ? std::tuple(true, page.withdrawn->at, page.withdrawn->reason, page.withdrawn->authority)
                          : std::tuple(false, std::optional<Instant>(), std::string(), std::string());
  };
  return a.status == b.status && a.release_at == b.release_at && a.expires_at == b.expires_at &&
         embargo(a) == embargo(b) && withdrawal(a) == withdrawal(b);
}

}  // namespace

bool same_arrangement(const Page& a, const Page& b) {
  const auto place = [](const Page& page) {
    return std::tie(page.source, page.id, page.portal, page.type, page.route, page.section, page.section_index,
                    page.folder, page.translation_of, page.aliases);
  };
  const auto order = [](const Page& page) {
    return std::tie(page.unit, page.category, page.tags, page.date, page.date_has_time, page.updated_on, page.order,
                    page.featured, page.cover, page.cover_focus);
  };
  const auto words = [](const Page& page) { return std::tie(page.title, page.summary); };
  const auto same_field = [](const Field& one, const Field& other) {
    return one.schema == other.schema && same(one.value, other.value);
  };
  return place(a) == place(b) && order(a) == order(b) && (!a.section_index || words(a) == words(b)) &&
         same_fate(a, b) &&
         same_each(a.updates, b.updates, [](const Update& one, const Update& other) { return same(one, other); }) &&
         same_each(a.fields, b.fields, same_field);
}

bool same_but_for_body(const Page& a, const Page& b) {
  const auto words = [](const Page& page) {
    return std::tie(page.title, page.summary, page.author, page.source_name, page.source_url, page.cover_alt,
                    page.change_note);
  };
  return words(a) == words(b) && same_arrangement(a, b);
}

}  // namespace congbo::pages
