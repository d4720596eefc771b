// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>

#include "generator/approval/commit_text.h"
#include "generator/approval/policy.h"
#include "generator/base/ascii.h"
#include "generator/base/nearest_name.h"
#include "generator/formats/yaml.h"
#include "generator/site/mapping_reader.h"

namespace congbo::approval {
namespace {

using formats::YamlNode;
using site::MappingReader;
using site::place_of;

constexpr int only_version = 1, most_days = 3650, most_hours = 720, most_approvals = 5;
constexpr Role all_roles[] = {Role::root, Role::approve, Role::edit, Role::takedown, Role::update};

bool is_good_path(const std::string& path) {
  return !path.starts_with('/') && path.find("//") == std::string::npos && path.find('*') == std::string::npos &&
         ("/" + path).find("/../") == std::string::npos && ("/" + path).find("/./") == std::string::npos;
}

class PolicyReader {
 public:
  PolicyReader(const std::string& path, Diagnostics& found) : path_(path), found_(found) {}

  Policy read(const YamlNode& root) {
    MappingReader reader(root, path_, found_);
    int version = 0;
    reader.require("version");
    reader.whole_number("version", only_version, only_version, version);
    reader.texts("origins", policy_.origins);
    reader.whole_number("approval_days", 1, most_days, policy_.approval_days);
    reader.whole_number("emergency_hours", 1, most_hours, policy_.emergency_hours);
    reader.boolean("public_names", policy_.public_names);
    reader.require("people");
    each(reader, "people", [&](const YamlNode& node) { read_person(node); });
    each(reader, "boards", [&](const YamlNode& node) { read_board(node); });
    each(reader, "delegations", [&](const YamlNode& node) { read_delegation(node); });
    each(reader, "rules", [&](const YamlNode& node) { read_rule(node); });
    each(reader, "forge_keys", [&](const YamlNode& node) { read_forge_key(node); });
    each(reader, "revoked", [&](const YamlNode& node) { read_revoked(node); });
    reader.finish();
    check_keys();
    check_roots(root);
    return std::move(policy_);
  }

 private:
  template <class Body>
  void each(MappingReader& reader, std::string_view key, const Body& body) {
    const YamlNode* list = reader.take(key);
    if (list == nullptr || !site::expect_sequence(*list, path_, found_)) return;
    for (const YamlNode& item : list->items) body(item);
  }

  void read_scope(MappingReader& reader, Scope& scope) {
    each(reader, "paths", [&](const YamlNode& node) {
      if (!site::expect_scalar(node, path_, found_)) return;
      if (!is_good_path(node.text)) found_.add(error("approval-path-invalid", place_of(path_, node), {node.text}));
      scope.paths.push_back(node.text);
      policy_.written_paths.emplace_back(node.text, place_of(path_, node));
    });
    reader.texts("fields", scope.fields);
  }

  void read_term(MappingReader& reader, Term& term) {
    reader.date("from", term.from);
    reader.date("to", term.to);
    const YamlNode* last = reader.node().find("to");
    if (term.from && term.to && *term.to < *term.from)
      found_.add(error("approval-term-backwards", place_of(path_, *last), {to_text(*term.from), to_text(*term.to)}));
  }

  std::optional<Role> read_role(const YamlNode& node) {
    if (!site::expect_scalar(node, path_, found_)) return std::nullopt;
    std::vector<std::string> names;
    for (const Role role : all_roles) {
      if (node.text == name_of(role)) return role;
      names.emplace_back(name_of(role));
    }
    found_.add(error("approval-role-unknown", place_of(path_, node), {node.text}, nearest_name(node.text, names)));
    return std::nullopt;
  }

  std::optional<SshKey> read_key(const YamlNode& node, const std::string& line) {
    std::optional<SshKey> key = read_public_key(line);
    if (!key) found_.add(error("approval-key-invalid", place_of(path_, node), {line.substr(0, line.find(' '))}));
    return key;
  }

  // "ssh-ed25519 AAAA…", or a mapping with `key`, `from` and `to`.
  void read_held_key(const YamlNode& node, Person& person) {
    HeldKey held;
    std::string line = node.text;
    if (node.kind == YamlNode::Kind::mapping) {
      MappingReader reader(node, path_, found_);
      reader.require("key");
      reader.text("key", line);
      read_term(reader, held.term);
      reader.finish();
    } else if (!site::expect_scalar(node, path_, found_)) {
      return;
    }
    std::optional<SshKey> key = read_key(node, line);
    if (!key) return;
    held.key = *std::move(key);
    key_places_.push_back({held.key.blob, place_of(path_, node)});
    person.keys.push_back(std::move(held));
  }

  void read_person(const YamlNode& node) {
    MappingReader reader(node, path_, found_);
    Person person;
    person.where = place_of(path_, node);
    reader.require("id");
    reader.text("id", person.id);
    reader.text("name", person.name);
    reader.local_text("title", person.title);
    reader.text("unit", person.unit);
    reader.texts("email", person.emails);
    for (std::string& email : person.emails) email = ascii_lower(email);
    reader.text("account", person.account);
    each(reader, "roles", [&](const YamlNode& item) {
      if (const auto role = read_role(item)) person.roles.insert(*role);
    });
    read_scope(reader, person.scope);
    read_term(reader, person.term);
    each(reader, "keys", [&](const YamlNode& item) { read_held_key(item, person); });
    reader.finish();
    if (const YamlNode* id = node.find("id"); id && policy_.person(person.id))
      found_.add(error("approval-person-twice", place_of(path_, *id), {person.id}));
    policy_.people.push_back(std::move(person));
  }

  // Names of persons, which must be above in the file.
  void read_people_names(MappingReader& reader, std::string_view key, std::vector<std::string>& into) {
    each(reader, key, [&](const YamlNode& node) {
      if (!site::expect_scalar(node, path_, found_)) return;
      expect_person(node);
      into.push_back(node.text);
    });
  }

  void expect_person(const YamlNode& node) {
    if (policy_.person(node.text)) return;
    std::vector<std::string> known;
    for (const Person& person : policy_.people) known.push_back(person.id);
    found_.add(error("approval-person-unknown", place_of(path_, node), {node.text}, nearest_name(node.text, known)));
  }

  void read_board(const YamlNode& node) {
    MappingReader reader(node, path_, found_);
    Board board;
    reader.require("id");
    reader.text("id", board.id);
    reader.local_text("title", board.title);
    reader.text("account", board.account);
    read_people_names(reader, "members", board.members);
    read_people_names(reader, "standing", board.standing);
    reader.boolean("standing_may_approve", board.standing_may_approve);
    reader.require("paths");
    read_scope(reader, board.scope);
    read_term(reader, board.term);
    reader.finish();
    policy_.boards.push_back(std::move(board));
  }

  void read_delegation(const YamlNode& node) {
    MappingReader reader(node, path_, found_);
    Delegation delegation;
    for (const auto& [key, into] : {std::pair{"head", &delegation.from}, std::pair{"deputy", &delegation.to}}) {
      reader.require(key);
      reader.text(key, *into);
      if (const YamlNode* name = node.find(key); name && name->kind == YamlNode::Kind::scalar) expect_person(*name);
    }
    reader.text("document", delegation.document);
    reader.require("paths");
    read_scope(reader, delegation.scope);
    reader.require("from");
    reader.require("to");
    read_term(reader, delegation.term);
    reader.finish();
    policy_.delegations.push_back(std::move(delegation));
  }

  void read_rule(const YamlNode& node) {
    MappingReader reader(node, path_, found_);
    Rule rule;
    reader.require("path");
    reader.text("path", rule.path);
    if (const YamlNode* path = node.find("path"); path && !is_good_path(rule.path))
      found_.add(error("approval-path-invalid", place_of(path_, *path), {rule.path}));
    else if (path)
      policy_.written_paths.emplace_back(rule.path, place_of(path_, *path));
    int approvals = 0;
    reader.whole_number("approvals", 1, most_approvals, approvals);
    each(reader, "needs", [&](const YamlNode& item) {
      if (const auto role = read_role(item)) rule.needs.push_back(*role);
    });
    Role role = Role::approve;
    if (const YamlNode* named = reader.take("role")) role = read_role(*named).value_or(role);
    if (rule.needs.empty()) rule.needs.assign(static_cast<std::size_t>(std::max(approvals, 1)), role);
    reader.boolean("self_approval", rule.self_approval);
    reader.finish();
    policy_.rules.push_back(std::move(rule));
  }

  void read_forge_key(const YamlNode& node) {
    if (!site::expect_scalar(node, path_, found_)) return;
    if (auto key = read_key(node, node.text)) policy_.forge_keys.push_back(*std::move(key));
  }

  void read_revoked(const YamlNode& node) {
    if (!site::expect_scalar(node, path_, found_)) return;
    if (!is_commit_id(node.text)) found_.add(error("approval-commit-invalid", place_of(path_, node), {node.text}));
    policy_.revoked.insert(node.text);
  }

  // One key, one person: else nobody could say who signed.
  void check_keys() {
    std::map<std::string, std::string> holders;
    for (const Person& person : policy_.people)
      for (const HeldKey& held : person.keys) {
        const auto [known, added] = holders.emplace(held.key.blob, person.id);
        if (added) continue;
        const auto place = std::find_if(key_places_.rbegin(), key_places_.rend(),
                                        [&](const auto& one) { return one.first == held.key.blob; });
        found_.add(error("approval-key-twice", place->second, {known->second, person.id}));
      }
  }

  // A policy that nobody can change any more would have to be replaced on the machine that publishes.
  void check_roots(const YamlNode& root) {
    const Rule rule = rule_for(policy_, policy_path);
    const auto needed = std::count(rule.needs.begin(), rule.needs.end(), Role::root);
    const auto holders = std::count_if(policy_.people.begin(), policy_.people.end(), [](const Person& person) {
      return person.roles.contains(Role::root) && !person.keys.empty();
    });
    if (holders < needed)
      found_.add(error("approval-too-few-root", {path_, std::max(root.line, 1), std::max(root.column, 1)},
                       {std::to_string(needed), std::to_string(holders)}));
  }

  const std::string& path_;
  Diagnostics& found_;
  Policy policy_;
  std::vector<std::pair<std::string, Place>> key_places_;
};

}  // namespace

Policy read_policy(std::string_view yaml, const std::string& path, Diagnostics& found) {
  const YamlNode root = formats::parse_yaml(yaml, path, 1, found);
  return PolicyReader(path, found).read(root);
}

}  // namespace congbo::approval
