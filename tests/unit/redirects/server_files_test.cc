// SPDX-License-Identifier: GPL-3.0-or-later
// Every format gets paths that mean something to it: blanks, quotes, letters with marks, characters of expressions.
#include "generator/redirects/server_files.h"

#include "generator/redirects/percent.h"
#include "generator/redirects/read_files.h"
#include "tests/support/catch.h"

using namespace congbo;
using namespace congbo::redirects;

namespace {

std::vector<Route> some_routes() {
  Route plain;
  plain.from = "/cu/bai.html";
  plain.to = "https://tinh.example.gov.vn/tin-tuc/moi.html";
  Route hard = plain;
  hard.from = "/cu/bài \"viết\" (1)+{x}*$%.html";
  Route gone;
  gone.kind = RouteKind::gone;
  gone.from = "/bo/";
  return {plain, hard, gone};
}

}  // namespace

TEST_CASE("nginx: exact locations in quotes, 410 with the page's own text", "[redirects][ARC-03]") {
  CHECK(nginx_file(some_routes()) ==
        "# include in server { }\n"
        "location = \"/cu/bai.html\" { return 301 \"https://tinh.example.gov.vn/tin-tuc/moi.html\"; }\n"
        "location = \"/cu/bài \\\"viết\\\" (1)+{x}*$%.html\" { return 301 "
        "\"https://tinh.example.gov.vn/tin-tuc/moi.html\"; }\n"
        "location = \"/bo/\" { error_page 410 @congbo_gone; return 410; }\n"
        "location @congbo_gone { try_files $uri $uri.html $uri/index.html =410; }\n");
}

TEST_CASE("Apache: patterns that match one address only", "[redirects][ARC-03]") {
  CHECK(apache_file(some_routes()) ==
        "# .htaccess, or inside <Directory>\n"
        "RedirectMatch 301 \"^/cu/bai\\.html$\" \"https://tinh.example.gov.vn/tin-tuc/moi.html\"\n"
        "RedirectMatch 301 \"^/cu/bài \\\"viết\\\" \\(1\\)\\+\\{x\\}\\*\\$%\\.html$\" "
        "\"https://tinh.example.gov.vn/tin-tuc/moi.html\"\n"
        "<If \"%{REQUEST_URI} == '/bo/' && -z reqenv('REDIRECT_STATUS')\">\n"
        "\tErrorDocument 410 \"/bo/index.html\"\n\tRedirectMatch 410 \"^/bo/$\"\n</If>\n");
  Route hard;
  hard.kind = RouteKind::gone;
  hard.from = "/bỏ '\"${x}%.html";
  CHECK(apache_file(std::vector<Route>{hard}) ==
        "# .htaccess, or inside <Directory>\n"
        "<If \"%{REQUEST_URI} == '/bỏ \\\\'\\\\\\\"\\\\$\\\\{x\\\\}\\\\%.html' && -z reqenv('REDIRECT_STATUS')\">\n"
        "\tErrorDocument 410 \"/b%E1%BB%8F%20%27%22%24%7Bx%7D%25.html\"\n"
        "\tRedirectMatch 410 \"^/bỏ '\\\"\\$\\{x\\}%\\.html$\"\n</If>\n");
  hard.from = "/Default.aspx";  // has no page
  CHECK_THAT(apache_file(std::vector<Route>{hard}), Catch::Contains("\nRedirectMatch 410 \"^/Default\\.aspx$\"\n"));
}

TEST_CASE("Caddy: no path is a pattern or a placeholder", "[redirects][ARC-03]") {
  CHECK(caddy_file(some_routes()) ==
        "# import in the site's block\n"
        "redir \"/cu/bai.html\" \"https://tinh.example.gov.vn/tin-tuc/moi.html\" 301\n"
        "redir \"/cu/bài \\\"viết\\\" (1)+%7Bx%7D%2A$%25.html\" \"https://tinh.example.gov.vn/tin-tuc/moi.html\" 301\n"
        "handle \"/bo/\" {\n\trewrite * \"/bo/index.html\"\n\tfile_server {\n\t\tstatus 410\n\t}\n}\n");
}

TEST_CASE("Netlify and Cloudflare: one line a redirect, percent-encoded", "[redirects][ARC-03]") {
  CHECK(netlify_file(some_routes()) ==
        "/cu/bai.html https://tinh.example.gov.vn/tin-tuc/moi.html 301\n"
        "/cu/b%C3%A0i%20%22vi%E1%BA%BFt%22%20%281%29%2B%7Bx%7D%2A%24%25.html "
        "https://tinh.example.gov.vn/tin-tuc/moi.html 301\n");
}

TEST_CASE("Where no search server answers, the form's address is the static page of the reader's language",
          "[redirects][SEA-05]") {
  const std::vector<std::string> languages = {"vi", "en"};
  CHECK(nginx_search(languages) ==
        "location = /tim-kiem {\n"
        "  if ($arg_lang = \"en\") { rewrite ^ /en/tim-kiem.html last; }\n"
        "  rewrite ^ /tim-kiem.html last;\n}\n");
  CHECK(apache_search(languages) ==
        "<IfModule mod_rewrite.c>\n\tRewriteEngine On\n"
        "\tRewriteCond %{QUERY_STRING} \"(^|&)lang=en(&|$)\"\n\tRewriteRule \"^tim-kiem$\" \"/en/tim-kiem.html\" [L]\n"
        "\tRewriteRule \"^tim-kiem$\" \"/tim-kiem.html\" [L]\n</IfModule>\n");
  CHECK(caddy_search(languages) ==
        "@congbo_search_en {\n\tpath /tim-kiem\n\tquery lang=en\n}\nrewrite @congbo_search_en /en/tim-kiem.html\n"
        "rewrite /tim-kiem /tim-kiem.html\n");
}

TEST_CASE("a path is decoded once, and only a path is taken", "[redirects]") {
  struct Case {
    std::string_view written, path;  // path empty: refused
  };
  for (const Case& one : std::initializer_list<Case>{{"/cu/b%C3%A0i.html", "/cu/bài.html"},
                                                     {"/a%2520b", "/a%20b"},
                                                     {"/a b/", "/a b/"},
                                                     {"", ""},
                                                     {"/", ""},
                                                     {"a", ""},
                                                     {"//a", ""},
                                                     {"/a//b", ""},
                                                     {"/a/../b", ""},
                                                     {"/a/%2e%2e/b", ""},
                                                     {"/a?b", ""},
                                                     {"/a%3fb", ""},
                                                     {"/a#b", ""},
                                                     {"/a%0ab", ""},
                                                     {"/a\\b", ""},
                                                     {"/%", ""},
                                                     {"/%4", ""},
                                                     {"/%zz", ""},
                                                     {"/%ff", ""}}) {
    INFO(one.written);
    CHECK(decoded_path(one.written).value_or("") == one.path);
  }
  CHECK_FALSE(decoded_path("/" + std::string(201, 'a')));
}

TEST_CASE("addresses are written so that no server reads more into them", "[redirects]") {
  CHECK(encoded("/a b/ố$&.html") == "/a%20b/%E1%BB%91%24%26.html");
  CHECK(encoded_address("https://x.vn/a?b=$c{d}&e=%20ố") == "https://x.vn/a?b=%24c%7Bd%7D&e=%20%E1%BB%91");
}

TEST_CASE("an address that is no page has no file of its own", "[redirects]") {
  CHECK(html_path("/a/") == "/a/index.html");
  CHECK(html_path("/a/b") == "/a/b.html");
  CHECK(html_path("/a.b/c") == "/a.b/c.html");
  CHECK(html_path("/a.html") == "/a.html");
  CHECK(html_path("/Default.aspx") == "");
}
