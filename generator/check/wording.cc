// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/check/wording.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "generator/base/unicode.h"
#include "generator/base/utf8.h"
#include "generator/check/file_names.h"
#include "generator/check/sentence_case.h"

namespace congbo::check {

namespace {

using markdown::Hole;
using markdown::HoleKind;

constexpr std::size_t fewest_letters = 16;  // a shorter heading in capitals may be an abbreviation or a name
constexpr std::size_t fewest_words = 4;

bool is_small_ascii(char c) {
  return c >= 'a' && c <= 'z';
}

// All letters capital, and enough of them to be a sentence.
bool is_in_capitals(std::string_view text) {
  if (text.size() < fewest_letters || std::any_of(text.begin(), text.end(), is_small_ascii)) return false;
  if (static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1 < fewest_words) return false;
  const auto letters = std::count_if(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return static_cast<std::size_t>(letters) >= fewest_letters / 2 && to_upper(text) == text;
}

void look_at_headings(const pages::Page& page, const markdown::Fragment& fragment, Diagnostics& found) {
  if (is_in_capitals(page.title))
    found.add(warning("heading-capitals", page.place_of("title"), {page.title}, as_sentence(page.title, *page.portal)));
  if (page.type && page.type->legal_structure) return;  // chapters of laws are in capitals
  for (const markdown::Heading& heading : fragment.outline)
    if (is_in_capitals(heading.text))
      found.add(warning("heading-capitals", {page.source, heading.line, 1, 0}, {heading.text},
                        as_sentence(heading.text, *page.portal)));
}

// «IMG_2034», «anh1.jpg», the file's own name: what a camera or a program wrote, nobody's description.
bool is_file_name(std::string_view alternative, std::string_view target) {
  if (alternative.empty()) return false;
  const std::string_view name = file_name_of(target);
  if (alternative == name || alternative == name.substr(0, name.rfind('.'))) return true;
  if (alternative.find(' ') != std::string_view::npos) return false;
  for (const std::string_view ending : {".jpg", ".jpeg", ".png", ".gif", ".webp", ".JPG", ".PNG"})
    if (alternative.ends_with(ending)) return true;
  for (const std::string_view prefix : {"IMG_", "DSC_", "DSC0", "image0", "Screenshot_"})
    if (alternative.starts_with(prefix)) return true;
  return false;
}

std::string_view host_of(std::string_view address) {
  const std::size_t scheme = address.find("://");
  if (scheme == std::string_view::npos) return {};
  address.remove_prefix(scheme + 3);
  address = address.substr(0, address.find_first_of("/?#"));
  if (const std::size_t user = address.rfind('@'); user != std::string_view::npos) address.remove_prefix(user + 1);
  return address.substr(0, address.find(':'));
}

void look_at_link(const pages::Page& page, const Hole& hole, Diagnostics& found) {
  const std::string_view host = host_of(hole.target);
  if (host.empty()) return;
  const Place where{page.source, hole.line, hole.column, 0};
  if (mixes_scripts(host)) found.add(error("link-host-lookalike", where, {std::string(host)}));
  if (hole.target.starts_with("http://") && page.portal && host == host_of(page.portal->base_url) &&
      !page.portal->base_url.starts_with("http://"))
    found.add(warning("link-own-host-http", where, {hole.target},
                      hole.target.substr(std::min(hole.target.find('/', 7), hole.target.size()))));
}

enum class Script { none, latin, greek, cyrillic, other };

Script script_of(char32_t letter) {
  if (letter < 0x80) return (letter | 0x20) >= 'a' && (letter | 0x20) <= 'z' ? Script::latin : Script::none;
  if (letter < 0x250 || (letter >= 0x1E00 && letter < 0x1F00)) return Script::latin;
  if ((letter >= 0x370 && letter < 0x400) || (letter >= 0x1F00 && letter < 0x2000)) return Script::greek;
  return letter >= 0x400 && letter < 0x530 ? Script::cyrillic : Script::other;
}

}  // namespace

bool mixes_scripts(std::string_view host) {
  if (std::none_of(host.begin(), host.end(), [](char c) { return (c & 0x80) != 0; })) return false;
  Script label = Script::none;
  for (std::size_t at = 0; at < host.size();) {
    const CodePoint point = decode(host, at);
    if (point.length == 0) return true;
    at += point.length;
    const Script script = script_of(point.value);
    if (point.value == '.') label = Script::none;
    if (script == Script::none) continue;
    if (label != Script::none && label != script) return true;
    label = script;
  }
  return false;
}

void look_at_wording(const pages::Page& page, const markdown::Fragment& fragment, Diagnostics& found) {
  look_at_headings(page, fragment, found);
  for (const Hole& hole : fragment.holes) {
    if (hole.kind == HoleKind::link) look_at_link(page, hole, found);
    if (hole.kind == HoleKind::image && is_file_name(hole.text, hole.target))
      found.add(warning("image-alt-file-name", {page.source, hole.line, hole.column, 0}, {hole.text}));
  }
}

}  // namespace congbo::check
