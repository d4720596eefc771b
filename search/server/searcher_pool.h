// SPDX-License-Identifier: GPL-3.0-or-later
// Searchers of the release that is shown now. Each is used by one thread at a time; when another release is swapped in,
// the next search opens it and the old ones go. While the new one cannot be opened they stay, and who finds all of them
// at work waits for one.
#pragma once
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "generator/base/result.h"
#include "search/searcher.h"

namespace congbo::search {

class SearcherPool {
 public:
  // `folder` holds the index, or the indexes of several portals; `databases`, if any, are opened instead. Nothing is
  // opened yet.
  explicit SearcherPool(std::string folder, std::vector<std::string> databases = {})
      : folder_(std::move(folder)), databases_(std::move(databases)) {}

  // Searches in the shown release. If the new one cannot be opened, the old one goes on answering.
  Result<Answer> search(const Query& query);
  Result<std::vector<Suggestion>> suggest(const std::string& text, const std::string& portal);
  // Differs for every index that is swapped in; empty where other machines have it, which may change unseen.
  std::string version() const;
  // Opens one searcher, so that a missing index is known at once, and a portal it does not have:
  // "index-portal-unknown".
  Result<Done> check(const std::string& portal);

 private:
  struct FileStamp {  // changes when another file stands at the address
    std::uint64_t device = 0, inode = 0, size = 0;
    std::int64_t seconds = 0, nanoseconds = 0;
    bool operator==(const FileStamp&) const = default;
  };
  using Stamp = std::vector<FileStamp>;
  struct Borrowed {
    Searcher searcher;
    Stamp stamp;
  };

  Stamp look() const;
  template <class Asking>
  auto with_searcher(const Asking& ask) -> decltype(ask(std::declval<Searcher&>()));
  Result<Borrowed> borrow();
  Result<Borrowed> open_new(const Stamp& shown);
  Borrowed take_idle();
  bool is_refused(const Stamp& shown) const;
  void give_back(Borrowed borrowed);

  std::string folder_;
  std::vector<std::string> databases_;
  std::mutex mutex_;
  std::condition_variable given_back_;
  std::size_t lent_ = 0;
  Stamp stamp_;  // of those below
  std::vector<Searcher> idle_;
  // What could not be opened, and until when that is believed.
  Stamp refused_;
  std::chrono::steady_clock::time_point refused_until_{};
};

}  // namespace congbo::search
