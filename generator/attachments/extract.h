// SPDX-License-Identifier: GPL-3.0-or-later
// Taking the text out of an attachment, in this process: for the worker (worker.h), which nothing else depends on, and
// for tests. Any bytes give an answer within bounds.h, but time and memory are the worker's to bound.
#pragma once
#include "generator/attachments/text.h"

namespace congbo::attachments {

Text extract(Kind kind, std::string_view bytes);

// The readers of extract(), by family. Their text is not tidied yet.
Text extract_pdf(std::string_view bytes);
Text extract_office_open(Kind kind, std::string_view bytes);    // DOCX, XLSX, PPTX
Text extract_open_document(Kind kind, std::string_view bytes);  // ODT, ODS, ODP
Text extract_old_office(Kind kind, std::string_view bytes);     // DOC, XLS, PPT, by catdoc and its kin

// Control characters become spaces, runs of spaces one, empty lines go; normal form C. Old encodings are recognised by
// their letters and converted line by line. Parts without a letter or digit are dropped, what is over most_text_bytes
// too.
void tidy(Text& text);

// Lines of a paragraph as a printed page breaks them, joined: a long line without a full stop goes on in the next.
std::string join_lines(std::string_view page);

}  // namespace congbo::attachments
