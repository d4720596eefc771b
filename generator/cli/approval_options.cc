// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/cli/approval_options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>

#include "generator/approval/restored.h"
#include "generator/base/file_system.h"
#include "generator/formats/json.h"

namespace congbo::cli {

namespace {

constexpr const char* introduction_variable = "CONGBO_INTRODUCTION";

std::string line_of(const Terminal& terminal, const approval::WaitingCommit& one) {
  const bool readable = one.at.seconds != 0;
  const std::string facts = readable ? "  " + to_vietnamese(one.at) + "  " + one.author + "  " + one.subject : "";
  return "  " + approval::short_id(one.commit) + facts + "\n      " + diagnostics::message(one.why, terminal.language) +
         "\n      " + diagnostics::hint(one.why, terminal.language) + "\n";
}

std::string words_of(const approval::Signer& signer, const std::string& title, bool with_name) {
  const std::string& shown = title.empty() ? signer.title_vi : title;
  if (!with_name || signer.name.empty()) return shown;
  return shown.empty() ? signer.name : shown + " " + signer.name;
}

history::ApprovalFacts facts_of(const approval::Accepted& accepted, bool with_names) {
  history::ApprovalFacts facts{accepted.at, {}, {}, std::string(approval::name_of(accepted.evidence))};
  for (const approval::Signer& signer : accepted.signers) {
    const std::string vi = words_of(signer, signer.title_vi, with_names),
                      en = words_of(signer, signer.title_en, with_names);
    if (!vi.empty()) facts.by_vi += (facts.by_vi.empty() ? "" : ", ") + vi;
    if (!en.empty()) facts.by_en += (facts.by_en.empty() ? "" : ", ") + en;
  }
  return facts;
}

using Removed = std::map<std::string, const approval::Accepted*>;

// For private/report.json. `removed`: what of the release that is shown was taken down, when that is not the accepted
// commit.
std::string report_of(const approval::Verification& verification, const Removed* removed = nullptr) {
  formats::JsonWriter json;
  std::size_t weak = 0;
  for (const approval::Accepted& one : verification.ledger) weak += one.evidence == approval::Evidence::forge ? 1 : 0;
  json.begin_object().key("introduction").value(verification.introduction).key("tip").value(verification.tip);
  json.key("accepted").value(verification.accepted).key("weak").value(weak).key("waiting").begin_array();
  for (const approval::WaitingCommit& one : verification.waiting)
    json.begin_object().key("commit").value(one.commit).key("code").value(one.why.code).end_object();
  json.end_array();
  if (removed != nullptr) {
    json.key("held").value(true).key("removed").begin_array();
    for (const auto& [path, emergency] : *removed)
      json.begin_object().key("file").value(path).key("emergency").value(emergency->commit).end_object();
    json.end_array();
  }
  json.end_object();
  return json.take();
}

void add_approvals(history::History& known, const approval::Verification& verification, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    const approval::Accepted& one = verification.ledger[i];
    if (one.signers.empty()) continue;
    for (const std::string& path : one.paths) known.add_approval(path, facts_of(one, verification.public_names));
  }
}

}  // namespace

Result<pipeline::PrepareRequest> prepare_verified(SourceOptions source, const approval::Verification& verification) {
  source.ref = verification.accepted;
  CONGBO_TRY(pipeline::PrepareRequest request, prepare_request(source));
  CONGBO_TRY(request.snapshot, approval::with_lapsed_restored(source.source, request.snapshot, verification,
                                                              request.now, *request.history));
  auto known = std::make_shared<history::History>(*request.history);
  add_approvals(*known, verification, verification.ledger.size());
  request.history = std::move(known);
  request.approvals = report_of(verification);
  return request;
}

Result<ReducedRelease> prepare_reduced(SourceOptions source, const approval::Verification& verification,
                                       const approval::LastPublished& shown) {
  source.ref = verification.accepted;
  CONGBO_TRY(pipeline::PrepareRequest request, prepare_request(source));
  CONGBO_TRY(const std::shared_ptr<const Snapshot> accepted,
             approval::with_lapsed_restored(source.source, request.snapshot, verification, request.now));
  CONGBO_TRY(approval::Reduced reduced,
             approval::reduced(source.source, shown, *accepted, verification, request.now, *request.history));
  ReducedRelease release;
  if (!reduced.snapshot) return release;
  request.snapshot = std::move(reduced.snapshot);
  request.now = shown.at;
  auto known = std::make_shared<history::History>(*request.history);
  add_approvals(*known, verification, reduced.known);
  for (const auto& [path, emergency] : reduced.removed) {
    known->add_approval(path, facts_of(*emergency, verification.public_names));
    release.removed.push_back(path);
  }
  request.history = std::move(known);
  request.approvals = report_of(verification, &reduced.removed);
  release.request = std::move(request);
  return release;
}

void add_approval_options(CLI::App& command, const Terminal& terminal, ApprovalOptions& options, AlsoSource also) {
  command.add_option("--introduction", options.introduction,
                     terminal.text("Bản ghi gốc: mã 40 chữ số, hoặc tệp ngoài kho có dòng commit: (mặc định: "
                                   "CONGBO_INTRODUCTION)",
                                   "The introduction: an id of 40 digits, or a file outside the repository with a line "
                                   "commit: (default: CONGBO_INTRODUCTION)"));
  command.add_option("--branch", options.branch,
                     terminal.text("Nhánh chính (mặc định main)", "The main branch (default main)"));
  command.add_option("--published", options.published,
                     terminal.text("Bản ghi đã công bố, không được mất khỏi lịch sử",
                                   "The commit that is published and must stay in the history"));
  command.add_option("--ledger", options.ledger,
                     terminal.text("Tệp ghi những gì đã xét (mặc định: trong thư mục .git)",
                                   "File of what was judged before (default: in the .git folder)"));
  if (also == AlsoSource::no) return;
  command.add_option(
      "--source", options.source,
      terminal.text("Thư mục gốc của cổng (nơi có content/)", "Root folder of the portal (where content/ is)"));
  command.add_option("--now", options.now,
                     terminal.text("Thời điểm xét (mặc định: bây giờ)", "Instant to judge at (default: the clock)"));
}

std::vector<std::string> paths_of(const Snapshot& snapshot) {
  std::vector<std::string> paths;
  for (const SnapshotEntry& entry : snapshot.entries()) paths.push_back(entry.path);
  return paths;
}

std::string introduction_of(const std::string& given) {
  const char* variable = std::getenv(introduction_variable);
  return given.empty() && variable != nullptr ? std::string(variable) : given;
}

Result<approval::Verification> run_verification(const ApprovalOptions& options) {
  approval::VerifyRequest request;
  request.folder = options.source;
  request.ref = options.ref;
  request.branch = options.branch;
  request.published = options.published;
  request.ledger = options.ledger;
  request.introduction = introduction_of(options.introduction);
  request.now = read_clock();
  if (!options.now.empty()) {
    const std::optional<Instant> now = parse_instant(options.now);
    if (!now) return error("option-now", {}, {options.now});
    request.now = *now;
  }
  return approval::verify(*real_file_system(), request);
}

Exit report_verification_failure(const Terminal& terminal, const Diagnostic& failure) {
  const bool usage = failure.code.starts_with("option-") || failure.code == "approval-introduction-missing" ||
                     failure.code == "approval-introduction-invalid";
  return usage ? misuse(terminal, failure) : fail(terminal, failure);
}

void print_verification(const Terminal& terminal, const approval::Verification& result) {
  for (const Diagnostic& one : result.found.all()) {
    const bool told_below = std::any_of(result.waiting.begin(), result.waiting.end(),
                                        [&](const approval::WaitingCommit& waiting) { return waiting.why == one; });
    if (!told_below) fail(terminal, one);
  }
  if (!result.may_publish()) return;
  std::string text(result.accepted == result.tip
                       ? terminal.say("mọi thay đổi đã được duyệt: ", "every change is approved: ")
                       : terminal.say("bản đã duyệt gần nhất: ", "last approved: "));
  text += approval::short_id(result.accepted) + "\n";
  if (!result.ledger.empty())
    for (const approval::Signer& signer : result.ledger.back().signers)
      text += "  " + (signer.title_vi.empty() ? signer.id : signer.title_vi) + "  " +
              to_vietnamese(result.ledger.back().at) + "\n";
  if (!result.waiting.empty()) {
    text += std::to_string(result.waiting.size());
    text += terminal.say(" bản ghi đang chờ:\n", " commits wait:\n");
    for (const approval::WaitingCommit& one : result.waiting) text += line_of(terminal, one);
  }
  print_error(text);
}

}  // namespace congbo::cli
