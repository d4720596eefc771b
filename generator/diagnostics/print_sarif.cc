// SPDX-License-Identifier: GPL-3.0-or-later
// SARIF 2.1.0 (OASIS), as code-scanning services read it: one run, the rules that were met, and a result for each
// diagnostic.
#include <algorithm>
#include <string>
#include <vector>

#include "generator/base/html_escape.h"
#include "generator/diagnostics/printers.h"
#include "generator/formats/json.h"

namespace congbo::diagnostics {
namespace {

using formats::JsonWriter;

constexpr std::size_t most_arguments = 8;

std::vector<std::string> codes_met(const Diagnostics& found) {
  std::vector<std::string> codes;
  for (const Diagnostic& one : found.all()) codes.push_back(one.code);
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  return codes;
}

void write_text(JsonWriter& json, std::string_view name, std::string_view text) {
  json.key(name).begin_object().key("text").value(text).end_object();
}

void write_rule(JsonWriter& json, const std::string& code, Language language) {
  json.begin_object().key("id").value(code);
  if (const CatalogueRow* row = find_row(code)) {
    // The rule's words are read without a case at hand.
    const Diagnostic any = error(code, {}, std::vector<std::string>(most_arguments, "…"));
    write_text(json, "shortDescription", message(any, language));
    const std::string_view more = language == Language::vietnamese ? row->explain_vi : row->explain_en;
    if (!more.empty()) write_text(json, "fullDescription", more);
    const std::string help = hint(any, language);
    if (!help.empty()) write_text(json, "help", help);
  }
  json.end_object();
}

void write_driver(JsonWriter& json, const std::vector<std::string>& codes, Language language) {
  json.key("tool").begin_object().key("driver").begin_object();
  json.key("name").value("congbo");
  json.key("language").value(language == Language::vietnamese ? "vi" : "en");
  json.key("rules").begin_array();
  for (const std::string& code : codes) write_rule(json, code, language);
  json.end_array();
  json.end_object().end_object();
}

void write_region(JsonWriter& json, const Place& where) {
  json.key("region").begin_object().key("startLine").value(where.line);
  if (where.column > 0) {
    json.key("startColumn").value(where.column);
    json.key("endColumn").value(where.column + std::max(where.length, 1));
  }
  json.end_object();
}

void write_locations(JsonWriter& json, const Place& where) {
  json.key("locations").begin_array();
  if (!where.file.empty()) {
    const bool absolute = where.file.front() == '/';
    json.begin_object().key("physicalLocation").begin_object();
    json.key("artifactLocation").begin_object();
    json.key("uri").value((absolute ? "file://" : "") + url_encode_path(where.file));
    if (!absolute) json.key("uriBaseId").value("%SRCROOT%");
    json.end_object();
    if (where.line > 0) write_region(json, where);
    json.end_object().end_object();
  }
  json.end_array();
}

void write_result(JsonWriter& json, const Diagnostic& one, const std::vector<std::string>& codes, Language language) {
  const auto rule = std::lower_bound(codes.begin(), codes.end(), one.code) - codes.begin();
  const std::string advice = hint(one, language);
  std::string text = message(one, language);
  if (!advice.empty()) text.append("\n").append(hint_word(language)).append(": ").append(advice);
  json.begin_object();
  json.key("ruleId").value(one.code);
  json.key("ruleIndex").value(static_cast<std::int64_t>(rule));
  json.key("level").value(severity_name(one.severity));  // SARIF has the same three words
  write_text(json, "message", text);
  write_locations(json, one.where);
  json.end_object();
}

}  // namespace

std::string print_sarif(const Diagnostics& found, const PrintOptions& options) {
  const std::vector<std::string> codes = codes_met(found);
  JsonWriter json(JsonWriter::Layout::indented);
  json.begin_object();
  json.key("$schema").value("https://json.schemastore.org/sarif-2.1.0.json");
  json.key("version").value("2.1.0");
  json.key("runs").begin_array().begin_object();
  write_driver(json, codes, options.language);
  json.key("columnKind").value("unicodeCodePoints");
  json.key("results").begin_array();
  for (const Diagnostic& one : found.all()) write_result(json, one, codes, options.language);
  json.end_array();
  json.end_object().end_array();
  json.end_object();
  return json.take() + "\n";
}

}  // namespace congbo::diagnostics
