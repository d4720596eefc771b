// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <vector>

#include "generator/base/html_escape.h"
#include "tests/support/catch.h"

using namespace congbo;

TEST_CASE("what means something in HTML is written as a reference") {
  CHECK(html_escape("<script>alert('1')</script> & \"Đắk\"") ==
        "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;Đắk&quot;");
  CHECK(html_escape("") == "");
  CHECK(html_escape("Ủy ban nhân dân") == "Ủy ban nhân dân");
  CHECK(html_escape("&amp;") == "&amp;amp;");
  CHECK(html_escape(std::string("a\0<", 3)) == std::string("a\0&lt;", 6));
  std::string out = "trước ";
  append_html_escaped(out, "<sau>");
  CHECK(out == "trước &lt;sau&gt;");
}

TEST_CASE("addresses keep what RFC 3986 allows and encode the rest") {
  CHECK(url_encode_path("/tin-tuc/Đắk Lắk.pdf") == "/tin-tuc/%C4%90%E1%BA%AFk%20L%E1%BA%AFk.pdf");
  CHECK(url_encode_path("a-b_c.d~e!f$g&h'i(j)k*l+m,n;o=p:q@r/s") == "a-b_c.d~e!f$g&h'i(j)k*l+m,n;o=p:q@r/s");
  CHECK(url_encode_path("50%?#[]\"<>^\\|{}`") == "50%25%3F%23%5B%5D%22%3C%3E%5E%5C%7C%7B%7D%60");
  CHECK(url_encode_component("a/b&c=d e+f") == "a%2Fb%26c%3Dd%20e%2Bf");
  CHECK(url_encode_component("đ") == "%C4%91");
}

TEST_CASE("decoding is the opposite of encoding") {
  for (const std::string text : {"", "Đắk Lắk", "100% / 50+50", "a\nb", "\xFF\x01"}) {
    CAPTURE(text);
    CHECK(url_decode(url_encode_component(text)) == text);
    CHECK(url_decode(url_encode_path(text)) == text);
  }
  CHECK(url_decode("%c4%91+%41") == "đ+A");
}

TEST_CASE("a percent sign without two hexadecimal digits decodes to nothing") {
  for (const std::string bad : {"%", "%4", "100%", "%G1", "%1G", "a%%20", "%-1", "% 1"}) {
    CAPTURE(bad);
    CHECK(url_decode(bad).empty());
  }
}
