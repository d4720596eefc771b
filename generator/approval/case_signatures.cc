// SPDX-License-Identifier: GPL-3.0-or-later
// Who signed the commit and the head of the branch that it merges.
#include <algorithm>

#include "generator/approval/judge_case.h"
#include "generator/approval/ssh_signature.h"

namespace congbo::approval {
namespace {

constexpr std::int64_t day_seconds = 24 * 3600;  // how far the clocks of people's machines may be off
constexpr int most_branch_signatures = 16;

Diagnostic held(std::string_view code, const std::string& commit, std::vector<std::string> more) {
  more.insert(more.begin(), short_id(commit));
  return warning(code, {}, std::move(more));
}

bool is_meant(const Marker& marker, MarkerKind wanted, const std::string& branch) {
  if (wanted == MarkerKind::approve_branch) return marker.kind == MarkerKind::approve_branch;
  return marker.kind == MarkerKind::emergency || (marker.kind == MarkerKind::approve && marker.value == branch);
}

}  // namespace

// Reasons are told from the outside in: no signature, a broken one, a stranger's, one that says nothing.
Result<Finding> Case::signer_of(const std::string& id, MarkerKind wanted) const {
  Result<const CommitText*> read = judge_.commit(id);
  if (!read && read.error().code == "approval-commit-malformed") return Finding(read.error());
  if (!read) return read.error();
  const CommitText commit = **read;
  if (commit.signature.empty()) return Finding(held("approval-missing", id, {commit.author.name}));
  const std::optional<SshSignature> signature = read_signature(commit.signature);
  if (const std::string kind = signature ? "" : foreign_kind(commit.signature); !kind.empty())
    return Finding(held("approval-signature-kind", id, {kind}));
  if (!signature) return Finding(held("approval-signature-invalid", id, {"form"}));
  const SignatureFault fault = verify(*signature, commit.payload, policy_.origins);
  if (fault != SignatureFault::none)
    return Finding(held("approval-signature-invalid", id, {std::string(name_of(fault))}));
  const Person* person = policy_.holder(signature->key.blob);
  if (person == nullptr) return Finding(held("approval-key-unknown", id, {fingerprint(signature->key.blob)}));
  if (!is_meant(read_marker(commit.message), wanted, judge_.situation_.branch))
    return Finding(held("approval-marker-missing", id, {judge_.situation_.branch}));
  Principal principal{person, Instant{commit.committer.seconds}, {}, wanted == MarkerKind::approve};
  const auto key = std::find_if(person->keys.begin(), person->keys.end(),
                                [&](const HeldKey& one) { return one.key.blob == signature->key.blob; });
  for (const Date day : {date_of(principal.at), date_of(seen())})
    if (!key->term.includes(day)) return Finding(held("approval-key-ended", id, {person->id, to_text(day)}));
  if (is_revoked(id, commit)) return Finding(held("approval-revoked", id, {}));
  if (principal.at.seconds + day_seconds < earliest(commit, wanted).seconds)
    return Finding(held("approval-clock", id, {to_vietnamese(principal.at)}));
  if (const Reason reason = wrong_time(principal, id)) return Finding(*reason);
  principal.grants = lasting_grants(*person, date_of(principal.at));
  return Finding(std::move(principal));
}

// A curve's signature can be written in two ways, which gives the same approval two ids: what was signed counts.
bool Case::is_revoked(const std::string& id, const CommitText& commit) const {
  if (policy_.revoked.contains(id)) return true;
  return std::any_of(policy_.revoked.begin(), policy_.revoked.end(), [&](const std::string& one) {
    const Result<const CommitText*> revoked = judge_.commit(one);
    return revoked && (*revoked)->payload == commit.payload;
  });
}

// When the change reached the main branch, as far as it is known: not before this machine looked there and did not find
// it.
Instant Case::seen() const {
  const Instant merged{commit_.committer.seconds};
  return std::max(merged, judge_.situation_.looked.value_or(merged));
}

// Rights that hold when the approval is used as well as when it was signed (ROL-02): who signs chooses the date.
std::vector<Grant> Case::lasting_grants(const Person& person, Date day) const {
  std::vector<Grant> grants = grants_of(policy_, person, day);
  const std::vector<Grant> then = grants_of(policy_, person, date_of(seen()));
  std::erase_if(grants, [&](const Grant& one) {
    return std::none_of(then.begin(), then.end(), [&](const Grant& other) {
      return other.role == one.role && other.scope == one.scope && other.within == one.within;
    });
  });
  return grants;
}

// Nobody approved a branch before what it stands on was approved, nor before its last commit was made.
Instant Case::earliest(const CommitText& signed_commit, MarkerKind wanted) const {
  if (wanted == MarkerKind::approve) return last_.at;
  Instant latest = base_ ? lineage_.approved_at(*base_).value_or(Instant{}) : Instant{};
  for (const std::string& parent : signed_commit.parents)
    if (const Result<const CommitText*> below = judge_.commit(parent))
      latest = std::max(latest, Instant{(*below)->committer.seconds});
  return latest;
}

// The one who signs chooses the date. It may not lie in the future, and an approval does not wait for ever.
Case::Reason Case::wrong_time(const Principal& principal, const std::string& signed_commit) const {
  const Situation& situation = judge_.situation_;
  const std::int64_t at = principal.at.seconds;
  if (at > situation.now.seconds + day_seconds)
    return held("approval-clock", signed_commit, {to_vietnamese(principal.at)});
  const std::int64_t merged = commit_.committer.seconds;
  const bool merge_early = merged + day_seconds < last_.at.seconds || merged > situation.now.seconds + day_seconds;
  if (merge_early) return held("approval-clock", id_, {to_vietnamese(Instant{merged})});
  if (std::max(seen().seconds, at) - at > policy_.approval_days * day_seconds)
    return held("approval-expired", signed_commit, {std::to_string(policy_.approval_days)});
  return std::nullopt;
}

// The signatures on top of the branch: its head, and below it as long as commits are empty.
Result<Case::Reason> Case::collect_branch(const std::string& head) {
  std::string id = head;
  for (int depth = 0; depth < most_branch_signatures; ++depth) {
    CONGBO_TRY(const Finding finding, signer_of(id, MarkerKind::approve_branch));
    const Principal* principal = std::get_if<Principal>(&finding);
    if (principal == nullptr && depth == 0) return Reason(std::get<Diagnostic>(finding));
    if (principal == nullptr) break;
    principals_.push_back(*principal);
    CONGBO_TRY(const CommitText* commit, judge_.commit(id));
    if (commit->parents.size() != 1) break;
    const std::string tree = commit->tree, parent = commit->parents.front();
    CONGBO_TRY(const CommitText* below, judge_.commit(parent));
    if (below->tree != tree) break;
    id = parent;
  }
  return Reason();
}

// A pinned key of the forge says that the author of the merge pressed the button.
Result<Finding> Case::signer_by_forge() const {
  const std::optional<SshSignature> signature = read_signature(commit_.signature);
  const bool pinned = signature && std::any_of(policy_.forge_keys.begin(), policy_.forge_keys.end(),
                                               [&](const SshKey& key) { return key.blob == signature->key.blob; });
  const Person* person = policy_.author(commit_.author.email);
  if (!pinned || person == nullptr || verify(*signature, commit_.payload, {}) != SignatureFault::none)
    return Finding(refuse("approval-missing", {commit_.author.name}));
  Principal principal{person, Instant{commit_.committer.seconds}, {}, false};
  if (is_revoked(id_, commit_) || policy_.revoked.contains(commit_.parents[1]))
    return Finding(refuse("approval-revoked"));
  if (const Reason reason = wrong_time(principal, id_)) return Finding(*reason);
  principal.grants = lasting_grants(*person, date_of(principal.at));
  return Finding(std::move(principal));
}

// Whoever signed the merge without the right to approve all of it only merged: then it has to be what the branch's
// signers saw, no more and no less.
Result<Case::Reason> Case::without_signer_of_merge() {
  const std::string id = principals_.front().person->id;
  std::erase_if(principals_, [&](const Principal& one) { return one.person->id == id && one.whole_change; });
  evidence_ = Evidence::signed_branch;
  if (commit_.parents.front() != last_.commit) return Reason(refuse("approval-parent-waiting"));
  if (!base_) return Reason(refuse("approval-base-ambiguous"));
  return not_mechanical();
}

Result<Case::Reason> Case::collect_principals() {
  if (commit_.parents.size() == 2) {
    CONGBO_TRY([[maybe_unused]] const Done compared, compare_with_branch());
  }
  CONGBO_TRY(const Finding own, signer_of(id_, MarkerKind::approve));
  const Principal* signer = std::get_if<Principal>(&own);
  if (signer != nullptr) {
    principals_.push_back(*signer);
    evidence_ = marker_.kind == MarkerKind::emergency ? Evidence::emergency : Evidence::signed_change;
    if (evidence_ == Evidence::emergency || commit_.parents.size() != 2) return Reason();
    CONGBO_TRY([[maybe_unused]] const Reason unsigned_branch, collect_branch(commit_.parents[1]));
    if (principals_.size() == 1) return Reason();  // it stands or falls with this signature
    CONGBO_TRY(const bool entitled, may_everywhere(principals_.front()));
    return entitled ? Reason() : without_signer_of_merge();
  }
  marker_.ratifies.clear();  // of the merge's message, which anybody may have written
  if (commit_.parents.size() != 2) return Reason(std::get<Diagnostic>(own));
  evidence_ = Evidence::signed_branch;
  CONGBO_TRY(Reason reason, collect_branch(commit_.parents[1]));
  if (reason && !policy_.forge_keys.empty()) {
    CONGBO_TRY(const Finding forge, signer_by_forge());
    if (const Principal* principal = std::get_if<Principal>(&forge)) {
      principals_.push_back(*principal);
      evidence_ = Evidence::forge;
      reason.reset();
    } else if (std::get<Diagnostic>(forge).code == "approval-revoked") {
      return Reason(std::get<Diagnostic>(forge));
    }
  }
  // What is wrong with a signature on the merge itself tells more than that the branch has none.
  const Diagnostic& about_merge = std::get<Diagnostic>(own);
  if (reason) return Reason(about_merge.code == "approval-missing" ? *reason : about_merge);
  if (commit_.parents.front() != last_.commit) return Reason(refuse("approval-parent-waiting"));
  if (!base_) return Reason(refuse("approval-base-ambiguous"));
  return not_mechanical();
}

}  // namespace congbo::approval
