// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <memory>

#include "generator/authoring/fix_text.h"
#include "generator/cli/command.h"

namespace congbo::cli {

namespace {

using authoring::Fix;
using authoring::FixKind;

std::string words_of(const Terminal& terminal, const Fix& fix) {
  const std::string lines = " (" + std::to_string(fix.lines) + terminal.text(" dòng)", " lines)");
  switch (fix.kind) {
    case FixKind::byte_order_mark:
      return terminal.text("bỏ dấu thứ tự byte", "byte order mark removed") + lines;
    case FixKind::line_ends:
      return terminal.text("xuống dòng CRLF → LF", "line ends CRLF → LF") + lines;
    case FixKind::encoding:
      return terminal.text("bảng mã ", "encoding ") + fix.encoding + " → UTF-8" + lines;
    case FixKind::normal_form:
      return terminal.text("Unicode tổ hợp → dựng sẵn", "decomposed Unicode → composed") + lines;
    case FixKind::tab_indent:
      return terminal.text("thụt dòng bằng tab → dấu cách", "indentation by tabs → spaces") + lines;
  }
  return {};
}

Exit run_fix(const Terminal& terminal, authoring::FixRequest request, authoring::FixMode mode) {
  for (std::string& path : request.paths) {
    path = normalize_path(path.starts_with("./") ? path.substr(2) : path);
    if (!stays_inside(path)) return misuse(terminal, error("option-value", {}, {"paths", path}));
  }
  const std::unique_ptr<FileSystem> files = real_file_system();
  Diagnostics found;
  const Result<std::vector<authoring::FixedFile>> fixed = authoring::fix_files(*files, request, mode, found);
  if (!fixed)
    return fixed.error().code == "file-not-found" ? misuse(terminal, fixed.error()) : fail(terminal, fixed.error());
  for (const authoring::FixedFile& file : *fixed) {
    std::string line = file.path + ": ";
    for (const Fix& fix : file.fixes) line += (&fix == &file.fixes.front() ? "" : "; ") + words_of(terminal, fix);
    print_out(line + "\n");
  }
  for (const Diagnostic& one : found.all()) fail(terminal, one);
  const std::string_view verb = mode == authoring::FixMode::write
                                    ? terminal.say(" tệp đã sửa\n", " files changed\n")
                                    : terminal.say(" tệp sẽ được sửa\n", " files would change\n");
  print_error(std::to_string(fixed->size()) + std::string(verb));
  return found.has_errors() ? Exit::content_errors : Exit::ok;
}

}  // namespace

void add_fix(CommandLine& line) {
  CLI::App& command =
      line.add("fix", "Sửa bảng mã cũ (TCVN3, VNI …), Unicode tổ hợp, xuống dòng, tab trong các tệp văn bản",
               "Put right old encodings (TCVN3, VNI …), decomposed Unicode, line ends and tabs in text files",
               "  congbo fix --dry-run\n  congbo fix content/tin-tuc/2026\n");
  const Terminal& terminal = line.terminal;
  auto request = std::make_shared<authoring::FixRequest>();
  auto dry = std::make_shared<bool>(false);
  command.add_option("paths", request->paths,
                     terminal.text("Tệp hoặc thư mục dưới thư mục gốc của cổng (mặc định: content)",
                                   "Files or folders below the portal's root (default: content)"));
  command.add_option("--source", request->root, terminal.text("Thư mục gốc của cổng", "Root folder of the portal"));
  command.add_flag("--dry-run", *dry, terminal.text("Chỉ in ra, không ghi tệp", "Print only, write nothing"));
  line.on_run(command, [request, dry, &terminal] {
    return run_fix(terminal, *request, *dry ? authoring::FixMode::show : authoring::FixMode::write);
  });
}

}  // namespace congbo::cli
