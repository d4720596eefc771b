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
// An object is said by the interface string "phrase.<key>" where there is one (phrase.h), else as «label: value» pairs.
std::optional<DisplayField> display_field(const Surveyor& surveyor, const pages::Page& page, const pages::Field& field);

// A list or an object with its parts kept apart, for tables and lists. A part without a value keeps its label in a
// table (its cell is empty) and is left out elsewhere.
struct FieldParts {
  enum class Shape {
    whole,   // nothing to keep apart: the text says it
    values,  // a list of texts or references: a row with one cell each
    parts,   // an object without a phrase: one row, a cell with a label for each key
    table,   // a list of objects: a row each, its cells below `columns`
  };
  Shape shape = Shape::whole;
  std::vector<std::string> columns;
  std::vector<std::vector<DisplayField>> rows;
};
FieldParts field_parts(const Surveyor& surveyor, const pages::Page& page, const pages::Field& field);

// The link to a repository file as pages of `portal` give it; nothing where the snapshot has none or it may not be
// published.
std::optional<FileLink> file_link(const Snapshot& snapshot, const site::Portal& portal, const std::string& source,
                                  std::string_view name);

}  // namespace congbo::record
