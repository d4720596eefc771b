// SPDX-License-Identifier: GPL-3.0-or-later
// Running a server from the command line: address options, the addresses printed, an end on Ctrl-C.
#pragma once
#include <functional>
#include <string>

#include "generator/cli/command.h"
#include "generator/http/server.h"

namespace congbo::cli {

struct ServeOptions {
  std::string address = "127.0.0.1";
  int port = 8080;
};

void add_serve_options(CLI::App& command, const Terminal& terminal, ServeOptions& options);

// Keeps SIGINT and SIGTERM for serve(); called before any thread is started, since threads inherit it.
void hold_end_signals();

// Starts the server, prints what `announce` says of "http://address:port" on standard output, and serves until SIGINT
// or SIGTERM. Exit::environment when the address cannot be had.
Exit serve(const Terminal& terminal, http::Server& server, const ServeOptions& options,
           const std::function<std::string(const std::string& base)>& announce);

}  // namespace congbo::cli
