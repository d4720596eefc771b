// SPDX-License-Identifier: GPL-3.0-or-later
// Markdown of one page, turned into HTML with holes. A hole stands where something of another page is needed (an
// address, a component), so a Fragment depends on its own text only and can be cached by content. The owner of
// cmark-gfm.
//
// Safe by default: raw HTML is dropped with a warning, `javascript:` and `data:` addresses are errors. Bounds are
// checked before cmark sees the text (ARCHITECTURE, "Bounds"), so any megabyte answers in under a second.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/base/diagnostic.h"
#include "generator/base/source_text.h"
#include "generator/base/spill_file.h"

namespace congbo::markdown {

enum class HoleKind : std::uint8_t {
  link,       // address of <a href="…">: target as the author wrote it, to be resolved and attribute-escaped
  image,      // address of <img src="…">: likewise
  component,  // a whole block: html is put here
};

struct Hole {
  HoleKind kind = HoleKind::link;
  std::size_t offset = 0;  // in `html`; holes are in ascending order of offset
  std::string target;      // link, image: the address; component: its name ("figure", "gallery", "video", …)
  std::vector<std::pair<std::string, std::string>> parameters;  // component: key, value, in the author's order
  std::vector<std::string> items;                               // component: body lines that are list items (gallery)
  std::string text;  // link: visible text; image: alternative text; component: its caption or inner text, plain
  int line = 0;      // in the file, 1-based
  int column = 0;    // code points, 1-based
};

struct Heading {
  int level = 2;       // 1–6 as in the output
  std::string anchor;  // unique in the page: "dieu-1", "pham-vi-dieu-chinh"
  std::string text;    // plain
  int line = 0;
};

struct Fragment {
  std::string html;  // read it through html_in() where it may have been put away
  std::vector<Hole> holes;
  std::vector<Heading> outline;      // headings and legal units (Chương, Mục, Điều), in order
  std::vector<std::string> anchors;  // every id in `html`, sorted; includes khoản and điểm of legal texts
  std::string plain_text;            // blocks separated by "\n"; empty unless asked for

  bool has_anchor(std::string_view anchor) const;

  // Moves `html` out of memory; where that fails it stays.
  void put_html_away(const std::shared_ptr<SpillFile>& file);
  std::size_t html_size() const { return html.size() + away_.size; }
  // The HTML, wherever it is: valid as long as the fragment and `buffer`.
  std::string_view html_in(std::string& buffer) const;

 private:
  std::shared_ptr<SpillFile> away_file_;
  SpillFile::Piece away_;
};

// Of the words the page itself adds: «Chú thích», «Cảnh báo» or "Footnotes", "Warning".
enum class Language : std::uint8_t { vietnamese, english };

struct Options {
  int first_line = 1;            // line of the file on which the text starts
  bool plain_text = true;        // fill Fragment::plain_text
  bool legal_structure = false;  // anchors for Chương, Mục, Điều, Khoản, Điểm
  bool checked = false;          // the text has passed formats::check_text and is not looked at for bad bytes again
  std::size_t maximum_bytes = 1'000'000;
  Language language = Language::vietnamese;
};

// Renders `text` (the body: what follows the front matter). Places are in `path`. On an error the fragment holds what
// could be rendered; refused bounds give an empty one.
Fragment render(std::string_view text, const std::string& path, const Options& options, Diagnostics& found);

// Names of the components an author may use in ":::name" fences, sorted.
const std::vector<std::string>& component_names();

}  // namespace congbo::markdown
