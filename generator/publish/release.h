// SPDX-License-Identifier: GPL-3.0-or-later
// Putting a release on disk so that readers see the whole old one or the whole new one, over all portals and the index
// together, whatever happens (kill -9, a full disk).
//
//   <out>/public   -> .release/current/public      what a CDN gets: <out>/public/<portal id>/…
//   <out>/private  -> .release/current/private     search index, manifest, build report: never served
//   <out>/.release/current -> a                    the one symlink whose replacement publishes
//   <out>/.release/a, b                            two trees; the one not shown is brought up to date, then shown
//   <out>/.release/lock                            held by a running build
//
// A file of a tree is never changed in place: new inode, then rename. What equals the shown release is hard-linked from
// it.
#pragma once
#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/result.h"

namespace congbo::publish {

struct PublishedFile {
  std::string path;  // below the tree: "public/main/index.html", "private/search/index.glass"
  std::string hash;  // SHA-256, hexadecimal
  std::uint64_t size = 0;
  std::string source;  // file of the portal's repository it comes from; empty for none
  std::string reason;  // why it is published: "page", "listing", …
};

struct ReleaseFacts {
  std::string commit;  // of the content; empty when unknown
  std::string program_version;
  std::string built_at;    // `now` of the build, RFC 3339
  std::string next_event;  // RFC 3339 or empty
};

struct ReleaseReport {
  std::size_t written = 0;    // new bytes on disk
  std::size_t linked = 0;     // unchanged since the shown release, absent from the standby tree
  std::size_t unchanged = 0;  // already right in the standby tree
  std::size_t pruned = 0;
  std::uint64_t bytes = 0;  // of all files
  bool shown = false;       // false: nothing differed from the shown release, nothing was switched
};

// One build's release. put() may be called from several threads; nothing is visible before show(). Destroying it
// without show() abandons it: the old release stays.
class Release {
 public:
  // Takes the lock of `out`. Fails with "output-locked", "output-not-writable", "output-foreign" (the folder holds
  // something that is not ours).
  static Result<Release> begin(const std::string& out);

  // One file of the release; a path twice is a programming mistake.
  Result<Done> put(const std::string& path, std::string_view bytes, std::string_view source, std::string_view reason);

  // A folder outside the trees for things that write their own files (the search index); adopt() then takes them in.
  Result<std::string> work_folder();
  Result<Done> adopt(const std::string& work_file, const std::string& path, std::string_view reason);

  // Takes files of the shown release into this one without reading them: all of them, or none and false where one is
  // missing or somebody has touched it since. A path that ends in "/" means all below it, but for those `without`.
  bool keep(const std::vector<std::string>& paths, const std::set<std::string>& without = {});

  // Prunes what was not put, writes private/manifest.json, makes the tree durable and shows it.
  Result<ReleaseReport> show(const ReleaseFacts& facts);

  // SHA-256 of the file at `path` in the shown release, or empty.
  std::string shown_hash(const std::string& path) const;

  Release(Release&&) noexcept;
  Release& operator=(Release&&) noexcept;
  ~Release();

 private:
  struct State;
  explicit Release(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace congbo::publish
