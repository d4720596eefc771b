// SPDX-License-Identifier: GPL-3.0-or-later
// A small guarded HTTP server; the only owner of cpp-httplib. Loopback unless told otherwise, limits on everything, no
// exception leaves a handler, no answer is open-ended.
#pragma once
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "generator/base/result.h"

namespace congbo::http {

struct Request {
  std::string method;  // "GET" or "HEAD"; anything else is answered 405 unless a route takes it
  std::string path;    // percent-decoded, starts with "/", valid UTF-8, no NUL, no ".." part
                       // (anything else is answered 400 before a handler sees it)
  std::multimap<std::string, std::string> parameters;  // query string, decoded; valid UTF-8, no NUL
  std::map<std::string, std::string> headers;          // names in lower case
  std::string body;
  std::string parameter(const std::string& name) const;  // the first, or empty
  std::string header(const std::string& name) const;     // by its name in lower case; or empty
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
  int port = 0;                          // 0 = any free one
  unsigned threads = 64;                 // answered at the same time; the others wait
  std::size_t maximum_body = 64 * 1024;  // bytes of a request body
  // The whole request must have come, and the whole answer have been taken, within these times. Until its headers have
  // come a client holds no thread; of more such clients the one that has waited longest is let go.
  unsigned waiting_clients = 500;
  unsigned request_milliseconds = 5'000;
  unsigned answer_milliseconds = 30'000;
  unsigned drain_milliseconds = 2'000;  // stop() waits so long for answers that are being made or taken
  // Names the server answers to, without port. Empty: any. A preview on loopback names itself, so that a foreign page
  // cannot reach it under a name of its own (DNS rebinding).
  std::vector<std::string> hosts = {};
};

enum class Methods { read_only, any };  // read_only: GET and HEAD, others are answered 405 with "Allow"

// Every answer carries a Content-Security-Policy (own origin only), nosniff, a referrer policy and "no frames"; a
// handler's own header of the same name replaces it. One request a connection: a thread is never held by an idle
// reader, and a body nobody read cannot be taken for the next request. Ranges are not served. Nothing is logged.
class Server {
 public:
  explicit Server(ServerOptions options);
  ~Server();
  // Longest matching prefix wins; "/" takes the rest. A prefix matches itself and what is below it: "/api" takes "/api"
  // and
  // "/api/search", not "/apix". Called before start().
  void route(const std::string& prefix, Handler handler, Methods methods = Methods::read_only);
  // Binds and listens in the background; the port bound. Fails with "address-in-use" or "address-not-available".
  Result<int> start();
  void wait();  // until stop() or a signal handled by the caller
  void stop();

 private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

// Content type by the ending of a path; "application/octet-stream" when unknown.
std::string content_type_of(const std::string& path);

}  // namespace congbo::http
