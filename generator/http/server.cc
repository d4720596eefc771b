// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/http/server.h"

#include <httplib.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "generator/base/ascii.h"
#include "generator/http/library_server.h"
#include "generator/http/request_target.h"
#include "generator/http/router.h"

namespace congbo::http {
namespace {

constexpr int most_waiting = 512;                       // connections that are not accepted yet
constexpr std::size_t longest_target_with_body = 2048;  // the library matches these by a recursive regular expression

ConnectionLimits limits_of(const ServerOptions& options) {
  return {std::chrono::milliseconds(options.request_milliseconds),
          std::chrono::milliseconds(options.answer_milliseconds), header_bytes + options.maximum_body};
}

std::string host_without_port(std::string host) {
  host = ascii_lower(host);
  const std::size_t colon = host.rfind(':');
  const std::size_t bracket = host.rfind(']');
  const bool has_port = colon != std::string::npos && (bracket == std::string::npos || bracket < colon);
  return has_port ? host.substr(0, colon) : host;
}

void write_answer(const Response& from, httplib::Response& to) {
  to.status = from.status;
  for (const auto& [name, value] : from.headers) {
    to.headers.erase(name);
    to.set_header(name, value);
  }
  to.set_content(from.body, from.content_type);
}

// Why the address could not be had, by asking for it once more.
Diagnostic bind_failure(const ServerOptions& options) {
  const std::string port = std::to_string(options.port);
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_PASSIVE;
  addrinfo* found = nullptr;
  int reason = EADDRNOTAVAIL;
  if (::getaddrinfo(options.address.c_str(), port.c_str(), &hints, &found) == 0) {
    const int probe = ::socket(found->ai_family, found->ai_socktype, found->ai_protocol);
    if (probe >= 0 && ::bind(probe, found->ai_addr, found->ai_addrlen) != 0) reason = errno;
    if (probe >= 0) ::close(probe);
    ::freeaddrinfo(found);
  }
  return error(reason == EADDRINUSE ? "address-in-use" : "address-not-available", {}, {options.address, port});
}

}  // namespace

std::string Request::parameter(const std::string& name) const {
  const auto found = parameters.find(name);
  return found == parameters.end() ? std::string() : found->second;
}

std::string Request::header(const std::string& name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? std::string() : found->second;
}

struct Server::Implementation {
  explicit Implementation(ServerOptions given) : options(std::move(given)), library(limits_of(options), options) {
    configure();
  }

  void configure();
  httplib::Server::HandlerResponse before_routing(const httplib::Request& request, httplib::Response& response);
  bool answers_host(const httplib::Request& request) const;
  void answer(const httplib::Request& from, RequestTarget target, httplib::Response& response) const;

  ServerOptions options;
  Router router;
  LibraryServer library;
  socket_t listening = INVALID_SOCKET;
  std::thread listener;
  std::mutex mutex;
  std::condition_variable stopped_changed;
  bool stopped = false;
  std::atomic<bool> finished{false};
};

void Server::Implementation::configure() {
  library.set_tcp_nodelay(true);
  library.set_payload_max_length(options.maximum_body);
  // The library's default lets two servers share a port unnoticed.
  library.set_socket_options([this](socket_t socket) {
    listening = socket;
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    // Who has sent nothing need not be accepted yet, so that most requests are there when they are.
    ::setsockopt(socket, IPPROTO_TCP, TCP_DEFER_ACCEPT, &yes, sizeof yes);
  });
  library.set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
    return before_routing(request, response);
  });
  const auto with_body = [this](const httplib::Request& request, httplib::Response& response) {
    if (auto target = parse_target(request.target)) answer(request, std::move(*target), response);
  };
  library.Post("[^]*", with_body).Put("[^]*", with_body).Patch("[^]*", with_body).Delete("[^]*", with_body);
  library.set_error_handler([](const httplib::Request&, httplib::Response& response) {
    if (response.body.empty()) write_answer(plain_answer(response.status), response);
  });
  library.set_exception_handler([](const httplib::Request&, httplib::Response& response, const std::exception_ptr&) {
    write_answer(plain_answer(500), response);
  });
}

bool Server::Implementation::answers_host(const httplib::Request& request) const {
  if (options.hosts.empty()) return true;
  const std::string host = host_without_port(request.get_header_value("Host"));
  return std::find(options.hosts.begin(), options.hosts.end(), host) != options.hosts.end();
}

// Everything is answered here but requests whose body is wanted: the library reads the body and comes back to answer().
httplib::Server::HandlerResponse Server::Implementation::before_routing(const httplib::Request& request,
                                                                        httplib::Response& response) {
  auto target = parse_target(request.target);
  if (!target) {
    write_answer(plain_answer(400), response);
    return httplib::Server::HandlerResponse::Handled;
  }
  if (!answers_host(request)) {
    write_answer(plain_answer(421), response);
    return httplib::Server::HandlerResponse::Handled;
  }
  const bool may_have_body = request.method != "GET" && request.method != "HEAD";
  const Route* route = router.find(target->path);
  if (may_have_body && route != nullptr && route->methods == Methods::any) {
    if (request.target.size() <= longest_target_with_body) return httplib::Server::HandlerResponse::Unhandled;
    write_answer(plain_answer(414), response);
    return httplib::Server::HandlerResponse::Handled;
  }
  answer(request, std::move(*target), response);
  return httplib::Server::HandlerResponse::Handled;
}

void Server::Implementation::answer(const httplib::Request& from, RequestTarget target,
                                    httplib::Response& response) const {
  Request request;
  request.method = from.method;
  request.path = std::move(target.path);
  request.parameters = std::move(target.parameters);
  for (const auto& [name, value] : from.headers) request.headers.emplace(ascii_lower(name), value);
  request.body = from.body;
  write_answer(router.answer(request), response);
}

Server::Server(ServerOptions options) : implementation_(std::make_unique<Implementation>(std::move(options))) {}

Server::~Server() {
  stop();
}

void Server::route(const std::string& prefix, Handler handler, Methods methods) {
  implementation_->router.add(prefix, {std::move(handler), methods});
}

Result<int> Server::start() {
  Implementation& self = *implementation_;
  int port = self.options.port;
  if (port == 0) {
    port = self.library.bind_to_any_port(self.options.address);
    if (port <= 0) return bind_failure(self.options);
  } else if (!self.library.bind_to_port(self.options.address, port)) {
    return bind_failure(self.options);
  }
  // The library lets five wait. Those beyond would try again after a fifth of a second.
  ::listen(self.listening, most_waiting);
  self.library.open();
  self.listener = std::thread([&self] {
    self.library.listen_after_bind();
    self.finished = true;
  });
  // stop() does nothing to a server that is not running yet.
  while (!self.library.is_running() && !self.finished) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  return port;
}

void Server::wait() {
  Implementation& self = *implementation_;
  std::unique_lock<std::mutex> lock(self.mutex);
  self.stopped_changed.wait(lock, [&self] { return self.stopped; });
}

void Server::stop() {
  Implementation& self = *implementation_;
  self.library.stop();
  {
    const std::lock_guard<std::mutex> lock(self.mutex);
    if (self.listener.joinable()) self.listener.join();
    self.library.close();
    self.stopped = true;
  }
  self.stopped_changed.notify_all();
}

}  // namespace congbo::http
