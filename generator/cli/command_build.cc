// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <memory>

#include "generator/cli/approval_options.h"
#include "generator/cli/build_options.h"
#include "generator/cli/build_summary.h"
#include "generator/cli/memory.h"
#include "generator/images/workshop.h"
#include "generator/publish/archive.h"

namespace congbo::cli {

namespace {

struct BuildOptions {
  SourceOptions source;
  std::string out = "out";
  std::string cache;  // empty: below `out`
  bool no_search = false;
  bool timings = false;
  bool verified = false;
  ApprovalOptions approval;
};

std::string timings_text(const StageTimer& timer) {
  std::string text;
  for (const StageTime& stage : timer.times())
    text += fmt::format("  {:<14} {:>8.1f} ms\n", stage.stage, stage.seconds * 1e3);
  return text + fmt::format("  {:<14} {:>8.1f} ms\n", "", timer.total() * 1e3);
}

std::string next_event_text(const pipeline::BuildReport& report) {
  return report.next_event ? to_rfc3339(*report.next_event) : std::string("none");
}

// What is built must not stand among what it is built from.
bool is_within_source(const BuildOptions& options) {
  std::error_code failure;
  const std::filesystem::path out = std::filesystem::weakly_canonical(options.out, failure);
  const std::filesystem::path source = std::filesystem::weakly_canonical(options.source.source, failure);
  if (out == source) return true;
  for (const char* folder : {"content", "layouts"}) {
    const std::filesystem::path relative = out.lexically_relative(source / folder);
    if (!relative.empty() && *relative.begin() != "..") return true;
  }
  return false;
}

Exit run_build(const Terminal& terminal, const BuildOptions& options) {
  if (is_within_source(options)) return misuse(terminal, error("option-out", {}, {options.out}));
  SourceOptions source = options.source;
  source.log = log_file(options.out);
  std::optional<approval::Verification> verification;
  if (options.verified) {
    ApprovalOptions asked = options.approval;
    asked.source = source.source;
    asked.now = source.now;
    asked.ref = source.ref;
    // What this folder shows must not be lost: nobody turns the site back by turning the branch back.
    if (const Result<std::string> shown = publish::shown_commit(options.out); shown && asked.published.empty())
      asked.published = *shown;
    Result<approval::Verification> result = run_verification(asked);
    if (!result) return report_verification_failure(terminal, result.error());
    print_verification(terminal, *result);
    if (!result->may_publish()) return Exit::content_errors;
    verification = *std::move(result);
  }
  Result<pipeline::PrepareRequest> prepared =
      verification ? prepare_verified(source, *verification) : prepare_request(source);
  if (!prepared) return report_failure(terminal, prepared.error());
  pipeline::BuildRequest request{*std::move(prepared), options.out,
                                 options.no_search ? pipeline::SearchIndex::leave_out : pipeline::SearchIndex::build};
  const bool has_log = !request.prepare.history->empty();
  const std::string cache = options.cache.empty() ? options.out + "/.cache" : options.cache;
  request.prepare.pictures = std::make_shared<images::Workshop>(images::folder_store(cache + "/images"));
  request.prepare.attachments = attachment_reader(cache);
  if (options.no_search) request.prepare.text = pipeline::TextUse::leave_out;
  const std::shared_ptr<const Snapshot> snapshot = request.prepare.snapshot;
  keep_memory(snapshot->entries().size());
  Progress progress(terminal);
  StageTimer timer([&](const std::string& stage) { progress.show(stage); });
  const Result<pipeline::BuildReport> report = pipeline::build_site(request, timer);
  if (!report) return fail(terminal, report.error());
  if (options.source.format == "json") {
    if (!report->found.empty()) {
      SourceOptions text = options.source;
      text.format = "text";
      print_found(terminal, text, report->found, *snapshot);
    }
    print_out(summary_json(terminal, *report, timer, options.out));
  } else {
    print_found(terminal, options.source, report->found, *snapshot);
    print_error(summary_text(terminal, *report, timer, options.out));
    if (report->published && !has_log)
      print_error(std::string(
          terminal.say("chưa có nhật ký phát hành, ngày đăng lấy từ tệp: congbo release record\n",
                       "no release log yet, dates of publication are taken from the files: congbo release record\n")));
    if (options.source.format == "text") print_out("next_event=" + next_event_text(*report) + "\n");
  }
  if (options.timings) print_error(timings_text(timer));
  end_now(report->published ? Exit::ok : Exit::content_errors);
}

}  // namespace

void add_build(CommandLine& line) {
  CLI::App& command = line.add("build", "Dựng cổng và chỉ mục tìm kiếm vào một thư mục",
                               "Build the portal and its search index into a folder",
                               "  congbo build --source . --out out\n"
                               "  congbo build --source . --out out --ref main --now 2026-03-02T08:00\n"
                               "  congbo build --source . --out out --verified --introduction "
                               "/etc/congbo/introduction.yaml\n"
                               "  congbo build --source . --out out --no-search --timings\n");
  auto options = std::make_shared<BuildOptions>();
  const Terminal& terminal = line.terminal;
  add_source_options(command, terminal, options->source);
  command.add_option("--out", options->out, terminal.text("Thư mục kết quả", "Output folder"));
  command.add_option(
      "--cache", options->cache,
      terminal.text(
          "Thư mục giữ ảnh đã làm và chữ đã đọc từ tệp đính kèm cho lần dựng sau (mặc định: .cache trong --out)",
          "Folder that keeps finished pictures and texts of attachments for the next build (default: .cache in "
          "--out)"));
  command.add_flag("--no-search", options->no_search,
                   terminal.text("Không làm chỉ mục tìm kiếm", "Leave the search index out"));
  command.add_flag("--timings", options->timings,
                   terminal.text("In thời gian từng công đoạn", "Print the time of each stage"));
  command.add_flag("--verified", options->verified,
                   terminal.text("Chỉ dựng bản đã được duyệt gần nhất, chứng minh từ git",
                                 "Build the last approved commit only, proved from git"));
  add_approval_options(command, terminal, options->approval, AlsoSource::no);
  line.on_run(command, [options, &terminal] { return run_build(terminal, *options); });
}

}  // namespace congbo::cli
