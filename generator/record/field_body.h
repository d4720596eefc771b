// SPDX-License-Identifier: GPL-3.0-or-later
// Fields of the kind markdown: steps of a procedure, a transcript.
#pragma once
#include <string_view>

#include "generator/markdown/fragment.h"
#include "generator/pages/values/page.h"

namespace congbo::record {

// `text` of a field of `page` as the body of the page is read, without its plain text. What is wrong in it was said by
// the check; here it is left out.
markdown::Fragment field_body(const pages::Page& page, std::string_view text);

}  // namespace congbo::record
