// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>

namespace congbo {

// Text for element content and double-quoted attributes: & < > " ' are written as references.
std::string html_escape(std::string_view text);
void append_html_escaped(std::string& out, std::string_view text);

// Percent-encodes what may not stand in a path or query of a URL (RFC 3986); "/" is kept, Vietnamese letters are
// encoded.
std::string url_encode_path(std::string_view path);
std::string url_encode_component(std::string_view text);
// The opposite; nothing for a "%" that is not followed by two hexadecimal digits.
std::string url_decode(std::string_view text);

}  // namespace congbo
