// SPDX-License-Identifier: GPL-3.0-or-later
// How well the judged questions are answered, in every dressing: ./dev bench quality [--format json].
//   search_quality COLLECTION [--format json]
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <map>
#include <string>

#include "generator/base/file_system.h"
#include "generator/base/unicode.h"
#include "generator/formats/json.h"
#include "search/index.h"
#include "search/searcher.h"
#include "tests/search/dressings.h"
#include "tests/unit/search/articles.h"

namespace congbo::search {
namespace {

struct Figures {
  double ndcg = 0, mrr = 0, first = 0, ten = 0, empty = 0;
};

void judge(const JudgedQuery& judged, const std::vector<Hit>& hits, Figures& sum) {
  const auto gain = [](std::size_t rank) { return 1 / std::log2(static_cast<double>(rank) + 2); };
  double dcg = 0, ideal = 0;
  for (std::size_t i = 0; i < std::min<std::size_t>(10, hits.size()); ++i) {
    if (std::find(judged.relevant.begin(), judged.relevant.end(), hits[i].id) == judged.relevant.end()) continue;
    if (dcg == 0) {
      sum.mrr += 1 / (static_cast<double>(i) + 1);
      sum.ten += 1;
      sum.first += i == 0;
    }
    dcg += gain(i);
  }
  for (std::size_t i = 0; i < std::min<std::size_t>(10, judged.relevant.size()); ++i) ideal += gain(i);
  sum.ndcg += dcg / ideal;
  sum.empty += hits.empty();
}

using Dressing = std::pair<const char*, std::function<std::string(const std::string&)>>;

const std::vector<Dressing>& dressings() {
  static const std::vector<Dressing> all = {
      {"as written", [](const std::string& text) { return text; }},
      {"no diacritics", folded},
      {"decomposed", decomposed},
      {"other tones", [](const std::string& text) { return place_tones(text, TonePlacement::new_style); }},
      {"capitals", [](const std::string& text) { return to_upper(text); }},
      {"one typo", with_typo},
      {"abbreviated", abbreviated}};
  return all;
}

Figures measure(Searcher& searcher, const std::vector<JudgedQuery>& queries, const Dressing& dressing) {
  Figures sum;
  for (const JudgedQuery& judged : queries) {
    Query query;
    query.text = dressing.second(judged.text);
    if (const auto answer = searcher.search(query)) judge(judged, answer->hits, sum);
  }
  const double count = static_cast<double>(std::max<std::size_t>(1, queries.size()));
  return {sum.ndcg / count, sum.mrr / count, sum.first / count, sum.ten / count, sum.empty / count};
}

using Table = std::map<std::string, std::map<std::string, Figures>>;  // file, dressing

Table measure_all(Searcher& searcher, const std::string& collection, const std::vector<SearchDocument>& documents) {
  Table table;
  for (const char* file : {"questions", "titles", "typos", "numbers-exact", "numbers-dash", "numbers-nod_lower",
                           "numbers-nozero", "numbers-spaces"}) {
    const auto queries = read_queries(collection, std::string(file) + ".tsv", documents);
    for (const Dressing& dressing : dressings()) table[file][dressing.first] = measure(searcher, queries, dressing);
  }
  return table;
}

void print_table(const Table& table) {
  std::printf("%-18s %-14s %8s %8s %8s %8s %8s\n", "", "", "nDCG@10", "MRR", "S@1", "S@10", "empty");
  for (const auto& [file, rows] : table)
    for (const Dressing& dressing : dressings()) {
      const Figures& one = rows.at(dressing.first);
      std::printf("%-18s %-14s %8.3f %8.3f %8.3f %8.3f %8.3f\n", file.c_str(), dressing.first, one.ndcg, one.mrr,
                  one.first, one.ten, one.empty);
    }
}

void print_json(Table& table) {
  double titles = 1, numbers = 1;
  for (const char* dressing : {"as written", "no diacritics", "decomposed", "other tones", "capitals"})
    titles = std::min(titles, table["titles"][dressing].first);
  for (const auto& [file, rows] : table)
    if (file.starts_with("numbers-")) numbers = std::min(numbers, rows.at("as written").first);
  std::printf(
      "{\"questions\": {\"ndcg10\": %.4f, \"ndcg10_plain\": %.4f}, \"titles\": {\"s1\": %.4f}, "
      "\"typos\": {\"s10\": %.4f}, \"numbers\": {\"s1\": %.4f}}\n",
      table["questions"]["as written"].ndcg, table["questions"]["no diacritics"].ndcg, titles,
      table["typos"]["as written"].ten, numbers);
}

int run(const std::string& collection, bool json) {
  const auto documents = read_articles(collection);
  if (documents.empty()) return 1;
  const std::string folder = std::filesystem::temp_directory_path().string() + "/congbo-quality-index";
  std::filesystem::remove_all(folder);
  IndexRequest request{folder, 0, "r1"};
  Diagnostics found;
  const auto shipped = real_file_system()->read(std::string(CONGBO_SOURCE_DIR) + "/generator/site/shipped/search.yaml");
  if (shipped) read_vocabulary(*shipped, "search.yaml", request.vocabulary, found);
  if (!write_index(request, documents.size(), [&](std::size_t i) { return documents[i]; })) return 1;
  auto searcher = Searcher::open(folder);
  if (!searcher) return 1;
  Table table = measure_all(*searcher, collection, documents);
  std::filesystem::remove_all(folder);
  if (json)
    print_json(table);
  else
    print_table(table);
  return 0;
}

}  // namespace
}  // namespace congbo::search

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  const bool json = argc > 3 && std::string(argv[2]) == "--format" && std::string(argv[3]) == "json";
  return congbo::search::run(argv[1], json);
}
