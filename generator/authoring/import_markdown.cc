// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/authoring/import_markdown.h"

#include <algorithm>
#include <optional>
#include <set>

#include "generator/base/nearest_name.h"
#include "generator/base/slug.h"
#include "generator/base/unicode.h"
#include "generator/formats/yaml.h"
#include "generator/pages/load.h"

namespace congbo::authoring {

namespace {

using formats::YamlNode;

std::string normalized(std::string text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  std::string lines;
  lines.reserve(text.size());
  for (const char c : text)
    if (c != '\r' && (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t')) lines += c;
  return to_nfc(lines);
}

std::string without_marks(std::string_view text) {
  std::string plain;
  for (const char c : text)
    if (c != '*') plain += c;
  const std::size_t begin = plain.find_first_not_of(" \t"), end = plain.find_last_not_of(" \t");
  return begin == std::string::npos ? std::string() : plain.substr(begin, end - begin + 1);
}

// What the foreign file says, by foreign name: front matter first, then rows «| **name** | value |» of its tables.
struct Foreign {
  std::map<std::string, std::string> values;
  std::map<std::string, Place> places;  // of the front matter's keys

  void add(const std::string& name, std::string value, const Place& place) {
    if (value.empty() || values.contains(name)) return;
    values[name] = std::move(value);
    if (place.line > 0) places[name] = place;
  }
};

void read_front_matter(const std::string& path, const pages::SplitFile& parts, Foreign& foreign, Diagnostics& found) {
  const YamlNode root = formats::parse_yaml(parts.front_matter, path, parts.front_matter_line, found);
  for (const auto& [key, value] : root.pairs) {
    std::string text = value.text;
    for (const YamlNode& item : value.items) text += (text.empty() ? "" : "; ") + item.text;
    foreign.add(key.text, std::move(text), {path, key.line, key.column, key.length});
    if (!foreign.places.contains(key.text)) foreign.places[key.text] = {path, key.line, key.column, key.length};
  }
}

void read_tables(std::string_view body, Foreign& foreign) {
  while (!body.empty()) {
    const std::size_t end = std::min(body.find('\n'), body.size());
    const std::string_view line = body.substr(0, end);
    body.remove_prefix(std::min(end + 1, body.size()));
    if (!line.starts_with("| **") && !line.starts_with("|**")) continue;
    const std::size_t first = line.find('|', 1), second = line.find('|', first + 1);
    if (first == std::string_view::npos || second == std::string_view::npos) continue;
    foreign.add(without_marks(line.substr(1, first - 1)), without_marks(line.substr(first + 1, second - first - 1)),
                {});
  }
}

// The body without a first heading that only repeats the title.
std::string_view without_title(std::string_view body) {
  const std::size_t start = body.find_first_not_of('\n');
  if (start == std::string_view::npos || !body.substr(start).starts_with("# ")) return body;
  const std::size_t end = body.find('\n', start);
  return end == std::string_view::npos ? std::string_view() : body.substr(end + 1);
}

class Importer {
 public:
  Importer(const ImportMapping& mapping, const site::Portal& portal, Diagnostics& found)
      : mapping_(mapping), portal_(portal), found_(found), type_(portal.types.at(mapping.type)) {}

  // Nothing of a file whose front matter is broken: once it is mended it can be imported whole.
  std::optional<ImportedItem> import(const ForeignFile& file) {
    const std::string text = normalized(file.bytes);
    const pages::SplitFile parts = pages::split_front_matter(text);
    Foreign foreign;
    Diagnostics mistakes;
    read_front_matter(file.path, parts, foreign, mistakes);
    const bool is_broken = mistakes.has_errors();
    found_.append(std::move(mistakes));
    if (is_broken) return std::nullopt;
    read_tables(parts.body, foreign);
    report_unmapped(foreign);
    std::map<std::string, std::string> ours = mapped(file.path, foreign, parts.body);
    report_missing(file.path, ours);
    const std::string name = file.path.substr(file.path.rfind('/') + 1);
    ImportedItem item{
        file.path, portal_.root + mapping_.section + "/" + slug(name.substr(0, name.rfind('.'))) + ".md", {}};
    item.text = written(ours) + std::string(without_title(parts.body));
    if (!item.text.ends_with('\n')) item.text += '\n';
    return item;
  }

 private:
  std::map<std::string, std::string> mapped(const std::string& path, const Foreign& foreign, std::string_view body) {
    std::map<std::string, std::string> ours;
    for (const auto& [key, names] : mapping_.keys)
      for (const std::string& name : names) {
        const auto value = foreign.values.find(name);
        if (value == foreign.values.end()) continue;
        const std::string good =
            converted(path, key, value->second, foreign.places.contains(name) ? foreign.places.at(name) : Place{path});
        if (!good.empty()) ours.emplace(key, good);
        if (!good.empty()) break;
      }
    guess_number(ours, body);
    guess_by_body(ours);
    for (const auto& [key, value] : mapping_.constants) ours[key] = value;
    for (const auto& [key, other] : mapping_.same_as)
      if (!ours.contains(key) && ours.contains(other)) ours[key] = ours[other];
    for (const auto& [key, value] : mapping_.defaults)
      if (ours.emplace(key, value).second) found_.add(note("import-default", {path, 1, 1}, {key, value}));
    return ours;
  }

  // A value as our schema wants it; empty (and reported) when it cannot be.
  std::string converted(const std::string& path, const std::string& key, const std::string& value, const Place& place) {
    const site::FieldSchema* field = type_.field(key);
    if (!field) return value;
    if (field->kind == site::Kind::date || field->kind == site::Kind::datetime) {
      std::string date = iso_date(value);
      if (date.empty()) found_.add(warning("import-date", place, {key, value}));
      return date;
    }
    if (field->kind == site::Kind::choice) return choice(path, *field, value, place);
    return value;
  }

  std::string choice(const std::string& path, const site::FieldSchema& field, const std::string& value,
                     const Place& place) {
    const auto table = mapping_.values.find(field.key);
    if (table != mapping_.values.end())
      for (const auto& [foreign, ours] : table->second)
        if (fold(value).find(foreign) != std::string::npos) return ours;
    const auto vocabulary = portal_.vocabularies.find(field.vocabulary);
    if (vocabulary != portal_.vocabularies.end())
      for (const site::Term& term : vocabulary->second.terms)
        if (term.id == slug(value) || fold(term.label.in("vi")) == fold(value)) return term.id;
    found_.add(warning("import-value", place.line > 0 ? place : Place{path}, {field.key, value}));
    return {};
  }

  void guess_number(std::map<std::string, std::string>& ours, std::string_view body) const {
    const std::string& key = mapping_.number_in_title;
    if (!key.empty() && !ours.contains(key)) {
      std::string number = find_document_number(ours.contains("title") ? ours["title"] : std::string());
      if (number.empty()) number = find_document_number(body);
      if (!number.empty()) ours[key] = number;
    }
    if (mapping_.form_of_number.empty() || ours.contains(mapping_.form_of_number) || !ours.contains(key)) return;
    if (const std::string form = form_by_symbol(ours[key]); !form.empty()) ours[mapping_.form_of_number] = form;
  }

  void guess_by_body(std::map<std::string, std::string>& ours) const {
    const std::string number =
        ours.contains(mapping_.number_in_title) ? fold(ours[mapping_.number_in_title]) : std::string();
    const std::string body = number.substr(number.find_last_of("-/") + 1);
    for (const auto& [key, bodies] : mapping_.by_body)
      if (const auto found = bodies.find(body); found != bodies.end()) ours.emplace(key, found->second);
  }

  // Decree 30/2020, annex III, and the legal normative documents.
  static std::string form_by_symbol(const std::string& number) {
    static const std::vector<std::pair<std::string_view, std::string_view>> forms = {
        {"/nd-", "nghi-dinh"}, {"/ttlt-", "thong-tu-lien-tich"},
        {"/tt-", "thong-tu"},  {"/qd-", "quyet-dinh"},
        {"/nq", "nghi-quyet"}, {"/qh", "luat"},
        {"/ct-", "chi-thi"},   {"/pl-", "phap-lenh"}};
    const std::string folded = fold(number);
    for (const auto& [symbol, form] : forms)
      if (folded.find(symbol) != std::string::npos) return std::string(form);
    return {};
  }

  void report_unmapped(const Foreign& foreign) {
    std::set<std::string> known(mapping_.ignore.begin(), mapping_.ignore.end());
    for (const auto& [key, names] : mapping_.keys) known.insert(names.begin(), names.end());
    for (const auto& [name, place] : foreign.places)
      if (!known.contains(name)) found_.add(note("import-key-unmapped", place, {name}));
  }

  void report_missing(const std::string& path, const std::map<std::string, std::string>& ours) {
    if (!ours.contains("title")) found_.add(warning("import-missing", {path, 1, 1}, {"title"}));
    for (const site::FieldSchema& field : type_.fields)
      if (field.required && !ours.contains(field.key)) found_.add(warning("import-missing", {path, 1, 1}, {field.key}));
  }

  // Common keys first, then the type's in its order.
  std::string written(const std::map<std::string, std::string>& ours) const {
    std::string text = "---\n";
    if (ours.contains("title")) text += line("title", ours.at("title"));
    const auto usual = portal_.section_types.find(mapping_.section);
    if (usual == portal_.section_types.end() || usual->second != mapping_.type) text += line("type", mapping_.type);
    for (const auto& [key, value] : ours)
      if (key != "title" && !type_.field(key)) text += line(key, value);
    for (const site::FieldSchema& field : type_.fields)
      if (ours.contains(field.key)) text += line(field.key, ours.at(field.key));
    return text + "---\n";
  }

  static std::string line(const std::string& key, const std::string& value) {
    return key + ": " + formats::yaml_scalar(value) + "\n";
  }

  const ImportMapping& mapping_;
  const site::Portal& portal_;
  Diagnostics& found_;
  const site::ContentType& type_;
};

}  // namespace

std::vector<ImportedItem> import_markdown(const std::vector<ForeignFile>& files, const ImportMapping& mapping,
                                          const site::Portal& portal, Diagnostics& found) {
  std::vector<ImportedItem> items;
  if (!portal.types.contains(mapping.type)) {
    std::vector<std::string> known;
    for (const auto& [id, type] : portal.types) known.push_back(id);
    found.add(error("type-unknown", {}, {mapping.type}, nearest_name(mapping.type, known)));
    return items;
  }
  Importer importer(mapping, portal, found);
  std::set<std::string> paths;
  for (const ForeignFile& file : files) {
    if (const std::optional<std::size_t> bad = first_invalid_utf8(file.bytes)) {
      found.add(error("import-not-text", {file.path, 1, 1}, {std::to_string(*bad)}));
      continue;
    }
    std::optional<ImportedItem> item = importer.import(file);
    if (!item) continue;
    if (paths.insert(item->path).second)
      items.push_back(*std::move(item));
    else
      found.add(error("file-exists", {file.path, 1, 1}, {item->path}));
  }
  return items;
}

}  // namespace congbo::authoring
