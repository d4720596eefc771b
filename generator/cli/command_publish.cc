// SPDX-License-Identifier: GPL-3.0-or-later
// `congbo publish`: the machine that publishes fetches, verifies, builds and releases by itself. Neither the forge nor
// its checks can publish anything (ROL-01, ROL-12).
#include <unistd.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <csignal>
#include <ctime>
#include <memory>
#include <optional>

#include "generator/cli/approval_options.h"
#include "generator/cli/serve.h"
#include "generator/formats/json.h"
#include "generator/images/workshop.h"
#include "generator/provenance/fetch.h"
#include "generator/publish/archive.h"

namespace congbo::cli {

namespace {

// A server that says nothing any more would hold the service for ever: the system ends it, and starts it again.
constexpr unsigned longest_fetch = 1800;
constexpr int shortest_interval = 5, longest_interval = 86'400;

struct PublishOptions {
  provenance::FetchRequest fetch;
  ApprovalOptions approval;
  std::string out = "out";
  bool watch = false, once = false, archive_drafts = false;
  int interval = 60;
};

// What one round leaves for the next.
struct Round {
  Exit exit = Exit::ok;
  bool built = false;                 // by this process, so that it is known when the next event is
  std::optional<Instant> next_event;  // the shown release is another one from then on
  std::string told;                   // tip and accepted commit of the last report, so that nothing is said twice
};

// One line for the log of the service.
void tell_release(const approval::Verification& verification, const pipeline::BuildReport& report, Instant now,
                  const std::vector<std::string>* removed = nullptr) {
  formats::JsonWriter json;
  json.begin_object().key("published").value(report.commit).key("at").value(to_rfc3339(now));
  if (!verification.ledger.empty()) {
    const Instant approved = verification.ledger.back().at;
    json.key("approved_at").value(to_rfc3339(approved));
    json.key("delay_seconds").value(std::max<std::int64_t>(now.seconds - approved.seconds, 0));
  }
  json.key("waiting").value(verification.waiting.size()).key("pages").value(report.pages);
  json.key("changed").value(report.release.shown);
  if (removed != nullptr) {
    json.key("held").value(verification.accepted).key("removed").begin_array();
    for (const std::string& path : *removed) json.value(path);
    json.end_array();
  } else if (report.next_event) {
    json.key("next_event").value(to_rfc3339(*report.next_event));
  }
  json.end_object();
  print_out(json.text() + "\n");
  std::fflush(stdout);
}

// What is shown instead of a commit that cannot be, and what was taken down from it.
std::string words_of_shown(const Terminal& terminal, const PublishOptions& options,
                           const approval::Verification& verification, const std::vector<std::string>& removed) {
  const Result<std::string> shown = publish::shown_commit(options.out);
  if (!shown || shown->empty())
    return std::string(terminal.say("cổng chưa có bản nào", "the portal shows nothing yet"));
  std::string still(terminal.say("cổng vẫn ở bản «", "the portal still shows \""));
  still += approval::short_id(*shown);
  still += terminal.say("»", "\"");
  for (const approval::Accepted& one : verification.ledger)
    if (one.commit == *shown) {
      still += terminal.say(" duyệt lúc ", ", approved at ");
      still += to_vietnamese(one.at);
    }
  for (const std::string& path : removed) {
    still += &path == &removed.front()
                 ? terminal.say("; đã gỡ khẩn cấp khỏi bản ấy: ", "; taken down from it at once: ")
                 : std::string_view(", ");
    still += path;
  }
  return still;
}

SourceOptions source_of(const PublishOptions& options) {
  SourceOptions source;
  source.source = options.fetch.repository;
  source.now = options.approval.now;
  source.log = log_file(options.out);
  return source;
}

Result<pipeline::BuildReport> build(const PublishOptions& options, pipeline::PrepareRequest request,
                                    pipeline::Mistakes mistakes) {
  const std::string cache = options.out + "/.cache";
  request.pictures = std::make_shared<images::Workshop>(images::folder_store(cache + "/images"));
  request.attachments = attachment_reader(cache);
  StageTimer timer;
  return pipeline::build_site({std::move(request), options.out, pipeline::SearchIndex::build, mistakes}, timer);
}

// An emergency does not wait until somebody mends what others approved: it is carried out on what is shown. Mistakes
// do not stop it: the shown release had none, so they come of what is missing now.
Result<std::vector<std::string>> carry_out_removals(const PublishOptions& options,
                                                    const approval::Verification& verification, Instant now) {
  const Result<std::string> commit = publish::shown_commit(options.out);
  const std::optional<Instant> at = parse_instant(publish::shown_moment(options.out));
  if (!commit || !at) return std::vector<std::string>();
  CONGBO_TRY(ReducedRelease reduced, prepare_reduced(source_of(options), verification, {*commit, *at}));
  if (!reduced.request) return std::vector<std::string>();
  CONGBO_TRY(const pipeline::BuildReport report,
             build(options, *std::move(reduced.request), pipeline::Mistakes::show_all_the_same));
  if (!report.published) return std::vector<std::string>();  // its layouts are not those of this program any more
  CONGBO_TRY([[maybe_unused]] const bool recorded, record_release(options.fetch.repository, options.out));
  tell_release(verification, report, now, &reduced.removed);
  return std::move(reduced.removed);
}

// What an emergency took down may come back then.
void take_ends(const approval::Verification& verification, Instant now, Round& round) {
  for (const approval::Accepted& one : verification.ledger)
    if (one.evidence == approval::Evidence::emergency && now < one.until &&
        (!round.next_event || one.until < *round.next_event))
      round.next_event = one.until;
}

// The accepted commit cannot be shown: the last words say what is, and why.
Exit show_reduced(const Terminal& terminal, const PublishOptions& options, const approval::Verification& verification,
                  const Diagnostics& found, Round& round) {
  const Instant now = read_clock();
  round.next_event.reset();
  take_ends(verification, now, round);
  const Result<std::vector<std::string>> removed = carry_out_removals(options, verification, now);
  if (!removed) fail(terminal, removed.error());
  fail(terminal,
       error("publish-content", {},
             {approval::short_id(verification.accepted), std::to_string(found.error_count()),
              words_of_shown(terminal, options, verification, removed ? *removed : std::vector<std::string>())}));
  return removed ? Exit::content_errors : Exit::environment;
}

Exit build_release(const Terminal& terminal, const PublishOptions& options, const approval::Verification& verification,
                   Round& round) {
  Result<pipeline::PrepareRequest> prepared = prepare_verified(source_of(options), verification);
  if (!prepared) return report_failure(terminal, prepared.error());
  const Instant now = prepared->now;
  const std::shared_ptr<const Snapshot> snapshot = prepared->snapshot;
  Result<pipeline::BuildReport> report = build(options, *std::move(prepared), pipeline::Mistakes::stop);
  if (!report) return fail(terminal, report.error());
  if (!report->published) {
    print_first_errors(terminal, report->found, *snapshot);
    report->site.reset();  // its memory is wanted
    return show_reduced(terminal, options, verification, report->found, round);
  }
  round.next_event = report->next_event;
  take_ends(verification, now, round);
  const Result<bool> recorded = record_release(options.fetch.repository, options.out);
  if (!recorded) return fail(terminal, recorded.error());
  tell_release(verification, *report, now);
  return Exit::ok;
}

// Fetch, verify, and build when there is something new or something has come due. Whatever fails, the site that is
// shown stays as it is.
void run_round(const Terminal& terminal, const PublishOptions& options, Round& round) {
  const Result<Done> fetched = provenance::fetch(options.fetch);
  if (!fetched) {
    round.exit = fail(terminal, fetched.error());
    return;
  }
  ApprovalOptions approval = options.approval;
  approval.source = options.fetch.repository;
  approval.ref = "origin/" + approval.branch;
  const Result<std::string> shown = publish::shown_commit(options.out);
  if (approval.published.empty() && shown) approval.published = *shown;
  const Result<approval::Verification> verified = run_verification(approval);
  if (!verified) {
    round.exit = report_verification_failure(terminal, verified.error());
    return;
  }
  const std::string state = verified->tip + verified->accepted;
  if (state != round.told) print_verification(terminal, *verified);
  round.told = state;
  round.exit = verified->may_publish() ? Exit::ok : Exit::content_errors;
  if (!verified->may_publish()) return;
  const bool due = !round.built || (round.next_event && *round.next_event <= read_clock());
  if (shown && *shown == verified->accepted && !due) return;
  round.exit = build_release(terminal, options, *verified, round);
  round.built = round.exit == Exit::ok;
}

// After the release, and whatever comes of it: drafts never stand in the way of what is approved.
void keep_drafts(const Terminal& terminal, const PublishOptions& options) {
  if (!options.archive_drafts) return;
  if (const Result<Done> kept = provenance::archive_drafts(options.fetch); !kept) fail(terminal, kept.error());
}

// Told to look at once, the service does not wait for the next round.
void hold_hang_up() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGHUP);
  ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

// False when the service is told to end.
bool wait_for_next(const PublishOptions& options, const Round& round) {
  std::int64_t seconds = options.interval;
  if (round.next_event)
    seconds = std::clamp<std::int64_t>(round.next_event->seconds - read_clock().seconds, 1, seconds);
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGHUP);
  const timespec wait{static_cast<std::time_t>(seconds), 0};
  const int signal = sigtimedwait(&signals, nullptr, &wait);
  return signal < 0 || signal == SIGHUP;
}

Exit run_publish(const Terminal& terminal, PublishOptions options) {
  options.fetch.branch = options.approval.branch;
  if (options.watch) {
    hold_end_signals();
    hold_hang_up();
  }
  Round round;
  do {
    ::alarm(longest_fetch);
    run_round(terminal, options, round);
    keep_drafts(terminal, options);
    ::alarm(0);
  } while (options.watch && wait_for_next(options, round));
  return options.watch ? Exit::ok : round.exit;
}

}  // namespace

void add_publish(CommandLine& line) {
  CLI::App& command = line.add(
      "publish", "Máy công bố: tự lấy bản mới về, chứng minh đã duyệt, dựng và đăng",
      "The publishing machine: fetch, prove the approvals, build, release",
      "  congbo publish --from git@git.example.vn:cong.git --key /etc/congbo/doc --repo /srv/congbo/kho.git \\\n"
      "      --out /srv/congbo/out --introduction /etc/congbo/introduction.yaml --watch\n"
      "  congbo publish … --once     # cho timer của systemd\n");
  auto options = std::make_shared<PublishOptions>();
  const Terminal& terminal = line.terminal;
  command
      .add_option("--from", options->fetch.from,
                  terminal.text("Địa chỉ kho của tòa soạn", "Address of the newsroom's repository"))
      ->required();
  command
      .add_option(
          "--repo", options->fetch.repository,
          terminal.text("Bản sao trên máy này (được tạo nếu chưa có)", "The copy on this machine (made when missing)"))
      ->required();
  command.add_option("--key", options->fetch.key, terminal.text("Khóa SSH chỉ đọc", "Read-only SSH key"));
  command.add_option("--out", options->out, terminal.text("Thư mục kết quả", "Output folder"));
  command.add_flag("--archive-drafts", options->archive_drafts,
                   terminal.text("Giữ cả mọi bản thảo (nhánh, yêu cầu gộp) dưới refs/archive/",
                                 "Keep all drafts (branches, merge requests) under refs/archive/"));
  CLI::Option* watch = command.add_flag("--watch", options->watch,
                                        terminal.text("Chạy mãi, kiểm tra đều đặn", "Run on, looking regularly"));
  command
      .add_flag("--once", options->once, terminal.text("Chạy một lượt rồi thôi (mặc định)", "One round (the default)"))
      ->excludes(watch);
  command
      .add_option("--interval", options->interval,
                  terminal.text("Bao nhiêu giây một lượt (mặc định 60)", "Seconds between rounds (default 60)"))
      ->check(CLI::Range(shortest_interval, longest_interval));
  add_approval_options(command, terminal, options->approval, AlsoSource::no);
  line.on_run(command, [options, &terminal] { return run_publish(terminal, *options); });
}

}  // namespace congbo::cli
