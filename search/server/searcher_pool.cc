// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/server/searcher_pool.h"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "generator/base/content_hash.h"
#include "generator/base/version.h"

namespace congbo::search {

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

Result<SearcherPool::Borrowed> SearcherPool::borrow() {
  const Stamp shown = look();
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (shown == stamp_ && !idle_.empty()) {
      Borrowed borrowed{std::move(idle_.back()), stamp_};
      idle_.pop_back();
      return borrowed;
    }
  }
  return open_new(shown);
}

Result<SearcherPool::Borrowed> SearcherPool::open_new(const Stamp& shown) {
  auto opened = databases_.empty() ? Searcher::open(folder_) : Searcher::open_all(databases_);
  const std::lock_guard<std::mutex> lock(mutex_);
  if (opened) {
    if (!(shown == stamp_)) idle_.clear();
    stamp_ = shown;
    return Borrowed{std::move(*opened), shown};
  }
  if (idle_.empty()) return std::move(opened).error();
  Borrowed old{std::move(idle_.back()), stamp_};
  idle_.pop_back();
  return old;
}

void SearcherPool::give_back(Borrowed borrowed) {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (borrowed.stamp == stamp_) idle_.push_back(std::move(borrowed.searcher));
}

Result<Answer> SearcherPool::search(const Query& query) {
  auto borrowed = borrow();
  if (!borrowed) return std::move(borrowed).error();
  auto answer = borrowed->searcher.search(query);
  give_back(std::move(*borrowed));
  return answer;
}

Result<std::vector<Suggestion>> SearcherPool::suggest(const std::string& text, const std::string& portal) {
  auto borrowed = borrow();
  if (!borrowed) return std::move(borrowed).error();
  auto suggested = borrowed->searcher.suggest(text, portal);
  give_back(std::move(*borrowed));
  return suggested;
}

Result<Done> SearcherPool::check() {
  auto borrowed = borrow();
  if (!borrowed) return std::move(borrowed).error();
  give_back(std::move(*borrowed));
  return Done{};
}

}  // namespace congbo::search
