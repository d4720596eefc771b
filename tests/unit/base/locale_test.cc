// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing this module writes may depend on the locale of the process. A locale with a decimal comma and grouped digits
// is made here, since the machine may have none; where it has, the C library gets one too.
#include <clocale>
#include <locale>
#include <string>

#include "generator/base/content_hash.h"
#include "generator/base/instant.h"
#include "generator/base/slug.h"
#include "generator/base/unicode.h"
#include "tests/support/catch.h"

using namespace congbo;

namespace {

class CommaNumbers final : public std::numpunct<char> {
 protected:
  char do_decimal_point() const override { return ','; }
  char do_thousands_sep() const override { return '.'; }
  std::string do_grouping() const override { return "\1"; }
};

class CommaLocale {
 public:
  CommaLocale() : before_(std::locale::global(std::locale(std::locale::classic(), new CommaNumbers))) {
    for (const char* name : {"vi_VN.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8", "fr_FR.UTF-8"})
      if (std::setlocale(LC_ALL, name) != nullptr) break;
  }
  CommaLocale(const CommaLocale&) = delete;
  CommaLocale& operator=(const CommaLocale&) = delete;
  ~CommaLocale() {
    std::locale::global(before_);
    std::setlocale(LC_ALL, "C");
  }

 private:
  std::locale before_;
};

std::string everything() {
  const Instant moment = *parse_instant("2024-03-04T09:30");
  return to_rfc3339(moment) + to_rfc822(moment) + to_vietnamese(moment) + slug("TIÊN Lãng I 1234") + fold("İIĐ") +
         to_lower("TITLE I Đ") + to_upper("title i đ") + collation_key("Đắk 1234,5") +
         git_blob_id(std::string(12345, 'x'));
}

}  // namespace

TEST_CASE("the locale of the process changes nothing") {
  const std::string before = everything();
  const CommaLocale comma;
  CHECK(everything() == before);
}
