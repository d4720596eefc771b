// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/approval/approve.h"

#include <algorithm>

#include "generator/approval/judge.h"
#include "generator/approval/ssh_signature.h"

namespace congbo::approval {
namespace {

struct Choice {
  const Person* person = nullptr;
  SshKey key;
};

class Approving {
 public:
  Approving(const ApproveRequest& request, const KeyRing& ring, provenance::ObjectStore& store)
      : request_(request), ring_(ring), store_(store), judge_(store, Situation{request.branch, request.now, false}) {}

  Result<Approval> run() {
    CONGBO_TRY(main_, store_.find(request_.branch));
    CONGBO_TRY(const CommitText* tip, judge_.commit(main_));
    main_tree_ = tip->tree;
    Diagnostics mistakes;
    CONGBO_TRY(policy_, judge_.policy_in(main_tree_, mistakes));
    if (!policy_) return error("approval-policy-missing", {}, {std::string(policy_path)});
    CONGBO_TRY(const Choice choice, choose_key());
    result_.person = choice.person->id;
    result_.branch = request_.kind == ApprovalKind::on_branch ? request_.draft : request_.branch;
    CONGBO_TRY(const std::string payload, write_payload(*choice.person));
    CONGBO_TRY(const std::string signature, ring_.sign(choice.key, bytes_to_sign(payload)));
    const std::string armour = write_signature(choice.key.blob, signature);
    CONGBO_TRY(result_.commit, store_.write_commit(with_signature(payload, armour)));
    const std::string& from = request_.kind == ApprovalKind::on_branch ? head_ : main_;
    CONGBO_TRY([[maybe_unused]] const Done moved, store_.move_branch(result_.branch, from, result_.commit));
    return std::move(result_);
  }

 private:
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
    return error("approval-key-unknown", {}, {request_.draft, asked});
  }

  Result<std::string> write_payload(const Person& person) {
    const std::string email = person.emails.empty() ? person.id + "@localhost" : person.emails.front();
    const std::string who = (person.name.empty() ? person.id : person.name) + " <" + email + "> " +
                            std::to_string(request_.now.seconds) + " +0700\n";
    std::string tree = main_tree_, parents = "parent " + main_ + "\n";
    if (request_.kind != ApprovalKind::ratify) {
      CONGBO_TRY(const FileChanges changes, changes_of_draft());
      if (request_.kind == ApprovalKind::on_branch) {
        CONGBO_TRY(const CommitText* head, judge_.commit(head_));
        tree = head->tree;
        parents = "parent " + head_ + "\n";
      } else {
        CONGBO_TRY(tree, lay_over(changes));
        parents += "parent " + head_ + "\n";
      }
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
    return with("Xác nhận việc gỡ khẩn cấp " + short_id(request_.ratifies), approve_trailer, request_.branch) +
           std::string(ratify_trailer) + ": " + request_.ratifies + "\n";
  }

  Result<FileChanges> changes_of_draft() {
    CONGBO_TRY(head_, store_.find(request_.draft));
    CONGBO_TRY(const std::vector<std::string> bases, store_.merge_bases(main_, head_));
    if (bases.size() != 1) return error("approval-base-ambiguous", {}, {request_.draft});
    CONGBO_TRY(const CommitText* base, judge_.commit(bases.front()));
    const std::string base_tree = base->tree;
    CONGBO_TRY(const CommitText* head, judge_.commit(head_));
    CONGBO_TRY(FileChanges changes, trees_.changes(base_tree, head->tree, ""));
    if (changes.empty()) return error("approval-nothing", {}, {request_.draft, request_.branch});
    for (const auto& [path, change] : changes) result_.paths.push_back(path);
    return changes;
  }

  // File by file, as verify() will look at it; what both sides changed is for people.
  Result<std::string> lay_over(const FileChanges& changes) {
    std::map<std::string, provenance::TreeUpdate> updates;
    for (const auto& [path, change] : changes) {
      CONGBO_TRY(const FileVersion now, trees_.file(main_tree_, path));
      if (now == change.after) continue;
      if (!(now == change.before)) return error("approval-conflict", {}, {request_.draft, path});
      updates[path] = {change.after.id, change.after.mode};
    }
    return store_.write_tree(main_tree_, updates);
  }

  const ApproveRequest& request_;
  const KeyRing& ring_;
  provenance::ObjectStore& store_;
  Judge judge_;
  TreeReader trees_{store_};
  std::shared_ptr<const Policy> policy_;
  std::string main_, main_tree_, head_;
  Approval result_;
};

}  // namespace

Result<Approval> approve(const ApproveRequest& request, const KeyRing& ring) {
  CONGBO_TRY(const std::unique_ptr<provenance::ObjectStore> store, provenance::ObjectStore::open(request.folder));
  return Approving(request, ring, *store).run();
}

}  // namespace congbo::approval
