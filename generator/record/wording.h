// SPDX-License-Identifier: GPL-3.0-or-later
// How dates, numbers and shortened texts are written for readers, by language.
#pragma once
#include <string>
#include <string_view>

#include "generator/base/instant.h"

namespace congbo::record {

// vi: 04/3/2024 (Decree 30/2020) · en: 4 March 2024 · zh: 2024年3月4日 · any other language: 2024-03-04.
std::string date_text(Date day, std::string_view language);
// vi: 09:30, 04/3/2024 · en: 4 March 2024, 09:30 · zh: 2024年3月4日 09:30 · any other: 2024-03-04 09:30. Vietnam time.
std::string date_text(Instant moment, std::string_view language);

// Digits in groups of three: vi 1.234.567,5 · en and zh 1,234,567.5. `written` is what the author wrote ("1234567.5");
// anything that is not a plain decimal number ("007", "1e5", "12-14") and any other language stays as it is.
std::string number_text(std::string_view written, std::string_view language);

// `text` on one line, at most `limit` code points; a longer one is cut at a space and ends in "…".
std::string shorten(std::string_view text, std::size_t limit);

// "content/a/bieu-mau.docx" → "DOCX"; empty without an ending of 1–8 letters and digits.
std::string file_type(std::string_view path);
// "content/a/bieu-mau.docx" → "bieu-mau.docx".
std::string_view file_name(std::string_view path);
// "content/a/bieu-mau.docx" → "content/a/bieu-mau".
std::string_view without_ending(std::string_view path);

}  // namespace congbo::record
