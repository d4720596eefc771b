// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/contents.h"

#include <xapian.h>

#include "search/card_store.h"

namespace congbo::search {

Result<Done> each_text(const std::string& file, const std::function<void(std::string_view)>& visit) {
  try {
    const Xapian::Database index(file);
    for (auto term = index.allterms_begin(); term != index.allterms_end(); ++term) visit(*term);
    for (auto word = index.spellings_begin(); word != index.spellings_end(); ++word) visit(*word);
    for (auto key = index.metadata_keys_begin(); key != index.metadata_keys_end(); ++key) {
      visit(*key);
      if (!(*key).starts_with(card_key)) visit(index.get_metadata(*key));
    }
    for (auto posting = index.postlist_begin(""); posting != index.postlist_end(""); ++posting) {
      const Xapian::Document document = index.get_document(*posting);
      visit(document.get_data());
      visit(kept_card(index, *posting));
      for (auto value = document.values_begin(); value != document.values_end(); ++value) visit(*value);
    }
  } catch (const Xapian::Error& failure) {
    return error("index-unreadable", {}, {file, failure.get_msg()});
  }
  return Done{};
}

}  // namespace congbo::search
