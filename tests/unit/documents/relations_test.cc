// SPDX-License-Identifier: GPL-3.0-or-later
// Relations of documents both ways, and what is in force.
#include "generator/documents/relations.h"

#include <random>

#include "tests/unit/documents/documents_site.h"

using namespace congbo;
using documents::Side;
using test::DocumentsSite;

TEST_CASE("the page of a replaced document says so without being edited", "[DOC-03]") {
  DocumentsSite site;
  site.add("content/vb/a.md", "774/QĐ-UBND", "2008-05-22");
  DocumentsSite::say(site.add("content/vb/b.md", "1526/QĐ-UBND", "2012-09-05"), "replaces", {"774/QĐ-UBND"});
  CHECK(site.table("content/vb/a.md") == "< replaces vb/b");
  CHECK(site.table("content/vb/b.md") == "> replaces vb/a");
}

TEST_CASE("documents are named by number in any spelling, by path, by id, or within a sentence", "[DOC-03]") {
  const char* written = GENERATE("40/2012/QĐ-UBND", "40/2012/QD-UBND.", "số 40 / 2012 / qđ–ubnd", "vb/a", "/vb/a.html",
                                 "./a.md", "Quyết định số 40/2012/QĐ-UBND ngày 24/12/2012 của Ủy ban nhân dân tỉnh");
  CAPTURE(written);
  DocumentsSite site;
  site.add("content/vb/a.md", "40/2012/QĐ-UBND", "2012-12-24");
  DocumentsSite::say(site.add("content/vb/b.md", "12/2020/QĐ-UBND", "2020-02-03"), "amends", {written});
  CHECK(site.table("content/vb/a.md") == "< amends vb/b");
}

TEST_CASE("what the portal does not have stays text", "[DOC-03]") {
  DocumentsSite site;
  DocumentsSite::say(site.add("content/vb/b.md", "12/2020/QĐ-UBND", "2020-02-03"), "based_on",
                     {"Luật Đất đai", "45/2013/QH13"});
  CHECK(site.table("content/vb/b.md") == "> based_on «45/2013/QH13»; > based_on «Luật Đất đai»");
}

TEST_CASE("of documents with one number without a year, the last before the one that names it is meant", "[DOC-03]") {
  DocumentsSite site;
  site.add("content/vb/a.md", "15/QĐ-UBND", "2018-01-05");
  site.add("content/vb/b.md", "15/QĐ-UBND", "2019-01-05");
  site.add("content/vb/c.md", "15/QĐ-UBND", "2021-01-05");
  DocumentsSite::say(site.add("content/vb/d.md", "99/QĐ-UBND", "2020-06-01"), "replaces", {"15/QĐ-UBND"});
  DocumentsSite::say(site.add("content/vb/e.md", "98/QĐ-UBND", "2020-06-01"), "replaces",
                     {"15/QĐ-UBND ngày 05/01/2018"});
  DocumentsSite::say(site.add("content/vb/f.md", "97/QĐ-UBND", "2017-06-01"), "replaces", {"15/QĐ-UBND"});
  CHECK(site.table("content/vb/d.md") == "> replaces vb/b");
  CHECK(site.table("content/vb/e.md") == "> replaces vb/a");
  CHECK(site.table("content/vb/f.md") == "> replaces «15/QĐ-UBND»");
}

TEST_CASE("a commune finds its own documents first, then the province's, never another's", "[DOC-08][DOC-03]") {
  DocumentsSite site;
  site.add("content/vb/a.md", "01/2026/QĐ-UBND", "2026-01-05");
  site.add("content/vb/b.md", "02/2026/QĐ-UBND", "2026-01-06");
  site.add("content/sites/xa-a/vb/a.md", "01/2026/QĐ-UBND", "2026-01-07");
  DocumentsSite::say(site.add("content/sites/xa-a/vb/c.md", "03/2026/QĐ-UBND", "2026-02-01"), "based_on",
                     {"01/2026/QĐ-UBND", "02/2026/QĐ-UBND"});
  DocumentsSite::say(site.add("content/vb/d.md", "04/2026/QĐ-UBND", "2026-02-01"), "based_on", {"03/2026/QĐ-UBND"});
  const auto worked = site.work("2026-06-01T08:00");
  const documents::Document* document = worked.relations.of(worked.library.by_source("content/sites/xa-a/vb/c.md"));
  REQUIRE(document->entries.size() == 2);
  CHECK(worked.library[document->entries[0].other].source == "content/sites/xa-a/vb/a.md");
  CHECK(worked.library[document->entries[1].other].source == "content/vb/b.md");
  CHECK(site.table("content/vb/d.md") == "> based_on «03/2026/QĐ-UBND»");
}

TEST_CASE("documents that are not public say nothing and are told of by nobody", "[DOC-03]") {
  DocumentsSite site;
  site.add("content/vb/a.md", "40/2012/QĐ-UBND", "2012-12-24");
  pages::Page& draft = site.add("content/vb/b.md", "12/2020/QĐ-UBND", "2020-02-03");
  DocumentsSite::say(draft, "replaces", {"40/2012/QĐ-UBND"});
  DocumentsSite::say(site.add("content/vb/c.md", "13/2020/QĐ-UBND", "2020-02-04"), "amends", {"vb/b"});
  draft.status = pages::Status::draft;
  CHECK(site.table("content/vb/a.md").empty());
  CHECK(site.validity("content/vb/a.md", "2026-06-01T08:00") == "in-force");
  CHECK(site.table("content/vb/c.md").empty());  // not even the path
  CHECK(DocumentsSite::table(site.work("2026-06-01T08:00", edition::Audience::drafts), "content/vb/a.md") ==
        "< replaces vb/b");
  draft.status = pages::Status::withdrawn;
  CHECK(site.table("content/vb/a.md").empty());
}

TEST_CASE("what is in force follows dates and relations", "[DOC-03]") {
  DocumentsSite site;
  site.add("content/vb/a.md", "40/2012/QĐ-UBND", "2013-01-03");
  pages::Page& amending = site.add("content/vb/b.md", "12/2020/QĐ-UBND", "2020-02-03");
  DocumentsSite::say(amending, "amends", {"40/2012/QĐ-UBND"});
  pages::Page& replacing = site.add("content/vb/c.md", "20/2026/QĐ-UBND", "2026-09-01");
  DocumentsSite::say(replacing, "replaces", {"40/2012/QĐ-UBND"});
  struct Row {
    const char *now, *expected;
  };
  const Row row = GENERATE(values<Row>({{"2013-01-02T23:59:59", "pending"},
                                        {"2013-01-03T00:00", "in-force"},
                                        {"2020-02-02T23:59:59", "in-force"},
                                        {"2020-02-03T00:00", "partly"},
                                        {"2026-08-31T23:59:59", "partly"},
                                        {"2026-09-01T00:00", "ended"}}));
  CAPTURE(row.now);
  CHECK(site.validity("content/vb/a.md", row.now) == row.expected);
}

TEST_CASE("a document that never takes effect ends none", "[DOC-03]") {
  DocumentsSite site;
  site.add("content/vb/a.md", "1/2012/QĐ-UBND", "2012-01-01");
  DocumentsSite::say(site.add("content/vb/b.md", "2/2020/QĐ-UBND", "2020-06-01"), "replaces", {"1/2012/QĐ-UBND"});
  DocumentsSite::say(site.add("content/vb/c.md", "3/2020/QĐ-UBND", "2020-05-01"), "repeals", {"vb/b"});
  CHECK(site.validity("content/vb/b.md", "2026-01-01T00:00") == "ended");
  CHECK(site.validity("content/vb/a.md", "2026-01-01T00:00") == "in-force");
}

TEST_CASE("repealed_by names a document of the portal or any other", "[DOC-03]") {
  DocumentsSite site;
  pages::Page& known = site.add("content/vb/a.md", "1/2012/QĐ-UBND", "2012-01-01");
  test::set_field(known, "repealed_by", test::value_of("vb/c"));
  pages::Page& unknown = site.add("content/vb/b.md", "2/2012/QĐ-UBND", "2012-01-01");
  test::set_field(unknown, "repealed_by", test::value_of("9/2019/QĐ-UBND"));
  site.add("content/vb/c.md", "3/2026/QĐ-UBND", "2026-07-01");
  CHECK(site.table("content/vb/c.md") == "> repeals vb/a");
  CHECK(site.validity("content/vb/a.md", "2026-06-30T23:59:59") == "in-force");
  CHECK(site.validity("content/vb/a.md", "2026-07-01T00:00") == "ended");
  CHECK(site.validity("content/vb/b.md", "2026-06-30T23:59:59") == "ended");
  CHECK(site.table("content/vb/b.md") == "< repeals «9/2019/QĐ-UBND»");
}

TEST_CASE("a translation is the document it translates", "[DOC-03]") {
  DocumentsSite site;
  site.add("content/vb/a.md", "1/2012/QĐ-UBND", "2012-01-01");
  pages::Page& english = site.add("content/en/docs/a.md", "1/2012/QĐ-UBND", "2012-01-01");
  english.translation_of = "vb/a";
  DocumentsSite::say(site.add("content/vb/b.md", "2/2020/QĐ-UBND", "2020-06-01"), "replaces", {"1/2012/QĐ-UBND"});
  pages::Page& other = site.add("content/en/docs/b.md", "2/2020/QĐ-UBND", "2020-06-01");
  other.translation_of = "vb/b";
  DocumentsSite::say(other, "replaces", {"1/2012/QĐ-UBND"});
  CHECK(site.table("content/vb/a.md") == "< replaces vb/b");
  CHECK(site.table("content/en/docs/a.md") == "< replaces vb/b");
  CHECK(site.validity("content/en/docs/a.md", "2026-01-01T00:00") == "ended");
}

namespace {

DocumentsSite random_site(unsigned seed) {
  std::mt19937 random(seed);
  DocumentsSite site;
  static const char* keys[] = {"replaces", "repeals", "repeals_partly", "amends", "guides", "based_on"};
  const auto number = [&](unsigned i) { return std::to_string(i) + "/2020/QĐ-UBND"; };
  const auto name = [&]() {
    const unsigned i = random() % 14;
    return random() % 2 ? number(i) : "vb/" + std::to_string(i);
  };
  for (unsigned i = 0; i < 12; ++i) {
    const Date day = add_days({2026, 1, 1}, static_cast<int>(random() % 300));
    pages::Page& page = site.add("content/vb/" + std::to_string(i) + ".md", number(i), to_text(day));
    for (unsigned said = random() % 3; said > 0; --said) DocumentsSite::say(page, keys[random() % 6], {name(), name()});
    if (random() % 4 == 0) test::set_field(page, "repealed_by", test::value_of(name()));
    if (random() % 4 == 0)
      test::set_field(page, "expires_on", test::value_of(add_days(day, static_cast<int>(random() % 200))));
    if (random() % 5 == 0) page.status = random() % 2 ? pages::Status::draft : pages::Status::withdrawn;
    if (random() % 5 == 0) page.release_at = start_of_day(add_days(day, 20));
  }
  return site;
}

std::string seen(const DocumentsSite& site, Instant moment) {
  const auto worked = site.work(to_rfc3339(moment));
  std::string text;
  for (const documents::Document& document : worked.relations.documents)
    text += worked.library[document.page].id + " " + std::string(documents::name_of(document.force.at(moment))) + " " +
            DocumentsSite::table(worked, worked.library[document.page].source) + "\n";
  return text;
}

}  // namespace

TEST_CASE("relations are told on both sides, for any documents", "[DOC-03]") {
  for (unsigned seed = 0; seed < 200; ++seed) {
    const auto worked = random_site(seed).work("2026-06-01T08:00");
    CAPTURE(seed);
    std::size_t links = 0;
    for (const documents::Document& document : worked.relations.documents)
      for (const documents::Entry& entry : document.entries) {
        if (entry.other == pages::no_page) continue;
        ++links;
        const documents::Document* other = worked.relations.of(entry.other);
        REQUIRE(other);
        const Side opposite = entry.side == Side::does ? Side::undergoes : Side::does;
        const bool told = std::any_of(other->entries.begin(), other->entries.end(), [&](const documents::Entry& back) {
          return back.kind == entry.kind && back.side == opposite && back.other == document.page;
        });
        CHECK(told);
        CHECK(worked.edition.is_listed(entry.other));
      }
    CHECK(links == 2 * worked.relations.all.size());
  }
}

TEST_CASE("nothing of documents changes before the next event, and something does then", "[DOC-03]") {
  for (unsigned seed = 0; seed < 60; ++seed) {
    const DocumentsSite site = random_site(seed);
    CAPTURE(seed);
    Instant now = start_of_day({2025, 12, 1});
    for (int step = 0; step < 60; ++step) {
      const auto worked = site.work(to_rfc3339(now));
      std::optional<Instant> next = worked.edition.next_event;
      if (const auto own = worked.relations.next_event) next = std::min(next.value_or(*own), *own);
      const std::string before = seen(site, now);
      if (!next) {
        CHECK(seen(site, start_of_day({2040, 1, 1})) == before);
        break;
      }
      REQUIRE(*next > now);
      CHECK(seen(site, {next->seconds - 1}) == before);
      // Another event of the edition may change the day of publication and nothing of documents.
      if (worked.relations.next_event == next) CHECK(seen(site, *next) != before);
      now = *next;
    }
  }
}
