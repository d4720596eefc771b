// SPDX-License-Identifier: GPL-3.0-or-later
// The forms of the names by which a portal is known.
#pragma once
#include <string_view>

namespace congbo::site {

bool is_portal_id(std::string_view text);  // a label of a host name (RFC 1035), small letters
bool is_host_name(std::string_view text);
// "https://host", optionally with a port, without a path.
bool is_base_url(std::string_view address);
// Its host and port as they are written.
std::string_view host_of(std::string_view address);
// RFC 4151: the name that mints identifiers, and after a comma the year (or day) it was ours. Without one, feeds add a
// year.
bool is_tag_authority(std::string_view text);

}  // namespace congbo::site
