// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/drafts/editions.h"

#include "preview/drafts/site_changes.h"
#include "tests/unit/drafts/repository.h"

using namespace congbo;
using namespace congbo::drafts;

namespace {

Editions editions_of(const Newsroom& newsroom, std::size_t keep) {
  EditionsRequest request;
  request.repository = *provenance::Drafts::open(newsroom.folder.root());
  request.now = parse_instant("2026-11-24T08:00");
  request.keep = keep;
  return Editions(std::move(request));
}

pages::PagePointer page_of(const DraftEdition& edition, const char* source) {
  const pages::Library& library = edition.site->library;
  return library.pages()[library.by_source(source)];
}

const record::PublicRecord& record_of(const DraftEdition& edition, const std::string& source) {
  return edition.site->publication.records[edition.site->library.by_source(source)];
}

}  // namespace

TEST_CASE("branches share every page that they have alike", "[drafts]") {
  Newsroom newsroom;
  Editions editions = editions_of(newsroom, 8);
  const std::string tip = newsroom.folder.run("git rev-parse sua-bai");
  const auto main = *editions.get({{}, newsroom.main, {}});
  const auto draft = *editions.get({newsroom.main, tip, {}});
  const auto commit = *editions.get({{}, tip, {}});
  CHECK(page_of(*main, "content/tin-tuc/b.md") == page_of(*draft, "content/tin-tuc/b.md"));
  CHECK(page_of(*main, "content/tin-tuc/a.md") != page_of(*draft, "content/tin-tuc/a.md"));
  CHECK(page_of(*commit, "content/tin-tuc/a.md") == page_of(*draft, "content/tin-tuc/a.md"));
  CHECK(&record_of(*main, "content/tin-tuc/b.md") == &record_of(*draft, "content/tin-tuc/b.md"));
  CHECK(&record_of(*main, "content/tin-tuc/a.md") != &record_of(*draft, "content/tin-tuc/a.md"));
  CHECK(main->site->site == draft->site->site);
  CHECK(*editions.get({newsroom.main, tip, {}}) == draft);  // built once
}

TEST_CASE("a branch with other settings has pages of its own", "[drafts]") {
  Newsroom newsroom;
  const std::string tip = newsroom.branch("cai-dat", [&] {
    newsroom.folder.write(
        "content/_site/site.yaml",
        "format: 1\nid: main\nname: {vi: Cổng khác tên}\nbase_url: https://thu.example\nlanguages: [vi]\n");
  });
  Editions editions = editions_of(newsroom, 8);
  const auto main = *editions.get({{}, newsroom.main, {}});
  const auto draft = *editions.get({newsroom.main, tip, {}});
  CHECK(page_of(*main, "content/tin-tuc/b.md") != page_of(*draft, "content/tin-tuc/b.md"));
  CHECK(page_of(*draft, "content/tin-tuc/b.md")->portal == &draft->site->site->portals.front());
}

TEST_CASE("editions that nobody asked for lately are let go", "[drafts]") {
  Newsroom newsroom;
  Editions editions = editions_of(newsroom, 2);
  std::vector<std::weak_ptr<const DraftEdition>> seen;
  for (const char* branch : {"sua-bai", "bo-bai", "tin/Bài-Mới"})
    seen.emplace_back(
        *editions.get({newsroom.main, newsroom.folder.run(std::string("git rev-parse '") + branch + "'"), {}}));
  CHECK(seen[0].expired());
  CHECK(seen[1].expired());
  CHECK_FALSE(seen[2].expired());  // and the main branch, which it was laid over
}

namespace {

// The bytes of every file that the edition publishes, each after its name.
std::string all_outputs(const DraftEdition& edition) {
  std::string all;
  for (const PlannedOutput& output : edition.site->plan->outputs)
    all += output.path() + "\n" + *pipeline::produce(*edition.site, output) + "\n";
  return all;
}

}  // namespace

TEST_CASE("forty branches with a new page each take no more than a few do", "[drafts]") {
  Newsroom newsroom;
  newsroom.folder.run(
      "for n in $(seq 300); do printf -- '---\\ntitle: Bài %s\\n---\\nThân bài.\\n' $n > content/tin-tuc/cu-$n.md; "
      "done");
  const std::string main = newsroom.folder.commit_all();
  std::vector<std::string> tips;
  for (int i = 0; i < 40; ++i) {
    const std::string name = "moi-" + std::to_string(i);
    tips.push_back(newsroom.branch(
        name, [&] { newsroom.folder.write("content/tin-tuc/" + name + ".md", item(name, "Chưa ai duyệt.")); }));
  }
  EditionsRequest request;
  request.repository = *provenance::Drafts::open(newsroom.folder.root());
  request.now = parse_instant("2026-11-24T08:00");
  request.keep_bytes = 1'000'000;  // three of 300 pages
  Editions editions(request);
  std::vector<std::weak_ptr<const pipeline::Site>> seen;
  std::vector<std::weak_ptr<const listing::Listings>> lists;
  const auto alive = [](const auto& all) {
    return std::count_if(all.begin(), all.end(), [](const auto& one) { return !one.expired(); });
  };
  std::weak_ptr<const pipeline::Site> base = (*editions.get({{}, main, {}}))->site;
  for (const std::string& tip : tips) {
    const auto edition = *editions.get({main, tip, {}});
    seen.emplace_back(edition->site);
    lists.emplace_back(edition->site->listings);
    CHECK(alive(seen) <= 4);  // one of them is held here
  }
  CHECK(alive(seen) == 3);
  CHECK(alive(lists) == 3);
  CHECK_FALSE(base.expired());
  const auto again = *editions.get({main, tips.front(), {}});  // let go long ago, made once more
  Editions fresh(request);
  CHECK(all_outputs(*again) == all_outputs(**fresh.get({main, tips.front(), {}})));
  CHECK(all_outputs(*again).find("moi-0.html") != std::string::npos);
}

TEST_CASE("the survey of all drafts takes nothing away from readers", "[drafts]") {
  Newsroom newsroom;
  Editions editions = editions_of(newsroom, 2);
  const auto tip = [&](const char* branch) { return newsroom.folder.run(std::string("git rev-parse ") + branch); };
  std::weak_ptr<const DraftEdition> read = *editions.get({newsroom.main, tip("sua-bai"), {}});
  std::weak_ptr<const DraftEdition> surveyed = *editions.get({newsroom.main, tip("bo-bai"), {}}, Asker::survey);
  CHECK_FALSE(read.expired());
  CHECK(surveyed.expired());
}

TEST_CASE("what a draft changes is found once, also when its edition was let go meanwhile", "[drafts]") {
  Newsroom newsroom;
  EditionsRequest request;
  request.repository = *provenance::Drafts::open(newsroom.folder.root());
  request.now = parse_instant("2026-11-24T08:00");
  request.keep = 2;
  ChangesKeeper keeper(std::make_shared<Editions>(std::move(request)));
  const auto changes = [&](const char* branch) {
    return *keeper.get({newsroom.main, newsroom.folder.run(std::string("git rev-parse ") + branch), {}});
  };
  const auto first = changes("sua-bai"), other = changes("bo-bai");
  CHECK(changes("sua-bai") == first);
  CHECK(other != first);
  CHECK(first->by_hand.front().path == "/tin-tuc/a.html");
}
