// SPDX-License-Identifier: GPL-3.0-or-later
// Pages with parts: found as one, with the place of the answer.
#include "search/index.h"
#include "search/searcher.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

namespace congbo::search {
namespace {

SearchDocument page(const std::string& id, const std::string& title, const std::string& body) {
  SearchDocument document;
  document.id = id;
  document.address = "/" + id + ".html";
  document.language = "vi";
  document.title = title;
  document.type = document.type_label = "document";
  document.date = "2026-0" + std::to_string(1 + (id.back() - 'a')) + "-01";
  document.body = body;
  return document;
}

SearchDocument part_of(const SearchDocument& whole, int number, const std::string& body) {
  SearchDocument part = whole;
  part.title.clear();
  part.id += "#" + std::to_string(number);
  part.part = "tep.pdf, trang " + std::to_string(number);
  part.link = "/tep.pdf#page=" + std::to_string(number);
  part.body = body;
  return part;
}

std::vector<SearchDocument> documents() {
  std::vector<SearchDocument> all = {page("a", "Quy hoạch rừng phòng hộ", "Văn bản có phụ lục.")};
  all[0].group = "a@1";
  all.push_back(part_of(all[0], 1, "Danh mục tọa độ mốc giới rừng phòng hộ đầu nguồn."));
  all.push_back(part_of(all[0], 2, "Bảng giá bồi thường cây quế, cây hồi. Tọa độ mốc giới."));
  all.push_back(page("b", "Bồi thường khi thu hồi đất", "Giá bồi thường do tỉnh ban hành."));
  all.push_back(page("c", "Tuyển dụng", "Không có gì về việc này."));
  return all;
}

class Index {
 public:
  explicit Index(std::vector<SearchDocument> all) {
    REQUIRE(write_index({folder_.path(), 1, "r"}, all.size(), [&](std::size_t i) { return all[i]; }));
  }
  Answer ask(const std::string& text, SortOrder order = SortOrder::relevance) const {
    auto searcher = Searcher::open(folder_.path());
    REQUIRE(searcher);
    Query query;
    query.text = text;
    query.order = order;
    const auto answer = searcher->search(query);
    REQUIRE(answer);
    return *answer;
  }
  const std::string& folder() const { return folder_.path(); }

 private:
  test::TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("Words that only an attachment has find its page, and say where they stand", "[search][SEA-02]") {
  const Index index(documents());
  const Answer answer = index.ask("cay que");
  REQUIRE(answer.total == 1);
  CHECK(answer.hits[0].id == "a");
  CHECK(answer.hits[0].title == "Quy hoạch rừng phòng hộ");
  CHECK(answer.hits[0].part == "tep.pdf, trang 2");
  CHECK(answer.hits[0].part_address == "/tep.pdf#page=2");
  CHECK(answer.hits[0].part_snippet.find("<mark>cây quế</mark>") != std::string::npos);
}

TEST_CASE("A page and its parts are one result, and count once", "[search][SEA-04]") {
  const Index index(documents());
  for (const SortOrder order : {SortOrder::relevance, SortOrder::date}) {
    const Answer answer = index.ask("tọa độ mốc giới rừng phòng hộ", order);
    REQUIRE(answer.total == 1);
    CHECK(answer.hits.size() == 1);
    CHECK(answer.facets.at("type").front().count == 1);
    CHECK(answer.hits[0].part == "tep.pdf, trang 1");
  }
  const Answer everything = index.ask("");
  CHECK(everything.total == 3);
  CHECK(everything.hits.size() == 3);
  CHECK(everything.hits[2].part.empty());
}

TEST_CASE("What the page itself answers better leads to the page", "[search]") {
  const Index index(documents());
  const Answer answer = index.ask("quy hoạch rừng phòng hộ");
  REQUIRE(!answer.hits.empty());
  CHECK(answer.hits[0].id == "a");
  CHECK(answer.hits[0].part.empty());
}

TEST_CASE("Several databases with parts answer as one would", "[search][SEA-02]") {
  const std::vector<SearchDocument> all = documents();
  const Index whole(all);
  const test::TemporaryFolder first, second;
  REQUIRE(write_index({first.path(), 1, "r"}, 3, [&](std::size_t i) { return all[i]; }));
  REQUIRE(write_index({second.path(), 1, "r", {}, 3}, 2, [&](std::size_t i) { return all[3 + i]; }));
  auto searcher = Searcher::open_all({second.path(), first.path()});
  REQUIRE(searcher);
  for (const char* text : {"bồi thường cây quế", "mốc giới", "rừng phòng hộ", ""}) {
    INFO(text);
    Query query;
    query.text = text;
    const auto answer = searcher->search(query);
    REQUIRE(answer);
    const Answer expected = whole.ask(text);
    CHECK(answer->total == expected.total);
    REQUIRE(answer->hits.size() == expected.hits.size());
    for (std::size_t i = 0; i < expected.hits.size(); ++i) {
      CHECK(answer->hits[i].id == expected.hits[i].id);
      CHECK(answer->hits[i].part == expected.hits[i].part);
      CHECK(answer->hits[i].score == expected.hits[i].score);
    }
  }
}

TEST_CASE("Parts suggest nothing", "[search]") {
  const Index index(documents());
  auto searcher = Searcher::open(index.folder());
  REQUIRE(searcher);
  CHECK(searcher->suggest("te", "")->empty());
  CHECK(searcher->suggest("quy hoach", "")->size() == 1);
}

}  // namespace congbo::search
