// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/approval/introduction.h"

#include <filesystem>

#include "generator/approval/commit_text.h"
#include "generator/formats/yaml.h"

namespace congbo::approval {
namespace {

// Links are followed first.
bool is_below(const std::string& path, const std::string& folder) {
  if (folder.empty()) return false;
  std::error_code failure;
  const auto real = std::filesystem::weakly_canonical(path, failure);
  const auto base = std::filesystem::weakly_canonical(folder, failure);
  const std::string relative = real.lexically_relative(base).generic_string();
  return !failure && !relative.empty() && relative != ".." && !relative.starts_with("../");
}

bool is_fingerprint(const std::string& text) {
  constexpr std::string_view start = "SHA256:";
  constexpr std::size_t digits = 43;
  return text.starts_with(start) && text.size() == start.size() + digits;
}

// Whoever could write it could say where trust begins.
bool others_may_write(const std::string& path) {
  std::error_code failure;
  const std::filesystem::perms allowed = std::filesystem::status(path, failure).permissions();
  return !failure && (allowed & std::filesystem::perms::others_write) != std::filesystem::perms::none;
}

// "commit" and "key", nothing else: a misspelt key would mean that no key is asked for.
bool is_well_formed(const formats::YamlNode& root) {
  const formats::YamlNode *commit = root.find("commit"), *key = root.find("key");
  return commit != nullptr && is_commit_id(commit->text) && (key == nullptr || is_fingerprint(key->text)) &&
         root.pairs.size() == (key == nullptr ? 1u : 2u);
}

}  // namespace

Result<Introduction> read_introduction(const FileSystem& files, const std::string& given,
                                       const std::string& work_folder, const std::string& git_folder) {
  if (given.empty()) return error("approval-introduction-missing", {});
  if (is_commit_id(given)) return Introduction{given, {}};
  if (!files.exists(given)) return error("approval-introduction-invalid", {}, {given});
  if (is_below(given, work_folder) || is_below(given, git_folder))
    return error("approval-introduction-inside", {}, {given});
  CONGBO_TRY(const std::string text, files.read(given));
  Diagnostics found;
  const formats::YamlNode root = formats::parse_yaml(text, given, 1, found);
  if (found.has_errors() || !is_well_formed(root)) return error("approval-introduction-invalid", {}, {given});
  if (others_may_write(given)) return error("approval-introduction-open", {}, {given});
  const formats::YamlNode* key = root.find("key");
  return Introduction{root.find("commit")->text, key == nullptr ? std::string() : key->text};
}

}  // namespace congbo::approval
