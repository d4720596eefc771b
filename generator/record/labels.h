// SPDX-License-Identifier: GPL-3.0-or-later
// Labels of types, units, categories and tags with the paths of their lists: what has a list is looked up once for all
// pages. Names of files.
#pragma once
#include <functional>
#include <string_view>
#include <unordered_map>

#include "generator/record/public_record.h"

namespace congbo::record {

enum class Bears { type, unit, category, tag };

class Labels {
 public:
  explicit Labels(const listing::Listings& listings) : listings_(&listings) {}

  // Remembers the labels of all terms that have a list. Before any get(), from one thread; `site` must outlive this.
  void learn(const site::Site& site);
  // Remembers which file `page` is there for; it must outlive this.
  void learn_file(const pages::Page& page);

  // The label of `id` in the page's language; from several threads at once. Empty for an empty id.
  Shared<Label> get(const pages::Page& page, Bears what, std::string_view id) const;

  // What `page` calls a file of the repository that nobody gave a name there: as the page titled so that is there for
  // that file, a form say («Tờ khai đăng ký khai sinh» for its ODT and its DOCX), else, for a file named like `page`
  // itself or alone in a field of it, its number («Quyết định 27/2026/QĐ-UBND») or its title. Empty: nobody knows.
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
  void learn_all(const site::Portal& portal, std::string_view language, Bears what,
                 const listing::Listings::TermPaths& terms);
  void learn_one(const Key& key);
  Shared<Label> make(const Key& key) const;

  const listing::Listings* listings_;
  std::unordered_map<Key, Shared<Label>, KeyHash> known_;
  std::unordered_map<std::string_view, const pages::Page*> page_of_file_;  // by the path without ending
};

// The label of a term in `language`; the id itself where the vocabulary does not have it (open vocabularies).
std::string term_label(const site::Portal& portal, std::string_view vocabulary, std::string_view id,
                       std::string_view language);

}  // namespace congbo::record
