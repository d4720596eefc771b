// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/cli/build_options.h"

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>

#include "generator/attachments/reader.h"
#include "generator/attachments/worker.h"
#include "generator/base/source_text.h"
#include "generator/diagnostics/print_gitlab.h"
#include "generator/provenance/git_snapshot.h"
#include "generator/provenance/release_log.h"

namespace congbo::cli {

namespace {

double seconds_now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

Result<std::map<std::string, std::string>> read_layouts(const FileSystem& files, const std::string& folder) {
  std::map<std::string, std::string> layouts;
  CONGBO_TRY(const std::vector<FileEntry> entries, files.list(folder));
  for (const FileEntry& entry : entries) {
    CONGBO_TRY(layouts[entry.path], files.read(folder + "/" + entry.path));
  }
  return layouts;
}

// Snapshots of folders read lazily, so the file system has to live as long as the program.
FileSystem& disk() {
  static const std::unique_ptr<FileSystem> files = real_file_system();
  return *files;
}

// A longer line (a machine wrote it) is named by its number alone: framing it for each of its findings would take for
// ever.
constexpr std::size_t longest_framed_line = 20'000;

SourceText read_source(const Snapshot& snapshot, const std::string& file) {
  const SnapshotEntry* entry = snapshot.find(file);
  Result<std::string> bytes = entry ? snapshot.read(*entry) : Result<std::string>(std::string());
  return SourceText(file, bytes ? *std::move(bytes) : std::string());
}

// From the repository's ref, else from the file of the output folder, where that is known.
Result<std::shared_ptr<const history::History>> read_history(const SourceOptions& options) {
  std::string name = provenance::release_ref, text;
  CONGBO_TRY(std::optional<std::string> logged, provenance::read_release_log(options.source));
  if (logged) {
    text = *std::move(logged);
  } else if (!options.log.empty() && disk().exists(options.log)) {
    name = options.log;
    CONGBO_TRY(text, disk().read(options.log));
  }
  CONGBO_TRY(history::History known, history::read_log(text, name));
  return std::shared_ptr<const history::History>(std::make_shared<history::History>(std::move(known)));
}

}  // namespace

std::string log_file(const std::string& out) {
  return out + "/.release/releases.jsonl";
}

void add_source_options(CLI::App& command, const Terminal& terminal, SourceOptions& options) {
  command.add_option(
      "--source", options.source,
      terminal.text("Thư mục gốc của cổng (nơi có content/)", "Root folder of the portal (where content/ is)"));
  command.add_option("--ref", options.ref,
                     terminal.text("Nhánh, thẻ hoặc commit thay cho thư mục làm việc",
                                   "Branch, tag or commit instead of the work folder"));
  command.add_option("--layouts", options.layouts,
                     terminal.text("Thư mục giao diện đặt chồng lên giao diện có sẵn",
                                   "Folder of layouts laid over the shipped ones"));
  command.add_option("--now", options.now,
                     terminal.text("Thời điểm dựng, ví dụ 2026-03-02T08:00 (mặc định: bây giờ)",
                                   "Instant to build for, such as 2026-03-02T08:00 (default: the clock)"));
  command.add_flag(
      "--drafts", options.drafts,
      terminal.text("Gồm cả bản nháp và nội dung chưa đến giờ đăng", "Include drafts and what is not yet due"));
  command
      .add_option("--jobs", options.jobs,
                  terminal.text("Số luồng (0: mỗi nhân một luồng)", "Threads (0: one for each core)"))
      ->check(CLI::Range(0U, 256U));
  command
      .add_option("--format", options.format,
                  terminal.text("text, json, sarif, github hoặc gitlab", "text, json, sarif, github or gitlab"))
      ->check(CLI::IsMember({"text", "json", "sarif", "github", "gitlab"}));
}

Result<pipeline::PrepareRequest> prepare_request(const SourceOptions& options) {
  pipeline::PrepareRequest request;
  if (options.now.empty()) {
    request.now = read_clock();
  } else {
    const std::optional<Instant> now = parse_instant(options.now);
    if (!now) return error("option-now", {}, {options.now});
    request.now = *now;
  }
  request.audience = options.drafts ? edition::Audience::drafts : edition::Audience::everyone;
  request.jobs = options.jobs;
  if (!options.layouts.empty()) {
    CONGBO_TRY(request.layouts, read_layouts(disk(), options.layouts));
  }
  if (options.ref.empty()) {
    if (!disk().exists(options.source + "/content")) return error("source-empty", {}, {options.source});
    CONGBO_TRY(request.snapshot, provenance::work_folder_snapshot(disk(), options.source));
  } else {
    CONGBO_TRY(request.snapshot, provenance::git_snapshot(options.source, options.ref));
  }
  if (request.snapshot->entries().empty()) return error("source-empty", {}, {options.source});
  CONGBO_TRY(request.history, read_history(options));
  CONGBO_TRY(const bool shared, provenance::has_remote(options.source));
  if (shared) request.reach = pipeline::RepositoryReach::has_remote;
  return request;
}

std::shared_ptr<attachments::Reader> attachment_reader(const std::string& cache) {
  auto store = cache.empty() ? images::memory_store() : images::folder_store(cache + "/texts");
  return std::make_shared<attachments::Reader>(attachments::own_program(), std::move(store));
}

std::shared_ptr<attachments::Reader> usual_attachment_reader(const std::string& source) {
  const std::string usual = source + "/out/.cache";
  return attachment_reader(disk().exists(usual) ? usual : std::string());
}

Exit report_failure(const Terminal& terminal, const Diagnostic& failure) {
  return failure.code.starts_with("option-") || failure.code == "git-ref-unknown" ? misuse(terminal, failure)
                                                                                  : fail(terminal, failure);
}

Progress::Progress(const Terminal& terminal) : enabled_(terminal.progress), start_(seconds_now()) {}

Progress::~Progress() {
  if (shown_) std::fputs("\r\x1b[K", stderr);
}

void Progress::show(const std::string& stage) {
  if (!enabled_ || seconds_now() - start_ < 1.0) return;
  std::fprintf(stderr, "\r\x1b[K… %s", stage.c_str());
  std::fflush(stderr);
  shown_ = true;
}

diagnostics::SourceLine source_lines(const Snapshot& snapshot) {
  return [&snapshot, last = std::make_shared<SourceText>("", "")](const std::string& file, int line) {
    // Diagnostics come sorted by file, so the file of the last one is mostly the file of this one.
    if (last->path() != file) *last = read_source(snapshot, file);
    const std::string_view text = last->line(line);
    return text.size() > longest_framed_line ? std::string() : std::string(text);
  };
}

namespace {

// Forges name files from the root of the repository, which need not be the portal's.
Diagnostics in_repository(const Diagnostics& found, const std::string& source) {
  const std::string prefix = provenance::path_in_repository(source);
  if (prefix.empty()) return Diagnostics(found);
  Diagnostics moved;
  for (Diagnostic one : found.all()) {
    if (!one.where.file.empty()) one.where.file.insert(0, prefix);
    moved.add(std::move(one));
  }
  return moved;
}

}  // namespace

void print_found(const Terminal& terminal, const SourceOptions& options, const Diagnostics& found,
                 const Snapshot& snapshot) {
  if (options.format == "gitlab") {
    print_out(diagnostics::print_gitlab(in_repository(found, options.source), terminal.language));
    return;
  }
  diagnostics::PrintOptions print;
  print.language = terminal.language;
  print.colour = terminal.colour ? diagnostics::Colour::on : diagnostics::Colour::off;
  print.format = options.format == "json"     ? diagnostics::Format::json
                 : options.format == "sarif"  ? diagnostics::Format::sarif
                 : options.format == "github" ? diagnostics::Format::github
                                              : diagnostics::Format::text;
  print.source_line = source_lines(snapshot);
  const std::string printed =
      diagnostics::print(options.format == "github" ? in_repository(found, options.source) : found, print);
  if (print.format == diagnostics::Format::text)
    print_error(printed);
  else
    print_out(printed);
}

void print_first_errors(const Terminal& terminal, const Diagnostics& found, const Snapshot& snapshot) {
  constexpr std::size_t most = 10;
  Diagnostics first;
  for (const Diagnostic& one : found.all())
    if (one.severity == Severity::error && first.error_count() < most) first.add(one);
  print_found(terminal, {}, first, snapshot);
}

}  // namespace congbo::cli
