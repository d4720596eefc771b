// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/approval/verify.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <unordered_map>

#include "generator/approval/ledger.h"
#include "generator/approval/lineage.h"
#include "generator/approval/ssh_signature.h"
#include "generator/base/content_hash.h"

namespace congbo::approval {
namespace {

constexpr std::size_t most_first_parents = 2'000'000;
constexpr std::size_t name_digits = 16;

// Whoever could write the ledger could declare anything accepted: it has to be this account's own, closed to others.
bool is_own_file(const std::string& path) {
  struct stat facts {};
  return ::lstat(path.c_str(), &facts) == 0 && S_ISREG(facts.st_mode) && facts.st_uid == ::geteuid() &&
         (facts.st_mode & (S_IRWXG | S_IRWXO)) == 0;
}

class Walk {
 public:
  Walk(FileSystem& files, const VerifyRequest& request, const provenance::ObjectStore& store)
      : files_(files), request_(request), store_(store) {}

  Result<Verification> run() {
    CONGBO_TRY(const Introduction start,
               read_introduction(files_, request_.introduction, store_.work_folder(), store_.git_folder()));
    result_.introduction = start.commit;
    CONGBO_TRY(result_.tip, store_.find(request_.ref.empty() ? request_.branch : request_.ref));
    head_ = ledger_head(start.commit, request_.branch);
    read_kept();
    Judge judge(store_, Situation{request_.branch, request_.now, looked_});
    CONGBO_TRY(const bool present, walk_back(judge));
    if (!present) {
      result_.found.add(error("approval-introduction-absent", {},
                              {short_id(start.commit), request_.ref.empty() ? request_.branch : request_.ref}));
      return std::move(result_);
    }
    CONGBO_TRY([[maybe_unused]] const Done introduced, check_introduction(judge, start));
    CONGBO_TRY([[maybe_unused]] const Done judged, judge_new(judge));
    CONGBO_TRY([[maybe_unused]] const Done told, report(judge));
    if (request_.keep_ledger) write_kept();
    return std::move(result_);
  }

 private:
  std::string ledger_path() const {
    if (!request_.ledger.empty()) return request_.ledger;
    return store_.git_folder() + "/congbo/ledger-" + sha256_hex(head_).substr(0, name_digits);
  }

  void read_kept() {
    const std::string path = ledger_path();
    if (!request_.keep_ledger || !is_own_file(path)) return;
    const Result<std::string> text = files_.read(path);
    if (!text) return;
    if (auto kept = read_ledger(*text, head_)) {
      kept_ = std::move(kept->accepted);
      looked_ = kept->looked;
      kept_lines_ = kept_.size();
      kept_whole_ = text->ends_with('\n');
    }
  }

  // Collects what is not judged yet, newest first, down to what the ledger knows. False when the introduction is not
  // on the way.
  Result<bool> walk_back(Judge& judge) {
    std::unordered_map<std::string_view, std::size_t> known;
    for (std::size_t i = 0; i < kept_.size(); ++i) known.emplace(kept_[i].commit, i);
    std::string id = result_.tip;
    while (id != result_.introduction) {
      if (const auto at = known.find(id); at != known.end()) {
        kept_.resize(at->second + 1);
        break;
      }
      if (new_.size() > most_first_parents) return false;
      new_.push_back(id);
      CONGBO_TRY(id, judge.first_parent(id));
      if (id.empty()) return false;
    }
    if (id == result_.introduction) kept_.clear();
    extend_ = kept_whole_ && kept_lines_ > 0 && kept_.size() == kept_lines_;
    std::reverse(new_.begin(), new_.end());
    return true;
  }

  Result<Done> check_introduction(Judge& judge, const Introduction& start) {
    CONGBO_TRY(const CommitText* commit, judge.commit(start.commit));
    last_ = {start.commit, commit->tree, Instant{commit->committer.seconds}};
    const std::optional<SshSignature> signature = read_signature(commit->signature);
    const std::string payload = commit->payload;
    Diagnostics mistakes;
    CONGBO_TRY(const std::shared_ptr<const Policy> policy, judge.policy_in(last_.tree, mistakes));
    if (!policy) return error("approval-introduction-policy", {}, {short_id(start.commit), std::string(policy_path)});
    const bool as_pinned = signature && fingerprint(signature->key.blob) == start.key &&
                           approval::verify(*signature, payload, policy->origins) == SignatureFault::none;
    if (start.key.empty() || as_pinned) return Done{};
    return error("approval-introduction-signer", {}, {short_id(start.commit), start.key});
  }

  Result<Done> stand_on(Judge& judge, const Accepted& accepted) {
    CONGBO_TRY(const CommitText* commit, judge.commit(accepted.commit));
    last_ = {accepted.commit, commit->tree, std::max(last_.at, accepted.at)};
    return Done{};
  }

  Result<Done> judge_new(Judge& judge) {
    result_.ledger = std::move(kept_);
    Lineage lineage(store_, result_.introduction);
    for (const Accepted& one : result_.ledger) {
      last_.at = std::max(last_.at, one.at);
      lineage.add(one);
    }
    if (!result_.ledger.empty()) {
      CONGBO_TRY([[maybe_unused]] const Done stood, stand_on(judge, result_.ledger.back()));
    }
    for (const std::string& id : new_) {
      CONGBO_TRY(const Judge::Verdict verdict, judge.judge(id, last_, lineage));
      ++result_.judged;
      if (const Accepted* accepted = std::get_if<Accepted>(&verdict)) {
        lineage.add(*accepted);
        CONGBO_TRY([[maybe_unused]] const Done stood, stand_on(judge, *accepted));
        result_.ledger.push_back(*accepted);
        result_.waiting.clear();
      } else {
        CONGBO_TRY(WaitingCommit waiting, waiting_commit(judge, id));
        waiting.why = std::get<Diagnostic>(verdict);
        result_.waiting.push_back(std::move(waiting));
      }
    }
    result_.accepted = last_.commit;
    result_.last = last_;
    return Done{};
  }

  static Result<WaitingCommit> waiting_commit(Judge& judge, const std::string& id) {
    Result<const CommitText*> commit = judge.commit(id);
    if (!commit) return WaitingCommit{id, {}, {}, {}, {}};
    const std::string& message = (*commit)->message;
    return WaitingCommit{
        id, (*commit)->author.name, message.substr(0, message.find('\n')), Instant{(*commit)->committer.seconds}, {}};
  }

  Result<Done> report(Judge& judge) {
    Diagnostics ignored;
    CONGBO_TRY(const std::shared_ptr<const Policy> policy, judge.policy_in(last_.tree, ignored));
    result_.public_names = policy && policy->public_names;
    CONGBO_TRY([[maybe_unused]] const Done looked, check_rollback());
    for (const WaitingCommit& waiting : result_.waiting) result_.found.add(waiting.why);
    for (const Accepted& one : result_.ledger)
      if (one.evidence == Evidence::forge)
        result_.found.add(warning("approval-weak-evidence", {}, {short_id(one.commit), one.signers.front().id}));
    report_emergencies();
    if (policy) report_revoked(*policy);
    return Done{};
  }

  // To take an approval back voids it before it is used. What it published stays until somebody changes it.
  void report_revoked(const Policy& policy) {
    std::set<std::string_view> decided;  // by later changes
    for (auto one = result_.ledger.rbegin(); one != result_.ledger.rend() && !policy.revoked.empty(); ++one) {
      const auto shown = std::find_if(one->paths.begin(), one->paths.end(),
                                      [&](const std::string& path) { return !decided.contains(path); });
      const bool revoked = policy.revoked.contains(one->commit) || policy.revoked.contains(one->merged);
      if (revoked && shown != one->paths.end())
        result_.found.add(warning("approval-revoked-late", {}, {short_id(one->commit), *shown}));
      decided.insert(one->paths.begin(), one->paths.end());
    }
  }

  void report_emergencies() {
    for (const Accepted& one : result_.ledger) {
      if (one.evidence != Evidence::emergency) continue;
      if (result_.is_ratified(one.commit)) continue;
      const bool lapsed = one.until <= request_.now;
      result_.found.add(warning(lapsed ? "approval-emergency-lapsed" : "approval-emergency-open", {},
                                {one.commit, to_vietnamese(one.until), one.signers.front().id, one.reason}));
    }
  }

  // What was published has to be in the history of what is accepted: on the main branch or, after a merge the wrong way
  // round that somebody approved, beside it.
  Result<Done> check_rollback() {
    const std::string& published = request_.published;
    if (published.empty() || published == result_.introduction || published == result_.accepted) return Done{};
    if (std::any_of(result_.ledger.begin(), result_.ledger.end(),
                    [&](const Accepted& one) { return one.commit == published; }))
      return Done{};
    CONGBO_TRY(const bool kept, Lineage(store_, result_.introduction).is_ancestor(published, result_.accepted));
    if (!kept) result_.found.add(error("approval-rollback", {}, {short_id(published), short_id(result_.accepted)}));
    return Done{};
  }

  // Nothing depends on its success: without it the next run judges again. A file that is only added to is never
  // written whole, which takes longer than judging a commit.
  void write_kept() {
    const std::string path = ledger_path();
    const std::string clock = ledger_clock(request_.now);
    std::string text = extend_ ? std::string() : head_ + clock;
    for (std::size_t i = extend_ ? kept_lines_ : 0; i < result_.ledger.size(); ++i)
      text += ledger_line(result_.ledger[i]);
    if (extend_) {
      std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
      file.seekp(static_cast<std::streamoff>(head_.size())) << clock;
      file.seekp(0, std::ios::end) << text;
    } else if (files_.write(path, text)) {
      (void)::chmod(path.c_str(), S_IRUSR | S_IWUSR);
    }
  }

  FileSystem& files_;
  const VerifyRequest& request_;
  const provenance::ObjectStore& store_;
  Verification result_;
  std::string head_;
  std::optional<Instant> looked_;
  std::vector<Accepted> kept_;
  std::size_t kept_lines_ = 0;
  bool kept_whole_ = false, extend_ = false;
  std::vector<std::string> new_;
  LastAccepted last_;
};

}  // namespace

bool Verification::is_ratified(const std::string& emergency) const {
  return std::any_of(ledger.begin(), ledger.end(), [&](const Accepted& one) { return one.ratifies == emergency; });
}

Result<Verification> verify(FileSystem& files, const VerifyRequest& request) {
  CONGBO_TRY(const std::unique_ptr<provenance::ObjectStore> store, provenance::ObjectStore::open(request.folder));
  return Walk(files, request, *store).run();
}

}  // namespace congbo::approval
