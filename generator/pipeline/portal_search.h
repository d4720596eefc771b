// SPDX-License-Identifier: GPL-3.0-or-later
// The search of one portal: private/search/<id>/ for the server, public/<id>/search/ for browsers. Within the pipeline.
//
// A release writes the index anew (a base), or keeps the base that is shown and writes beside it what has changed since
// (a delta), or keeps all. In private/search/<id>/:
//   index.glass, shards.bin  the base; documents: what it was made of
//   delta.glass, replaced    the delta, and the base's files for browsers that its files stand for, which are deleted
//   previous                 deltas of the two releases before, as far as they are kept
//   fingerprint              of all this
#pragma once
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "generator/pipeline/stages.h"
#include "search/changes.h"
#include "search/static_index.h"

namespace congbo::pipeline {

// What types, units, fields and validities are called in every language of the portal, so that lists of filters speak
// the language of the page whatever that of the documents (SEA-02).
search::LabelTexts search_labels(const site::Portal& portal);

class PortalSearch {
 public:
  // Of the pages `listed`.
  PortalSearch(const Site& site, const site::Portal& portal, std::vector<pages::PageIndex> listed,
               publish::Release& release, unsigned jobs);
  // `out` is where the release that is shown can be read.
  Result<Done> write(const std::string& out);

 private:
  struct Base {  // that is shown
    std::string settings, name;
    std::vector<search::ListedDocument> documents;
  };
  struct OldDelta {
    std::string name, removed;              // the hash of what it leaves out of the base
    std::vector<std::string> fingerprints;  // of its documents
  };

  std::string private_path(std::string_view name) const {
    return "private/search/" + portal_.id + "/" + std::string(name);
  }
  std::string public_path(const std::string& name) const { return "public/" + portal_.id + "/search/" + name; }
  void list_documents();
  search::SearchDocument document(std::size_t i) const;
  std::string settings() const;
  std::vector<std::string> offline_pages() const;
  search::StaticRequest files_request(const std::string& name) const;
  std::optional<std::string> shown(const std::string& name) const;
  std::optional<Base> shown_base() const;
  bool keep_all();
  bool keep_base(const std::string& name, const std::set<std::string>& replaced);
  Result<std::string> work_folder();
  Result<Done> write_base();
  Result<bool> write_delta(const Base& base, const search::Changes& changes);
  Result<Done> put_previous(const search::Changes& changes, const std::string& name);
  std::vector<OldDelta> shown_deltas() const;
  Result<Done> put_static(const search::StaticFile& file);
  Result<Done> put(const std::string& name, const std::string& bytes);

  const Site& site_;
  const site::Portal& portal_;
  // Pages with their parts behind them. Of pages without parts, which are most, the documents are made when asked for.
  struct Listed {
    pages::PageIndex page = pages::no_page;
    std::unique_ptr<const search::SearchDocument> made;
  };
  std::vector<pages::PageIndex> listed_;
  std::vector<Listed> documents_;
  publish::Release& release_;
  unsigned jobs_;
  std::string out_;
  std::string settings_, name_;  // hashes of what changes every document, and of all documents
  search::Vocabulary vocabulary_;
  search::LabelTexts labels_;
  search::Survey survey_;
};

}  // namespace congbo::pipeline
