// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>

#include "generator/base/version.h"
#include "generator/cli/command.h"
#include "generator/site/load.h"

namespace congbo::cli {

std::string version_text() {
  return "congbo " + std::string(program_version) + ", format " + std::to_string(site::format_version);
}

void add_version(CommandLine& line) {
  CLI::App& command = line.add("version", "In phiên bản", "Print the version", "  congbo version\n");
  line.on_run(command, [] {
    print_out(version_text() + "\n");
    return Exit::ok;
  });
}

}  // namespace congbo::cli
