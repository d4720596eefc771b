// SPDX-License-Identifier: GPL-3.0-or-later
// What verify, build --verified, approve and publish share: where trust begins, and how to tell what was found.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "generator/approval/last_published.h"
#include "generator/approval/verify.h"
#include "generator/cli/build_options.h"

namespace congbo::cli {

struct ApprovalOptions {
  std::string source = ".";
  std::string introduction;  // empty: the variable CONGBO_INTRODUCTION
  std::string branch = "main";
  std::string ref;
  std::string published, ledger;
  std::string now;  // RFC 3339; empty: the clock
};

enum class AlsoSource { yes, no };  // whether the command has --source and --now of its own
void add_approval_options(CLI::App& command, const Terminal& terminal, ApprovalOptions& options,
                          AlsoSource also = AlsoSource::yes);

// All paths of a snapshot, as check_policy wants them.
std::vector<std::string> paths_of(const Snapshot& snapshot);

// What was given, or the variable CONGBO_INTRODUCTION.
std::string introduction_of(const std::string& given);

// Fails with "option-now" and as approval::verify does.
Result<approval::Verification> run_verification(const ApprovalOptions& options);
Exit report_verification_failure(const Terminal& terminal, const Diagnostic& failure);

// The accepted commit with what is known of its approvals; `source.ref` is not used. What lapsed emergencies took down
// is back in it.
Result<pipeline::PrepareRequest> prepare_verified(SourceOptions source, const approval::Verification& verification);

// While the accepted commit cannot be built: what the output folder shows, less what emergencies took down since.
struct ReducedRelease {
  std::optional<pipeline::PrepareRequest> request;  // nothing when no emergency asks for it
  std::vector<std::string> removed;                 // files, sorted
};
Result<ReducedRelease> prepare_reduced(SourceOptions source, const approval::Verification& verification,
                                       const approval::LastPublished& shown);

// What is accepted, what waits and why, on standard error.
void print_verification(const Terminal& terminal, const approval::Verification& result);

}  // namespace congbo::cli
