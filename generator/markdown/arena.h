// SPDX-License-Identifier: GPL-3.0-or-later
// Memory for the tree of one text: handed out by moving a pointer and given back all at once, because an article makes
// some thousand nodes that live and die together.
#pragma once
#include <cstddef>

namespace congbo::markdown {

class Arena {
 public:
  Arena() = default;
  ~Arena();
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  void* allocate(std::size_t bytes);               // not cleared; never null (ends the process when memory is out)
  void* reallocate(void* old, std::size_t bytes);  // contents kept
  void reset();                                    // everything handed out is gone; one chunk is kept for the next text

 private:
  struct Chunk {
    Chunk* previous;
    std::size_t capacity;
  };
  char* take(std::size_t bytes);
  void add_chunk(std::size_t bytes);

  Chunk* chunk_ = nullptr;
  char* next_ = nullptr;
  char* end_ = nullptr;
};

}  // namespace congbo::markdown
