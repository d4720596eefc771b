// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/images/store.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <list>
#include <mutex>
#include <unordered_map>
#include <utility>
#include <vector>

#include "generator/base/content_hash.h"
#include "generator/base/file_system.h"

namespace congbo::images {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t hash_length = 64;

class FolderStore final : public Store {
 public:
  FolderStore(std::string folder, std::uint64_t limit) : folder_(std::move(folder)), limit_(limit) {}

  std::optional<std::string> find(const std::string& key) override {
    const std::string path = path_of(key);
    std::error_code failure;
    if (!fs::is_regular_file(fs::symlink_status(path, failure))) return std::nullopt;
    Result<std::string> bytes = files_->read(path);
    if (!bytes || bytes->size() < hash_length) return std::nullopt;
    const std::string_view content = std::string_view(*bytes).substr(hash_length);
    if (std::string_view(*bytes).substr(0, hash_length) != sha256_hex(content)) return std::nullopt;
    // Used now: prune() goes by this.
    fs::last_write_time(path, fs::file_time_type::clock::now(), failure);
    return std::string(content);
  }

  bool has(const std::string& key) override {
    std::error_code failure;
    return fs::file_size(path_of(key), failure) > hash_length && !failure;
  }

  void keep(const std::string& key, std::string_view bytes) override {
    (void)files_->write(path_of(key), sha256_hex(bytes).append(bytes));
  }

  void prune() override {
    struct Kept {
      fs::file_time_type used;
      std::uint64_t size;
      fs::path path;
    };
    std::vector<Kept> all;
    std::uint64_t bytes = 0;
    std::error_code failure;
    for (fs::recursive_directory_iterator at(folder_, failure), end; !failure && at != end; at.increment(failure)) {
      std::error_code unknown;
      if (!at->is_regular_file(unknown) || at->is_symlink(unknown)) continue;
      all.push_back({at->last_write_time(unknown), at->file_size(unknown), at->path()});
      bytes += all.back().size;
    }
    if (bytes <= limit_) return;
    std::sort(all.begin(), all.end(), [](const Kept& a, const Kept& b) { return a.used < b.used; });
    for (const Kept& one : all) {
      if (bytes <= limit_) return;
      if (fs::remove(one.path, failure)) bytes -= one.size;
    }
  }

 private:
  std::string path_of(const std::string& key) const { return folder_ + "/" + key.substr(0, 2) + "/" + key.substr(2); }

  const std::string folder_;
  const std::uint64_t limit_;
  const std::unique_ptr<FileSystem> files_ = real_file_system();
};

class MemoryStore final : public Store {
 public:
  explicit MemoryStore(std::uint64_t limit) : limit_(limit) {}

  std::optional<std::string> find(const std::string& key) override {
    const std::lock_guard lock(mutex_);
    const auto known = by_key_.find(key);
    if (known == by_key_.end()) return std::nullopt;
    kept_.splice(kept_.begin(), kept_, known->second);
    return known->second->second;
  }

  bool has(const std::string& key) override {
    const std::lock_guard lock(mutex_);
    return by_key_.contains(key);
  }

  void keep(const std::string& key, std::string_view bytes) override {
    const std::lock_guard lock(mutex_);
    if (by_key_.contains(key)) return;
    kept_.emplace_front(key, bytes);
    by_key_[key] = kept_.begin();
    bytes_ += bytes.size();
    shrink();
  }

  void prune() override {}

 private:
  void shrink() {
    while (bytes_ > limit_ && kept_.size() > 1) {
      bytes_ -= kept_.back().second.size();
      by_key_.erase(kept_.back().first);
      kept_.pop_back();
    }
  }

  using Kept = std::list<std::pair<std::string, std::string>>;  // used last first
  const std::uint64_t limit_;
  std::mutex mutex_;
  Kept kept_;
  std::unordered_map<std::string, Kept::iterator> by_key_;
  std::uint64_t bytes_ = 0;
};

}  // namespace

std::unique_ptr<Store> folder_store(std::string folder, std::uint64_t limit) {
  return std::make_unique<FolderStore>(std::move(folder), limit);
}

std::unique_ptr<Store> memory_store(std::uint64_t limit) {
  return std::make_unique<MemoryStore>(limit);
}

}  // namespace congbo::images
