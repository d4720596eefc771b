// SPDX-License-Identifier: GPL-3.0-or-later
// One index as it is opened: a base, which never changes, and the delta beside it, if there is one. Inside search only;
// every function may throw Xapian::Error.
#pragma once
#include <xapian.h>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace congbo::search {

struct Segment {
  Xapian::Database base;
  bool remote = false;  // on another machine; has no delta
  std::optional<Xapian::Database> delta;
  std::vector<Xapian::docid> removed;                   // of the base, ascending
  std::unordered_map<std::string, std::uint32_t> lost;  // term → how many of those have it
  std::uint64_t lost_length = 0;                        // the sum of their lengths

  // Of the delta, where it says something, else of the base.
  std::string metadata(std::string_view key) const;
};

// A folder that write_index was given, an index file, or "tcp:host:port" of a xapian-tcpsrv.
Segment open_segment(const std::string& where);

bool has_index(const std::string& folder);

// Matches the documents of bases that are no longer.
class RemovedDocuments final : public Xapian::PostingSource {
 public:
  using Ids = std::map<std::string, std::vector<Xapian::docid>>;  // by the identity of the base
  explicit RemovedDocuments(std::shared_ptr<const Ids> ids) : ids_(std::move(ids)) {}

  PostingSource* clone() const override { return new RemovedDocuments(ids_); }
  void init(const Xapian::Database& database) override;
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return count_; }
  Xapian::doccount get_termfreq_max() const override { return count_; }
  void next(double least_weight) override;
  void skip_to(Xapian::docid id, double least_weight) override;
  bool at_end() const override { return at_ == end_; }
  Xapian::docid get_docid() const override { return *at_; }

 private:
  std::shared_ptr<const Ids> ids_;
  const Xapian::docid* at_ = nullptr;
  const Xapian::docid* end_ = nullptr;
  Xapian::doccount count_ = 0;
  bool started_ = false;
};

}  // namespace congbo::search
