// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/diagnostics/baseline.h"

#include <algorithm>
#include <optional>

#include "generator/base/content_hash.h"
#include "generator/diagnostics/check_facts.h"

namespace congbo::diagnostics {
namespace {

constexpr std::string_view head = "# congbo baseline 1: code, file, fingerprint, last day, reason\n";
constexpr std::size_t fingerprint_digits = 16;
constexpr std::size_t columns = 5;

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

// Of the source line; of what the message says where there is none.
std::string fingerprint(const Diagnostic& one, const SourceLine& source_line) {
  std::string text;
  if (one.where.line > 0 && source_line) text = trimmed(source_line(one.where.file, one.where.line));
  if (text.empty())
    for (const std::string& argument : one.arguments) text += argument + "\n";
  return sha256_hex(text).substr(0, fingerprint_digits);
}

std::vector<std::string_view> cells(std::string_view line) {
  std::vector<std::string_view> parts;
  while (parts.size() + 1 < columns) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) break;
    parts.push_back(line.substr(0, tab));
    line.remove_prefix(tab + 1);
  }
  parts.push_back(line);
  return parts;
}

std::optional<BaselineEntry> entry_of(std::string_view line, int number) {
  const std::vector<std::string_view> parts = cells(line);
  if (parts.size() != columns || trimmed(parts[4]).empty()) return std::nullopt;
  const std::optional<Date> day = parse_date(parts[3]);
  if (!day) return std::nullopt;
  BaselineEntry entry;
  entry.code = parts[0];
  entry.file = parts[1];
  entry.key = entry.code + "\t" + entry.file + "\t" + std::string(parts[2]);
  entry.expires_on = *day;
  entry.reason = trimmed(parts[4]);
  entry.line = number;
  return entry;
}

// What not even a draft may hold (a state secret, a key, a disguised program) is never an old finding to live with.
bool may_be_known(const Diagnostic& one) {
  const CheckFacts facts = facts_of(one.code);
  return one.severity != Severity::note &&
         !(facts.change == Change::never && facts.asked_from == Level::draft && !facts.requirements.empty());
}

}  // namespace

FindingKey key_of(const Diagnostic& one, const SourceLine& source_line) {
  return one.code + "\t" + one.where.file + "\t" + fingerprint(one, source_line);
}

std::vector<BaselineEntry> parse_baseline(std::string_view text, const std::string& path, Diagnostics& found) {
  std::vector<BaselineEntry> entries;
  for (int number = 1; !text.empty(); ++number) {
    const std::size_t end = text.find('\n');
    const std::string_view line = trimmed(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    if (line.empty() || line.front() == '#') continue;
    if (std::optional<BaselineEntry> entry = entry_of(line, number))
      entries.push_back(std::move(*entry));
    else
      found.add(error("baseline-invalid", {path, number, 1}));
  }
  return entries;
}

std::size_t accept_known(const std::vector<BaselineEntry>& known, const std::string& path, Date today,
                         const SourceLine& source_line, Diagnostics& found) {
  std::multimap<std::string_view, const BaselineEntry*> open;
  for (const BaselineEntry& entry : known) open.emplace(entry.key, &entry);
  Diagnostics left;
  std::size_t accepted = 0;
  for (const Diagnostic& one : found.all()) {
    const auto entry = may_be_known(one) ? open.find(key_of(one, source_line)) : open.end();
    if (entry == open.end()) {
      left.add(one);
      continue;
    }
    const BaselineEntry& known_one = *entry->second;
    open.erase(entry);
    if (known_one.expires_on < today) {
      left.add(error("baseline-expired", {path, known_one.line, 1},
                     {one.code, one.where.file, to_vietnamese(known_one.expires_on), known_one.reason}));
      left.add(one);
    } else {
      ++accepted;
    }
  }
  for (const auto& [key, entry] : open)
    left.add(warning("baseline-unused", {path, entry->line, 1}, {entry->code, entry->file}));
  left.sort();
  found = std::move(left);
  return accepted;
}

std::string write_baseline(const Diagnostics& found, Date expires_on, std::string_view reason,
                           const SourceLine& source_line) {
  std::string text(head);
  for (const Diagnostic& one : found.all())
    if (may_be_known(one))
      text += key_of(one, source_line) + "\t" + to_text(expires_on) + "\t" + std::string(trimmed(reason)) + "\n";
  return text;
}

Diagnostics caused(const Diagnostics& now, const SourceLine& line_now, const Diagnostics& before,
                   const SourceLine& line_before) {
  std::multimap<FindingKey, bool> old;
  for (const Diagnostic& one : before.all()) old.emplace(key_of(one, line_before), true);
  Diagnostics left;
  for (const Diagnostic& one : now.all()) {
    const auto same = old.find(key_of(one, line_now));
    if (same == old.end())
      left.add(one);
    else
      old.erase(same);
  }
  return left;
}

}  // namespace congbo::diagnostics
