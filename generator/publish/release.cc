// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/publish/release.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cassert>
#include <cerrno>
#include <iterator>
#include <mutex>
#include <optional>
#include <utility>

#include "generator/base/content_hash.h"
#include "generator/base/file_system.h"
#include "generator/base/parallel_for.h"
#include "generator/base/sort_moving_once.h"
#include "generator/publish/disk.h"
#include "generator/publish/output_folder.h"
#include "generator/publish/output_tree.h"
#include "generator/publish/release_index.h"

namespace congbo::publish {
namespace {

constexpr std::size_t more_files = 1000;  // than the last release had: growing copies all that are there
constexpr std::string_view reserved_path = "private/manifest.json";

bool may_be_put(const std::string& path) {
  const bool below_part = path.starts_with("public/") || path.starts_with("private/");
  return below_part && path != reserved_path && path.back() != '/' && path.find('\0') == std::string::npos &&
         path.find("//") == std::string::npos && stays_inside(path) && normalize_path(path) == path;
}

bool path_order(const TreeFile& left, const TreeFile& right) {
  return left.file.path < right.file.path;
}

bool same_words(const TreeFile& put, const IndexedFile& shown) {
  return put.file.source == shown.source && put.file.reason == shown.reason;
}

// built_at is left out on purpose: a build that changes nothing leaves the time of the last one that did.
bool same_facts(const ReleaseFacts& left, const ReleaseFacts& right) {
  return left.commit == right.commit && left.program_version == right.program_version &&
         left.next_event == right.next_event;
}

}  // namespace

struct Release::State {
  explicit State(OutputFolder opened)
      : folder(std::move(opened)),
        shown(folder.releases(), folder.shown_name(), folder.path() + "/" + folder.shown_name()),
        standby(folder.releases(), folder.standby_name(), folder.path() + "/" + folder.standby_name()) {
    files.reserve(shown.index().files().size() + more_files);
  }

  OutputFolder folder;
  OutputTree shown, standby;
  std::mutex remembering;
  std::vector<TreeFile> files;  // in the order put; sorted by show()
  IsTaken taken = [this](std::string_view path) { return has_at_or_below(path); };

  bool locate(TreeFile& file) const;
  void remember(TreeFile file);
  bool keep(const std::vector<const IndexedFile*>& known);
  bool has_at_or_below(std::string_view path);
  bool is_put(std::string_view path) const;
  bool nothing_changed() const;
  Result<Done> complete_standby();
  Result<Done> complete(TreeFile& file);
  Result<Done> refresh_words(const ReleaseFacts& facts);
  ReleaseReport count() const;
};

// Fills in where the right bytes are already; false when they have to be written.
bool Release::State::locate(TreeFile& file) const {
  for (const auto& [tree, origin] : {std::pair(&shown, Origin::shown), std::pair(&standby, Origin::standby)}) {
    const IndexedFile* known = tree->holds(file.file);
    if (!known) continue;
    file.modified = known->modified;
    file.origin = origin;
    return true;
  }
  return false;
}

void Release::State::remember(TreeFile file) {
  const std::lock_guard lock(remembering);
  files.push_back(std::move(file));
}

bool Release::State::has_at_or_below(std::string_view path) {
  const std::lock_guard lock(remembering);
  return std::any_of(files.begin(), files.end(), [&](const TreeFile& entry) {
    const std::string& known = entry.file.path;
    return known.starts_with(path) && (known.size() == path.size() || known[path.size()] == '/');
  });
}

bool Release::State::is_put(std::string_view path) const {
  const auto at =
      std::lower_bound(files.begin(), files.end(), path,
                       [](const TreeFile& entry, std::string_view wanted) { return entry.file.path < wanted; });
  return at != files.end() && at->file.path == path;
}

bool Release::State::nothing_changed() const {
  if (!shown.existed() || !shown.has_manifest() || files.size() != shown.index().files().size()) return false;
  if (files.empty() && shown.index().facts().program_version.empty()) return false;  // the tree has no index
  const bool all_shown =
      std::all_of(files.begin(), files.end(), [](const TreeFile& entry) { return entry.origin == Origin::shown; });
  return all_shown && !shown.has_others([this](std::string_view path) { return is_put(path); });
}

// What equals the shown release gets into the standby tree, where it is not there yet, as a link.
Result<Done> Release::State::complete_standby() {
  std::mutex failing;
  std::optional<Diagnostic> failure;
  parallel_for(
      files.size(), 0,
      [&](std::size_t i) {
        if (files[i].origin != Origin::shown) return;
        auto completed = complete(files[i]);
        if (completed) return;
        const std::lock_guard lock(failing);
        if (!failure) failure = std::move(completed).error();
      },
      64);
  if (failure) return std::move(*failure);
  return Done{};
}

Result<Done> Release::State::complete(TreeFile& file) {
  if (const IndexedFile* known = standby.holds(file.file)) {
    file.modified = known->modified;
    file.origin = Origin::standby;
    return Done{};
  }
  CONGBO_TRY(file.modified, standby.link_from(shown, *shown.index().find(file.file.path), taken));
  return Done{};
}

// The bytes are the same but the manifest would say something else: it alone is replaced, in the shown tree.
Result<Done> Release::State::refresh_words(const ReleaseFacts& facts) {
  const auto& indexed = shown.index().files();
  const bool same_files = std::equal(files.begin(), files.end(), indexed.begin(), indexed.end(), same_words);
  if (same_files && same_facts(facts, shown.index().facts())) return Done{};
  return shown.describe(facts, files);
}

ReleaseReport Release::State::count() const {
  ReleaseReport report;
  for (const TreeFile& entry : files) {
    report.bytes += entry.file.size;
    switch (entry.origin) {
      case Origin::written:
        ++report.written;
        break;
      case Origin::shown:
        ++report.linked;
        break;
      case Origin::standby:
        ++report.unchanged;
        break;
    }
  }
  return report;
}

Release::Release(std::unique_ptr<State> state) : state_(std::move(state)) {}
Release::Release(Release&&) noexcept = default;
Release& Release::operator=(Release&&) noexcept = default;
Release::~Release() = default;

Result<Release> Release::begin(const std::string& out) {
  CONGBO_TRY(OutputFolder folder, OutputFolder::open(out));
  return Release(std::make_unique<State>(std::move(folder)));
}

Result<Done> Release::put(const std::string& path, std::string_view bytes, std::string_view source,
                          std::string_view reason) {
  if (!may_be_put(path)) return error("output-path-invalid", {}, {path});
  TreeFile file{{path, sha256_hex(bytes), bytes.size(), std::string(source), std::string(reason)}};
  if (!state_->locate(file)) {
    CONGBO_TRY([[maybe_unused]] Done begun, state_->standby.begin_changes());
    CONGBO_TRY(file.modified, state_->standby.write(path, bytes, state_->taken));
  }
  state_->remember(std::move(file));
  return Done{};
}

Result<std::string> Release::work_folder() {
  return state_->folder.work_folder();
}

Result<Done> Release::adopt(const std::string& work_file, const std::string& path, std::string_view reason) {
  if (!may_be_put(path)) return error("output-path-invalid", {}, {path});
  const auto bytes = map_file(work_file);
  if (!bytes) return bytes.error();
  TreeFile file{{path, sha256_hex(bytes->bytes()), bytes->bytes().size(), {}, std::string(reason)}};
  if (!state_->locate(file)) {
    CONGBO_TRY([[maybe_unused]] Done begun, state_->standby.begin_changes());
    CONGBO_TRY(file.modified, state_->standby.move_in(work_file, path, state_->taken));
  }
  state_->remember(std::move(file));
  return Done{};
}

Result<ReleaseReport> Release::show(const ReleaseFacts& facts) {
  State& state = *state_;
  sort_moving_once(state.files, path_order);
  const auto twice =
      std::adjacent_find(state.files.begin(), state.files.end(),
                         [](const auto& left, const auto& right) { return left.file.path == right.file.path; });
  if (twice != state.files.end()) return error("output-path-taken", {}, {twice->file.path, twice->file.path});

  ReleaseReport report = state.count();
  if (state.nothing_changed()) {
    CONGBO_TRY([[maybe_unused]] Done refreshed, state.refresh_words(facts));
    CONGBO_TRY([[maybe_unused]] Done linked, state.folder.link_parts());
    report.unchanged = std::exchange(report.linked, 0);
    return report;
  }
  CONGBO_TRY([[maybe_unused]] Done begun, state.standby.begin_changes());
  // Pruned first, so that nothing of an older release stands in the way of a link.
  CONGBO_TRY(const std::size_t pruned, state.standby.prune([&](std::string_view path) { return state.is_put(path); }));
  CONGBO_TRY([[maybe_unused]] Done completed, state.complete_standby());
  CONGBO_TRY([[maybe_unused]] Done described, state.standby.describe(facts, state.files));
  CONGBO_TRY([[maybe_unused]] Done durable, state.standby.make_durable());
  // The standby tree is whole and on the disk. The next call is the release.
  CONGBO_TRY([[maybe_unused]] Done switched, state.folder.switch_to(state.standby.name()));
  report = state.count();
  report.pruned = pruned;
  report.shown = true;
  return report;
}

std::string Release::shown_hash(const std::string& path) const {
  const IndexedFile* known = state_->shown.index().find(path);
  return known ? std::string(known->hash) : std::string();
}

bool Release::State::keep(const std::vector<const IndexedFile*>& known) {
  const std::lock_guard lock(remembering);
  const std::size_t before = files.size();
  files.resize(before + known.size());
  std::atomic<bool> whole{true};
  parallel_for(
      known.size(), 0,
      [&](std::size_t i) {
        const IndexedFile* file = known[i];
        if (file && shown.is_intact(*file)) {
          files[before + i] = {{std::string(file->path), std::string(file->hash), file->size, std::string(file->source),
                                std::string(file->reason)},
                               file->modified,
                               Origin::shown};
        } else {
          whole = false;
        }
      },
      256);
  if (!whole) files.resize(before);
  return whole;
}

bool Release::keep(const std::vector<std::string>& paths, const std::set<std::string>& without) {
  const auto& files = state_->shown.index().files();
  std::vector<const IndexedFile*> known;
  for (const std::string& path : paths) {
    if (!path.ends_with('/')) {
      known.push_back(state_->shown.index().find(path));
      continue;
    }
    auto at = std::lower_bound(files.begin(), files.end(), path,
                               [](const IndexedFile& file, const std::string& wanted) { return file.path < wanted; });
    auto left_out = without.begin();  // in the order of the files
    for (; at != files.end() && at->path.starts_with(path); ++at) {
      while (left_out != without.end() && *left_out < at->path) ++left_out;
      if (left_out == without.end() || *left_out != at->path) known.push_back(&*at);
    }
  }
  return state_->keep(known);
}

}  // namespace congbo::publish
