// SPDX-License-Identifier: GPL-3.0-or-later
// How alike two texts are, by the runs of five words they share (REF-05). A sketch is 32 numbers by which a text can be
// compared with thousands of others; what looks alike is then compared exactly.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace congbo::detect {

inline constexpr std::size_t sketch_size = 32;
using Sketch =
    std::array<std::uint32_t, sketch_size>;  // the least hash of each class of runs; the largest number: none

// Nothing for a text of fewer than 50 words, which are alike by nature, and for one that repeats a few words. About a
// nanosecond a byte.
std::optional<Sketch> sketch_of(std::string_view text);

// Share of the classes in which both sketches have the same run: an estimate of resemblance().
double likeness(const Sketch& one, const Sketch& other);

// Runs of five words in both texts, as a share of those in either (Jaccard); 1 for equal texts. Case, punctuation and
// Markdown signs do not count.
double resemblance(std::string_view one, std::string_view other);

}  // namespace congbo::detect
