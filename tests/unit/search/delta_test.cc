// SPDX-License-Identifier: GPL-3.0-or-later
// A base and what has changed since answer as an index made anew, and say nothing that was removed.
#include "search/delta.h"

#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>
#include <random>

#include "search/index.h"
#include "search/searcher.h"
#include "search/static_shards.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

namespace congbo::search {
namespace {

const std::vector<std::string> words = {"đất",  "đai",   "thủ", "tục",  "hồ",  "sơ",   "khai", "sinh", "xã",  "phường",
                                        "công", "dân",   "cấp", "phép", "xây", "dựng", "thuế", "nhà",  "ở",   "lao",
                                        "động", "người", "cao", "tuổi", "bảo", "hiểm", "y",    "tế",   "học", "phí"};

std::string unique_word(int id, int edition) {
  return "zz" + std::to_string(id) + "q" + std::to_string(edition);
}

// The document of a number, in one of its editions.
SearchDocument make(int id, int edition) {
  std::mt19937 random(static_cast<unsigned>(id * 131 + edition));
  const auto text = [&random](std::size_t count) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) all += words[random() % words.size()] + (i % 9 == 8 ? ". " : " ");
    return all;
  };
  SearchDocument document;
  char name[16];
  std::snprintf(name, sizeof name, "%05d", id);
  document.id = name;
  document.address = std::string("/van-ban/") + name + ".html";
  document.portal = "main";
  document.language = "vi";
  document.title = text(3 + random() % 4) + unique_word(id, edition);
  document.body = text(20 + random() % 60);
  document.type = document.type_label = random() % 2 == 0 ? "a" : "b";
  document.unit = "u" + std::to_string(random() % 5);
  document.unit_label = "Đơn vị " + document.unit;
  document.year = 2015 + static_cast<int>(random() % 9);
  document.date = std::to_string(document.year) + "-03-0" + std::to_string(1 + random() % 9);
  if (id % 3 == 0) document.number = std::to_string(id) + "/2024/QĐ-UBND";
  return document;
}

using Editions = std::map<int, int>;  // number → edition

std::vector<SearchDocument> documents_of(const Editions& editions) {
  std::vector<SearchDocument> documents;
  for (const auto& [id, edition] : editions) documents.push_back(make(id, edition));
  return documents;
}

std::function<SearchDocument(std::size_t)> at(const std::vector<SearchDocument>& documents) {
  return [&documents](std::size_t i) { return documents[i]; };
}

Vocabulary usual_vocabulary() {
  Vocabulary read;
  Diagnostics found;
  read_vocabulary("concepts:\n  - [BHYT, bảo hiểm y tế]\n", "search.yaml", read, found);
  return read;
}

using Files = std::map<std::string, std::string>;

const StaticRequest files_request{"base"};

// An index that is changed step by step, as a portal is.
class Changing {
 public:
  explicit Changing(const Editions& editions) : base_(documents_of(editions)) {
    REQUIRE(
        write_index_and_files({folder_.path(), 2, "r0", vocabulary_}, base_.size(), at(base_), files_request, sink()));
  }

  void change(const Editions& editions) {
    const auto now = documents_of(editions);
    const Survey before = survey(base_.size(), 2, SurveyDepth::fingerprints, at(base_));
    const Survey all = survey(now.size(), 2, SurveyDepth::everything, at(now));
    const Changes changes = changes_between(before.documents, all.documents);
    const auto old = std::exchange(name_, "delta" + std::to_string(++step_));
    const auto replaced = write_delta(
        {folder_.path(), folder_.path(), 2, files_request, name_, "r1", vocabulary_, all, changes, replaced_}, at(now),
        sink());
    REQUIRE(replaced);
    replaced_ = *replaced;
    for (const std::string& file : replaced_) files_.erase("base/" + file);
    std::erase_if(files_, [&](const auto& file) { return !old.empty() && file.first.starts_with(old + "/"); });
  }

  const std::string& folder() const { return folder_.path(); }
  const Files& files() const { return files_; }

 private:
  StaticSink sink() {
    return [this](const StaticFile& file) {
      const std::lock_guard lock(mutex_);
      files_[file.path] = file.bytes;
      return Done{};
    };
  }

  test::TemporaryFolder folder_;
  Vocabulary vocabulary_ = usual_vocabulary();
  std::vector<SearchDocument> base_;
  std::string name_;
  int step_ = 0;
  std::set<std::string> replaced_;
  std::mutex mutex_;
  Files files_;
};

// All that an answer says.
std::string said(Searcher& searcher, const Query& query) {
  const auto answer = searcher.search(query);
  if (!answer) return answer.error().code;
  std::string all = std::to_string(answer->total) + " " + answer->corrected + (answer->direct ? " direct" : "") + "\n";
  for (const Hit& hit : answer->hits) {
    char score[32];
    std::snprintf(score, sizeof score, " %.7f\n", hit.score);
    all += hit.id + hit.title + hit.snippet + hit.unit_label + score;
  }
  for (const auto& [name, values] : answer->facets)
    for (const FacetValue& value : values) all += name + value.id + value.label + std::to_string(value.count) + "\n";
  return all;
}

std::vector<Query> queries(const Editions& editions) {
  std::vector<Query> all;
  for (const char* text : {"đất đai", "thu tuc", "bao hiem y te", "BHYT", "\"người cao tuổi\"", "thủ tuk đất", "y",
                           "300/2024", "đát", "lao động công dân xã phường cấp phép", ""}) {
    Query query;
    query.text = text;
    all.push_back(query);
    query.type = Choices{"a"};
    query.year = Choices{"2016", "2018"};
    all.push_back(query);
    query.order = SortOrder::date;
    query.offset = 7;
    all.push_back(query);
  }
  Query own;
  for (const auto& [id, edition] : editions)
    if (id % 40 == 0) {
      own.text = unique_word(id, edition);
      all.push_back(own);
    }
  return all;
}

// Whether any file says the word, front coding taken away.
bool says(const Files& files, const std::string& word) {
  for (const auto& [path, bytes] : files) {
    bool found = bytes.find(word) != std::string::npos;
    each_term(bytes, [&](const ShardTerm& term) { found = found || term.term.find(word) != std::string::npos; });
    if (found) return true;
  }
  return false;
}

void check_alike(const Changing& changing, const Editions& editions) {
  const test::TemporaryFolder anew;
  const auto documents = documents_of(editions);
  REQUIRE(write_index({anew.path(), 2, "r1", usual_vocabulary()}, documents.size(), at(documents)));
  auto one = Searcher::open(anew.path());
  auto two = Searcher::open(changing.folder());
  REQUIRE((one && two));
  CHECK(one->document_count() == two->document_count());
  CHECK(two->release() == "r1");
  for (const Query& query : queries(editions)) {
    INFO(query.text);
    CHECK(said(*one, query) == said(*two, query));
  }
  for (const char* typed : {"dat", "thu tuc", "3", "30", "y te", "zz", "dat dai", "tuc h", "tuc hanh", "dai"}) {
    const auto expected = one->suggest(typed, ""), given = two->suggest(typed, "");
    REQUIRE((expected && given));
    REQUIRE(expected->size() == given->size());
    for (std::size_t i = 0; i < expected->size(); ++i) CHECK((*expected)[i].text == (*given)[i].text);
  }
}

}  // namespace

TEST_CASE("After any edits, additions and removals the index answers as one made anew", "[SEA-02][SEA-03][SEA-04]") {
  std::mt19937 random(7);
  Editions editions;
  for (int id = 0; id < 800; id += 2) editions[id] = 0;
  Changing changing(editions);
  std::set<std::string> removed;
  for (int step = 0; step < 4; ++step) {
    for (int i = 0; i < 12; ++i) {
      const int id = static_cast<int>(random() % 800);
      const auto known = editions.find(id);
      if (known == editions.end()) {
        editions[id] = 0;
        continue;
      }
      removed.insert(unique_word(id, known->second));
      if (i % 3 == 0)
        editions.erase(known);
      else
        ++known->second;
    }
    if (step == 3) editions.begin()->second = 0;  // as it was
    changing.change(editions);
    INFO("step " << step);
    check_alike(changing, editions);
    for (const auto& [id, edition] : editions)
      if (id % 50 == 0) CHECK(says(changing.files(), unique_word(id, edition)));
    for (const auto& [id, edition] : editions) removed.erase(unique_word(id, edition));
    for (const std::string& word : removed) {
      INFO(word);
      CHECK_FALSE(says(changing.files(), word));
    }
  }
}

TEST_CASE("What has changed between two lists keeps its place among what has not", "[SEA-02]") {
  const std::vector<ListedDocument> base = {{"/a", "1"}, {"/c", "1"}, {"/e", "1"}};
  const Changes changes =
      changes_between(base, {{"/0", "1"}, {"/a", "1"}, {"/b", "1"}, {"/b2", "1"}, {"/c", "2"}, {"/d", "1"}});
  CHECK(changes.removed == std::vector<std::uint32_t>{1, 2});
  CHECK(changes.added == std::vector<std::size_t>{0, 2, 3, 4, 5});
  std::string last;
  std::string order;
  for (const Place& place : changes.places) {
    CHECK(last < ordinal_text(place));
    last = ordinal_text(place);
    order += std::to_string(place.after) + "." + std::to_string(place.rank) + " ";
  }
  CHECK(order == "0.1 1.1 1.2 2.0 2.1 ");
  CHECK(ordinal_text(0) > ordinal_text(Place{0, 9}));
  CHECK(ordinal_text(0) < ordinal_text(Place{1, 1}));
  CHECK(ordinal_text(Place{1, 9}) < ordinal_text(1));
  CHECK(changes_between(base, base).added.empty());
  const std::vector<ListedDocument> parts = {{"/a", "1"}, {"/b", "1"}, {"/b", "2"}, {"/c", "1"}, {"/c", "2"}};
  const Changes one = changes_between(
      parts,
      {{"/a", "1"}, {"/a2", "1"}, {"/a2", "2"}, {"/b", "1"}, {"/b", "3"}, {"/b", "2"}, {"/c", "1"}, {"/c", "2"}});
  CHECK(one.removed == std::vector<std::uint32_t>{1, 2});
  CHECK(one.added == std::vector<std::size_t>{1, 2, 3, 4, 5});
  order.clear();
  for (const Place& place : one.places) order += std::to_string(place.after) + "." + std::to_string(place.rank) + " ";
  CHECK(order == "1.1 1.2 3.0 3.1 3.2 ");
  const auto read = read_list(list_text({{"/x y", std::string(32, 'a')}}));
  REQUIRE(read);
  CHECK(read->front().address == "/x y");
  CHECK_FALSE(read_list("short\n"));
}

TEST_CASE("A delta of another base is refused", "[SEA-05]") {
  Editions editions;
  for (int id = 0; id < 300; ++id) editions[id] = 0;
  Changing one(editions);
  const Changing other(editions);
  editions[5] = 1;
  one.change(editions);
  std::filesystem::copy(one.folder() + "/delta.glass", other.folder() + "/delta.glass");
  const auto opened = Searcher::open(other.folder());
  REQUIRE_FALSE(opened);
  CHECK(opened.error().code == "index-unreadable");
}

}  // namespace congbo::search
