// SPDX-License-Identifier: GPL-3.0-or-later
// The allow-list of components and what each may and must be told.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "generator/markdown/components.h"

namespace congbo::markdown {

enum class Need { required, optional };

struct ParameterRule {
  std::string_view key;
  Need need = Need::optional;
};

struct ComponentRule {
  std::string_view name;
  std::vector<ParameterRule> parameters;
  std::string_view argument_key;  // the parameter that the rest of the ":::name" line gives; empty: none
  bool takes_items = false;
  std::vector<std::string_view> any_of = {};  // at least one of these parameters
};

const ComponentRule* find_component_rule(std::string_view name);

struct NoteKind {
  std::string_view word;  // as the author writes it
  std::string_view kind;  // as the page's class says it
};
const std::vector<NoteKind>& note_kinds();

// Whether `component` has all it needs; what is missing is reported at `where`.
bool check_component(const Component& component, const ComponentRule& rule, Position where, Findings& found);

// Whether it names files, and nothing that browsers would run.
bool names_files(const Component& component);

}  // namespace congbo::markdown
