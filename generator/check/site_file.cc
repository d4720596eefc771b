// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/check/site_file.h"

#include "generator/base/source_text.h"

namespace congbo::check {

namespace {

constexpr std::string_view before_key = " \t{,-";

}  // namespace

Place place_in_site_file(const SiteFacts& facts, const site::Portal& portal, std::string_view text) {
  const std::string path = portal.root + "_site/site.yaml";
  const SnapshotEntry* entry = facts.snapshot.find(path);
  if (!entry) return {path, 0, 0, 0};
  Result<std::string> bytes = facts.snapshot.read(*entry);
  if (!bytes) return {path, 0, 0, 0};
  const SourceText file(path, *std::move(bytes));
  for (int number = 1; number <= file.line_count(); ++number) {
    std::string_view line = file.line(number);
    line = line.substr(0, line.find(" #"));
    const std::size_t begin = line.find(text);
    if (begin != std::string_view::npos && (begin == 0 || before_key.find(line[begin - 1]) != std::string_view::npos))
      return file.place_of_column(number, static_cast<int>(begin) + 1, text.size());
  }
  return {path, 1, 1, 0};
}

std::string asked_by(const std::string& clause) {
  return clause.empty() ? "policy.yaml" : clause;
}

std::string host_of(std::string_view base_url) {
  const std::size_t scheme = base_url.find("://");
  if (scheme == std::string_view::npos) return {};
  std::string_view host = base_url.substr(scheme + 3);
  return std::string(host.substr(0, host.find(':')));
}

}  // namespace congbo::check
