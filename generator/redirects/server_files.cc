// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/redirects/server_files.h"

#include "generator/redirects/percent.h"

namespace congbo::redirects {

namespace {

// In double quotes, as nginx, Apache and Caddy read them.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

// Matches exactly `path` as a regular expression, in Apache's double quotes: a backslash before anything but a quote or
// a backslash is kept there.
std::string exact_pattern(std::string_view path) {
  std::string out = "\"^";
  for (const char c : path) {
    if (c == '"') {
      out += "\\\"";
      continue;
    }
    if (std::string_view(".+*?()[]{}^$|").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out + "$\"";
}

// A text of Apache's expressions: neither a variable nor a defined name (${…}) in it.
std::string expression_text(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (std::string_view("\\'\"%${}").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out + "'";
}

// The same for a host, which browsers may follow with a port.
std::string host_pattern(std::string_view name) {
  std::string out = exact_pattern(name);
  out.insert(out.size() - 2, "(:[0-9]+)?");
  return out;
}

bool is_gone(const Route& route) {
  return route.kind != RouteKind::moved;
}

// Caddy compares with the decoded path, but reads "%xx" and "*" in the pattern.
std::string caddy_path(std::string_view path) {
  std::string out;
  for (const char c : path) {
    if (c == '%')
      out += "%25";
    else if (c == '*' || c == '{' || c == '}')
      out += encoded(std::string_view(&c, 1));
    else
      out += c;
  }
  return quoted(out);
}

}  // namespace

std::string nginx_file(std::span<const Route> routes, const OldHosts& hosts) {
  std::string text = "# include in server { }\n";
  for (const std::string& name : hosts.names)
    text += "if ($host = " + quoted(name) + ") { return 301 " + quoted(hosts.base_url + "$request_uri") + "; }\n";
  bool any_gone = false;
  for (const Route& route : routes) {
    text += "location = " + quoted(route.from);
    if (is_gone(route)) {
      text += " { error_page 410 @congbo_gone; return 410; }\n";
      any_gone = true;
    } else {
      text += " { return 301 " + quoted(route.to) + "; }\n";
    }
  }
  if (any_gone) text += "location @congbo_gone { try_files $uri $uri.html $uri/index.html =410; }\n";
  return text;
}

std::string apache_file(std::span<const Route> routes, const OldHosts& hosts) {
  std::string text = "# .htaccess, or inside <Directory>\n";
  if (!hosts.names.empty()) text += "RewriteEngine On\n";
  for (const std::string& name : hosts.names)
    text += "RewriteCond %{HTTP_HOST} " + host_pattern(name) + " [NC]\nRewriteRule ^ " +
            quoted(hosts.base_url + "%{REQUEST_URI}") + " [R=301,L]\n";
  for (const Route& route : routes) {
    const std::string pattern = exact_pattern(route.from);
    if (!is_gone(route)) {
      text += "RedirectMatch 301 " + pattern + " " + quoted(route.to) + "\n";
      continue;
    }
    const std::string file = html_path(route.from);
    if (file.empty()) {
      text += "RedirectMatch 410 " + pattern + "\n";
      continue;
    }
    // The page with the reason may have the very address that is gone: served as the error's document it is not
    // refused again.
    text += "<If " + quoted("%{REQUEST_URI} == " + expression_text(route.from) + " && -z reqenv('REDIRECT_STATUS')") +
            ">\n\tErrorDocument 410 " + quoted(encoded(file)) + "\n\tRedirectMatch 410 " + pattern + "\n</If>\n";
  }
  return text;
}

std::string caddy_file(std::span<const Route> routes, const OldHosts& hosts) {
  std::string text = "# import in the site's block\n";
  if (!hosts.names.empty()) {
    text += "@congbo_old_hosts host";
    for (const std::string& name : hosts.names) text += " " + quoted(name);
    text += "\nredir @congbo_old_hosts " + quoted(hosts.base_url + "{uri}") + " 301\n";
  }
  for (const Route& route : routes) {
    if (!is_gone(route)) {
      text += "redir " + caddy_path(route.from) + " " + quoted(route.to) + " 301\n";
      continue;
    }
    const std::string file = html_path(route.from);
    text += "handle " + caddy_path(route.from) + " {\n";
    if (file.empty())
      text += "\trespond 410\n";
    else
      text += "\trewrite * " + quoted(encoded(file)) + "\n\tfile_server {\n\t\tstatus 410\n\t}\n";
    text += "}\n";
  }
  return text;
}

std::string netlify_file(std::span<const Route> routes) {
  std::string text;
  for (const Route& route : routes)
    if (!is_gone(route)) text += encoded(route.from) + " " + route.to + " 301\n";
  return text;
}

std::string nginx_include(std::span<const std::string> paths) {
  std::string text = "ssi on;\nssi_silent_errors on;\n";
  for (const std::string& path : paths) text += "location = " + quoted(path) + " { internal; }\n";
  return text;
}

std::string apache_include() {
  return "Options +IncludesNOEXEC\nAddOutputFilter INCLUDES .html\nSSIErrorMsg \"<!-- -->\"\n";
}

// Delimiters that no text of a page can hold ("<" is escaped there), so content is never read as a template.
std::string caddy_include() {
  return "templates {\n\tbetween <!--# -->\n}\n";
}

std::string nginx_search(std::span<const std::string> languages) {
  std::string text = "location = /tim-kiem {\n";
  for (const std::string& language : languages.subspan(1))
    text += "  if ($arg_lang = " + quoted(language) + ") { rewrite ^ /" + language + "/tim-kiem.html last; }\n";
  return text + "  rewrite ^ /tim-kiem.html last;\n}\n";
}

std::string apache_search(std::span<const std::string> languages) {
  std::string text = "<IfModule mod_rewrite.c>\n\tRewriteEngine On\n";
  for (const std::string& language : languages.subspan(1))
    text += "\tRewriteCond %{QUERY_STRING} \"(^|&)lang=" + language + "(&|$)\"\n\tRewriteRule \"^tim-kiem$\" \"/" +
            language + "/tim-kiem.html\" [L]\n";
  return text + "\tRewriteRule \"^tim-kiem$\" \"/tim-kiem.html\" [L]\n</IfModule>\n";
}

std::string caddy_search(std::span<const std::string> languages) {
  std::string text;
  for (const std::string& language : languages.subspan(1)) {
    const std::string matcher = "@congbo_search_" + language;
    text += matcher + " {\n\tpath /tim-kiem\n\tquery lang=" + language + "\n}\nrewrite " + matcher + " /" + language +
            "/tim-kiem.html\n";
  }
  return text + "rewrite /tim-kiem /tim-kiem.html\n";
}

std::string html_path(const std::string& from) {
  if (from.ends_with('/')) return from + "index.html";
  if (from.ends_with(".html") || from.ends_with(".htm")) return from;
  const std::size_t slash = from.rfind('/');
  return from.find('.', slash) == std::string::npos ? from + ".html" : std::string();
}

}  // namespace congbo::redirects
