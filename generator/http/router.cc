// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/http/router.h"

#include <algorithm>
#include <array>
#include <utility>

namespace congbo::http {
namespace {

constexpr std::array<std::pair<const char*, const char*>, 5> security_headers = {{
    {"Content-Security-Policy",
     "default-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"X-Frame-Options", "DENY"},
    {"Referrer-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
}};

bool covers(const std::string& prefix, const std::string& path) {
  if (path.compare(0, prefix.size(), prefix) != 0) return false;
  return path.size() == prefix.size() || prefix.empty() || prefix.back() == '/' || path[prefix.size()] == '/';
}

// A value that could end its line would be a header of its own.
void drop_broken_headers(Response& response) {
  const auto breaks = [](const std::string& text) {
    return text.find_first_of(std::string("\r\n\0", 3)) != std::string::npos;
  };
  for (auto at = response.headers.begin(); at != response.headers.end();) {
    at = breaks(at->first) || breaks(at->second) ? response.headers.erase(at) : std::next(at);
  }
  if (breaks(response.content_type)) response.content_type = "application/octet-stream";
}

std::string_view reason(int status) {
  switch (status) {
    case 400:
      return "Yêu cầu không hợp lệ. Bad request.";
    case 404:
      return "Không tìm thấy. Not found.";
    case 405:
      return "Địa chỉ này chỉ để đọc. This address can only be read.";
    case 413:
      return "Nội dung gửi lên quá lớn. The request is too large.";
    case 414:
      return "Địa chỉ quá dài. The address is too long.";
    case 421:
      return "Máy chủ này không phục vụ tên miền đó. This server does not answer for that name.";
    case 500:
      return "Máy chủ gặp lỗi. Xin thử lại sau. The server failed; please try again later.";
    default:
      return "Không thực hiện được yêu cầu. The request could not be answered.";
  }
}

}  // namespace

void add_security_headers(Response& response) {
  for (const auto& [name, value] : security_headers) response.headers.emplace(name, value);
}

Response plain_answer(int status) {
  Response response;
  response.status = status;
  response.content_type = "text/plain; charset=utf-8";
  response.body = std::string(reason(status)) + "\n";
  if (status == 405) response.headers["Allow"] = "GET, HEAD";
  add_security_headers(response);
  return response;
}

const Route* Router::find(const std::string& path) const {
  const Route* best = nullptr;
  std::size_t longest = 0;
  for (const auto& [prefix, route] : routes_) {
    if (!covers(prefix, path) || (best != nullptr && prefix.size() < longest)) continue;
    best = &route;
    longest = prefix.size();
  }
  return best;
}

Response Router::answer(const Request& request) const {
  try {
    const Route* route = find(request.path);
    if (route == nullptr) return plain_answer(404);
    const bool reading = request.method == "GET" || request.method == "HEAD";
    if (!reading && route->methods == Methods::read_only) return plain_answer(405);
    Response response = route->handler(request);
    drop_broken_headers(response);
    add_security_headers(response);
    return response;
  } catch (...) {
    return plain_answer(500);  // what went wrong is nobody's business outside
  }
}

}  // namespace congbo::http
