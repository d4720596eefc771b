// SPDX-License-Identifier: GPL-3.0-or-later
// /_preview/shares on the list's host: the share links of one draft, and the form that makes one.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "preview/drafts/share_links.h"
#include "preview/drafts/words.h"

namespace congbo::drafts {

// HTML of the page's main part. `address_of` gives the whole address of a link.
std::string share_html(const std::string& label, const std::string& path, const std::vector<ShareLink>& links,
                       const std::function<std::string(const ShareLink&)>& address_of, Instant now, Language language);

// The page of the form that asks for the token; `again` after a wrong one.
enum class TokenAsked { first, again };
std::string token_html(TokenAsked asked, const std::string& then, Language language);

}  // namespace congbo::drafts
