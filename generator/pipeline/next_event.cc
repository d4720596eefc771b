// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/pipeline/next_event.h"

#include "generator/pipeline/hosts.h"
#include "generator/site/values/emergency.h"

namespace congbo::pipeline {

namespace {

using diagnostics::Language;

class Finder {
 public:
  Finder(const Site& site, Language language) : site_(site), language_(language), moment_(*site.edition.next_event) {}

  NextEvent find() {
    NextEvent event{moment_, nullptr, {}, {}};
    for (pages::PageIndex i = 0; i < site_.library.size(); ++i)
      if (site_.edition.states[i] != edition::State::draft && look_at(site_.library[i], event)) return event;
    if (site::next_emergency_change(*site_.site, site_.edition.now) == moment_)
      return about_site("emergency.yaml", "thông báo khẩn hiện hoặc ẩn", "an emergency notice comes or goes");
    if (next_host_change(*site_.site, site_.edition.now) == moment_)
      return about_site("hosts", "tên miền của cổng thay đổi", "the portal's host changes");
    return about_site("", "hiệu lực của một văn bản thay đổi", "the validity of a document changes");
  }

 private:
  NextEvent about_site(std::string key, std::string_view vietnamese, std::string_view english) const {
    return {moment_, nullptr, std::move(key), std::string(say(vietnamese, english))};
  }

  std::string_view say(std::string_view vietnamese, std::string_view english) const {
    return language_ == Language::vietnamese ? vietnamese : english;
  }

  bool look_at(const pages::Page& page, NextEvent& event) const {
    if (page.expires_at == moment_) return set(page, "expires_at", "hết hạn đăng", "is taken down", event);
    if (page.release_at == moment_) return set(page, "release_at", "đến giờ đăng", "is released", event);
    if (page.embargo && page.embargo->until == moment_)
      return set(page, "embargo", "hết thời gian chưa được công bố", "leaves its embargo", event);
    for (const pages::Field& field : page.fields)
      if (names_moment(field.value)) {
        const std::string& label = field.schema->label.in(say("vi", "en"));
        return set(page, field.schema->key, "đến «" + label + "»", "comes to \"" + label + "\"", event);
      }
    if (const std::optional<int> days = edition::days_left(page, site_.edition.now);
        days && start_of_day(add_days(date_of(site_.edition.now), 1)) == moment_)
      return set(page, "closes_on", "còn ít đi một ngày", "has one day less", event);
    if (page.date == moment_) return set(page, "date", "đến ngày ghi trong bài", "comes to its date", event);
    for (const pages::Update& update : page.updates)
      if (start_of_day(update.on) == moment_)
        return set(page, "updates", "đến ngày cập nhật", "comes to the day of an update", event);
    return false;
  }

  bool names_moment(const pages::Value& value) const {
    if (const Date* day = std::get_if<Date>(&value.data))
      return start_of_day(*day) == moment_ || end_of_day(*day) == moment_;
    const Instant* moment = std::get_if<Instant>(&value.data);
    return moment != nullptr && *moment == moment_;
  }

  bool set(const pages::Page& page, std::string key, std::string_view vietnamese, std::string_view english,
           NextEvent& event) const {
    event.page = &page;
    event.key = std::move(key);
    event.reason = "‹" + page.title + "› " + std::string(say(vietnamese, english));
    return true;
  }

  const Site& site_;
  Language language_;
  Instant moment_;
};

}  // namespace

std::optional<NextEvent> next_event_of(const Site& site, Language language) {
  if (!site.edition.next_event) return std::nullopt;
  return Finder(site, language).find();
}

}  // namespace congbo::pipeline
