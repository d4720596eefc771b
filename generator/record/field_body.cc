// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/record/field_body.h"

namespace congbo::record {

markdown::Fragment field_body(const pages::Page& page, std::string_view text) {
  markdown::Options options;
  options.plain_text = false;
  if (page.type) options.maximum_bytes = page.type->maximum_bytes;
  if (page.route.language != "vi") options.language = markdown::Language::english;
  Diagnostics found;
  return markdown::render(text, page.source, options, found);
}

}  // namespace congbo::record
