// SPDX-License-Identifier: GPL-3.0-or-later
// Withheld content appears nowhere: a whole release on disk, public and private, its index read term by term.
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "generator/base/unicode.h"
#include "search/contents.h"
#include "tests/support/catch.h"
#include "tests/support/site_from_text.h"

using namespace congbo;
using namespace congbo::tests;

namespace {

class OutFolder {
 public:
  OutFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "congbo-canary-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = name;
  }
  OutFolder(const OutFolder&) = delete;
  OutFolder& operator=(const OutFolder&) = delete;
  ~OutFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

// "q7x" stands in no word of any language; every withheld thing bears it.
std::string withheld_page(const std::string& name, const std::string& keys) {
  const std::string canary = "q7x" + name;
  return "---\ntitle: Tiêu đề " + canary + "\nunit: van-phong\ndate: 2026-05-01\nsummary: Tóm tắt " + canary +
         "\ntags: [the-" + canary + "]\ncover: " + canary + "-anh.png\ncover_alt: Ảnh " + canary +
         "\nauthor: Tác giả " + canary + "\nchange_note: Ghi " + canary + "\naliases: [/cu/" + canary + ".html]\n" +
         keys + "---\n\n## Mục " + canary + "\n\nNội dung " + canary + " [tệp](" + canary + "/" + canary +
         "-tep.pdf)\n\n![Ảnh " + canary + "](" + canary + "/" + canary + "-anh.png)\n\n\nmột \"tab\"\there\n";
}

void add_withheld(std::map<std::string, std::string>& files, const std::string& name, const std::string& keys) {
  const std::string base = "content/tin-tuc/q7x" + name;
  files[base + ".md"] = withheld_page(name, keys);
  files[base + "/q7x" + name + "-anh.png"] = "q7x bytes";
  files[base + "/q7x" + name + "-tep.pdf"] = "%PDF q7x bytes";
}

std::map<std::string, std::string> whole_site() {
  std::map<std::string, std::string> files = usual_files();
  add_withheld(files, "nhap", "status: draft\n");
  add_withheld(files, "camvan", "embargo: {until: 2026-09-01T08:00, reason: q7x, authority: q7x}\n");
  add_withheld(files, "camhan", "embargo: {reason: q7x, authority: q7x}\n");
  add_withheld(files, "hen", "release_at: 2026-07-01T08:00\n");
  add_withheld(files, "het", "expires_at: 2026-05-20T08:00\n");
  files["content/muc/_index.md"] = "---\ntitle: Mục q7xmuc\nstatus: draft\n---\n";
  files["content/muc/con.md"] = withheld_page("con", "");
  files["content/tin-tuc/that.md"] =
      "---\ntitle: Bài thật\nunit: van-phong\ndate: 2026-05-01\nsummary: Thật.\n---\n\nXem [bài nháp](q7xnhap.md) và "
      "[tệp](q7xnhap/q7xnhap-tep.pdf).\n";
  files["content/_site/redirects.csv"] = "from,to,reason\n/cu/duong.html,/tin-tuc/q7xhen.html,q7x\n";
  return files;
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

pipeline::BuildReport build_to(const std::string& out, std::map<std::string, std::string> files) {
  pipeline::BuildRequest request;
  request.out = out;
  request.prepare.snapshot = memory_snapshot(std::move(files));
  request.prepare.now = *parse_instant("2026-06-01T08:00");
  request.prepare.jobs = 2;
  StageTimer timer;
  Result<pipeline::BuildReport> report = pipeline::build_site(request, timer);
  REQUIRE(report);
  return *std::move(report);
}

std::size_t count_in_index(const std::string& out, std::string_view needle) {
  std::size_t count = 0, texts = 0;
  const Result<Done> read = search::each_text(out + "/private/search/main/index.glass", [&](std::string_view text) {
    ++texts;
    if (fold(text).find(needle) != std::string::npos) ++count;
  });
  REQUIRE(read);
  CHECK(texts > 10);
  return count;
}

}  // namespace

TEST_CASE("nothing withheld is in any byte of a release or term of its index", "[canary][REF-04][PII-01][SEA-03]") {
  const OutFolder out;
  const pipeline::BuildReport report = build_to(out.path(), whole_site());
  std::string found;
  for (const Diagnostic& one : report.found.all())
    if (one.severity == Severity::error) found += one.where.file + " " + one.code + "\n";
  REQUIRE(found == "");
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(
           out.path() + "/.release", std::filesystem::directory_options::follow_directory_symlink)) {
    const std::string path = entry.path().lexically_relative(out.path()).string();
    INFO(path);
    CHECK(path.find("q7x") == std::string::npos);
    if (!entry.is_regular_file()) continue;
    ++files;
    CHECK(fold(bytes_of(entry.path())).find("q7x") == std::string::npos);
  }
  CHECK(files > 30);
  CHECK(count_in_index(out.path(), "q7x") == 0);
  CHECK(count_in_index(out.path(), "that") > 0);  // the proof can fail
}

TEST_CASE("a withdrawn page keeps its address and leaves search, lists and feeds", "[canary][REV-05][SEA-03]") {
  const OutFolder out;
  std::map<std::string, std::string> files = usual_files();
  add_withheld(files, "rut", "withdrawn: {at: 2026-05-20T08:00, reason: Sai., authority: VP}\n");
  files["content/tin-tuc/that.md"] =
      "---\ntitle: Bài thật\nunit: van-phong\ndate: 2026-05-01\nsummary: Thật.\n---\nChữ.\n";
  const pipeline::BuildReport report = build_to(out.path(), std::move(files));
  REQUIRE(report.published);
  CHECK(count_in_index(out.path(), "q7x") == 0);
  const std::filesystem::path site = out.path() + "/public/main";
  CHECK(std::filesystem::exists(site / "tin-tuc/q7xrut.html"));
  for (const char* path : {"index.html", "tin-tuc/index.html", "tin-tuc/atom.xml", "tin-tuc/rss.xml", "sitemap-1.xml",
                           "tin-tuc/that.html", "don-vi/van-phong/index.html"}) {
    INFO(path);
    CHECK(bytes_of(site / path).find("q7x") == std::string::npos);
  }
  CHECK_FALSE(std::filesystem::exists(site / "the/the-q7xrut/index.html"));
}
