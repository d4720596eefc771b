// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/base/diagnostic.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace congbo {
namespace {

Diagnostic make(Severity severity, std::string_view code, Place where, std::vector<std::string> arguments,
                std::string suggestion) {
  Diagnostic made;
  made.severity = severity;
  made.code = std::string(code);
  made.where = std::move(where);
  made.arguments = std::move(arguments);
  made.suggestion = std::move(suggestion);
  return made;
}

bool prints_before(const Diagnostic& a, const Diagnostic& b) {
  return std::tie(a.where.file, a.where.line, a.where.column, a.severity, a.code) <
         std::tie(b.where.file, b.where.line, b.where.column, b.severity, b.code);
}

}  // namespace

Diagnostic error(std::string_view code, Place where, std::vector<std::string> arguments, std::string suggestion) {
  return make(Severity::error, code, std::move(where), std::move(arguments), std::move(suggestion));
}

Diagnostic warning(std::string_view code, Place where, std::vector<std::string> arguments, std::string suggestion) {
  return make(Severity::warning, code, std::move(where), std::move(arguments), std::move(suggestion));
}

Diagnostic note(std::string_view code, Place where, std::vector<std::string> arguments, std::string suggestion) {
  return make(Severity::note, code, std::move(where), std::move(arguments), std::move(suggestion));
}

void Diagnostics::add(Diagnostic found) {
  errors_ += found.severity == Severity::error ? 1 : 0;
  warnings_ += found.severity == Severity::warning ? 1 : 0;
  all_.push_back(std::move(found));
}

void Diagnostics::append(Diagnostics&& others) {
  errors_ += std::exchange(others.errors_, 0);
  warnings_ += std::exchange(others.warnings_, 0);
  std::move(others.all_.begin(), others.all_.end(), std::back_inserter(all_));
  others.all_.clear();
}

// Stable, so that what stands at the same place keeps the order in which the stages found it.
void Diagnostics::sort() {
  std::stable_sort(all_.begin(), all_.end(), prints_before);
}

}  // namespace congbo
