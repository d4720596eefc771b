// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/approval/introduction.h"

#include <filesystem>

#include "generator/formats/yaml.h"

namespace congbo::approval {
namespace {

constexpr std::size_t id_digits = 40;

bool is_id(const std::string& text) {
  return text.size() == id_digits && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

// Links are followed first.
bool is_below(const std::string& path, const std::string& folder) {
  if (folder.empty()) return false;
  std::error_code failure;
  const auto real = std::filesystem::weakly_canonical(path, failure);
  const auto base = std::filesystem::weakly_canonical(folder, failure);
  const std::string relative = real.lexically_relative(base).generic_string();
  return !failure && !relative.empty() && !relative.starts_with("..");
}

}  // namespace

Result<Introduction> read_introduction(const FileSystem& files, const std::string& given,
                                       const std::string& work_folder, const std::string& git_folder) {
  if (given.empty()) return error("approval-introduction-missing", {});
  if (is_id(given)) return Introduction{given, {}};
  if (!files.exists(given)) return error("approval-introduction-invalid", {}, {given});
  if (is_below(given, work_folder) || is_below(given, git_folder))
    return error("approval-introduction-inside", {}, {given});
  CONGBO_TRY(const std::string text, files.read(given));
  Diagnostics found;
  const formats::YamlNode root = formats::parse_yaml(text, given, 1, found);
  const formats::YamlNode *commit = root.find("commit"), *key = root.find("key");
  if (found.has_errors() || commit == nullptr || !is_id(commit->text))
    return error("approval-introduction-invalid", {}, {given});
  return Introduction{commit->text, key == nullptr ? std::string() : key->text};
}

}  // namespace congbo::approval
