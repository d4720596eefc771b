// SPDX-License-Identifier: GPL-3.0-or-later
// Writes what tests/search/parity.js compares: the index of 10,000 real articles as static files, and what the server's
// own search answers to the judged queries in eight dressings.
//   search_parity COLLECTION OUT [DOCUMENTS] [QUERIES]
//   search_parity COLLECTION OUT index
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>
#include <sstream>

#include "generator/base/content_hash.h"
#include "generator/base/file_system.h"
#include "generator/base/unicode.h"
#include "generator/base/utf8.h"
#include "generator/formats/json.h"
#include "search/analyzer.h"
#include "search/compress.h"
#include "search/delta.h"
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

// «40/2012/QĐ-UBND» without what holds it together, its digits in full width.
std::string squeezed(const std::string& text) {
  std::string all;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto is_digit = [&text](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
    if (is_digit(i))
      all += std::string("\xEF\xBC") + static_cast<char>(0x90 + text[i] - '0');
    else if (text[i] != '-' && (text[i] != '/' || is_digit(i + 1)))
      all += text[i];
  }
  return all;
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
  if (number % 4 == 1) queries[4].text = squeezed(queries[4].text);
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

// One line: the question, the top hundred with their scores, how many there are, the counts of the types, a hash of the
// snippets of the first ten.
std::string line_of(Searcher& searcher, Query query) {
  formats::JsonWriter json;
  json.begin_object().key("text").value(query.text);
  for (const FacetName& facet : facet_names) write_ids(json, facet.name, query.*facet.choices);
  if (query.order == SortOrder::date) json.key("sort").value("date");
  if (query.spelling == Spelling::as_written) json.key("exact").value(true);
  query.limit = 50;
  std::string order, facets, corrected, shown;
  std::size_t total = 0;
  bool direct = false;
  for (query.offset = 0; query.offset < 100; query.offset += 50) {
    const auto answer = searcher.search(query);
    if (!answer) {
      order = answer.error().code;
      break;
    }
    for (const Hit& hit : answer->hits) {
      char score[40];
      std::snprintf(score, sizeof score, ":%.6f ", hit.score);
      order += hit.id + (hit.part.empty() ? "" : "+" + hit.part_address) + score;
    }
    for (std::size_t i = 0; query.offset == 0 && i < std::min<std::size_t>(10, answer->hits.size()); ++i)
      shown += answer->hits[i].snippet + "|" + answer->hits[i].part_snippet + "\n";
    total = answer->total;
    if (query.offset == 0) corrected = answer->corrected;  // as the titles of these write it
    if (query.offset == 0) direct = answer->direct;
    facets.clear();
    for (const FacetName& facet : facet_names)
      for (const FacetValue& value : answer->facets.at(facet.name))
        facets += value.id + "=" + std::to_string(value.count) + ";";
  }
  json.key("order").value(order).key("total").value(total).key("corrected").value(corrected);
  json.key("direct").value(direct).key("counted").value(facets).key("shown").value(sha256_hex(shown)).end_object();
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

// Every seventh article gives the end of its text to parts, as an attachment's pages would be.
std::vector<SearchDocument> with_parts(std::vector<SearchDocument> pages) {
  std::vector<SearchDocument> all;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    SearchDocument& page = pages[i];
    const std::size_t half = page.body.find(' ', page.body.size() / 2);
    if (i % 7 != 0 || half == std::string::npos) {
      all.push_back(std::move(page));
      continue;
    }
    const std::string rest = page.body.substr(half);
    page.body.resize(half);
    page.group = "g" + page.id;
    const std::size_t at = all.size();
    all.push_back(page);
    for (std::size_t begin = 0, number = 1; begin < rest.size(); begin += rest.size() / (1 + i % 3) + 1, ++number) {
      SearchDocument part = all[at];
      part.title = part.number = part.summary = "";
      part.headings.clear();
      part.id += "#" + std::to_string(number);
      part.address += "#" + std::to_string(number);
      part.part = "tep.pdf, trang " + std::to_string(number);
      part.link = "/tep.pdf#page=" + std::to_string(number);
      part.body = rest.substr(begin, rest.size() / (1 + i % 3) + 1);
      all.push_back(std::move(part));
    }
  }
  return all;
}

// What the collection was before some articles were changed, added and removed.
std::vector<SearchDocument> before_changes(const std::vector<SearchDocument>& documents) {
  std::vector<SearchDocument> before;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (!documents[i].group.empty()) {  // a page and its parts change together
      before.push_back(documents[i]);
      if (documents[i].group.back() != '3') continue;
      before.back().group += "~";
      before.back().body += " Bản trước";
      continue;
    }
    if (i % 150 == 50) continue;
    before.push_back(documents[i]);
    if (i % 150 == 0) before.back().body += " Bản trước sửa đổi hành chính zzcu" + std::to_string(i);
    if (i % 150 != 100) continue;
    before.push_back(documents[i]);
    before.back().address += "~";
    before.back().title = "Đã bỏ " + before.back().title;
  }
  return before;
}

StaticSink files_below(const std::string& folder) {
  return [folder](const StaticFile& file) { return real_file_system()->write(folder + "/" + file.path, file.bytes); };
}

// The same documents as a base of before and a delta: out/changed and out/changed-search.
bool write_changed(const std::string& out, const std::vector<SearchDocument>& documents, const Vocabulary& vocabulary) {
  const auto before = before_changes(documents);
  const std::string folder = out + "/changed", files = out + "/changed-search";
  const auto old = [&](std::size_t i) { return before[i]; };
  const auto now = [&](std::size_t i) { return documents[i]; };
  const StaticRequest request{"base"};
  if (!write_index_and_files({folder, 0, "r0", vocabulary}, before.size(), old, request, files_below(files)))
    return false;
  const Survey survey_before = survey(before.size(), 0, SurveyDepth::fingerprints, old);
  const Survey survey_now = survey(documents.size(), 0, SurveyDepth::everything, now);
  const Changes changes = changes_between(survey_before.documents, survey_now.documents);
  const auto replaced = write_delta({folder, folder, 0, request, "delta", "r1", vocabulary, survey_now, changes, {}},
                                    now, files_below(files));
  if (!replaced) return false;
  for (const std::string& name : *replaced) fs::remove(files + "/base/" + name);
  return true;
}

// Three releases of a small portal, the files of each as they are published: out/steps/0 to 2.
bool write_steps(const std::string& out, std::vector<SearchDocument> documents) {
  documents.resize(std::min<std::size_t>(documents.size(), 600));
  const auto at = [&documents](std::size_t i) { return documents[i]; };
  const std::string folder = out + "/steps-index";
  const StaticRequest request{"base"};
  if (!write_index_and_files({folder, 0, "r0"}, documents.size(), at, request, files_below(out + "/steps/0")))
    return false;
  const Survey before = survey(documents.size(), 0, SurveyDepth::fingerprints, at);
  std::set<std::string> replaced;
  for (const char* step : {"1", "2"}) {
    const std::string files = out + "/steps/" + step;
    documents[3].title = std::string("Phiên zzban") + step;
    if (*step == '2') documents.erase(documents.begin() + 5);
    const Survey now = survey(documents.size(), 0, SurveyDepth::everything, at);
    const Changes changes = changes_between(before.documents, now.documents);
    fs::create_directories(files);
    fs::copy(out + "/steps/0/base", files + "/base", fs::copy_options::recursive);
    const auto written =
        write_delta({folder, folder, 0, request, std::string("delta") + step, "r1", {}, now, changes, replaced}, at,
                    files_below(files));
    if (!written) return false;
    replaced = *written;
    for (const std::string& name : replaced) fs::remove(files + "/base/" + name);
  }
  return true;
}

// The judged queries in eight dressings.
void write_answers(const std::string& collection, const std::string& index, const std::string& file,
                   std::size_t most_queries) {
  auto searcher = Searcher::open(index);
  if (!searcher) return;
  std::ofstream answers(file, std::ios::binary);
  std::size_t number = 0;
  for (const char* queries : {"questions", "titles", "typos", "short", "numbers-exact", "numbers-nod_lower",
                              "numbers-spaces", "numbers-partial"}) {
    std::ifstream stream(collection + "/" + queries + ".tsv");
    std::size_t here = 0;
    for (std::string line; std::getline(stream, line) && here < most_queries; ++here) {
      const std::size_t tab = line.find('\t');
      const std::string text = line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1);
      for (const Query& query : dressed(text, number++)) answers << line_of(*searcher, query);
    }
  }
}

// What is offered while somebody types words out of the middle of titles, the last of them unfinished.
void write_suggestions(const std::string& collection, const std::string& index, const std::string& file,
                       std::size_t most_titles) {
  auto searcher = Searcher::open(index);
  if (!searcher) return;
  std::ofstream out(file, std::ios::binary);
  std::ifstream stream(collection + "/titles.tsv");
  std::size_t number = 0;
  for (std::string line; std::getline(stream, line) && number < most_titles; ++number) {
    const std::size_t tab = line.find('\t');
    std::istringstream text(line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1));
    const std::vector<std::string> words{std::istream_iterator<std::string>(text), {}};
    std::string typed;
    for (std::size_t i = number % 3; i < words.size() && i < number % 3 + 1 + number % 4; ++i) typed += words[i] + " ";
    typed = utf8_beginning(typed, typed.size() - std::min<std::size_t>(typed.size(), 1 + number % 3));
    const auto suggested = searcher->suggest(typed, "");
    if (!suggested) return;
    formats::JsonWriter json;
    json.begin_object().key("text").value(typed).key("offered").begin_array();
    for (const Suggestion& one : *suggested)
      json.begin_array().value(one.text).value(one.address).value(one.label).end_array();
    json.end_array().end_object();
    out << json.take() << "\n";
  }
}

// Everything a site needs, and nothing to compare: for bench/search_compare.py.
int write_site_index(const std::string& collection, const std::string& out) {
  const auto documents = read_articles(collection);
  const auto begin = std::chrono::steady_clock::now();  // unpacking the collection is no part of it
  for (const char* folder : {"/index", "/search/r1", "/compressed/r1"}) fs::create_directories(out + folder);
  // Plainly, as into a release, which is shown when it is whole.
  const auto write = [&out](const std::string& path, std::string_view bytes) {
    std::ofstream(out + path, std::ios::binary) << bytes;
  };
  const auto at = [&](std::size_t i) { return documents[i]; };
  const auto files =
      write_index_and_files({out + "/index", 0, "r1"}, documents.size(), at, {"r1"}, [&](const StaticFile& file) {
        for (const auto& [ending, bytes] : compressed_forms(file.path, file.bytes))
          write("/compressed/" + file.path + std::string(ending), bytes);
        write("/search/" + file.path, file.bytes);
        return Done{};
      });
  std::printf("%.3f\n", std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
  return files ? 0 : 1;
}

int run(const std::string& collection, const std::string& out, std::size_t count, std::size_t most_queries) {
  auto documents = read_articles(collection, count);
  std::sort(documents.begin(), documents.end(),
            [](const SearchDocument& a, const SearchDocument& b) { return a.address < b.address; });
  documents = with_parts(std::move(documents));
  fs::create_directories(out + "/index");
  IndexRequest request{out + "/index", 0, "r1"};
  Diagnostics found;
  const auto shipped = real_file_system()->read(std::string(CONGBO_SOURCE_DIR) + "/generator/site/shipped/search.yaml");
  if (shipped) read_vocabulary(*shipped, "search.yaml", request.vocabulary, found);
  if (!write_index_and_files(
          request, documents.size(), [&](std::size_t i) { return documents[i]; }, {"r1"}, files_below(out + "/search")))
    return 1;
  write_answers(collection, out + "/index", out + "/answers.jsonl", most_queries);
  write_suggestions(collection, out + "/index", out + "/suggestions.jsonl", 10 * most_queries);
  if (!write_changed(out, documents, request.vocabulary)) return 1;
  write_answers(collection, out + "/changed", out + "/changed-answers.jsonl", most_queries);
  write_suggestions(collection, out + "/changed", out + "/changed-suggestions.jsonl", 10 * most_queries);
  if (!write_steps(out, documents)) return 1;
  write_tokens(documents, out + "/tokens.txt");
  write_texts(documents, out + "/texts.jsonl");
  return 0;
}

}  // namespace
}  // namespace congbo::search

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  if (argc > 3 && std::string(argv[3]) == "index") return congbo::search::write_site_index(argv[1], argv[2]);
  const std::size_t documents = argc > 3 ? std::strtoul(argv[3], nullptr, 10) : 0;
  const std::size_t queries = argc > 4 ? std::strtoul(argv[4], nullptr, 10) : 100'000;
  return congbo::search::run(argv[1], argv[2], documents, queries);
}
