// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <string>

#include "generator/site/mapping_reader.h"

namespace congbo::site {

// The keys of a policy that are kept as they are for what reads them later, by their paths («qa.days»,
// «roles[0].name»). A key that is there replaces all that `into` has of it.
void read_policy_data(MappingReader& reader, std::map<std::string, std::string, std::less<>>& into);

}  // namespace congbo::site
