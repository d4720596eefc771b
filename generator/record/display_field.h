// SPDX-License-Identifier: GPL-3.0-or-later
// The type's own fields of a page, formatted in the page's language.
#pragma once
#include <optional>

#include "generator/record/labels.h"
#include "generator/record/public_record.h"

namespace congbo::record {

// What formatting a page looks at. All referred to, nothing owned.
struct Surveyor {
  const Publication& publication;
  const Labels& labels;
};

// The field as citizens read it; nothing for one without a value. A reference to a page that is not public is left out.
std::optional<DisplayField> display_field(const Surveyor& surveyor, const pages::Page& page, const pages::Field& field);

// The link to a repository file as pages of `portal` give it; nothing where the snapshot has none or it may not be
// published.
std::optional<FileLink> file_link(const Snapshot& snapshot, const site::Portal& portal, const std::string& source,
                                  std::string_view name);

}  // namespace congbo::record
