// SPDX-License-Identifier: GPL-3.0-or-later
// A file's bytes without a copy of them, for files that nobody changes in their place.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace congbo {

class MappedFile {
 public:
  // Nothing, with errno set, where there is no such file or it cannot be read. Symbolic links are no files.
  static std::optional<MappedFile> open(const std::string& path);
  std::string_view bytes() const { return {static_cast<const char*>(address_), size_}; }
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&&) = delete;
  ~MappedFile();

 private:
  MappedFile(void* address, std::size_t size) : address_(address), size_(size) {}
  void* address_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace congbo
