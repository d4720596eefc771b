// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/cli/preview_repository.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fstream>
#include <iterator>
#include <memory>

#include "generator/images/workshop.h"
#include "generator/provenance/drafts.h"
#include "preview/drafts/draft_server.h"

namespace congbo::cli {

namespace {

constexpr std::size_t shortest_token = 20;

Result<std::string> read_token(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string token{std::istreambuf_iterator<char>(stream), {}};
  while (!token.empty() && (token.back() == '\n' || token.back() == '\r' || token.back() == ' ')) token.pop_back();
  if (token.size() < shortest_token) return error("option-token", {}, {file, std::to_string(shortest_token)});
  return token;
}

// Each keeps the memory that its largest page took; a newsroom is some dozens of readers, not thousands.
constexpr unsigned answering_threads = 16;

Result<drafts::DraftServerOptions> server_options(const Terminal& terminal, const RepositoryOptions& options,
                                                  const SourceOptions& source, const std::string& cache) {
  drafts::DraftServerOptions server;
  if (!options.token_file.empty()) {
    CONGBO_TRY(server.token, read_token(options.token_file));
  }
  CONGBO_TRY(std::shared_ptr<const provenance::Drafts> repository, provenance::Drafts::open(options.repository));
  CONGBO_TRY(const std::string main, repository->main_branch());
  SourceOptions read = source;
  read.source = options.repository;
  read.ref = main;
  CONGBO_TRY(const pipeline::PrepareRequest request, prepare_request(read));
  server.editions.repository = std::move(repository);
  server.editions.layouts = request.layouts;
  server.editions.history = request.history;
  if (!source.now.empty()) server.editions.now = request.now;
  server.editions.pictures = std::make_shared<images::Workshop>(
      cache.empty() ? images::memory_store() : images::folder_store(cache + "/images"));
  server.editions.attachments = attachment_reader(cache);
  server.host = options.host;
  server.header = options.trusted_header;
  std::transform(server.header.begin(), server.header.end(), server.header.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  server.scheme = options.https ? "https" : "http";
  server.language = terminal.language;
  return server;
}

}  // namespace

void add_repository_options(CLI::App& command, const Terminal& terminal, RepositoryOptions& options) {
  command.add_option("--repo", options.repository,
                     terminal.text("Kho git (cả kho trần): mọi nhánh có địa chỉ riêng, kèm danh sách bản nháp",
                                   "Git repository (bare too): an address for every branch, and a list of drafts"));
  command.add_option("--host", options.host,
                     terminal.text("Tên máy chủ xem trước; mỗi bản nháp là một tên con của nó (với --repo)",
                                   "Name of the preview's host; each draft is a name below it (with --repo)"));
  command.add_option("--token-file", options.token_file,
                     terminal.text("Tệp chứa mã mà ban biên tập gõ để vào xem (với --repo)",
                                   "File with the code that the newsroom types to enter (with --repo)"));
  command.add_option("--trusted-header", options.trusted_header,
                     terminal.text("Tiêu đề HTTP mà máy chủ phía trước đặt cho người đã đăng nhập (với --repo)",
                                   "HTTP header that the proxy sets for people it knows (with --repo)"));
  command.add_flag(
      "--https", options.https,
      terminal.text("Người xem đến bằng https qua máy chủ phía trước", "Readers come by https through a proxy"));
}

bool is_loopback(const std::string& address) {
  return address == "localhost" || address == "::1" || address.starts_with("127.");
}

Exit run_repository_preview(const Terminal& terminal, const RepositoryOptions& options, const SourceOptions& source,
                            const ServeOptions& serve_options, const std::string& cache) {
  Result<drafts::DraftServerOptions> wanted = server_options(terminal, options, source, cache);
  if (!wanted) return report_failure(terminal, wanted.error());
  Result<std::unique_ptr<drafts::DraftServer>> started = drafts::DraftServer::start(*std::move(wanted));
  if (!started) return fail(terminal, started.error());
  drafts::DraftServer& drafts = **started;
  http::Server server({serve_options.address, serve_options.port, answering_threads});
  server.route(
      "/", [&drafts](const http::Request& request) { return drafts.answer(request); }, http::Methods::any);
  return serve(terminal, server, serve_options, [&](const std::string& base) {
    const std::string host = options.host.empty() ? "preview.localhost" + base.substr(base.rfind(':')) : options.host;
    return terminal.text("Bản nháp:  ", "Drafts:  ") + (options.https ? "https://" : "http://") + host + "/\n";
  });
}

}  // namespace congbo::cli
