// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <memory>

#include "generator/cli/build_options.h"

namespace congbo::cli {

namespace {

Exit run_check(const Terminal& terminal, const SourceOptions& options) {
  Result<pipeline::PrepareRequest> request = prepare_request(options);
  if (!request) return report_failure(terminal, request.error());
  Progress progress(terminal);
  StageTimer timer([&](const std::string& stage) { progress.show(stage); });
  const std::unique_ptr<pipeline::Site> site = pipeline::prepare(*request, timer);
  print_found(terminal, options, site->found, *site->snapshot);
  if (options.format == "text") {
    const std::string verdict = diagnostics::summary(site->found, terminal.language);
    print_error(std::string(terminal.say("Đã kiểm tra ", "Checked ")) + std::to_string(site->library.size()) +
                std::string(terminal.say(" trang: ", " pages: ")) + verdict + "\n");
  }
  return site->found.has_errors() ? Exit::content_errors : Exit::ok;
}

}  // namespace

void add_check(CommandLine& line) {
  CLI::App& command = line.add("check", "Kiểm tra toàn bộ nội dung, không ghi gì", "Check all content, write nothing",
                               "  congbo check\n"
                               "  congbo check --ref tin-moi --format github\n"
                               "  congbo check --drafts --format sarif > check.sarif\n");
  auto options = std::make_shared<SourceOptions>();
  const Terminal& terminal = line.terminal;
  add_source_options(command, terminal, *options);
  line.on_run(command, [options, &terminal] { return run_check(terminal, *options); });
}

}  // namespace congbo::cli
