// SPDX-License-Identifier: GPL-3.0-or-later
// An item that says again what another of the portal says (REF-05). Pages whose sketches agree somewhere are
// candidates; the few that look alike are read again and compared exactly, so the cost is that of sorting a few numbers
// a page.
#include <algorithm>
#include <cmath>
#include <tuple>

#include "generator/check/page_source.h"
#include "generator/check/page_text.h"
#include "generator/check/rules.h"
#include "generator/pages/load.h"
#include "generator/site/values/policy.h"

namespace congbo::check {

namespace {

constexpr double slack = 0.2;             // by which likeness may be lower than resemblance
constexpr std::size_t most_compared = 4;  // earlier pages of one bucket that a page is compared with
constexpr std::size_t rows = 2;           // of the sketch, that agree in a bucket

struct Entry {
  std::uint64_t bucket = 0;
  std::uint32_t rank = 0;  // in the order of publication
  auto operator<=>(const Entry&) const = default;
};

// Whether one page names the other: a translation, or a document that replaces or amends it.
bool are_related(const pages::Page& one, const pages::Page& other) {
  if (one.translation_of == other.id || other.translation_of == one.id) return true;
  bool related = false;
  const auto look = [&](const pages::Page& from, const pages::Page& to) {
    each_value(from, [&](const site::FieldSchema& schema, const pages::Value& value) {
      related = related || (schema.kind == site::Kind::reference && value.text() == to.id);
    });
  };
  look(one, other);
  look(other, one);
  return related;
}

class Finder {
 public:
  explicit Finder(const SiteFacts& facts) : facts_(facts) {
    for (const PageIndex index : facts.edition.listed)
      if (sketch(index)) pages_.push_back(index);
    std::sort(pages_.begin(), pages_.end(), [&](PageIndex one, PageIndex other) {
      const pages::Page &first = facts.library[one], &second = facts.library[other];
      return std::tie(first.date, first.source) < std::tie(second.date, second.source);
    });
  }

  void run(Diagnostics& found) {
    std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>> pairs(detect::sketch_size / rows);
    parallel_for(
        pairs.size(), 0, [&](std::size_t band) { pairs[band] = pairs_of_band(band); }, 1);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> all;  // later and earlier page
    for (const auto& band : pairs) all.insert(all.end(), band.begin(), band.end());
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    std::vector<Diagnostics> results(all.size());
    parallel_for(all.size(), 0, [&](std::size_t i) { compare(all[i], results[i]); });
    for (std::size_t i = 0; i < all.size(); ++i) {
      const bool said = i > 0 && all[i].first == all[i - 1].first && !results[i - 1].empty();
      if (said && !results[i].empty()) results[i] = std::move(results[i - 1]);  // one earlier page is enough
      const bool last = i + 1 == all.size() || all[i + 1].first != all[i].first || results[i + 1].empty();
      if (last) found.append(std::move(results[i]));
    }
  }

 private:
  // Of resemblance, from which on the portal calls a page a copy.
  double threshold(PageIndex index) const {
    return site::policy_of(*facts_.library[index].portal).choices.duplicate_percent / 100.0;
  }

  const detect::Sketch* sketch(PageIndex index) const {
    const PageText* text = facts_.texts[index];
    return text && text->sketch ? &*text->sketch : nullptr;
  }

  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_of_band(std::size_t band) const {
    std::vector<Entry> entries;
    entries.reserve(pages_.size());
    for (std::uint32_t rank = 0; rank < pages_.size(); ++rank) {
      const detect::Sketch& own = *sketch(pages_[rank]);
      const std::uint64_t bucket = std::uint64_t{own[band * rows]} << 32 | own[band * rows + 1];
      if (bucket != ~std::uint64_t{0}) entries.push_back({bucket, rank});
    }
    std::sort(entries.begin(), entries.end());
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (std::size_t i = 1, first = 0; i < entries.size(); ++i) {
      if (entries[i].bucket != entries[first].bucket) first = i;
      for (std::size_t k = first; k < i && k < first + most_compared; ++k)
        if (detect::likeness(*sketch(pages_[entries[i].rank]), *sketch(pages_[entries[k].rank])) >=
            threshold(pages_[entries[i].rank]) - slack)
          pairs.emplace_back(entries[i].rank, entries[k].rank);
    }
    return pairs;
  }

  void compare(std::pair<std::uint32_t, std::uint32_t> pair, Diagnostics& found) const {
    const pages::Page& page = facts_.library[pages_[pair.first]];
    const pages::Page& earlier = facts_.library[pages_[pair.second]];
    if (page.route.portal != earlier.route.portal || page.route.language != earlier.route.language ||
        are_related(page, earlier))
      return;
    const auto file = source_of(facts_, page), other = source_of(facts_, earlier);
    if (!file || !other) return;
    const double alike = detect::resemblance(pages::split_front_matter(file->bytes()).body,
                                             pages::split_front_matter(other->bytes()).body);
    if (alike < threshold(pages_[pair.first])) return;
    found.add(warning("near-duplicate", page.place_of("title"),
                      {std::to_string(std::lround(alike * 100)), earlier.route.path, earlier.source}));
  }

  const SiteFacts& facts_;
  std::vector<PageIndex> pages_;  // that have a sketch, by date and file
};

}  // namespace

void check_near_duplicates(const SiteFacts& facts, Diagnostics& found) {
  Finder(facts).run(found);
}

}  // namespace congbo::check
