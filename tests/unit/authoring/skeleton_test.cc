// SPDX-License-Identifier: GPL-3.0-or-later
// What `congbo new` writes for every shipped type: no error as it stands, no message once its blanks are filled.
#include <map>
#include <sstream>

#include "generator/authoring/new_item.h"
#include "generator/pages/load.h"
#include "generator/site/load.h"
#include "tests/support/catch.h"
#include "tests/support/minimal_item.h"

using namespace congbo;

namespace {

MemoryFileSystem small_portal() {
  return MemoryFileSystem(
      {{"portal/content/_site/site.yaml",
        "format: 1\nid: main\nname: {vi: Cổng}\nbase_url: https://a.example\ntag_authority: a.example\n"
        "languages: [vi]\ncontact: {address: Số 1, phone: \"000\", email: a@a.example}\n"},
       {"portal/content/_site/units.yaml", "so-noi-vu:\n  name: {vi: Sở Nội vụ}\n  kind: department\n"},
       {"portal/content/_site/vocabularies.yaml", "spokesperson:\n  terms:\n    chanh-van-phong: {vi: Chánh VP}\n"}});
}

std::string messages(const site::Portal& portal, const std::string& text) {
  Diagnostics found;
  SnapshotEntry entry;
  entry.path = "content/muc/a.md";
  pages::load_page({&entry, &portal, "vi"}, text, found);
  std::string out;
  for (const Diagnostic& one : found.all()) {
    out += one.severity == Severity::error ? "error " : "warning ";
    out += one.code + " " + (one.arguments.empty() ? "" : one.arguments.front()) + "\n";
  }
  return out;
}

std::size_t indent_of(const std::string& line) {
  const std::size_t first = line.find_first_not_of(" -");
  return first == std::string::npos ? line.size() : first;
}

// What an editor does: a value behind every key that has nothing below it; the draft line goes.
class Editor {
 public:
  Editor(const site::Portal& portal, const site::ContentType& type) : values_(portal, "") { open_[0] = &type.fields; }

  std::string fill(const std::string& text) {
    std::istringstream in(text);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);)
      if (line.find_first_not_of(' ') == std::string::npos || line[line.find_first_not_of(' ')] != '#')
        lines.push_back(line);
    std::string out;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const bool parts = i + 1 < lines.size() && indent_of(lines[i + 1]) > indent_of(lines[i]) && lines[i + 1] != "---";
      out += fill_line(lines[i], parts);
    }
    return out;
  }

 private:
  std::string fill_line(const std::string& line, bool has_parts) {
    const std::size_t indent = indent_of(line), note = line.find("  # ");
    if (line.rfind("status:", 0) == 0) return {};
    if (line.rfind("unit:", 0) == 0) return "unit: so-noi-vu\n";
    if (note == std::string::npos) return line + "\n";
    const std::string key = line.substr(indent, line.find(':') - indent);
    const site::FieldSchema* field = find(*open_[indent], key);
    if (field == nullptr) field = find(site::common_fields(), key);
    REQUIRE(field != nullptr);
    if (has_parts) {
      const bool list = field->kind == site::Kind::list;
      open_[indent + (list ? 4 : 2)] = list ? &field->fields.front().fields : &field->fields;
      return line + "\n";
    }
    return line.substr(0, line.find(':') + 1) + " " + values_.value(*field, key) + "\n";
  }

  static const site::FieldSchema* find(const std::vector<site::FieldSchema>& fields, const std::string& key) {
    for (const site::FieldSchema& field : fields)
      if (field.key == key) return &field;
    return nullptr;
  }

  const tests::MinimalItem values_;
  std::map<std::size_t, const std::vector<site::FieldSchema>*> open_;
};

}  // namespace

TEST_CASE("the skeleton of every type is a good draft and a good page when filled in [TRA-02] [NEW-01] [TTH-02]") {
  MemoryFileSystem files = small_portal();
  Diagnostics found;
  const auto snapshot = folder_snapshot(files, "portal");
  REQUIRE(snapshot);
  const site::Site site = site::load_site(**snapshot, found);
  REQUIRE(found.empty());
  const site::Portal& portal = site.portals.front();
  for (const auto& [id, type] : portal.types) {
    const Result<std::string> path =
        authoring::write_new_item(files, site, {"portal", id, "Mục " + id, "muc", "", "so-noi-vu", Date{2026, 3, 4}});
    REQUIRE(path);
    const std::string text = *files.read("portal/" + *path);
    INFO(text);
    CHECK(messages(portal, text).find("error") == std::string::npos);
    const std::string filled = Editor(portal, type).fill(text);
    INFO(filled);
    // What depends on a value the editor chose, and groups of which one is enough, are told in comments.
    std::istringstream left(messages(portal, filled));
    for (std::string severity, code, key; left >> severity >> code && std::getline(left, key);) {
      INFO(code << key);
      CHECK((code == "one-of-missing" || code == "field-missing-when" || code == "field-recommended"));
      const std::size_t last = key.find_last_of(" .") + 1;
      CHECK(text.find(code == "one-of-missing" ? "# Cần ít nhất một trong:" + key.substr(0, key.find(','))
                                               : "# " + key.substr(last) + ":") != std::string::npos);
    }
  }
}

TEST_CASE("conditional keys are told with their condition [TTH-03] [SCI-02]") {
  MemoryFileSystem files = small_portal();
  Diagnostics found;
  const auto snapshot = folder_snapshot(files, "portal");
  const site::Site site = site::load_site(**snapshot, found);
  const auto text = [&](const std::string& type) {
    const Result<std::string> path =
        authoring::write_new_item(files, site, {"portal", type, "A", type, "", "", Date{2026, 3, 4}});
    REQUIRE(path);
    return *files.read("portal/" + *path);
  };
  CHECK_THAT(text("procedure"), Catch::Contains("# submit_url:  # Nộp hồ sơ trực tuyến; bắt buộc khi level: 3, 4 hoặc "
                                                "mode: full, partial\n"));
  CHECK_THAT(text("science-task"),
             Catch::Contains("# synthesis_report:  # Báo cáo tổng hợp; bắt buộc khi accepted_on có giá trị\n"));
  CHECK_THAT(text("schedule"), Catch::Contains("entries:  # Nội dung\n  - at:  # Thời gian: 2026-03-31T08:00\n    "
                                               "content:  # Nội dung\n"));
}
