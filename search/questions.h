// SPDX-License-Identifier: GPL-3.0-or-later
// A portal's own questions (`questions:` in `_site/search.yaml`) asked of its index, so that whoever changes content,
// concepts or the program hears when citizens would no longer find a page (SEA-02).
#pragma once
#include <string>
#include <vector>

#include "generator/base/diagnostic.h"
#include "search/searcher.h"

namespace congbo::search {

struct QuestionReport {
  std::size_t asked = 0;        // each question in every way of writing
  std::size_t found = 0;        // among as many results as it allows
  double reciprocal_ranks = 0;  // 1 for a first result, ½ for a second … summed
};

// Asks each question as it is written, without diacritics and in capitals. A page that does not come up in time is an
// error "search-question-missed" at the place of its `expect`, once a question. Adds to `report`. Fails as
// Searcher::search does.
Result<Done> ask_questions(Searcher& searcher, const std::string& portal, const std::vector<OwnQuestion>& questions,
                           QuestionReport& report, Diagnostics& found);

}  // namespace congbo::search
