// SPDX-License-Identifier: GPL-3.0-or-later
// Of every finding that a portal may weigh for itself: how heavy it is usually, which requirements ask for it, whether
// the weight may be changed, and from which level on it is asked for. One table; printed by `congbo explain`.
#pragma once
#include <optional>
#include <span>
#include <string_view>

#include "generator/base/diagnostic.h"

namespace congbo::diagnostics {

// What a check is for (`congbo check --level`). Each asks for all that the ones before it ask for.
enum class Level {
  draft,    // while somebody writes: what must not be in the repository at all, and what cannot be read
  preview,  // before one page is merged: also everything about the page itself
  publish   // the whole portal as citizens see it: also what is missing or overdue elsewhere
};

enum class Change {
  by_policy,  // `checks:` of policy.yaml, unless the profile makes it mandatory
  never       // the site cannot be built, or nobody may publish that
};

struct CheckFacts {
  std::string_view code;
  Severity usual = Severity::error;
  std::string_view requirements;  // "ID-04 ID-02"
  Level asked_from = Level::preview;
  Change change = Change::by_policy;
};

std::span<const CheckFacts> check_facts();  // sorted by code

// What holds for a code: its row; without one, a rule's finding may be changed and is asked for from `preview` on, any
// other is a mistake of form, always asked for and never changed.
CheckFacts facts_of(std::string_view code);

std::optional<Level> level_of(std::string_view name);  // "draft", "preview", "publish"

}  // namespace congbo::diagnostics
