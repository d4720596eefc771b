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
  static const std::regex day_form(R"((^|[^0-9])([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})($|[^0-9]))");
  static const std::regex hour_form(R"((^|[^0-9/.-])([0-9]{1,2})(:|h| gio ?| h)([0-9]{2})?($|[^0-9/.-]))");
  if (text.size() > longest_text) return {};
  std::string folded = fold(text);
  std::smatch day, hour;
  if (!std::regex_search(folded, day, day_form)) return {};
  std::string made = day[4].str() + "-" + two_digits(std::stoi(day[3])) + "-" + two_digits(std::stoi(day[2]));
  if (!parse_date(made)) return {};
  if (std::regex_search(folded, hour, hour_form))
    made += "T" + two_digits(std::stoi(hour[2])) + ":" + (hour[4].matched ? hour[4].str() : "00");
  return made.size() == 10 || parse_instant(made) ? made : std::string();
}

int last_day_of_month_in(std::string_view text) {
  static const std::regex form(R"(([0-9]{4}-[0-9]{2}-)([0-9]{2})([T ].*)?)");
  std::match_results<std::string_view::const_iterator> parts;
  if (text.size() > longest_text || !std::regex_match(text.begin(), text.end(), parts, form)) return 0;
  const int day = std::stoi(parts[2].str());
  for (int last = 31; last >= 28; --last)
    if (parse_date(parts[1].str() + two_digits(last))) return day > last ? last : 0;
  return 0;
}

}  // namespace congbo::pages
