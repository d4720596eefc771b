// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>

#include "generator/listing/shelf.h"

namespace congbo::listing {

namespace {

std::string numbered_path(const List& list, std::uint32_t number) {
  return list.path + "trang-" + std::to_string(number) + ".html";
}

}  // namespace

std::vector<ListPage> cut_into_pages(const List& list, std::uint32_t list_index, std::uint32_t per_page) {
  const auto count = static_cast<std::uint32_t>(list.items.size());
  // Home is one page: it is the beginning of all lists, not one of them.
  const std::uint32_t full = list.kind == ListKind::home ? 0 : std::max(count / per_page, 1u) - 1;
  std::vector<ListPage> pages(full + 1);
  for (std::uint32_t number = 0; number <= full; ++number) {
    ListPage& page = pages[number];
    page.list = list_index;
    page.number = number;
    page.total_pages = full + 1;
    page.begin = number == 0 ? 0 : count - number * per_page;
    page.end = number == 0 ? count - full * per_page : page.begin + per_page;
    page.path = number == 0 ? list.path : numbered_path(list, number);
    if (number == 0 && full > 0) page.older = numbered_path(list, full);
    if (number > 1) page.older = numbered_path(list, number - 1);
    if (number != 0) page.newer = number == full ? list.path : numbered_path(list, number + 1);
  }
  return pages;
}

}  // namespace congbo::listing
