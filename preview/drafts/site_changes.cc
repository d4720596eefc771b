// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/drafts/site_changes.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "generator/base/parallel_for.h"
#include "preview/drafts/draft_site.h"

namespace congbo::drafts {

namespace {

constexpr std::size_t most_known = 64;  // drafts

std::string title_of(const pipeline::Site& site, const PlannedOutput& output) {
  if (output.reason() != "page" && output.reason() != "listing") return {};
  const pages::PageIndex index = site.library.by_source(output.source());
  return index == pages::no_page ? std::string() : site.library[index].title;
}

class Comparer {
 public:
  explicit Comparer(const std::vector<provenance::DraftFile>& files) {
    for (const provenance::DraftFile& file : files) written_.insert(file.path);
  }

  void add(const pipeline::Site& site, const PlannedOutput& output, OutputChange change) {
    ChangedOutput changed;
    changed.change = change;
    changed.portal = output.path().substr(0, output.path().find('/'));
    changed.path = path_on_host(output);
    changed.title = title_of(site, output);
    changed.reason = output.reason();
    const bool by_hand = !output.source().empty() && written_.contains(output.source()) && output.reason() != "twin" &&
                         output.reason() != "picture";
    (by_hand ? changes_.by_hand : changes_.knock_on).push_back(std::move(changed));
  }

  SiteChanges take() {
    const auto is_page = [](const ChangedOutput& one) { return one.reason == "page"; };
    std::stable_partition(changes_.by_hand.begin(), changes_.by_hand.end(), is_page);
    std::stable_partition(changes_.knock_on.begin(), changes_.knock_on.end(), is_page);
    return std::move(changes_);
  }

 private:
  std::set<std::string_view> written_;
  SiteChanges changes_;
};

}  // namespace

std::vector<std::uint64_t> fingerprints(const pipeline::Site& site) {
  std::vector<std::uint64_t> prints(site.plan->outputs.size());
  parallel_for(prints.size(), 0,
               [&](std::size_t i) { prints[i] = pipeline::output_fingerprint(site, site.plan->outputs[i]); });
  return prints;
}

SiteChanges compare_sites(const pipeline::Site& before, const std::vector<std::uint64_t>& before_prints,
                          const pipeline::Site& after, const std::vector<std::uint64_t>& after_prints,
                          const std::vector<provenance::DraftFile>& files) {
  Comparer comparer(files);
  const std::vector<PlannedOutput>&old_ones = before.plan->outputs, &new_ones = after.plan->outputs;
  for (std::size_t i = 0, j = 0; i < old_ones.size() || j < new_ones.size();) {
    const bool gone = j == new_ones.size() || (i < old_ones.size() && old_ones[i].path() < new_ones[j].path());
    const bool fresh = i == old_ones.size() || (j < new_ones.size() && new_ones[j].path() < old_ones[i].path());
    if (gone) {
      comparer.add(before, old_ones[i++], OutputChange::removed);
    } else if (fresh) {
      comparer.add(after, new_ones[j++], OutputChange::added);
    } else {
      if (before_prints[i] != after_prints[j]) comparer.add(after, new_ones[j], OutputChange::changed);
      ++i, ++j;
    }
  }
  return comparer.take();
}

Result<std::shared_ptr<const SiteChanges>> ChangesKeeper::get(const EditionName& draft) {
  const std::lock_guard lock(mutex_);
  CONGBO_TRY(const std::shared_ptr<const DraftEdition> before, editions_->get({{}, draft.main, draft.as_of}));
  const std::string key = draft.key();
  const Instant now = before->site->edition.now;  // and the draft's
  for (const Known& one : known_)
    if (one.draft == key && one.now == now) return one.changes;
  CONGBO_TRY(const std::shared_ptr<const DraftEdition> after, editions_->get(draft));
  if (main_ != before) {
    main_prints_ = fingerprints(*before->site);
    main_ = before;
  }
  auto changes = std::make_shared<const SiteChanges>(
      compare_sites(*before->site, main_prints_, *after->site, fingerprints(*after->site), after->files));
  if (known_.size() >= most_known) known_.erase(known_.begin());
  known_.push_back({key, now, changes});
  return changes;
}

}  // namespace congbo::drafts
