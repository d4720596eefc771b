// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/cli/approval_options.h"

#include <CLI/CLI.hpp>
#include <cstdlib>

#include "generator/base/file_system.h"

namespace congbo::cli {

namespace {

constexpr const char* introduction_variable = "CONGBO_INTRODUCTION";

std::string line_of(const Terminal& terminal, const approval::WaitingCommit& one) {
  return "  " + approval::short_id(one.commit) + "  " + to_vietnamese(one.at) + "  " + one.author + "  " + one.subject +
         "\n      " + diagnostics::message(one.why, terminal.language) + "\n      " +
         diagnostics::hint(one.why, terminal.language) + "\n";
}

}  // namespace

void add_approval_options(CLI::App& command, const Terminal& terminal, ApprovalOptions& options) {
  const auto text = [&](std::string_view vietnamese, std::string_view english) {
    return std::string(terminal.say(vietnamese, english));
  };
  command.add_option("--source", options.source,
                     text("Thư mục gốc của cổng (nơi có content/)", "Root folder of the portal (where content/ is)"));
  command.add_option("--introduction", options.introduction,
                     text("Bản ghi gốc: mã 40 chữ số, hoặc tệp ngoài kho có dòng commit: (mặc định: "
                          "CONGBO_INTRODUCTION)",
                          "The introduction: an id of 40 digits, or a file outside the repository with a line "
                          "commit: (default: CONGBO_INTRODUCTION)"));
  command.add_option("--branch", options.branch, text("Nhánh chính (mặc định main)", "The main branch (default main)"));
  command.add_option("--published", options.published,
                     text("Bản ghi đã công bố, không được mất khỏi lịch sử",
                          "The commit that is published and must stay in the history"));
  command.add_option("--ledger", options.ledger,
                     text("Tệp ghi những gì đã xét (mặc định: trong thư mục .git)",
                          "File of what was judged before (default: in the .git folder)"));
  if (command.get_option_no_throw("--now") == nullptr)
    command.add_option("--now", options.now,
                       text("Thời điểm xét (mặc định: bây giờ)", "Instant to judge at (default: the clock)"));
}

Result<approval::Verification> run_verification(const ApprovalOptions& options) {
  approval::VerifyRequest request;
  request.folder = options.source;
  request.ref = options.ref;
  request.branch = options.branch;
  request.published = options.published;
  request.ledger = options.ledger;
  request.introduction = options.introduction;
  const char* variable = std::getenv(introduction_variable);
  if (request.introduction.empty() && variable != nullptr) request.introduction = variable;
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
  print_out(result.accepted + "\n");
}

}  // namespace congbo::cli
