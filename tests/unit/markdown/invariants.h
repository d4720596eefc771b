// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for the fragment of any bytes at all; used by the property tests and the fuzzer.
#pragma once
#include <algorithm>
#include <set>
#include <string>

#include "generator/base/unicode.h"
#include "generator/markdown/fragment.h"
#include "generator/markdown/survey.h"

namespace congbo::markdown {

// The first promise that is broken, or empty.
inline std::string broken_promise(const Fragment& fragment, std::size_t input_bytes) {
  if (first_invalid_utf8(fragment.html)) return "the HTML is not UTF-8";
  if (first_invalid_utf8(fragment.plain_text)) return "the plain text is not UTF-8";
  if (fragment.html.size() > 2 * output_limit(input_bytes)) return "the HTML is too long";
  std::size_t last = 0;
  for (const Hole& hole : fragment.holes) {
    if (hole.offset < last || hole.offset > fragment.html.size()) return "holes are not in order";
    if (hole.kind == HoleKind::link &&
        (hole.offset < 9 || fragment.html.compare(hole.offset - 9, 10, "<a href=\"\"") != 0))
      return "a link's hole is not in a link";
    if (hole.kind == HoleKind::image &&
        (hole.offset < 10 || fragment.html.compare(hole.offset - 10, 11, "<img src=\"\"") != 0))
      return "an image's hole is not in an image";
    last = hole.offset;
  }
  const std::set<std::string> anchors(fragment.anchors.begin(), fragment.anchors.end());
  if (anchors.size() != fragment.anchors.size() || !std::is_sorted(fragment.anchors.begin(), fragment.anchors.end()))
    return "anchors are not unique and sorted";
  std::set<std::string> seen;
  for (std::size_t at = fragment.html.find(" id=\""); at != std::string::npos;
       at = fragment.html.find(" id=\"", at + 5)) {
    const std::string id = fragment.html.substr(at + 5, fragment.html.find('"', at + 5) - at - 5);
    if (anchors.count(id) == 0) return "id is no anchor: " + id;
    if (!seen.insert(id).second) return "id twice: " + id;
  }
  for (const Heading& heading : fragment.outline)
    if (heading.level < 2 || heading.level > 6 || seen.count(heading.anchor) == 0) return "outline: " + heading.anchor;
  for (const char* forbidden : {"<script", "<iframe", "<style", " onerror", "<b>", "<h1"})
    if (fragment.html.find(forbidden) != std::string::npos && std::string(forbidden).front() == '<') return forbidden;
  return {};
}

}  // namespace congbo::markdown
