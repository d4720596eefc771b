// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/record/life.h"

#include <algorithm>

#include "generator/base/content_hash.h"
#include "generator/record/wording.h"

namespace congbo::record {

namespace {

using pages::Page;
using pages::Value;

struct DayOrMoment {
  std::string machine, text;
  Date day;
};

DayOrMoment shown(Instant moment, const std::string& language) {
  return {to_rfc3339(moment), date_text(moment, language), date_of(moment)};
}

DayOrMoment shown(Date day, const std::string& language) {
  return {to_text(day), date_text(day, language), day};
}

std::optional<DayOrMoment> by_log(const history::Published& known, Instant now, const std::string& language) {
  if (const std::optional<Date> day = parse_date(known.first)) {
    if (start_of_day(*day) <= now) return shown(*day, language);
  } else if (const std::optional<Instant> moment = parse_instant(known.first)) {
    if (*moment <= now) return shown(*moment, language);
  }
  return {};
}

bool is_public(edition::State state) {
  return state == edition::State::published || state == edition::State::withdrawn;
}

std::optional<DayOrMoment> first_publication(const Publication& publication, const Page& page, edition::State state) {
  const Instant now = publication.edition->now;
  const std::string& language = page.route.language;
  if (const history::Published* known = publication.history->page(page.route.portal, page.id))
    if (auto logged = by_log(*known, now, language)) return logged;
  if (const std::optional<Instant> said = edition::publication_by_file(page, now)) {
    const bool whole_day = page.date == said && !page.date_has_time && page.release_at != said;
    return whole_day ? shown(date_of(*said), language) : shown(*said, language);
  }
  // With a log, a page that is not in it is published by this very release.
  if (!publication.history->empty() && is_public(state)) return shown(now, language);
  return {};
}

// Major updates whose day has come, oldest first.
std::vector<pages::Update> public_updates(const Page& page, Date today) {
  std::vector<pages::Update> updates;
  for (const pages::Update& update : page.updates)
    if (update.major && update.on <= today) updates.push_back(update);
  if (page.updated_on && *page.updated_on <= today) {
    const auto same = [&](const pages::Update& one) { return one.on == *page.updated_on; };
    if (std::none_of(updates.begin(), updates.end(), same))
      updates.push_back({*page.updated_on, page.change_note, true, {}});
  }
  std::stable_sort(updates.begin(), updates.end(),
                   [](const pages::Update& a, const pages::Update& b) { return a.on < b.on; });
  return updates;
}

// Every value as text that tells it from every other.
class Canonical {
 public:
  explicit Canonical(std::string& text) : text_(text) {}

  void write(const Value& value) {
    text_ += static_cast<char>('a' + value.data.index());
    if (const auto* text = std::get_if<std::string>(&value.data)) return word(*text);
    if (const auto* day = std::get_if<Date>(&value.data)) return word(to_text(*day));
    if (const auto* moment = std::get_if<Instant>(&value.data)) return word(to_rfc3339(*moment));
    if (const auto* number = std::get_if<pages::Number>(&value.data)) return word(number->text);
    if (const auto* truth = std::get_if<bool>(&value.data)) return word(*truth ? "1" : "0");
    if (const auto* list = std::get_if<pages::List>(&value.data)) {
      for (const Value& element : *list) write(element);
    } else if (const auto* object = std::get_if<pages::Object>(&value.data)) {
      for (const pages::Member& member : *object) {
        word(member.first);
        write(member.second);
      }
    }
    text_ += '\n';
  }
  void word(std::string_view text) {
    text_ += std::to_string(text.size());
    text_ += ':';
    text_ += text;
  }

 private:
  std::string& text_;
};

void each_text(const Value& value, const auto& visit) {
  if (const auto* text = std::get_if<std::string>(&value.data)) return visit(*text);
  if (const auto* list = std::get_if<pages::List>(&value.data))
    for (const Value& element : *list) each_text(element, visit);
  if (const auto* object = std::get_if<pages::Object>(&value.data))
    for (const pages::Member& member : *object) each_text(member.second, visit);
}

// What an immutable page holds besides its own words: a text that is the id of a page, and its files.
void add_held(const Publication& publication, const PublicRecord& record, std::string& text) {
  for (const pages::Field& field : record.page->fields)
    each_text(field.value, [&](const std::string& word) {
      const PageIndex held = publication.library->by_id(record.page->route.portal, word);
      if (held != pages::no_page) text += (*publication.library)[held].text_hash + "\n";
    });
  for (const FileLink& file : record.files) {
    const SnapshotEntry* entry = publication.snapshot->find(file.source);
    const Result<std::string> bytes = entry ? publication.snapshot->read(*entry) : Result<std::string>(std::string());
    text += file.source + " " + (bytes ? sha256_hex(*bytes) : std::string()) + "\n";
  }
}

void set_approval(const Publication& publication, PublicRecord& record) {
  const history::ApprovalFacts* facts = publication.history->approval(record.page->source);
  if (facts == nullptr) return;
  const std::string& language = record.page->route.language;
  const DayOrMoment at = shown(facts->at, language);
  record.approved_machine = at.machine;
  record.approved_text = at.text;
  record.approved_by = language == "vi" ? facts->by_vi : facts->by_en;
  record.approval_evidence = facts->evidence;
}

}  // namespace

void set_life(const Publication& publication, PublicRecord& record) {
  const Page& page = *record.page;
  const std::string& language = page.route.language;
  set_approval(publication, record);
  std::optional<DayOrMoment> first = first_publication(publication, page, record.state);
  if (first) {
    record.published_machine = std::move(first->machine);
    record.published_text = std::move(first->text);
  }
  if (!page.updated_on && page.updates.empty()) return;
  const std::vector<pages::Update> updates = public_updates(page, date_of(publication.edition->now));
  record.updates.reserve(updates.size());
  for (auto update = updates.rbegin(); update != updates.rend(); ++update)
    record.updates.push_back({to_text(update->on), date_text(update->on, language), update->note});
  if (updates.empty() || (first && updates.back().on <= first->day)) return;
  record.updated_machine = to_text(updates.back().on);
  record.updated_text = date_text(updates.back().on, language);
}

std::string updates_mark(const Page& page) {
  if (page.updates.empty() && !page.updated_on) return {};
  Date last{};
  for (const pages::Update& update : page.updates) last = std::max(last, update.on);
  if (page.updated_on) last = std::max(last, *page.updated_on);
  return std::to_string(page.updates.size()) + (page.updated_on ? "+" : " ") + to_text(last);
}

std::string content_hash(const Publication& publication, const PublicRecord& record) {
  const Page& page = *record.page;
  std::string text = page.text_hash + "\n";
  Canonical canonical(text);
  for (const pages::Field& field : page.fields) {
    canonical.word(field.schema->key);
    canonical.write(field.value);
  }
  if (page.type && page.type->immutable) add_held(publication, record, text);
  return sha256_hex(text).substr(0, 32);
}

}  // namespace congbo::record
