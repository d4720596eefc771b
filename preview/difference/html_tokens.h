// SPDX-License-Identifier: GPL-3.0-or-later
// HTML cut into tags, text and whole elements that are compared as one thing. Any bytes are taken; the tokens joined
// give the input back.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace congbo::difference {

enum class TokenKind : std::uint8_t {
  text,
  open,    // <p …>, <a …>
  close,   // </p>
  alone,   // <br>, <img …>: an element without an end
  whole,   // <picture>…</picture>, <script>…</script>: from its first to its last byte
  ignored  // comments, doctype
};

struct Token {
  TokenKind kind = TokenKind::text;
  std::string_view bytes;  // of the input
  std::string name;        // of the element, lower case; empty for text
};

std::vector<Token> cut_html(std::string_view html);

// Elements that stand within a line of text: everything else begins a block.
bool is_inline(std::string_view name);

// The tag as it may stand in a version that is no longer: without id and handlers; addresses of pictures that begin
// with "/" get `prefix` before them.
std::string removed_tag(std::string_view tag, std::string_view prefix);

// A page whose pictures, media, scripts and styles with addresses that begin with "/" have `prefix` before them; links
// stay as they are.
std::string with_prefixed_files(std::string_view html, std::string_view prefix);

// removed_tag for all tags of an element.
std::string removed_markup(std::string_view markup, std::string_view prefix);

}  // namespace congbo::difference
