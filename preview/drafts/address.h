// SPDX-License-Identifier: GPL-3.0-or-later
// The address of a draft is a host of its own, so that links from "/" stay right and no draft's pages can look into
// another's. All that tells drafts apart is in one DNS label, so one wildcard name (and certificate) serves all.
//
//   tin-moi.preview.localhost                       the branch "tin-moi"
//   tin-moi--xa-a.preview.localhost                 its sub-portal "xa-a"
//   tin-moi--20261201t0830.preview.localhost        as everyone will see it at 08:30 on 1 December 2026
//   0f3c9a1b2c….preview.localhost                   a commit as it is
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "generator/base/instant.h"

namespace congbo::drafts {

struct DraftAddress {
  std::string label;             // of a branch, or 7 to 40 digits of a commit
  std::string portal;            // id; empty for the main one
  std::optional<Instant> as_of;  // to the minute
  bool operator==(const DraftAddress&) const = default;
};

// The branch's name where that is a short slug already, else its slug and six digits of its hash; no two branches share
// one.
std::string branch_label(std::string_view branch);

// "tin-moi--xa-a--20261201t0830".
std::string host_label(const DraftAddress& address);
// Nothing for what host_label cannot give.
std::optional<DraftAddress> read_host_label(std::string_view label);

// What the Host header of a request asks for.
struct WantedDraft {
  bool allowed = false;               // one of our own names; anything else may be DNS rebinding
  std::string base;                   // "preview.localhost:8080": what stands behind the labels, with the port
  std::optional<DraftAddress> draft;  // none: the list of drafts
};
// `own_hosts`: names besides preview.localhost and this machine's own under which drafts are served.
WantedDraft read_draft_host(std::string_view host_header, std::string_view own_host);

}  // namespace congbo::drafts
