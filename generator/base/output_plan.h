// SPDX-License-Identifier: GPL-3.0-or-later
// What a build will publish, before a byte of it is made: every path with its reason and how to make it. What is not in
// the plan is not published, and is pruned if it was.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "generator/base/shared.h"

namespace congbo {

struct OutputName {
  std::string path;    // below public/: "<portal id>/tin-tuc/2026/11/slug.html"
  std::string reason;  // "page", "listing", "feed", "sitemap", "twin", "asset", "attachment", "redirect", …
  std::string source;  // the file it comes from, where there is one
  bool operator==(const OutputName&) const = default;
};

struct PlannedOutput {
  Shared<OutputName> name;
  std::uint32_t recipe = 0;  // for the pipeline: which maker, and
  std::uint32_t item = 0;    // of which thing,
  std::uint32_t part = 0;    // and which part of it

  const std::string& path() const { return name->path; }
  const std::string& reason() const { return name->reason; }
  const std::string& source() const { return name->source; }
};

struct OutputPlan {
  std::vector<PlannedOutput> outputs;  // sorted bytewise by path; no path twice
  const PlannedOutput* find(const std::string& path) const;
  // Takes the names that are equal from the other plan: a draft's plan then costs what differs.
  void share_names_with(const OutputPlan& other);
};

}  // namespace congbo
