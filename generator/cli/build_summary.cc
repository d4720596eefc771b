// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/cli/build_summary.h"

#include <fmt/format.h>
#include <algorithm>
#include <map>

#include "generator/diagnostics/json_list.h"
#include "generator/pipeline/next_event.h"

namespace congbo::cli {

namespace {

constexpr std::size_t most_kinds = 10, slowest_shown = 3;
constexpr double long_build = 1.0;  // seconds from which the stages are worth a line

struct Kind {
  std::string code;
  Severity severity = Severity::warning;
  std::size_t count = 0;
};

// Errors first, then what there is most of.
std::vector<Kind> kinds_of(const Diagnostics& found) {
  std::map<std::string, Kind> by_code;
  for (const Diagnostic& one : found.all()) {
    if (one.severity == Severity::note) continue;
    Kind& kind = by_code[one.code];
    kind.code = one.code;
    if (one.severity == Severity::error) kind.severity = Severity::error;
    ++kind.count;
  }
  std::vector<Kind> kinds;
  kinds.reserve(by_code.size());
  for (auto& [code, kind] : by_code) kinds.push_back(std::move(kind));
  std::stable_sort(kinds.begin(), kinds.end(), [](const Kind& a, const Kind& b) {
    const bool a_error = a.severity == Severity::error, b_error = b.severity == Severity::error;
    return a_error != b_error ? a_error : a.count > b.count;
  });
  return kinds;
}

std::string_view severity_word(const Terminal& terminal, const Kind& kind) {
  const bool one = kind.count == 1;
  if (kind.severity == Severity::error) return terminal.say("lỗi", one ? "error" : "errors");
  return terminal.say("cảnh báo", one ? "warning" : "warnings");
}

// English counts: "1 page", "2 pages".
std::string counted(std::size_t count, std::string_view one, std::string_view more) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : more);
}

std::string kinds_text(const Terminal& terminal, const Diagnostics& found) {
  const std::vector<Kind> kinds = kinds_of(found);
  std::string text;
  for (std::size_t i = 0; i < std::min(kinds.size(), most_kinds); ++i)
    text += fmt::format("  {:>5} {} {}\n", kinds[i].count, severity_word(terminal, kinds[i]), kinds[i].code);
  if (kinds.size() > most_kinds)
    text += fmt::format(fmt::runtime(terminal.say("  … và {} loại khác\n", "  … and {} more kinds\n")),
                        kinds.size() - most_kinds);
  if (!kinds.empty())
    text += fmt::format(
        fmt::runtime(terminal.say("  tìm hiểu một loại: congbo explain {}\n", "  about one kind: congbo explain {}\n")),
        kinds.front().code);
  return text;
}

std::string slowest_text(const Terminal& terminal, const StageTimer& timer) {
  if (timer.total() < long_build) return {};
  std::vector<StageTime> stages(timer.times().begin(), timer.times().end());
  std::stable_sort(stages.begin(), stages.end(),
                   [](const StageTime& a, const StageTime& b) { return a.seconds > b.seconds; });
  stages.resize(std::min(stages.size(), slowest_shown));
  std::string text(terminal.say("lâu nhất:", "slowest:"));
  for (const StageTime& stage : stages)
    text += fmt::format(fmt::runtime(terminal.say(" {} {:.2f} giây;", " {} {:.2f} s;")), stage.stage, stage.seconds);
  text.pop_back();
  return text + terminal.say(" (thêm: --timings)\n", " (more: --timings)\n").data();
}

// «00:00 ngày 23/11/2026»
std::string clock_text(const Terminal& terminal, Instant moment) {
  const std::string rfc = to_rfc3339(moment);
  return terminal.language == diagnostics::Language::vietnamese
             ? rfc.substr(11, 5) + " ngày " + to_vietnamese(date_of(moment))
             : rfc.substr(0, 10) + " " + rfc.substr(11, 5);
}

std::string next_text(const Terminal& terminal, const pipeline::BuildReport& report) {
  const std::optional<pipeline::NextEvent> next = pipeline::next_event_of(*report.site, terminal.language);
  if (!next)
    return std::string(
        terminal.say("lần dựng tiếp: khi nội dung thay đổi\n", "next build: when the content changes\n"));
  return fmt::format(fmt::runtime(terminal.say("lần dựng tiếp: {}, vì {}\n", "next build: {}, because {}\n")),
                     clock_text(terminal, next->moment), next->reason);
}

std::string counts_text(const Terminal& terminal, const pipeline::BuildReport& report, const StageTimer& timer) {
  if (terminal.language == diagnostics::Language::vietnamese)
    return fmt::format("{} trang, {} danh sách, {} tệp, số cổng: {}; {} trang vào chỉ mục tìm kiếm; {:.2f} giây\n",
                       report.pages, report.lists, report.outputs, report.portals, report.indexed, timer.total());
  return fmt::format("{}, {}, {}, {}; {} in the search index; {:.2f} s\n", counted(report.pages, "page", "pages"),
                     counted(report.lists, "list", "lists"), counted(report.outputs, "file", "files"),
                     counted(report.portals, "portal", "portals"), counted(report.indexed, "page", "pages"),
                     timer.total());
}

std::string changed_text(const Terminal& terminal, const pipeline::BuildReport& report) {
  const publish::ReleaseReport& release = report.release;
  if (!release.shown)
    return terminal.text("so với lần phát hành trước: không có gì thay đổi\n",
                         "since the last release: nothing changed\n");
  const std::size_t same = release.linked + release.unchanged;
  if (terminal.language == diagnostics::Language::vietnamese)
    return fmt::format("so với lần phát hành trước: {} tệp mới hoặc thay đổi, {} tệp giữ nguyên, {} tệp bỏ\n",
                       release.written, same, release.pruned);
  return fmt::format("since the last release: {} new or changed, {} unchanged, {} removed\n",
                     counted(release.written, "file", "files"), same, release.pruned);
}

void write_kinds(const Diagnostics& found, formats::JsonWriter& json) {
  json.key("by_code").begin_object();
  for (const Kind& kind : kinds_of(found)) json.key(kind.code).value(kind.count);
  json.end_object();
}

void write_next(const Terminal& terminal, const pipeline::BuildReport& report, formats::JsonWriter& json) {
  json.key("next_event").value(report.next_event ? to_rfc3339(*report.next_event) : std::string("none"));
  const std::optional<pipeline::NextEvent> next = pipeline::next_event_of(*report.site, terminal.language);
  if (!next) return;
  json.key("next_event_reason").value(next->reason).text_unless_empty("next_event_key", next->key);
  if (next->page != nullptr) json.key("next_event_source").value(next->page->source);
}

}  // namespace

std::string summary_text(const Terminal& terminal, const pipeline::BuildReport& report, const StageTimer& timer,
                         const std::string& out) {
  if (!report.published)
    return std::string(
               terminal.say("chưa đăng gì: hãy sửa các lỗi trên\n", "nothing was published: mend the errors above\n")) +
           kinds_text(terminal, report.found);
  std::string text = counts_text(terminal, report, timer) + changed_text(terminal, report) +
                     kinds_text(terminal, report.found) + slowest_text(terminal, timer) + next_text(terminal, report);
  return text +
         fmt::format(fmt::runtime(terminal.say("xem: {0}/public/ (các cổng), {0}/private/report.json (báo cáo)\n",
                                               "see: {0}/public/ (the portals), {0}/private/report.json (report)\n")),
                     out);
}

std::string summary_json(const Terminal& terminal, const pipeline::BuildReport& report, const StageTimer& timer,
                         const std::string& out) {
  formats::JsonWriter json(formats::JsonWriter::Layout::indented);
  json.begin_object().key("version").value(1).key("published").value(report.published);
  write_next(terminal, report, json);
  json.text_unless_empty("commit", report.commit);
  json.key("portals").value(report.portals).key("pages").value(report.pages).key("lists").value(report.lists);
  json.key("outputs").value(report.outputs).key("indexed").value(report.indexed);
  json.key("written").value(report.release.written).key("linked").value(report.release.linked);
  json.key("unchanged").value(report.release.unchanged).key("removed").value(report.release.pruned);
  json.key("errors").value(report.found.error_count()).key("warnings").value(report.found.warning_count());
  write_kinds(report.found, json);
  json.key("diagnostics");
  diagnostics::write_json_list(json, report.found, terminal.language);
  if (report.published) json.key("report").value(out + "/private/report.json");
  json.key("seconds").begin_object();
  for (const StageTime& stage : timer.times()) json.key(stage.stage).value(stage.seconds);
  json.end_object().end_object();
  return json.take() + "\n";
}

}  // namespace congbo::cli
