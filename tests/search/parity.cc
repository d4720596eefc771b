// SPDX-License-Identifier: GPL-3.0-or-later
// Writes what tests/search/parity.js compares: the index of 10,000 real articles as static files, and what the server's
// own search answers to the judged queries in eight dressings.
//   search_parity COLLECTION OUT [DOCUMENTS] [QUERIES]
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "generator/base/content_hash.h"
#include "generator/base/file_system.h"
#include "generator/base/unicode.h"
#include "generator/formats/json.h"
#include "search/analyzer.h"
#include "search/index.h"
#include "search/searcher.h"
#include "search/static_index.h"
#include "tests/search/dressings.h"
#include "tests/unit/search/articles.h"

namespace congbo::search {
namespace {

namespace fs = std::filesystem;

std::string first_words(const std::string& text) {
  std::size_t space = 0;
  for (int i = 0; i < 3 && space != std::string::npos; ++i) space = text.find(' ', space + 1);
  return text.substr(0, space);
}

std::vector<Query> dressed(const std::string& text, std::size_t number) {
  std::vector<Query> queries(8);
  const std::string forms[8] = {
      text,           folded(text),    decomposed(text),  place_tones(text, TonePlacement::new_style),
      to_upper(text), with_typo(text), abbreviated(text), "\"" + first_words(text) + "\""};
  for (std::size_t i = 0; i < 8; ++i) queries[i].text = forms[i];
  // Some with filters, in order of dates, or as they were typed.
  if (number % 3 == 0) queries[1].year = Choices{"2015", "2016", "2018"};
  if (number % 3 == 1) queries[1].type = Choices{"Nghị định", "Thông tư"};
  if (number % 5 == 0) queries[2].order = SortOrder::date;
  if (number % 2 == 0) queries[5].spelling = Spelling::as_written;
  return queries;
}

void write_ids(formats::JsonWriter& json, const char* name, const Choices& ids) {
  if (ids.empty()) return;
  json.key(name).begin_array();
  for (const std::string& id : ids) json.value(id);
  json.end_array();
}

// One line: the question, the top hundred with their scores, how many there are, the counts of the types.
std::string line_of(Searcher& searcher, Query query) {
  formats::JsonWriter json;
  json.begin_object().key("text").value(query.text);
  for (const FacetName& facet : facet_names) write_ids(json, facet.name, query.*facet.choices);
  if (query.order == SortOrder::date) json.key("sort").value("date");
  if (query.spelling == Spelling::as_written) json.key("exact").value(true);
  query.limit = 50;
  std::string order, facets, corrected;
  std::size_t total = 0;
  for (query.offset = 0; query.offset < 100; query.offset += 50) {
    const auto answer = searcher.search(query);
    if (!answer) {
      order = answer.error().code;
      break;
    }
    for (const Hit& hit : answer->hits) {
      char score[40];
      std::snprintf(score, sizeof score, ":%.6f ", hit.score);
      order += hit.id + score;
    }
    total = answer->total;
    corrected = answer->corrected;
    facets.clear();
    for (const FacetName& facet : facet_names)
      for (const FacetValue& value : answer->facets.at(facet.name))
        facets += value.id + "=" + std::to_string(value.count) + ";";
  }
  json.key("order").value(order).key("total").value(total).key("corrected").value(corrected);
  json.key("counted").value(facets).end_object();
  return json.take() + "\n";
}

void write_tokens(const std::vector<SearchDocument>& documents, const std::string& file) {
  std::ofstream out(file, std::ios::binary);
  for (const SearchDocument& document : documents) {
    std::string all;
    const auto tokens = tokenize(document.title + "\n" + document.body);
    for (const Token& token : tokens) all += (token.clause_start ? "|" : " ") + token.folded + "=" + token.exact;
    for (const std::string& number : number_terms(tokens)) all += "#" + number;
    out << sha256_hex(all) << "\n";
  }
}

void write_texts(const std::vector<SearchDocument>& documents, const std::string& file) {
  std::ofstream out(file, std::ios::binary);
  for (const SearchDocument& document : documents) {
    formats::JsonWriter json;
    json.value(document.title + "\n" + document.body);
    out << json.take() << "\n";
  }
}

int run(const std::string& collection, const std::string& out, std::size_t count, std::size_t most_queries) {
  const auto documents = read_articles(collection, count);
  fs::create_directories(out + "/index");
  IndexRequest request{out + "/index", 0, "r1"};
  Diagnostics found;
  const auto shipped = real_file_system()->read(std::string(CONGBO_SOURCE_DIR) + "/generator/site/shipped/search.yaml");
  if (shipped) read_vocabulary(*shipped, "search.yaml", request.vocabulary, found);
  if (!write_index(request, documents.size(), [&](std::size_t i) { return documents[i]; })) return 1;
  const auto disk = real_file_system();
  const StaticSink sink = [&](const StaticFile& file) { return disk->write(out + "/search/" + file.path, file.bytes); };
  if (!export_static({out + "/index", "r1", "", false}, sink)) return 1;
  auto searcher = Searcher::open(out + "/index");
  if (!searcher) return 1;
  std::ofstream answers(out + "/answers.jsonl", std::ios::binary);
  std::size_t number = 0;
  for (const char* file : {"questions", "titles", "typos", "short", "numbers-exact", "numbers-nod_lower",
                           "numbers-spaces", "numbers-partial"}) {
    std::ifstream stream(collection + "/" + file + ".tsv");
    std::size_t here = 0;
    for (std::string line; std::getline(stream, line) && here < most_queries; ++here) {
      const std::size_t tab = line.find('\t');
      const std::string text = line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1);
      for (const Query& query : dressed(text, number++)) answers << line_of(*searcher, query);
    }
  }
  write_tokens(documents, out + "/tokens.txt");
  write_texts(documents, out + "/texts.jsonl");
  return 0;
}

}  // namespace
}  // namespace congbo::search

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const std::size_t documents = argc > 3 ? std::strtoul(argv[3], nullptr, 10) : 0;
  const std::size_t queries = argc > 4 ? std::strtoul(argv[4], nullptr, 10) : 100'000;
  return congbo::search::run(argv[1], argv[2], documents, queries);
}
