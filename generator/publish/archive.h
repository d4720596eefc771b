// SPDX-License-Identifier: GPL-3.0-or-later
// One tar file that holds a release for good, as the law on archives asks for (ARC-01):
//
//   manifest.json     the release; of each file path, sha256, size; of a page title, unit, first publication
//   manifest.sha256   the hash of manifest.json
//   public/…          all portals
//   repository/…      the history behind it as a bare git repository
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "generator/base/result.h"

namespace congbo::publish {

struct ArchiveRequest {
  std::string out;                // output folder
  std::string to;                 // the archive; one that is there is replaced when the new one is whole
  std::string repository_folder;  // on the disk; what of it goes in:
  std::vector<std::string> repository_files;
  std::string repository_commit;
  std::map<std::string, std::string> first_published;  // by "public/main/tin-tuc/a.html"
};

struct ArchiveReport {
  std::size_t files = 0;
  std::string hash;  // SHA-256 of the archive
};

// The commit of the release that `out` shows, empty for an unknown one. Fails with "archive-no-release".
Result<std::string> shown_commit(const std::string& out);
// `now` of the build that made it, RFC 3339; empty when there is no release.
std::string shown_moment(const std::string& out);

// Equal bytes for an equal release and repository. Fails with "archive-no-release", "archive-release-changed" (a file
// is not what the release's manifest says), "output-…", "disk-full".
Result<ArchiveReport> write_archive(const ArchiveRequest& request);

// Reads the whole archive and finds every file that is changed, missing or added ("archive-file-…"), a form that is
// broken or cut off ("archive-broken") and a manifest that is none ("archive-manifest"). The number of files that are
// as they should be. Fails only when the file cannot be read.
Result<std::size_t> verify_archive(const std::string& path, Diagnostics& found);

}  // namespace congbo::publish
