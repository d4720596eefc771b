// SPDX-License-Identifier: GPL-3.0-or-later
// The ranking on 10,000 real articles. Thresholds stand a little below what was measured, so a change that costs
// quality is seen at once. `test_search "[measure]"` prints the figures and the time and memory of indexing.
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <iostream>

#include "search/analyzer.h"
#include "search/index.h"
#include "search/searcher.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/search/articles.h"

namespace congbo::search {
namespace {

struct Figures {
  double first = 0, within_ten = 0, ndcg = 0, milliseconds = 0;
  std::size_t queries = 0;
};

double gain(std::size_t rank) {
  return 1 / std::log2(static_cast<double>(rank) + 2);
}

void judge(const JudgedQuery& query, const std::vector<Hit>& hits, Figures& sum) {
  double dcg = 0, ideal = 0;
  for (std::size_t i = 0; i < hits.size() && i < 10; ++i) {
    const bool relevant = std::find(query.relevant.begin(), query.relevant.end(), hits[i].id) != query.relevant.end();
    if (!relevant) continue;
    if (dcg == 0) sum.within_ten += 1;
    if (i == 0) sum.first += 1;
    dcg += gain(i);
  }
  for (std::size_t i = 0; i < query.relevant.size() && i < 10; ++i) ideal += gain(i);
  sum.ndcg += dcg / ideal;
}

std::string without_diacritics(const std::string& text) {
  std::string plain;
  for (const Token& token : tokenize(text)) plain += (plain.empty() ? "" : " ") + token.folded;
  return plain;
}

enum class Dress { as_written, no_diacritics };

Figures measure(Searcher& searcher, const std::vector<JudgedQuery>& queries, Dress dress = Dress::as_written) {
  Figures figures;
  const auto begin = std::chrono::steady_clock::now();
  for (const JudgedQuery& judged : queries) {
    Query query;
    query.text = dress == Dress::as_written ? judged.text : without_diacritics(judged.text);
    const auto answer = searcher.search(query);
    if (answer) judge(judged, answer->hits, figures);
  }
  const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - begin;
  const double count = static_cast<double>(std::max<std::size_t>(1, queries.size()));
  figures = {figures.first / count, figures.within_ten / count, figures.ndcg / count, time.count() / count,
             queries.size()};
  return figures;
}

bool skip_without_collection() {
  if (!collection_folder().empty()) return false;
  const char* ci = std::getenv("CI");
  if (ci != nullptr && std::string(ci) == "true") FAIL("the search collection is absent");
  WARN("skipped: the search collection is absent");
  return true;
}

}  // namespace

TEST_CASE("Titles, document numbers and questions find their articles", "[SEA-02][DOC-02][evaluation]") {
  if (skip_without_collection()) return;
  const std::string folder = collection_folder();
  const auto documents = read_articles(folder);
  const test::TemporaryFolder index;
  REQUIRE(write_index({index.path(), 0, "r1"}, documents.size(), [&](std::size_t i) { return documents[i]; }));
  auto searcher = Searcher::open(index.path());
  REQUIRE(searcher);

  for (const Dress dress : {Dress::as_written, Dress::no_diacritics}) {
    CHECK(measure(*searcher, read_queries(folder, "titles.tsv", documents), dress).first > 0.93);
    CHECK(measure(*searcher, read_queries(folder, "questions.tsv", documents), dress).ndcg > 0.76);
  }
  for (const char* form : {"exact", "dash", "nod_lower", "nozero", "spaces"}) {
    INFO(form);
    const auto queries = read_queries(folder, std::string("numbers-") + form + ".tsv", documents);
    CHECK(measure(*searcher, queries).first == 1.0);
  }
}

TEST_CASE("Figures of the ranking and of indexing", "[.][measure]") {
  if (skip_without_collection()) return;
  const std::string folder = collection_folder();
  const auto documents = read_articles(folder);
  rusage before{}, after{};
  for (const unsigned jobs : {1u, 2u}) {
    const test::TemporaryFolder index;
    getrusage(RUSAGE_SELF, &before);
    const auto begin = std::chrono::steady_clock::now();
    const auto report =
        write_index({index.path(), jobs, "r1"}, documents.size(), [&](std::size_t i) { return documents[i]; });
    const std::chrono::duration<double> time = std::chrono::steady_clock::now() - begin;
    getrusage(RUSAGE_SELF, &after);
    REQUIRE(report);
    std::printf("%u jobs: %.2f s, user %ld s, +%ld MiB, index %.1f MB\n", jobs, time.count(),
                after.ru_utime.tv_sec - before.ru_utime.tv_sec, (after.ru_maxrss - before.ru_maxrss) / 1024,
                static_cast<double>(report->bytes) / 1e6);
    if (jobs == 1) continue;
    auto searcher = Searcher::open(index.path());
    REQUIRE(searcher);
    for (const char* file : {"questions", "titles", "typos", "short", "numbers-exact", "numbers-dash",
                             "numbers-nod_lower", "numbers-nozero", "numbers-spaces", "numbers-partial"}) {
      const auto queries = read_queries(folder, std::string(file) + ".tsv", documents);
      for (const Dress dress : {Dress::as_written, Dress::no_diacritics}) {
        const Figures figures = measure(*searcher, queries, dress);
        std::printf("%-18s n=%-4zu S@1 %.3f S@10 %.3f nDCG@10 %.3f  %.1f ms\n", file, figures.queries, figures.first,
                    figures.within_ten, figures.ndcg, figures.milliseconds);
      }
    }
  }
}

}  // namespace congbo::search
