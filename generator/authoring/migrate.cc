// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/authoring/migrate.h"

#include <algorithm>
#include <charconv>

#include "generator/formats/yaml.h"
#include "generator/site/load.h"

namespace congbo::authoring {

namespace {

constexpr std::string_view site_file = "content/_site/site.yaml";

// Format 0: portals from before `format:` was asked for. It was the same as 1 otherwise.
std::string set_format_line(const std::string& text) {
  const std::size_t at = text.starts_with("format:") ? 0 : text.find("\nformat:") + 1;
  if (at == 0 && !text.starts_with("format:")) return "format: 1\n" + text;
  return text.substr(0, at) + "format: 1" + text.substr(std::min(text.find('\n', at), text.size()));
}

struct Step {
  int from;
  std::string (*change)(const std::string& site_yaml);
};
const std::vector<Step>& steps() {
  static const std::vector<Step> all = {{0, set_format_line}};
  return all;
}

Result<int> format_of(const std::string& text) {
  Diagnostics found;
  const formats::YamlNode root = formats::parse_yaml(text, std::string(site_file), 1, found);
  for (const Diagnostic& one : found.all())
    if (one.severity == Severity::error) return one;
  const formats::YamlNode* node = root.find("format");
  if (!node) return 0;
  int number = 0;
  const char* end = node->text.data() + node->text.size();
  if (std::from_chars(node->text.data(), end, number).ptr != end || number < 0)
    return error("format-invalid", {std::string(site_file), node->line, node->column}, {node->text});
  return number;
}

}  // namespace

Result<MigrationReport> migrate(FileSystem& files, const std::string& root) {
  const std::string path = root + "/" + std::string(site_file);
  CONGBO_TRY(std::string text, files.read(path));
  CONGBO_TRY(const int format, format_of(text));
  if (format > site::format_version)
    return error("format-newer", {std::string(site_file)},
                 {std::to_string(format), std::to_string(site::format_version)});
  MigrationReport report{format, format, {}};
  for (const Step& step : steps()) {
    if (step.from != report.to) continue;
    text = step.change(text);
    ++report.to;
  }
  if (report.to == report.from) return report;
  CONGBO_TRY([[maybe_unused]] const Done written, files.write(path, text));
  report.changed.emplace_back(site_file);
  return report;
}

}  // namespace congbo::authoring
