// SPDX-License-Identifier: GPL-3.0-or-later
// What a build will publish, before a byte of it is made: every path with its reason and how to make it. What is not in
// the plan is not published, and is pruned if it was.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace congbo {

struct PlannedOutput {
  std::string path;          // below public/: "<portal id>/tin-tuc/2026/11/slug.html"
  std::string reason;        // "page", "listing", "feed", "sitemap", "twin", "asset", "attachment", "redirect", …
  std::string source;        // the file it comes from, where there is one
  std::uint32_t recipe = 0;  // for the pipeline: which maker, and
  std::uint32_t item = 0;    // of which thing,
  std::uint32_t part = 0;    // and which part of it
};

struct OutputPlan {
  std::vector<PlannedOutput> outputs;  // sorted bytewise by path; no path twice
  const PlannedOutput* find(const std::string& path) const;
};

}  // namespace congbo
