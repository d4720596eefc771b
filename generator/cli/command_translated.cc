// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <memory>

#include "generator/base/file_system.h"
#include "generator/cli/build_options.h"
#include "generator/pages/load.h"
#include "generator/pages/source_hash.h"

namespace congbo::cli {

namespace {

struct TranslatedOptions {
  SourceOptions source;
  std::vector<std::string> files;
};

// The file with `translated_from: <hash>` in its front matter, in the place of an older one.
std::string with_hash(const std::string& text, const std::string& hash) {
  const std::string line = "translated_from: \"" + hash + "\"\n";
  const pages::SplitFile parts = pages::split_front_matter(text);
  const auto begin = static_cast<std::size_t>(parts.front_matter.data() - text.data());
  const std::size_t end = begin + parts.front_matter.size();
  std::size_t at = begin;
  while (at < end && text.compare(at, 16, "translated_from:") != 0) {
    const std::size_t next = text.find('\n', at);
    at = next == std::string::npos || next >= end ? end : next + 1;
  }
  if (at >= end) return text.substr(0, end) + line + text.substr(end);
  const std::size_t after = text.find('\n', at);
  return text.substr(0, at) + line + text.substr(after + 1);
}

Result<Done> mark(const pipeline::Site& site, const std::string& root, const std::string& file) {
  const pages::PageIndex index = site.library.by_source(file);
  if (index == pages::no_page) return error("translated-no-page", {}, {file});
  const pages::Page& page = site.library[index];
  const pages::PageIndex original =
      page.translation_of.empty() ? pages::no_page : site.library.by_id(page.route.portal, page.translation_of);
  if (original == pages::no_page) return error("translated-no-original", {file, 1, 1}, {page.translation_of});
  const std::unique_ptr<FileSystem> files = real_file_system();
  CONGBO_TRY(const std::string source, files->read(root + "/" + site.library[original].source));
  CONGBO_TRY(const std::string text, files->read(root + "/" + file));
  return files->write(root + "/" + file, with_hash(text, pages::source_hash(source)));
}

Exit run_translated(const Terminal& terminal, const TranslatedOptions& options) {
  Result<pipeline::PrepareRequest> request = prepare_request(options.source);
  if (!request) return report_failure(terminal, request.error());
  request->audience = edition::Audience::drafts;
  request->checks = pipeline::Checks::leave_out;
  StageTimer timer;
  const std::unique_ptr<pipeline::Site> site = pipeline::prepare(*request, timer);
  for (const std::string& file : options.files) {
    const Result<Done> done = mark(*site, options.source.source, file);
    if (done) continue;
    return done.error().code.starts_with("translated-") ? misuse(terminal, done.error()) : fail(terminal, done.error());
  }
  return Exit::ok;
}

}  // namespace

void add_translated(CommandLine& line) {
  CLI::App& command = line.add("translated", "Ghi rằng bản dịch đã theo bản gốc hiện nay",
                               "Note that a translation follows its original as it is now",
                               "  congbo translated content/en/news/khe-lim-bridge.md\n");
  auto options = std::make_shared<TranslatedOptions>();
  const Terminal& terminal = line.terminal;
  command
      .add_option("files", options->files,
                  terminal.text("Tệp của bản dịch, tính từ thư mục gốc của cổng",
                                "Files of translations, from the root folder of the portal"))
      ->required();
  command.add_option(
      "--source", options->source.source,
      terminal.text("Thư mục gốc của cổng (nơi có content/)", "Root folder of the portal (where content/ is)"));
  line.on_run(command, [options, &terminal] { return run_translated(terminal, *options); });
}

}  // namespace congbo::cli
