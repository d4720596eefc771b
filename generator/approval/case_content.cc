// SPDX-License-Identifier: GPL-3.0-or-later
// What the commit changes: names and kinds of files, the branch laid over what was accepted, removals, who wrote.
#include <algorithm>

#include "generator/approval/judge_case.h"
#include "generator/base/ascii.h"
#include "generator/base/invisible.h"
#include "generator/base/unicode.h"
#include "generator/formats/yaml.h"
#include "generator/pages/load.h"

namespace congbo::approval {
namespace {

using formats::YamlNode;

constexpr unsigned plain_file = 0100644, program_file = 0100755;
constexpr std::size_t longest_reason = 300;

// Why a name is not taken; empty for a good one. What other systems take for another name than it looks like: Windows
// keeps "git~1" for .git and reads "a:b" as a part of a.
std::string_view fault_of_name(std::string_view name) {
  if (first_invalid_utf8(name)) return "UTF-8";
  if (has_invisible(name)) return "control";
  if (name.find_first_of("\\:") != std::string_view::npos) return "\\ :";
  if (first_not_nfc(name)) return "NFC";
  const std::string low = to_lower(name);
  if (low == ".git" || low == ".gitmodules" || low.starts_with("git~") || low.ends_with(' ') || low.ends_with('.'))
    return ".git";
  return {};
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char each) { return static_cast<unsigned char>(each) < 0x80; });
}

// Equal for names that some computers cannot tell apart.
std::string twin_key(std::string_view name) {
  if (!is_ascii(name)) return to_lower(to_nfc(name));
  return ascii_lower(name);
}

// The names of one folder by twin_key.
using Twins = std::map<std::string, std::vector<std::string>>;

Twins twins_of(const std::vector<std::string>& names) {
  Twins twins;
  for (const std::string& name : names) twins[twin_key(name)].push_back(name);
  return twins;
}

bool same_yaml(const YamlNode& left, const YamlNode& right) {
  if (left.kind != right.kind || left.text != right.text || left.items.size() != right.items.size() ||
      left.pairs.size() != right.pairs.size())
    return false;
  for (std::size_t i = 0; i < left.items.size(); ++i)
    if (!same_yaml(left.items[i], right.items[i])) return false;
  for (std::size_t i = 0; i < left.pairs.size(); ++i)
    if (left.pairs[i].first.text != right.pairs[i].first.text ||
        !same_yaml(left.pairs[i].second, right.pairs[i].second))
      return false;
  return true;
}

YamlNode without_withdrawal(YamlNode root) {
  std::erase_if(root.pairs, [](const formats::YamlPair& pair) {
    return pair.first.text == "status" || pair.first.text == "withdrawn";
  });
  return root;
}

bool says_withdrawn(const YamlNode& root) {
  const YamlNode* status = root.find("status");
  return status != nullptr && status->text == "withdrawn";
}

// A page that the public can read, as far as its own file says.
bool is_shown(const YamlNode& root) {
  const YamlNode* status = root.find("status");
  return root.find("withdrawn") == nullptr && (status == nullptr || status->text == "published");
}

// What a withdrawal may tell the public: why and when, in few words and without a link.
bool is_plain_withdrawal(const YamlNode& root) {
  const YamlNode* withdrawn = root.find("withdrawn");
  if (withdrawn == nullptr) return true;
  return std::all_of(withdrawn->pairs.begin(), withdrawn->pairs.end(), [](const formats::YamlPair& pair) {
    const std::string& key = pair.first.text;
    const std::string& text = pair.second.text;
    return (key == "reason" || key == "authority" || key == "at") && text.size() <= longest_reason &&
           text.find("://") == std::string::npos && text.find("www.") == std::string::npos;
  });
}

// The page that a file belongs to: itself, or for "a/b/anh.png" the first of "a/b.md" and "a.md" that is there.
std::vector<std::string> page_candidates(const std::string& path) {
  if (path.ends_with(".md")) return {path};
  std::vector<std::string> candidates;
  for (std::size_t slash = path.rfind('/'); slash != std::string::npos && slash > 0; slash = path.rfind('/', slash - 1))
    candidates.push_back(path.substr(0, slash) + ".md");
  return candidates;
}

std::string field_in(std::string_view bytes) {
  Diagnostics ignored;
  const pages::SplitFile split = pages::split_front_matter(bytes);
  const YamlNode root = formats::parse_yaml(split.front_matter, "", 1, ignored);
  const YamlNode* field = root.find("field");
  return field == nullptr ? std::string() : field->text;
}

}  // namespace

// Every new part of the path, so that a folder cannot hide a link or a second spelling either.
Result<Case::Reason> Case::refused_name(const std::string& path) {
  for (std::size_t start = 0; start <= path.size();) {
    const std::size_t end = std::min(path.find('/', start), path.size());
    const std::string folder = path.substr(0, start), name = path.substr(start, end - start);
    if (const std::string_view fault = fault_of_name(name); !fault.empty())
      return Reason(refuse("approval-path-refused", {path, std::string(fault)}));
    if (!twins_.contains(folder)) {
      CONGBO_TRY(const std::vector<std::string> names,
                 judge_.trees_.names(commit_.tree, judge_.store_.prefix() + folder));
      twins_[folder] = twins_of(names);
    }
    for (const std::string& other : twins_[folder][twin_key(name)])
      if (other != name) return Reason(refuse("approval-path-refused", {path, other}));
    start = end + 1;
  }
  return Reason();
}

Result<Case::Reason> Case::refused_paths() {
  for (const auto& [path, change] : changes_) {
    if (!change.after.exists()) continue;
    if (change.after.mode != plain_file && change.after.mode != program_file)
      return Reason(refuse("approval-path-refused", {path, change.after.mode == 0120000 ? "link" : "submodule"}));
    if (change.before.exists()) continue;
    CONGBO_TRY(const Reason reason, refused_name(path));
    if (reason) return reason;
  }
  return Reason();
}

Result<Case::Reason> Case::broken_policy() {
  if (!changes_.contains(std::string(policy_path))) return Reason();
  Diagnostics mistakes;
  CONGBO_TRY(const std::shared_ptr<const Policy> next, judge_.policy_in(commit_.tree, mistakes));
  if (next) return Reason();
  return Reason(refuse("approval-policy-broken", {std::string(policy_path)}));
}

// What the signature on the branch's head stands for is what the branch changed since it left the main branch.
Result<Done> Case::compare_with_branch() {
  const std::string& head = commit_.parents[1];
  CONGBO_TRY(base_, lineage_.base_of(head));
  if (!base_) return Done{};
  CONGBO_TRY(const CommitText* base, judge_.commit(*base_));
  const std::string base_tree = base->tree;
  CONGBO_TRY(const CommitText* branch, judge_.commit(head));
  CONGBO_TRY(branch_changes_, judge_.trees_.changes(base_tree, branch->tree, judge_.store_.prefix()));
  return Done{};
}

Result<bool> Case::is_mechanical() {
  if (evidence_ == Evidence::signed_branch || evidence_ == Evidence::forge) return true;  // or it would wait already
  if (!base_ || commit_.parents.size() != 2 || evidence_ == Evidence::emergency) return false;
  CONGBO_TRY(const Reason other, not_mechanical());
  return !other;
}

// Independent of how anybody merges: by file, and a file changed on both sides is for people to look at.
Result<Case::Reason> Case::not_mechanical() {
  for (const auto& [path, change] : branch_changes_) {
    const auto made = changes_.find(path);
    FileVersion accepted;
    if (made != changes_.end())
      accepted = made->second.before;
    else {
      CONGBO_TRY(accepted, judge_.trees_.file(last_.tree, judge_.store_.prefix() + path));
    }
    if (accepted == change.after && made == changes_.end()) continue;
    if (!(accepted == change.before)) return Reason(refuse("approval-conflict", {path}));
    if (made == changes_.end() || !(made->second.after == change.after))
      return Reason(refuse("approval-merge-altered", {path}));
  }
  for (const auto& [path, change] : changes_)
    if (!branch_changes_.contains(path)) return Reason(refuse("approval-merge-altered", {path}));
  return Reason();
}

// The page as it was, but for `status: withdrawn` and why.
Result<bool> Case::is_withdrawal(const std::string& path, const FileChange& change) {
  if (!path.ends_with(".md") || !change.before.exists()) return false;
  CONGBO_TRY(const std::string before, blob(change.before.id));
  CONGBO_TRY(const std::string after, blob(change.after.id));
  const pages::SplitFile old_page = pages::split_front_matter(before), new_page = pages::split_front_matter(after);
  if (old_page.body != new_page.body || !old_page.has_front_matter || !new_page.has_front_matter) return false;
  Diagnostics mistakes;
  const YamlNode was = formats::parse_yaml(old_page.front_matter, path, 1, mistakes);
  const YamlNode is = formats::parse_yaml(new_page.front_matter, path, 1, mistakes);
  return !mistakes.has_errors() && is_shown(was) && says_withdrawn(is) && is_plain_withdrawal(is) &&
         same_yaml(without_withdrawal(was), without_withdrawal(is));
}

Result<Case::Reason> Case::more_than_removal() {
  if (evidence_ != Evidence::emergency) return Reason();
  for (const auto& [path, change] : changes_) {
    const bool control = is_control_path(path) || (path.find("/_site/") != std::string::npos && !is_tombstones(path));
    if (!control && !is_tombstones(path) && !change.after.exists()) continue;
    bool allowed = false;
    if (is_tombstones(path) && change.after.exists()) {
      // An address that is gone has to say so: lines may be added, none changed.
      std::string before;
      if (change.before.exists()) {
        CONGBO_TRY(before, blob(change.before.id));
      }
      CONGBO_TRY(const std::string after, blob(change.after.id));
      const bool whole_lines = before.empty() || before.ends_with('\n') || after[before.size()] == '\n';
      allowed = after.size() > before.size() && after.starts_with(before) && whole_lines;
    } else if (!control && change.after.exists()) {
      CONGBO_TRY(allowed, is_withdrawal(path, change));
    }
    if (!allowed) return Reason(refuse("approval-emergency-exceeds", {path}));
  }
  return Reason();
}

Result<std::string> Case::field_at(const std::string& tree, const std::string& path) {
  for (const std::string& candidate : page_candidates(path)) {
    CONGBO_TRY(const FileVersion file, judge_.trees_.file(tree, judge_.store_.prefix() + candidate));
    if (!file.exists()) continue;
    CONGBO_TRY(const std::string bytes, blob(file.id));
    return field_in(bytes);
  }
  return std::string();
}

Result<std::set<std::string>> Case::fields_of(const std::string& path) {
  std::set<std::string> fields;
  const FileChange& change = changes_.at(path);
  for (const auto& [tree, version] : {std::pair{last_.tree, change.before}, std::pair{commit_.tree, change.after}}) {
    if (!version.exists()) continue;
    CONGBO_TRY(std::string field, field_at(tree, path));
    fields.insert(std::move(field));
  }
  return fields;
}

// Of every changed path, whoever committed a version of it since the last accepted commit.
Result<Done> Case::collect_authors() {
  authors_known_ = true;
  CONGBO_TRY(const std::vector<std::string> commits, lineage_.since(id_));
  for (const std::string& id : commits) {
    const Result<Done> added = add_authors(id);
    // An odd commit is nobody's; what it did is then the work of who vouches for it.
    const bool odd = !added && added.error().code.starts_with("approval-");
    if (!added && !odd) return added.error();
  }
  return Done{};
}

Result<Done> Case::add_authors(const std::string& id) {
  const std::string& prefix = judge_.store_.prefix();
  CONGBO_TRY(const CommitText* stored, judge_.commit(id));
  const CommitText commit = *stored;
  std::vector<std::string> parents;
  for (const std::string& parent : commit.parents) {
    CONGBO_TRY(const CommitText* read, judge_.commit(parent));
    parents.push_back(read->tree);
  }
  CONGBO_TRY(const FileChanges made,
             judge_.trees_.changes(parents.empty() ? std::string() : parents.front(), commit.tree, prefix));
  for (const auto& [path, change] : made) {
    if (!changes_.contains(path)) continue;
    bool own = true;  // a merge's own work is what none of its parents has
    for (std::size_t i = 1; own && i < parents.size(); ++i) {
      CONGBO_TRY(const FileVersion other, judge_.trees_.file(parents[i], prefix + path));
      own = !(other == change.after);
    }
    // Who signs the commit itself always commits it, be it another's work.
    if (own) authors_[path].emplace_back(commit.author.email, id == id_ ? std::string() : commit.committer.email);
  }
  return Done{};
}

}  // namespace congbo::approval
