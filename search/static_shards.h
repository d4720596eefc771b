// SPDX-License-Identifier: GPL-3.0-or-later
// Terms and the documents that have them, in files of about 8 kB (search/STATIC_FORMAT.md). Inside search only.
#pragma once
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "search/byte_writer.h"

namespace Xapian {
class Database;
}

namespace congbo::search {

constexpr std::size_t shard_bytes = 8192;
constexpr std::string_view shard_magic = "CBT1";
constexpr std::string_view delta_shard_magic = "CBU1";

// Documents of a term and how often they have it, the document with the id `first` as 0.
std::string encode_postings(const Xapian::Database& index, const std::string& term, std::uint32_t first);

// Whether questions ask for the term: it is no filter and no padding.
bool is_ranked(std::string_view term);

// The shortest beginning of `term` that is greater than `before`, which is less than `term`.
std::string_view separator(std::string_view before, std::string_view term);

struct Shards {
  std::vector<std::string> files;
  std::vector<std::string> beginnings;  // by file: what its terms are not before, and all terms of earlier files are
};

// Cuts terms, given in their order, into files. A file ends where it is full; a long list is alone, so that nobody
// fetches it with its neighbours.
class ShardWriter {
 public:
  explicit ShardWriter(std::string_view magic) : magic_(magic), file_(magic) {}
  void add(std::string_view term, std::initializer_list<std::uint64_t> counts, std::string_view list);
  Shards finish();

 private:
  void end_file();

  std::string magic_;
  ByteWriter file_;
  bool empty_ = true;
  std::string last_term_;
  Shards shards_;
};

// All ranked terms of the index file. Throws Xapian::Error.
Shards read_shards(const std::string& index, unsigned jobs);

// Several shards as one piece, and again the bytes of each; nothing when `joined` is not such a piece.
std::string join_shards(const std::vector<std::string>& files);
std::vector<std::string_view> split_shards(std::string_view joined);

struct ShardTerm {
  std::string_view term;  // good until the next one
  std::uint64_t documents = 0;
  std::uint64_t removed = 0;  // in a shard of a delta: of the base's
  std::string_view list;
};

// Reads a number of seven bits a byte at `at`, which moves behind it.
inline std::uint64_t read_number(std::string_view bytes, std::size_t& at) {
  if (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) return static_cast<unsigned char>(bytes[at++]);
  std::uint64_t value = 0;
  for (unsigned shift = 0; at < bytes.size() && shift < 64; shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes[at++]);
    value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) break;
  }
  return value;
}

// Calls visit(ordinal) for each document of a list.
template <class Visit>
void each_document(std::string_view list, const Visit& visit) {
  std::uint64_t next = 0;
  for (std::size_t at = 0; at < list.size();) {
    const std::uint64_t head = read_number(list, at);
    next += head >> 1;
    visit(next - 1);
    if (head & 1) read_number(list, at);
  }
}

// Calls visit() for each term of a file with one of the magics above; stops where the bytes make no sense.
template <class Visit>
void each_term(std::string_view shard, const Visit& visit) {
  const bool delta = shard.starts_with(delta_shard_magic);
  if (!delta && !shard.starts_with(shard_magic)) return;
  std::string term;
  for (std::size_t at = shard_magic.size(); at + 2 <= shard.size();) {
    const auto same = static_cast<unsigned char>(shard[at]);
    const auto more = static_cast<unsigned char>(shard[at + 1]);
    at += 2;
    if (same > term.size() || more > shard.size() - at) return;
    term.resize(same);
    term += shard.substr(at, more);
    at += more;
    const std::uint64_t documents = read_number(shard, at);
    const std::uint64_t removed = delta ? read_number(shard, at) : 0;
    const std::uint64_t size = read_number(shard, at);
    if (size > shard.size() - at) return;
    visit(ShardTerm{term, documents, removed, shard.substr(at, size)});
    at += size;
  }
}

}  // namespace congbo::search
