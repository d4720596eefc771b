// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/base/slug.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"

using namespace congbo;

TEST_CASE("address parts come from Vietnamese text") {
  struct Row {
    std::string text, slug;
  };
  const std::vector<Row> rows = {
      {"M'Drắk", "mdrak"},
      {"M’Drắk", "mdrak"},
      {"Ea H'Leo", "ea-hleo"},
      {"Cư M‘gar", "cu-mgar"},
      {"Đồng Tháp", "dong-thap"},
      {"ĐẮK LẮK", "dak-lak"},
      {"Kế hoạch số 123/KH-UBND", "ke-hoach-so-123-kh-ubnd"},
      {"  -- Hội nghị… «tổng kết» 2026!  ", "hoi-nghi-tong-ket-2026"},
      {"Bà Rịa – Vũng Tàu", "ba-ria-vung-tau"},
      {"Phường 1", "phuong-1"},
      {"D\u031Bo\u031B\u0323i Đa\u0301", "doi-da"},
      {"Ã Ê Ĩ Ỡ Ự ỵ", "a-e-i-o-u-y"},
      {"…", ""},
      {"", ""},
      {"中文", ""},
      {"a\u00A0b", "a-b"},
      {"\xFF\xFE"
       "abc\xC4",
       "abc"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(slug(row.text) == row.slug);
    CHECK(is_slug(row.slug) == !row.slug.empty());
  }
}

TEST_CASE("long slugs are cut at a hyphen") {
  CHECK(slug("mot hai ba", 7) == "mot-hai");
  CHECK(slug("mot hai ba", 8) == "mot-hai");
  CHECK(slug("mot hai ba", 9) == "mot-hai");
  CHECK(slug("mot hai ba", 10) == "mot-hai-ba");
  CHECK(slug("mot hai ba", 5) == "mot");
  CHECK(slug("khongcokhoangtrang", 6) == "khongc");
  const std::string text(5000, 'a');
  CHECK(slug(text).size() == 80);
}

TEST_CASE("only what slug() can give is a slug") {
  for (const std::string good : {"a", "0", "a-b", "tin-tuc-2026"}) CHECK(is_slug(good));
  for (const std::string bad : {"", "-", "a-", "-a", "a--b", "A", "a_b", "a b", "đ", "a/b", "a.b"}) {
    CAPTURE(bad);
    CHECK_FALSE(is_slug(bad));
  }
}
