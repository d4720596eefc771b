// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/cli/run.h"

#include <unistd.h>
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <string>
#include <vector>

#include "generator/attachments/worker.h"
#include "generator/base/nearest_name.h"
#include "generator/base/source_text.h"
#include "generator/cli/command.h"

namespace congbo::cli {

namespace {

using diagnostics::Language;

// The language has to be known before the options are read, because help texts depend on it.
Language wanted_language(int count, char** arguments) {
  const char* environment = std::getenv("CONGBO_LANG");
  std::string wanted = environment ? environment : "vi";
  for (int i = 1; i < count; ++i) {
    const std::string_view argument = arguments[i];
    if (argument == "--lang" && i + 1 < count) wanted = arguments[i + 1];
    if (argument.starts_with("--lang=")) wanted = argument.substr(7);
  }
  return wanted.starts_with("en") ? Language::english : Language::vietnamese;
}

std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  for (const CLI::App* command : app.get_subcommands(nullptr)) names.push_back(command->get_name());
  return names;
}

const CLI::App& innermost(const CLI::App& app) {
  const std::vector<CLI::App*> chosen = app.get_subcommands();
  return chosen.empty() ? app : innermost(*chosen.front());
}

// CLI11 says "--format: xml not in {text,json}", "--port: Value 0 not in range 1 to 9", "Could not convert: --jobs =
// x".
Diagnostic about_value(std::string what) {
  constexpr std::string_view unconverted = "Could not convert: ", in_set = " not in {", in_range = " not in range ";
  if (what.starts_with(unconverted)) {
    const std::size_t equals = what.find(" = ");
    if (equals == std::string::npos) return error("option-other", {}, {what});
    return error("option-value", {},
                 {what.substr(unconverted.size(), equals - unconverted.size()), what.substr(equals + 3)});
  }
  const std::size_t colon = what.find(": "), set = what.find(in_set), range = what.find(in_range);
  if (colon == std::string::npos) return error("option-other", {}, {what});
  const std::string name = what.substr(0, colon);
  const std::size_t start = colon + (what.compare(colon, 8, ": Value ") == 0 ? 8 : 2), end = std::min(set, range);
  if (end == std::string::npos || end < start) return error("option-value", {}, {name, what.substr(start)});
  const std::string value = what.substr(start, end - start);
  std::string listed;
  if (range == end) {
    listed = what.substr(end + in_range.size());
    if (const std::size_t to = listed.find(" to "); to != std::string::npos) listed.replace(to, 4, "–");
    return error("option-value-unlisted", {}, {name, value, listed});
  }
  for (const char letter : what.substr(end + in_set.size(), what.size() - end - in_set.size() - 1))
    listed.append(letter == ',' ? ", " : std::string(1, letter));
  return error("option-value-unlisted", {}, {name, value, listed});
}

// Our own words for what CLI11 reports. A word that nothing takes is named first: CLI11 would rather complain of the
// command that is missing because of it.
Diagnostic in_our_words(const CLI::App& app, const CLI::ParseError& mistake) {
  const CLI::App& command = innermost(app);
  const std::vector<std::string> rest = app.remaining(true);
  if (!rest.empty())
    return error("option-unknown", {}, {rest.front()}, nearest_name(rest.front(), option_names(command)));
  const std::string what = mistake.what();
  if (dynamic_cast<const CLI::RequiredError*>(&mistake)) {
    if (command.get_require_subcommand_min() > 0 && command.get_subcommands().empty())
      return error("command-missing", {}, {command.get_name()});
    return error("option-missing", {}, {what.substr(0, what.find(" is required"))});
  }
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&mistake))
    return error("option-value-missing", {}, {what.substr(0, what.find(':'))});
  if (dynamic_cast<const CLI::ConversionError*>(&mistake) || dynamic_cast<const CLI::ValidationError*>(&mistake))
    return about_value(what);
  return error("option-other", {}, {what});
}

// "congbo search" for its query command, so that the usage line can be typed as it stands.
std::string parents_of(const CLI::App& command) {
  const CLI::App* parent = command.get_parent();
  if (!parent) return {};
  const std::string before = parents_of(*parent);
  return before.empty() ? parent->get_name() : before + " " + parent->get_name();
}

// CLI11 would print in its own words and choose its own exit codes.
Exit answer_parse_error(const CLI::App& app, const Terminal& terminal, const CLI::ParseError& mistake) {
  if (dynamic_cast<const CLI::CallForHelp*>(&mistake) || dynamic_cast<const CLI::CallForAllHelp*>(&mistake)) {
    print_out(innermost(app).help(parents_of(innermost(app))));
    return Exit::ok;
  }
  if (dynamic_cast<const CLI::CallForVersion*>(&mistake)) {
    print_out(std::string(mistake.what()) + "\n");
    return Exit::ok;
  }
  return misuse(terminal, in_our_words(app, mistake));
}

// CLI11 sets columns by bytes, of which a Vietnamese letter has up to three.
class ColumnFormatter : public CLI::Formatter {
 public:
  std::string make_option(const CLI::Option* option, bool is_positional) const override {
    std::string text = "  " + make_option_name(option, is_positional) + make_option_opts(option);
    const std::string description = make_option_desc(option);
    if (description.empty()) return text + "\n";
    if (count_code_points(text) >= column_width_)
      return text + "\n" + std::string(column_width_, ' ') + description + "\n";
    text.append(column_width_ - count_code_points(text), ' ');
    return text + description + "\n";
  }
};

void translate_help(CLI::App& app, const Terminal& terminal) {
  auto formatter = std::make_shared<ColumnFormatter>();
  formatter->column_width(34);
  if (terminal.language == Language::vietnamese) {
    for (const auto& [key, word] : std::vector<std::pair<std::string, std::string>>{{"Usage", "Cách dùng"},
                                                                                    {"OPTIONS", "TÙY CHỌN"},
                                                                                    {"SUBCOMMAND", "LỆNH"},
                                                                                    {"REQUIRED", "BẮT BUỘC"},
                                                                                    {"Subcommands", "Các lệnh"},
                                                                                    {"Options", "Tùy chọn"},
                                                                                    {"Needs", "Cần"},
                                                                                    {"Excludes", "Không đi cùng"},
                                                                                    {"Positionals", "Tham số"}})
      formatter->label(key, word);
  }
  app.formatter(formatter);
}

// An unset variable of a script must not silently mean the default: `--ref "$REF"` would build the work folder. CLI11
// takes an empty value for none.
std::string emptied_option(int count, char** arguments) {
  for (int i = 1; i < count; ++i)
    for (const char* option : {"--ref", "--now", "--out", "--source", "--introduction", "--published"}) {
      if (arguments[i] == std::string(option) + "=") return option;
      if (std::string_view(arguments[i]) == option && i + 1 < count && *arguments[i + 1] == '\0') return option;
    }
  return {};
}

// «congbo help check» is «congbo check --help».
std::vector<std::string> words_of(int count, char** arguments) {
  std::vector<std::string> words(arguments + std::min(count, 1), arguments + count);
  if (!words.empty() && words.front() == "help") {
    words.erase(words.begin());
    words.emplace_back("--help");
  }
  std::reverse(words.begin(), words.end());  // as CLI11 wants them
  return words;
}

// What was to be read on standard output and is not there must not end well. Who closes a pipe has read enough.
Exit when_printed(Exit result) {
  if (std::fflush(stdout) == 0 || errno == EPIPE) return result;
  std::fprintf(stderr, "congbo: stdout: %s\n", std::strerror(errno));
  return Exit::environment;
}

Exit run_commands(int count, char** arguments) {
  Terminal terminal;
  terminal.language = wanted_language(count, arguments);
  terminal.progress = isatty(STDERR_FILENO) == 1;
  terminal.colour = terminal.progress && std::getenv("NO_COLOR") == nullptr;
  CLI::App app(terminal.text("Công bố: từ nội dung trong git thành cổng thông tin tĩnh có tìm kiếm",
                             "Công bố: from content in git to a static portal with search"),
               "congbo");
  translate_help(app, terminal);
  app.option_defaults()->group(terminal.text("Tùy chọn", "Options"));
  app.set_help_flag("-h,--help", terminal.text("In trợ giúp", "Print help"));
  app.set_version_flag("--version", version_text(), terminal.text("In phiên bản", "Print the version"));
  std::string language;  // read above; declared here so that help and checks know it
  app.add_option("--lang", language, terminal.text("Ngôn ngữ thông báo: vi hoặc en", "Language of messages: vi or en"))
      ->check(CLI::IsMember({"vi", "en"}));
  app.fallthrough();
  app.require_subcommand(1);
  Exit result = Exit::ok;
  CommandLine line{app, terminal, result};
  for (const auto add :
       {add_build,   add_check,   add_preview, add_search,     add_new, add_init,    add_move,       add_list,
        add_explain, add_release, add_archive, add_import,     add_fix, add_migrate, add_translated, add_schema,
        add_verify,  add_approve, add_publish, add_completion, add_man, add_version})
    add(line);
  for (CLI::App* command : app.get_subcommands(nullptr))
    for (CLI::App* nested : command->get_subcommands(nullptr))  // CLI11 gives them the flag in a group of its own
      nested->set_help_flag("-h,--help", terminal.text("In trợ giúp", "Print help"));
  if (const std::string option = emptied_option(count, arguments); !option.empty())
    return misuse(terminal, error("option-value-missing", {}, {option}));
  try {
    app.parse(words_of(count, arguments));
  } catch (const CLI::ParseError& mistake) {
    return answer_parse_error(app, terminal, mistake);
  }
  return result;
}

}  // namespace

CLI::App& CommandLine::add(const std::string& name, std::string_view vietnamese, std::string_view english,
                           const std::string& examples) {
  CLI::App* command = app.add_subcommand(name, terminal.text(vietnamese, english));
  command->group(terminal.text("Các lệnh", "Commands"));
  command->set_help_flag("-h,--help", terminal.text("In trợ giúp", "Print help"));
  command->footer(terminal.text("Ví dụ", "Examples") + ":\n" + examples);
  return *command;
}

void CommandLine::on_run(CLI::App& command, std::function<Exit()> body) {
  Exit& outcome = result;
  command.callback([&outcome, body = std::move(body)] { outcome = body(); });
}

Exit fail(const Terminal& terminal, const Diagnostic& failure) {
  diagnostics::PrintOptions options;
  options.language = terminal.language;
  options.colour = terminal.colour ? diagnostics::Colour::on : diagnostics::Colour::off;
  print_error(diagnostics::print(failure, options));
  return Exit::environment;
}

Exit misuse(const Terminal& terminal, const Diagnostic& mistake) {
  fail(terminal, mistake);
  return Exit::usage;
}

void end_now(Exit code) {
  code = when_printed(code);
  std::fflush(stderr);
  std::_Exit(static_cast<int>(code));
}

void print_out(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
}

void print_error(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stderr);
}

int run(int argument_count, char** arguments) noexcept {
  if (argument_count == 3 && arguments[1] == attachments::worker_word)
    std::_Exit(attachments::run_worker(arguments[2]));
  std::signal(SIGPIPE, SIG_IGN);
  try {
    const Exit result = run_commands(argument_count, arguments);
    return static_cast<int>(when_printed(result));
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "congbo: %s\n", failure.what());
    return static_cast<int>(Exit::environment);
  }
}

}  // namespace congbo::cli
