// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <memory>

#include "generator/base/nearest_name.h"
#include "generator/cli/command.h"
#include "generator/diagnostics/check_facts.h"
#include "generator/diagnostics/examples.h"

namespace congbo::cli {

namespace {

std::string_view level_text(const Terminal& terminal, diagnostics::Level level) {
  switch (level) {
    case diagnostics::Level::draft:
      return terminal.say("ngay từ bản nháp", "from the draft on");
    case diagnostics::Level::preview:
      return terminal.say("từ lúc xem trước", "from the preview on");
    case diagnostics::Level::publish:
      return terminal.say("khi công bố", "when it is published");
  }
  return "";
}

// Which requirements ask for it, how heavy it is, and who may change that.
std::string weight_text(const Terminal& terminal, std::string_view code) {
  const diagnostics::CheckFacts facts = diagnostics::facts_of(code);
  std::string text;
  if (!facts.requirements.empty())
    text += "  " + terminal.text("yêu cầu: ", "requirements: ") + std::string(facts.requirements) + "\n";
  text += "  " + terminal.text("mức: ", "weight: ") +
          std::string(facts.usual == Severity::error     ? terminal.say("lỗi", "error")
                      : facts.usual == Severity::warning ? terminal.say("cảnh báo", "warning")
                                                         : terminal.say("lưu ý", "note")) +
          ", " + std::string(level_text(terminal, facts.asked_from)) + "; ";
  text += facts.change == diagnostics::Change::by_policy
              ? terminal.say("đổi được ở checks: trong _site/policy.yaml, trừ khi hồ sơ bắt buộc",
                             "checks: in _site/policy.yaml may change it, unless the profile makes it mandatory")
              : terminal.say("không đổi được", "cannot be changed");
  return text + "\n";
}

std::string indented(std::string_view title, std::string_view lines) {
  std::string text = "  " + std::string(title) + "\n    ";
  for (const char byte : lines) text.append(byte == '\n' ? "\n    " : std::string(1, byte));
  return text + "\n";
}

std::string row_text(const Terminal& terminal, const diagnostics::CatalogueRow& row) {
  const Diagnostic sample = diagnostics::sample_of(row.code);
  std::string text = std::string(row.code) + "\n  " + diagnostics::message(sample, terminal.language) + "\n";
  const std::string hint = diagnostics::hint(sample, terminal.language);
  if (!hint.empty()) text += "  " + terminal.text("gợi ý: ", "hint: ") + hint + "\n";
  text += weight_text(terminal, row.code);
  if (const diagnostics::Example* example = diagnostics::example_of(row.code)) {
    text += "\n" + indented(terminal.say("sai:", "wrong:"), example->wrong);
    text += indented(terminal.say("đúng:", "right:"), example->right);
  }
  const std::string_view more = terminal.say(row.explain_vi, row.explain_en);
  if (!more.empty()) text += "\n" + std::string(more) + "\n";
  return text;
}

Exit run_explain(const Terminal& terminal, const std::string& code) {
  if (code.empty()) {
    for (const diagnostics::CatalogueRow& row : diagnostics::catalogue())
      print_out(std::string(row.code) + "  " +
                diagnostics::message(diagnostics::sample_of(row.code), terminal.language) + "\n");
    return Exit::ok;
  }
  if (const diagnostics::CatalogueRow* row = diagnostics::find_row(code)) {
    print_out(row_text(terminal, *row));
    return Exit::ok;
  }
  std::vector<std::string> codes;
  for (const diagnostics::CatalogueRow& row : diagnostics::catalogue()) codes.emplace_back(row.code);
  return misuse(terminal, error("option-code", {}, {code}, nearest_name(code, codes)));
}

}  // namespace

void add_explain(CommandLine& line) {
  CLI::App& command = line.add("explain", "Giải thích một mã thông báo", "Explain the code of a message",
                               "  congbo explain link-missing\n  congbo explain\n");
  auto code = std::make_shared<std::string>();
  command.add_option("code", *code,
                     line.terminal.text("Mã trong ngoặc vuông của thông báo; bỏ trống để xem tất cả",
                                        "The code in the message's brackets; leave out to list all"));
  const Terminal& terminal = line.terminal;
  line.on_run(command, [code, &terminal] { return run_explain(terminal, *code); });
}

}  // namespace congbo::cli
