// SPDX-License-Identifier: GPL-3.0-or-later
// The commands that write into a portal's own files: new, init, move, migrate.
#include <CLI/CLI.hpp>
#include <memory>

#include "generator/authoring/init_portal.h"
#include "generator/authoring/migrate.h"
#include "generator/authoring/move_item.h"
#include "generator/authoring/new_item.h"
#include "generator/base/word_list.h"
#include "generator/cli/build_options.h"
#include "generator/cli/prompt.h"
#include "generator/site/load.h"
#include "generator/site/values/policy.h"

namespace congbo::cli {

namespace {

// A path as people type it: "content/a.md" or "./content/a.md".
std::string from_root(const std::string& path) {
  return normalize_path(path.starts_with("./") ? path.substr(2) : path);
}

// What was asked for was wrong (an unknown type, a file that exists): usage; anything else is the environment.
Exit report_authoring(const Terminal& terminal, const Diagnostic& failure) {
  const bool wrong = !failure.code.starts_with("file-") || failure.code == "file-exists" ||
                     failure.code == "file-name-not-slug" || failure.code == "file-name-reserved";
  return wrong ? misuse(terminal, failure) : fail(terminal, failure);
}

void print_changed(const std::vector<std::string>& paths) {
  for (const std::string& path : paths) print_out(path + "\n");
}

struct NewOptions {
  authoring::NewItem item;
  bool no_input = false, edit = false;
};

// On a terminal only, when it was asked for or the editor says yes.
void offer_editor(const Terminal& terminal, const NewOptions& options, const std::string& path, bool asked) {
  const std::string editor = editor_command();
  if (!can_ask() || editor.empty() || (!options.edit && !asked)) return;
  if (!options.edit) {
    const std::string question(terminal.say("Mở bằng «", "Open with "));
    const std::optional<std::string> answer =
        ask_line(question + editor + terminal.text("» để viết nội dung? c/k", " to write the text? y/n"),
                 terminal.say("c", "y"));
    if (!answer || (*answer != "c" && *answer != "có" && *answer != "y" && *answer != "yes")) return;
  }
  if (!open_editor(editor, path))
    print_error(terminal.text("không mở được trình soạn thảo: ", "the editor could not be opened: ") + path + "\n");
}

Exit run_new(const Terminal& terminal, const NewOptions& options) {
  authoring::NewItem item = options.item;
  const bool ask = !options.no_input && can_ask();
  if (item.title.empty() && ask) item.title = ask_line(terminal.say("Tiêu đề", "Title"), "").value_or("");
  if (item.title.empty()) return misuse(terminal, error("option-missing", {}, {"title"}));
  const std::unique_ptr<FileSystem> files = real_file_system();
  const Result<std::unique_ptr<Snapshot>> snapshot = folder_snapshot(*files, item.root);
  if (!snapshot) return fail(terminal, snapshot.error());
  Diagnostics found;
  const site::Site site = site::load_site(**snapshot, found);
  item.today = date_of(read_clock());
  const authoring::Ask question = [&](const authoring::Question& one) { return ask_question(terminal, one); };
  const Result<std::string> path =
      ask ? authoring::write_asked_item(*files, site, item, question) : authoring::write_new_item(*files, site, item);
  if (!path) return report_authoring(terminal, path.error());
  print_out(*path + "\n");
  offer_editor(terminal, options, item.root + "/" + *path, ask);
  return Exit::ok;
}

struct InitOptions {
  authoring::NewPortal portal;
  bool no_input = false;
};

Result<Done> check_host(const authoring::NewPortal& portal) {
  if (portal.domain.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-") != std::string::npos)
    return error("host-invalid", {}, {portal.domain});
  return portal.profile.empty() ? Result<Done>(Done{}) : authoring::check_domain(portal.profile, portal.domain);
}

// Until it is one of the profiles, or empty for the smallest portal.
void ask_profile(const Terminal& terminal, authoring::NewPortal& portal) {
  const std::string label = std::string(terminal.say("Hồ sơ: ", "Profile: ")) + word_list(site::profile_names()) +
                            std::string(terminal.say("; Enter: cổng tối thiểu", "; Enter: the smallest portal"));
  for (;;) {
    const std::string typed = ask_line(label, "").value_or("");
    if (typed.empty()) return;
    const Result<std::string> profile = authoring::profile_named(typed);
    if (profile) portal.profile = *profile;
    if (profile) return;
    misuse(terminal, profile.error());
  }
}

// Asked on a terminal only; an empty answer leaves the example in.
void ask_portal(const Terminal& terminal, authoring::NewPortal& portal) {
  if (portal.profile.empty()) ask_profile(terminal, portal);
  if (portal.name.empty())
    portal.name = ask_line(terminal.say("Tên chính thức của cổng", "Official name of the portal"), "").value_or("");
  if (portal.domain.empty())
    portal.domain = ask_line(terminal.say("Tên miền, ví dụ tinh.gov.vn", "Host, such as tinh.gov.vn"), "").value_or("");
  for (Result<Done> fits = check_host(portal); !fits; fits = check_host(portal)) {
    misuse(terminal, fits.error());
    portal.domain = ask_line(terminal.say("Tên miền", "Host"), "").value_or("");
  }
}

Exit run_init(const Terminal& terminal, const InitOptions& options) {
  authoring::NewPortal portal = options.portal;
  if (!portal.profile.empty()) {
    const Result<std::string> profile = authoring::profile_named(portal.profile);
    if (!profile) return misuse(terminal, profile.error());
    portal.profile = *profile;
  }
  if (!options.no_input && can_ask()) ask_portal(terminal, portal);
  if (const Result<Done> fits = check_host(portal); !fits) return misuse(terminal, fits.error());
  portal.today = date_of(read_clock());
  portal.language = terminal.say("vi", "en");
  const std::unique_ptr<FileSystem> files = real_file_system();
  const Result<std::vector<std::string>> written = authoring::init_portal(*files, portal);
  if (!written) return report_authoring(terminal, written.error());
  print_changed(*written);
  print_error(terminal.text("Xong. Tiếp theo: congbo preview --source ", "Done. Next: congbo preview --source ") +
              portal.root + "\n");
  return Exit::ok;
}

Exit run_move(const Terminal& terminal, const std::string& root, const std::string& from, const std::string& to) {
  SourceOptions source;
  source.source = root;
  source.drafts = true;
  Result<pipeline::PrepareRequest> request = prepare_request(source);
  if (!request) return report_failure(terminal, request.error());
  StageTimer timer;
  const std::unique_ptr<pipeline::Site> site = pipeline::prepare(*request, timer);
  const std::unique_ptr<FileSystem> files = real_file_system();
  const Result<authoring::MoveReport> report =
      authoring::move_item(*files, root, *site->snapshot, site->library, from_root(from), from_root(to));
  if (!report) return report_authoring(terminal, report.error());
  print_changed(report->changed);
  print_error(std::to_string(report->links) + terminal.text(" liên kết được sửa\n", " links rewritten\n"));
  return Exit::ok;
}

Exit run_migrate(const Terminal& terminal, const std::string& root) {
  const std::unique_ptr<FileSystem> files = real_file_system();
  const Result<authoring::MigrationReport> report = authoring::migrate(*files, root);
  if (!report) return report_authoring(terminal, report.error());
  print_changed(report->changed);
  print_error(report->from == report->to ? terminal.text("Không có gì phải đổi.\n", "Nothing to change.\n")
                                         : terminal.text("Đã chuyển sang định dạng ", "Migrated to format ") +
                                               std::to_string(report->to) + "\n");
  return Exit::ok;
}

std::string source_help(const Terminal& terminal) {
  return terminal.text("Thư mục gốc của cổng", "Root folder of the portal");
}

}  // namespace

void add_new(CommandLine& line) {
  CLI::App& command = line.add("new", "Tạo một bài nháp đúng mẫu của loại nội dung; hỏi những gì còn thiếu",
                               "Create a draft with the keys of its content type; asks for what is missing",
                               "  congbo new news \"Hội nghị sơ kết sáu tháng\" --edit\n  congbo new document \"Quyết "
                               "định về …\" --section van-ban\n");
  const Terminal& terminal = line.terminal;
  auto options = std::make_shared<NewOptions>();
  authoring::NewItem* item = &options->item;
  item->root = ".";
  command
      .add_option("type", item->type,
                  terminal.text("Loại nội dung (congbo list types)", "Content type (congbo list types)"))
      ->required();
  command.add_option("title", item->title, terminal.text("Tiêu đề", "Title"));
  command.add_option("--source", item->root, source_help(terminal));
  command.add_option("--section", item->section,
                     terminal.text("Chuyên mục, ví dụ tin-tuc", "Section, such as tin-tuc"));
  command.add_option("--portal", item->portal, terminal.text("Mã cổng thành phần", "Sub-portal id"));
  command.add_option("--unit", item->unit, terminal.text("Mã đơn vị cung cấp", "Id of the supplying unit"));
  command.add_flag("--no-input", options->no_input,
                   terminal.text("Không hỏi gì, chỉ ghi mẫu trống", "Ask nothing, write an empty form"));
  command.add_flag("--edit", options->edit,
                   terminal.text("Mở tệp bằng $VISUAL hoặc $EDITOR", "Open the file in $VISUAL or $EDITOR"));
  line.on_run(command, [options, &terminal] { return run_new(terminal, *options); });
}

void add_init(CommandLine& line) {
  CLI::App& command = line.add("init", "Tạo một cổng mới, tối thiểu hoặc theo hồ sơ của một loại cơ quan",
                               "Create a new portal, minimal or from the profile of a kind of body",
                               "  congbo init cong-cua-toi\n"
                               "  congbo init cong-tinh --profile province-by-decree --domain tinh.gov.vn\n");
  const Terminal& terminal = line.terminal;
  auto options = std::make_shared<InitOptions>();
  command.add_option("folder", options->portal.root, terminal.text("Thư mục", "Folder"))->required();
  command.add_option(
      "--profile", options->portal.profile,
      terminal.text("Hồ sơ: ", "Profile: ") + word_list(site::profile_names()) +
          terminal.text("; xa, phuong, dac-khu: như commune", "; xa, phuong, dac-khu: the same as commune") +
          " (congbo list policy)");
  command.add_option("--name", options->portal.name, terminal.text("Tên chính thức", "Official name"));
  command.add_option("--domain", options->portal.domain, terminal.text("Tên miền", "Host"));
  command.add_flag("--no-input", options->no_input, terminal.text("Không hỏi gì", "Ask nothing"));
  line.on_run(command, [options, &terminal] { return run_init(terminal, *options); });
}

void add_move(CommandLine& line) {
  CLI::App& command = line.add("move", "Chuyển một trang, giữ danh tính, địa chỉ cũ và các liên kết",
                               "Move a page; keeps its identity, its old address and the links to it",
                               "  congbo move content/tin-tuc/a.md content/thong-bao/a.md\n");
  const Terminal& terminal = line.terminal;
  struct Paths {
    std::string root = ".", from, to;
  };
  auto paths = std::make_shared<Paths>();
  command.add_option("from", paths->from, terminal.text("Tệp đang có", "Present file"))->required();
  command.add_option("to", paths->to, terminal.text("Tệp mới", "New file"))->required();
  command.add_option("--source", paths->root, source_help(terminal));
  line.on_run(command, [paths, &terminal] { return run_move(terminal, paths->root, paths->from, paths->to); });
}

void add_migrate(CommandLine& line) {
  CLI::App& command = line.add("migrate", "Chuyển cổng sang định dạng của phiên bản này",
                               "Bring a portal to the format of this version", "  congbo migrate --source .\n");
  const Terminal& terminal = line.terminal;
  auto root = std::make_shared<std::string>(".");
  command.add_option("--source", *root, source_help(terminal));
  line.on_run(command, [root, &terminal] { return run_migrate(terminal, *root); });
}

}  // namespace congbo::cli
