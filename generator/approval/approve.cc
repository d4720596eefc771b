// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/approval/approve.h"

#include <algorithm>

#include "generator/approval/lineage.h"
#include "generator/approval/ssh_signature.h"

namespace congbo::approval {
namespace {

struct Choice {
  const Person* person = nullptr;
  SshKey key;
};

class Approving {
 public:
  Approving(const ApproveRequest& request, const KeyRing& ring, provenance::ObjectStore& store, Verification state)
      : request_(request),
        ring_(ring),
        store_(store),
        state_(std::move(state)),
        lineage_(store, state_.introduction),
        judge_(store, Situation{request.branch, request.now, {}}) {
    for (const Accepted& one : state_.ledger) lineage_.add(one);
  }

  Result<Approval> run() {
    CONGBO_TRY([[maybe_unused]] const Done found, find_branches());
    Diagnostics mistakes;
    CONGBO_TRY(policy_, judge_.policy_in(state_.last.tree, mistakes));
    if (!policy_) return error("approval-policy-missing", {}, {std::string(policy_path)});
    CONGBO_TRY(const Choice choice, choose_key());
    result_.person = choice.person->id;
    CONGBO_TRY(const std::string payload, write_payload(*choice.person));
    CONGBO_TRY(const std::string signature, ring_.sign(choice.key, bytes_to_sign(payload)));
    const std::string armour = write_signature(choice.key.blob, signature);
    CONGBO_TRY(result_.commit, store_.write_commit(with_signature(payload, armour)));
    CONGBO_TRY(const std::string merged, expect_acceptance());
    if (request_.examine && (on_branch() || request_.kind == ApprovalKind::merge)) {
      CONGBO_TRY([[maybe_unused]] const Done examined, request_.examine(merged));
    }
    const std::string& from = on_branch() ? result_.head : main_;
    CONGBO_TRY([[maybe_unused]] const Done moved, store_.move_branch(result_.branch, from, result_.commit));
    return std::move(result_);
  }

 private:
  bool on_branch() const { return request_.kind == ApprovalKind::on_branch; }
  // Whether the main branch gets the last accepted tree back under the draft.
  bool undoes() const {
    return !state_.waiting.empty() &&
           (request_.kind == ApprovalKind::emergency || request_.waiting == WaitingUse::undo);
  }

  Result<Done> find_branches() {
    CONGBO_TRY(main_, store_.find(request_.branch));
    const auto published = store_.reference("refs/remotes/origin/" + request_.branch);
    if (published) {
      CONGBO_TRY(const bool known, lineage_.is_ancestor(*published, main_));
      if (!known) return error("approval-behind-origin", {}, {request_.branch});
    }
    result_.branch = on_branch() ? request_.draft : request_.branch;
    if (request_.kind == ApprovalKind::ratify) return refuse_waiting();
    CONGBO_TRY(result_.head, find_draft());
    return on_branch() ? Result<Done>(Done{}) : refuse_waiting();
  }

  Result<std::string> find_draft() const {
    const auto local = store_.reference("refs/heads/" + request_.draft),
               remote = store_.reference("refs/remotes/origin/" + request_.draft);
    if (!local || !remote) return store_.find(request_.draft);
    CONGBO_TRY(const bool current, lineage_.is_ancestor(*remote, *local));
    if (!current) return error("approval-draft-behind", {}, {request_.draft});
    return *local;
  }

  Result<Done> refuse_waiting() {
    if (undoes()) result_.undone = state_.waiting;
    if (state_.waiting.empty() || undoes() || request_.waiting == WaitingUse::include) return Done{};
    const WaitingCommit& first = state_.waiting.front();
    return error("approval-waiting-below", {},
                 {std::to_string(state_.waiting.size()), short_id(first.commit), first.author, first.subject});
  }

  // Whoever signs is told now what would wait on the machine that publishes. The commit as it will be merged.
  Result<std::string> expect_acceptance() {
    std::string commit = result_.commit;
    if (on_branch()) {
      CONGBO_TRY(const std::string tree, lay_over(state_.last.tree, changes_));
      const std::string who = "congbo <congbo@localhost> " + std::to_string(request_.now.seconds) + " +0700\n";
      CONGBO_TRY(commit, store_.write_commit("tree " + tree + "\nparent " + state_.accepted + "\nparent " + commit +
                                             "\nauthor " + who + "committer " + who + "\nx\n"));
    }
    CONGBO_TRY(const Judge::Verdict verdict, judge_.judge(commit, state_.last, lineage_));
    if (const Accepted* accepted = std::get_if<Accepted>(&verdict)) {
      result_.paths = accepted->paths;
      return commit;
    }
    Diagnostic reason = std::get<Diagnostic>(verdict);
    if (on_branch() && reason.code == "approval-few-hands") return commit;  // others sign after this one
    reason.severity = Severity::error;
    return reason;
  }

  Result<Choice> choose_key() const {
    const Date day = date_of(request_.now);
    for (const SshKey& key : ring_.keys()) {
      if (!request_.key.empty() && key.blob != request_.key) continue;
      const Person* person = policy_->holder(key.blob);
      if (person == nullptr) continue;
      for (const HeldKey& held : person->keys)
        if (held.key.blob == key.blob && held.term.includes(day)) return Choice{person, key};
    }
    const std::string asked = !ring_.keys().empty() ? fingerprint(ring_.keys().front().blob) : std::string("-");
    return error("approval-no-key", {}, {request_.draft, asked});
  }

  Result<std::string> write_payload(const Person& person) {
    const std::string email = person.emails.empty() ? person.id + "@localhost" : person.emails.front();
    const std::string who = (person.name.empty() ? person.id : person.name) + " <" + email + "> " +
                            std::to_string(request_.now.seconds) + " +0700\n";
    std::string tree = state_.last.tree, parents = "parent " + main_ + "\n";
    if (!undoes() && !state_.waiting.empty()) {
      CONGBO_TRY(const CommitText* tip, judge_.commit(main_));
      tree = tip->tree;
    }
    if (request_.kind == ApprovalKind::ratify) {
      CONGBO_TRY(ratifies_, find_emergency());
    } else if (on_branch()) {
      CONGBO_TRY([[maybe_unused]] const Done found, find_changes_of_branch());
      CONGBO_TRY(const CommitText* head, judge_.commit(result_.head));
      tree = head->tree;
      parents = "parent " + result_.head + "\n";
    } else {
      Lineage with_waiting = lineage_;
      for (const WaitingCommit& one : state_.waiting) with_waiting.add_waiting(one.commit);
      CONGBO_TRY(changes_, changes_since(with_waiting));
      CONGBO_TRY(tree, lay_over(tree, changes_));
      parents += "parent " + result_.head + "\n";
    }
    return "tree " + tree + "\n" + parents + "author " + who + "committer " + who + "\n" + message();
  }

  std::string message() const {
    const auto with = [](const std::string& subject, std::string_view key, const std::string& value) {
      return subject + "\n\n" + std::string(key) + ": " + value + "\n";
    };
    switch (request_.kind) {
      case ApprovalKind::merge:
        return with("Duyệt " + request_.draft, approve_trailer, request_.branch);
      case ApprovalKind::on_branch:
        return with("Duyệt nhánh " + request_.draft, branch_trailer, request_.draft);
      case ApprovalKind::emergency:
        return with("Gỡ khẩn cấp: " + request_.draft, emergency_trailer, request_.reason);
      case ApprovalKind::ratify:
        break;
    }
    return with("Xác nhận việc gỡ khẩn cấp " + short_id(ratifies_), approve_trailer, request_.branch) +
           std::string(ratify_trailer) + ": " + ratifies_ + "\n";
  }

  Result<std::string> find_emergency() const {
    constexpr std::size_t shortest = 4;
    const std::string& wanted = request_.ratifies;
    const std::vector<Accepted>& all = lineage_.emergencies();
    const auto known = [&](const Accepted& one) { return one.commit.starts_with(wanted); };
    const auto at = std::find_if(all.begin(), all.end(), known);
    if (wanted.size() < shortest || at == all.end() || std::count_if(all.begin(), all.end(), known) > 1)
      return error("approval-ratify-unknown", {}, {wanted});
    return at->commit;
  }

  // What the signature on the branch will stand for: all since the last accepted commit, approved or not.
  Result<Done> find_changes_of_branch() {
    CONGBO_TRY(changes_, changes_since(lineage_));
    for (const auto& [path, change] : changes_) result_.paths.push_back(path);
    if (state_.waiting.empty() || request_.waiting == WaitingUse::include) return Done{};
    CONGBO_TRY(const std::vector<std::string> commits, lineage_.since(result_.head));
    for (const WaitingCommit& one : state_.waiting)
      if (std::find(commits.begin(), commits.end(), one.commit) != commits.end()) return refuse_waiting();
    return Done{};
  }

  Result<FileChanges> changes_since(const Lineage& lineage) {
    CONGBO_TRY(const std::optional<std::string> base, lineage.base_of(result_.head));
    if (!base) return error("approval-base-ambiguous", {}, {request_.draft});
    CONGBO_TRY(const CommitText* start, judge_.commit(*base));
    const std::string base_tree = start->tree;
    CONGBO_TRY(const CommitText* head, judge_.commit(result_.head));
    CONGBO_TRY(FileChanges changes, trees_.changes(base_tree, head->tree, ""));
    if (changes.empty()) return error("approval-nothing", {}, {request_.draft, request_.branch});
    return changes;
  }

  // File by file, as verify() will look at it; what both sides changed is for people. A removal in an emergency is one
  // whatever the file has become.
  Result<std::string> lay_over(const std::string& onto, const FileChanges& changes) {
    std::map<std::string, provenance::TreeUpdate> updates;
    for (const auto& [path, change] : changes) {
      CONGBO_TRY(const FileVersion now, trees_.file(onto, path));
      if (now == change.after) continue;
      const bool removal = request_.kind == ApprovalKind::emergency && !change.after.exists();
      if (!(now == change.before) && !removal) return error("approval-draft-conflict", {}, {request_.draft, path});
      updates[path] = {change.after.id, change.after.mode};
    }
    return store_.write_tree(onto, updates);
  }

  const ApproveRequest& request_;
  const KeyRing& ring_;
  provenance::ObjectStore& store_;
  Verification state_;
  Lineage lineage_;
  Judge judge_;
  TreeReader trees_{store_};
  std::shared_ptr<const Policy> policy_;
  std::string main_, ratifies_;
  FileChanges changes_;
  Approval result_;
};

}  // namespace

Result<Approval> approve(const ApproveRequest& request, const KeyRing& ring) {
  CONGBO_TRY(const std::unique_ptr<provenance::ObjectStore> store, provenance::ObjectStore::open(request.folder));
  VerifyRequest wanted;
  wanted.folder = request.folder;
  wanted.branch = request.branch;
  wanted.introduction = request.introduction;
  wanted.now = request.now;
  CONGBO_TRY(Verification state, verify(*real_file_system(), wanted));
  for (const Diagnostic& one : state.found.all())
    if (one.severity == Severity::error) return one;
  return Approving(request, ring, *store, std::move(state)).run();
}

}  // namespace congbo::approval
