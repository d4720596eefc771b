// SPDX-License-Identifier: GPL-3.0-or-later
// Labels of units, categories and tags with the paths of their lists: each looked up once for all pages that bear it.
#pragma once
#include <functional>
#include <string_view>
#include <unordered_map>

#include "generator/record/public_record.h"

namespace congbo::record {

enum class Bears { unit, category, tag };

class Labels {
 public:
  explicit Labels(const listing::Listings& listings) : listings_(&listings) {}

  // Remembers the labels `page` needs. Before any get(), from one thread; the page must outlive this.
  void learn(const pages::Page& page);
  // The label of `id` in the page's language; from several threads at once. Empty for an empty id.
  Label get(const pages::Page& page, Bears what, std::string_view id) const;

 private:
  struct Key {
    const site::Portal* portal;
    std::string_view language, id;
    Bears what;
    bool operator==(const Key&) const = default;
  };
  struct KeyHash {
    std::size_t operator()(const Key& key) const;
  };
  void learn_one(const pages::Page& page, Bears what, std::string_view id);
  Label make(const Key& key) const;

  const listing::Listings* listings_;
  std::unordered_map<Key, Label, KeyHash> known_;
};

// The label of a term in `language`; the id itself where the vocabulary does not have it (open vocabularies).
std::string term_label(const site::Portal& portal, std::string_view vocabulary, std::string_view id,
                       std::string_view language);

}  // namespace congbo::record
