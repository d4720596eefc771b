// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/diagnostics/catalogue.h"

#include <algorithm>
#include <charconv>

namespace congbo::diagnostics {
namespace {

constexpr std::string_view suggestion_mark = "{suggestion}";
constexpr std::size_t longest_argument = 300;  // bytes; a key of a megabyte shall not bury the message

std::vector<CatalogueRow> joined_rows() {
  std::vector<CatalogueRow> all;
  for (const std::span<const CatalogueRow> rows :
       {base_rows(),     documents_rows(),  formats_rows(),  site_rows(),     pages_rows(),
        markdown_rows(), provenance_rows(), check_rows(),    detect_rows(),   render_rows(),
        publish_rows(),  search_rows(),     http_rows(),     pipeline_rows(), authoring_rows(),
        cli_rows(),      life_rows(),       approval_rows(), approve_rows(),  writing_rows()})
    all.insert(all.end(), rows.begin(), rows.end());
  std::stable_sort(all.begin(), all.end(),
                   [](const CatalogueRow& a, const CatalogueRow& b) { return a.code < b.code; });
  return all;
}

void append_shortened(std::string& out, std::string_view argument) {
  if (argument.size() <= longest_argument) {
    out.append(argument);
    return;
  }
  std::size_t end = longest_argument;
  while (end > 0 && (static_cast<unsigned char>(argument[end]) & 0xC0) == 0x80) --end;
  out.append(argument.substr(0, end));
  out.append("…");
}

// Appends what stands for the placeholder at the start of `rest` and tells its length; 0 if there is no placeholder.
std::size_t append_placeholder(std::string& out, std::string_view rest, const Diagnostic& diagnostic) {
  if (rest.substr(0, suggestion_mark.size()) == suggestion_mark) {
    append_shortened(out, diagnostic.suggestion);
    return suggestion_mark.size();
  }
  const std::size_t close = rest.find('}');
  if (close == std::string_view::npos || close < 2) return 0;
  std::size_t index = 0;
  const auto [end, failure] = std::from_chars(rest.data() + 1, rest.data() + close, index);
  if (failure != std::errc{} || end != rest.data() + close) return 0;
  if (index < diagnostic.arguments.size()) append_shortened(out, diagnostic.arguments[index]);
  return close + 1;
}

// Arguments come from authors and are put in as they are: a brace in them means nothing.
std::string filled(std::string_view sentence, const Diagnostic& diagnostic) {
  std::string out;
  out.reserve(sentence.size() + 64);
  while (!sentence.empty()) {
    const std::size_t brace = std::min(sentence.find('{'), sentence.size());
    out.append(sentence.substr(0, brace));
    sentence.remove_prefix(brace);
    if (sentence.empty()) break;
    const std::size_t length = append_placeholder(out, sentence, diagnostic);
    if (length == 0) out += '{';
    sentence.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return out;
}

}  // namespace

const std::vector<CatalogueRow>& catalogue() {
  static const std::vector<CatalogueRow> rows = joined_rows();
  return rows;
}

const CatalogueRow* find_row(std::string_view code) {
  const std::vector<CatalogueRow>& rows = catalogue();
  const auto at = std::lower_bound(rows.begin(), rows.end(), code,
                                   [](const CatalogueRow& row, std::string_view wanted) { return row.code < wanted; });
  return at != rows.end() && at->code == code ? &*at : nullptr;
}

std::string message(const Diagnostic& diagnostic, Language language) {
  const CatalogueRow* row = find_row(diagnostic.code);
  if (row == nullptr) return diagnostic.code;
  return filled(language == Language::vietnamese ? row->message_vi : row->message_en, diagnostic);
}

std::string hint(const Diagnostic& diagnostic, Language language) {
  const CatalogueRow* row = find_row(diagnostic.code);
  if (row == nullptr) return {};
  std::string_view sentence = language == Language::vietnamese ? row->hint_vi : row->hint_en;
  const std::size_t mark = sentence.find(suggestion_mark);
  if (diagnostic.suggestion.empty() && mark != std::string_view::npos) {
    // «có phải ý bạn là «{suggestion}»? Danh sách ở …»: the question goes, the advice after it stays.
    const std::size_t question = sentence.find("? ", mark);
    if (question == std::string_view::npos) return {};
    sentence.remove_prefix(question + 2);
  }
  return filled(sentence, diagnostic);
}

}  // namespace congbo::diagnostics
