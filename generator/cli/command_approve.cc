// SPDX-License-Identifier: GPL-3.0-or-later
// `congbo approve`: the approver's signature, made on the approver's own machine.
#include <CLI/CLI.hpp>
#include <cstdlib>
#include <memory>

#include "generator/approval/approve.h"
#include "generator/approval/policy.h"
#include "generator/base/file_system.h"
#include "generator/cli/approval_options.h"
#include "generator/cli/command.h"
#include "generator/images/workshop.h"

namespace congbo::cli {

namespace {

struct ApproveOptions {
  approval::ApproveRequest request;
  std::string key, emergency, ratify, compared;
  bool on_branch = false, codeowners = false, also_waiting = false, undo_waiting = false, with_errors = false;
};

// CODEOWNERS of the work folder's policy, on standard output; or whether the file `compared` is the same.
Exit print_codeowners(const Terminal& terminal, const std::string& source, const std::string& compared) {
  const Result<std::string> text = real_file_system()->read(source + "/" + std::string(approval::policy_path));
  if (!text) return fail(terminal, text.error());
  Diagnostics found;
  const approval::Policy policy = approval::read_policy(*text, std::string(approval::policy_path), found);
  for (const Diagnostic& one : found.all()) fail(terminal, one);
  if (found.has_errors()) return Exit::content_errors;
  const std::string owners = approval::codeowners(policy, date_of(read_clock()));
  if (compared.empty()) {
    print_out(owners);
    return Exit::ok;
  }
  const Result<std::string> there = real_file_system()->read(compared);
  if (!there) return fail(terminal, there.error());
  if (*there == owners) return Exit::ok;
  fail(terminal, error("approval-codeowners-stale", {}, {compared}));
  return Exit::content_errors;
}

// `--key` names a private key, or a public one whose private half the agent has.
Result<std::unique_ptr<approval::KeyRing>> open_keys(const ApproveOptions& options, std::string& wanted) {
  const char* socket = std::getenv("SSH_AUTH_SOCK");
  if (!options.key.empty() && !options.key.ends_with(".pub"))
    return approval::open_key_file(*real_file_system(), options.key);
  if (!options.key.empty()) {
    CONGBO_TRY(std::string line, real_file_system()->read(options.key));
    while (line.ends_with('\n')) line.pop_back();
    const std::optional<approval::SshKey> key = approval::read_public_key(line);
    if (!key) return error("approval-key-invalid", {}, {options.key});
    wanted = key->blob;
  }
  return approval::open_agent(socket == nullptr ? "" : socket);
}

// Else it is about what was to be approved.
bool is_about_this_machine(const std::string& code) {
  return !code.starts_with("approval-") || code.starts_with("approval-introduction") ||
         code.starts_with("approval-branch") || code == "approval-no-key" || code == "approval-agent";
}

// The machine that publishes would stop at errors, and with this branch all that is approved after it.
Result<Done> examine_content(const Terminal& terminal, const approval::ApproveRequest& request,
                             const std::string& commit) {
  SourceOptions source;
  source.source = request.folder;
  source.ref = commit;
  CONGBO_TRY(pipeline::PrepareRequest wanted, prepare_request(source));
  wanted.now = request.now;
  wanted.attachments = usual_attachment_reader(request.folder);
  wanted.pictures = std::make_shared<images::Workshop>(images::memory_store());
  StageTimer timer;
  const std::unique_ptr<pipeline::Site> site = pipeline::prepare(wanted, timer);
  if (!site->found.has_errors()) return Done{};
  print_first_errors(terminal, site->found, *site->snapshot);
  return error("approval-content", {}, {request.draft, std::to_string(site->found.error_count())});
}

std::string told_of(const Terminal& terminal, const approval::Approval& made) {
  const std::string& head = made.head.empty() ? made.commit : made.head;
  std::string text = made.person + terminal.text(" đã duyệt «", " approved \"") + approval::short_id(head) +
                     terminal.text("», ký ở đầu nhánh ", "\"; signed on ") + made.branch + ":\n";
  for (const std::string& path : made.paths) text += "  " + path + "\n";
  if (!made.undone.empty()) text += terminal.say("bỏ khỏi nhánh chính:\n", "taken off the main branch:\n");
  for (const approval::WaitingCommit& one : made.undone)
    text += "  " + approval::short_id(one.commit) + "  " + one.author + "  " + one.subject + "\n";
  return text + "git push origin " + made.branch + "\n";
}

Exit run_approve(const Terminal& terminal, const ApproveOptions& options) {
  if (options.codeowners) return print_codeowners(terminal, options.request.folder, options.compared);
  approval::ApproveRequest request = options.request;
  request.now = read_clock();
  request.introduction = introduction_of(request.introduction);
  if (options.also_waiting) request.waiting = approval::WaitingUse::include;
  if (options.undo_waiting) request.waiting = approval::WaitingUse::undo;
  if (options.on_branch) request.kind = approval::ApprovalKind::on_branch;
  if (!options.emergency.empty()) request.kind = approval::ApprovalKind::emergency;
  if (!options.ratify.empty()) request.kind = approval::ApprovalKind::ratify;
  request.reason = options.emergency;
  request.ratifies = options.ratify;
  if (request.draft.empty() && options.ratify.empty()) return misuse(terminal, error("option-missing", {}, {"BRANCH"}));
  const Result<std::unique_ptr<approval::KeyRing>> ring = open_keys(options, request.key);
  if (!ring) return fail(terminal, ring.error());
  if (!options.with_errors)
    request.examine = [&](const std::string& commit) { return examine_content(terminal, request, commit); };
  const Result<approval::Approval> made = approval::approve(request, **ring);
  if (!made) {
    if (is_about_this_machine(made.error().code)) return report_verification_failure(terminal, made.error());
    fail(terminal, made.error());
    return Exit::content_errors;
  }
  print_error(told_of(terminal, *made));
  print_out(made->commit + "\n");
  return Exit::ok;
}

}  // namespace

void add_approve(CommandLine& line) {
  CLI::App& command = line.add(
      "approve", "Duyệt một nhánh: gộp và ký ngay trên máy này", "Approve a branch: merge and sign on this machine",
      "  congbo approve bai-moi --introduction /etc/congbo/introduction.yaml\n"
      "  congbo approve bai-moi --key ~/.ssh/id_ed25519\n"
      "  congbo approve bai-moi --on-branch\n  congbo approve go-bai --emergency \"lộ bí mật\"\n"
      "  congbo approve --ratify 3f2c…(40)\n  congbo approve --codeowners > CODEOWNERS\n");
  auto options = std::make_shared<ApproveOptions>();
  const Terminal& terminal = line.terminal;
  command.add_option("branch", options->request.draft, terminal.text("Nhánh cần duyệt", "The branch to approve"));
  command.add_option("--source", options->request.folder,
                     terminal.text("Thư mục gốc của cổng", "Root folder of the portal"));
  command.add_option("--into", options->request.branch,
                     terminal.text("Nhánh chính (mặc định main)", "The main branch (default main)"));
  command.add_option(
      "--key", options->key,
      terminal.text("Tệp khóa ed25519, hoặc tệp .pub của khóa trong ssh-agent (mặc định: khóa đầu tiên trong "
                    "ssh-agent mà chính sách biết)",
                    "An ed25519 key file, or the .pub file of a key in ssh-agent (default: the first key in "
                    "ssh-agent that the policy knows)"));
  command.add_option("--introduction", options->request.introduction,
                     terminal.text("Bản ghi gốc: mã 40 chữ số, hoặc tệp ngoài kho (mặc định: CONGBO_INTRODUCTION)",
                                   "The introduction: an id of 40 digits, or a file outside the repository (default: "
                                   "CONGBO_INTRODUCTION)"));
  CLI::Option* also = command.add_flag("--also-waiting", options->also_waiting,
                                       terminal.text("Duyệt cả những bản ghi đang chờ trên nhánh chính",
                                                     "Approve what waits on the main branch as well"));
  command
      .add_flag("--undo-waiting", options->undo_waiting,
                terminal.text("Bỏ khỏi nhánh chính những gì đang chờ, chỉ duyệt nhánh này",
                              "Leave out what waits on the main branch, approve this branch only"))
      ->excludes(also);
  command.add_flag("--with-errors", options->with_errors,
                   terminal.text("Ký dù nội dung có lỗi; máy công bố không đăng gì cho đến khi hết lỗi",
                                 "Sign though the content has errors; nothing is published until they are mended"));
  CLI::Option* on_branch =
      command.add_flag("--on-branch", options->on_branch,
                       terminal.text("Ký lên đầu nhánh, để người khác hoặc máy chủ git gộp",
                                     "Sign on the branch, for somebody else or the forge to merge"));
  CLI::Option* emergency =
      command.add_option("--emergency", options->emergency,
                         terminal.text("Gỡ khẩn cấp, kèm lý do; chỉ được xóa hoặc rút bài",
                                       "Emergency removal and its reason; only deletes or withdraws"));
  emergency->excludes(on_branch);
  command
      .add_option("--ratify", options->ratify,
                  terminal.text("Xác nhận một lệnh gỡ khẩn cấp", "Ratify an emergency removal"))
      ->excludes(on_branch)
      ->excludes(emergency);
  CLI::Option* codeowners =
      command.add_flag("--codeowners", options->codeowners,
                       terminal.text("In CODEOWNERS từ chính sách", "Print CODEOWNERS from the policy"));
  command
      .add_option(
          "--check", options->compared,
          terminal.text("Với --codeowners: tệp phải giống như thế", "With --codeowners: the file that has to be so"))
      ->needs(codeowners);
  line.on_run(command, [options, &terminal] { return run_approve(terminal, *options); });
}

}  // namespace congbo::cli
