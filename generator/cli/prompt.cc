// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/cli/prompt.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cstdlib>
#include <iostream>

#include "generator/diagnostics/catalogue.h"

extern char** environ;

namespace congbo::cli {

namespace {

std::string_view shape_of(const Terminal& terminal, site::Kind kind) {
  switch (kind) {
    case site::Kind::date:
      return terminal.say("năm-tháng-ngày, ví dụ 2026-03-31", "year-month-day, such as 2026-03-31");
    case site::Kind::datetime:
      return terminal.say("ngày và giờ, ví dụ 2026-03-31T08:00", "day and time, such as 2026-03-31T08:00");
    case site::Kind::boolean:
      return terminal.say("có hoặc không", "yes or no");
    case site::Kind::number:
      return terminal.say("một số", "a number");
    case site::Kind::file:
    case site::Kind::image:
      return terminal.say("đường dẫn tới tệp trên máy này; tệp được chép vào thư mục của bài",
                          "path of a file on this machine; it is copied beside the item");
    default:
      return {};
  }
}

std::string trimmed(std::string text) {
  constexpr std::string_view spaces = " \t\r\n";
  text.erase(0, std::min(text.find_first_not_of(spaces), text.size()));
  text.erase(text.find_last_not_of(spaces) + 1);
  return text;
}

void print_choices(const authoring::Question& question, std::string_view language) {
  std::size_t number = 0;
  for (const authoring::Choice& choice : question.choices) {
    const std::string& label = choice.label.in(language);
    const std::string digits = std::to_string(++number);
    print_error((digits.size() < 2 ? "   " : "  ") + digits + "  " + choice.id + (label.empty() ? "" : " — " + label) +
                "\n");
  }
}

// Where there is a list to choose from, the file it comes from is no help.
std::string hint_of(const Terminal& terminal, const authoring::Question& question, const Diagnostic& one) {
  if (question.choices.empty()) return diagnostics::hint(one, terminal.language);
  return terminal.text("gõ số từ 1 đến ", "type a number from 1 to ") + std::to_string(question.choices.size()) +
         terminal.text(", mã hoặc tên", ", an id or a name");
}

}  // namespace

bool can_ask() {
  return isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1;
}

std::optional<std::string> ask_line(std::string_view label, std::string_view usual) {
  print_error(std::string(label) + (usual.empty() ? "" : " [" + std::string(usual) + "]") + ": ");
  std::string line;
  if (!std::getline(std::cin, line)) {
    print_error("\n");
    return std::nullopt;
  }
  line = trimmed(std::move(line));
  return line.empty() ? std::string(usual) : line;
}

std::optional<std::string> ask_question(const Terminal& terminal, const authoring::Question& question) {
  const std::string_view language = terminal.say("vi", "en");
  for (const Diagnostic& one : question.mistakes.all()) {
    print_error("  ! " + diagnostics::message(one, terminal.language) + "\n");
    if (const std::string hint = hint_of(terminal, question, one); !hint.empty()) print_error("    " + hint + "\n");
  }
  if (question.mistakes.empty()) {
    const std::string& help = question.help.in(language);
    const std::string_view shape = shape_of(terminal, question.kind);
    if (!help.empty()) print_error("  " + help + "\n");
    if (!shape.empty()) print_error("  (" + std::string(shape) + ")\n");
    print_choices(question, language);
  }
  std::string label = question.label.in(language);
  label += (label.empty() ? "" : " ") + std::string("(") + question.key + ")";
  if (!question.choices.empty()) label += terminal.text(" — số, mã hoặc tên", " — number, id or name");
  if (question.may_be_empty) label += terminal.text(" — Enter: hết", " — Enter: no more");
  return ask_line(label, question.usual);
}

std::string editor_command() {
  for (const char* name : {"VISUAL", "EDITOR"})
    if (const char* value = std::getenv(name); value != nullptr && *value != '\0') return value;
  return {};
}

bool open_editor(const std::string& command, const std::string& path) {
  // Through the shell, since the variables hold words ("code --wait"); the path is an argument and never read by it.
  std::string shell = "sh", option = "-c", script = command + " \"$1\"", name = "congbo", file = path;
  char* arguments[] = {shell.data(), option.data(), script.data(), name.data(), file.data(), nullptr};
  pid_t process = 0;
  if (posix_spawnp(&process, "sh", nullptr, nullptr, arguments, environ) != 0) return false;
  int status = 0;
  return waitpid(process, &status, 0) == process && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace congbo::cli
