// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/server/searcher_pool.h"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "generator/base/content_hash.h"
#include "generator/base/version.h"

namespace congbo::search {
namespace {
constexpr std::chrono::seconds believed_refused{1};  // what was missing may have been memory or a connection
}

SearcherPool::Stamp SearcherPool::look() const {
  Stamp stamp;
  const auto add = [&stamp](const std::string& folder) {
    for (const char* file : {"/index.glass", "/delta.glass"}) {
      struct stat facts {};
      if (::stat((folder + file).c_str(), &facts) != 0) continue;
      stamp.push_back({static_cast<std::uint64_t>(facts.st_dev), static_cast<std::uint64_t>(facts.st_ino),
                       static_cast<std::uint64_t>(facts.st_size), facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec});
    }
  };
  std::vector<std::string> folders = databases_;
  std::error_code ignored;
  if (folders.empty()) {
    folders.push_back(folder_);
    for (const auto& entry : std::filesystem::directory_iterator(folder_, ignored))
      folders.push_back(entry.path().string());
    std::sort(folders.begin(), folders.end());
  }
  for (const std::string& folder : folders) add(folder);
  return stamp;
}

std::string SearcherPool::version() const {
  constexpr std::size_t digits = 16;
  if (std::any_of(databases_.begin(), databases_.end(), [](const auto& one) { return one.starts_with("tcp:"); }))
    return {};
  std::string all(program_version);
  for (const FileStamp& stamp : look())
    for (const std::uint64_t part : {stamp.device, stamp.inode, stamp.size, static_cast<std::uint64_t>(stamp.seconds),
                                     static_cast<std::uint64_t>(stamp.nanoseconds)})
      all += " " + std::to_string(part);
  return sha256_hex(all).substr(0, digits);
}

bool SearcherPool::is_refused(const Stamp& shown) const {
  return shown == refused_ && std::chrono::steady_clock::now() < refused_until_;
}

Result<SearcherPool::Borrowed> SearcherPool::borrow() {
  const Stamp shown = look();
  {
    std::unique_lock lock(mutex_);
    if (is_refused(shown)) given_back_.wait(lock, [this] { return !idle_.empty() || lent_ == 0; });
    if (!idle_.empty() && (shown == stamp_ || is_refused(shown))) return take_idle();
  }
  return open_new(shown);
}

SearcherPool::Borrowed SearcherPool::take_idle() {
  Borrowed borrowed{std::move(idle_.back()), stamp_};
  idle_.pop_back();
  ++lent_;
  return borrowed;
}

Result<SearcherPool::Borrowed> SearcherPool::open_new(const Stamp& shown) {
  auto opened = databases_.empty() ? Searcher::open(folder_) : Searcher::open_all(databases_);
  std::unique_lock lock(mutex_);
  if (opened) {
    if (!(shown == stamp_)) idle_.clear();
    stamp_ = shown;
    ++lent_;
    return Borrowed{std::move(*opened), shown};
  }
  refused_ = shown;
  refused_until_ = std::chrono::steady_clock::now() + believed_refused;
  given_back_.wait(lock, [this] { return !idle_.empty() || lent_ == 0; });
  if (idle_.empty()) return std::move(opened).error();
  return take_idle();
}

void SearcherPool::give_back(Borrowed borrowed) {
  {
    const std::lock_guard lock(mutex_);
    if (borrowed.stamp == stamp_) idle_.push_back(std::move(borrowed.searcher));
    --lent_;
  }
  given_back_.notify_all();
}

template <class Asking>
auto SearcherPool::with_searcher(const Asking& ask) -> decltype(ask(std::declval<Searcher&>())) {
  auto borrowed = borrow();
  if (!borrowed) return std::move(borrowed).error();
  struct GiveBack {  // whatever is thrown
    SearcherPool& pool;
    Borrowed& borrowed;
    ~GiveBack() { pool.give_back(std::move(borrowed)); }
  } const giving{*this, *borrowed};
  return ask(borrowed->searcher);
}

Result<Answer> SearcherPool::search(const Query& query) {
  return with_searcher([&](Searcher& searcher) { return searcher.search(query); });
}

Result<std::vector<Suggestion>> SearcherPool::suggest(const std::string& text, const std::string& portal) {
  return with_searcher([&](Searcher& searcher) { return searcher.suggest(text, portal); });
}

Result<Done> SearcherPool::check(const std::string& portal) {
  return with_searcher([&](Searcher& searcher) -> Result<Done> {
    if (!searcher.has_portal(portal)) return error("index-portal-unknown", {}, {portal});
    return Done{};
  });
}

}  // namespace congbo::search
