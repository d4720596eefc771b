// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/drafts/survey.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <set>
#include <utility>

#include "generator/site/values/policy.h"
#include "preview/drafts/deadline.h"

namespace congbo::drafts {

namespace {

constexpr std::size_t most_known = 4000;  // drafts, old commits of theirs included

Diagnostics all_found(const pipeline::Site& site) {
  Diagnostics found = site.found;
  if (site.renderer) found.append(pipeline::check_prepared(site));
  found.sort();
  return found;
}

// Without the line: what stands further down than before is not new.
std::string identity(const Diagnostic& one) {
  std::string text = one.code + '\0' + one.where.file;
  for (const auto& argument : one.arguments) text += '\0' + argument;
  return text;
}

Diagnostics only_new(const Diagnostics& found, const Diagnostics& known_before) {
  std::multiset<std::string> known;
  for (const Diagnostic& one : known_before.all()) known.insert(identity(one));
  Diagnostics rest;
  for (const Diagnostic& one : found.all()) {
    const auto before = known.find(identity(one));
    if (before == known.end())
      rest.add(one);
    else
      known.erase(before);
  }
  return rest;
}

std::string unit_name(const pages::Page& page) {
  const std::string_view language = page.portal->main_language();
  for (const site::Unit& unit : page.portal->units)
    if (unit.id == page.unit) return unit.name.in(language);
  return page.portal->parent.empty() ? page.unit : page.portal->name.in(language);
}

}  // namespace

Result<std::shared_ptr<const DraftFacts>> look_at_draft(Editions& editions, const std::string& main,
                                                        const std::string& tip, const Diagnostics& found_in_main) {
  CONGBO_TRY(const std::shared_ptr<const DraftEdition> after, editions.get({main, tip, {}}, Asker::survey));
  CONGBO_TRY(const std::shared_ptr<const DraftEdition> before, editions.get({{}, main, {}}, Asker::survey));
  auto facts = std::make_shared<DraftFacts>();
  facts->files = after->files.size();
  for (const provenance::DraftFile& file : after->files) {
    facts->conflicts += file.conflict ? 1 : 0;
    const pipeline::Site& site = file.after.empty() ? *before->site : *after->site;
    const pages::PageIndex index = site.library.by_source(file.path);
    if (index == pages::no_page) continue;
    const pages::Page& page = site.library[index];
    facts->pages.push_back(
        {page.title, file.after.empty() ? "" : site.publication.records[index].url, page.source, unit_name(page)});
    if (!file.before.empty()) continue;  // it has been published already
    const std::optional<Instant> due = publication_deadline(site::policy_of(*page.portal), page);
    if (due && (!facts->deadline || *due < *facts->deadline)) facts->deadline = due;
  }
  facts->found = only_new(all_found(*after->site), found_in_main);
  return std::shared_ptr<const DraftFacts>(std::move(facts));
}

Survey::Survey(std::shared_ptr<Editions> editions) : editions_(std::move(editions)), worker_([this] { work(); }) {}

Survey::~Survey() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  changed_.notify_all();
  worker_.join();
}

std::shared_ptr<const DraftFacts> Survey::facts(const std::string& main, const std::string& tip) {
  const std::lock_guard lock(mutex_);
  const Pair wanted(main, tip);
  if (const auto known = known_.find(wanted); known != known_.end()) return known->second;
  if (std::find(waiting_.begin(), waiting_.end(), wanted) == waiting_.end()) waiting_.push_back(wanted);
  changed_.notify_all();
  return nullptr;
}

// Readers come first: the thread, and those it starts, take what is left of the processor.
void Survey::work() {
  (void)::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), 10);
  while (true) {
    Pair wanted;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return stop_ || !waiting_.empty(); });
      if (stop_) return;
      wanted = waiting_.front();
    }
    look(wanted);
    const std::lock_guard lock(mutex_);
    waiting_.pop_front();
  }
}

void Survey::look(const Pair& wanted) {
  if (checked_main_ != wanted.first) {
    const auto main = editions_->get({{}, wanted.first, {}}, Asker::survey);
    found_in_main_ = main ? all_found(*(*main)->site) : Diagnostics();
    checked_main_ = wanted.first;
  }
  auto facts = look_at_draft(*editions_, wanted.first, wanted.second, found_in_main_);
  const std::lock_guard lock(mutex_);
  if (known_.size() >= most_known) known_.clear();
  if (facts) {
    known_[wanted] = *facts;
    return;
  }
  auto failed = std::make_shared<DraftFacts>();  // a damaged repository: the list says why
  failed->found.add(facts.error());
  known_[wanted] = std::move(failed);
}

}  // namespace congbo::drafts
