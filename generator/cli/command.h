// SPDX-License-Identifier: GPL-3.0-or-later
// What every command shares: exit codes, the words of the chosen language, where to print.
#pragma once
#include <functional>
#include <string>
#include <string_view>

#include "generator/base/diagnostic.h"
#include "generator/base/result.h"
#include "generator/diagnostics/print.h"

namespace CLI {
class App;
}

namespace congbo::cli {

enum class Exit : int { ok = 0, content_errors = 1, usage = 2, environment = 3 };

enum class Format { text, json };

// Options before any command is read, and how to speak.
struct Terminal {
  diagnostics::Language language = diagnostics::Language::vietnamese;
  bool colour = false;    // standard error is a terminal and NO_COLOR is not set
  bool progress = false;  // standard error is a terminal
  // The words in the language of the run.
  std::string_view say(std::string_view vietnamese, std::string_view english) const {
    return language == diagnostics::Language::vietnamese ? vietnamese : english;
  }
  std::string text(std::string_view vietnamese, std::string_view english) const {
    return std::string(say(vietnamese, english));
  }
};

// A command adds its sub-command to `app`; its body runs through `result`, which becomes the exit code.
struct CommandLine {
  CLI::App& app;
  Terminal& terminal;
  Exit& result;
  // Adds a sub-command whose body gives the exit code.
  CLI::App& add(const std::string& name, std::string_view vietnamese, std::string_view english,
                const std::string& examples);
  void on_run(CLI::App& command, std::function<Exit()> body);
};

void add_build(CommandLine& line);
void add_check(CommandLine& line);
void add_new(CommandLine& line);
void add_init(CommandLine& line);
void add_move(CommandLine& line);
void add_migrate(CommandLine& line);
void add_import(CommandLine& line);
void add_fix(CommandLine& line);
void add_preview(CommandLine& line);
void add_search(CommandLine& line);
void add_list(CommandLine& line);
void add_explain(CommandLine& line);
void add_release(CommandLine& line);
void add_archive(CommandLine& line);
void add_schema(CommandLine& line);
void add_translated(CommandLine& line);
void add_verify(CommandLine& line);
void add_approve(CommandLine& line);
void add_publish(CommandLine& line);
void add_version(CommandLine& line);
void add_completion(CommandLine& line);
void add_man(CommandLine& line);

// Prints a failure of the environment on standard error; always Exit::environment.
Exit fail(const Terminal& terminal, const Diagnostic& failure);
// Prints a mistake in the command line on standard error; always Exit::usage.
Exit misuse(const Terminal& terminal, const Diagnostic& mistake);

// "congbo 1.2.3, format 1"
std::string version_text();

// Ends the program at once with its output written: freeing what a build holds takes a tenth of its time and helps
// nobody.
[[noreturn]] void end_now(Exit code);

// Text on standard output or standard error, whole; a closed pipe is no crash.
void print_out(std::string_view text);
void print_error(std::string_view text);

}  // namespace congbo::cli
