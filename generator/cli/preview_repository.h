// SPDX-License-Identifier: GPL-3.0-or-later
// `congbo preview --repo`: all branches of a repository at once.
#pragma once
#include <string>

#include "generator/cli/build_options.h"
#include "generator/cli/serve.h"

namespace congbo::cli {

struct RepositoryOptions {
  std::string repository;  // empty: the preview of a folder or of one branch
  std::string host, token_file, trusted_header;
  bool https = false;
};

void add_repository_options(CLI::App& command, const Terminal& terminal, RepositoryOptions& options);

// Whether the address is this machine's alone.
bool is_loopback(const std::string& address);

// `cache`: folder that keeps finished pictures; empty: memory.
Exit run_repository_preview(const Terminal& terminal, const RepositoryOptions& options, const SourceOptions& source,
                            const ServeOptions& serve_options, const std::string& cache);

}  // namespace congbo::cli
