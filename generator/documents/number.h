// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers of documents as decree 30/2020 (annexes I and III) and the laws on legal documents write them. Pure text: no
// page, no vocabulary. (search/numbers.h cuts any text into index terms; here one number is taken apart and mended.)
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/instant.h"

namespace congbo::documents {

// "40/2012/QĐ-UBND": 40, 2012, QĐ, UBND · "399/QĐ-BCĐ": no year · "45/2019/QH14": no form, QH14 ·
// "191/2014/TTLT-BTC-BTP": two issuers · "123/UBND-VX" (công văn): no form · "07-CT/TW": of the Party.
struct Number {
  std::string sequence;              // as written, zeros kept: "06", "15a", "66.18"
  int year = 0;                      // 0: none
  std::string form;                  // "QĐ", "CTr"; empty for công văn and for the National Assembly's numbers
  std::vector<std::string> issuers;  // bodies, and the drafting unit of a công văn; may be empty ("40/2012/NĐ")
  bool party = false;                // written N-FORM/BODY

  bool operator==(const Number&) const = default;
};

// The number in its right form: mending any spelling of it gives this text again.
std::string to_text(const Number& number);

// Reads a number however it is written: without Đ («ND-CP»), in lower case, with blanks, other dashes, «Số:» before or
// a stop after it, with a blank where a hyphen should be. Nothing for what is no such number, and beyond 200 bytes.
std::optional<Number> parse_number(std::string_view text);

// The same for one number whatever its spelling: folded, without leading zeros. "40/2012/qd-ubnd".
std::string number_key(const Number& number);

// The form's term in the shipped vocabulary `form`: "QĐ" → "quyet-dinh", "TTr" → "to-trinh". Empty for unknown ones,
// and for a number whose form cannot be told.
std::string_view form_id(const Number& number);

// What a sentence says of another document: «Quyết định số 40/2012/QĐ-UBND ngày 24/12/2012 của …».
struct Mention {
  Number number;
  std::optional<Date> date;  // after «ngày»: "24/12/2012" or "24 tháng 12 năm 2012"
};
std::optional<Mention> find_number(std::string_view text);

}  // namespace congbo::documents
