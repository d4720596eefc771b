// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/drafts/share_links.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

#include "generator/base/secret.h"
#include "generator/formats/json.h"

namespace congbo::drafts {

namespace {

constexpr std::size_t key_bytes = 32, id_bytes = 8;
constexpr std::size_t longest_text = 200;
constexpr int most_days = 90;

Diagnostic failure(const std::string& path) {
  return error("file-not-writable", {}, {path, std::strerror(errno)});
}

std::string read_all(const std::string& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

// Only this account may read it; a line is written whole.
Result<Done> append_private(const std::string& path, const std::string& bytes, int more_flags) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | more_flags, 0600);
  if (file < 0) return failure(path);
  const bool written =
      ::write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()) && ::fsync(file) == 0;
  const int reason = errno;
  ::close(file);
  errno = reason;
  if (!written) return failure(path);
  return Done{};
}

std::string link_line(const ShareLink& link, std::string_view event, Instant now) {
  formats::JsonWriter json;
  json.begin_object().key("event").value(event).key("at").value(to_rfc3339(now)).key("id").value(link.id);
  json.key("draft").value(link.label).key("path").value(link.path).key("for").value(link.who);
  json.key("made").value(to_rfc3339(link.made)).key("expires").value(to_rfc3339(link.expires)).end_object();
  return json.take() + "\n";
}

std::string what_is_signed(const ShareLink& link) {
  return link.id + "\n" + link.label + "\n" + link.path + "\n" + std::to_string(link.expires.seconds);
}

std::string shortened(const std::string& text) {
  std::string clean;
  for (const char c : text.substr(0, longest_text))
    if (static_cast<unsigned char>(c) >= ' ') clean += c;
  return clean;
}

}  // namespace

Result<std::unique_ptr<ShareLinks>> ShareLinks::open(const std::string& folder) {
  if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) return failure(folder);
  std::unique_ptr<ShareLinks> links(new ShareLinks(folder));
  const std::string key_file = folder + "/key";
  links->key_ = read_all(key_file);
  if (links->key_.size() != 2 * key_bytes) {
    links->key_ = random_hex(key_bytes);
    if (links->key_.empty()) return error("file-not-writable", {}, {key_file, "no random numbers"});
    CONGBO_TRY([[maybe_unused]] const Done kept, append_private(key_file, links->key_, O_TRUNC));
  }
  std::istringstream lines(read_all(folder + "/links.jsonl"));
  for (std::string line; std::getline(lines, line);) links->take_line(line);
  return links;
}

// A line that cannot be read (a torn one, after a crash) counts for nothing.
void ShareLinks::take_line(const std::string& line) {
  const Result<formats::JsonNode> read = formats::parse_json(line, "links.jsonl");
  if (!read || read->kind != formats::JsonNode::Kind::object) return;
  const std::string id(read->text_of("id"));
  const auto known = std::find_if(links_.begin(), links_.end(), [&](const ShareLink& one) { return one.id == id; });
  if (read->text_of("event") == "revoked") {
    if (known != links_.end()) known->revoked = true;
    return;
  }
  const auto made = parse_instant(read->text_of("made")), expires = parse_instant(read->text_of("expires"));
  if (!made || !expires || id.size() != 2 * id_bytes || known != links_.end()) return;
  links_.push_back({id, std::string(read->text_of("draft")), std::string(read->text_of("path")),
                    std::string(read->text_of("for")), *made, *expires});
}

Result<ShareLink> ShareLinks::make(const std::string& label, const std::string& path, const std::string& who, int days,
                                   Instant now) {
  ShareLink link{random_hex(id_bytes), label, path.starts_with('/') ? path : "/", shortened(who), now, {}};
  link.expires = {now.seconds + std::int64_t{std::clamp(days, 1, most_days)} * 86400};
  if (link.id.empty()) return error("file-not-writable", {}, {folder_, "no random numbers"});
  const std::lock_guard lock(mutex_);
  CONGBO_TRY([[maybe_unused]] const Done kept,
             append_private(folder_ + "/links.jsonl", link_line(link, "made", now), O_APPEND));
  links_.push_back(link);
  return link;
}

Result<Done> ShareLinks::revoke(const std::string& id, Instant now) {
  const std::lock_guard lock(mutex_);
  for (ShareLink& link : links_) {
    if (link.id != id || link.revoked) continue;
    link.revoked = true;  // at once, whatever becomes of the line
    return append_private(folder_ + "/links.jsonl", link_line(link, "revoked", now), O_APPEND);
  }
  return Done{};
}

std::vector<ShareLink> ShareLinks::links(const std::string& label) const {
  const std::lock_guard lock(mutex_);
  std::vector<ShareLink> found;
  for (auto link = links_.rbegin(); link != links_.rend(); ++link)
    if (link->label == label) found.push_back(*link);
  return found;
}

std::string ShareLinks::sign(std::string_view purpose, std::string_view text) const {
  return hmac_sha256_hex(key_, std::string(purpose) + "\n" + std::string(text)).substr(0, 32);
}

std::string ShareLinks::ticket(const ShareLink& link) const {
  return link.id + "-" + sign("share", what_is_signed(link));
}

std::string ShareLinks::cookie(const ShareLink& link) const {
  return link.id + "-" + sign("cookie", what_is_signed(link));
}

// A made-up id costs as much as a true one.
std::optional<ShareLink> ShareLinks::opened(std::string_view purpose, std::string_view text, Instant now) const {
  ShareLink link;
  {
    const std::lock_guard lock(mutex_);
    const std::string_view id = text.substr(0, text.find('-'));
    for (const ShareLink& one : links_)
      if (one.id == id) link = one;
  }
  const bool right = same_secret(text, link.id + "-" + sign(purpose, what_is_signed(link)));
  if (!right || link.id.empty() || link.revoked || now >= link.expires) return std::nullopt;
  return link;
}

std::optional<ShareLink> ShareLinks::opened_by_ticket(std::string_view ticket, Instant now) const {
  return opened("share", ticket, now);
}

std::optional<ShareLink> ShareLinks::opened_by_cookie(std::string_view cookie, Instant now) const {
  return opened("cookie", cookie, now);
}

bool ShareLinks::opens(const ShareLink& link, const std::string& path) {
  if (link.path == "/" || path == link.path || path.starts_with("/assets/")) return true;
  std::string below = link.path;
  if (below.ends_with(".html")) below.resize(below.size() - 5);
  if (path == below || path == below + ".html") return true;
  if (!below.ends_with('/')) below += '/';
  return path.starts_with(below);
}

void ShareLinks::note_use(const ShareLink& link, const std::string& path, Instant now) {
  ShareLink used = link;
  used.path = path;
  (void)append_private(folder_ + "/uses.jsonl", link_line(used, "opened", now), O_APPEND);
}

}  // namespace congbo::drafts
