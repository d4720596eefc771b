// SPDX-License-Identifier: GPL-3.0-or-later
// The list of open drafts: branches with something that the main branch has not.
#pragma once
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "preview/drafts/survey.h"
#include "preview/drafts/words.h"

namespace congbo::drafts {

struct DraftRow {
  std::string branch, label, tip;
  provenance::DraftHistory history;
  std::shared_ptr<const DraftFacts> facts;  // null while they are being looked for
};

class DraftList {
 public:
  DraftList(std::shared_ptr<const provenance::Drafts> repository, std::shared_ptr<Survey> survey)
      : repository_(std::move(repository)), survey_(std::move(survey)) {}

  // The drafts that changed last first, 200 at most. Fails as provenance::Drafts does.
  Result<std::vector<DraftRow>> rows(const std::string& main_commit);

 private:
  struct Known {
    bool open = false;
    provenance::DraftHistory history;
  };
  Result<Known> look(const std::string& main, const std::string& tip);

  std::shared_ptr<const provenance::Drafts> repository_;
  std::shared_ptr<Survey> survey_;
  std::mutex mutex_;
  std::map<std::pair<std::string, std::string>, Known> known_;  // by main and tip: commits never change
};

// HTML of the page's main part. `address` gives where a label's path begins: "http://tin-moi.preview.localhost:8080".
std::string draft_list_html(const std::vector<DraftRow>& rows, const std::string& main_branch,
                            const std::function<std::string(const std::string& label)>& address, Instant now,
                            Language language);
// Changes when the list would.
std::string list_version(const std::vector<DraftRow>& rows);

}  // namespace congbo::drafts
