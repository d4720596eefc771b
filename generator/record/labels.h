// SPDX-License-Identifier: GPL-3.0-or-later
// Labels of units, categories and tags with the paths of their lists: each looked up once for all pages that bear it.
// Names of files.
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

  // What `page` calls a file of the repository that nobody gave a name there: as the page titled so that is there for
  // that file, a form say («Tờ khai đăng ký khai sinh» for its ODT and its DOCX), else, for a file named like `page`
  // itself, its number («Quyết định 27/2026/QĐ-UBND») or its title. Empty: nobody knows.
  std::string file_title(const pages::Page& page, std::string_view source) const;

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
  std::unordered_map<std::string_view, const pages::Page*> page_of_file_;  // by the path without ending
};

// The label of a term in `language`; the id itself where the vocabulary does not have it (open vocabularies).
std::string term_label(const site::Portal& portal, std::string_view vocabulary, std::string_view id,
                       std::string_view language);

}  // namespace congbo::record
