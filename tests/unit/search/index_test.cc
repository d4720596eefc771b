// SPDX-License-Identifier: GPL-3.0-or-later
// Writing an index and asking it, on small sets of documents made here.
#include "search/index.h"

#include <fstream>
#include <iterator>
#include <set>

#include "search/searcher.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

namespace congbo::search {
namespace {

SearchDocument make(const std::string& id, const std::string& title, const std::string& body = {}) {
  SearchDocument document;
  document.id = id;
  document.address = "/" + id + ".html";
  document.portal = "main";
  document.language = "vi";
  document.title = title;
  document.body = body;
  return document;
}

Searcher index_of(const test::TemporaryFolder& folder, const std::vector<SearchDocument>& documents,
                  unsigned jobs = 1) {
  REQUIRE(write_index({folder.path(), jobs, "r7"}, documents.size(), [&](std::size_t i) { return documents[i]; }));
  auto searcher = Searcher::open(folder.path());
  REQUIRE(searcher);
  return std::move(*searcher);
}

Answer ask(Searcher& searcher, Query query) {
  auto answer = searcher.search(query);
  REQUIRE(answer);
  return *answer;
}

Query text(const std::string& words) {
  Query query;
  query.text = words;
  return query;
}

std::string ids(const Answer& answer) {
  std::string joined;
  for (const Hit& hit : answer.hits) joined += (joined.empty() ? "" : " ") + hit.id;
  return joined;
}

std::string facet(const Answer& answer, const std::string& name) {
  std::string joined;
  for (const FacetValue& value : answer.facets.at(name)) {
    joined += (joined.empty() ? "" : " ") + value.label + ":" + std::to_string(value.count);
  }
  return joined;
}

// Six documents of two types, two units and three years.
std::vector<SearchDocument> decisions() {
  std::vector<SearchDocument> documents;
  for (int i = 0; i < 6; ++i) {
    SearchDocument document = make("d" + std::to_string(i), "Quyết định đất đai " + std::to_string(i));
    document.type = i < 4 ? "document" : "news";
    document.type_label = i < 4 ? "Văn bản" : "Tin tức";
    document.unit = i % 2 == 0 ? "stnmt" : "ubnd";
    document.unit_label = i % 2 == 0 ? "Sở Tài nguyên" : "UBND tỉnh";
    document.year = 2020 + i % 3;
    document.date = std::to_string(2020 + i % 3) + "-03-0" + std::to_string(i + 1);
    documents.push_back(document);
  }
  return documents;
}

std::string bytes_of(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("What has the title that was typed comes first, by relevance and without a number", "[SEA-02]") {
  std::vector<SearchDocument> documents{make("own", "Cấp lại thẻ", std::string(600, 'x') + " và nhiều điều khác nữa."),
                                        make("more", "Cấp lại thẻ, cấp lại thẻ thư viện")};
  for (int i = 0; i < 12; ++i) documents.push_back(make("far" + std::to_string(i), "Thẻ, cấp, lại"));
  for (SearchDocument& document : documents) document.date = "2026-01-01";
  documents[1].date = "2026-02-02";
  documents[0].body += " Thẻ. Lại. Cấp. Của tất cả các cơ quan trong toàn tỉnh, thành phố, xã, phường, đặc khu";
  const test::TemporaryFolder folder;
  Searcher searcher = index_of(folder, documents);
  for (const char* words : {"cấp lại thẻ", "CAP LAI THE", "Cấp  lại thẻ."}) {
    const Answer answer = ask(searcher, text(words));
    CHECK(answer.hits.front().id == "own");
    CHECK(answer.hits[1].id == "more");
    CHECK(answer.hits.front().score < answer.hits[1].score);  // it would not by its score
  }
  Query newest = text("cấp lại thẻ");
  newest.order = SortOrder::date;
  CHECK(ask(searcher, newest).hits.front().id == "more");
}

TEST_CASE("Diacritics order what is found, and find nothing more", "[SEA-02]") {
  std::vector<SearchDocument> documents;
  for (int i = 0; i < 10; ++i) {  // «thu» and «tuc» are in more than a fifth of them
    documents.push_back(make("one" + std::to_string(i), "Thủ trưởng tiếp dân", "Phong tục xã ta."));
    documents.back().date = "2026-01-01";
  }
  documents.push_back(make("bare", "Thu tuc hanh chinh"));
  documents.push_back(make("marked", "Thủ tục hành chính"));
  documents.push_back(make("other", "Thú tức"));
  const test::TemporaryFolder folder;
  Searcher searcher = index_of(folder, documents);
  CHECK(ids(ask(searcher, text("thu tuc"))) == "other bare marked");  // the shortest first, then by address
  CHECK(ids(ask(searcher, text("thủ tục"))) == "marked other bare");
  for (const char* words : {"thủ tục", "thu tuc"}) {
    Query newest = text(words);
    newest.order = SortOrder::date;
    CHECK(ids(ask(searcher, newest)) == "bare marked other");
  }
  CHECK(ask(searcher, text("thủ")).total == ask(searcher, text("thu")).total);
}

TEST_CASE("Words without diacritics find the text with them", "[SEA-02]") {
  const test::TemporaryFolder folder;
  Searcher searcher =
      index_of(folder, {make("a", "Thủ tục đất đai", "Nộp hồ sơ tại bộ phận một cửa."),
                        make("b", "Lễ hội đua thuyền", "Đại diện dự lễ."), make("c", "Tin khác", "Không liên quan.")});
  for (const char* words : {"thu tuc dat dai", "thủ tục đất đai", "THỦ TỤC ĐẤT ĐAI", "đất đai", "dat dai", "một cửa"}) {
    INFO(words);
    CHECK(ask(searcher, text(words)).hits.front().id == "a");
  }
  const Answer answer = ask(searcher, text("mot cua"));
  CHECK(answer.total == 1);
  CHECK(answer.hits.front().snippet == "Nộp hồ sơ tại bộ phận <mark>một cửa</mark>");
  CHECK(answer.hits.front().address == "/a.html");
  CHECK(answer.release == "r7");
  CHECK(ask(searcher, text("khongcotunaynhu")).total == 0);
}

TEST_CASE("Words typed with diacritics put texts that have them first", "[SEA-02]") {
  const test::TemporaryFolder folder;
  Searcher searcher =
      index_of(folder, {make("ma", "Ma túy"), make("mạ", "Mạ non"), make("má", "Má bảy"), make("x", "Khác")});
  CHECK(ask(searcher, text("má")).hits.front().id == "má");
  CHECK(ask(searcher, text("mạ")).hits.front().id == "mạ");
  CHECK(ask(searcher, text("ma")).total == 3);
}

TEST_CASE("A document number in any form finds its document first", "[DOC-02]") {
  const test::TemporaryFolder folder;
  std::vector<SearchDocument> documents;
  for (int i = 0; i < 30; ++i) {
    // All of them cite the number, many times; one bears it.
    std::string body;
    for (int k = 0; k < 20; ++k) body += "Căn cứ Quyết định 40/2012/QĐ-UBND. ";
    documents.push_back(make(std::string("c") + std::to_string(i), "Hướng dẫn 40/2012/QĐ-UBND", body));
    documents.back().number = std::to_string(i + 100) + "/2013/QĐ-UBND";
  }
  documents.push_back(make("own", "Ban hành quy chế", "Quy chế."));
  documents.back().number = "40/2012/QĐ-UBND";
  documents.push_back(make("letter", "Trả lời kiến nghị"));
  documents.back().number = "123/UBND-VX";
  Searcher searcher = index_of(folder, documents);
  for (const char* form : {"40/2012/QĐ-UBND", "40/2012/QD-UBND", "40-2012-qd-ubnd", "40 2012 qd ubnd",
                           "040/2012/qđ-ubnd", "quyết định 40/2012/QĐ-UBND", "40/2012", "40/2012 QĐUBND",
                           "số 40/2012QĐUBND", "４０／２０１２／ＱĐ－ＵＢＮＤ"}) {
    INFO(form);
    CHECK(ask(searcher, text(form)).hits.front().id == "own");
  }
  CHECK(ask(searcher, text("123/ubnd-vx")).hits.front().id == "letter");
  CHECK(ask(searcher, text("123 UBND VX")).hits.front().id == "letter");
  CHECK(ask(searcher, text("123UBNDVX")).hits.front().id == "letter");
  CHECK(ask(searcher, text("công văn 123UBND")).hits.front().id == "letter");
}

TEST_CASE("Filters narrow the results and facets count exactly", "[SEA-01][SEA-04]") {
  const test::TemporaryFolder folder;
  Searcher searcher = index_of(folder, decisions());
  Query query = text("đất đai");
  Answer answer = ask(searcher, query);
  CHECK(answer.total == 6);
  CHECK(facet(answer, "type") == "Văn bản:4 Tin tức:2");
  CHECK(facet(answer, "year") == "2020:2 2021:2 2022:2");

  query.type = "document";
  answer = ask(searcher, query);
  CHECK(answer.total == 4);
  CHECK(facet(answer, "type") == "Văn bản:4 Tin tức:2");  // its own list stays whole
  CHECK(facet(answer, "year") == "2020:2 2021:1 2022:1");

  query.unit = "stnmt";
  answer = ask(searcher, query);
  CHECK(ids(answer) == "d0 d2");
  CHECK(facet(answer, "type") == "Văn bản:2 Tin tức:1");
  CHECK(facet(answer, "unit") == "Sở Tài nguyên:2 UBND tỉnh:2");
  CHECK(answer.hits.front().unit_label == "Sở Tài nguyên");
  CHECK(answer.hits.front().date == "2020-03-01");

  query.year = 1999;
  answer = ask(searcher, query);
  CHECK(answer.total == 0);
  CHECK(facet(answer, "year") == "2020:1 2022:1");
}

TEST_CASE("Results come newest first when asked, and pages do not overlap", "[SEA-04]") {
  const test::TemporaryFolder folder;
  Searcher searcher = index_of(folder, decisions());
  Query query = text("đất đai");
  query.order = SortOrder::date;
  query.limit = 4;
  CHECK(ids(ask(searcher, query)) == "d5 d2 d4 d1");
  query.offset = 4;
  const Answer second = ask(searcher, query);
  CHECK(ids(second) == "d3 d0");
  CHECK(second.total == 6);
}

TEST_CASE("Pages of results over several portals give each once, whatever is alike", "[SEA-04]") {
  const test::TemporaryFolder folder;
  const std::vector<SearchDocument> documents = decisions();
  for (const char* portal : {"main", "nui", "thue"})
    REQUIRE(write_index({folder.path() + "/" + portal, 1, "r7"}, documents.size(), [&](std::size_t i) {
      SearchDocument document = documents[i];
      document.portal = portal;
      return document;
    }));
  auto searcher = Searcher::open(folder.path());
  REQUIRE(searcher);
  for (const SortOrder order : {SortOrder::relevance, SortOrder::date})
    for (std::size_t limit = 1; limit <= 7; ++limit) {
      CAPTURE(limit);
      Query query = text("đất đai");
      query.order = order;
      query.limit = limit;
      std::set<std::string> seen;
      for (query.offset = 0; query.offset < 18; query.offset += limit)
        for (const Hit& hit : ask(*searcher, query).hits) CHECK(seen.insert(hit.portal + ":" + hit.id).second);
      CHECK(seen.size() == 18);
    }
}

TEST_CASE("Without words everything is listed, the newest first", "[SEA-01][SEA-04]") {
  const test::TemporaryFolder folder;
  Searcher searcher = index_of(folder, decisions());
  Query query;
  query.type = "news";
  CHECK(ids(ask(searcher, query)) == "d5 d4");
}

TEST_CASE("Portal and language keep their own", "[SEA-03]") {
  const test::TemporaryFolder folder;
  std::vector<SearchDocument> documents = {make("a", "đất đai"), make("b", "đất đai"), make("c", "dat dai")};
  documents[1].portal = "xa-hoa-binh";
  documents[2].language = "en";
  Searcher searcher = index_of(folder, documents);
  Query query = text("dat dai");
  query.portal = "main";
  CHECK(ask(searcher, query).total == 2);
  query.language = "en";
  CHECK(ids(ask(searcher, query)) == "c");
}

TEST_CASE("A phrase in quotation marks must occur", "[SEA-02]") {
  const test::TemporaryFolder folder;
  Searcher searcher =
      index_of(folder, {make("a", "Đăng ký kết hôn"), make("b", "Kết quả đăng ký", "Hôn nhân."), make("c", "Khác")});
  CHECK(ask(searcher, text("đăng ký kết hôn")).total == 2);
  CHECK(ids(ask(searcher, text("\"đăng ký kết hôn\""))) == "a");
}

TEST_CASE("The same documents give the same index, whatever the number of jobs", "[SEA-02]") {
  std::vector<SearchDocument> documents;
  for (int i = 0; i < 2500; ++i) {
    documents.push_back(make(std::string("p") + std::to_string(i), std::string("Tin số ") + std::to_string(i),
                             std::string("Nội dung đất đai thứ ") + std::to_string(i * 7 % 100)));
    documents.back().type = i % 3 == 0 ? "news" : "document";
  }
  const test::TemporaryFolder one, three;
  Searcher first = index_of(one, documents, 1);
  Searcher second = index_of(three, documents, 3);
  CHECK(bytes_of(one / "index.glass").size() == bytes_of(three / "index.glass").size());
  for (const char* words : {"đất đai", "tin số 77", "nội dung 14", "2499"}) {
    INFO(words);
    const Answer a = ask(first, text(words));
    const Answer b = ask(second, text(words));
    CHECK(ids(a) == ids(b));
    CHECK(a.total == b.total);
    CHECK(facet(a, "type") == facet(b, "type"));
  }
  CHECK(first.document_count() == 2500);
  CHECK(std::distance(std::filesystem::directory_iterator(one.path()), {}) == 1);  // nothing but the index is left
}

TEST_CASE("Who asks for a document by its number is led to it, and to no other", "[DOC-02]") {
  const test::TemporaryFolder folder;
  SearchDocument directive = make("ct", "Chỉ thị về phòng, chống rét", "Nội dung");
  directive.number = "04/CT-UBND";
  directive.date = "2026-01-05";
  SearchDocument news = make("tin", "Tin về chỉ thị số 04/CT-UBND", "Chỉ thị số 04/CT-UBND về rét");
  news.type = "news";
  news.date = "2026-02-01";
  Searcher searcher = index_of(folder, {directive, news});
  for (const char* written :
       {"04/CT-UBND", "4/ct-ubnd", "04CTUBND", "4ctubnd", "số 04/CT-UBND", "Chỉ thị số 04-CT-UBND"}) {
    INFO(written);
    const Answer answer = ask(searcher, text(written));
    CHECK(answer.direct);
    CHECK(answer.hits.front().id == "ct");
  }
  CHECK_FALSE(ask(searcher, text("rét theo 04/CT-UBND")).direct);
  Query filtered = text("04/CT-UBND");
  filtered.type = Choices{"news"};
  CHECK_FALSE(ask(searcher, filtered).direct);
  Query newest = text("04/CT-UBND");
  newest.order = SortOrder::date;
  CHECK(ids(ask(searcher, newest)) == "tin ct");
  CHECK_FALSE(ask(searcher, newest).direct);
}

TEST_CASE("An empty index answers", "[SEA-02]") {
  const test::TemporaryFolder folder;
  Searcher searcher = index_of(folder, {});
  CHECK(ask(searcher, text("đất đai")).total == 0);
  CHECK(ask(searcher, {}).total == 0);
}

TEST_CASE("Hostile queries and documents are only text", "[SEA-02][SEC-01]") {
  const test::TemporaryFolder folder;
  std::vector<SearchDocument> documents = {make("a", "đất đai"), make(std::string(5000, 'x'), std::string(5000, 'y'))};
  documents[0].unit = std::string("u\0v\x1F\t\n", 6);
  documents[0].unit_label = "nhãn\tlạ\n";
  documents[1].body = std::string(300'000, '\xFF') + std::string("\0\x1F", 2);
  documents[1].number = std::string(3000, '1');
  Searcher searcher = index_of(folder, documents);
  for (const std::string& words :
       {std::string("* OR NOT ( ) \" ' \\ %"), std::string("\0\0", 2), std::string("\xFF\xC3(", 3),
        std::string("\"\"\"\"\""), std::string(200, '"'), std::string("type:a unit:b")}) {
    CHECK(searcher.search(text(words)));
  }
  Query query = text("đất đai");
  query.unit = documents[0].unit;
  CHECK(ask(searcher, query).total == 1);
  query.unit = std::string(100'000, 'u');
  CHECK(ask(searcher, query).total == 0);
}

TEST_CASE("Limits are told by a diagnostic", "[SEA-02]") {
  const test::TemporaryFolder folder;
  Searcher searcher = index_of(folder, decisions());
  const auto code = [&searcher](Query query) {
    const auto answer = searcher.search(query);
    return answer ? std::string() : answer.error().code;
  };
  CHECK(code(text(std::string(201, 'a'))) == "query-too-long");
  Query query = text("a");
  query.limit = 0;
  CHECK(code(query) == "query-limit");
  query.limit = 51;
  CHECK(code(query) == "query-limit");
  query.limit = 50;
  query.offset = 1001;
  CHECK(code(query) == "query-offset");
  query.offset = 1000;
  CHECK(code(query).empty());
}

TEST_CASE("An index of which any byte is another is refused, not read", "[SEA-05]") {
  const test::TemporaryFolder folder;
  const auto document = [](std::size_t i) {
    SearchDocument page;
    page.id = page.address = "/" + std::to_string(i);
    page.title = "Bài " + std::to_string(i);
    return page;
  };
  REQUIRE(write_index({folder.path(), 1, "r"}, 40, document));
  REQUIRE(Searcher::open(folder.path()));
  const std::string file = folder / "index.glass", whole = bytes_of(file);
  for (std::size_t at = 0; at < whole.size(); at += 1 + whole.size() / 200) {
    std::string bytes = whole;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x41);
    std::ofstream(file, std::ios::binary) << bytes;
    const auto opened = Searcher::open(folder.path());
    INFO(at);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == "index-unreadable");
  }
  std::ofstream(file, std::ios::binary) << whole.substr(0, whole.size() - 1);
  CHECK_FALSE(Searcher::open(folder.path()));
}

TEST_CASE("A missing or broken index is told by a diagnostic", "[SEA-05]") {
  const test::TemporaryFolder folder;
  const auto missing = Searcher::open(folder.path());
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == "index-missing");
  std::ofstream(folder / "index.glass") << "not an index";
  const auto broken = Searcher::open(folder.path());
  REQUIRE_FALSE(broken);
  CHECK(broken.error().code == "index-unreadable");
  const auto unwritable = write_index({"/proc/no/such", 1, ""}, 0, [](std::size_t) { return SearchDocument{}; });
  REQUIRE_FALSE(unwritable);
  CHECK(unwritable.error().code == "index-not-writable");
}

}  // namespace congbo::search
