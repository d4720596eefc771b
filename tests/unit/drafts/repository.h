// SPDX-License-Identifier: GPL-3.0-or-later
// A small portal in a repository with branches, and a server of its drafts without sockets.
#pragma once
#include <memory>
#include <string>

#include "preview/drafts/draft_server.h"
#include "tests/support/catch.h"
#include "tests/unit/provenance/git_fixture.h"

namespace congbo::drafts {

inline std::string item(const std::string& title, const std::string& body) {
  return "---\ntitle: " + title +
         "\nunit: so-noi-vu\nsummary: Tóm tắt của bài.\ncategory: tin-tuc\nevent_at: 2026-11-20T16:00\nscope: "
         "province\norigin: own\n"
         "author: Ban Biên tập\n---\n\n" +
         body + "\n";
}

// main, and three branches: one edits a news item, one adds one, one takes one away.
class Newsroom {
 public:
  Newsroom() {
    folder.init();
    folder.write("content/_site/site.yaml",
                 "format: 1\nid: main\nname: {vi: Cổng thử}\nbase_url: https://thu.example\nlanguages: [vi]\n");
    folder.write("content/_site/units.yaml", "so-noi-vu:\n  name: {vi: Sở Nội vụ}\n  kind: office\n");
    folder.write("content/tin-tuc/_index.md", "---\ntitle: Tin tức\n---\n");
    folder.write("content/tin-tuc/a.md", item("Bài thứ nhất", "Ngày 5 tháng 3 khai mạc lễ hội."));
    folder.write("content/tin-tuc/b.md", item("Bài thứ hai", "Nội dung thứ hai."));
    main = folder.commit_all();
    branch("sua-bai",
           [&] { folder.write("content/tin-tuc/a.md", item("Bài thứ nhất", "Ngày 7 tháng 3 khai mạc lễ hội.")); });
    branch("tin/Bài-Mới", [&] { folder.write("content/tin-tuc/c.md", item("Bài BIMAT", "Chưa ai được thấy BIMAT.")); });
    branch("bo-bai", [&] { folder.run("rm content/tin-tuc/b.md"); });
  }

  template <class Work>
  std::string branch(const std::string& name, Work work, const std::string& from = "main") {
    folder.run("git checkout -q -b '" + name + "' " + from);
    work();
    const std::string tip = folder.commit_all();
    folder.run("git checkout -q main");
    return tip;
  }

  std::unique_ptr<DraftServer> serve(DraftServerOptions options = {}) const {
    auto repository = provenance::Drafts::open(folder.root());
    REQUIRE(repository);
    options.editions.repository = *std::move(repository);
    options.editions.now = parse_instant("2026-11-24T08:00");
    auto started = DraftServer::start(std::move(options));
    REQUIRE(started);
    return *std::move(started);
  }

  provenance::GitFolder folder;
  std::string main;
};

struct Asking {
  std::string method = "GET", body = {};
  std::map<std::string, std::string> headers = {};
};

inline http::Response ask(DraftServer& server, const std::string& host, const std::string& target, Asking asking = {}) {
  http::Request request;
  request.method = asking.method;
  request.headers = asking.headers;
  request.headers["host"] = host;
  request.body = asking.body;
  const std::size_t query = target.find('?');
  request.path = target.substr(0, query);
  if (query != std::string::npos) {
    const std::size_t equals = target.find('=', query);
    request.parameters.emplace(target.substr(query + 1, equals - query - 1), target.substr(equals + 1));
  }
  return server.answer(request);
}

inline bool has(const http::Response& response, std::string_view text) {
  return response.body.find(text) != std::string::npos;
}

}  // namespace congbo::drafts
