// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <memory>

#include "generator/cli/build_options.h"
#include "generator/schema/schema.h"
#include "generator/site/load.h"

namespace congbo::cli {

namespace {

struct SchemaOptions {
  std::string source = ".", portal, name, out;
};

std::string_view language_of(const Terminal& terminal) {
  return terminal.say("vi", "en");
}

Exit write_files(const Terminal& terminal, FileSystem& files, const SchemaOptions& options,
                 const site::Portal& portal) {
  for (const schema::EditorFile& file : schema::editor_files(portal, language_of(terminal))) {
    const std::string path = options.out + "/" + file.path;
    if (const Result<std::string> present = files.read(path); present && *present == file.text) continue;
    const Result<Done> written = files.write(path, file.text);
    if (!written) return fail(terminal, written.error());
    print_out(path + "\n");
  }
  return Exit::ok;
}

Exit run_schema(const Terminal& terminal, const SchemaOptions& options) {
  const std::unique_ptr<FileSystem> files = real_file_system();
  if (!files->exists(options.source + "/content")) return fail(terminal, error("source-empty", {}, {options.source}));
  const Result<std::unique_ptr<Snapshot>> snapshot = folder_snapshot(*files, options.source);
  if (!snapshot) return fail(terminal, snapshot.error());
  Diagnostics found;  // a half-written _site/ still has its types: `congbo check` is for mistakes
  const site::Site site = site::load_site(**snapshot, found);
  const site::Portal* portal = options.portal.empty() ? &site.portals.front() : site.portal(options.portal);
  if (portal == nullptr) return misuse(terminal, error("portal-unknown", {}, {options.portal}));
  if (!options.out.empty()) return write_files(terminal, *files, options, *portal);
  if (options.name.empty()) {
    for (const std::string& name : schema::schema_names(*portal)) print_out(name + "\n");
    return Exit::ok;
  }
  const Result<std::string> text = schema::schema_text(*portal, options.name, language_of(terminal));
  if (!text) return misuse(terminal, text.error());
  print_out(*text);
  return Exit::ok;
}

}  // namespace

void add_schema(CommandLine& line) {
  CLI::App& command = line.add(
      "schema", "JSON Schema cho trình soạn thảo: loại nội dung và các tệp _site/",
      "JSON Schemas for editors: content types and the files of _site/",
      "  congbo schema\n  congbo schema news\n  congbo schema site.yaml --lang en\n  congbo schema --out .vscode\n");
  const Terminal& terminal = line.terminal;
  auto options = std::make_shared<SchemaOptions>();
  command.add_option(
      "name", options->name,
      terminal.text("Loại nội dung hoặc tệp; bỏ trống: liệt kê tên", "Content type or file; none: list the names"));
  command.add_option("--out", options->out,
                     terminal.text("Ghi tất cả vào thư mục này: schemas/ và congbo.code-snippets",
                                   "Write all into this folder: schemas/ and congbo.code-snippets"));
  command.add_option("--source", options->source, terminal.text("Thư mục gốc của cổng", "Root folder of the portal"));
  command.add_option("--portal", options->portal, terminal.text("Mã cổng thành phần", "Sub-portal id"));
  line.on_run(command, [options, &terminal] { return run_schema(terminal, *options); });
}

}  // namespace congbo::cli
