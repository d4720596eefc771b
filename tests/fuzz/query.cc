// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a text, as a query and as a document: the analyzer, the plan, the snippet and a real index must stand
// them.
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

#include "search/analyzer.h"
#include "search/index.h"
#include "search/query_plan.h"
#include "search/searcher.h"
#include "search/snippet.h"

namespace {

using namespace congbo;
using namespace congbo::search;

SearchDocument document(std::size_t i) {
  SearchDocument page;
  page.id = std::to_string(i);
  page.title = i == 0 ? "Thủ tục đất đai" : "Quyết định";
  page.number = std::to_string(40 + i) + "/2012/QĐ-UBND";
  page.type = i % 2 == 0 ? "document" : "news";
  page.body = "Người dân nộp hồ sơ tại bộ phận một cửa.";
  return page;
}

Searcher open_index() {
  std::string folder = (std::filesystem::temp_directory_path() / "congbo-fuzz-XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr || !write_index({folder, 1, "fuzz"}, 10, document)) std::abort();
  auto searcher = Searcher::open(folder);
  std::error_code ignored;
  std::filesystem::remove_all(folder, ignored);  // the open file stays readable
  if (!searcher) std::abort();
  return std::move(*searcher);
}

void check_tokens(const std::string& text) {
  const auto tokens = tokenize(text);
  std::size_t before = 0;
  for (const Token& token : tokens) {
    if (token.begin < before || token.end <= token.begin || token.end > text.size() || token.folded.empty())
      std::abort();
    before = token.end;
  }
  number_terms(tokens);
}

void check_plan(const std::string& text) {
  const TermStatistics statistics{
      1000, [](const std::string& term) { return static_cast<std::uint32_t>(term.size() % 300); }};
  const auto plan = plan_query(text.substr(0, 200), statistics);
  if (plan) SnippetMaker(*plan).make(text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Searcher searcher = open_index();
  const std::string text(reinterpret_cast<const char*>(data), size);
  check_tokens(text);
  check_plan(text);
  Query query;
  query.text = text.substr(0, 400);
  query.type = size % 3 == 0 ? text : "";
  const auto answer = searcher.search(query);
  if (answer && answer->hits.size() > query.limit) std::abort();
  return 0;
}
