// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/hosting/server_headers.h"

#include <array>
#include <string_view>

namespace congbo::hosting {

namespace {

// No value of ours has a quote or a backslash of its own but those of patterns, which stand for themselves in all
// three.
std::string quoted(std::string_view text) {
  return "\"" + std::string(text) + "\"";
}

struct FeedType {
  std::string_view name, type;
};
constexpr std::array feed_types = {FeedType{"atom.xml", "application/atom+xml"},
                                   FeedType{"rss.xml", "application/rss+xml"},
                                   FeedType{"opensearch.xml", "application/opensearchdescription+xml"}};

std::string escaped_dot(std::string_view name) {
  std::string out;
  for (const char c : name) out += c == '.' ? std::string("\\.") : std::string(1, c);
  return out;
}

// Files of the search have their compressed ones beside them; their types would else be those of archives.
constexpr std::string_view apache_precompressed = R"(<IfModule mod_rewrite.c>
	RewriteEngine On
	RewriteCond %{HTTP:Accept-Encoding} "\bbr\b"
	RewriteCond %{REQUEST_FILENAME}.br -f
	RewriteRule "^(search/.+)$" "$1.br" [L,E=no-gzip:1,E=no-brotli:1]
	RewriteCond %{HTTP:Accept-Encoding} "\bgzip\b"
	RewriteCond %{REQUEST_FILENAME}.gz -f
	RewriteRule "^(search/.+)$" "$1.gz" [L,E=no-gzip:1,E=no-brotli:1]
</IfModule>
<FilesMatch "\.json\.(br|gz)$">
	ForceType "application/json; charset=utf-8"
</FilesMatch>
<FilesMatch "\.bin\.(br|gz)$">
	ForceType application/octet-stream
</FilesMatch>
<FilesMatch "\.(json|bin)\.br$">
	Header set Content-Encoding br
	Header append Vary Accept-Encoding
</FilesMatch>
<FilesMatch "\.(json|bin)\.gz$">
	Header set Content-Encoding gzip
	Header append Vary Accept-Encoding
</FilesMatch>
)";

}  // namespace

std::string nginx_headers(const Loads& loads, Host host) {
  std::string text = "# include in server { }\n";
  text += "set $congbo_cache " + quoted(cache_of_pages) + ";\n";
  text += "if ($uri ~ " + quoted(feeds_pattern) + ") { set $congbo_cache " + quoted(cache_of_feeds) + "; }\n";
  text += "if ($uri ~ " + quoted(fixed_pattern) + ") { set $congbo_cache " + quoted(cache_of_fixed) + "; }\n";
  for (const auto& [name, value] : common_headers(loads, host))
    text += "add_header " + name + " " + quoted(value) + " always;\n";
  text += "add_header Cache-Control $congbo_cache;\n";
  text += "charset utf-8;\nsource_charset utf-8;\ncharset_types";
  for (const ContentType& one : content_types())
    if (one.text && one.type != "text/html") text += " " + std::string(one.type);
  for (const FeedType& one : feed_types) text += " " + std::string(one.type);
  text += ";\ntypes {\n";
  for (const ContentType& one : content_types())
    text += "  " + std::string(one.type) + " " + std::string(one.ending) + ";\n";
  text += "}\ndefault_type application/octet-stream;\n";
  for (const FeedType& one : feed_types)
    text += "location ~ " + quoted("/" + escaped_dot(one.name) + "$") + " { types { } default_type " +
            std::string(one.type) + "; }\n";
  // Files of the search have their compressed ones beside them.
  return text + "gzip_static on;\ngzip_vary on;\nerror_page 404 /404.html;\n";
}

std::string apache_headers(const Loads& loads, Host host) {
  std::string text = "# .htaccess, or inside <Directory>\n";
  for (const auto& [name, value] : common_headers(loads, host))
    text += "Header always set " + name + " " + quoted(value) + "\n";
  const auto cache = [&](std::string_view value, std::string_view pattern) {
    text += "Header set Cache-Control " + quoted(value);
    if (!pattern.empty()) text += " " + quoted("expr=%{REQUEST_URI} =~ m#" + std::string(pattern) + "#");
    text += "\n";
  };
  cache(cache_of_pages, {});
  cache(cache_of_feeds, feeds_pattern);
  cache(cache_of_fixed, fixed_pattern);
  for (const ContentType& one : content_types()) {
    text += "AddType " + std::string(one.type) + " ." + std::string(one.ending) + "\n";
    if (one.text) text += "AddCharset utf-8 ." + std::string(one.ending) + "\n";
  }
  for (const FeedType& one : feed_types)
    text += "<Files " + quoted(one.name) + ">\n\tForceType " + quoted(std::string(one.type) + "; charset=utf-8") +
            "\n</Files>\n";
  return text + std::string(apache_precompressed) + "ErrorDocument 404 /404.html\n";
}

std::string caddy_headers(const Loads& loads, Host host) {
  std::string text = "# import in the site's block\nheader {\n";
  for (const auto& [name, value] : common_headers(loads, host)) text += "\t" + name + " " + quoted(value) + "\n";
  // «?»: only where no rule below has set it; Caddy takes the rules with a pattern first.
  text += "\t?Cache-Control " + quoted(cache_of_pages) + "\n}\n";
  const auto rule = [&](std::string_view name, std::string_view pattern, std::string_view header,
                        std::string_view value) {
    const std::string matcher = "@congbo_" + std::string(name);
    text += matcher + " path_regexp " + std::string(pattern) + "\n";
    text += "header " + matcher + " " + std::string(header) + " " + quoted(value) + "\n";
  };
  rule("feeds", feeds_pattern, "Cache-Control", cache_of_feeds);
  rule("fixed", fixed_pattern, "Cache-Control", cache_of_fixed);
  for (const ContentType& one : content_types()) {
    const std::string type = std::string(one.type) + (one.text ? "; charset=utf-8" : "");
    if (one.ending != "html") rule(one.ending, "\\." + std::string(one.ending) + "$", "Content-Type", type);
  }
  for (const FeedType& one : feed_types)
    rule(one.name.substr(0, one.name.find('.')), "/" + escaped_dot(one.name) + "$", "Content-Type",
         std::string(one.type) + "; charset=utf-8");
  return text +
         "handle_errors {\n\t@congbo_missing expression {http.error.status_code} == 404\n\thandle @congbo_missing "
         "{\n\t\trewrite * /404.html\n\t\tfile_server\n\t}\n}\n"
         // Files of the search have their compressed ones beside them.
         "file_server {\n\tprecompressed br gzip\n}\n";
}

std::string static_host_headers(const Loads& loads, Host host) {
  std::string text = "/*\n";
  for (const auto& [name, value] : common_headers(loads, host)) text += "  " + name + ": " + value + "\n";
  // Values of all rules that match are joined: what both hosts say of pages by themselves (max-age=0, must-revalidate)
  // is left as it is.
  text += "/assets/*\n  Cache-Control: " + std::string(cache_of_fixed) + "\n";
  for (const FeedType& one : feed_types)
    text += "/" + std::string(one.name) + "\n  Content-Type: " + std::string(one.type) + "; charset=utf-8\n";
  text += "/*.ics\n  Content-Type: text/calendar; charset=utf-8\n/*.csv\n  Content-Type: text/csv; charset=utf-8\n";
  return text + "/*.geojson\n  Content-Type: application/geo+json; charset=utf-8\n";
}

}  // namespace congbo::hosting
