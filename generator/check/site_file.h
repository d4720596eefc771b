// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>

#include "generator/check/check.h"

namespace congbo::check {

// Where `text` ("contact:") first stands as a key in the portal's _site/site.yaml; the file's first place when it is
// not there, the file alone when there is none.
Place place_in_site_file(const SiteFacts& facts, const site::Portal& portal, std::string_view text);

// Who asks, for messages: the clause of the regulation, "policy.yaml" where the portal itself does.
std::string asked_by(const std::string& clause);

// "tinh.example.gov.vn" of "https://tinh.example.gov.vn:8443".
std::string host_of(std::string_view base_url);

}  // namespace congbo::check
