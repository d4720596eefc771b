// SPDX-License-Identifier: GPL-3.0-or-later
// `congbo verify`: which commit may be published, and what waits for whom (ROL-01).
#include <CLI/CLI.hpp>
#include <memory>

#include "generator/approval/accounts.h"
#include "generator/approval/verify.h"
#include "generator/base/file_system.h"
#include "generator/base/snapshot.h"
#include "generator/base/word_list.h"
#include "generator/cli/approval_options.h"
#include "generator/formats/json.h"
#include "generator/provenance/git_snapshot.h"

namespace congbo::cli {

namespace {

struct VerifyOptions {
  ApprovalOptions approval;
  bool policy_only = false, accounts = false;
  std::string members;  // file: one account of the forge a line
  std::string format = "text";
};

void write_accepted(formats::JsonWriter& json, const approval::Accepted& one) {
  json.begin_object().key("commit").value(one.commit).key("at").value(to_rfc3339(one.at));
  json.key("evidence").value(approval::name_of(one.evidence)).key("approvers").begin_array();
  for (const approval::Signer& signer : one.signers) {
    json.begin_object().key("id").value(signer.id).text_unless_empty("title", signer.title_vi);
    json.text_unless_empty("unit", signer.unit).end_object();
  }
  json.end_array().text_unless_empty("reason", one.reason).key("paths").begin_array();
  for (const std::string& path : one.paths) json.value(path);
  json.end_array().end_object();
}

std::string json_text(const Terminal& terminal, const approval::Verification& result) {
  formats::JsonWriter json(formats::JsonWriter::Layout::indented);
  json.begin_object().key("version").value(1).key("introduction").value(result.introduction);
  json.key("tip").value(result.tip).key("accepted").value(result.accepted);
  json.key("may_publish").value(result.may_publish()).key("judged").value(result.judged);
  json.key("waiting").begin_array();
  for (const approval::WaitingCommit& one : result.waiting) {
    json.begin_object().key("commit").value(one.commit).key("author").value(one.author);
    json.key("subject").value(one.subject).key("at").value(to_rfc3339(one.at)).key("code").value(one.why.code);
    json.key("reason").value(diagnostics::message(one.why, terminal.language)).end_object();
  }
  json.end_array().key("found").begin_array();
  for (const Diagnostic& one : result.found.all()) {
    json.begin_object().key("code").value(one.code).key("message").value(diagnostics::message(one, terminal.language));
    json.end_object();
  }
  json.end_array().key("last").begin_array();
  if (!result.ledger.empty()) write_accepted(json, result.ledger.back());
  json.end_array().end_object();
  return json.take() + "\n";
}

// The policy of the work folder, before anybody commits it.
Exit check_policy(const Terminal& terminal, const std::string& source) {
  const std::unique_ptr<FileSystem> files = real_file_system();
  const std::string path(approval::policy_path);
  if (!files->exists(source + "/" + path)) return fail(terminal, error("approval-policy-missing", {}, {path}));
  const Result<std::string> text = files->read(source + "/" + path);
  if (!text) return fail(terminal, text.error());
  Diagnostics found;
  const approval::Policy policy = approval::read_policy(*text, path, found);
  const Result<std::unique_ptr<Snapshot>> snapshot = folder_snapshot(*files, source);
  if (!snapshot) return fail(terminal, snapshot.error());
  approval::check_policy(policy, paths_of(**snapshot), date_of(read_clock()), path, found);
  for (const Diagnostic& one : found.all()) fail(terminal, one);
  print_error(std::to_string(policy.people.size()) +
              terminal.text(" người trong chính sách; ", " persons in the policy; ") +
              diagnostics::summary(found, terminal.language) + "\n");
  return found.has_errors() ? Exit::content_errors : Exit::ok;
}

std::string joined(const std::vector<std::string>& parts) {
  return parts.empty() ? "-" : word_list(parts, " ");
}

Result<std::vector<std::string>> read_members(const std::string& path) {
  std::vector<std::string> members;
  if (path.empty()) return members;
  CONGBO_TRY(const std::string text, real_file_system()->read(path));
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) members.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return members;
}

// Every account with its rights, as the accepted policy has them; 1 when one has ended or is nobody's.
Exit print_accounts(const Terminal& terminal, const VerifyOptions& options, const approval::Verification& result) {
  const auto snapshot = provenance::git_snapshot(options.approval.source, result.accepted);
  if (!snapshot) return fail(terminal, snapshot.error());
  const SnapshotEntry* entry = (*snapshot)->find(std::string(approval::policy_path));
  const Result<std::string> text = entry ? (*snapshot)->read(*entry) : Result<std::string>(std::string());
  const Result<std::vector<std::string>> members = read_members(options.members);
  if (!text) return fail(terminal, text.error());
  if (!members) return fail(terminal, members.error());
  Diagnostics ignored;
  const approval::Policy policy = approval::read_policy(*text, std::string(approval::policy_path), ignored);
  const std::optional<Instant> now = parse_instant(options.approval.now);
  const Date day = date_of(now ? *now : read_clock());
  Exit exit = Exit::ok;
  print_out("id\taccount\troles\tpaths\tfields\tto\tlast approval\tstate\n");
  for (const approval::AccountRow& row : approval::account_rows(policy, result.ledger, day, *members)) {
    print_out((row.id.empty() ? "-" : row.id) + "\t" + (row.account.empty() ? "-" : row.account) + "\t" +
              joined(row.roles) + "\t" + joined(row.paths) + "\t" + joined(row.fields) + "\t" +
              (row.term.to ? to_text(*row.term.to) : "-") + "\t" + (row.last.year > 0 ? to_text(row.last) : "-") +
              "\t" + std::string(name_of(row.state)) + "\n");
    if (row.state == approval::AccountState::ended || row.state == approval::AccountState::unknown)
      exit = Exit::content_errors;
  }
  return exit;
}

Exit run_verify(const Terminal& terminal, const VerifyOptions& options) {
  if (options.policy_only) return check_policy(terminal, options.approval.source);
  const Result<approval::Verification> result = run_verification(options.approval);
  if (!result) return report_verification_failure(terminal, result.error());
  if (options.accounts) return print_accounts(terminal, options, *result);
  if (options.format == "json")
    print_out(json_text(terminal, *result));
  else
    print_verification(terminal, *result);
  if (options.format == "text" && result->may_publish()) print_out(result->accepted + "\n");
  return result->may_publish() && result->accepted == result->tip ? Exit::ok : Exit::content_errors;
}

}  // namespace

void add_verify(CommandLine& line) {
  CLI::App& command = line.add(
      "verify", "Chứng minh từ git rằng mọi thay đổi đã được người có quyền duyệt; nói cái gì đang chờ và vì sao",
      "Prove from git that every change was approved by someone entitled; tell what waits and why",
      "  congbo verify --introduction /etc/congbo/introduction.yaml\n"
      "  congbo verify --introduction 3f2c…(40) --format json\n"
      "  congbo verify --policy\n");
  auto options = std::make_shared<VerifyOptions>();
  const Terminal& terminal = line.terminal;
  add_approval_options(command, terminal, options->approval);
  command.add_option("--ref", options->approval.ref,
                     terminal.text("Nhánh hoặc commit cần xét (mặc định: nhánh chính)",
                                   "Branch or commit to judge (default: the main branch)"));
  command.add_flag("--policy", options->policy_only,
                   terminal.text("Chỉ kiểm tra tệp chính sách của thư mục làm việc",
                                 "Only check the policy file of the work folder"));
  command.add_flag("--accounts", options->accounts,
                   terminal.text("Liệt kê mọi tài khoản: quyền, phạm vi, hạn, lần duyệt gần nhất",
                                 "List every account: rights, scope, end, last approval"));
  command.add_option("--members", options->members,
                     terminal.text("Tệp liệt kê tài khoản trên máy chủ git, mỗi dòng một tài khoản",
                                   "File of the forge's accounts, one a line"));
  command.add_option("--format", options->format, terminal.text("text hoặc json", "text or json"))
      ->check(CLI::IsMember({"text", "json"}));
  line.on_run(command, [options, &terminal] { return run_verify(terminal, *options); });
}

}  // namespace congbo::cli
