// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/pages/nearest_label.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <regex>

#include "generator/base/instant.h"
#include "generator/base/nearest_name.h"
#include "generator/base/unicode.h"

namespace congbo::pages {
namespace {

constexpr std::size_t fewest_letters = 3;  // of a part that names the whole
constexpr std::size_t longest_text = 100;

// Folded, with the abbreviations of every day written out.
std::string spelled_out(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> short_forms = {
      {{"ubnd", "uy ban nhan dan"}, {"hdnd", "hoi dong nhan dan"}, {"tp.", "thanh pho "}}};
  std::string folded = fold(text);
  for (const auto& [form, meaning] : short_forms)
    if (const std::size_t at = folded.find(form); at != std::string::npos) folded.replace(at, form.size(), meaning);
  return folded;
}

bool holds(std::string_view whole, std::string_view part) {
  return part.size() >= fewest_letters && whole.find(part) != std::string_view::npos;
}

std::string two_digits(int number) {
  char text[8];
  std::snprintf(text, sizeof text, "%02d", number % 100);
  return text;
}

// «16/11/2026», «2026-11-6» → "2026-11-16", "2026-11-06", whether there is such a day or not; empty for other text.
std::string written_day(const std::string& folded) {
  static const std::regex usual(R"((^|[^0-9])([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})($|[^0-9]))");
  static const std::regex turned(R"((^|[^0-9])([0-9]{4})[/.-]([0-9]{1,2})[/.-]([0-9]{1,2})($|[^0-9]))");
  std::smatch day;
  const auto joined = [&](int year, int month, int number) {
    return day[year].str() + "-" + two_digits(std::stoi(day[month])) + "-" + two_digits(std::stoi(day[number]));
  };
  if (std::regex_search(folded, day, usual)) return joined(4, 3, 2);
  return std::regex_search(folded, day, turned) ? joined(2, 3, 4) : std::string();
}

}  // namespace

std::string nearest_label(std::string_view wanted, const LabelledIds& known) {
  if (wanted.size() > longest_text) return {};
  const std::string meant = spelled_out(wanted);
  const std::string* best = nullptr;
  std::size_t least = longest_text;
  std::vector<std::string> names;
  for (const auto& [id, label] : known) {
    const std::string name = spelled_out(label);
    const std::size_t more = name.size() > meant.size() ? name.size() - meant.size() : meant.size() - name.size();
    if ((holds(name, meant) || holds(meant, name)) && more < least) {
      best = &id;
      least = more;
    }
    names.push_back(id);
    names.push_back(label);
  }
  if (best != nullptr) return *best;
  std::string near = nearest_name(wanted, names);
  for (const auto& [id, label] : known)
    if (label == near) return id;
  return near;
}

std::string nearest_id(std::string_view wanted, const LabelledIds& known) {
  std::vector<std::string> ids;
  for (const auto& one : known) ids.push_back(one.first);
  std::string near = nearest_name(wanted, ids);
  return near.empty() ? nearest_label(wanted, known) : near;
}

std::string written_moment(std::string_view text) {
  static const std::regex hour_form(R"((^|[^0-9/.-])([0-9]{1,2})(:|h| gio ?| h)([0-9]{2})?($|[^0-9/.-]))");
  if (text.size() > longest_text) return {};
  std::string folded = fold(text);
  std::smatch hour;
  std::string made = written_day(folded);
  if (!parse_date(made)) return {};
  if (std::regex_search(folded, hour, hour_form))
    made += "T" + two_digits(std::stoi(hour[2])) + ":" + (hour[4].matched ? hour[4].str() : "00");
  return made.size() == 10 || parse_instant(made) ? made : std::string();
}

std::string last_day_instead(std::string_view text) {
  if (text.size() > longest_text) return {};
  const std::string day = written_day(fold(text));
  if (day.empty()) return {};
  const std::string month = day.substr(0, day.size() - 2);
  for (int last = 31; last >= 28; --last)
    if (std::string made = month + two_digits(last); parse_date(made)) return day > made ? made : std::string();
  return {};
}

std::string_view without_word_quotes(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 2> pairs = {{{"“", "”"}, {"‘", "’"}}};
  for (const auto& [open, close] : pairs) {
    if (text.size() <= open.size() + close.size() || !text.starts_with(open) || !text.ends_with(close)) continue;
    const std::string_view inner = text.substr(open.size(), text.size() - open.size() - close.size());
    if (inner.find(open) == std::string_view::npos && inner.find(close) == std::string_view::npos) return inner;
  }
  return text;
}

std::string nearest_unit(const site::Portal& portal, std::string_view wanted) {
  LabelledIds known;
  for (const site::Unit& unit : portal.units) {
    known.emplace_back(unit.id, unit.name.in("vi"));
    if (!unit.short_name.empty()) known.emplace_back(unit.id, unit.short_name.in("vi"));
  }
  return nearest_id(without_word_quotes(wanted), known);
}

}  // namespace congbo::pages
