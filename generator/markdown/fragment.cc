// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/markdown/fragment.h"

#include <algorithm>
#include <optional>

#include "generator/base/unicode.h"
#include "generator/markdown/cmark_tree.h"
#include "generator/markdown/components.h"
#include "generator/markdown/findings.h"
#include "generator/markdown/html_writer.h"
#include "generator/markdown/survey.h"
#include "generator/markdown/utf8_gate.h"

namespace congbo::markdown {
namespace {

std::string without_bad_bytes(std::string_view text) {
  std::string made;
  made.reserve(text.size() + 16);
  while (const std::optional<std::size_t> bad = first_invalid_utf8(text)) {
    made.append(text.substr(0, *bad)).append("\uFFFD");
    text.remove_prefix(*bad + 1);
  }
  return made.append(text);
}

// What cmark takes for a line end or would pass on unchecked: a CR alone becomes LF, bytes that are no UTF-8 become
// U+FFFD. The loader refuses such files long before; here it only keeps the output well-formed. Empty if there is
// nothing to mend.
std::string mended(std::string_view text) {
  const bool well_formed = is_well_formed(text);
  if (well_formed && text.find('\r') == std::string_view::npos) return {};
  std::string made = well_formed ? std::string(text) : without_bad_bytes(text);
  for (std::size_t at = made.find('\r'); at != std::string::npos; at = made.find('\r', at + 1))
    if (at + 1 >= made.size() || made[at + 1] != '\n') made[at] = '\n';
  return made;
}

void render_surveyed(std::string_view text, const Survey& features, const Options& options, Findings& found,
                     Fragment& out) {
  SplitText split;
  if (features.components) {
    split = split_components(text, found);
    text = split.text;
  }
  const std::size_t limit = output_limit(text.size());
  out.html.reserve(text.size() + text.size() / 4);
  out.plain_text.reserve(text.size());
  const Tree tree(text, features);
  HtmlWriter writer(options, features, split.components, limit, signs_of_marks(text), found, out);
  if (writer.write(*tree.root())) return;
  out = Fragment{};
  found.error("markdown-output-too-large", {1, 1, 0}, {std::to_string(limit)});
}

}  // namespace

bool Fragment::has_anchor(std::string_view anchor) const {
  return std::binary_search(anchors.begin(), anchors.end(), anchor);
}

void Fragment::put_html_away(const std::shared_ptr<SpillFile>& file) {
  const std::optional<SpillFile::Piece> piece = file->put(html);
  if (!piece) return;
  away_file_ = file;
  away_ = *piece;
  std::string().swap(html);  // an empty string assigned would keep the room
}

std::string_view Fragment::html_in(std::string& buffer) const {
  if (!away_file_) return html;
  buffer = away_file_->take(away_);
  return buffer;
}

Fragment render(std::string_view text, const std::string& path, const Options& options, Diagnostics& diagnostics) {
  Fragment out;
  Findings found(text, path, options.first_line, diagnostics);
  if (text.size() > options.maximum_bytes) {
    found.error("markdown-too-large", {1, 1, 0}, {std::to_string(text.size()), std::to_string(options.maximum_bytes)});
    return out;
  }
  const std::string mended_text = options.checked ? std::string() : mended(text);
  if (!mended_text.empty()) text = mended_text;
  const Survey features = survey(text);
  if (features.refusal) {
    found.error(features.refusal->code, {features.refusal->line, 1, 0}, {features.refusal->argument});
    return out;
  }
  render_surveyed(text, features, options, found, out);
  if (!options.plain_text) out.plain_text = {};
  return out;
}

}  // namespace congbo::markdown
