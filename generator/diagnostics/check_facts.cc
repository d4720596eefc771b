// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/diagnostics/check_facts.h"

#include <algorithm>

#include "generator/diagnostics/catalogue.h"

namespace congbo::diagnostics {
namespace {

constexpr CheckFacts rows[] = {
    {"alias-duplicate", Severity::error, "ARC-03", Level::preview},
    {"alias-not-path", Severity::error, "ARC-03", Level::preview},
    {"alias-stands", Severity::error, "ARC-03", Level::preview},
    {"answer-empty", Severity::error, "QA-13", Level::preview},
    {"answer-late", Severity::warning, "QA-05 QA-06 QA-08", Level::preview},
    {"answer-promise-late", Severity::warning, "QA-07", Level::preview},
    {"answer-promise-too-far", Severity::error, "QA-07", Level::preview},
    {"attachment-broken", Severity::warning, "DOC-06", Level::preview},
    {"attachment-cut", Severity::warning, "SEA-02", Level::publish},
    {"attachment-legacy", Severity::warning, "ENC-01", Level::preview},
    {"attachment-locked", Severity::warning, "DOC-06", Level::preview},
    {"attachment-no-text", Severity::warning, "A11Y-01 SEA-02", Level::preview},
    {"attachment-pages-scanned", Severity::warning, "A11Y-01 SEA-02", Level::preview},
    {"attachment-personal", Severity::warning, "PII-01 PII-03", Level::draft},
    {"attachment-personal-list", Severity::error, "PII-01 PII-03", Level::draft},
    {"attachment-program-missing", Severity::warning, "SEA-02", Level::publish},
    {"attachment-secret", Severity::error, "SEC-02 REF-11", Level::draft, Change::never},
    {"attachment-secret-mark", Severity::error, "REF-08 REF-04 SRC-05", Level::draft, Change::never},
    {"attachment-too-large", Severity::warning, "SEA-02", Level::preview},
    {"attachment-too-slow", Severity::warning, "SEA-02", Level::preview},
    {"attachment-worker", Severity::warning, "SEA-02", Level::publish},
    {"base-url-not-https", Severity::warning, "ID-02", Level::publish},
    {"body-empty", Severity::warning, "NEW-01", Level::publish},
    {"budget-stage-missing", Severity::warning, "BUD-01", Level::publish},
    {"category-missing", Severity::error, "CAT-01 CAT-02 CAT-03 CAT-04", Level::publish},
    {"category-outside", Severity::error, "ID-11 REF-03", Level::preview},
    {"category-stale", Severity::warning, "REV-02 REV-06", Level::publish},
    {"contact-incomplete", Severity::error, "ID-04", Level::publish},
    {"cover-alt-missing", Severity::error, "A11Y-01", Level::preview},
    {"document-differs", Severity::warning, "DOC-08", Level::publish},
    {"document-effect-early", Severity::warning, "DOC-03", Level::preview},
    {"document-empty", Severity::error, "DOC-01", Level::preview},
    {"document-file-missing", Severity::warning, "DOC-02", Level::publish},
    {"document-year-mismatch", Severity::warning, "DOC-01", Level::preview},
    {"domain-level", Severity::error, "SUBP-03", Level::publish},
    {"domain-not-gov-vn", Severity::error, "ID-02", Level::publish},
    {"event-far-ahead", Severity::warning, "NEW-05", Level::preview},
    {"event-too-far", Severity::error, "NEW-05", Level::preview},
    {"field-empty", Severity::error, "DOC-01 TTH-02 PRJ-05 STA-01", Level::preview, Change::never},
    {"field-missing", Severity::error, "DOC-01 TTH-02 PRJ-05 STA-01", Level::preview, Change::never},
    {"field-not-unique", Severity::error, "DOC-01", Level::preview},
    {"fields-missing", Severity::error, "DOC-01 TTH-02 PRJ-05 STA-01", Level::preview, Change::never},
    {"file-content-mismatch", Severity::error, "DOC-06 REF-11", Level::preview},
    {"file-disguised", Severity::error, "REF-11 DOC-06", Level::draft, Change::never},
    {"file-encrypted", Severity::warning, "DOC-06", Level::preview},
    {"file-ending-refused", Severity::error, "DOC-06 REF-11", Level::draft},
    {"file-format-closed", Severity::warning, "ENC-02", Level::preview},
    {"file-macros", Severity::error, "REF-11", Level::draft},
    {"file-missing", Severity::error, "DOC-06", Level::preview},
    {"file-name-secret", Severity::warning, "REF-08 REF-04", Level::draft},
    {"file-name-unsafe", Severity::warning, "ENC-01", Level::preview},
    {"file-not-image", Severity::error, "MED-02 REF-11", Level::preview},
    {"file-svg-active", Severity::error, "REF-11", Level::draft},
    {"file-unused", Severity::note, "MED-02", Level::publish},
    {"heading-capitals", Severity::warning, "A11Y-01 MED-03", Level::preview},
    {"image-alt-file-name", Severity::warning, "A11Y-01", Level::preview},
    {"image-external", Severity::warning, "MED-02", Level::preview},
    {"image-position", Severity::warning, "PII-04 REF-12", Level::preview},
    {"image-too-heavy", Severity::warning, "MED-03", Level::preview},
    {"image-too-large", Severity::warning, "MED-03", Level::preview},
    {"image-too-small", Severity::warning, "MED-03", Level::preview},
    {"image-unreadable", Severity::error, "DOC-06 MED-03", Level::preview},
    {"language-not-allowed", Severity::warning, "LNG-03 LNG-04", Level::publish},
    {"link-anchor-missing", Severity::error, "LNK-05", Level::preview},
    {"link-file-missing", Severity::error, "LNK-05", Level::preview},
    {"link-host-forbidden", Severity::error, "REF-09", Level::preview},
    {"link-host-lookalike", Severity::error, "REF-09", Level::preview},
    {"link-label-mismatch", Severity::error, "LNK-06 REF-09", Level::preview},
    {"link-missing", Severity::error, "LNK-05 ARC-03", Level::preview},
    {"link-outside", Severity::error, "LNK-05", Level::preview},
    {"link-own-host-http", Severity::warning, "LNK-05 ID-02", Level::preview},
    {"link-path-missing", Severity::error, "LNK-05", Level::preview},
    {"link-refused", Severity::error, "LNK-05 REF-09", Level::preview},
    {"link-to-unpublished", Severity::warning, "LNK-05", Level::preview},
    {"mail-domain", Severity::warning, "ID-04", Level::publish},
    {"mail-unofficial", Severity::error, "PPL-02", Level::preview},
    {"markdown-code-indented", Severity::warning, "A11Y-01", Level::preview},
    {"markdown-heading-empty", Severity::warning, "A11Y-01", Level::preview},
    {"markdown-heading-one", Severity::warning, "A11Y-01", Level::preview},
    {"markdown-heading-skip", Severity::warning, "A11Y-01", Level::preview},
    {"markdown-left-over", Severity::warning, "NEW-01 A11Y-01", Level::preview},
    {"markdown-link-address-empty", Severity::error, "LNK-05", Level::preview},
    {"markdown-link-text-empty", Severity::warning, "A11Y-01", Level::preview},
    {"markdown-link-text-vague", Severity::warning, "A11Y-01", Level::preview},
    {"markdown-raw-html", Severity::warning, "REF-11", Level::preview},
    {"markdown-table-header-empty", Severity::warning, "A11Y-01", Level::preview},
    {"markdown-table-no-rule", Severity::warning, "A11Y-01", Level::preview},
    {"markdown-table-row-cells", Severity::error, "A11Y-01", Level::preview},
    {"markdown-table-row-short", Severity::warning, "A11Y-01", Level::preview},
    {"markdown-table-text-row", Severity::warning, "A11Y-01", Level::preview},
    {"menu-target-missing", Severity::error, "LNK-01", Level::publish},
    {"near-duplicate", Severity::warning, "REF-05", Level::preview},
    {"page-heavy", Severity::warning, "MED-03 A11Y-02", Level::preview},
    {"personal-account", Severity::warning, "PII-01", Level::draft},
    {"personal-address", Severity::warning, "PII-01", Level::draft},
    {"personal-list", Severity::error, "PII-01 PII-03", Level::draft},
    {"personal-mail", Severity::error, "PII-03", Level::draft},
    {"personal-number", Severity::warning, "PII-01 PII-03", Level::draft},
    {"personal-old-number", Severity::warning, "PII-01 PII-03", Level::draft},
    {"personal-phone", Severity::warning, "PII-01 PII-03", Level::draft},
    {"personal-tax-code", Severity::warning, "PII-01", Level::draft},
    {"procedure-list-columns", Severity::error, "TTH-01", Level::publish},
    {"procedure-missing", Severity::warning, "TTH-01", Level::publish},
    {"procedure-not-updated", Severity::warning, "TTH-06", Level::publish},
    {"promotion-banned-term", Severity::warning, "REF-10 ADV-02", Level::preview},
    {"reference-missing", Severity::error, "CAT-06", Level::preview},
    {"reference-to-unpublished", Severity::warning, "CAT-06", Level::preview},
    {"reference-type", Severity::error, "CAT-06", Level::preview},
    {"review-due", Severity::warning, "REV-01", Level::publish},
    {"sample-left", Severity::warning, "NEW-01", Level::publish},
    {"sample-settings", Severity::warning, "ID-04", Level::publish},
    {"schedule-missing", Severity::warning, "DIR-04", Level::publish},
    {"secret-key", Severity::error, "SEC-02 REF-11", Level::draft, Change::never},
    {"secret-mark", Severity::error, "REF-08 REF-04 SRC-05", Level::draft, Change::never},
    {"secret-password", Severity::error, "SEC-02 REF-11", Level::draft},
    {"section-untitled", Severity::warning, "CAT-01", Level::publish},
    {"sequence-gap", Severity::error, "GAZ-01", Level::preview},
    {"sequence-repeated", Severity::error, "GAZ-01", Level::preview},
    {"service-level-overdue", Severity::warning, "TTH-07", Level::preview},
    {"slot-missing", Severity::error, "CAT-07", Level::publish},
    {"source-date-missing", Severity::warning, "SRC-02", Level::preview},
    {"source-incomplete", Severity::error, "SRC-01 LNK-04 USE-02", Level::preview, Change::never},
    {"sub-portal-board-missing", Severity::warning, "SUBP-06", Level::publish},
    {"sub-portal-domain", Severity::warning, "SUBP-02", Level::publish},
    {"sub-portal-label-taken", Severity::warning, "SUBP-02", Level::publish},
    {"sub-portal-not-allowed", Severity::error, "SUBP-01", Level::publish},
    {"sub-portal-unapproved", Severity::error, "SUBP-05", Level::publish},
    {"tender-result-missing", Severity::warning, "PRJ-06", Level::preview},
    {"text-legacy-misread", Severity::warning, "ENC-01", Level::preview},
    {"text-no-diacritics", Severity::warning, "ENC-01", Level::preview},
    {"text-placeholder", Severity::error, "NEW-01", Level::publish},
    {"title-duplicate", Severity::warning, "REF-05", Level::preview},
    {"translation-alone", Severity::error, "LNG-01", Level::preview},
    {"translation-duplicate", Severity::error, "LNG-02", Level::preview},
    {"translation-missing", Severity::error, "LNG-02", Level::preview},
    {"translation-not-main", Severity::error, "LNG-02", Level::preview},
    {"translation-required", Severity::warning, "LNG-02", Level::publish},
    {"translation-same-language", Severity::error, "LNG-02", Level::preview},
    {"translation-stale", Severity::warning, "LNG-02", Level::publish},
    {"type-disabled", Severity::error, "ADV-02 ID-08", Level::preview},
    {"unit-closed", Severity::warning, "ID-07", Level::preview},
    {"unit-not-yet", Severity::warning, "ID-07", Level::preview},
    {"unit-or-source-missing", Severity::error, "ID-07 SRC-01 SRC-08", Level::preview},
    {"verification-pending", Severity::error, "REF-06", Level::preview},
};

}  // namespace

std::span<const CheckFacts> check_facts() {
  return rows;
}

CheckFacts facts_of(std::string_view code) {
  const auto at = std::lower_bound(std::begin(rows), std::end(rows), code,
                                   [](const CheckFacts& row, std::string_view wanted) { return row.code < wanted; });
  if (at != std::end(rows) && at->code == code) return *at;
  const std::span<const CatalogueRow> of_rules = check_rows();
  if (std::any_of(of_rules.begin(), of_rules.end(), [&](const CatalogueRow& row) { return row.code == code; }))
    return {code, Severity::error, {}, Level::preview, Change::by_policy};
  return {code, Severity::error, {}, Level::draft, Change::never};
}

std::optional<Level> level_of(std::string_view name) {
  if (name == "draft") return Level::draft;
  if (name == "preview") return Level::preview;
  if (name == "publish") return Level::publish;
  return std::nullopt;
}

}  // namespace congbo::diagnostics
