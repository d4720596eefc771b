// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that are needed once more but need not stay in memory until then. They go to a file without a name in the
// system's folder for temporary files, which is gone with its last owner, however the program ends.
#pragma once
#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace congbo {

class SpillFile {
 public:
  struct Piece {
    std::uint64_t offset = 0, size = 0;  // bytes
  };

  // Null when no such file can be made: then texts stay in memory.
  static std::shared_ptr<SpillFile> create();
  explicit SpillFile(int descriptor) : descriptor_(descriptor) {}
  SpillFile(const SpillFile&) = delete;
  SpillFile& operator=(const SpillFile&) = delete;
  ~SpillFile();

  // Both may be called from several threads. Nothing when the text cannot be put away (a full disk): keep it.
  std::optional<Piece> put(std::string_view text);
  // Empty when the file cannot be read; that is remembered, and nothing made from it may be published.
  std::string take(Piece piece) const;
  bool failed() const { return failed_; }

 private:
  int descriptor_;
  std::atomic<std::uint64_t> size_{0};
  mutable std::atomic<bool> failed_{false};
};

}  // namespace congbo
