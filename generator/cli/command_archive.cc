// SPDX-License-Identifier: GPL-3.0-or-later
// `congbo archive write` and `congbo archive verify`: a release kept for good in one file (ARC-01).
#include <stdlib.h>

#include <CLI/CLI.hpp>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <memory>

#include "generator/base/file_system.h"
#include "generator/cli/build_options.h"
#include "generator/history/history.h"
#include "generator/provenance/bare_copy.h"
#include "generator/publish/archive.h"

namespace congbo::cli {

namespace {

struct ArchiveOptions {
  std::string source = ".", out = "out", to;
};

// Where the repository's copy stands until it is in the archive.
class ScratchFolder {
 public:
  // A new folder beside `file`; path() is empty when there can be none.
  explicit ScratchFolder(const std::string& file) : path_(file + ".XXXXXX") {
    if (::mkdtemp(path_.data()) == nullptr) path_.clear();
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
  }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

// By path in the archive: "/tin-tuc/" of the portal main is "public/main/tin-tuc/index.html".
Result<std::map<std::string, std::string>> first_published(const std::string& out) {
  std::map<std::string, std::string> known;
  const std::unique_ptr<FileSystem> files = real_file_system();
  const std::string path = out + "/" + std::string(pipeline::published_path);
  if (!files->exists(path)) return known;
  CONGBO_TRY(const std::string text, files->read(path));
  CONGBO_TRY(const history::PublishedRelease release, history::read_published(text, path));
  for (const history::Published& page : release.published) {
    const std::string file = "public/" + page.portal + page.path + (page.path.ends_with('/') ? "index.html" : "");
    if (!page.first.empty()) known[file] = page.first;
  }
  return known;
}

Result<publish::ArchiveReport> write_one(const ArchiveOptions& options) {
  publish::ArchiveRequest request{.out = options.out, .to = options.to};
  CONGBO_TRY(const std::string commit, publish::shown_commit(options.out));
  CONGBO_TRY(request.first_published, first_published(options.out));
  const ScratchFolder scratch(options.to);
  if (scratch.path().empty()) return error("file-not-writable", {}, {options.to, std::strerror(errno)});
  CONGBO_TRY(provenance::BareCopy copy, provenance::write_bare_copy(options.source, commit, scratch.path()));
  request.repository_folder = scratch.path();
  request.repository_files = std::move(copy.files);
  request.repository_commit = std::move(copy.commit);
  return publish::write_archive(request);
}

Exit run_write(const Terminal& terminal, const ArchiveOptions& options) {
  const Result<publish::ArchiveReport> written = write_one(options);
  if (!written) return fail(terminal, written.error());
  print_out(written->hash + "  " + options.to + "\n");
  print_error(std::to_string(written->files) + terminal.text(" tệp đã lưu trữ\n", " files archived\n"));
  return Exit::ok;
}

Exit run_verify(const Terminal& terminal, const std::string& path) {
  Diagnostics found;
  const Result<std::size_t> intact = publish::verify_archive(path, found);
  if (!intact) return fail(terminal, intact.error());
  for (const Diagnostic& one : found.all()) fail(terminal, one);
  print_error(std::to_string(*intact) + terminal.text(" tệp nguyên vẹn\n", " files intact\n"));
  return found.has_errors() ? Exit::content_errors : Exit::ok;
}

CLI::App* add_part(CLI::App& archive, const Terminal& terminal, const char* name, std::string_view vietnamese,
                   std::string_view english) {
  CLI::App* command = archive.add_subcommand(name, terminal.text(vietnamese, english));
  command->set_help_flag("-h,--help", terminal.text("In trợ giúp", "Print help"));
  return command;
}

}  // namespace

void add_archive(CommandLine& line) {
  CLI::App& archive = line.add("archive", "Lưu trữ một bản phát hành trong một tệp, và kiểm tra tệp ấy",
                               "Keep a release in one file, and verify such a file",
                               "  congbo archive write --source . --out out --to luu-tru.tar\n"
                               "  congbo archive verify luu-tru.tar\n");
  archive.require_subcommand(1);
  const Terminal& terminal = line.terminal;
  CLI::App* write = add_part(archive, terminal, "write", "Ghi bản đang hiển thị cùng kho git vào một tệp tar",
                             "Write the release that is shown, and the git repository, to a tar file");
  auto options = std::make_shared<ArchiveOptions>();
  write->add_option("--source", options->source, terminal.text("Thư mục gốc của cổng", "Root folder of the portal"));
  write->add_option("--out", options->out, terminal.text("Thư mục kết quả", "Output folder"));
  write->add_option("--to", options->to, terminal.text("Tệp lưu trữ sẽ ghi", "The archive to write"))->required();
  line.on_run(*write, [options, &terminal] { return run_write(terminal, *options); });
  CLI::App* verify =
      add_part(archive, terminal, "verify", "Kiểm tra từng tệp trong tệp lưu trữ", "Check every file of an archive");
  auto path = std::make_shared<std::string>();
  verify->add_option("file", *path, terminal.text("Tệp lưu trữ", "The archive"))->required();
  line.on_run(*verify, [path, &terminal] { return run_verify(terminal, *path); });
}

}  // namespace congbo::cli
