// SPDX-License-Identifier: GPL-3.0-or-later
// Which handler answers a path, and the answer itself with its headers. No sockets.
#pragma once
#include <map>
#include <string>

#include "generator/http/server.h"

namespace congbo::http {

struct Route {
  Handler handler;
  Methods methods = Methods::read_only;
};

class Router {
 public:
  void add(const std::string& prefix, Route route) { routes_[prefix] = std::move(route); }
  const Route* find(const std::string& path) const;
  // The handler's answer, or 404, 405, or 500 for a handler that throws; security headers included. Never throws.
  Response answer(const Request& request) const;

 private:
  std::map<std::string, Route> routes_;
};

// A short plain answer with the security headers.
Response plain_answer(int status);
void add_security_headers(Response& response);

}  // namespace congbo::http
