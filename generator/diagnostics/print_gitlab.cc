// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/diagnostics/print_gitlab.h"

#include <map>

#include "generator/base/content_hash.h"
#include "generator/formats/json.h"

namespace congbo::diagnostics {
namespace {

std::string_view severity_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "critical";
    case Severity::warning:
      return "minor";
    case Severity::note:
      return "info";
  }
  return "info";
}

}  // namespace

std::string print_gitlab(const Diagnostics& found, Language language) {
  formats::JsonWriter json(formats::JsonWriter::Layout::indented);
  std::map<std::string, int> seen;  // the same words in the same file: told apart by their order
  json.begin_array();
  for (const Diagnostic& one : found.all()) {
    const std::string advice = hint(one, language);
    const std::string text = message(one, language) + (advice.empty() ? "" : " — " + advice);
    const std::string key = one.code + "\n" + one.where.file + "\n" + text;
    json.begin_object().key("description").value(text).key("check_name").value(one.code);
    json.key("fingerprint").value(sha256_hex(key + "\n" + std::to_string(seen[key]++)));
    json.key("severity").value(severity_of(one.severity)).key("location").begin_object();
    json.key("path").value(one.where.file.empty() ? std::string_view("content") : std::string_view(one.where.file));
    json.key("lines").begin_object().key("begin").value(one.where.line > 0 ? one.where.line : 1);
    json.end_object().end_object().end_object();
  }
  json.end_array();
  return json.take() + "\n";
}

}  // namespace congbo::diagnostics
