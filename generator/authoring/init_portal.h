// SPDX-License-Identifier: GPL-3.0-or-later
// `congbo init`: a portal of one's own that builds without a message.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/file_system.h"
#include "generator/base/instant.h"
#include "generator/base/result.h"

namespace congbo::authoring {

struct NewPortal {
  std::string root;
  std::string profile;               // of site::profile_names(); empty: the smallest portal, without a policy
  std::string name;                  // official name; empty: a name to be changed
  std::string domain;                // host; empty: an example
  Date today;                        // of the first article
  std::string_view language = "vi";  // of the explanations in .vscode/
};

// The profile that people mean by «province», «xa» …: the one of that name, «commune» for a commune, ward or special
// zone («xa», «phuong», «dac-khu»), else the first that begins with the name and a hyphen. Fails with
// "policy-profile-unknown" and the nearest name.
Result<std::string> profile_named(const std::string& name);

// Whether the profile takes this host for a portal of its own (ID-02, SUBP-03); an empty one is the example, which all
// take. Fails with "init-domain-ending" or "init-domain-level", which propose one.
Result<Done> check_domain(const std::string& profile, const std::string& domain);

// Writes the files of a new portal and returns their paths, sorted: content/ with a section for each group that the
// profile asks for, a page about each, the pages its introduction must have, a first article, leader and schedule,
// pages on contact, reuse and accessibility; README, settings of editors' programs, templates and CI of git hosts. A
// file outside content/ that is there already is left alone. Fails as check_domain does, or with "folder-not-empty"
// when there is a content/ already; then nothing is written.
Result<std::vector<std::string>> init_portal(FileSystem& files, const NewPortal& portal);

}  // namespace congbo::authoring
