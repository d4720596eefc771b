// SPDX-License-Identifier: GPL-3.0-or-later
// A site of values and the findings of one rule, printed one a line: "file:line:column severity code [arguments] ->
// suggestion".
#pragma once
#include <deque>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "generator/check/check.h"
#include "generator/listing/arrange.h"
#include "generator/pages/load.h"
#include "tests/support/catch.h"
#include "tests/support/site_builder.h"

namespace congbo::test {

struct CheckedSite {
  site::Site site = two_portals();
  std::deque<pages::Page> all;
  std::map<std::string, markdown::Fragment> bodies;  // by source
  std::map<std::string, std::string> files;          // of the repository
  std::set<std::string> published;                   // "tinh /tim-kiem.html"; besides pages and lists
  std::shared_ptr<attachments::Reader> attachments;  // null: attachments are not read
  Instant now = parse_instant("2026-11-20T12:00").value();

  pages::Page& add(const std::string& source) {
    all.push_back(page_at(site, source));
    bodies[source];
    return all.back();
  }
  markdown::Hole& hole(const std::string& source, markdown::HoleKind kind, const std::string& target, int line,
                       int column) {
    markdown::Hole made;
    made.kind = kind;
    made.target = target;
    made.line = line;
    made.column = column;
    bodies[source].holes.push_back(made);
    return bodies[source].holes.back();
  }
  void link(const std::string& source, const std::string& target, int line, int column,
            const std::string& text = "nơi đến") {
    hole(source, markdown::HoleKind::link, target, line, column).text = text;
  }
  // The file in the repository and, as the rules of texts want it, its body as HTML.
  void text(const std::string& source, const std::string& bytes) {
    files[source] = bytes;
    bodies[source].html = bytes;
  }

  std::vector<std::string> findings(const std::string& rule_name) const {
    const pages::Library library = library_of({all.begin(), all.end()});
    const auto edition = edition::make_edition(library, now, edition::Audience::everyone);
    const listing::Listings listings = listing::arrange(site, library, edition);
    const auto snapshot = memory_snapshot(files);
    std::vector<const markdown::Fragment*> fragments;
    for (const auto& page : library.pages()) fragments.push_back(&bodies.at(page->source));
    const auto is_published = [&](const std::string& portal, const std::string& path) {
      for (const listing::ListPage& page : listings.pages)
        if (page.path == path && listings.lists[page.list].portal->id == portal) return true;
      return published.contains(portal + " " + path);
    };
    std::deque<check::PageText> looked;
    std::vector<const check::PageText*> texts;
    for (const auto& page : library.pages()) {
      const auto file = files.find(page->source);
      const std::string bytes = file == files.end() ? std::string() : file->second;
      pages::Page with_body = *page;
      with_body.body = std::string(pages::split_front_matter(bytes).body);
      looked.push_back(check::look_at_page(check::look_at_bytes(bytes), with_body, bodies.at(page->source)));
      texts.push_back(&looked.back());
    }
    const check::SiteFacts facts{site,      library, edition,      listings,         *snapshot,
                                 fragments, texts,   is_published, attachments.get()};
    Diagnostics found;
    bool known = false;
    for (const check::Rule& rule : check::rules())
      if (rule.name == rule_name) rule.run(facts, found), known = true;
    REQUIRE(known);
    found.sort();
    std::vector<std::string> lines;
    for (const Diagnostic& one : found.all()) lines.push_back(line_of(one));
    return lines;
  }

 private:
  static std::string line_of(const Diagnostic& one) {
    std::string line = one.where.file + ":" + std::to_string(one.where.line) + ":" + std::to_string(one.where.column);
    line += one.severity == Severity::error ? " error " : " warning ";
    line += one.code + " [";
    for (std::size_t i = 0; i < one.arguments.size(); ++i) line += (i == 0 ? "" : ", ") + one.arguments[i];
    line += "]";
    return one.suggestion.empty() ? line : line + " -> " + one.suggestion;
  }
};

using Lines = std::vector<std::string>;

}  // namespace congbo::test
