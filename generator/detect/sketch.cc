// SPDX-License-Identifier: GPL-3.0-or-later
// MinHash with one permutation: the upper bits of a run's hash choose its class, the lower ones compete in it.
#include "generator/detect/sketch.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstring>
#include <iterator>
#include <vector>

namespace congbo::detect {

namespace {

constexpr std::size_t run_words = 5;
constexpr std::size_t fewest_runs = 46;  // of 50 words
constexpr std::size_t most_empty = 16;   // more: the same few words again and again
constexpr std::uint32_t none = ~std::uint32_t{0};
constexpr std::uint64_t factor = 0x9E3779B97F4A7C15;  // odd, its bits well mixed
constexpr std::uint64_t factor_of_oldest = factor * factor * factor * factor * factor * factor;

constexpr std::size_t block = 64;  // bytes

// Which of 64 bytes belong to words, the first as the lowest bit: digits, letters, all of UTF-8 beyond ASCII. Without
// branches, which words of two to six letters would make the processor guess wrong each time.
std::uint64_t letters_of(const char* bytes) {
  std::array<std::uint8_t, block> is_letter;
  for (std::size_t i = 0; i < block; ++i) {
    const auto byte = static_cast<std::uint8_t>(bytes[i]);
    const auto from_a = static_cast<std::uint8_t>((byte | 0x20) - 'a'), from_0 = static_cast<std::uint8_t>(byte - '0');
    is_letter[i] = static_cast<std::uint8_t>((byte >= 0x80) | (from_a < 26) | (from_0 < 10));
  }
  std::uint64_t mask = 0;
  for (std::size_t i = 0; i < block; i += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, &is_letter[i], 8);
    mask |= (eight * 0x0102040810204080 >> 56) << i;  // the lowest bits of eight bytes side by side
  }
  return mask;
}

// The first `size` bytes (at most 8) as a number. Reads eight where the text has as many: a copy of a length known only
// at run time is a call.
std::uint64_t number_of(std::string_view text, std::size_t size) {
  std::uint64_t number = 0;
  if (text.size() >= 8)
    std::memcpy(&number, text.data(), 8);
  else
    std::memcpy(&number, text.data(), text.size());
  return number & (~std::uint64_t{0} >> (64 - 8 * size));
}

// Of the word with which the text begins; equal for words that differ in the case of ASCII letters only, never 0.
std::uint64_t hash_of(std::string_view text, std::size_t size) {
  std::uint64_t hash = 0;
  while (true) {
    const std::uint64_t part = number_of(text, std::min<std::size_t>(8, size));
    hash = (hash ^ (part | (~part & 0x8080808080808080) >> 2)) * factor;
    hash ^= hash >> 32;  // else the sums below would be alike for words that differ in their last letters
    if (size <= 8) return hash;
    size -= 8;
    text.remove_prefix(8);
  }
}

// Calls take(hash) for every word of the text.
template <class Take>
void each_word(std::string_view text, const Take& take) {
  std::array<char, block> rest{};
  std::size_t begin = 0;
  std::uint64_t before = 0;  // 1: the last byte of the block before belongs to a word
  for (std::size_t at = 0; at < text.size(); at += block) {
    const char* bytes = text.data() + at;
    if (text.size() - at < block)
      bytes = std::copy(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), rest.begin()) - (text.size() - at);
    const std::uint64_t letters = letters_of(bytes);
    for (std::uint64_t edges = letters ^ (letters << 1 | before); edges != 0; edges &= edges - 1) {
      const auto edge = static_cast<std::size_t>(std::countr_zero(edges));
      if ((letters >> edge & 1) != 0)
        begin = at + edge;
      else
        take(hash_of(text.substr(begin), at + edge - begin));
    }
    before = letters >> (block - 1);
  }
  if (before != 0) take(hash_of(text.substr(begin), text.size() - begin));
}

// Calls take(hash) for every run of five words.
template <class Take>
void each_run(std::string_view text, const Take& take) {
  std::array<std::uint64_t, run_words> last{};
  std::uint64_t run = 0;  // the sum of word · factor^(1 + words since), of the last five words
  std::size_t count = 0;
  each_word(text, [&](std::uint64_t word) {
    std::uint64_t& oldest = last[count % run_words];
    run = (run + word) * factor - oldest * factor_of_oldest;
    oldest = word;
    if (++count >= run_words) take(run ^ run >> 32);
  });
}

std::vector<std::uint64_t> runs_of(std::string_view text) {
  std::vector<std::uint64_t> runs;
  each_run(text, [&](std::uint64_t run) { runs.push_back(run); });
  std::sort(runs.begin(), runs.end());
  runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
  return runs;
}

}  // namespace

std::optional<Sketch> sketch_of(std::string_view text) {
  Sketch sketch;
  sketch.fill(none);
  std::size_t runs = 0;
  each_run(text, [&](std::uint64_t run) {
    std::uint32_t& least = sketch[run >> 32 & (sketch_size - 1)];
    least = std::min(least, static_cast<std::uint32_t>(run));
    ++runs;
  });
  const auto empty = static_cast<std::size_t>(std::count(sketch.begin(), sketch.end(), none));
  if (runs < fewest_runs || empty > most_empty) return std::nullopt;
  return sketch;
}

double likeness(const Sketch& one, const Sketch& other) {
  std::size_t same = 0, known = 0;
  for (std::size_t i = 0; i < sketch_size; ++i) {
    if (one[i] == none && other[i] == none) continue;
    ++known;
    same += one[i] == other[i] ? 1 : 0;
  }
  return known == 0 ? 0 : static_cast<double>(same) / static_cast<double>(known);
}

double resemblance(std::string_view one, std::string_view other) {
  const std::vector<std::uint64_t> left = runs_of(one), right = runs_of(other);
  std::vector<std::uint64_t> both;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(both));
  const std::size_t either = left.size() + right.size() - both.size();
  return either == 0 ? 0 : static_cast<double>(both.size()) / static_cast<double>(either);
}

}  // namespace congbo::detect
