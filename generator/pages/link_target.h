// SPDX-License-Identifier: GPL-3.0-or-later
// What an address in a page points to, by names alone: no look at what is public (edition) or at the disk (snapshot).
#pragma once
#include <string>
#include <string_view>

#include "generator/pages/library.h"

namespace congbo::pages {

struct LinkTarget {
  enum class Kind {
    page,       // `page` (and `anchor`): written as a relative .md path, or as the path of a page on the portal
    file,       // `path`: a file of the repository, "content/…/bieu-mau.pdf"; whether it is there is not known here
    anchor,     // "#…" on the same page
    site_path,  // `path`: "/…" on the same portal that is no page (a list, a feed); whether it is published is not
                // known here
    external,   // http and https
    contact,    // mailto: and tel:
    missing,    // a relative .md path that no page has
    outside,    // leaves the portal (a .md page of another portal may be linked to), or goes into _site/
    refused,    // javascript:, data:, file: and every other scheme
  };
  Kind kind = Kind::missing;
  PageIndex page = no_page;
  std::string path;    // percent-decoded
  std::string anchor;  // without "#", percent-decoded
};

// False for what resolve_link never takes for a file; that spares most links the way through it.
bool may_be_file(std::string_view address);

LinkTarget resolve_link(const Library& library, const Page& from, std::string_view address);

}  // namespace congbo::pages
