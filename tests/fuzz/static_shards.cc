// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the shards of a static index, and back: what is written is what is read.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "search/static_shards.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace congbo::search;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  std::size_t documents = 0;
  const auto look = [&](const ShardTerm& one) { each_document(one.list, [&](std::uint64_t) { ++documents; }); };
  for (const std::string_view shard : split_shards(bytes)) each_term(shard, look);
  each_term(bytes, look);
  if (documents > 4 * size + 4) std::abort();
  const std::vector<std::string> files = {std::string(bytes.substr(0, size / 2)), std::string(bytes.substr(size / 2))};
  const std::string joined = join_shards(files);
  const auto back = split_shards(joined);
  if (back.size() != files.size() || back[0] != files[0] || back[1] != files[1]) std::abort();
  return 0;
}
