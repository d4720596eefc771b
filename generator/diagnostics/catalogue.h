// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences of every diagnostic, Vietnamese and English. One file a module (catalogue_<module>.cc) holds its rows;
// the table below joins them. `congbo explain CODE` prints a row.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/diagnostic.h"

namespace congbo::diagnostics {

enum class Language { vietnamese, english };

// {0}, {1} … are the diagnostic's arguments, {suggestion} its suggestion. A hint that mentions {suggestion} is left out
// when there is none.
struct CatalogueRow {
  std::string_view code;
  std::string_view message_vi, message_en;
  std::string_view hint_vi, hint_en;                  // what to do; empty when the message says it
  std::string_view explain_vi = {}, explain_en = {};  // more for `congbo explain`: why the rule is there, an example
};

std::span<const CatalogueRow> base_rows();
std::span<const CatalogueRow> formats_rows();
std::span<const CatalogueRow> site_rows();
std::span<const CatalogueRow> pages_rows();
std::span<const CatalogueRow> markdown_rows();
std::span<const CatalogueRow> provenance_rows();
std::span<const CatalogueRow> check_rows();
std::span<const CatalogueRow> detect_rows();
std::span<const CatalogueRow> documents_rows();
std::span<const CatalogueRow> render_rows();
std::span<const CatalogueRow> publish_rows();
std::span<const CatalogueRow> search_rows();
std::span<const CatalogueRow> http_rows();
std::span<const CatalogueRow> pipeline_rows();
std::span<const CatalogueRow> authoring_rows();
std::span<const CatalogueRow> cli_rows();
std::span<const CatalogueRow> life_rows();
std::span<const CatalogueRow> approval_rows();
std::span<const CatalogueRow> approve_rows();
std::span<const CatalogueRow> writing_rows();

// All rows, sorted by code.
const std::vector<CatalogueRow>& catalogue();
const CatalogueRow* find_row(std::string_view code);

// The message and hint of a diagnostic with its arguments put in. An unknown code gives the code itself.
std::string message(const Diagnostic& diagnostic, Language language);
std::string hint(const Diagnostic& diagnostic, Language language);

}  // namespace congbo::diagnostics
