// SPDX-License-Identifier: GPL-3.0-or-later
// The body of a page: its Fragment with the holes filled.
#pragma once
#include <string>

#include "generator/record/public_record.h"
#include "generator/render/frame.h"
#include "generator/render/template_store.h"

namespace congbo::render {

struct BodySources {
  const record::Publication& publication;
  const TemplateStore& templates;
  const Frame& frame;
};

// Links whose target is not public become an <a> without href (a placeholder link: text that leads nowhere); an image
// without an address becomes its alternative text. Components are rendered by layouts/components/<name>.html.
std::string fill_body(const BodySources& sources, const record::PublicRecord& record);
// The same for another text of the page: a field of the kind markdown.
std::string fill_body(const BodySources& sources, const record::PublicRecord& record, const markdown::Fragment& body);

// «PDF, 120 kB»; only the type when the size is not known. Decimal comma in Vietnamese.
std::string file_details(const record::FileLink& file, std::string_view language);

// What `tel:` addresses take: digits and a leading "+".
std::string phone_digits(std::string_view phone);

}  // namespace congbo::render
