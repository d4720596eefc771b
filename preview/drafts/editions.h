// SPDX-License-Identifier: GPL-3.0-or-later
// The sites of branches and commits, built when somebody asks. They share every parsed page; the least recently used
// are let go and built again when somebody asks again, so what drafts take is bounded however many there are.
#pragma once
#include <condition_variable>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "generator/base/instant.h"
#include "generator/base/result.h"
#include "generator/pipeline/pipeline.h"
#include "generator/provenance/drafts.h"
#include "preview/drafts/build_thread.h"

namespace congbo::drafts {

// What stands for the hosts of portals until an answer is made: the same bytes whichever draft, so sites compare.
inline constexpr std::string_view placeholder_hosts = "http://{portal}.preview.invalid";

struct EditionName {
  std::string main;              // commit of the main branch that the draft is laid over; empty: `tip` as it is
  std::string tip;               // commit
  std::optional<Instant> as_of;  // what everyone sees then; none: now, with everything that is not public yet
  std::string key() const;
};

struct DraftEdition {
  EditionName name;
  std::shared_ptr<const pipeline::Site> site;
  std::vector<provenance::DraftFile> files;  // what the draft wrote; none for a commit as it is
  std::vector<StageTime> stages;
};

struct EditionsRequest {
  std::shared_ptr<const provenance::Drafts> repository;
  std::map<std::string, std::string> layouts = {};
  std::optional<Instant> now = {};  // none: the clock, read again when an edition's next event has come
  std::shared_ptr<const history::History> history = {};
  std::shared_ptr<images::Workshop> pictures = {};
  std::shared_ptr<attachments::Reader> attachments = {};
  std::size_t keep = 24;               // editions
  std::size_t keep_bytes = 64U << 20;  // of what they have of their own, about; two are kept whatever they take
};

// Who waits: somebody for a page, or the survey of all drafts.
enum class Asker { reader, survey };

// Safe from several threads; one edition is built at a time for readers, on all cores, and one for the survey beside
// it. Readers of built ones do not wait.
class Editions {
 public:
  explicit Editions(EditionsRequest request);
  // Fails as git_snapshot does.
  Result<std::shared_ptr<const DraftEdition>> get(const EditionName& name, Asker asker = Asker::reader);

 private:
  struct Kept {
    std::string key, main_key;  // the second of what it is laid over; empty for a commit as it is
    std::shared_ptr<const DraftEdition> edition;
    std::size_t bytes = 0;  // that it alone has, about
  };
  std::shared_ptr<const DraftEdition> find(const std::string& key);
  // `main`: what the draft is laid over; null for a commit as it is.
  Result<std::shared_ptr<const DraftEdition>> build(const EditionName& name, const DraftEdition* main);
  void keep(std::shared_ptr<const DraftEdition> edition, const DraftEdition* main, Asker asker);
  void touch(std::string_view key);    // used now
  bool begin(const std::string& key);  // false: somebody else has just built it
  void end(const std::string& key);

  EditionsRequest request_;
  std::shared_ptr<pipeline::PageCache> cache_;
  std::mutex mutex_;
  std::set<std::string> begun_;
  std::condition_variable ended_;
  std::list<Kept> kept_;    // the last used first; what drafts are laid over stays as long as they do
  BuildThread threads_[2];  // by asker; the last, since they use all above
};

}  // namespace congbo::drafts
