// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/groups.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "search/terms.h"

namespace congbo::search {

double rounded(double score) {
  return std::floor(score * 1e9 + 0.5) / 1e9;
}

Groups::Groups(const std::vector<Xapian::Database>& databases, Reach reach) {
  std::map<std::string, std::uint32_t> numbers;
  for (const Xapian::Database& index : databases) {
    const std::vector<std::string> groups = value_column(index, group_slot, reach);
    by_document_.resize(std::max(by_document_.size(), groups.size()));
    for (std::size_t id = 0; id < groups.size(); ++id)
      if (!groups[id].empty())
        by_document_[id] = numbers.emplace(groups[id], static_cast<std::uint32_t>(numbers.size()) + 1).first->second;
  }
  count_ = numbers.size();
}

Located locate(const Xapian::Database& index, const Xapian::Weight& weighting, const Xapian::Query& ranked,
               const std::string& group) {
  const std::string term = boolean_term(group_prefix, group);
  Located located;
  located.page = *index.postlist_begin(term);  // a page stands before its parts
  Xapian::Enquire enquire(index);
  enquire.set_weighting_scheme(weighting);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, ranked, Xapian::Query(term)));
  double of_page = 0, of_part = 0;
  const Xapian::MSet matches = enquire.get_mset(0, index.get_termfreq(term));
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    const double score = rounded(match.get_weight());
    if (*match == located.page) {
      of_page = score;
    } else if (score > of_part || (score == of_part && *match < located.part)) {
      of_part = score;
      located.part = *match;
    }
  }
  if (of_part * 2 < of_page) located.part = 0;
  return located;
}

}  // namespace congbo::search
