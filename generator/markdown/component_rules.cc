// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/markdown/component_rules.h"

#include <algorithm>

#include "generator/markdown/fragment.h"
#include "generator/markdown/link_rules.h"

namespace congbo::markdown {
namespace {

// A11Y-01: a picture needs its alternative text, a video its captions or a transcript, a map the places in words.
const std::vector<ComponentRule>& rules() {
  static const std::vector<ComponentRule> all = {
      {"attachment", {{"src", Need::required}, {"title"}, {"description"}}, "src"},
      {"audio",
       {{"src", Need::required}, {"title", Need::required}, {"transcript", Need::required}, {"caption"}},
       "src"},
      {"chart", {{"src", Need::required}, {"title", Need::required}, {"kind"}, {"unit"}, {"caption"}}, "src"},
      {"contact", {{"unit", Need::required}, {"title"}}, "unit"},
      {"figure",
       {{"src", Need::required}, {"alt"}, {"decorative"}, {"caption"}, {"credit"}},
       "src",
       false,
       {"alt", "decorative"}},
      {"gallery", {{"caption"}, {"credit"}}, "caption", true},
      {"map",
       {{"title", Need::required},
        {"alt", Need::required},
        {"src"},
        {"latitude"},
        {"longitude"},
        {"address"},
        {"caption"}},
       "title"},
      {"note", {}, ""},
      {"video",
       {{"src", Need::required}, {"title", Need::required}, {"captions"}, {"transcript"}, {"poster"}, {"caption"}},
       "src",
       false,
       {"captions", "transcript"}},
  };
  return all;
}

const std::string* value_of(const Component& component, std::string_view key) {
  for (const auto& parameter : component.parameters)
    if (parameter.first == key && !parameter.second.empty()) return &parameter.second;
  return nullptr;
}

bool has_what_it_needs(const Component& component, const ComponentRule& rule, Position where, Findings& found) {
  bool complete = true;
  for (const ParameterRule& parameter : rule.parameters) {
    if (parameter.need != Need::required || value_of(component, parameter.key) != nullptr) continue;
    found.error("markdown-component-parameter-missing", where, {component.name, std::string(parameter.key)});
    complete = false;
  }
  const auto given = [&component](std::string_view key) { return value_of(component, key) != nullptr; };
  if (!rule.any_of.empty() && std::none_of(rule.any_of.begin(), rule.any_of.end(), given)) {
    found.error("markdown-component-parameter-missing", where, {component.name, std::string(rule.any_of.front())});
    complete = false;
  }
  return complete;
}

std::vector<std::string_view> addresses_of(const Component& component) {
  std::vector<std::string_view> addresses(component.items.begin(), component.items.end());
  for (const auto& parameter : component.parameters)
    if (parameter.first == "src" || parameter.first == "poster" || parameter.first == "captions" ||
        parameter.first == "transcript")
      addresses.push_back(parameter.second);
  return addresses;
}

bool addresses_are_safe(const Component& component, Position where, Findings& found) {
  bool safe = true;
  for (const std::string_view address : addresses_of(component)) {
    if (!is_dangerous_address(address)) continue;
    found.error("markdown-link-refused", where, {std::string(address.substr(0, 60))});
    safe = false;
  }
  return safe;
}

}  // namespace

const ComponentRule* find_component_rule(std::string_view name) {
  for (const ComponentRule& rule : rules())
    if (rule.name == name) return &rule;
  return nullptr;
}

const std::vector<NoteKind>& note_kinds() {
  static const std::vector<NoteKind> kinds = {
      {"canh-bao", "warning"}, {"info", "info"}, {"thong-tin", "info"}, {"warning", "warning"}};
  return kinds;
}

bool check_component(const Component& component, const ComponentRule& rule, Position where, Findings& found) {
  bool good = has_what_it_needs(component, rule, where, found);
  if (rule.takes_items && component.items.empty()) {
    found.error("markdown-component-items-missing", where, {component.name});
    good = false;
  }
  return addresses_are_safe(component, where, found) && good;
}

bool names_files(const Component& component) {
  const std::vector<std::string_view> addresses = addresses_of(component);
  return !addresses.empty() && std::none_of(addresses.begin(), addresses.end(), is_dangerous_address);
}

const std::vector<std::string>& component_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> made;
    for (const ComponentRule& rule : rules()) made.emplace_back(rule.name);
    return made;
  }();
  return names;
}

}  // namespace congbo::markdown
