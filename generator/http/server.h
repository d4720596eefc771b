// SPDX-License-Identifier: GPL-3.0-or-later
// A small guarded HTTP server; the only owner of cpp-httplib. Loopback unless told otherwise, limits on everything, no
// exception leaves a handler, no answer is open-ended.
#pragma once
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "generator/base/result.h"

namespace congbo::http {

struct Request {
  std::string method;                          // "GET" or "HEAD"; anything else is answered 405 unless a route takes it
  std::string path;                            // percent-decoded, starts with "/", valid UTF-8, no NUL, no ".." part
  std::multimap<std::string, std::string> parameters;  // query string, decoded
  std::map<std::string, std::string> headers;  // names in lower case
  std::string body;
  std::string parameter(const std::string& name) const;  // the first, or empty
};

struct Response {
  int status = 200;
  std::string content_type = "text/html; charset=utf-8";
  std::string body;
  std::map<std::string, std::string> headers = {};
};

using Handler = std::function<Response(const Request&)>;

struct ServerOptions {
  std::string address = "127.0.0.1";
  int port = 0;                                // 0 = any free one
  unsigned threads = 16;
  std::size_t maximum_body = 64 * 1024;        // bytes of a request body
};

class Server {
 public:
  explicit Server(ServerOptions options);
  ~Server();
  // Longest matching prefix wins; "/" takes the rest. Called before start().
  void route(const std::string& prefix, Handler handler);
  // Binds and listens in the background; the port bound. Fails with "address-in-use" or "address-not-available".
  Result<int> start();
  void wait();   // until stop() or a signal handled by the caller
  void stop();

 private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

// Content type by the ending of a path; "application/octet-stream" when unknown.
std::string content_type_of(const std::string& path);

}  // namespace congbo::http
