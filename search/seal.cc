// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/seal.h"

#define XXH_INLINE_ALL  // nothing to link
#include <xxhash.h>

#include <array>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string_view>

#include "generator/base/mapped_file.h"

namespace congbo::search {
namespace {

using Seal = std::array<char, sizeof(XXH64_canonical_t)>;

Seal seal_of(std::string_view bytes) {
  XXH64_canonical_t canonical;
  XXH64_canonicalFromHash(&canonical, XXH3_64bits(bytes.data(), bytes.size()));
  Seal seal;
  std::memcpy(seal.data(), canonical.digest, seal.size());
  return seal;
}

}  // namespace

bool seal_file(const std::string& file) {
  const auto mapped = MappedFile::open(file);
  if (!mapped) return false;
  const Seal seal = seal_of(mapped->bytes());
  std::ofstream out(file, std::ios::binary | std::ios::app);
  out.write(seal.data(), seal.size());
  out.close();
  return out.good();
}

bool is_sealed(const std::string& file) {
  std::error_code ignored;
  const auto mapped = MappedFile::open(std::filesystem::canonical(file, ignored).string());
  if (!mapped || mapped->bytes().size() < sizeof(Seal)) return false;
  const std::string_view bytes = mapped->bytes();
  const std::size_t size = bytes.size() - sizeof(Seal);
  const Seal seal = seal_of(bytes.substr(0, size));
  return bytes.substr(size) == std::string_view(seal.data(), seal.size());
}

}  // namespace congbo::search
