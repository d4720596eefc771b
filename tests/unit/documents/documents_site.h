// SPDX-License-Identifier: GPL-3.0-or-later
// A small site of documents as values, and what they say of each other as text.
#pragma once
#include <deque>
#include <string>
#include <vector>

#include "generator/documents/relations.h"
#include "tests/support/catch.h"
#include "tests/support/site_builder.h"

namespace congbo::test {

inline Date day_of(std::string_view text) {
  return parse_date(text).value();
}

struct DocumentsSite {
  site::Site site = two_portals();
  std::deque<pages::Page> all;

  DocumentsSite() {
    for (site::Portal& portal : site.portals)
      for (const char* key : {"number", "replaces"}) {
        site::FieldSchema schema;
        schema.key = key;
        portal.types["document"].fields.push_back(schema);
      }
  }

  // A document of that number, issued and in force on `day`.
  pages::Page& add(const std::string& source, const std::string& number, std::string_view day) {
    pages::Page& page = all.emplace_back(page_at(site, source));
    page.type = &page.portal->types.at("document");
    set_field(page, "number", value_of(number));
    set_field(page, "issued_on", value_of(day_of(day)));
    set_field(page, "effective_on", value_of(day_of(day)));
    page.date = start_of_day(day_of(day));
    return page;
  }
  static void say(pages::Page& page, const std::string& key, std::vector<std::string> values) {
    pages::List list;
    for (std::string& one : values) list.push_back(value_of(std::move(one)));
    set_field(page, key, {std::move(list), {}}, site::Kind::list);
  }

  struct Worked {
    pages::Library library;
    edition::Edition edition;
    documents::Relations relations;
  };
  Worked work(std::string_view now, edition::Audience audience = edition::Audience::everyone) const {
    Worked worked;
    worked.library = library_of({all.begin(), all.end()});
    worked.edition = edition::make_edition(worked.library, parse_instant(now).value(), audience);
    worked.relations = documents::relate(worked.library, worked.edition);
    return worked;
  }
  // "> replaces b; < amends c; > guides «Luật Đất đai»"
  static std::string table(const Worked& worked, const std::string& source) {
    std::string text;
    const documents::Document* document = worked.relations.of(worked.library.by_source(source));
    if (!document) return "no document";
    for (const documents::Entry& entry : document->entries) {
      text += (text.empty() ? "" : "; ") + std::string(entry.side == documents::Side::does ? "> " : "< ");
      text += std::string(documents::name_of(entry.kind)) + " ";
      text += entry.other == pages::no_page ? "«" + entry.text + "»" : worked.library[entry.other].id;
    }
    return text;
  }
  std::string table(const std::string& source, std::string_view now = "2026-06-01T08:00") const {
    return table(work(now), source);
  }
  std::string validity(const std::string& source, std::string_view now) const {
    const Worked worked = work(now);
    const documents::Document* document = worked.relations.of(worked.library.by_source(source));
    return document ? std::string(documents::name_of(document->force.at(worked.edition.now))) : "no document";
  }
};

}  // namespace congbo::test
