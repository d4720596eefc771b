// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a page as its author wrote it. Bodies have left memory by the time rules run, so a rule looks through the
// HTML first, and reads the file again only for the few pages where it has to name a place.
#pragma once
#include <optional>
#include <string_view>

#include "generator/base/source_text.h"
#include "generator/check/visit.h"

namespace congbo::check {

// The file of a page; nothing when it cannot be read.
std::optional<SourceText> source_of(const SiteFacts& facts, const pages::Page& page);

// Calls look(text) for everything of a page that is printed: its body as HTML, title, summary and the text of its
// fields. Stops as soon as one answers true, and answers true then.
template <class Look>
bool any_printed_text(const SiteFacts& facts, PageIndex index, const Look& look) {
  const pages::Page& page = facts.library[index];
  const markdown::Fragment* body = facts.bodies[index];
  std::string buffer;
  if ((body && look(body->html_in(buffer))) || look(std::string_view(page.title)) ||
      look(std::string_view(page.summary)))
    return true;
  bool any = false;
  each_value(page, [&](const site::FieldSchema&, const pages::Value& value) {
    any = any || look(std::string_view(value.text()));
  });
  return any;
}

}  // namespace congbo::check
