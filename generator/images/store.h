// SPDX-License-Identifier: GPL-3.0-or-later
// Where finished pictures wait for the next build, by key. Nothing in it is ever published by itself.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace congbo::images {

// All may be called from several threads, and by several programs on one folder.
class Store {
 public:
  virtual ~Store() = default;
  virtual std::optional<std::string> find(const std::string& key) = 0;
  // Whether find() will most likely give something; without reading it.
  virtual bool has(const std::string& key) = 0;
  // A store that cannot keep (a full disk) forgets: the picture is made again next time.
  virtual void keep(const std::string& key, std::string_view bytes) = 0;
  // Drops what was not used for longest, until the rest is within the store's limit.
  virtual void prune() = 0;
};

inline constexpr std::uint64_t usual_store_bytes = 2'000'000'000;

// Files below `folder`, made when first needed: "<folder>/1a/2b3c…", each behind its own SHA-256, so that a damaged one
// is made again.
std::unique_ptr<Store> folder_store(std::string folder, std::uint64_t limit = usual_store_bytes);
// For a preview without an output folder, and tests.
std::unique_ptr<Store> memory_store(std::uint64_t limit = 200'000'000);

}  // namespace congbo::images
