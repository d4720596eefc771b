// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/cli/serve.h"

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <thread>

namespace congbo::cli {

void add_serve_options(CLI::App& command, const Terminal& terminal, ServeOptions& options) {
  command.add_option(
      "--address", options.address,
      terminal.text("Địa chỉ lắng nghe (mặc định chỉ máy này)", "Address to listen on (default: this machine only)"));
  command.add_option("--port", options.port, terminal.text("Cổng mạng; 0: máy tự chọn", "Port; 0: any free one"))
      ->check(CLI::Range(0, 65535));
}

namespace {

sigset_t end_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  return signals;
}

}  // namespace

void hold_end_signals() {
  const sigset_t signals = end_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

Exit serve(const Terminal& terminal, http::Server& server, const ServeOptions& options,
           const std::function<std::string(const std::string& base)>& announce) {
  hold_end_signals();
  const Result<int> port = server.start();
  if (!port) return fail(terminal, port.error());
  const std::string shown =
      options.address.find(':') == std::string::npos ? options.address : "[" + options.address + "]";
  print_out(announce("http://" + shown + ":" + std::to_string(*port)));
  std::fflush(stdout);
  int received = 0;
  const sigset_t signals = end_signals();
  sigwait(&signals, &received);
  server.stop();
  return Exit::ok;
}

}  // namespace congbo::cli
