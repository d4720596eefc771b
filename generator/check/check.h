// SPDX-License-Identifier: GPL-3.0-or-later
// Rules over the whole site, one file each (rule_<name>.cc) and the table of rules here. A rule is a pure function of
// facts.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/diagnostic.h"
#include "generator/base/snapshot.h"
#include "generator/check/page_text.h"
#include "generator/edition/edition.h"
#include "generator/listing/values/listing.h"
#include "generator/markdown/fragment.h"
#include "generator/pages/library.h"
#include "generator/site/values/site.h"

namespace congbo::attachments {
class Reader;
}
namespace congbo::check {

struct SiteFacts {
  const site::Site& site;
  const pages::Library& library;
  const edition::Edition& edition;
  const listing::Listings& listings;
  const Snapshot& snapshot;
  const std::vector<const markdown::Fragment*>& bodies;  // by PageIndex
  const std::vector<const PageText*>& texts;             // by PageIndex; null for pages nobody looked at
  std::function<bool(const std::string& portal, const std::string& path)>
      is_published;                            // is that path in the output plan?
  attachments::Reader* attachments = nullptr;  // null: attachments are not read
};

struct Rule {
  std::string_view name;         // "links", "titles"
  std::string_view requirement;  // the ids it serves, for `congbo explain`
  void (*run)(const SiteFacts& facts, Diagnostics& found);
};

const std::vector<Rule>& rules();
void check_site(const SiteFacts& facts, Diagnostics& found);

}  // namespace congbo::check
