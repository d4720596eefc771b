// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/stat.h>
#include <fstream>
#include <sstream>

#include "preview/drafts/access.h"
#include "preview/drafts/address.h"
#include "preview/drafts/share_links.h"
#include "tests/unit/drafts/repository.h"

using namespace congbo;
using namespace congbo::drafts;

namespace {

const std::string base = "preview.localhost:80";
const std::string token = "mot-ma-du-dai-de-thu-0001";

// Logged in on the list's host: the cookie.
std::string log_in(DraftServer& server) {
  Asking form{"POST", "token=" + token + "&then=/", {{"origin", "http://" + base}, {"host", base}}};
  const auto answer = ask(server, base, "/_preview/enter", form);
  REQUIRE(answer.status == 303);
  const std::string& cookie = answer.headers.at("Set-Cookie");
  CHECK(cookie.find("HttpOnly") != std::string::npos);
  CHECK(cookie.find("Domain") == std::string::npos);
  return cookie.substr(0, cookie.find(';'));
}

// Makes a link as the form does; its address, from the page that shows it.
std::string make_link(DraftServer& server, const std::string& cookie, const std::string& path) {
  Asking form{"POST",
              "draft=sua-bai&who=Ch%E1%BB%8B+Lan&days=7&path=" + path,
              {{"origin", "http://" + base}, {"cookie", cookie}}};
  REQUIRE(ask(server, base, "/_preview/shares", form).status == 303);
  const auto page = ask(server, base, "/_preview/shares?draft=sua-bai", {"GET", {}, {{"cookie", cookie}}});
  const std::string start = "http://sua-bai." + base + "/_preview/share/";
  const std::size_t begin = page.body.find(start);
  REQUIRE(begin != std::string::npos);
  return page.body.substr(begin + start.size(), page.body.find('<', begin) - begin - start.size());
}

std::string cookie_from(DraftServer& server, const std::string& ticket) {
  const auto opened = ask(server, "sua-bai." + base, "/_preview/share/" + ticket);
  if (opened.status != 303) return {};
  const std::string& cookie = opened.headers.at("Set-Cookie");
  return cookie.substr(0, cookie.find(';'));
}

}  // namespace

TEST_CASE("with a code nobody sees anything before typing it", "[drafts][share][SEC-01]") {
  Newsroom newsroom;
  DraftServerOptions options;
  options.token = token;
  const auto server = newsroom.serve(std::move(options));
  const auto nothing = ask(*server, "sua-bai." + base, "/tin-tuc/a.html");
  CHECK(nothing.status == 404);
  CHECK_FALSE(has(ask(*server, base, "/"), "sua-bai"));
  CHECK(ask(*server, base, "/_preview/shares?draft=sua-bai").status == 404);
  // The same for a draft that is not there.
  std::string unknown = ask(*server, "khong-co." + base, "/tin-tuc/a.html").body;
  CHECK(unknown.replace(unknown.find("khong-co"), 8, "sua-bai") == nothing.body);
  Asking wrong{"POST", "token=sai&then=/", {{"origin", "http://" + base}}};
  CHECK(ask(*server, base, "/_preview/enter", wrong).status == 403);
  Asking foreign{"POST", "token=" + token, {{"origin", "http://evil.example"}}};
  CHECK(ask(*server, base, "/_preview/enter", foreign).status == 404);

  const std::string cookie = log_in(*server);
  CHECK(has(ask(*server, base, "/", {"GET", {}, {{"cookie", cookie}}}), "/_preview/open/sua-bai/_preview/changes"));
  // A draft's host has a cookie of its own, got by a pass that works there alone.
  CHECK(ask(*server, "sua-bai." + base, "/", {"GET", {}, {{"cookie", cookie}}}).status == 404);
  const auto sent = ask(*server, base, "/_preview/open/sua-bai/tin-tuc/a.html", {"GET", {}, {{"cookie", cookie}}});
  const std::string address = sent.headers.at("Location"), path = address.substr(address.find("/_preview/"));
  CHECK(ask(*server, "bo-bai." + base, path).status == 404);
  const auto entered = ask(*server, "sua-bai." + base, path);
  REQUIRE(entered.status == 303);
  CHECK(entered.headers.at("Location") == "http://sua-bai." + base + "/tin-tuc/a.html");
  const std::string own = entered.headers.at("Set-Cookie").substr(0, entered.headers.at("Set-Cookie").find(';'));
  CHECK(ask(*server, "sua-bai." + base, "/tin-tuc/a.html", {"GET", {}, {{"cookie", own}}}).status == 200);
  CHECK(ask(*server, "bo-bai." + base, "/", {"GET", {}, {{"cookie", own}}}).status == 404);
}

TEST_CASE("a share link opens its part of one draft, from a clean address", "[drafts][share][SEC-01]") {
  Newsroom newsroom;
  DraftServerOptions options;
  options.token = token;
  const auto server = newsroom.serve(std::move(options));
  const std::string staff = log_in(*server);
  const std::string ticket = make_link(*server, staff, "/tin-tuc/a.html");
  const auto opened = ask(*server, "sua-bai." + base, "/_preview/share/" + ticket);
  REQUIRE(opened.status == 303);
  CHECK(opened.headers.at("Location") == "http://sua-bai." + base + "/tin-tuc/a.html");
  const std::string guest = cookie_from(*server, ticket);
  CHECK(guest.find(ticket) == std::string::npos);
  const auto get = [&](const std::string& label, const std::string& path) {
    return ask(*server, label + "." + base, path, {"GET", {}, {{"cookie", guest}}});
  };
  CHECK(has(get("sua-bai", "/tin-tuc/a.html"), "Ngày 7 tháng 3"));
  CHECK(has(get("sua-bai", "/_preview/compare/tin-tuc/a.html"), "congbo-change-1"));
  CHECK(get("sua-bai", "/tin-tuc/a.html").headers.at("Cache-Control") == "private, no-store");
  for (const char* path :
       {"/", "/tin-tuc/", "/tin-tuc/b.html", "/_preview/changes", "/_preview/", "/_preview/compare/tin-tuc/b.html",
        "/_preview/before/tin-tuc/b.html", "/_preview/as-of", "/tin-tuc/ab.html"}) {
    INFO(path);
    CHECK(get("sua-bai", path).status == 404);
  }
  CHECK(get("bo-bai", "/tin-tuc/a.html").status == 404);
  CHECK(get("main", "/tin-tuc/a.html").status == 404);
  CHECK(get("sua-bai--20261201", "/tin-tuc/a.html").status == 404);
  CHECK(ask(*server, base, "/", {"GET", {}, {{"cookie", guest}}}).body.find("sua-bai") == std::string::npos);
  // Not one digit of it can be changed, and it opens no other draft.
  for (std::size_t i = 0; i < ticket.size(); ++i) {
    std::string other = ticket;
    other[i] = other[i] == '0' ? '1' : '0';
    CHECK(cookie_from(*server, other).empty());
  }
  CHECK(ask(*server, "bo-bai." + base, "/_preview/share/" + ticket).status == 404);
}

TEST_CASE("a share link opens the files of its page, and no page that is named alike", "[drafts][share][SEC-01]") {
  Newsroom newsroom;
  newsroom.folder.run("git checkout -q sua-bai");
  newsroom.folder.write("content/tin-tuc/a.md", item("Bài thứ nhất", "Xem [thông báo](le.txt)."));
  newsroom.folder.write("content/tin-tuc/le.txt", "Thông báo.");
  newsroom.folder.write("content/tin-tuc/le-hoi.md", item("Lễ hội chưa duyệt", "Xem [tệp](le-hoi.txt)."));
  newsroom.folder.write("content/tin-tuc/le-hoi.txt", "Chưa duyệt.");
  newsroom.folder.commit_all();
  newsroom.folder.run("git checkout -q main");
  DraftServerOptions options;
  options.token = token;
  const auto server = newsroom.serve(std::move(options));
  const std::string guest = cookie_from(*server, make_link(*server, log_in(*server), "/tin-tuc/a.html"));
  const auto status = [&](const std::string& path) {
    return ask(*server, "sua-bai." + base, path, {"GET", {}, {{"cookie", guest}}}).status;
  };
  CHECK(status("/tin-tuc/le.txt") == 200);
  for (const char* path : {"/tin-tuc/le-hoi.html", "/tin-tuc/le-hoi", "/tin-tuc/le-hoi.txt", "/tin-tuc/le-hoi.json"}) {
    INFO(path);
    CHECK(status(path) == 404);
  }
}

TEST_CASE("a share link ends when it is revoked, at once and for good", "[drafts][share][SEC-05]") {
  Newsroom newsroom;
  DraftServerOptions options;
  options.header = "x-remote-user";
  const std::string folder = newsroom.folder.root() + "/.git/congbo-preview";
  std::string ticket, guest;
  {
    DraftServerOptions first = options;
    const auto server = newsroom.serve(std::move(first));
    const std::map<std::string, std::string> known{{"x-remote-user", "lan"}, {"origin", "http://" + base}};
    CHECK(has(ask(*server, base, "/", {"GET", {}, known}), "sua-bai"));
    CHECK(ask(*server, base, "/").status == 404);
    REQUIRE(ask(*server, base, "/_preview/shares", {"POST", "draft=sua-bai&who=Lan&days=1&path=/", known}).status ==
            303);
    const auto page = ask(*server, base, "/_preview/shares?draft=sua-bai", {"GET", {}, known});
    const std::size_t begin = page.body.find("/_preview/share/") + 16;
    ticket = page.body.substr(begin, page.body.find('<', begin) - begin);
    guest = cookie_from(*server, ticket);
    CHECK(ask(*server, "sua-bai." + base, "/", {"GET", {}, {{"cookie", guest}}}).status == 200);
    const std::string body = "draft=sua-bai&id=" + ticket.substr(0, 16);
    CHECK(ask(*server, base, "/_preview/shares/revoke", {"POST", body, {{"x-remote-user", "lan"}}}).status ==
          404);  // from where?
    CHECK(ask(*server, base, "/_preview/shares/revoke", {"POST", body, known}).status == 303);
    CHECK(ask(*server, "sua-bai." + base, "/", {"GET", {}, {{"cookie", guest}}}).status == 404);
    CHECK(cookie_from(*server, ticket).empty());
  }
  const auto again = newsroom.serve(std::move(options));
  CHECK(cookie_from(*again, ticket).empty());
  std::ostringstream uses;
  uses << std::ifstream(folder + "/uses.jsonl").rdbuf();
  CHECK(uses.str().find("\"for\":\"Lan\"") != std::string::npos);
  CHECK(uses.str().find(ticket) == std::string::npos);
  for (const char* file : {"/key", "/links.jsonl", "/uses.jsonl"}) {
    struct stat facts {};
    REQUIRE(::stat((folder + file).c_str(), &facts) == 0);
    CHECK((facts.st_mode & 0777) == 0600);
  }
}

TEST_CASE("a share link ends on its day", "[drafts][share]") {
  provenance::GitFolder folder;
  const auto links = *ShareLinks::open(folder.beside("so"));
  const Instant now = *parse_instant("2026-11-20T08:00");
  const ShareLink link = *links->make("a", "/tin/x.html", "Lan", 3, now);
  const std::string ticket = links->ticket(link), cookie = links->cookie(link);
  CHECK(links->opened_by_ticket(ticket, {link.expires.seconds - 1}));
  CHECK_FALSE(links->opened_by_ticket(ticket, link.expires));
  CHECK_FALSE(links->opened_by_cookie(cookie, link.expires));
  CHECK_FALSE(links->opened_by_ticket(cookie, now));  // one is not the other
  CHECK_FALSE(links->opened_by_cookie(ticket, now));
  for (const char* wrong : {"", "-", "0000000000000000-", "x"}) CHECK_FALSE(links->opened_by_ticket(wrong, now));
  CHECK(ShareLinks::opens(link, "/tin/x/anh.jpg"));
  CHECK(ShareLinks::opens(link, "/assets/site.css"));
  CHECK_FALSE(ShareLinks::opens(link, "/tin/xy.html"));
  const auto reopened = *ShareLinks::open(folder.beside("so"));
  CHECK(reopened->opened_by_ticket(ticket, now));
}
