// SPDX-License-Identifier: GPL-3.0-or-later
// One part of a collection on another machine: xapian-tcpsrv, started here.
#include <arpa/inet.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <thread>

#include "search/index.h"
#include "search/searcher.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

namespace congbo::search {
namespace {

constexpr const char* server_program = "/usr/bin/xapian-tcpsrv";

SearchDocument make(std::size_t i) {
  SearchDocument document;
  document.id = document.address = "/van-ban/" + std::to_string(i) + ".html";
  document.portal = "main";
  document.language = "vi";
  document.title = "Thủ tục đất đai " + std::to_string(i);
  document.type = document.type_label = i % 3 == 0 ? "a" : "b";
  document.body = i % 2 == 0 ? "Ủy ban nhân dân xã trả lời." : "Hồ sơ nộp một cửa.";
  return document;
}

void write(const std::string& folder, std::size_t first, std::size_t end) {
  REQUIRE(write_index({folder, 1, "r1", {}, static_cast<std::uint32_t>(first)}, end - first,
                      [&](std::size_t i) { return make(first + i); }));
}

int free_port() {
  const int number = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  const bool bound = ::bind(number, reinterpret_cast<sockaddr*>(&address), size) == 0 &&
                     ::getsockname(number, reinterpret_cast<sockaddr*>(&address), &size) == 0;
  ::close(number);
  REQUIRE(bound);
  return ntohs(address.sin_port);
}

class RemoteServer {
 public:
  explicit RemoteServer(std::string file) : port_(std::to_string(free_port())) {
    std::array<std::string, 7> words = {server_program, "--quiet", "--interface",  "127.0.0.1",
                                        "--port",       port_,     std::move(file)};
    std::array<char*, 8> arguments{};
    for (std::size_t i = 0; i < words.size(); ++i) arguments[i] = words[i].data();
    REQUIRE(::posix_spawn(&id_, server_program, nullptr, nullptr, arguments.data(), environ) == 0);
  }
  RemoteServer(const RemoteServer&) = delete;
  RemoteServer& operator=(const RemoteServer&) = delete;
  ~RemoteServer() {
    ::kill(id_, SIGKILL);
    ::waitpid(id_, nullptr, 0);
  }
  std::string address() const { return "tcp:127.0.0.1:" + port_; }

 private:
  std::string port_;
  pid_t id_ = -1;
};

// The server needs a moment before it listens.
Result<Searcher> open_when_ready(const std::vector<std::string>& databases) {
  for (int tries = 0;; ++tries) {
    auto opened = Searcher::open_all(databases);
    if (opened || tries == 200) return opened;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
}

}  // namespace

TEST_CASE("A part of the collection on another machine changes nothing in the answers", "[SEA-05]") {
  if (!std::filesystem::exists(server_program)) {
    if (std::getenv("CI")) FAIL("xapian-tools are missing");
    WARN("skipped: xapian-tools are missing");
    return;
  }
  const test::TemporaryFolder whole, first, second;
  write(whole.path(), 0, 60);
  write(first.path(), 0, 25);
  write(second.path(), 25, 60);
  const RemoteServer server(second.path() + "/index.glass");
  auto one = Searcher::open(whole.path());
  auto two = open_when_ready({first.path(), server.address()});
  REQUIRE((one && two));
  for (const char* words : {"đất đai", "ubnd xã", "một cửa", "thu tuc 33", "\"trả lời\"", ""}) {
    INFO(words);
    Query query;
    query.text = words;
    for (query.offset = 0; query.offset < 60; query.offset += 20) {
      const auto here = one->search(query), there = two->search(query);
      REQUIRE(here);
      if (!there) FAIL(there.error().arguments.back());
      CHECK(here->total == there->total);
      REQUIRE(here->hits.size() == there->hits.size());
      for (std::size_t i = 0; i < here->hits.size(); ++i) {
        CHECK(here->hits[i].id == there->hits[i].id);
        CHECK(here->hits[i].score == there->hits[i].score);
      }
      CHECK(here->facets.at("type").front().count == there->facets.at("type").front().count);
    }
  }
}

}  // namespace congbo::search
