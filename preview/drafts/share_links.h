// SPDX-License-Identifier: GPL-3.0-or-later
// Links by which somebody without an account sees one draft, or one part of it, for a time. What was given out stands
// in a folder of mode 0700: the key, the links (never the secret that is in them), and who opened what.
#pragma once
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/instant.h"
#include "generator/base/result.h"

namespace congbo::drafts {

struct ShareLink {
  std::string id;     // 16 hexadecimal digits
  std::string label;  // of the draft, see address.h
  std::string path;   // what it opens: "/" for all, "/tin-tuc/a.html" with the files beside it
  std::string who;    // for whom it was made, as typed
  Instant made, expires;
  bool revoked = false;
};

// Safe from several threads.
class ShareLinks {
 public:
  // Makes folder and key where they are missing. Fails with "file-…".
  static Result<std::unique_ptr<ShareLinks>> open(const std::string& folder);

  // `days` from 1 to 90. Fails with "file-…" when it cannot be written down: then there is no link.
  Result<ShareLink> make(const std::string& label, const std::string& path, const std::string& who, int days,
                         Instant now);
  Result<Done> revoke(const std::string& id, Instant now);
  std::vector<ShareLink> links(const std::string& label) const;  // the newest first; expired and revoked ones too

  // "/_preview/share/<ticket>": what the link's address ends in.
  std::string ticket(const ShareLink& link) const;
  // The link that a ticket opens now; nothing when it is made up, expired or revoked.
  std::optional<ShareLink> opened_by_ticket(std::string_view ticket, Instant now) const;
  // The same for what the cookie holds, which is another secret than the link's.
  std::string cookie(const ShareLink& link) const;
  std::optional<ShareLink> opened_by_cookie(std::string_view cookie, Instant now) const;

  // Whether the link opens the path: the page itself, what lies below it, and the look, which all pages share.
  static bool opens(const ShareLink& link, const std::string& path);

  // A line in uses.jsonl. What cannot be written is given up: readers are not turned away for it.
  void note_use(const ShareLink& link, const std::string& path, Instant now);

  // Signs a short text of ours for `purpose`, for other doors of the same server.
  std::string sign(std::string_view purpose, std::string_view text) const;

 private:
  explicit ShareLinks(std::string folder) : folder_(std::move(folder)) {}
  void take_line(const std::string& line);
  std::optional<ShareLink> opened(std::string_view purpose, std::string_view text, Instant now) const;

  std::string folder_, key_;
  mutable std::mutex mutex_;
  std::vector<ShareLink> links_;
};

}  // namespace congbo::drafts
