// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/authoring/new_item.h"

#include <algorithm>
#include <cstdio>

#include "generator/authoring/interview.h"
#include "generator/authoring/interview_answers.h"
#include "generator/authoring/skeleton.h"
#include "generator/base/nearest_name.h"
#include "generator/base/slug.h"
#include "generator/pages/library.h"

namespace congbo::authoring {

namespace {

Result<const site::ContentType*> find_type(const site::Portal& portal, const std::string& id) {
  const auto found = portal.types.find(id);
  if (found != portal.types.end()) return &found->second;
  std::vector<std::string> known;
  for (const auto& [name, type] : portal.types) known.push_back(name);
  return error("type-unknown", {}, {id}, nearest_name(id, known));
}

bool in_main_language(const site::Portal& portal, const std::string& section) {
  const std::string first = section.substr(0, section.find('/'));
  return first == portal.main_language() ||
         std::find(portal.languages.begin(), portal.languages.end(), first) == portal.languages.end();
}

Result<std::string> choose_section(const site::Portal& portal, const NewItem& item) {
  if (!item.section.empty()) return item.section;
  for (const auto& [section, type] : portal.section_types)
    if (type == item.type && in_main_language(portal, section)) return section;
  return error("section-needed", {}, {item.type});
}

// A section becomes a part of addresses.
Result<Done> check_section(const site::Portal& portal, const std::string& section) {
  std::vector<std::string> known;
  for (const auto& [name, type] : portal.section_types) known.push_back(name);
  std::string meant;  // as it would be an address
  bool good = !section.empty();
  for (std::size_t start = 0; start <= section.size();) {
    const std::size_t end = std::min(section.find('/', start), section.size());
    const std::string part = section.substr(start, end - start), name = slug(part);
    good = good && is_slug(part) && !pages::is_reserved_name(part);
    if (!name.empty()) meant += (meant.empty() ? "" : "/") + name;
    start = end + 1;
  }
  if (good) return Done{};
  const std::string near = nearest_name(meant, known);
  return error("section-name-not-slug", {}, {section}, near.empty() ? meant : near);
}

// The program makes pages of some names itself.
std::string free_name(const std::string& title) {
  const std::string name = slug(title);
  return pages::is_reserved_name(name) ? "bai-" + name : name;
}

std::string month_folder(Date day) {
  char text[16];
  std::snprintf(text, sizeof text, "/%04d/%02d", day.year, day.month);
  return text;
}

}  // namespace

Result<NewPlace> place_new_item(const FileSystem& files, const site::Site& site, const NewItem& item) {
  const site::Portal* portal = item.portal.empty() ? &site.portals.front() : site.portal(item.portal);
  if (!portal) return error("portal-unknown", {}, {item.portal});
  CONGBO_TRY(const site::ContentType* type, find_type(*portal, item.type));
  CONGBO_TRY(const std::string section, choose_section(*portal, item));
  if (!item.unit.empty() && !portal->unit(item.unit)) {
    std::vector<std::string> known;
    for (const site::Unit& unit : portal->units) known.push_back(unit.id);
    return error("unit-unknown", {}, {item.unit}, nearest_name(item.unit, known));
  }
  if (!stays_inside(section)) return error("path-outside", {}, {section});
  CONGBO_TRY([[maybe_unused]] const Done named, check_section(*portal, section));
  const std::string name = free_name(item.title);
  if (name.empty()) return error("title-empty", {}, {item.title});
  const bool by_month = type->date_from == "event_at" || type->id == "notice";
  const std::string path = portal->root + section + (by_month ? month_folder(item.today) : "") + "/" + name + ".md";
  if (files.exists(item.root + "/" + path)) return error("file-exists", {}, {path});
  const auto usual = portal->section_types.find(section);
  return NewPlace{portal, type, path, usual == portal->section_types.end() || usual->second != type->id};
}

Result<std::string> write_new_item(FileSystem& files, const site::Site& site, const NewItem& item) {
  CONGBO_TRY(const NewPlace place, place_new_item(files, site, item));
  const TypeLine line = place.says_type ? TypeLine::written : TypeLine::usual;
  CONGBO_TRY([[maybe_unused]] const Done written,
             files.write(item.root + "/" + place.path, skeleton(*place.portal, *place.type, item, line)));
  return place.path;
}

namespace {

// The section, where the type does not tell it.
Result<std::string> ask_section(const site::Site& site, const NewItem& item, const Ask& ask) {
  const site::Portal* portal = item.portal.empty() ? &site.portals.front() : site.portal(item.portal);
  Question question;
  question.key = "section";
  question.label.texts = {{"vi", "Chuyên mục"}, {"en", "Section"}};
  for (const auto& [section, type] : portal->section_types)
    if (in_main_language(*portal, section)) question.choices.push_back({section, portal->types.at(type).label});
  for (;;) {
    const std::optional<std::string> typed = ask(question);
    if (!typed) return error("new-stopped", {});
    if (!typed->empty()) return resolved(question, *typed);
    question.mistakes = {};
    question.mistakes.add(error("answer-needed", {}));
  }
}

}  // namespace

Result<std::string> write_asked_item(FileSystem& files, const site::Site& site, const NewItem& wanted, const Ask& ask) {
  NewItem item = wanted;
  if (const Result<NewPlace> tried = place_new_item(files, site, item);
      !tried && tried.error().code == "section-needed") {
    CONGBO_TRY(item.section, ask_section(site, item, ask));
  }
  CONGBO_TRY(const NewPlace place, place_new_item(files, site, item));
  CONGBO_TRY(const Interviewed answers, interview(files, *place.portal, *place.type, item, place.path, ask));
  for (const Enclosure& enclosure : answers.enclosures) {
    CONGBO_TRY(const std::string bytes, files.read(enclosure.from));
    CONGBO_TRY([[maybe_unused]] const Done copied, files.write(item.root + "/" + enclosure.to, bytes));
  }
  CONGBO_TRY([[maybe_unused]] const Done written, files.write(item.root + "/" + place.path, answers.text));
  return place.path;
}

}  // namespace congbo::authoring
