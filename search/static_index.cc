// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/static_index.h"

#include <xapian.h>

#include <utility>
#include <vector>

#include "generator/base/file_system.h"
#include "generator/base/parallel_for.h"
#include "search/static_files.h"
#include "search/static_shards.h"
#include "search/terms.h"

namespace congbo::search {
namespace {

// All but the cards.
class Exporter {
 public:
  Exporter(const std::string& folder, unsigned jobs, const StaticRequest& request, const StaticSink& sink)
      : folder_(folder),
        jobs_(jobs),
        file_(folder + "/" + std::string(index_file)),
        index_(file_),
        request_(request),
        sink_(sink) {}

  void run() {
    Shards shards = read_shards(file_, jobs_);
    const auto written = real_file_system()->write(folder_ + "/" + std::string(shards_file), join_shards(shards.files));
    if (!written) throw Refused{written.error()};
    for (std::size_t i = 0; i < shards.files.size(); ++i)
      add("t" + std::to_string(i) + ".bin", std::move(shards.files[i]));
    add("boot.bin", boot_file(index_, shards.beginnings, request_.base_url));
    add("columns.bin", columns_file(index_, read_facets({index_}, labels_of(metadata(labels_key)))));
    add("dates.bin", dates_file(index_));
    add("words.bin", words_file(read_lexicon(metadata(lexicon_key))));
    add_suggestions();
    parallel_for(files_.size(), jobs_, [this](std::size_t i) {
      give(files_[i]);
      files_[i] = {};
    });
    give({"current.json", current_file(request_, "", "", index_.get_doccount(), metadata(release_key))});
  }

 private:
  void add(const std::string& name, std::string bytes) {
    files_.push_back({request_.name + "/" + name, std::move(bytes)});
  }
  void give(const StaticFile& file) const { give_to(sink_, file); }
  std::string metadata(std::string_view key) const { return index_.get_metadata(std::string(key)); }

  void add_suggestions() {
    const std::string prefix(suggestions_key);
    for (auto at = index_.metadata_keys_begin(prefix); at != index_.metadata_keys_end(prefix); ++at)
      add("s-" + (*at).substr(prefix.size()) + ".json", suggestions_file(index_.get_metadata(*at), request_.base_url));
  }

  const std::string& folder_;
  unsigned jobs_;
  std::string file_;
  const Xapian::Database index_;
  const StaticRequest& request_;
  const StaticSink& sink_;
  std::vector<StaticFile> files_;
};

}  // namespace

Result<IndexReport> write_index_and_files(const IndexRequest& index, std::size_t count,
                                          const std::function<SearchDocument(std::size_t)>& document,
                                          const StaticRequest& request, const StaticSink& sink) {
  try {
    // While the documents are at hand: reading their cards again takes longer than printing them.
    CONGBO_TRY(IndexReport report, write_index(index, count, document, [&](std::size_t i, std::string_view card) {
                 give_to(sink, {request.name + "/" + card_name(i), card_file(card, request.base_url)});
               }));
    Exporter(index.folder, index.jobs, request, sink).run();
    return report;
  } catch (const Xapian::Error& failure) {
    return error("index-unreadable", {}, {index.folder + "/" + std::string(index_file), failure.get_msg()});
  } catch (const Refused& refused) {
    return refused.why;
  }
}

}  // namespace congbo::search
