// SPDX-License-Identifier: GPL-3.0-or-later
// Shell completion and the man page, both printed from the option tree, so they cannot miss an option.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "generator/base/version.h"
#include "generator/cli/command.h"

namespace congbo::cli {

namespace {

// What may follow, of an option or argument that takes one of a few words: "text json ", from "TEXT:{text,json}".
std::string choices_of(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  const std::size_t begin = type.find('{'), end = type.find('}', begin);
  if (end == std::string::npos) return {};
  std::string words = type.substr(begin + 1, end - begin - 1) + " ";
  std::replace(words.begin(), words.end(), ',', ' ');
  return words;
}

std::string words_of(const CLI::App& app) {
  std::string words;
  for (const CLI::App* command : app.get_subcommands(nullptr)) words += command->get_name() + " ";
  for (const CLI::Option* option : app.get_options())
    if (option->get_lnames().empty()) words += choices_of(*option);
  for (const CLI::Option* option : app.get_options())
    for (const std::string& name : option->get_lnames()) words += "--" + name + " ";
  return words;
}

void add_cases(const CLI::App& app, const std::string& path, std::string& cases) {
  cases += "    \"" + path + "\") words=\"" + words_of(app) + "\" ;;\n";
  for (const CLI::App* command : app.get_subcommands(nullptr))
    add_cases(*command, path.empty() ? command->get_name() : path + " " + command->get_name(), cases);
}

// By the command and the option just written; arguments may stand between.
void add_choices(const CLI::App& app, const std::string& path, std::string& cases) {
  for (const CLI::Option* option : app.get_options())
    for (const std::string& name : option->get_lnames())
      if (const std::string words = choices_of(*option); !words.empty())
        cases += "    \"" + path + "\"*\" --" + name + "\") choices=\"" + words + "\" ;;\n";
  for (const CLI::App* command : app.get_subcommands(nullptr))
    add_choices(*command, path.empty() ? command->get_name() : path + " " + command->get_name(), cases);
}

std::string bash_completion(const CLI::App& app) {
  std::string cases, choices;
  add_cases(app, "", cases);
  add_choices(app, "", choices);
  return "_congbo() {\n"
         "  local word path=\"\" words=\"\" choices=\"\" current=\"${COMP_WORDS[COMP_CWORD]}\"\n"
         "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
         "    case \"$word\" in -*) ;; *) [ ${#path} -lt 40 ] && path=\"${path:+$path }$word\" ;; esac\n"
         "  done\n"
         "  case \"$path ${COMP_WORDS[COMP_CWORD-1]}\" in\n" +
         choices +
         "  esac\n"
         "  [ -n \"$choices\" ] && COMPREPLY=($(compgen -W \"$choices\" -- \"$current\")) && return\n"
         "  while :; do\n"
         "  case \"$path\" in\n" +
         cases +
         "  esac\n"
         "  [ -n \"$words\" ] || [ -z \"$path\" ] && break\n"
         "  case \"$path\" in *\" \"*) path=\"${path% *}\" ;; *) path=\"\" ;; esac\n"
         "  done\n"
         "  COMPREPLY=($(compgen -W \"$words\" -- \"$current\") $(compgen -f -- \"$current\"))\n"
         "}\n"
         "complete -F _congbo congbo\n";
}

std::string zsh_completion(const CLI::App& app) {
  return "#compdef congbo\nautoload -Uz bashcompinit && bashcompinit\n" + bash_completion(app);
}

std::string fish_choices(const CLI::Option& option, const std::string& files) {
  const std::string words = choices_of(option);
  return words.empty() ? std::string() : " " + files + " -a '" + words + "'";
}

std::string fish_completion(const CLI::App& app) {
  std::string text;
  for (const CLI::App* command : app.get_subcommands(nullptr)) {
    text += "complete -c congbo -n __fish_use_subcommand -a " + command->get_name() + " -d '" +
            command->get_description() + "'\n";
    for (const CLI::Option* option : command->get_options())
      for (const std::string& name : option->get_lnames())
        text += "complete -c congbo -n '__fish_seen_subcommand_from " + command->get_name() + "' -l " + name +
                fish_choices(*option, "-x") + "\n";
    for (const CLI::Option* option : command->get_options())
      if (option->get_lnames().empty() && !choices_of(*option).empty())
        text += "complete -c congbo -n '__fish_seen_subcommand_from " + command->get_name() + "'" +
                fish_choices(*option, "-f") + "\n";
  }
  return text;
}

// roff: a line that starts with a dot or an apostrophe would be a request; backslashes are doubled, hyphens kept as
// such.
std::string roff(const std::string& text) {
  std::string out;
  bool line_start = true;
  for (const char c : text) {
    if (line_start && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\') out += '\\';
    if (c == '-') out += '\\';
    out += c;
    line_start = c == '\n';
  }
  return out;
}

void man_options(const CLI::App& app, std::string& page) {
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_lnames().empty() && option->get_positional())
      page += ".TP\n.I " + roff(option->get_name(true)) + "\n";
    for (const std::string& name : option->get_lnames()) page += ".TP\n.B " + roff("--" + name) + "\n";
    page += roff(option->get_description()) + "\n";
  }
}

void man_command(const CLI::App& app, const std::string& name, std::string& page) {
  page += ".SS " + roff(name) + "\n" + roff(app.get_description()) + "\n";
  man_options(app, page);
  if (!app.get_footer().empty()) page += ".PP\n.nf\n" + roff(app.get_footer()) + ".fi\n";
  for (const CLI::App* command : app.get_subcommands(nullptr))
    man_command(*command, name + " " + command->get_name(), page);
}

std::string man_page(const CLI::App& app, const Terminal& terminal) {
  std::string page = ".TH CONGBO 1 \"\" \"congbo " + std::string(program_version) + "\"\n.SH " +
                     terminal.text("TÊN", "NAME") + "\ncongbo \\- " + roff(app.get_description()) + "\n.SH " +
                     terminal.text("CÁC LỆNH", "COMMANDS") + "\n";
  for (const CLI::App* command : app.get_subcommands(nullptr)) man_command(*command, command->get_name(), page);
  page += ".SH " + terminal.text("MÃ KẾT THÚC", "EXIT STATUS") + "\n" +
          terminal.text("0 tốt; 1 nội dung có lỗi; 2 dùng sai lệnh; 3 lỗi môi trường (đĩa, mạng, kho git).",
                        "0 ok; 1 content errors; 2 usage; 3 environment (disk, network, repository).") +
          "\n";
  return page;
}

}  // namespace

void add_completion(CommandLine& line) {
  CLI::App& command =
      line.add("completion", "In phần gợi ý lệnh cho bash, zsh hoặc fish", "Print completions for bash, zsh or fish",
               "  congbo completion bash > ~/.local/share/bash-completion/completions/congbo\n");
  auto shell = std::make_shared<std::string>("bash");
  command.add_option("shell", *shell, "bash, zsh, fish")->check(CLI::IsMember({"bash", "zsh", "fish"}));
  CLI::App& app = line.app;
  line.on_run(command, [shell, &app] {
    print_out(*shell == "fish" ? fish_completion(app) : *shell == "zsh" ? zsh_completion(app) : bash_completion(app));
    return Exit::ok;
  });
}

void add_man(CommandLine& line) {
  CLI::App& command = line.add("man", "In trang hướng dẫn (man)", "Print the man page", "  congbo man | man -l -\n");
  CLI::App& app = line.app;
  const Terminal& terminal = line.terminal;
  line.on_run(command, [&app, &terminal] {
    print_out(man_page(app, terminal));
    return Exit::ok;
  });
}

}  // namespace congbo::cli
