// SPDX-License-Identifier: GPL-3.0-or-later
// The policy file: what it says, and its mistakes with their places.
#include "generator/approval/policy.h"

#include "generator/approval/accounts.h"

#include "tests/unit/approval/newsroom.h"

using namespace congbo;
using namespace congbo::approval;

namespace {

std::string mistakes(const std::string& yaml) {
  Diagnostics found;
  (void)read_policy(yaml, "p", found);
  std::string text;
  for (const Diagnostic& one : found.all())
    text += std::to_string(one.where.line) + ":" + std::to_string(one.where.column) + " " + one.code + "\n";
  return text;
}

Policy policy_of(const std::string& more) {
  Diagnostics found;
  Policy policy = read_policy(usual_policy(more), "p", found);
  for (const Diagnostic& one : found.all()) FAIL(one.code);
  return policy;
}

constexpr Date spring{2026, 3, 2};

bool may(const Policy& policy, const char* id, Role role, const char* path, Date day = spring,
         const std::set<std::string>& fields = {}) {
  return find_grant(grants_of(policy, *policy.person(id), day), role, path, fields) != nullptr;
}

}  // namespace

TEST_CASE("each mistake of the policy has its place", "[approval][ACC-02]") {
  CHECK(mistakes(usual_policy()) == "");
  CHECK(mistakes("") == "1:1 site-key-missing\n1:1 site-key-missing\n1:1 approval-too-few-root\n");
  const std::string head =
      "version: 1\nrules:\n  - {path: content/_site/approval.yaml, role: root}\npeople:\n"
      "  - {id: r, roles: [root], keys: [\"" +
      public_key("root") + "\"]}\n";
  CHECK(mistakes(head) == "");
  CHECK(mistakes(head + "  - {id: r}\n") == "6:10 approval-person-twice\n");
  CHECK(mistakes(head + "  - {id: a, roles: [aprove]}\n") == "6:21 approval-role-unknown\n");
  CHECK(mistakes(head + "  - {id: a, paths: [/content/]}\n") == "6:21 approval-path-invalid\n");
  CHECK(mistakes(head + "  - {id: a, from: 2026-03-02, to: 2026-03-01}\n") == "6:35 approval-term-backwards\n");
  CHECK(mistakes(head + "  - {id: a, keys: [\"" + public_key("root") + "\"]}\n") == "6:20 approval-key-twice\n");
  CHECK(mistakes(head + "  - {id: a, keys: [\"" + public_key("rsa") + "\"]}\n") == "6:20 approval-key-invalid\n");
  CHECK(mistakes(head + "  - {id: a, kyes: []}\n") == "6:13 key-unknown\n");
  CHECK(mistakes(head + "boards:\n  - {id: b, members: [rr], paths: [content/]}\n") ==
        "7:23 approval-person-unknown\n");
  CHECK(mistakes(head + "delegations:\n  - {head: r, deputy: r, paths: [content/]}\n") ==
        "7:5 site-key-missing\n7:5 site-key-missing\n");
  CHECK(mistakes(head + "revoked: [abc]\n") == "6:11 approval-commit-invalid\n");
  CHECK(mistakes("version: 1\npeople:\n  - {id: r, roles: [root], keys: [\"" + public_key("root") + "\"]}\n") ==
        "1:1 approval-too-few-root\n");
}

TEST_CASE("levels of access are what the roster says, in both directions",
          "[approval][ACC-01][ACC-02][ROL-09][INF-02]") {
  const Policy policy = policy_of(
      "  - {id: technical, roles: [root], paths: [content/]}\n"
      "  - {id: writer, roles: [update], paths: [content/]}\n");
  CHECK(may(policy, "chief", Role::approve, "content/tin/a.md"));
  CHECK(may(policy, "chief", Role::root, "layouts/a.html"));
  CHECK(may(policy, "technical", Role::root, "layouts/a.html"));
  CHECK_FALSE(may(policy, "technical", Role::approve, "content/tin/a.md"));
  CHECK_FALSE(may(policy, "deputy", Role::root, "layouts/a.html"));
  CHECK_FALSE(may(policy, "deputy", Role::approve, "layouts/a.html"));
  CHECK_FALSE(may(policy, "deputy", Role::approve, "content/tinh/a.md"));
  for (const Role role : {Role::root, Role::approve, Role::edit, Role::takedown})
    CHECK_FALSE(may(policy, "writer", role, "content/tin/a.md"));
}

TEST_CASE("rights end on their last day", "[approval][ACC-03][ROL-10]") {
  const Policy policy =
      policy_of("  - {id: a, roles: [approve], paths: [content/], from: 2026-03-01, to: 2026-03-31}\n");
  CHECK_FALSE(may(policy, "a", Role::approve, "content/a.md", {2026, 2, 28}));
  CHECK(may(policy, "a", Role::approve, "content/a.md", {2026, 3, 1}));
  CHECK(may(policy, "a", Role::approve, "content/a.md", {2026, 3, 31}));
  CHECK_FALSE(may(policy, "a", Role::approve, "content/a.md", {2026, 4, 1}));
}

TEST_CASE("a deputy acts within a delegation and its days, never beyond the head",
          "[approval][ROL-02][ROL-05][ROL-07]") {
  const Policy policy = policy_of(
      "  - {id: vice, title: {vi: Phó Trưởng ban}}\n"
      "delegations:\n"
      "  - {head: deputy, deputy: vice, paths: [content/], from: 2026-03-01, to: 2026-03-10, document: 12/QĐ-BBT}\n");
  CHECK(may(policy, "vice", Role::approve, "content/tin/a.md", {2026, 3, 5}));
  CHECK_FALSE(may(policy, "vice", Role::approve, "content/vb/a.md", {2026, 3, 5}));
  CHECK_FALSE(may(policy, "vice", Role::approve, "content/tin/a.md", {2026, 3, 11}));
  CHECK_FALSE(may(policy, "vice", Role::root, "layouts/a.html", {2026, 3, 5}));
}

TEST_CASE("members of a board act for it; the standing body's staff if it says so", "[approval][ROL-08][ROL-11]") {
  const auto board = [](const char* standing) {
    return policy_of(
        "  - {id: m}\n  - {id: s}\n  - {id: x}\n"
        "boards:\n  - {id: b, title: {vi: Ban Biên tập}, members: [m], standing: [s], "
        "standing_may_approve: " +
        std::string(standing) + ", paths: [content/sites/so-y-te/]}\n");
  };
  const char* own = "content/sites/so-y-te/tin/a.md";
  CHECK(may(board("false"), "m", Role::approve, own));
  CHECK_FALSE(may(board("false"), "s", Role::approve, own));
  CHECK(may(board("true"), "s", Role::approve, own));
  CHECK_FALSE(may(board("true"), "x", Role::approve, own));
  CHECK_FALSE(may(board("true"), "m", Role::approve, "content/tin/a.md"));
  CHECK_FALSE(may(board("true"), "m", Role::approve, "content/sites/so-y-te-2/a.md"));
}

TEST_CASE("who is in charge of a field approves it and no other; the head approves all", "[approval][ROL-04][ROL-05]") {
  const Policy policy = policy_of("  - {id: health, roles: [approve], paths: [content/], fields: [y-te]}\n");
  CHECK(may(policy, "health", Role::approve, "content/a.md", spring, {"y-te"}));
  CHECK_FALSE(may(policy, "health", Role::approve, "content/a.md", spring, {"giao-duc"}));
  CHECK_FALSE(may(policy, "health", Role::approve, "content/a.md", spring, {"y-te", "giao-duc"}));
  CHECK_FALSE(may(policy, "health", Role::approve, "content/a.md", spring, {}));
  CHECK(may(policy, "chief", Role::approve, "content/a.md", spring, {"giao-duc"}));
}

TEST_CASE("the strictest rules for a path are joined", "[approval][INF-02][ROL-03]") {
  const Policy policy = policy_of(
      "rules:\n  - {path: content/vb/, approvals: 2}\n"
      "  - {path: content/, needs: [edit, approve]}\n  - {path: layouts/, role: root}\n");
  const auto needs = [&](const char* path) { return rule_for(policy, path).needs; };
  CHECK(needs("content/vb/a.md") == std::vector<Role>{Role::approve, Role::approve, Role::edit});
  CHECK(needs("content/a.md") == std::vector<Role>{Role::approve, Role::edit});
  CHECK(needs("layouts/a.html") == std::vector<Role>{Role::root});
  CHECK(needs(".github/workflows/check.yml") == std::vector<Role>{Role::root});
  CHECK(rule_for(policy_of(""), "content/a.md").needs == std::vector<Role>{Role::approve});
  CHECK(rule_for(policy_of(""), policy_path).needs == std::vector<Role>{Role::root, Role::root});
  for (const char* path : {"content/_site/policy.yaml", "content/_site/site.yaml", "content/_site/redirects.csv",
                           "content/_site/units.yaml", "content/sites/y-te/_site/site.yaml"})
    CHECK(rule_for(policy_of(""), path).needs == std::vector<Role>{Role::root});
  for (const char* path : {"content/_site/tombstones.yaml", "content/_site/emergency.yaml", "content/tin/_site/a.md"})
    CHECK(rule_for(policy_of(""), path).needs == std::vector<Role>{Role::approve});
  // A folder without its slash is a folder, and two approvals stay two.
  const Policy loose = policy_of("rules:\n  - {path: content/vb, approvals: 2}\n  - {path: layouts/, approvals: 2}\n");
  CHECK(rule_for(loose, "content/vb/a.md").needs.size() == 2);
  CHECK(rule_for(loose, "content/vbc/a.md").needs.size() == 1);
  CHECK(rule_for(loose, "layouts/a.html").needs == std::vector<Role>{Role::root, Role::root});
  CHECK(rule_for(policy_of("rules:\n  - {path: \"\", approvals: 2}\n"), "dev").needs ==
        std::vector<Role>{Role::root, Role::root});
}

TEST_CASE("a path that matches nothing, a shared address and roots past their term are told", "[approval][ACC-02]") {
  const auto told = [](const std::string& more) {
    Diagnostics found;
    check_policy(policy_of(more), {"content/tin/a.md"}, {2027, 1, 1}, "p", found);
    std::string text;
    for (const Diagnostic& one : found.all()) text += one.code + "\n";
    return text;
  };
  CHECK(told("") == "");
  CHECK(told("rules:\n  - {path: content/tn/, approvals: 2}\n") == "approval-path-unmatched\n");
  CHECK(told("  - {id: a, email: [chief@example.org]}\n") == "approval-email-twice\n");
  Diagnostics found;
  std::string ended = usual_policy();
  for (const char* id : {"id: root\n", "id: chief\n"})
    ended.insert(ended.find(id) + std::string(id).size(), "    to: 2026-12-31\n");
  const Policy policy = read_policy(ended, "p", found);
  check_policy(policy, {"content/tin/a.md"}, {2027, 1, 1}, "p", found);
  REQUIRE(found.all().size() == 1);
  CHECK(found.all().front().code == "approval-too-few-root");
  Diagnostics once;  // what reading found is not found again
  check_policy(read_policy("version: 1\npeople:\n  - {id: a}\n", "p", once), {}, {2027, 1, 1}, "p", once);
  CHECK(once.error_count() == 1);
}

TEST_CASE("CODEOWNERS names accounts and teams, never persons", "[approval][ACC-04]") {
  const std::string text =
      codeowners(policy_of("  - {id: m}\nboards:\n  - {id: b, account: \"@tinh/ban-y-te\", members: [m], paths: "
                           "[content/sites/so-y-te/]}\n"),
                 spring);
  // The last line that matches counts, so that a folder names the owners of those around it again.
  CHECK(text ==
        "# congbo approve --codeowners\n* @chief\n/content/ @chief\n/content/sites/so-y-te/ @chief @tinh/ban-y-te\n"
        "/content/tin/ @chief @deputy\n/content/_site/ @chief\n/content/sites/*/_site/ @chief\n");
  CHECK(codeowners(policy_of("  - {id: gone, account: \"@gone\", roles: [approve], paths: [content/], to: 2026-03-01}\n"
                             "  - {id: look, account: \"@look\", roles: [approve], paths: [layouts/]}\n"
                             "  - {id: s, account: \"@secretary\", roles: [edit], paths: [content/]}\n"),
                   spring)
            .find("/content/ @chief @secretary\n") != std::string::npos);
  CHECK(text.find("Chị Tổng") == std::string::npos);
}

TEST_CASE("one list of all accounts flags those that ended and those nobody knows", "[approval][ACC-03][ACC-05]") {
  const Policy policy = policy_of(
      "  - {id: gone, account: \"@gone\", roles: [approve], paths: [content/sites/a/], to: 2026-03-01}\n"
      "  - {id: member}\nboards:\n  - {id: b, members: [member], paths: [content/sites/b/]}\n");
  const std::vector<Accepted> ledger = {
      {"c", start_of_day({2026, 2, 3}), Evidence::signed_change, {{"deputy", "", "", "", ""}}, {}, "", {}, "", "", ""}};
  std::string text;
  for (const AccountRow& row : account_rows(policy, ledger, spring, {"chief", "gone", "who"}))
    text += row.id + "|" + row.account + "|" + (row.roles.empty() ? "" : row.roles.front()) + "|" +
            (row.paths.empty() ? "" : row.paths.front()) + "|" + (row.last.year > 0 ? to_text(row.last) : "") + "|" +
            std::string(name_of(row.state)) + "\n";
  CHECK(text ==
        "chief|@chief|approve|content/||valid\n"
        "deputy|@deputy|approve|content/tin/|2026-02-03|valid\n"
        "gone|@gone|approve|content/sites/a/||ended\n"
        "member||approve|content/sites/b/||no-key\n"
        "root||root|||valid\n"
        "|who||||unknown\n");
}
