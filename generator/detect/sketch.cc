// SPDX-License-Identifier: GPL-3.0-or-later
// MinHash with one permutation: the upper bits of a run's hash choose its class, the lower ones compete in it.
#include "generator/detect/sketch.h"

#include <algorithm>
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

// 0 between words; letters of either case alike.
constexpr std::array<std::uint8_t, 256> letters = [] {
  std::array<std::uint8_t, 256> table{};
  for (unsigned byte = 0; byte < 256; ++byte) {
    const bool digit = byte >= '0' && byte <= '9', lower = byte >= 'a' && byte <= 'z',
               upper = byte >= 'A' && byte <= 'Z';
    if (digit || lower || byte >= 0x80) table[byte] = static_cast<std::uint8_t>(byte);
    if (upper) table[byte] = static_cast<std::uint8_t>(byte + 0x20);
  }
  return table;
}();

// Calls take(hash) for every run of five words.
template <class Take>
void each_run(std::string_view text, const Take& take) {
  std::array<std::uint64_t, run_words> last{};
  std::uint64_t word = 0, run = 0;  // run: the sum of word · factor^(1 + words since), of the last five words
  std::size_t count = 0;
  const auto finish = [&] {
    std::uint64_t& oldest = last[count % run_words];
    run = (run + word) * factor - oldest * factor_of_oldest;
    oldest = word;
    word = 0;
    if (++count >= run_words) take(run ^ run >> 32);
  };
  for (const char byte : text) {
    const std::uint8_t letter = letters[static_cast<unsigned char>(byte)];
    if (letter != 0)
      word = word * 31 + letter;
    else if (word != 0)
      finish();
  }
  if (word != 0) finish();
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
