// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/drafts/editions.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace congbo::drafts {

namespace {

constexpr std::size_t least_kept = 2;

// Bytes for each page of the site, measured with 10,000 of them: lists, names and the plan are made anew where pages
// came or went, and shared where texts changed.
constexpr std::size_t per_page_alone = 3'000, per_page_anew = 1'000, per_page_shared = 240;
constexpr std::size_t per_file = 20'000;  // that the draft wrote

std::size_t bytes_of(const DraftEdition& edition, const DraftEdition* main) {
  const std::size_t pages = edition.site->library.size();
  if (main == nullptr) return pages * per_page_alone;
  const bool shares = edition.site->listings == main->site->listings;
  return pages * (shares ? per_page_shared : per_page_anew) + edition.files.size() * per_file;
}

}  // namespace

std::string EditionName::key() const {
  return main + "+" + tip + (as_of ? "@" + std::to_string(as_of->seconds) : std::string());
}

Editions::Editions(EditionsRequest request) : request_(std::move(request)), cache_(pipeline::make_page_cache()) {}

void Editions::touch(std::string_view key) {
  const auto found = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& one) { return one.key == key; });
  if (found != kept_.end()) kept_.splice(kept_.begin(), kept_, found);
}

std::shared_ptr<const DraftEdition> Editions::find(const std::string& key) {
  const std::lock_guard lock(mutex_);
  const auto found = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& one) { return one.key == key; });
  if (found == kept_.end()) return nullptr;
  const DraftEdition& edition = *found->edition;
  const std::optional<Instant>& event = edition.site->edition.next_event;
  const bool lasts = request_.now || edition.name.as_of || !event || read_clock() < *event;
  if (!lasts) {
    kept_.erase(found);
    return nullptr;
  }
  kept_.splice(kept_.begin(), kept_, found);
  std::shared_ptr<const DraftEdition> known = found->edition;
  touch(found->main_key);
  return known;
}

// The main branch's edition is what every draft is made from: what it takes is not what drafts take. The survey, which
// passes by every draft once, takes nothing away from readers.
void Editions::keep(std::shared_ptr<const DraftEdition> edition, const DraftEdition* main, Asker asker) {
  Kept one{edition->name.key(), main == nullptr ? std::string() : main->name.key(), edition, bytes_of(*edition, main)};
  const std::lock_guard lock(mutex_);
  const std::string base = main == nullptr ? one.key : one.main_key;
  kept_.insert(asker == Asker::reader || main == nullptr ? kept_.begin() : kept_.end(), std::move(one));
  touch(base);
  std::size_t taken = 0;
  for (const Kept& each : kept_) taken += each.key == base ? 0 : each.bytes;
  while (kept_.size() > request_.keep || (kept_.size() > least_kept && taken > request_.keep_bytes)) {
    taken -= kept_.back().bytes;
    kept_.pop_back();
  }
}

// Waits while somebody else builds it.
bool Editions::begin(const std::string& key) {
  std::unique_lock lock(mutex_);
  const bool waited = begun_.contains(key);
  ended_.wait(lock, [&] { return !begun_.contains(key); });
  if (!waited) begun_.insert(key);
  return !waited;
}

void Editions::end(const std::string& key) {
  const std::lock_guard lock(mutex_);
  begun_.erase(key);
  ended_.notify_all();
}

Result<std::shared_ptr<const DraftEdition>> Editions::get(const EditionName& name, Asker asker) {
  const std::string key = name.key();
  if (auto known = find(key)) return known;
  // Drafts are laid over the main branch's files, whose edition has most of their pages.
  std::shared_ptr<const DraftEdition> main;
  if (!name.main.empty()) {
    CONGBO_TRY(main, get({"", name.main, name.as_of}, asker));
  }
  while (!begin(key))
    if (auto known = find(key)) return known;
  const std::unique_ptr<const std::string, std::function<void(const std::string*)>> turn(
      &key, [this](const std::string* mine) { end(*mine); });
  if (auto known = find(key)) return known;  // built between the first look and our turn
  Result<std::shared_ptr<const DraftEdition>> made = std::shared_ptr<const DraftEdition>();
  threads_[asker == Asker::survey].run([&] {
    made = build(name, main.get());
    if (made) keep(*made, main.get(), asker);
  });
  return made;
}

Result<std::shared_ptr<const DraftEdition>> Editions::build(const EditionName& name, const DraftEdition* main) {
  auto made = std::make_shared<DraftEdition>();
  made->name = name;
  pipeline::PrepareRequest prepare;
  prepare.now = name.as_of ? *name.as_of : request_.now ? *request_.now : read_clock();
  if (!main) {
    CONGBO_TRY(prepare.snapshot, request_.repository->snapshot(name.tip));
  } else {
    prepare.like = main->site;
    prepare.now = main->site->edition.now;  // nothing has changed since: its next event is still to come
    CONGBO_TRY(provenance::Draft draft, request_.repository->draft(*main->site->snapshot, name.tip));
    prepare.snapshot = std::move(draft.snapshot);
    made->files = std::move(draft.files);
  }
  prepare.layouts = request_.layouts;
  prepare.audience = name.as_of ? edition::Audience::everyone : edition::Audience::drafts;
  prepare.cache = cache_;
  prepare.local_hosts = placeholder_hosts;
  prepare.history = request_.history;
  prepare.pictures = request_.pictures;
  prepare.attachments = request_.attachments;
  prepare.checks = pipeline::Checks::leave_out;
  StageTimer timer;
  made->site = pipeline::prepare(prepare, timer);
  made->stages = timer.times();
  return std::shared_ptr<const DraftEdition>(std::move(made));
}

}  // namespace congbo::drafts
