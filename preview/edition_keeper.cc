// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/edition_keeper.h"

#include <utility>

#include "generator/pipeline/pictures.h"
#include "generator/provenance/git_snapshot.h"
#include "preview/watch.h"

namespace congbo::preview {

namespace {
constexpr int look_again_ms = 500;  // how soon a stop, or a moved branch, is noticed
}

EditionKeeper::EditionKeeper(KeepRequest request)
    : request_(std::move(request)), files_(real_file_system()), cache_(pipeline::make_page_cache()) {}

Result<std::unique_ptr<EditionKeeper>> EditionKeeper::start(KeepRequest request) {
  std::unique_ptr<EditionKeeper> keeper(new EditionKeeper(std::move(request)));
  CONGBO_TRY([[maybe_unused]] const Done built, keeper->rebuild());
  keeper->watcher_ = std::thread([raw = keeper.get()] { raw->watch_until_stopped(); });
  return keeper;
}

EditionKeeper::~EditionKeeper() {
  stop_ = true;
  if (watcher_.joinable()) watcher_.join();
}

std::shared_ptr<const Shown> EditionKeeper::shown() const {
  const std::lock_guard lock(mutex_);
  return shown_;
}

Result<std::shared_ptr<const Snapshot>> EditionKeeper::open_snapshot() const {
  if (request_.ref.empty()) {
    CONGBO_TRY(std::shared_ptr<const Snapshot> folder, folder_snapshot(*files_, request_.source));
    return folder;
  }
  CONGBO_TRY(std::shared_ptr<const Snapshot> tree, provenance::git_snapshot(request_.source, request_.ref));
  return tree;
}

void EditionKeeper::show(std::shared_ptr<Shown> next) {
  next->found.sort();
  const std::lock_guard lock(mutex_);
  next->version = shown_ ? shown_->version + 1 : 1;
  shown_ = std::move(next);
}

// Pages first, with what the rules found before; the rules over the whole site then run beside the reader, and what
// they say is shown if it is something else.
Result<Done> EditionKeeper::rebuild() {
  pipeline::PrepareRequest prepare;
  CONGBO_TRY(prepare.snapshot, open_snapshot());
  prepare.layouts = request_.layouts;
  prepare.now = request_.now ? *request_.now : read_clock();
  prepare.audience = edition::Audience::drafts;
  prepare.cache = cache_;
  prepare.local_hosts = request_.local_hosts;
  prepare.history = request_.history;
  prepare.pictures = request_.pictures;
  prepare.attachments = request_.attachments;
  prepare.checks = pipeline::Checks::leave_out;
  StageTimer timer;
  const std::shared_ptr<pipeline::Site> site = pipeline::prepare(prepare, timer);
  const std::shared_ptr<const Shown> before = shown();
  Shown next;
  next.stages = timer.times();
  next.site = site->renderer || !before ? site : before->site;
  next.found = site->found;
  next.found.append(Diagnostics(rules_found_));
  show(std::make_shared<Shown>(next));
  if (!site->renderer) return Done{};
  Diagnostics rules = pipeline::check_prepared(*site);
  if (rules.all() == rules_found_.all()) return Done{};
  rules_found_ = std::move(rules);
  next.found = site->found;
  next.found.append(Diagnostics(rules_found_));
  show(std::make_shared<Shown>(next));
  return Done{};
}

// Readers already get the pictures of the pages they open; here the others are made, and what cannot be opened is told.
// A change of the content comes first.
bool EditionKeeper::make_pictures(Watch& watch) {
  const std::shared_ptr<const Shown> current = shown();
  if (!current->site->pictures) return false;
  bool changed = false;
  Diagnostics found;
  (void)pipeline::make_pictures(*current->site, {}, found, [&](const std::string&) {
    changed = changed || watch.wait(0);
    return !stop_ && !changed;
  });
  if (changed || found.empty()) return changed;
  Shown next = *current;
  next.found.append(std::move(found));
  show(std::make_shared<Shown>(std::move(next)));
  return changed;
}

// A branch that moved shows in its commit; a work folder was reported by the watch.
bool EditionKeeper::is_outdated(const Snapshot& snapshot) const {
  const std::shared_ptr<const Shown> current = shown();
  return current->site->snapshot->commit() != snapshot.commit();
}

void EditionKeeper::watch_until_stopped() {
  Watch watch(request_.source);
  std::shared_ptr<const pipeline::Site> complete;  // all its pictures are made
  while (!stop_) {
    bool changed = false;
    if (complete != shown()->site) {
      changed = make_pictures(watch);
      if (!changed) complete = shown()->site;
    }
    changed = changed || watch.wait(look_again_ms);
    if (stop_) return;
    if (!request_.ref.empty()) {
      const Result<std::shared_ptr<const Snapshot>> tree = open_snapshot();
      if (tree && is_outdated(**tree)) (void)rebuild();
    } else if (changed) {
      (void)rebuild();  // a folder that cannot be read just now keeps what is shown; the next change tries again
    }
  }
}

}  // namespace congbo::preview
