// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/render/collection.h"

#include <algorithm>

namespace congbo::render {
namespace {

using listing::List;
using listing::ListKind;
using pages::Value;

constexpr std::size_t most_chosen = 50;

class Collection {
 public:
  Collection(const record::Publication& publication, const record::PublicRecord& record)
      : publication_(publication), page_(*record.page), listings_(*publication.listings) {}

  std::vector<pages::PageIndex> take() {
    for (const Value& id : values_of("items")) add(publication_.library->by_id(page_.route.portal, id.text()));
    const Value* category = page_.field("query_category");
    std::vector<std::string> wanted;
    if (category) wanted.push_back(listings_.category_path(*page_.portal, page_.route.language, category->text()));
    for (const Value& tag : values_of("query_tags"))
      wanted.push_back(listings_.tag_path(*page_.portal, page_.route.language, tag.text()));
    if (!wanted.empty())
      for (const List& list : listings_.lists)
        if (is_of_portal(list) && std::find(wanted.begin(), wanted.end(), list.path) != wanted.end())
          for (const pages::PageIndex item : list.items) add(item);
    return std::move(shown_);
  }

 private:
  const pages::List& values_of(std::string_view key) const {
    static const pages::List none;
    const Value* value = page_.field(key);
    const auto* list = value ? std::get_if<pages::List>(&value->data) : nullptr;
    return list ? *list : none;
  }

  bool is_of_portal(const List& list) const {
    return (list.kind == ListKind::tag || list.kind == ListKind::category) && list.portal == page_.portal &&
           list.language == page_.route.language;
  }

  void add(pages::PageIndex index) {
    if (index != pages::no_page && shown_.size() < most_chosen && publication_.records[index].page &&
        std::find(shown_.begin(), shown_.end(), index) == shown_.end())
      shown_.push_back(index);
  }

  const record::Publication& publication_;
  const pages::Page& page_;
  const listing::Listings& listings_;
  std::vector<pages::PageIndex> shown_;
};

}  // namespace

std::vector<pages::PageIndex> collection_items(const record::Publication& publication,
                                               const record::PublicRecord& record) {
  if (record.page->fields.empty()) return {};
  return Collection(publication, record).take();
}

}  // namespace congbo::render
