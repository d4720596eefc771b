// SPDX-License-Identifier: GPL-3.0-or-later
// The index as files, concepts, suggestions, filters of several values, several databases as one.
#include "search/static_index.h"

#include <filesystem>
#include <map>
#include <mutex>

#include "search/compress.h"
#include "search/index.h"
#include "search/levels.h"
#include "search/searcher.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

namespace congbo::search {
namespace {

SearchDocument make(int i) {
  SearchDocument document;
  document.id = "p" + std::to_string(i);
  document.address = "https://cong.example.gov.vn/van-ban/" + std::to_string(i) + ".html";
  document.portal = "main";
  document.language = "vi";
  document.title = "Thủ tục đất đai " + std::to_string(i);
  document.type = document.type_label = i % 3 == 0 ? "a" : i % 3 == 1 ? "b" : "c";
  document.number = std::to_string(i) + "/2024/QĐ-UBND";
  document.validity = i % 2 == 0 ? "in-force" : "expired";
  document.validity_label = i % 2 == 0 ? "Còn hiệu lực" : "Hết hiệu lực";
  document.body = i % 2 == 0 ? "Ủy ban nhân dân xã trả lời." : "Hồ sơ nộp một cửa.";
  return document;
}

Vocabulary vocabulary(const std::string& yaml) {
  Vocabulary read;
  Diagnostics found;
  read_vocabulary(yaml, "search.yaml", read, found);
  CHECK(found.empty());
  return read;
}

const std::string usual =
    "concepts:\n  - [UBND, Ủy ban nhân dân]\nbest_bets:\n  - questions: [giờ làm việc]\n"
    "    title: Giờ làm việc\n    address: /gio.html\n";

void write(const std::string& folder, int first, int end) {
  IndexRequest request{folder, 2, "r1", vocabulary(usual), static_cast<std::uint32_t>(first)};
  REQUIRE(write_index(request, static_cast<std::size_t>(end - first),
                      [&](std::size_t i) { return make(first + static_cast<int>(i)); }));
}

// All files by path, of an index in `folder`.
std::map<std::string, std::string> exported(const std::string& folder, const std::string& name, int end,
                                            unsigned jobs = 2) {
  std::map<std::string, std::string> files;
  std::mutex mutex;
  bool current = false;
  REQUIRE(write_index_and_files(
      {folder, jobs, "r1", vocabulary(usual)}, static_cast<std::size_t>(end),
      [](std::size_t i) { return make(static_cast<int>(i)); }, {name, "https://cong.example.gov.vn"},
      [&](const StaticFile& file) {
        const std::lock_guard lock(mutex);
        CHECK_FALSE(current);
        current = file.path == "current.json";
        CHECK(files.emplace(file.path, file.bytes).second);
        return Result<Done>(Done{});
      }));
  return files;
}

Answer ask(Searcher& searcher, const Query& query) {
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
  for (const Hit& hit : answer.hits) joined += hit.id + " ";
  return joined;
}

}  // namespace

TEST_CASE("Lengths are exact below eight and never shortened", "[SEA-02]") {
  for (std::uint64_t length = 0; length < 100'000; length += length < 3000 ? 1 : 97) {
    const std::uint64_t level = length_of_level(level_of_length(length));
    CHECK(level >= length);
    CHECK(level <= std::max<std::uint64_t>(length + length / 4, 8));
    if (length < 8) CHECK(level == length);
  }
}

TEST_CASE("The same index gives the same files, current.json last", "[SEA-05][AVA-03]") {
  const test::TemporaryFolder one, two, three;
  const auto files = exported(one.path(), "r1", 40);
  CHECK(files == exported(two.path(), "r1", 40));
  CHECK(files != exported(three.path(), "r1", 41));
  CHECK(files.at("current.json").find("\"folder\":\"r1\"") != std::string::npos);
  CHECK(files.at("r1/c0.json").starts_with("{\"address\":\"/van-ban/0.html\",\"title\":\"Thủ tục"));
  CHECK(gzip(files.at("r1/boot.bin")).size() > 10);
  CHECK(brotli(files.at("r1/boot.bin")) == brotli(exported(two.path(), "r2", 40).at("r2/boot.bin")));
}

TEST_CASE("Every document has its card, whenever it is given", "[SEA-05][SEA-04]") {
  const test::TemporaryFolder one, two;
  const auto files = exported(one.path(), "r1", 2300);  // several parts
  CHECK(files == exported(two.path(), "r1", 2300, 1));
  for (const int i : {0, 499, 500, 1999, 2000, 2299}) {
    const std::string& card = files.at("r1/c" + std::to_string(i) + ".json");
    INFO(card);
    CHECK(card.starts_with("{\"address\":\"/van-ban/" + std::to_string(i) + ".html\""));
  }
}

TEST_CASE("What is kept in haste comes back, and other bytes are refused", "[SEA-05]") {
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{5000}, std::size_t{100'000}}) {
    std::string text;
    for (std::size_t i = 0; text.size() < size; ++i) text += std::to_string(i * i) + " đất đai\x1F";
    text.resize(size);
    const std::string kept = deflated(text);
    CHECK(inflated(kept) == text);
    CHECK_FALSE(inflated(std::string_view(kept).substr(0, kept.size() - 1)));
    CHECK_FALSE(inflated("\x05" + kept.substr(1)).value_or("none") == text);
  }
  CHECK_FALSE(inflated(""));
  CHECK_FALSE(inflated("\xFF\xFF\xFF\xFF"));
}

TEST_CASE("A file that cannot be taken ends the export", "[SEA-05]") {
  for (const char* refused : {"r1/c1.json", "r1/boot.bin", "current.json"}) {
    const test::TemporaryFolder folder;
    const auto files = write_index_and_files(
        {folder.path(), 2, "r1"}, 40, [](std::size_t i) { return make(static_cast<int>(i)); }, {"r1"},
        [&](const StaticFile& file) -> Result<Done> {
          if (file.path == refused) return error("file-no-space", {}, {file.path});
          return Done{};
        });
    REQUIRE_FALSE(files);
    CHECK(files.error().code == "file-no-space");
  }
}

TEST_CASE("Filters take several values and count what each would give", "[SEA-01][SEA-04]") {
  const test::TemporaryFolder folder;
  write(folder.path(), 0, 30);
  auto searcher = Searcher::open(folder.path());
  REQUIRE(searcher);
  Query query = text("đất đai");
  query.type = Choices{"a", "b"};
  Answer answer = ask(*searcher, query);
  CHECK(answer.total == 20);
  CHECK(answer.facets.at("type").size() == 3);  // its own list stays whole
  query.validity = "in-force";
  answer = ask(*searcher, query);
  CHECK(answer.total == 10);
  CHECK(answer.hits.front().validity_label == "Còn hiệu lực");
  query.type = Choices(9, "a");
  const auto refused = searcher->search(query);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == "query-filters");
}

TEST_CASE("Abbreviations find what they stand for, and the other way round", "[SEA-02]") {
  const test::TemporaryFolder folder;
  write(folder.path(), 0, 10);
  auto searcher = Searcher::open(folder.path());
  REQUIRE(searcher);
  Answer answer = ask(*searcher, text("ubnd xã"));
  REQUIRE(answer.total > 0);
  CHECK(answer.hits.front().snippet.find("Ủy ban") != std::string::npos);
  answer = ask(*searcher, text("Giờ làm việc"));
  REQUIRE(answer.best_bets.size() == 1);
  CHECK(answer.best_bets.front().address == "/gio.html");
}

TEST_CASE("A document is offered when its number was typed, titles and numbers while they are typed", "[DOC-02]") {
  const test::TemporaryFolder folder;
  write(folder.path(), 0, 30);
  auto searcher = Searcher::open(folder.path());
  REQUIRE(searcher);
  CHECK(ask(*searcher, text("17-2024-qd-ubnd")).direct);
  CHECK(ask(*searcher, text("17-2024-qd-ubnd")).hits.front().id == "p17");
  CHECK_FALSE(ask(*searcher, text("đất đai 17")).direct);
  auto suggested = searcher->suggest("thu tuc dat dai 1", "");
  REQUIRE(suggested);
  REQUIRE(suggested->size() == most_suggestions);
  CHECK(suggested->front().text == "Thủ tục đất đai 1");
  suggested = searcher->suggest("17/2024", "");
  REQUIRE(suggested);
  CHECK(suggested->front().text == "17/2024/QĐ-UBND");
  CHECK(searcher->suggest("t", "")->empty());
}

TEST_CASE("Titles that have the words somewhere are offered too, those of procedures first", "[SEA-02]") {
  std::vector<SearchDocument> documents;
  for (const char* title : {"Đăng ký khai sinh", "Khai giảng năm học, học sinh mới", "Mất giấy khai sinh",
                            "Khai sinh muộn", "Lịch tiếp công dân"}) {
    documents.push_back(make(static_cast<int>(documents.size())));
    documents.back().title = title;
  }
  documents[2].type = "procedure";
  documents[4].body = "Khai sinh, khai sinh, khai sinh, khai sinh, khai sinh, khai sinh, khai sinh.";
  const test::TemporaryFolder folder;
  REQUIRE(write_index({folder.path(), 2, "r1", {}}, documents.size(), [&](std::size_t i) { return documents[i]; }));
  auto searcher = Searcher::open(folder.path());
  REQUIRE(searcher);
  const std::vector<std::string> expected{"Khai sinh muộn", "Mất giấy khai sinh", "Đăng ký khai sinh"};
  for (const char* typed : {"khai sinh", "Khai si", "khai s"}) {
    INFO(typed);
    const auto suggested = searcher->suggest(typed, "");
    REQUIRE(suggested);
    std::vector<std::string> titles;
    for (const Suggestion& one : *suggested) titles.push_back(one.text);
    CHECK(titles == expected);
  }
  CHECK(searcher->suggest("giấy khai sinh", "")->size() == 1);
  CHECK(searcher->suggest("giấy sinh", "")->empty());
}

TEST_CASE("Two databases answer as one would, in the same order", "[SEA-02][SEA-05]") {
  const test::TemporaryFolder whole, first, second;
  write(whole.path(), 0, 60);
  write(first.path(), 0, 25);
  write(second.path(), 25, 60);
  auto one = Searcher::open(whole.path());
  auto two = Searcher::open_all({first.path(), second.path()});
  REQUIRE((one && two));
  for (const char* words : {"đất đai", "ubnd xã", "một cửa", "thu tuc 33", "40/2024", "hồ sơ \"một cửa\"", ""}) {
    INFO(words);
    Query query = text(words);
    for (query.offset = 0; query.offset < 60; query.offset += 10) CHECK(ids(ask(*one, query)) == ids(ask(*two, query)));
    CHECK(ask(*one, query).total == ask(*two, query).total);
  }
}

TEST_CASE("Mistakes of search.yaml are told where they stand", "[SEA-02]") {
  Vocabulary read;
  Diagnostics found;
  read_vocabulary("concepts:\n  - [A]\n  - x\nnicht: 1\nbest_bets: {a: 1}\n", "content/_site/search.yaml", read, found);
  REQUIRE(found.all().size() == 4);
  CHECK(found.all()[0].where.line == 2);
  CHECK(found.all()[3].code == "search-vocabulary");
  CHECK(read.concepts.empty());
}

}  // namespace congbo::search
