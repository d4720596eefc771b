// SPDX-License-Identifier: GPL-3.0-or-later
// The files of a delta for browsers (search/STATIC_FORMAT.md). Inside search only; throws Xapian::Error.
#pragma once
#include <xapian.h>

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "search/changes.h"
#include "search/labels.h"
#include "search/lost.h"
#include "search/spelling.h"
#include "search/static_index.h"

namespace congbo::search {

struct DeltaContents {
  Xapian::Database base, delta;
  std::vector<std::string_view> shards;  // of the base
  const Changes& changes;
  LostTerms lost;
  std::uint64_t lost_length = 0;
  Lexicon words, frequent;                         // of all documents that are there now
  std::map<std::string, std::string> suggestions;  // all that are offered now, by key
  std::set<std::string> changed_suggestions;       // keys of which the base says something else
  Labels labels;                                   // of all documents that are there now
};

// Those that `contents` has and the base has not, or has otherwise, and those that only the base has.
std::set<std::string> changed_suggestion_keys(const DeltaContents& contents);

// Names of files of the base that say what no document says any longer, or that say less than there is now.
std::set<std::string> outdated_files(const DeltaContents& contents);

// The files of the delta without their folder: its own, and those that stand for files of the base (`replaced`; names
// of suggestions that the base does not have may be among them).
std::vector<StaticFile> delta_files(const DeltaContents& contents, const std::set<std::string>& replaced,
                                    const std::string& base_url);

}  // namespace congbo::search
