// SPDX-License-Identifier: GPL-3.0-or-later
// Open data: what a portal lists, by content type, for other programs. Only values of records that everyone may see.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "generator/record/side_files.h"

namespace congbo::feeds {

// One column of a CSV file.
struct DataColumn {
  enum class Shows { common, machine, name, part, validity };
  std::string name;
  Shows shows = Shows::common;
  const site::FieldSchema* field = nullptr;  // null for the common ones
  const site::FieldSchema* part = nullptr;   // of an object
};

// The common columns (id, url, title, language, date, updated, unit, unit_name, category, category_name, tags,
// summary), then those of the type's own fields: an object gives one for each of its keys ("period.from"), a term, unit
// or reference a second one with its name in words ("kind_name"). A key that is a common column's too is "own.<key>".
// Types whose items can be in force end with "validity", which is computed: "pending", "in-force", "partly", "ended".
std::vector<DataColumn> data_columns(const site::ContentType& type);

// RFC 4180 in UTF-8 with a byte order mark, one row an item; see formats::CsvWriter for formulas. Lists are joined with
// "; ".
std::string data_csv(const record::Publication& publication, const record::DataSet& set);
// {"set", "title", "publisher", "licence", "count", "items": […]}: the same values with their structure.
std::string data_json(const record::Publication& publication, const record::DataSet& set);
// Name, labels, kind, terms and CSV columns of every field.
std::string data_dictionary(const record::Publication& publication, const record::DataSet& set);
// The columns of data_csv() as a Frictionless Table Schema: name, type, title, ids of closed vocabularies.
std::string data_schema(const record::DataSet& set);
// All sets of a portal as a DCAT catalogue (JSON-LD).
std::string data_catalogue(const record::Publication& publication, const site::Portal& portal);

}  // namespace congbo::feeds
