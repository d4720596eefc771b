// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/pipeline/digest.h"

#include <algorithm>
#include <array>
#include <map>

namespace congbo::pipeline {

namespace {

using diagnostics::Language;
using record::PublicRecord;

// Duties whose day has passed; everything else of the check is for editors.
constexpr std::array<std::string_view, 8> overdue_codes = {
    "answer-late",           "answer-promise-late", "budget-stage-missing", "category-stale",
    "procedure-not-updated", "review-due",          "schedule-missing",     "consultation-unanswered"};

class Digest {
 public:
  Digest(const Site& site, Language language)
      : site_(site), language_(language), last_(date_of(site.edition.now)), first_(add_days(last_, 1 - digest_days)) {}

  std::string write() {
    for (const site::Portal& portal : site_.site->portals) write_portal(portal);
    write_overdue();
    return std::move(text_);
  }

 private:
  std::string_view say(std::string_view vietnamese, std::string_view english) const {
    return language_ == Language::vietnamese ? vietnamese : english;
  }
  std::string_view code() const { return say("vi", "en"); }

  void heading(std::string_view title) { text_.append("\n## ").append(title).append("\n\n"); }
  void line(const std::string& words) { text_.append("- ").append(words).append("\n"); }
  void none() { text_.append(say("Không có.", "None.")).append("\n"); }

  bool is_of_week(const PublicRecord& record) const {
    const std::optional<Date> day = parse_date(std::string_view(record.published_machine).substr(0, 10));
    return day && !(*day < first_) && !(last_ < *day);
  }

  template <class Wanted>
  std::vector<const PublicRecord*> listed(const site::Portal& portal, const Wanted& wanted) const {
    std::vector<const PublicRecord*> found;
    for (const pages::PageIndex index : site_.edition.listed) {
      const PublicRecord& one = site_.publication.records[index];
      if (one.page->portal == &portal && !one.page->section_index && wanted(one)) found.push_back(&one);
    }
    return found;
  }

  void list(std::string_view title, const std::vector<const PublicRecord*>& records) {
    heading(title);
    if (records.empty()) return none();
    for (const PublicRecord* one : records) {
      std::string words = "[" + one->page->title + "](" + one->url + ")";
      if (!one->unit->text.empty()) words += " – " + one->unit->text;
      if (!one->countdown.empty()) words += " – " + one->countdown;
      line(words);
    }
  }

  void write_portal(const site::Portal& portal) {
    text_.append("# ").append(say("Bản tin tuần: ", "The week: ")).append(portal.name.in(code())).append("\n\n");
    text_.append(to_vietnamese(first_)).append(" – ").append(to_vietnamese(last_)).append("\n");
    const auto of_type = [](const PublicRecord& one, std::string_view type) { return one.type->id == type; };
    list(say("Văn bản mới", "New documents"),
         listed(portal, [&](const PublicRecord& one) { return of_type(one, "document") && is_of_week(one); }));
    list(say("Đang lấy ý kiến", "Open for comment"), listed(portal, [&](const PublicRecord& one) {
           return (of_type(one, "consultation") || of_type(one, "survey")) && one.phase == "open";
         }));
    list(say("Kết quả khảo sát", "Results of surveys"), listed(portal, [&](const PublicRecord& one) {
           return of_type(one, "survey") && one.phase == "closed" && one.page->field("result");
         }));
    write_units(portal);
    text_ += '\n';
  }

  // What each unit supplied; those that supplied nothing come last, by name.
  void write_units(const site::Portal& portal) {
    heading(say("Tin, bài của các đơn vị", "Items by unit"));
    std::map<std::string_view, int> counts;
    for (const site::Unit& unit : portal.units) counts[unit.id] = 0;
    for (const PublicRecord* one : listed(portal, [&](const PublicRecord& record) { return is_of_week(record); }))
      if (!one->unit->id.empty()) ++counts[one->unit->id];
    std::vector<const site::Unit*> units;
    for (const site::Unit& unit : portal.units) units.push_back(&unit);
    std::stable_sort(units.begin(), units.end(),
                     [&](const site::Unit* a, const site::Unit* b) { return counts[a->id] > counts[b->id]; });
    if (units.empty()) return none();
    for (const site::Unit* unit : units) line(unit->name.in(code()) + ": " + std::to_string(counts[unit->id]));
  }

  void write_overdue() {
    text_.append("# ").append(say("Quá hạn", "Overdue")).append("\n\n");
    bool any = false;
    for (const Diagnostic& one : site_.found.all()) {
      if (std::find(overdue_codes.begin(), overdue_codes.end(), one.code) == overdue_codes.end()) continue;
      line(one.where.file + ": " + diagnostics::message(one, language_));
      any = true;
    }
    if (!any) none();
  }

  const Site& site_;
  Language language_;
  Date last_, first_;
  std::string text_;
};

}  // namespace

std::string weekly_digest(const Site& site, Language language) {
  return Digest(site, language).write();
}

}  // namespace congbo::pipeline
