// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/drafts/server_state.h"

namespace congbo::drafts {

Response not_found(const std::string& way_in) {
  Response response{404, "text/plain; charset=utf-8", "404\n", {}};
  if (!way_in.empty()) response.body += way_in + "\n";
  add_draft_headers(response);
  return response;
}

Response redirect(const std::string& address) {
  Response response{303, "text/plain; charset=utf-8", "", {}};
  add_draft_headers(response);
  response.headers["Location"] = address;
  return response;
}

Response own_page(const Frame& frame, Language language) {
  Response response;
  response.body = page_frame(frame, language);
  add_draft_headers(response);
  response.headers["Referrer-Policy"] = "same-origin";  // forms say where they come from
  response.headers["Content-Security-Policy"] =
      "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; img-src 'self' data:; "
      "style-src "
      "'self'; font-src 'self'; script-src 'self'; connect-src 'self'";
  return response;
}

Response text_file(std::string_view type, std::string_view bytes) {
  Response response{
      200, std::string(type) + (type.starts_with("text/") ? "; charset=utf-8" : ""), std::string(bytes), {}};
  add_draft_headers(response);
  return response;
}

std::optional<std::string> rest_of(const std::string& path, std::string_view prefix) {
  if (!path.starts_with(prefix) || path.size() == prefix.size() || path[prefix.size()] != '/') return std::nullopt;
  return path.substr(prefix.size());
}

}  // namespace congbo::drafts
