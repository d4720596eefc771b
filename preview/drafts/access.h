// SPDX-License-Identifier: GPL-3.0-or-later
// Who asks: somebody of the newsroom, a guest with a share link, or nobody known.
#pragma once
#include <optional>
#include <string>

#include "generator/http/server.h"
#include "preview/drafts/share_links.h"

namespace congbo::drafts {

struct Visitor {
  bool staff = false;
  std::optional<ShareLink> guest;
};

class Access {
 public:
  // As in DraftServerOptions.
  Access(std::shared_ptr<const ShareLinks> links, std::string token, std::string header)
      : links_(std::move(links)), token_(std::move(token)), header_(std::move(header)) {}

  bool asks_for_token() const { return !token_.empty(); }
  // `label` is the whole label of the host asked; empty for the list of drafts.
  Visitor visitor(const http::Request& request, const std::string& label, Instant now) const;

  bool is_token(const std::string& typed) const;
  // The session of somebody of the newsroom on one host: the cookie that says so, for twelve hours.
  std::string session(const std::string& label, Instant now) const;
  // The way from the list to a draft's host, which has cookies of its own: good for one minute.
  std::string pass(const std::string& label, Instant now) const;
  bool is_pass(const std::string& text, const std::string& label, Instant now) const;

 private:
  std::string signed_until(std::string_view purpose, const std::string& label, Instant until) const;
  bool is_signed(std::string_view purpose, const std::string& label, std::string_view text, Instant now) const;

  std::shared_ptr<const ShareLinks> links_;
  std::string token_, header_;
};

inline constexpr std::string_view session_cookie = "congbo_session", share_cookie = "congbo_share";
std::string cookie_of(const http::Request& request, std::string_view name);
// "Set-Cookie" for this host alone. `secure`: the reader came by https.
std::string set_cookie(std::string_view name, const std::string& value, std::int64_t seconds, bool secure);
// Whether a request that changes something comes from a page of this very host.
bool is_from_here(const http::Request& request);

}  // namespace congbo::drafts
