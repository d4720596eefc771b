// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/drafts/access.h"

#include <charconv>

#include "generator/base/secret.h"
#include "preview/drafts/address.h"

namespace congbo::drafts {

namespace {

constexpr std::int64_t session_seconds = 12 * 3600, pass_seconds = 60;

}  // namespace

Visitor Access::visitor(const http::Request& request, const std::string& label, Instant now) const {
  Visitor visitor;
  visitor.staff = token_.empty() && header_.empty();
  visitor.staff = visitor.staff || (!header_.empty() && !request.header(header_).empty());
  visitor.staff =
      visitor.staff || (!token_.empty() && is_signed("session", label, cookie_of(request, session_cookie), now));
  visitor.guest = links_->opened_by_cookie(cookie_of(request, share_cookie), now);
  return visitor;
}

bool Access::is_token(const std::string& typed) const {
  return !token_.empty() && same_secret(hmac_sha256_hex("token", typed), hmac_sha256_hex("token", token_));
}

std::string Access::session(const std::string& label, Instant now) const {
  return signed_until("session", label, {now.seconds + session_seconds});
}

std::string Access::pass(const std::string& label, Instant now) const {
  return signed_until("pass", label, {now.seconds + pass_seconds});
}

bool Access::is_pass(const std::string& text, const std::string& label, Instant now) const {
  return !token_.empty() && is_signed("pass", label, text, now);
}

// The token is part of it: with another token all sessions end.
std::string Access::signed_until(std::string_view purpose, const std::string& label, Instant until) const {
  const std::string moment = std::to_string(until.seconds);
  return moment + "-" + links_->sign(purpose, label + "\n" + moment + "\n" + token_);
}

bool Access::is_signed(std::string_view purpose, const std::string& label, std::string_view text, Instant now) const {
  Instant until;
  const std::string_view moment = text.substr(0, text.find('-'));
  const auto [end, failure] = std::from_chars(moment.data(), moment.data() + moment.size(), until.seconds);
  if (failure != std::errc{} || end != moment.data() + moment.size() || now >= until) return false;
  return same_secret(text, signed_until(purpose, label, until));
}

std::string cookie_of(const http::Request& request, std::string_view name) {
  const std::string all = request.header("cookie");
  std::string_view rest = all;
  while (!rest.empty()) {
    std::string_view part = rest.substr(0, rest.find(';'));
    rest.remove_prefix(std::min(part.size() + 1, rest.size()));
    while (part.starts_with(' ')) part.remove_prefix(1);
    if (part.starts_with(name) && part.substr(name.size()).starts_with('='))
      return std::string(part.substr(name.size() + 1));
  }
  return {};
}

std::string set_cookie(std::string_view name, const std::string& value, std::int64_t seconds, bool secure) {
  return std::string(name) + "=" + value + "; Path=/; Max-Age=" + std::to_string(seconds) + "; HttpOnly; SameSite=Lax" +
         (secure ? "; Secure" : "");
}

bool is_from_here(const http::Request& request) {
  const std::string site = request.header("sec-fetch-site");
  if (!site.empty() && site != "same-origin") return false;
  const std::string origin = request.header("origin"), host = request.header("host");
  return origin == "http://" + host || origin == "https://" + host;
}

}  // namespace congbo::drafts
