// SPDX-License-Identifier: GPL-3.0-or-later
// The release log as values: what was published when, under which address (ARC-03, REV-04, GAZ-01). Where it is kept is
// not known here: on a git ref (provenance) or in the output folder (publish).
//
// The log is text, one JSON object a line, one line a release, only ever appended to:
//
//   {"release":3,"at":"2026-06-01T08:00:00+07:00","commit":"…","program":"1.0.0","previous":"<SHA-256 of line 2>",
//    "items":[["main","/tin-tuc/a.html","tin-tuc/a","content/tin-tuc/a.md","2026-05-01","<hash>","<updates>"],…]}
//
// A line holds what is new or different since the lines before it. `previous` makes a line that was changed, taken out
// or put in between evident.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "generator/base/diagnostic.h"
#include "generator/base/instant.h"
#include "generator/base/result.h"

namespace congbo::history {

// One published address.
struct Published {
  std::string portal, path;  // "main", "/tin-tuc/2026/11/slug.html"
  std::string id;            // identity of the page; empty for an attachment
  std::string source;        // the file it came from
  std::string first;         // first publication of the page: "2026-05-01" or "2026-05-01T09:30:00+07:00"
  std::string hash;          // of its content; empty for an attachment
  std::string updates;       // what its file said of updates: see record::updates_mark
  bool operator==(const Published&) const = default;
};

struct ReleaseLine {
  std::size_t number = 0;  // from 1
  std::string at;          // `now` of the build, RFC 3339
  std::string commit, program;
};

// Who approved the version of a page that is published, proved from git; nothing here comes from the file (ROL-13,
// ROL-14). Titles are those of that day; names only where the approval policy publishes them.
struct ApprovalFacts {
  Instant at;
  std::string by_vi, by_en;  // "Tổng Biên tập"
  std::string evidence;      // "E1"
};

class History {
 public:
  // No log at all: a plain folder, or nothing recorded yet.
  bool empty() const { return releases_.empty(); }
  const std::vector<ReleaseLine>& releases() const { return releases_; }

  // Every address ever published, in the order of first appearance, each as it was when published last.
  const std::vector<Published>& addresses() const { return addresses_; }

  // The page's last published state, whatever its address was; null for one that was never published.
  const Published* page(std::string_view portal, std::string_view id) const;
  const Published* address(std::string_view portal, std::string_view path) const;

  // By the page's file; null where approvals were not verified or the page is older than the introduction.
  const ApprovalFacts* approval(const std::string& source) const;
  void add_approval(const std::string& source, ApprovalFacts facts);

  void add(ReleaseLine release);
  void add(Published published);  // a later one of the same address or page takes the place of the earlier

 private:
  std::vector<ReleaseLine> releases_;
  std::vector<Published> addresses_;
  std::unordered_map<std::string, std::size_t> by_page_, by_address_;
  std::unordered_map<std::string, ApprovalFacts> approvals_;
};

// A history without anything, for callers that have none.
const History& none();

// The log's text as a History. `name` is for messages: the ref or the file. Fails with "release-log-broken" (name,
// line) when a line is not what this program writes or does not follow from the line before it.
Result<History> read_log(std::string_view text, const std::string& name);

// The line that records a release after `text`, with "\n" at its end; `history` is read_log(text). Empty when exactly
// this release (instant and commit) is the last one of the log already. `published` need not be sorted.
std::string next_line(std::string_view text, const History& history, const ReleaseLine& release,
                      const std::vector<Published>& published);

// What a build leaves for the log: all that it published, one JSON array a line after a first line with the facts.
// Sorted by portal and path.
std::string published_text(const ReleaseLine& release, const std::vector<Published>& published);
struct PublishedRelease {
  ReleaseLine release;
  std::vector<Published> published;
};
Result<PublishedRelease> read_published(std::string_view text, const std::string& name);

}  // namespace congbo::history
