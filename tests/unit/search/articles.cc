// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/search/articles.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <sstream>

namespace congbo::search {
namespace {

std::vector<std::string> split(const std::string& line, char separator) {
  std::vector<std::string> parts;
  std::istringstream stream(line);
  for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
  return parts;
}

struct Closer {
  void operator()(std::FILE* file) const { pclose(file); }
};

std::string unpack(const std::string& file) {
  const std::unique_ptr<std::FILE, Closer> pipe(popen(("xz -dc '" + file + "'").c_str(), "r"));
  std::string text;
  char buffer[65536];
  for (std::size_t size; pipe && (size = std::fread(buffer, 1, sizeof buffer, pipe.get())) > 0;)
    text.append(buffer, size);
  return text;
}

// id, title, "kind number", kind, issuer, year, field, text
SearchDocument read_article(const std::vector<std::string>& row) {
  SearchDocument document;
  document.id = row[0];
  document.address = "/" + row[0] + ".html";
  document.portal = "main";
  document.language = "vi";
  document.title = row[1];
  const bool named = row[2].rfind(row[3] + " ", 0) == 0;
  document.number = named ? row[2].substr(row[3].size() + 1) : row[2];
  document.type = document.type_label = row[3];
  document.unit = document.unit_label = row[4];
  document.year = std::atoi(row[5].c_str());
  document.field = document.field_label = row[6];
  document.body = row[7];
  return document;
}

}  // namespace

std::string collection_folder() {
  const std::string folder = std::string(CONGBO_SOURCE_DIR) + "/../shared/data/search";
  return std::filesystem::exists(folder + "/articles-10000.tsv.xz") ? folder : std::string();
}

std::vector<SearchDocument> read_articles(const std::string& folder, std::size_t count) {
  std::vector<SearchDocument> documents;
  std::istringstream stream(unpack(folder + "/articles-10000.tsv.xz"));
  for (std::string line; (count == 0 || documents.size() < count) && std::getline(stream, line);) {
    const auto row = split(line, '\t');
    if (row.size() >= 8) documents.push_back(read_article(row));
  }
  return documents;
}

std::vector<JudgedQuery> read_queries(const std::string& folder, const std::string& file,
                                      const std::vector<SearchDocument>& documents) {
  std::set<std::string> known;
  for (const SearchDocument& document : documents) known.insert(document.id);
  std::vector<JudgedQuery> queries;
  std::ifstream stream(folder + "/" + file);
  for (std::string line; std::getline(stream, line);) {
    const auto row = split(line, '\t');
    if (row.size() < 3) continue;
    JudgedQuery query{row[1], {}};
    for (const std::string& id : split(row[2], ',')) {
      if (known.count(id) > 0) query.relevant.push_back(id);
    }
    if (!query.relevant.empty()) queries.push_back(query);
  }
  return queries;
}

}  // namespace congbo::search
