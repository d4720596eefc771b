// SPDX-License-Identifier: GPL-3.0-or-later
// The options that build, check, preview and list share, and what they turn into.
#pragma once
#include <memory>
#include <string>

#include "generator/base/instant.h"
#include "generator/cli/command.h"
#include "generator/pipeline/pipeline.h"

namespace congbo::cli {

struct SourceOptions {
  std::string source = ".";
  std::string ref;      // empty: the work folder
  std::string layouts;  // folder; empty: the shipped look and the portal's own
  std::string now;      // RFC 3339; empty: the machine's clock
  bool drafts = false;
  unsigned jobs = 0;
  std::string format = "text";
  std::string log;  // the release log of a portal without git; set by commands that know the output folder
};

// The release log of a portal without git, beside the releases in its output folder.
std::string log_file(const std::string& out);

void add_source_options(CLI::App& command, const Terminal& terminal, SourceOptions& options);

// Reads the clock if asked to, opens the snapshot, loads --layouts. A mistake in an option's value is a Diagnostic
// whose code starts with "option-": its exit code is 2, any other's 3.
Result<pipeline::PrepareRequest> prepare_request(const SourceOptions& options);
// What reads attachments, with its store in a folder of the cache; in memory without one.
std::shared_ptr<attachments::Reader> attachment_reader(const std::string& cache);
// The same, with the cache in the usual output folder of this source folder, if there is one.
std::shared_ptr<attachments::Reader> usual_attachment_reader(const std::string& source);
Exit report_failure(const Terminal& terminal, const Diagnostic& failure);

// Stage names as they start, on a terminal only, after the first second of work.
class Progress {
 public:
  explicit Progress(const Terminal& terminal);
  ~Progress();
  void show(const std::string& stage);

 private:
  bool enabled_;
  bool shown_ = false;
  double start_;
};

// Appends the release that `out` shows to its log (the repository's, or the file beside the releases); true when a line
// was appended. Fails with "release-not-built" and as the log does.
Result<bool> record_release(const std::string& source, const std::string& out);

// The lines of the snapshot's files, for frames and fingerprints. `snapshot` outlives it.
diagnostics::SourceLine source_lines(const Snapshot& snapshot);

// Prints what was found, in the format asked for: text to standard error, machine formats to standard output.
void print_found(const Terminal& terminal, const SourceOptions& options, const Diagnostics& found,
                 const Snapshot& snapshot);

// The first errors, as text on standard error; no warnings.
void print_first_errors(const Terminal& terminal, const Diagnostics& found, const Snapshot& snapshot);

}  // namespace congbo::cli
