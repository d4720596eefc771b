// SPDX-License-Identifier: GPL-3.0-or-later
// The server over real sockets on loopback.
#include "generator/http/server.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <stdexcept>
#include <thread>
#include <vector>

#include "tests/support/catch.h"
#include "tests/unit/http/raw_client.h"

namespace congbo::http {
namespace {

constexpr std::size_t huge = 50'000'000;  // more than the kernel keeps for a client that does not read

// Tells what it was asked; "/throw" and "/throw-int" throw, "/form" takes a body.
class TestServer {
 public:
  explicit TestServer(ServerOptions options = {}) : server_(std::move(options)) {
    server_.route("/", [](const Request& request) {
      return Response{200, "text/plain", request.method + " " + request.path};
    });
    server_.route("/q", [](const Request& request) { return Response{200, "text/plain", request.parameter("q")}; });
    server_.route("/throw", [](const Request&) -> Response { throw std::runtime_error("secret reason"); });
    server_.route("/throw-int", [](const Request&) -> Response { throw 7; });
    server_.route(
        "/form",
        [](const Request& request) {
          return Response{200, "text/plain", request.method + ":" + request.body};
        },
        Methods::any);
    server_.route("/big", [](const Request&) {
      return Response{200, "application/octet-stream", std::string(3'000'000, 'x')};
    });
    server_.route("/huge", [](const Request&) {
      return Response{200, "application/octet-stream", std::string(huge, 'x')};
    });
    server_.route("/headers", [](const Request& request) {
      return Response{200,
                      "text/plain",
                      request.headers.count("x-test") != 0 ? request.headers.at("x-test") : "",
                      {{"Content-Security-Policy", "default-src 'none'"}, {"X-Split", "a\r\nSet-Cookie: b"}}};
    });
    const auto started = server_.start();
    if (!started) throw std::runtime_error(started.error().code);
    port = *started;
  }
  Server& server() { return server_; }
  int port = 0;

 private:
  Server server_;
};

bool has_header(const std::string& answer, const std::string& line) {
  return answer.find("\r\n" + line + "\r\n") != std::string::npos;
}

}  // namespace

TEST_CASE("A request reaches its handler and the answer carries the security headers", "[SEC-01]") {
  TestServer test;
  const std::string answer = get(test.port, "/a/b");
  CHECK(status_of(answer) == 200);
  CHECK(body_of(answer) == "GET /a/b");
  CHECK(has_header(answer, "X-Content-Type-Options: nosniff"));
  CHECK(has_header(answer, "X-Frame-Options: DENY"));
  CHECK(has_header(answer, "Referrer-Policy: same-origin"));
  CHECK(has_header(answer, "Connection: close"));
  CHECK(answer.find("Content-Security-Policy: default-src 'self'") != std::string::npos);
}

TEST_CASE("A handler's own header replaces ours, and cannot smuggle in another", "[SEC-01]") {
  TestServer test;
  const std::string answer = get(test.port, "/headers", "X-Test: yes\r\n");
  CHECK(body_of(answer) == "yes");
  CHECK(has_header(answer, "Content-Security-Policy: default-src 'none'"));
  CHECK(answer.find("default-src 'self'") == std::string::npos);
  CHECK(answer.find("Set-Cookie") == std::string::npos);
}

TEST_CASE("Paths and parameters are decoded strictly", "[SEC-01]") {
  TestServer test;
  CHECK(body_of(get(test.port, "/t%C3%ACm")) == "GET /tìm");
  CHECK(body_of(get(test.port, "/q?q=%C4%91%E1%BA%A5t+%C4%91ai&q=2")) == "đất đai");
  CHECK(body_of(get(test.port, "/q?q=50%")) == "50%");
  for (const char* target : {"/%",         "/%4",       "/%zz",
                             "/%00",       "/a%00b",    "/../etc/passwd",
                             "/a/../b",    "/%2e%2e/x", "/a/%2E%2E",
                             "/a/..",      "/./a",      "/a\\b",
                             "/%5c..%5c",  "/%FF",      "/%C0%AE%C0%AE/",
                             "/%ED%A0%80", "/%0d%0aX:", "/q?q=%FF",
                             "/q?q=a%00b", "/q?%C3=1",  "a",
                             "http://h/a", "*"}) {
    INFO(target);
    CHECK(status_of(get(test.port, target)) == 400);
  }
}

TEST_CASE("Reading is all a route allows unless it says so", "[SEC-01]") {
  TestServer test;
  const std::string head = send_raw(test.port, "HEAD /big HTTP/1.1\r\nHost: h\r\n\r\n");
  CHECK(status_of(head) == 200);
  CHECK(has_header(head, "Content-Length: 3000000"));
  CHECK(body_of(head).empty());
  for (const char* method : {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"}) {
    INFO(method);
    const std::string answer =
        send_raw(test.port, std::string(method) + " /a HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nhi");
    CHECK(status_of(answer) == 405);
    CHECK(has_header(answer, "Allow: GET, HEAD"));
  }
  const std::string form =
      "POST /form HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\nhi";
  CHECK(body_of(send_raw(test.port, form)) == "POST:hi");
  CHECK(status_of(send_raw(test.port, "POST /form" + std::string(3000, 'a') + " HTTP/1.1\r\nHost: h\r\n\r\n")) == 405);
  CHECK(status_of(send_raw(test.port, "POST /form/" + std::string(3000, 'a') + " HTTP/1.1\r\nHost: h\r\n\r\n")) == 414);
}

TEST_CASE("The longest prefix wins, by whole names", "[SEC-01]") {
  TestServer test;
  CHECK(body_of(get(test.port, "/q/x?q=1")) == "1");
  CHECK(body_of(get(test.port, "/qx?q=1")) == "GET /qx");
}

TEST_CASE("A handler that throws answers 500 and tells nothing", "[SEC-01]") {
  TestServer test;
  for (const char* target : {"/throw", "/throw-int"}) {
    const std::string answer = get(test.port, target);
    CHECK(status_of(answer) == 500);
    CHECK(answer.find("secret") == std::string::npos);
    CHECK(answer.find("EXCEPTION") == std::string::npos);
    CHECK(has_header(answer, "X-Content-Type-Options: nosniff"));
  }
  CHECK(status_of(get(test.port, "/")) == 200);
}

TEST_CASE("Too much of anything is refused", "[SEC-01]") {
  TestServer test;
  CHECK(status_of(get(test.port, std::string("/") + std::string(9000, 'a'))) >= 400);
  CHECK(status_of(get(test.port, "/", std::string("X-Long: ") + std::string(10'000, 'a') + "\r\n")) != 200);
  std::string many;
  for (int i = 0; i < 100'000; ++i) many.append("X-").append(std::to_string(i)).append(": a\r\n");
  CHECK(status_of(get(test.port, "/", many)) != 200);
  std::string parameters = "/q?";
  for (int i = 0; i < 200; ++i) parameters += "a=1&";
  CHECK(status_of(get(test.port, parameters)) == 400);
  const std::string large =
      "POST /form HTTP/1.1\r\nHost: h\r\nContent-Length: 70000\r\n\r\n" + std::string(70'000, 'b');
  CHECK(status_of(send_raw(test.port, large)) == 413);
  CHECK(status_of(send_raw(test.port,
                           "POST /form HTTP/1.1\r\nHost: h\r\nContent-Length: 99999999999999999999\r\n\r\n")) != 200);
  CHECK(status_of(get(test.port, "/")) == 200);
}

TEST_CASE("Ranges cannot multiply an answer", "[SEC-01]") {
  TestServer test;
  std::string ranges = "Range: bytes=0-";
  for (int i = 0; i < 500; ++i) ranges += ",0-";
  CHECK(get(test.port, "/big", ranges + "\r\n").size() < 3'100'000);
}

TEST_CASE("A request after a body nobody read is not a request", "[SEC-01]") {
  TestServer test;
  const std::string inner = "GET /inner HTTP/1.1\r\nHost: h\r\n\r\n";
  const std::string outer =
      "GET /outer HTTP/1.1\r\nHost: h\r\nContent-Length: " + std::to_string(inner.size()) + "\r\n\r\n";
  const std::string answer = send_raw(test.port, outer + inner);
  CHECK(body_of(answer) == "GET /outer");
  CHECK(answer.find("/inner") == std::string::npos);
}

TEST_CASE("A slow client is let go and holds up nobody", "[SEC-01]") {
  ServerOptions options;
  options.threads = 2;
  options.request_milliseconds = 300;
  TestServer test(options);
  const auto begin = std::chrono::steady_clock::now();
  std::thread dripping([&test] {
    RawClient client(test.port);
    client.send("GET / HTTP/1.1\r\n");
    for (int i = 0; i < 100 && client.send("X: a\r\n"); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(50));
  });
  RawClient silent(test.port);
  silent.send("GET /");
  CHECK(status_of(get(test.port, "/")) == 200);
  silent.receive();  // the server closes first
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(15));
  dripping.join();
}

TEST_CASE("Clients that are slow to ask hold no thread, however many they are", "[SEC-01]") {
  ServerOptions options;
  options.threads = 1;
  options.request_milliseconds = 60'000;
  TestServer test(options);
  std::vector<std::unique_ptr<RawClient>> slow;
  for (int i = 0; i < 100; ++i) slow.push_back(std::make_unique<RawClient>(test.port));
  for (const auto& client : slow) REQUIRE(client->send("GET /slow HTTP/1.1\r\nHost"));
  for (int i = 0; i < 20; ++i) CHECK(status_of(get(test.port, "/")) == 200);
  REQUIRE(slow.front()->send(": h\r\n\r\n"));
  CHECK(body_of(slow.front()->receive()) == "GET /slow");
}

TEST_CASE("Of too many waiting clients those that came first are let go", "[SEC-01]") {
  ServerOptions options;
  options.request_milliseconds = 60'000;
  options.waiting_clients = 20;
  TestServer test(options);
  std::vector<std::unique_ptr<RawClient>> slow;
  for (int i = 0; i < 30; ++i) {
    slow.push_back(std::make_unique<RawClient>(test.port));
    REQUIRE(slow.back()->send("GET"));
  }
  for (int i = 0; i < 10; ++i) CHECK(slow[static_cast<std::size_t>(i)]->receive().empty());
  REQUIRE(slow.back()->send(" / HTTP/1.1\r\nHost: h\r\n\r\n"));
  CHECK(status_of(slow.back()->receive()) == 200);
}

TEST_CASE("Stopping waits for no slow client", "[SEC-01]") {
  ServerOptions options;
  options.request_milliseconds = 60'000;
  options.answer_milliseconds = 60'000;
  options.drain_milliseconds = 100;
  TestServer test(options);
  RawClient silent(test.port), dripping(test.port), taking(test.port);
  REQUIRE(dripping.send("GET / HTTP/1.1\r\n"));
  REQUIRE(taking.send("GET /huge HTTP/1.1\r\nHost: h\r\n\r\n"));
  CHECK(status_of(get(test.port, "/")) == 200);
  const auto begin = std::chrono::steady_clock::now();
  test.server().stop();
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
  CHECK(silent.receive().empty());
  CHECK(dripping.receive().empty());
  CHECK(taking.receive().size() < huge);
}

TEST_CASE("Requests are answered side by side", "[SEC-01]") {
  TestServer test;
  std::atomic<int> good{0};
  std::vector<std::thread> clients;
  for (int i = 0; i < 8; ++i) {
    clients.emplace_back([&test, &good, i] {
      for (int k = 0; k < 25; ++k) {
        const std::string name = std::to_string(i * 100 + k);
        if (body_of(get(test.port, "/q?q=" + name)) == name) ++good;
      }
    });
  }
  for (std::thread& client : clients) client.join();
  CHECK(good == 200);
}

TEST_CASE("Malformed requests are refused and harm nothing", "[SEC-01]") {
  TestServer test;
  for (const std::string& request :
       {std::string("GET /music ICE/1.0\r\n\r\n"), std::string("GET /x IHTTP/1.0\r\n\r\n"),
        std::string("PUT /x RTSP/1.0\r\n\r\n"), std::string("GET / HTTP/5.6\r\n\r\n"), std::string("GET\r\n\r\n"),
        std::string("GET / \r\n\r\n"), std::string("\r\n\r\n"), std::string("get / HTTP/1.1\r\n\r\n"),
        std::string("GET / HTTP/1.1 x\r\n\r\n"), std::string("HELLO / HTTP/1.1\r\n\r\n"),
        std::string("GET /\0 HTTP/1.1\r\n\r\n", 19), std::string("\x16\x03\x01\x02\x00", 5),
        std::string("GET  HTTP/1.1\r\n\r\n"), std::string(20'000, 'G'), std::string(1, '\0'), std::string()}) {
    INFO(request.substr(0, 40));
    CHECK(status_of(send_raw(test.port, request)) != 200);
    CHECK(status_of(get(test.port, "/")) == 200);
  }
}

TEST_CASE("Odd but lawful requests do no harm", "[SEC-01]") {
  TestServer test;
  for (const std::string& headers :
       {std::string("X:\r\n"), std::string(": y\r\n"), std::string("no colon\r\n"), std::string(" folded: a\r\n b\r\n"),
        std::string("Content-Length: -1\r\n"), std::string("Content-Length: 1\r\nContent-Length: 2\r\n"),
        std::string("Transfer-Encoding: chunked\r\n"), std::string("Expect: 100-continue\r\n"),
        std::string("Range: bytes=9-1\r\n"), std::string("Connection: keep-alive\r\n"),
        std::string("Accept-Encoding: br, gzip;q=0\r\n"), std::string("Host: \xFF\r\n")}) {
    INFO(headers);
    send_raw(test.port, "GET / HTTP/1.1\r\n" + headers + "\r\n");
    send_raw(test.port, "POST /form HTTP/1.1\r\n" + headers + "\r\nzz\r\nabc\r\n0\r\n\r\n");
    CHECK(status_of(get(test.port, "/")) == 200);
  }
}

TEST_CASE("A server with names of its own answers to no other", "[SEC-01]") {
  ServerOptions options;
  options.hosts = {"localhost", "127.0.0.1"};
  TestServer test(options);
  CHECK(status_of(get(test.port, "/")) == 200);
  CHECK(status_of(send_raw(test.port, "GET / HTTP/1.1\r\nHost: LOCALHOST:8080\r\n\r\n")) == 200);
  CHECK(status_of(send_raw(test.port, "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n")) == 421);
  CHECK(status_of(send_raw(test.port, "GET / HTTP/1.1\r\n\r\n")) == 421);
}

TEST_CASE("A port in use or a foreign address is told", "[SEC-01]") {
  TestServer test;
  Server second({"127.0.0.1", test.port});
  const auto in_use = second.start();
  REQUIRE_FALSE(in_use);
  CHECK(in_use.error().code == "address-in-use");
  Server foreign({"192.0.2.1", 0});  // an address for documentation, RFC 5737
  const auto not_ours = foreign.start();
  REQUIRE_FALSE(not_ours);
  CHECK(not_ours.error().code == "address-not-available");
}

TEST_CASE("Stopping ends the waiting", "[SEC-01]") {
  TestServer test;
  std::thread stopper([&test] {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    test.server().stop();
  });
  test.server().wait();
  stopper.join();
  CHECK(status_of(get(test.port, "/")) == 0);
}

TEST_CASE("Content types come from the ending of the path", "[SEC-01]") {
  CHECK(content_type_of("/a/b.html") == "text/html; charset=utf-8");
  CHECK(content_type_of("quyet-dinh.PDF") == "application/pdf");
  CHECK(content_type_of("/a.b/c") == "application/octet-stream");
  CHECK(content_type_of("/x.unknown") == "application/octet-stream");
  CHECK(content_type_of("") == "application/octet-stream");
}

}  // namespace congbo::http
