// SPDX-License-Identifier: GPL-3.0-or-later
// Abbreviations of forms and of bodies, found by their letters without marks and case. Private to this module.
#pragma once
#include <string>
#include <string_view>

namespace congbo::documents {

struct FormWord {
  std::string_view written;  // "QĐ"
  std::string_view folded;   // "qd"
  std::string_view id;       // term of the vocabulary `form`; empty for none
};

// The form written exactly so, else the first with the same letters without marks and case; null for none.
const FormWord* find_form(std::string_view written, std::string_view folded);

// A body's abbreviation as it should be: «hdnd» → "HĐND", «ttg» → "TTg"; unknown ones in upper case if they were all in
// lower case, else as written.
std::string mended_body(std::string_view written);

}  // namespace congbo::documents
