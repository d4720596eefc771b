// SPDX-License-Identifier: GPL-3.0-or-later
// What the texts of visible pages give away (PII-01, PII-03, REF-04, REF-08, SEC-02, ENC-01): found when each page was
// read, reported for those that are published.
#include "generator/check/page_text.h"
#include "generator/check/rules.h"
#include "generator/check/visit.h"

namespace congbo::check {

void check_texts(const SiteFacts& facts, Diagnostics& found) {
  for (const PageIndex index : facts.edition.visible)
    if (const PageText* text = facts.texts[index]) found.append(Diagnostics(text->found));
}

}  // namespace congbo::check
