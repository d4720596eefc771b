// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/check/check.h"

#include <utility>

#include "generator/base/parallel_for.h"
#include "generator/check/rules.h"

namespace congbo::check {

const std::vector<Rule>& rules() {
  static const std::vector<Rule> all = {
      {"links", "LNK-05 ARC-03", check_links},
      {"link-labels", "LNK-06 REF-09", check_link_labels},
      {"menus", "LNK-01", check_menus},
      {"files", "DOC-06 MED-02", check_files},
      {"unused-files", "MED-02", check_unused_files},
      {"attachments", "PII-01 PII-03 SEC-02 REF-08 DOC-06", check_attachments},
      {"references", "CAT-06", check_references},
      {"titles", "REF-05", check_titles},
      {"unique-fields", "DOC-01", check_unique_fields},
      {"sequences", "GAZ-01", check_sequences},
      {"translations", "LNG-01 LNG-02", check_translations},
      {"answers", "QA-05 QA-06 QA-07 QA-08 QA-13", check_answers},
      {"procedures", "TTH-01 TTH-06 TTH-07", check_procedures},
      {"verifications", "REF-06", check_verifications},
      {"promotions", "REF-10 ADV-02", check_promotions},
      {"reminders", "DIR-04 BUD-01 PRJ-06", check_reminders},
      {"aliases", "ARC-03", check_aliases},
      {"documents", "DOC-01 DOC-02", check_documents},
      {"document-copies", "DOC-08", check_document_copies},
      {"relations", "DOC-03", check_relations},
      {"consultations", "CON-05", check_consultations},
      {"sections", "CAT-01", check_sections},
      {"dates", "NEW-05", check_dates},
      {"data-files", "STA-02 MAP-01 MED-01", check_data_files},
      {"maps", "MAP-01 MAP-02", check_maps},
      {"texts", "PII-01 PII-03 REF-04 REF-08 SRC-05 SEC-02 ENC-01 A11Y-01", check_texts},
      {"forbidden-links", "REF-09", check_forbidden_links},
      {"settings", "SEC-02", check_settings},
      {"near-duplicates", "REF-05", check_near_duplicates},
      {"contact", "ID-04 ID-02 PPL-02", check_contact},
      {"categories", "CAT-01 CAT-02 CAT-03 CAT-04 CAT-07 ID-11 REF-03 REV-02", check_categories},
      {"units", "ID-07", check_units},
      {"reviews", "REV-01", check_reviews},
      {"domains", "ID-02 SUBP-02 SUBP-03 SUBP-05 SUBP-06 LNG-03 LNG-04", check_domains},
  };
  return all;
}

void check_site(const SiteFacts& facts, Diagnostics& found) {
  std::vector<Diagnostics> by_rule(rules().size());
  parallel_for(
      by_rule.size(), 0, [&](std::size_t i) { rules()[i].run(facts, by_rule[i]); }, 1);
  for (Diagnostics& one : by_rule) found.append(std::move(one));
}

}  // namespace congbo::check
