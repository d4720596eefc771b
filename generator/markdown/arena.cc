// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/markdown/arena.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace congbo::markdown {
namespace {

constexpr std::size_t alignment = 16;
constexpr std::size_t chunk_bytes = 512 * 1024;
constexpr std::size_t header_bytes = alignment;  // before every piece: its size

std::size_t rounded(std::size_t bytes) {
  return (bytes + alignment - 1) / alignment * alignment;
}
std::size_t& size_of(void* piece) {
  return *reinterpret_cast<std::size_t*>(static_cast<char*>(piece) - header_bytes);
}

}  // namespace

Arena::~Arena() {
  reset();
  std::free(chunk_);
}

void* Arena::allocate(std::size_t bytes) {
  const std::size_t size = rounded(bytes);
  char* const piece = take(size + header_bytes) + header_bytes;
  size_of(piece) = size;
  return piece;
}

void* Arena::reallocate(void* old, std::size_t bytes) {
  if (old == nullptr) return allocate(bytes);
  const std::size_t had = size_of(old);
  if (bytes <= had) return old;
  const std::size_t more = rounded(bytes) - had;
  if (static_cast<char*>(old) + had == next_ && static_cast<std::size_t>(end_ - next_) >= more) {
    next_ += more;
    size_of(old) = had + more;
    return old;
  }
  void* const moved = allocate(bytes);
  std::memcpy(moved, old, had);
  return moved;
}

void Arena::reset() {
  while (chunk_ != nullptr && chunk_->previous != nullptr) {
    Chunk* const previous = chunk_->previous;
    std::free(chunk_);
    chunk_ = previous;
  }
  if (chunk_ == nullptr) return;
  next_ = reinterpret_cast<char*>(chunk_) + rounded(sizeof(Chunk));
  end_ = reinterpret_cast<char*>(chunk_) + chunk_->capacity;
}

char* Arena::take(std::size_t bytes) {
  if (static_cast<std::size_t>(end_ - next_) < bytes) add_chunk(bytes);
  char* const piece = next_;
  next_ += bytes;
  return piece;
}

void Arena::add_chunk(std::size_t bytes) {
  const std::size_t capacity = std::max(chunk_bytes, bytes + rounded(sizeof(Chunk)));
  auto* const made = static_cast<Chunk*>(std::malloc(capacity));
  if (made == nullptr) std::abort();
  made->previous = chunk_;
  made->capacity = capacity;
  chunk_ = made;
  next_ = reinterpret_cast<char*>(made) + rounded(sizeof(Chunk));
  end_ = reinterpret_cast<char*>(made) + capacity;
}

}  // namespace congbo::markdown
