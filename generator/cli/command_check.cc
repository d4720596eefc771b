// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <memory>

#include "generator/cli/build_options.h"

namespace congbo::cli {

namespace {

struct CheckOptions {
  SourceOptions source;
  std::string level = "publish";
};

Exit run_check(const Terminal& terminal, const CheckOptions& check) {
  const SourceOptions& options = check.source;
  Result<pipeline::PrepareRequest> request = prepare_request(options);
  if (!request) return report_failure(terminal, request.error());
  request->level = *diagnostics::level_of(check.level);
  // Who asks about a draft or a preview wants to hear about what is not public yet.
  if (request->level != diagnostics::Level::publish) request->audience = edition::Audience::drafts;
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
                               "  congbo check --level draft\n"
                               "  congbo check --drafts --format sarif > check.sarif\n");
  auto options = std::make_shared<CheckOptions>();
  const Terminal& terminal = line.terminal;
  add_source_options(command, terminal, options->source);
  command
      .add_option("--level", options->level,
                  std::string(terminal.say("draft, preview hoặc publish: đòi hỏi đến đâu (mặc định publish)",
                                           "draft, preview or publish: how much is asked (default publish)")))
      ->check(CLI::IsMember({"draft", "preview", "publish"}));
  line.on_run(command, [options, &terminal] { return run_check(terminal, *options); });
}

}  // namespace congbo::cli
