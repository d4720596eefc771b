// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of a whole site: what pages say of them, what is published of them, what editors are told.
#include "generator/pipeline/pictures.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "generator/images/decode.h"
#include "generator/images/workshop.h"
#include "tests/support/catch.h"
#include "tests/support/picture.h"
#include "tests/support/site_from_text.h"
#include "tests/support/temporary_folder.h"

using namespace congbo;

namespace {

std::string jpeg_from_phone() {
  const std::string source = tests::png(1000, 600);
  const auto facts = images::look_at(source);
  const auto jpeg =
      images::Decoded(source, *facts).make({images::Shape::original, images::Format::jpeg, 1000, 600, {}});
  return tests::as_from_phone(*jpeg, 1);
}

std::map<std::string, std::string> article_with_pictures() {
  std::map<std::string, std::string> files = tests::usual_files();
  files["content/tin-tuc/le.md"] =
      "---\ntitle: Lễ khánh thành cầu\nunit: van-phong\ndate: 2026-05-01\nfeatured: true\nsummary: Cầu mới.\n"
      "cover: le/anh.jpg\ncover_alt: Cầu mới bắc qua sông\ncover_focus: 20% 30%\n---\n"
      "![Cầu](le/anh.jpg \"Cầu \\\"mới\\\"\")\n\n:::figure\nsrc: le/cau.png\nalt: Cây cầu\n:::\n";
  files["content/tin-tuc/le/anh.jpg"] = jpeg_from_phone();
  files["content/tin-tuc/le/cau.png"] = tests::png(700, 500);
  return files;
}

pipeline::PrepareRequest request_of(std::map<std::string, std::string> files,
                                    std::shared_ptr<images::Workshop> workshop) {
  pipeline::PrepareRequest request;
  request.snapshot = memory_snapshot(std::move(files));
  request.now = *parse_instant("2026-06-01T08:00");
  request.pictures = std::move(workshop);
  return request;
}

std::map<std::string, std::string> files_below(const std::string& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    files[entry.path().lexically_relative(folder)] = bytes.str();
  }
  return files;
}

std::string codes(const Diagnostics& found) {
  std::string text;
  for (const Diagnostic& one : found.all())
    text += one.where.file + ":" + std::to_string(one.where.line) + " " + one.code + "\n";
  return text;
}

}  // namespace

TEST_CASE("no published byte says where a picture was taken or with what", "[PII-04][MED-03][images]") {
  const test::TemporaryFolder folder;
  const auto workshop = std::make_shared<images::Workshop>(images::folder_store(folder / "cache"));
  pipeline::BuildRequest request{request_of(article_with_pictures(), workshop), folder / "out"};
  request.search = pipeline::SearchIndex::leave_out;
  StageTimer timer;
  const auto report = pipeline::build_site(request, timer);
  REQUIRE(report);
  REQUIRE(report->published);
  const auto files = files_below(folder / "out/.release/current/public");
  for (const auto& [path, bytes] : files) {
    INFO(path);
    CHECK(bytes.find(tests::phone_maker) == std::string::npos);
    CHECK(bytes.find("GPSLatitude") == std::string::npos);
  }
  // The picture keeps its permanent address; three widths and more stand beside it.
  CHECK(files.contains("main/tin-tuc/le/anh.jpg"));
  const auto sizes = [&](std::string_view ending) {
    return std::count_if(files.begin(), files.end(), [&](const auto& file) {
      return file.first.starts_with("main/tin-tuc/le/anh-") && file.first.ends_with(ending);
    });
  };
  CHECK(sizes(".avif") == 7);  // 320, 640, 960 and 1000 whole; 320, 640 and 900 cut for cards
  CHECK(sizes(".webp") == 4);  // 640 and 1000 whole; 640 and 900 cut
}

TEST_CASE("a portal that wants no AVIF has WebP in every width", "[MED-03][images]") {
  auto files = article_with_pictures();
  files["content/_site/policy.yaml"] = "choices: {image_avif: 0}\n";
  StageTimer timer;
  const auto workshop = std::make_shared<images::Workshop>(images::memory_store());
  const tests::BuiltSite built{pipeline::prepare(request_of(std::move(files), workshop), timer)};
  const std::string page = built.file("main/tin-tuc/le.html");
  CHECK_THAT(page, !Catch::Contains("avif"));
  CHECK_THAT(page, Catch::Contains("<source type=\"image/webp\" srcset=\"/tin-tuc/le/anh-320-"));
}

TEST_CASE("a second build makes no picture again and gives the same bytes", "[MED-03][images]") {
  const test::TemporaryFolder folder;
  const auto build = [&](const std::string& out, const std::string& cache) {
    const auto workshop = std::make_shared<images::Workshop>(images::folder_store(folder / cache));
    pipeline::BuildRequest request{request_of(article_with_pictures(), workshop), folder / out};
    request.search = pipeline::SearchIndex::leave_out;
    StageTimer timer;
    REQUIRE(pipeline::build_site(request, timer));
    return files_below(folder / (out + "/.release/current/public"));
  };
  const auto first = build("a", "cache");
  const auto kept = files_below(folder / "cache");
  CHECK(first == build("b", "cache"));
  CHECK(files_below(folder / "cache") == kept);
  CHECK(first == build("c", "another"));
}

TEST_CASE("pages name every size, with width and height, the first picture at once and the others when they are near",
          "[MED-03][images]") {
  const auto workshop = std::make_shared<images::Workshop>(images::memory_store());
  StageTimer timer;
  const tests::BuiltSite built{pipeline::prepare(request_of(article_with_pictures(), workshop), timer)};
  const std::string page = built.file("main/tin-tuc/le.html");
  CHECK_THAT(page, Catch::Contains("<source type=\"image/avif\" srcset=\"/tin-tuc/le/anh-320-"));
  CHECK_THAT(page, Catch::Contains("<source type=\"image/webp\" srcset=\"/tin-tuc/le/anh-640-"));
  CHECK_THAT(page, Catch::Contains(" width=\"960\" height=\"576\" fetchpriority=\"high\""));
  CHECK_THAT(page, Catch::Contains("title=\"Cầu &quot;mới&quot;\" loading=\"lazy\""));
  CHECK_THAT(page, Catch::Contains("alt=\"Cây cầu\" width=\"700\" height=\"500\" loading=\"lazy\""));
  const std::string home = built.file("main/index.html");
  CHECK_THAT(home, Catch::Contains(" width=\"900\" height=\"600\" fetchpriority=\"high\""));
  // Every file the page names is planned.
  for (std::size_t at = page.find("/tin-tuc/le/anh-"); at != std::string::npos;
       at = page.find("/tin-tuc/le/anh-", at + 1)) {
    const std::string path = page.substr(at, page.find_first_of(" \"", at) - at);
    INFO(path);
    CHECK(built.has("main" + path));
  }
}

TEST_CASE("a picture that cannot be opened is told with the place that shows it, and nothing is published",
          "[MED-03][images]") {
  const test::TemporaryFolder folder;
  auto files = article_with_pictures();
  std::string& bytes = files["content/tin-tuc/le/cau.png"];
  for (std::size_t i = 60; i < bytes.size() - 20; i += 3) bytes[i] = static_cast<char>(i);
  const auto workshop = std::make_shared<images::Workshop>(images::memory_store());
  StageTimer timer;
  const auto report = pipeline::build_site({request_of(files, workshop), folder / "out"}, timer);
  REQUIRE(report);
  CHECK_FALSE(report->published);
  CHECK_THAT(codes(report->found), Catch::Contains("content/tin-tuc/le.md:13 image-undecodable\n"));
}
