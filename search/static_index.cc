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

constexpr std::size_t cards_at_once = 256;  // of one opening of the database

class Exporter {
 public:
  Exporter(const std::string& file, const StaticRequest& request, const StaticSink& sink)
      : file_(file), index_(file), request_(request), sink_(sink) {}

  void run() {
    Shards shards = read_shards(file_, request_.jobs);
    const auto written =
        real_file_system()->write(request_.folder + "/" + std::string(shards_file), join_shards(shards.files));
    if (!written) throw Refused{written.error()};
    for (std::size_t i = 0; i < shards.files.size(); ++i)
      add("t" + std::to_string(i) + ".bin", std::move(shards.files[i]));
    add("boot.bin", boot_file(index_, shards.beginnings, request_.base_url));
    add("columns.bin", columns_file(index_, read_facets({index_}, labels_of(metadata(labels_key)))));
    add("dates.bin", dates_file(index_));
    add("words.bin", words_file(read_lexicon(metadata(lexicon_key))));
    add_suggestions();
    parallel_for(files_.size(), request_.jobs, [this](std::size_t i) {
      give(files_[i]);
      files_[i] = {};
    });
    give_cards();
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

  void give_cards() const {
    const std::size_t cards = index_.get_lastdocid();
    parallel_for((cards + cards_at_once - 1) / cards_at_once, request_.jobs,
                 [&](std::size_t piece) {
                   const Xapian::Database own(file_);
                   const std::size_t end = std::min(cards, (piece + 1) * cards_at_once);
                   for (std::size_t i = piece * cards_at_once; i < end; ++i)
                     give({request_.name + "/" + card_name(i),
                           card_file(own, static_cast<Xapian::docid>(i + 1), request_.base_url)});
                 },
                 1);
  }

  const std::string& file_;
  const Xapian::Database index_;
  const StaticRequest& request_;
  const StaticSink& sink_;
  std::vector<StaticFile> files_;
};

}  // namespace

Result<Done> export_static(const StaticRequest& request, const StaticSink& sink) {
  const std::string file = request.folder + "/" + std::string(index_file);
  try {
    Exporter(file, request, sink).run();
  } catch (const Xapian::Error& failure) {
    return error("index-unreadable", {}, {file, failure.get_msg()});
  } catch (const Refused& refused) {
    return refused.why;
  }
  return Done{};
}

}  // namespace congbo::search
