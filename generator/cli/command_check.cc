// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <memory>

#include "generator/approval/policy.h"
#include "generator/base/file_system.h"
#include "generator/cli/approval_options.h"
#include "generator/diagnostics/baseline.h"
#include "generator/images/workshop.h"
#include "generator/provenance/release_log.h"

namespace congbo::cli {

namespace {

struct CheckOptions {
  SourceOptions source;
  std::string level = "publish";
  std::string against;         // a ref; empty: everything is reported
  std::string baseline;        // a file of accepted findings
  std::string write_baseline;  // where to write one
  std::string cache;           // empty: that of the usual output folder, else memory
  std::string reason, until;   // of what is written
};

Result<pipeline::PrepareRequest> request_of(const CheckOptions& check, const std::string& ref) {
  SourceOptions options = check.source;
  options.ref = ref;
  CONGBO_TRY(pipeline::PrepareRequest request, prepare_request(options));
  request.level = *diagnostics::level_of(check.level);
  request.attachments =
      check.cache.empty() ? usual_attachment_reader(check.source.source) : attachment_reader(check.cache);
  request.pictures = std::make_shared<images::Workshop>(images::memory_store());  // their headers: none is made
  // Who asks about a draft or a preview wants to hear about what is not public yet.
  if (request.level != diagnostics::Level::publish) request.audience = edition::Audience::drafts;
  return request;
}

// Takes out what the other side of `--against` has too.
Result<Done> keep_what_is_new(const CheckOptions& check, const pipeline::Site& site, Instant now, Diagnostics& found) {
  CONGBO_TRY(pipeline::PrepareRequest request, request_of(check, check.against));
  request.now = now;
  StageTimer timer;
  const std::unique_ptr<pipeline::Site> before = pipeline::prepare(request, timer);
  found = diagnostics::caused(found, source_lines(*site.snapshot), before->found, source_lines(*before->snapshot));
  return Done{};
}

Result<Done> use_baseline(const CheckOptions& check, const pipeline::Site& site, Instant now, Diagnostics& found) {
  CONGBO_TRY(const std::string text, real_file_system()->read(check.baseline));
  Diagnostics mistakes;
  const auto known = diagnostics::parse_baseline(text, check.baseline, mistakes);
  diagnostics::accept_known(known, check.baseline, date_of(now), source_lines(*site.snapshot), found);
  found.append(std::move(mistakes));
  found.sort();
  return Done{};
}

Result<Done> make_baseline(const CheckOptions& check, const pipeline::Site& site, const Diagnostics& found) {
  const std::optional<Date> until = parse_date(check.until);
  if (!until || check.reason.empty()) return error("option-baseline", {}, {check.write_baseline});
  const std::string text = diagnostics::write_baseline(found, *until, check.reason, source_lines(*site.snapshot));
  return real_file_system()->write(check.write_baseline, text);
}

// Each option in turn; nothing else is changed in `found`.
Result<Done> apply_options(const CheckOptions& check, const pipeline::Site& site, Instant now, Diagnostics& found) {
  if (!check.against.empty()) {
    CONGBO_TRY([[maybe_unused]] const Done kept, keep_what_is_new(check, site, now, found));
  }
  if (!check.write_baseline.empty()) return make_baseline(check, site, found);
  if (!check.baseline.empty()) return use_baseline(check, site, now, found);
  return Done{};
}

// Without a log nothing that was published can be missed, and git does not fetch its ref by itself.
void note_missing_log(const Terminal& terminal, const pipeline::PrepareRequest& request) {
  if (request.reach != pipeline::RepositoryReach::has_remote || !request.history->empty()) return;
  print_error(terminal.text("chưa có nhật ký phát hành, nên không biết địa chỉ đã đăng nào bị mất; nếu kho "
                            "chung có: ",
                            "no release log, so published addresses that are gone are not found; if the "
                            "shared repository has one: ") +
              "git fetch origin " + provenance::release_ref + ":" + provenance::release_ref + "\n");
}

// Where forges look for it. One that people wrote themselves is theirs.
void check_codeowners(const std::string& source, const std::string& owners, Diagnostics& found) {
  const std::string_view head(owners.data(), owners.find('\n'));
  for (const char* folder : {"", ".github/", ".gitlab/", ".forgejo/", ".gitea/", "docs/"}) {
    const std::string path = std::string(folder) + "CODEOWNERS";
    const Result<std::string> there = real_file_system()->read(source + "/" + path);
    if (there && there->starts_with(head) && *there != owners)
      found.add(warning("approval-codeowners-stale", {path, 1, 1}, {path}));
  }
}

// The approval policy is no part of the site, yet a mistake in it would stop every later approval.
void check_approval_policy(const Snapshot& snapshot, const SourceOptions& options, Instant now, Diagnostics& found) {
  const std::string path(approval::policy_path);
  const SnapshotEntry* entry = snapshot.find(path);
  if (entry == nullptr) return;
  const Result<std::string> text = snapshot.read(*entry);
  if (!text) return;
  const approval::Policy policy = approval::read_policy(*text, path, found);
  approval::check_policy(policy, paths_of(snapshot), date_of(now), path, found);
  if (options.ref.empty()) check_codeowners(options.source, approval::codeowners(policy, date_of(now)), found);
  found.sort();
}

Exit run_check(const Terminal& terminal, const CheckOptions& check) {
  const SourceOptions& options = check.source;
  Result<pipeline::PrepareRequest> request = request_of(check, options.ref);
  if (!request) return report_failure(terminal, request.error());
  Progress progress(terminal);
  StageTimer timer([&](const std::string& stage) { progress.show(stage); });
  const std::unique_ptr<pipeline::Site> site = pipeline::prepare(*request, timer);
  Diagnostics found = site->found;
  check_approval_policy(*site->snapshot, options, request->now, found);
  const Result<Done> applied = apply_options(check, *site, request->now, found);
  if (!applied) return report_failure(terminal, applied.error());
  print_found(terminal, options, found, *site->snapshot);
  if (options.format == "text") {
    const std::string verdict = diagnostics::summary(found, terminal.language);
    print_error(terminal.text("Đã kiểm tra ", "Checked ") + std::to_string(site->library.size()) +
                terminal.text(" trang: ", site->library.size() == 1 ? " page: " : " pages: ") + verdict + "\n");
    note_missing_log(terminal, *request);
  }
  return found.has_errors() && check.write_baseline.empty() ? Exit::content_errors : Exit::ok;
}

}  // namespace

void add_check(CommandLine& line) {
  CLI::App& command =
      line.add("check", "Kiểm tra toàn bộ nội dung, không ghi gì", "Check all content, write nothing",
               "  congbo check\n"
               "  congbo check --ref tin-moi --format github\n"
               "  congbo check --level draft\n"
               "  congbo check --against main\n"
               "  congbo check --write-baseline cu.tsv --until 2027-01-31 --reason \"nội dung chuyển từ "
               "cổng cũ\"\n"
               "  congbo check --baseline cu.tsv\n"
               "  congbo check --drafts --format sarif > check.sarif\n");
  auto options = std::make_shared<CheckOptions>();
  const Terminal& terminal = line.terminal;
  add_source_options(command, terminal, options->source);
  command
      .add_option("--level", options->level,
                  terminal.text("draft, preview hoặc publish: đòi hỏi đến đâu (mặc định publish)",
                                "draft, preview or publish: how much is asked (default publish)"))
      ->check(CLI::IsMember({"draft", "preview", "publish"}));
  command.add_option("--against", options->against,
                     terminal.text("Chỉ báo điều mà nhánh, thẻ hoặc commit này chưa có",
                                   "Report only what this branch, tag or commit does not have"));
  command.add_option(
      "--baseline", options->baseline,
      terminal.text("Tệp ghi những điều đã biết và tạm chấp nhận", "File of known findings that are accepted"));
  command.add_option("--write-baseline", options->write_baseline,
                     terminal.text("Ghi mọi điều tìm thấy vào tệp này, kèm --until và --reason",
                                   "Write all findings to this file, with --until and --reason"));
  command.add_option("--until", options->until,
                     terminal.text("Ngày cuối còn chấp nhận, ví dụ 2027-01-31",
                                   "Last day on which they are accepted, such as 2027-01-31"));
  command.add_option(
      "--cache", options->cache,
      terminal.text(
          "Thư mục giữ chữ đã đọc từ tệp đính kèm (mặc định: out/.cache trong --source nếu có, hoặc bộ nhớ)",
          "Folder that keeps texts of attachments (default: out/.cache in --source if there is one, or memory)"));
  command.add_option("--reason", options->reason, terminal.text("Vì sao chấp nhận", "Why they are accepted"));
  line.on_run(command, [options, &terminal] { return run_check(terminal, *options); });
}

}  // namespace congbo::cli
