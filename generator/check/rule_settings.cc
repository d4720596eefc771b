// SPDX-License-Identifier: GPL-3.0-or-later
// Keys and passwords in the files of `_site/` and in small text files that would be published (SEC-02): both are in a
// repository that many can read. Tables in old encodings (ENC-01), data of persons and marks in them (PII-01, REF-08).
#include <algorithm>
#include <array>

#include "generator/base/legacy_vietnamese.h"
#include "generator/base/source_text.h"
#include "generator/base/unicode.h"
#include "generator/check/file_names.h"
#include "generator/check/published_text.h"
#include "generator/check/rules.h"
#include "generator/detect/scan.h"
#include "generator/detect/secrets.h"

namespace congbo::check {

namespace {

constexpr std::size_t largest = 256'000;
constexpr std::array<std::string_view, 7> endings = {"yaml", "yml", "csv", "txt", "json", "xml", "env"};

bool is_looked_at(const SnapshotEntry& entry) {
  if (entry.symlink || !entry.path.starts_with("content/")) return false;
  if (is_published_text(entry.path)) return entry.size <= largest_text;
  return entry.size <= largest && std::find(endings.begin(), endings.end(), ending_of(entry.path)) != endings.end();
}

bool is_table(const std::string& path) {
  return path.ends_with(".csv") || path.ends_with(".txt");
}

// Tables come out of old spreadsheets: the first line in an encoding that is not Unicode (ENC-01).
void look_for_old_encoding(const SourceText& source, Diagnostics& found) {
  const bool broken = first_invalid_utf8(source.bytes()).has_value();
  const LegacyShape shape = broken ? LegacyShape::bytes : LegacyShape::misread;
  const auto encoding = recognise_legacy(source.bytes(), shape);
  if (!encoding) return;
  const std::string name(name_of(*encoding));
  for (int line = 1; line <= source.line_count(); ++line) {
    const std::string_view text = source.line(line).substr(0, 200);
    if (broken ? !first_invalid_utf8(text) : !is_legacy_line(text, *encoding)) continue;
    const std::string readable = from_legacy(text, *encoding, shape);
    found.add(broken ? error("text-legacy-encoding", {source.path(), line, 1}, {name}, readable)
                     : warning("text-legacy-misread", {source.path(), line, 1}, {name}, readable));
    return;
  }
}

}  // namespace

void check_settings(const SiteFacts& facts, Diagnostics& found) {
  for (const SnapshotEntry& entry : facts.snapshot.entries()) {
    if (!is_looked_at(entry)) continue;
    Result<std::string> bytes = facts.snapshot.read(entry);
    if (!bytes) continue;
    const std::uint32_t signs = detect::scan(*bytes);
    const SourceText source(entry.path, *std::move(bytes));
    if (is_table(entry.path)) look_for_old_encoding(source, found);
    if (is_published_text(entry.path)) look_at_published_text(source, signs, found);
    if ((signs & (detect::sign_key | detect::sign_password)) == 0) continue;
    for (const detect::Finding& one : detect::find_secrets(source.bytes()))
      found.add(error(one.code, source.place(one.offset, one.length), {one.shown}));
  }
}

}  // namespace congbo::check
