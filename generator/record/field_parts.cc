// SPDX-License-Identifier: GPL-3.0-or-later
// Lists and objects with their parts kept apart.
#include <algorithm>
#include <utility>

#include "generator/record/field_value.h"

namespace congbo::record {

namespace {

using pages::Value;
using site::FieldSchema;
using site::Kind;

class PartsReader {
 public:
  PartsReader(const Surveyor& surveyor, const pages::Page& page) : surveyor_(surveyor), page_(page) {}

  FieldParts read(const FieldSchema& schema, const Value& value) const {
    const auto* list = std::get_if<pages::List>(&value.data);
    if (list && !schema.fields.empty()) {
      const FieldSchema& element = schema.fields.front();
      return element.kind == Kind::object ? table(element, *list) : values(element, *list);
    }
    const auto* object = std::get_if<pages::Object>(&value.data);
    if (object && phrase_of(page_, schema).empty()) return parts(schema, *object);
    return {};
  }

 private:
  FieldParts values(const FieldSchema& element, const pages::List& list) const {
    FieldParts found;
    if (element.kind != Kind::text && element.kind != Kind::markdown && element.kind != Kind::reference) return found;
    for (const Value& value : list)
      if (DisplayField shown = shown_value(surveyor_, page_, element, value, {}); !shown.text.empty())
        found.rows.push_back({std::move(shown)});
    if (found.rows.size() > 1) found.shape = FieldParts::Shape::values;
    return found;
  }

  FieldParts parts(const FieldSchema& schema, const pages::Object& object) const {
    FieldParts found;
    std::vector<DisplayField> cells = cells_of(schema, object);
    std::erase_if(cells, [](const DisplayField& cell) { return cell.text.empty(); });
    if (cells.size() < 2) return found;
    found.shape = FieldParts::Shape::parts;
    found.rows.push_back(std::move(cells));
    return found;
  }

  // A column that is empty in every row is left out, and so is the name of a file beside the file.
  FieldParts table(const FieldSchema& element, const pages::List& list) const {
    FieldParts found;
    for (const Value& value : list)
      if (const auto* object = std::get_if<pages::Object>(&value.data))
        found.rows.push_back(cells_of(element, *object));
    if (found.rows.empty()) return found;
    const auto has = [&](std::size_t column, auto holds) {
      return std::any_of(found.rows.begin(), found.rows.end(),
                         [&](const std::vector<DisplayField>& row) { return holds(row[column]); });
    };
    bool files = false;
    for (std::size_t at = 0; at < found.rows.front().size(); ++at)
      files = files || has(at, [](const DisplayField& cell) { return !cell.files.empty(); });
    for (std::size_t at = found.rows.front().size(); at-- > 0;) {
      const bool named_twice = files && is_title(found.rows.front()[at].key);
      if (!named_twice && has(at, [](const DisplayField& cell) { return !cell.text.empty(); })) continue;
      for (std::vector<DisplayField>& row : found.rows) row.erase(row.begin() + static_cast<std::ptrdiff_t>(at));
    }
    for (const DisplayField& cell : found.rows.front()) found.columns.push_back(cell.label);
    if (found.columns.size() > 1) found.shape = FieldParts::Shape::table;
    if (found.columns.size() == 1) found.shape = FieldParts::Shape::values;
    return found;
  }

  // A cell for every key that may be shown, in the schema's order.
  std::vector<DisplayField> cells_of(const FieldSchema& schema, const pages::Object& object) const {
    std::vector<DisplayField> cells;
    static const Value nothing;
    const std::string title = title_within(object);
    for (const FieldSchema& part : schema.fields) {
      if (!part.shown) continue;
      const auto same = [&](const pages::Member& member) { return member.first == part.key; };
      const auto at = std::find_if(object.begin(), object.end(), same);
      cells.push_back(shown_value(surveyor_, page_, part, at == object.end() ? nothing : at->second, title));
    }
    return cells;
  }

  const Surveyor& surveyor_;
  const pages::Page& page_;
};

}  // namespace

FieldParts field_parts(const Surveyor& surveyor, const pages::Page& page, const pages::Field& field) {
  if (!field.schema || !field.schema->shown) return {};
  return PartsReader(surveyor, page).read(*field.schema, field.value);
}

}  // namespace congbo::record
