// SPDX-License-Identifier: GPL-3.0-or-later
// What a draft shares with the main branch changes no byte of it: the demonstration portal with edits by chance, once
// laid over the edition of the main branch and once from nothing.
#include <cstdlib>
#include <random>
#include <set>

#include "generator/pipeline/stages.h"
#include "tests/support/catch.h"
#include "tests/support/site_from_text.h"

using namespace congbo;
using namespace congbo::tests;

namespace {

// Files over others, whose entries stay where they are.
class Overlay final : public Snapshot {
 public:
  Overlay(std::shared_ptr<const Snapshot> base, std::map<std::string, std::string> written,
          const std::vector<std::string>& gone)
      : base_(std::move(base)), written_(std::move(written)) {
    std::vector<SnapshotEntry> own;
    for (const auto& [path, bytes] : written_)
      own.push_back({path, bytes.size(), "written " + std::to_string(std::hash<std::string>()(bytes)), false});
    entries_ = base_->entries().with(std::move(own), gone);
  }
  const SnapshotEntries& entries() const override { return entries_; }
  Result<std::string> read(const SnapshotEntry& entry) const override {
    const auto own = written_.find(entry.path);
    return own == written_.end() ? base_->read(entry) : Result<std::string>(own->second);
  }

 private:
  std::shared_ptr<const Snapshot> base_;
  std::map<std::string, std::string> written_;
  SnapshotEntries entries_;
};

class Editor {
 public:
  Editor(std::shared_ptr<const Snapshot> base, unsigned seed) : base_(std::move(base)), chance_(seed) {
    for (const SnapshotEntry& entry : base_->entries()) {
      if (entry.path.find("/_site/") != std::string::npos) continue;
      (entry.path.ends_with(".md") ? pages_ : files_).push_back(entry.path);
    }
  }

  std::shared_ptr<const Snapshot> edit() {
    for (std::size_t edits = 1 + pick(3); edits > 0; --edits) edit_once();
    for (const std::string& path : gone_) written_.erase(path);
    return std::make_shared<Overlay>(base_, written_, std::vector<std::string>(gone_.begin(), gone_.end()));
  }
  const std::string& said() const { return said_; }

 private:
  std::size_t pick(std::size_t count) { return chance_() % count; }

  void edit_once() {
    const std::string path = pages_[pick(pages_.size())];
    const std::size_t kind = pick(16);
    said_ += std::to_string(kind) + " " + path + "\n";
    if (kind <= 2) written_[path] = text_of(path) + "\nThêm một câu, với [liên kết](/tin-tuc/) và **chữ đậm**.\n";
    if (kind == 3) replace_line(path, "title: ", "title: Một tên khác hẳn");
    if (kind == 4) replace_line(path, "summary: ", "summary: Tóm tắt khác.");
    if (kind == 5) add_line(path, "tags: [thẻ chưa ai dùng, chuyển đổi số]");
    if (kind == 6) gone_.insert(path);
    if (kind == 7) written_[path.substr(0, path.size() - 3) + "-chep.md"] = text_of(path);
    if (kind == 8) move(path);
    if (kind == 9) add_line(path, "status: draft");
    if (kind == 10) replace_line(path, "date: ", "date: 2026-10-05");
    if (kind == 11) gone_.insert(files_[pick(files_.size())]);
    if (kind == 12) written_[files_[pick(files_.size())]] = "khác";
    if (kind == 13) settings();
    if (kind == 14) written_[path.substr(0, path.size() - 3) + "/them.pdf"] = "%PDF-1.4 thêm";
    if (kind == 15) replace_line(path, "number: ", "number: 1/2026/QĐ-UBND");
  }

  void move(const std::string& path) {
    const std::string other = pages_[pick(pages_.size())];
    written_[other.substr(0, other.rfind('/')) + "/chuyen-toi.md"] = text_of(path);
    gone_.insert(path);
  }

  void settings() {
    switch (pick(5)) {
      case 0:
        written_["content/_site/units.yaml"] = text_of("content/_site/units.yaml") + "\n# không đổi gì\n";
        break;
      case 1:
        written_["layouts/i18n/vi.yaml"] = "home: Về đầu\n";
        break;
      case 2:
        written_["layouts/article.html"] =
            "{{!own}}<article><h1>{{TITLE}}</h1>{{>ribbon}}</article>";  // wrong: nothing can be shown
        break;
      case 3:
        written_["content/sites/xa-moi/tin.md"] = "---\ntitle: Tin của xã mới\n---\n";
        break;
      default:
        written_["layouts/styles/print.css"] = "body{color:#000}";
    }
  }

  std::string text_of(const std::string& path) {
    if (const auto own = written_.find(path); own != written_.end()) return own->second;
    const SnapshotEntry* entry = base_->find(path);
    return entry ? *base_->read(*entry) : std::string();
  }

  void add_line(const std::string& path, const std::string& line) {
    std::string text = text_of(path);
    if (text.starts_with("---\n")) written_[path] = text.insert(4, line + "\n");
  }

  void replace_line(const std::string& path, const std::string& begin, const std::string& line) {
    std::string text = text_of(path);
    const std::size_t at = text.find("\n" + begin);
    if (at == std::string::npos) return add_line(path, line);
    written_[path] = text.replace(at + 1, text.find('\n', at + 1) - at - 1, line);
  }

  std::shared_ptr<const Snapshot> base_;
  std::mt19937 chance_;
  std::vector<std::string> pages_, files_;
  std::map<std::string, std::string> written_;
  std::set<std::string> gone_;
  std::string said_;
};

std::unique_ptr<pipeline::Site> prepared(std::shared_ptr<const Snapshot> snapshot,
                                         const std::shared_ptr<pipeline::PageCache>& cache,
                                         std::shared_ptr<const pipeline::Site> like) {
  pipeline::PrepareRequest request;
  request.snapshot = std::move(snapshot);
  request.now = *parse_instant("2026-11-24T08:00");
  request.audience = edition::Audience::drafts;
  request.cache = cache;
  request.like = std::move(like);
  request.local_hosts = "http://{portal}.preview.invalid";
  request.checks = pipeline::Checks::leave_out;
  StageTimer timer;
  return pipeline::prepare(request, timer);
}

std::string found_by(const pipeline::Site& site) {
  Diagnostics all = site.found;
  if (site.renderer) all.append(pipeline::check_prepared(site));
  all.sort();
  std::string text;
  for (const Diagnostic& one : all.all())
    text += diagnostics::message(one, diagnostics::Language::english) + " " + one.where.file + ":" +
            std::to_string(one.where.line) + ":" + std::to_string(one.where.column) + "\n";
  return text;
}

void check_same(const pipeline::Site& shared, const pipeline::Site& alone) {
  CHECK(found_by(shared) == found_by(alone));
  CHECK(shared.edition.next_event == alone.edition.next_event);
  REQUIRE(!shared.renderer == !alone.renderer);
  REQUIRE(shared.plan->outputs.size() == alone.plan->outputs.size());
  for (std::size_t i = 0; i < alone.plan->outputs.size(); ++i) {
    const PlannedOutput &one = shared.plan->outputs[i], &other = alone.plan->outputs[i];
    REQUIRE(one.path() == other.path());
    const std::string bytes = *pipeline::produce(shared, one), expected = *pipeline::produce(alone, other);
    if (bytes == expected && one.reason() == other.reason() && one.source() == other.source()) continue;
    const auto at = static_cast<std::size_t>(
        std::mismatch(bytes.begin(), bytes.end(), expected.begin(), expected.end()).first - bytes.begin());
    CAPTURE(one.path());
    CHECK(bytes.substr(at, 200) == expected.substr(at, 200));
  }
}

}  // namespace

TEST_CASE("a draft that shares what it has alike with the main branch is what it would be alone",
          "[pipeline][preview]") {
  const auto files = real_file_system();
  auto folder = folder_snapshot(*files, CONGBO_SOURCE_DIR);
  REQUIRE(folder);
  const std::shared_ptr<const Snapshot> base = *std::move(folder);
  const auto cache = pipeline::make_page_cache();
  const std::shared_ptr<const pipeline::Site> main = prepared(base, cache, nullptr);
  const char* wanted = std::getenv("CONGBO_ROUNDS");
  const unsigned rounds = wanted ? static_cast<unsigned>(std::atoi(wanted)) : 12;
  std::size_t arranged = 0;
  for (unsigned round = 0; round < rounds; ++round) {
    Editor editor(base, round);
    const std::shared_ptr<const Snapshot> draft = editor.edit();
    INFO("round " << round << ":\n" << editor.said());
    const auto shared = prepared(draft, cache, main);
    arranged += shared->listings == main->listings ? 1 : 0;
    check_same(*shared, *prepared(draft, nullptr, nullptr));
  }
  CHECK(arranged > 0);
  CHECK(arranged < rounds);
}

TEST_CASE("a draft stays whole when the edition it shares with is let go", "[pipeline][preview]") {
  const auto files = real_file_system();
  auto folder = folder_snapshot(*files, CONGBO_SOURCE_DIR);
  REQUIRE(folder);
  const std::shared_ptr<const Snapshot> base = *std::move(folder);
  const auto draft = std::make_shared<Overlay>(
      base, std::map<std::string, std::string>{{"content/lien-he.md", "---\ntitle: Liên hệ\n---\nLời khác.\n"}},
      std::vector<std::string>());
  auto cache = pipeline::make_page_cache();
  std::shared_ptr<const pipeline::Site> main = prepared(base, cache, nullptr);
  const auto shared = prepared(draft, cache, main);
  main.reset();
  cache.reset();
  check_same(*shared, *prepared(draft, nullptr, nullptr));
}
