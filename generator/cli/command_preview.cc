// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <memory>

#include "generator/cli/build_options.h"
#include "generator/cli/preview_repository.h"
#include "generator/cli/serve.h"
#include "generator/images/workshop.h"
#include "preview/preview_server.h"

namespace congbo::cli {

namespace {

struct PreviewOptions {
  SourceOptions source;
  ServeOptions serve;
  RepositoryOptions repository;
  std::string published;
  std::string cache;
};

std::string announcement(const Terminal& terminal, const PreviewOptions& options, const site::Site& site,
                         const std::string& base) {
  const bool both = !options.published.empty();
  const std::string port = base.substr(base.rfind(':'));
  std::string text;
  if (both) {
    text += terminal.text("Cổng đã dựng:  ", "Built portal:  ") + base + "/\n";
    text += terminal.text("Tìm kiếm:      ", "Search:        ") + base + "/tim-kiem\n";
  }
  for (std::size_t i = 1; i < site.portals.size(); ++i)
    text += terminal.text("Cổng con:      ", "Sub-portal:    ") + "http://" + site.portals[i].id + ".localhost" + port +
            "/\n";
  text +=
      terminal.text("Xem trước:     ", "Preview:       ") + (both ? "http://preview.localhost" + port : base) + "/\n";
  return text + terminal.text("Mọi thông báo: ", "All messages:  ") + base + "/_preview/\n";
}

Exit run_preview(const Terminal& terminal, const PreviewOptions& options) {
  const RepositoryOptions& repository = options.repository;
  const bool guarded = !repository.repository.empty() && !(repository.token_file + repository.trusted_header).empty();
  if (!is_loopback(options.serve.address) && !guarded)
    return misuse(terminal, error("option-exposed", {}, {options.serve.address}));
  hold_end_signals();
  if (!repository.repository.empty())
    return run_repository_preview(terminal, repository, options.source, options.serve, options.cache);
  Result<pipeline::PrepareRequest> request = prepare_request(options.source);
  if (!request) return report_failure(terminal, request.error());
  preview::KeepRequest keep;
  keep.source = options.source.source;
  keep.ref = options.source.ref;
  keep.layouts = request->layouts;
  keep.history = request->history;
  std::string cache = options.cache;
  if (cache.empty() && !options.published.empty()) cache = options.published + "/.cache";
  keep.pictures = std::make_shared<images::Workshop>(cache.empty() ? images::memory_store()
                                                                   : images::folder_store(cache + "/images"));
  keep.attachments = attachment_reader(cache);
  if (!options.source.now.empty()) keep.now = request->now;
  keep.local_hosts = preview::local_hosts(options.serve.port, !options.published.empty());
  Result<std::unique_ptr<preview::EditionKeeper>> keeper = preview::EditionKeeper::start(std::move(keep));
  if (!keeper) return fail(terminal, keeper.error());
  const std::shared_ptr<const site::Site> portals = (*keeper)->shown()->site->site;
  http::Server server({options.serve.address, options.serve.port});
  preview::PreviewSite site{std::shared_ptr<preview::EditionKeeper>(*std::move(keeper)), options.published,
                            options.serve.port, options.serve.address, terminal.language};
  const Result<Done> added = preview::add_preview_routes(server, std::move(site));
  if (!added) return fail(terminal, added.error());
  return serve(terminal, server, options.serve,
               [&](const std::string& base) { return announcement(terminal, options, *portals, base); });
}

}  // namespace

void add_preview(CommandLine& line) {
  CLI::App& command =
      line.add("preview", "Xem trước thư mục làm việc hoặc một nhánh, có bản nháp, tự tải lại khi lưu",
               "Preview the work folder or a branch, drafts included, reloading on save",
               "  congbo preview\n  congbo preview --ref tin-moi --port 8090\n  congbo preview --published out\n"
               "  congbo preview --repo kho.git\n");
  auto options = std::make_shared<PreviewOptions>();
  const Terminal& terminal = line.terminal;
  add_source_options(command, terminal, options->source);
  add_serve_options(command, terminal, options->serve);
  add_repository_options(command, terminal, options->repository);
  command.add_option("--published", options->published,
                     terminal.text("Phục vụ cả cổng đã dựng ở thư mục này, cùng tìm kiếm",
                                   "Serve the portal built into this folder too, with search"));
  command.add_option("--cache", options->cache,
                     terminal.text("Thư mục giữ ảnh đã làm (mặc định: .cache trong --published, hoặc bộ nhớ)",
                                   "Folder that keeps finished pictures (default: .cache in --published, or memory)"));
  line.on_run(command, [options, &terminal] { return run_preview(terminal, *options); });
}

}  // namespace congbo::cli
