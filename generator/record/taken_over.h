// SPDX-License-Identifier: GPL-3.0-or-later
// Which records of another edition are certain to be those of this one, so that they need not be made to be compared.
#pragma once
#include <string_view>
#include <vector>

#include "generator/record/labels.h"
#include "generator/record/public_record.h"

namespace congbo::record {

class TakenOver {
 public:
  // `like` may be null: then no record is. All must outlive this.
  TakenOver(const Publication& publication, const Publication* like, const Labels& labels,
            const std::vector<const markdown::Fragment*>& bodies);

  // Where the page stands in the other edition; no_page where it does not.
  PageIndex theirs(PageIndex index) const { return theirs_.empty() ? pages::no_page : theirs_[index]; }

  // Whether this edition's record of the page can be no other than theirs. From several threads at once.
  bool is_certain(PageIndex index) const;

 private:
  void match_pages();
  void match_files();
  void note_file(const SnapshotEntry& entry);
  bool could_be_file(const pages::Page& page) const;
  bool has_same_labels(const PublicRecord& record) const;
  bool names_changed_file(const PublicRecord& record) const;
  bool names_changed_file(std::string_view address) const;

  const Publication& publication_;
  const Publication* like_;
  const Labels& labels_;
  const std::vector<const markdown::Fragment*>& bodies_;
  std::vector<PageIndex> theirs_;
  std::vector<std::string_view> changed_files_;  // names of files that are no pages: there, gone or another
  bool possible_ = false;                        // of the same settings, at the same moment, everything shown
  bool texts_only_ = false;                      // nothing differs but the bodies of pages
  bool same_terms_ = false;
};

}  // namespace congbo::record
