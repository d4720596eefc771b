// SPDX-License-Identifier: GPL-3.0-or-later
// Related pages: at most five with the most common tags, a rare tag counting more than one that every other page bears.
// Every page is compared with the newest 200 of each of its tags only: five are wanted, readers want new ones, and a
// tag on two thousand pages says little about any two of them; without the limit its cost would grow with the square of
// its pages.
#include <algorithm>
#include <array>
#include <cstdint>

#include "generator/base/parallel_for.h"
#include "generator/listing/shelf.h"

namespace congbo::listing {

namespace {

constexpr std::size_t most_related = 5;
constexpr std::size_t most_candidates = 200;
constexpr std::size_t most_tags = 64;       // of one page; keeps scores within 32 bits
constexpr std::size_t pages_at_once = 512;  // share one score table
constexpr std::uint32_t no_rank = UINT32_MAX;
constexpr std::uint32_t whole_weight = 1'000'000;

struct Tag {
  std::uint32_t weight = 0;               // inverse frequency
  std::vector<std::uint32_t> candidates;  // ranks in Shelf::items, newest first
};

// The best so far, best first. A key holds the score above the rank turned round, so that one comparison does both.
class BestFive {
 public:
  void offer(std::uint32_t score, std::uint32_t rank) {
    const std::uint64_t key = (static_cast<std::uint64_t>(score) << 32) | (UINT32_MAX - rank);
    if (key > keys_[most_related - 1]) insert(key);
  }
  template <class Body>
  void each(const Body& body) const {
    for (const std::uint64_t key : keys_)
      if (key != 0) body(UINT32_MAX - static_cast<std::uint32_t>(key));
  }

 private:
  void insert(std::uint64_t key) {
    std::size_t at = most_related - 1;
    for (; at > 0 && keys_[at - 1] < key; --at) keys_[at] = keys_[at - 1];
    keys_[at] = key;
  }

  std::array<std::uint64_t, most_related> keys_ = {};
};

// Room to count in, shared by the pages of one block: scores by rank, all 0 between pages, and the ranks that have one.
struct Scratch {
  explicit Scratch(std::size_t items) : scores(items), touched(most_tags * most_candidates) {}
  std::vector<std::uint32_t> scores, touched;
};

class RelatedFinder {
 public:
  RelatedFinder(const pages::Library& library, const Shelf& shelf) : library_(library), shelf_(shelf) {
    ranks_.assign(library.size(), no_rank);
    for (std::uint32_t rank = 0; rank < shelf.items.size(); ++rank) ranks_[shelf.items[rank]] = rank;
    tags_.resize(shelf.lists.size());
    for (std::size_t i = 0; i < shelf.lists.size(); ++i) {
      if (shelf.lists[i].kind != ListKind::tag) continue;
      const std::vector<PageIndex>& items = shelf.lists[i].items;
      tags_[i].weight = whole_weight / static_cast<std::uint32_t>(std::max<std::size_t>(items.size(), 1)) + 1;
      const std::size_t count = std::min(items.size(), most_candidates);
      for (std::size_t k = 0; k < count; ++k) tags_[i].candidates.push_back(ranks_[items[k]]);
    }
  }

  void find(PageIndex index, Scratch& scratch, std::vector<PageIndex>& related) const {
    std::uint32_t* const scores = scratch.scores.data();
    std::uint32_t* const touched = scratch.touched.data();
    std::size_t count = 0;
    for (const std::uint32_t list : tags_of(library_[index])) {
      const Tag& tag = tags_[list];
      for (const std::uint32_t rank : tag.candidates) {
        touched[count] = rank;
        count += scores[rank] == 0 ? 1 : 0;
        scores[rank] += tag.weight;
      }
    }
    if (ranks_[index] != no_rank) scores[ranks_[index]] = 0;
    BestFive best;
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint32_t score = scores[touched[i]];
      if (score != 0) best.offer(score, touched[i]);
      scores[touched[i]] = 0;
    }
    best.each([&](std::uint32_t rank) { related.push_back(shelf_.items[rank]); });
  }

 private:
  // Each list once, whatever the spellings; the rarest first, so that most later candidates are turned away at once.
  std::vector<std::uint32_t> tags_of(const pages::Page& page) const {
    std::vector<std::uint32_t> lists;
    lists.reserve(page.tags.size());
    for (const std::string& tag : page.tags) {
      const auto known = shelf_.tags.find(tag);
      if (known != shelf_.tags.end() && known->second != no_list) lists.push_back(known->second);
    }
    std::sort(lists.begin(), lists.end(), [&](std::uint32_t a, std::uint32_t b) {
      return tags_[a].weight != tags_[b].weight ? tags_[a].weight > tags_[b].weight : a < b;
    });
    lists.erase(std::unique(lists.begin(), lists.end()), lists.end());
    if (lists.size() > most_tags) lists.resize(most_tags);
    return lists;
  }

  const pages::Library& library_;
  const Shelf& shelf_;
  std::vector<std::uint32_t> ranks_;  // by page: where it stands in the shelf's items
  std::vector<Tag> tags_;             // by list
};

}  // namespace

void find_related(const pages::Library& library, const Shelf& shelf, std::vector<Surroundings>& around) {
  if (shelf.tags.empty()) return;
  const RelatedFinder finder(library, shelf);
  const std::size_t blocks = (shelf.visible.size() + pages_at_once - 1) / pages_at_once;
  parallel_for(
      blocks, 0,
      [&](std::size_t block) {
        Scratch scratch(shelf.items.size());
        const std::size_t end = std::min(shelf.visible.size(), (block + 1) * pages_at_once);
        for (std::size_t i = block * pages_at_once; i < end; ++i) {
          const PageIndex page = shelf.visible[i];
          if (!library[page].section_index) finder.find(page, scratch, around[page].related);
        }
      },
      1);
}

}  // namespace congbo::listing
