// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>

namespace congbo::redirects {

// A path with everything but letters, digits, "-._~/" percent-encoded: no format of a server gives such a text a
// meaning of its own.
std::string encoded(std::string_view path);

// An absolute address as its author wrote it, with what is not plain ASCII, and what servers' formats would take for
// their own ("$", "{", "}", quotes, blanks), percent-encoded; "%" stays.
std::string encoded_address(std::string_view address);

}  // namespace congbo::redirects
