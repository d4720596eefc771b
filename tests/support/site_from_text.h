// SPDX-License-Identifier: GPL-3.0-or-later
// A whole site from one text, in memory: input, action and expectation fit on one screen.
//
//   auto built = site_from_text(R"(
//   -- content/tin-tuc/a.md --
//   ---
//   title: A
//   …)");
//   REQUIRE(built.file("main/tin-tuc/a.html")…
//
// Where the text has no content/_site/site.yaml, units.yaml or section indexes, small ones are put in.
#pragma once
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "generator/diagnostics/print.h"
#include "generator/pipeline/pipeline.h"

namespace congbo::tests {

struct BuiltSite {
  std::unique_ptr<pipeline::Site> site;
  // Bytes of a planned file; "(not planned)" when there is none.
  std::string file(const std::string& path) const {
    const PlannedOutput* output = site->plan->find(path);
    if (!output) return "(not planned)";
    const Result<std::string> bytes = pipeline::produce(*site, *output);
    return bytes ? *bytes : "(" + bytes.error().code + ")";
  }
  // The same of a page, its documents' numbers written as people read them.
  std::string page(const std::string& path) const {
    constexpr std::string_view joint = "<span class=\"joint\">-</span>";
    std::string html = file(path);
    for (std::size_t at = html.find(joint); at != std::string::npos; at = html.find(joint, at))
      html.replace(at, joint.size(), "-");
    return html;
  }
  bool has(const std::string& path) const { return site->plan->find(path) != nullptr; }
  // All files: path → bytes.
  std::map<std::string, std::string> all() const {
    std::map<std::string, std::string> files;
    for (const PlannedOutput& output : site->plan->outputs) files[output.path()] = file(output.path());
    return files;
  }
  // "content/a.md:3:1 field-unknown" lines of all diagnostics.
  std::string found() const {
    std::string text;
    for (const Diagnostic& one : site->found.all())
      text += one.where.file + ":" + std::to_string(one.where.line) + ":" + std::to_string(one.where.column) + " " +
              one.code + "\n";
    return text;
  }
};

inline const std::map<std::string, std::string>& usual_files() {
  static const std::map<std::string, std::string> files = {
      {"content/_site/site.yaml",
       "format: 1\nid: main\nname: {vi: Cổng tỉnh, en: Province Portal}\nowner: {vi: Ủy ban}\nresponsible: {vi: Chánh "
       "Văn phòng}\n"
       "base_url: https://tinh.example.gov.vn\ntag_authority: tinh.example.gov.vn\nlanguages: [vi, en]\n"
       "contact: {address: Số 1, phone: \"0000000000\", email: bbt@tinh.example.gov.vn}\nsections: {tin-tuc: "
       "notice}\n"},
      {"content/_site/units.yaml", "van-phong:\n  name: {vi: Văn phòng, en: Office}\n  kind: office\n"},
      {"content/_index.md", "---\ntitle: Trang chủ\n---\n"},
      {"content/tin-tuc/_index.md", "---\ntitle: Tin tức\n---\n"}};
  return files;
}

inline BuiltSite site_from_files(std::map<std::string, std::string> files, std::string_view now = "2026-06-01T08:00",
                                 unsigned jobs = 1, edition::Audience audience = edition::Audience::everyone) {
  for (const auto& [path, text] : usual_files()) files.emplace(path, text);
  pipeline::PrepareRequest request;
  request.snapshot = memory_snapshot(std::move(files));
  request.now = *parse_instant(now);
  request.jobs = jobs;
  request.audience = audience;
  StageTimer timer;
  return {pipeline::prepare(request, timer)};
}

inline BuiltSite site_from_text(std::string_view text, std::string_view now = "2026-06-01T08:00", unsigned jobs = 1,
                                edition::Audience audience = edition::Audience::everyone) {
  return site_from_files(files_from_text(text), now, jobs, audience);
}

}  // namespace congbo::tests
