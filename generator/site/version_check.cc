// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/site/version_check.h"

#include <array>
#include <charconv>

#include "generator/base/version.h"
#include "generator/site/load.h"

namespace congbo::site {
namespace {

using Version = std::array<int, 3>;

// "1", "1.2" or "1.2.3"; numbers that are missing are 0.
std::optional<Version> parse_version(std::string_view text) {
  Version version = {};
  for (std::size_t part = 0; part < version.size(); ++part) {
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), version[part]);
    if (failure != std::errc{} || version[part] < 0) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (text.empty()) return version;
    if (text.front() != '.' || part + 1 == version.size()) return std::nullopt;
    text.remove_prefix(1);
  }
  return std::nullopt;
}

std::string_view take_operator(std::string_view& text) {
  for (const std::string_view known : {">=", "<=", ">", "<", "="}) {
    if (text.substr(0, known.size()) != known) continue;
    text.remove_prefix(known.size());
    return known;
  }
  return ">=";
}

bool holds(const Version& version, std::string_view relation, const Version& bound) {
  if (relation == ">=") return version >= bound;
  if (relation == "<=") return version <= bound;
  if (relation == ">") return version > bound;
  if (relation == "<") return version < bound;
  return version == bound;
}

std::string_view next_word(std::string_view& text) {
  const std::size_t start = text.find_first_not_of(" ,");
  if (start == std::string_view::npos) return {};
  const std::size_t end = std::min(text.find_first_of(" ,", start), text.size());
  const std::string_view word = text.substr(start, end - start);
  text.remove_prefix(end);
  return word;
}

}  // namespace

std::optional<bool> version_in_range(std::string_view version, std::string_view range) {
  const std::optional<Version> own = parse_version(version);
  std::string_view word = next_word(range);
  if (!own || word.empty()) return std::nullopt;
  bool all = true;
  for (; !word.empty(); word = next_word(range)) {
    const std::string_view relation = take_operator(word);
    const std::optional<Version> bound = parse_version(word);
    if (!bound) return std::nullopt;
    all = all && holds(*own, relation, *bound);
  }
  return all;
}

FormatCheck check_format(MappingReader& reader, FormatKey presence) {
  int format = format_version;
  if (presence == FormatKey::required) reader.require("format");
  reader.whole_number("format", 0, 1'000'000, format);
  if (format == format_version) return FormatCheck::readable;
  const Place place = place_of(reader.path(), *reader.node().find("format"));
  reader.found().add(error(format > format_version ? "format-newer" : "format-older", place,
                           {std::to_string(format), std::to_string(format_version)}));
  return FormatCheck::not_readable;
}

void check_requires(MappingReader& reader) {
  const formats::YamlNode* node = reader.take("requires");
  if (node == nullptr || !expect_scalar(*node, reader.path(), reader.found())) return;
  const std::optional<bool> met = version_in_range(program_version, node->text);
  const Place place = place_of(reader.path(), *node);
  if (!met)
    reader.found().add(error("requires-invalid", place, {node->text}));
  else if (!*met)
    reader.found().add(error("requires-not-met", place, {node->text, std::string(program_version)}));
}

}  // namespace congbo::site
