// SPDX-License-Identifier: GPL-3.0-or-later
// The rules by name; each has a file of its own, rule_<name>.cc.
#pragma once
#include "generator/check/check.h"

namespace congbo::check {

void check_links(const SiteFacts& facts, Diagnostics& found);
void check_link_labels(const SiteFacts& facts, Diagnostics& found);
void check_menus(const SiteFacts& facts, Diagnostics& found);
void check_files(const SiteFacts& facts, Diagnostics& found);
void check_attachments(const SiteFacts& facts, Diagnostics& found);
void check_references(const SiteFacts& facts, Diagnostics& found);
void check_titles(const SiteFacts& facts, Diagnostics& found);
void check_unique_fields(const SiteFacts& facts, Diagnostics& found);
void check_answers(const SiteFacts& facts, Diagnostics& found);
void check_procedures(const SiteFacts& facts, Diagnostics& found);
void check_verifications(const SiteFacts& facts, Diagnostics& found);
void check_promotions(const SiteFacts& facts, Diagnostics& found);
void check_reminders(const SiteFacts& facts, Diagnostics& found);
void check_sequences(const SiteFacts& facts, Diagnostics& found);
void check_translations(const SiteFacts& facts, Diagnostics& found);
void check_aliases(const SiteFacts& facts, Diagnostics& found);
void check_document_copies(const SiteFacts& facts, Diagnostics& found);
void check_documents(const SiteFacts& facts, Diagnostics& found);
void check_consultations(const SiteFacts& facts, Diagnostics& found);
void check_relations(const SiteFacts& facts, Diagnostics& found);
void check_sections(const SiteFacts& facts, Diagnostics& found);
void check_dates(const SiteFacts& facts, Diagnostics& found);
void check_data_files(const SiteFacts& facts, Diagnostics& found);
void check_maps(const SiteFacts& facts, Diagnostics& found);
void check_texts(const SiteFacts& facts, Diagnostics& found);
void check_forbidden_links(const SiteFacts& facts, Diagnostics& found);
void check_settings(const SiteFacts& facts, Diagnostics& found);
void check_near_duplicates(const SiteFacts& facts, Diagnostics& found);
void check_categories(const SiteFacts& facts, Diagnostics& found);
void check_units(const SiteFacts& facts, Diagnostics& found);
void check_reviews(const SiteFacts& facts, Diagnostics& found);
void check_domains(const SiteFacts& facts, Diagnostics& found);
void check_unused_files(const SiteFacts& facts, Diagnostics& found);
void check_contact(const SiteFacts& facts, Diagnostics& found);

}  // namespace congbo::check
