// SPDX-License-Identifier: GPL-3.0-or-later
// `congbo release record`: what was published goes into the release log (ARC-03).
#include <CLI/CLI.hpp>
#include <memory>

#include "generator/base/file_system.h"
#include "generator/cli/build_options.h"
#include "generator/provenance/release_log.h"
#include "generator/publish/release.h"

namespace congbo::cli {

namespace {

struct ReleaseOptions {
  std::string source = ".", out = "out";
};

// The line for a log that says `text`; empty when it has this release already.
Result<std::string> line_for(const std::string& text, const std::string& name,
                             const history::PublishedRelease& release) {
  CONGBO_TRY(const history::History known, history::read_log(text, name));
  return history::next_line(text, known, release.release, release.published);
}

Result<bool> append_to_file(FileSystem& files, const std::string& path, const history::PublishedRelease& release) {
  std::string text;
  if (files.exists(path)) {
    CONGBO_TRY(text, files.read(path));
  }
  CONGBO_TRY(const std::string line, line_for(text, path, release));
  if (line.empty()) return false;
  CONGBO_TRY([[maybe_unused]] const Done written, files.write(path, text + line));
  return true;
}

Exit run_record(const Terminal& terminal, const ReleaseOptions& options) {
  const Result<bool> recorded = record_release(options.source, options.out);
  if (!recorded) return fail(terminal, recorded.error());
  print_error(std::string(*recorded ? terminal.say("đã ghi bản phát hành vào nhật ký", "the release is in the log")
                                    : terminal.say("bản phát hành này đã có trong nhật ký",
                                                   "the log has this release already")) +
              "\n");
  return Exit::ok;
}

}  // namespace

Result<bool> record_release(const std::string& source, const std::string& out) {
  const std::unique_ptr<FileSystem> files = real_file_system();
  const std::string path = out + "/" + std::string(pipeline::published_path);
  if (!files->exists(path)) return error("release-not-built", {}, {out});
  // Holds the output folder's lock, so that no build changes the release meanwhile; without show() nothing else
  // happens. A copy of the file alone (from another machine) has no lock and needs none.
  std::optional<publish::Release> lock;
  if (files->exists(out + "/.release/lock")) {
    CONGBO_TRY(lock, publish::Release::begin(out));
  }
  CONGBO_TRY(const std::string text, files->read(path));
  CONGBO_TRY(const history::PublishedRelease release, history::read_published(text, path));
  CONGBO_TRY(const std::optional<std::string> log, provenance::read_release_log(source));
  if (!log) return append_to_file(*files, log_file(out), release);
  const Instant at = parse_instant(release.release.at).value_or(Instant{});
  return provenance::append_release_log(
      source, at.seconds, [&](const std::string& known) { return line_for(known, provenance::release_ref, release); });
}

void add_release(CommandLine& line) {
  CLI::App& release = line.add("release", "Nhật ký phát hành: cái gì đã đăng lúc nào, ở địa chỉ nào",
                               "Release log: what was published when, under which address",
                               "  congbo build --source . --out out && congbo release record --source . --out out\n"
                               "  git push origin refs/congbo/releases\n");
  release.require_subcommand(1);
  const Terminal& terminal = line.terminal;
  CLI::App* command = release.add_subcommand(
      "record", terminal.text("Ghi bản phát hành vừa dựng vào nhật ký (refs/congbo/releases)",
                              "Append the release just built to the log (refs/congbo/releases)"));
  command->set_help_flag("-h,--help", terminal.text("In trợ giúp", "Print help"));
  auto options = std::make_shared<ReleaseOptions>();
  command->add_option("--source", options->source, terminal.text("Thư mục gốc của cổng", "Root folder of the portal"));
  command->add_option("--out", options->out, terminal.text("Thư mục kết quả", "Output folder"));
  line.on_run(*command, [options, &terminal] { return run_record(terminal, *options); });
}

}  // namespace congbo::cli
