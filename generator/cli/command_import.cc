// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <memory>

#include "generator/authoring/import_markdown.h"
#include "generator/cli/build_options.h"
#include "generator/site/load.h"

namespace congbo::cli {

namespace {

struct ImportOptions {
  SourceOptions source;
  std::string folder, mapping;
  bool dry_run = false;
};

Result<std::vector<authoring::ForeignFile>> read_foreign(const FileSystem& files, const std::string& folder) {
  std::vector<authoring::ForeignFile> foreign;
  CONGBO_TRY(const std::vector<FileEntry> entries, files.list(folder));
  for (const FileEntry& entry : entries) {
    if (!entry.path.ends_with(".md") || entry.symlink) continue;
    CONGBO_TRY(std::string bytes, files.read(folder + "/" + entry.path));
    foreign.push_back({folder + "/" + entry.path, std::move(bytes)});
  }
  return foreign;
}

std::map<std::string, std::string> texts_of(const std::vector<authoring::ForeignFile>& foreign) {
  std::map<std::string, std::string> texts;
  for (const authoring::ForeignFile& file : foreign) texts[file.path] = file.bytes;
  return texts;
}

Result<std::size_t> write_items(FileSystem& files, const std::string& root,
                                const std::vector<authoring::ImportedItem>& items, Diagnostics& found) {
  std::size_t written = 0;
  for (const authoring::ImportedItem& item : items) {
    if (files.exists(root + "/" + item.path)) {
      found.add(error("file-exists", {item.foreign, 1, 1}, {item.path}));
      continue;
    }
    CONGBO_TRY([[maybe_unused]] const Done done, files.write(root + "/" + item.path, item.text));
    ++written;
  }
  return written;
}

Result<Exit> import(const Terminal& terminal, const ImportOptions& options) {
  const std::unique_ptr<FileSystem> files = real_file_system();
  Diagnostics found;
  CONGBO_TRY(const std::unique_ptr<Snapshot> snapshot, folder_snapshot(*files, options.source.source));
  const site::Site site = site::load_site(*snapshot, found);
  CONGBO_TRY(const std::string mapping_text, files->read(options.mapping));
  const authoring::ImportMapping mapping = authoring::read_mapping(mapping_text, options.mapping, found);
  CONGBO_TRY(const std::vector<authoring::ForeignFile> foreign, read_foreign(*files, options.folder));
  std::size_t written = 0;
  if (!found.has_errors()) {
    const std::vector<authoring::ImportedItem> items =
        authoring::import_markdown(foreign, mapping, site.portals.front(), found);
    if (!options.dry_run) {
      CONGBO_TRY(written, write_items(*files, options.source.source, items, found));
    }
  }
  found.sort();
  const std::unique_ptr<Snapshot> shown = memory_snapshot(texts_of(foreign));  // for the lines the messages point to
  print_found(terminal, options.source, found, *shown);
  print_error(terminal.text("Đã đọc ", "Read ") + std::to_string(foreign.size()) +
              terminal.text(" tệp, đã ghi ", " files, wrote ") + std::to_string(written) + ": " +
              diagnostics::summary(found, terminal.language) + "\n");
  return found.has_errors() ? Exit::content_errors : Exit::ok;
}

}  // namespace

void add_import(CommandLine& line) {
  const Terminal& terminal = line.terminal;
  CLI::App& command = line.add("import", "Nhập nội dung từ hệ thống khác", "Import content of another system",
                               "  congbo import markdown ../cu --mapping anh-xa.yaml\n");
  command.require_subcommand(1);
  CLI::App& markdown = *command.add_subcommand("markdown", terminal.text("Nhập các tệp Markdown theo một tệp ánh xạ",
                                                                         "Import Markdown files by a mapping file"));
  auto options = std::make_shared<ImportOptions>();
  markdown.add_option("folder", options->folder, terminal.text("Thư mục cần nhập", "Folder to import"))->required();
  markdown.add_option("--mapping", options->mapping, terminal.text("Tệp ánh xạ các khóa", "Mapping of the keys"))
      ->required();
  markdown.add_option("--source", options->source.source,
                      terminal.text("Thư mục gốc của cổng", "Root folder of the portal"));
  markdown.add_flag("--dry-run", options->dry_run,
                    terminal.text("Chỉ báo cáo, không ghi", "Report only, write nothing"));
  markdown.add_option("--format", options->source.format, "text, json, sarif, github")
      ->check(CLI::IsMember({"text", "json", "sarif", "github"}));
  line.on_run(markdown, [options, &terminal] {
    const Result<Exit> result = import(terminal, *options);
    return result ? *result : fail(terminal, result.error());
  });
}

}  // namespace congbo::cli
