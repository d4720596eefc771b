// SPDX-License-Identifier: GPL-3.0-or-later
// One walk over cmark's tree that writes the HTML, its holes, the outline and the plain text, and reports what is
// wrong. No recursion: a tree may be as deep as its author wishes.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/markdown/anchors.h"
#include "generator/markdown/components.h"
#include "generator/markdown/findings.h"
#include "generator/markdown/fragment.h"
#include "generator/markdown/left_overs.h"
#include "generator/markdown/legal_units.h"
#include "generator/markdown/survey.h"

struct cmark_node;

namespace congbo::markdown {

class HtmlWriter {
 public:
  HtmlWriter(const Options& options, const Survey& features, const std::vector<Component>& components,
             std::size_t limit, const MarkSigns& signs, Findings& found, Fragment& out);

  // Writes the document; false if it grew beyond the limit and was given up.
  bool write(cmark_node& document);

 private:
  enum class Step { into, over };  // go on with the children and then leave(), or with what follows

  // html_writer.cc: the walk, headings and simple blocks
  bool walk(cmark_node& document);
  Step enter(cmark_node& node);
  Step enter_block(cmark_node& node);
  void leave(cmark_node& node);
  void leave_block(cmark_node& node);
  void enter_list(const cmark_node& list);
  void enter_item(cmark_node& item);
  void write_number(const cmark_node& item);
  void enter_paragraph(cmark_node& paragraph);
  void leave_paragraph(cmark_node& paragraph);
  void write_code_block(const cmark_node& code);
  void start_block();  // on a line of its own
  void end_words();    // ends a line of the plain text
  void write_id(const std::string& anchor);
  std::string_view word(std::string_view vietnamese, std::string_view english) const;

  // html_headings.cc: levels, anchors, outline, legal units
  void choose_heading_shift(const cmark_node& document);
  void enter_heading(cmark_node& heading);
  void check_heading(const cmark_node& heading, int level, std::string_view text);
  std::string heading_anchor(const cmark_node& heading, int level, const std::string& text);
  std::string unit_anchor(const Unit& unit, int heading_level);
  std::string paragraph_anchor(const cmark_node& paragraph);
  std::string item_anchor(const cmark_node& item);
  void mark_unit_on_line(const cmark_node& line_break);
  void add_unit_to_outline(const Unit& unit, const std::string& anchor, std::string text, int line);

  // html_inlines.cc: text, links, images, raw HTML
  Step enter_inline(cmark_node& node);
  void leave_inline(cmark_node& node);
  void write_text(std::string_view text);
  void look_for_left_overs(const cmark_node& node);
  void write_code_span(std::string_view text);
  void write_break(const cmark_node& node, std::string_view html);
  void enter_link(cmark_node& link);
  void leave_link();
  void write_image(cmark_node& image);
  void write_title(const cmark_node& node);
  void refuse_address(Position where, std::string_view address);
  void drop_inline_html(const cmark_node& node);
  Hole& add_hole(HoleKind kind, std::string_view target, Position where);
  Position inline_position(const cmark_node& node, std::string_view mark);

  // html_tables.cc
  Step enter_table_part(cmark_node& node);
  void leave_table_part(cmark_node& node);
  void enter_table(cmark_node& table);
  void enter_cell(cmark_node& cell);
  void check_row(const cmark_node& row);

  // html_components.cc: directives and other HTML blocks
  void write_html_block(const cmark_node& node);
  const Component* component_at(int line);
  void write_component(const Component& component);
  void open_note(const Component& note);
  void close_note();
  void report_lost_components(std::size_t until);

  // html_footnotes.cc
  void reserve_footnote_ids(const cmark_node& document);
  void write_footnote_reference(const cmark_node& reference);
  void enter_footnote();
  void write_back_references(const cmark_node& definition);
  void leave_footnote(const cmark_node& definition);
  void end_footnotes();

  const Options& options_;
  const Survey& features_;
  const std::vector<Component>& components_;
  std::size_t limit_;
  const MarkSigns signs_;
  Findings& found_;
  Fragment& out_;
  std::string& html_;
  std::string& words_;

  Anchors anchors_;
  LegalPosition legal_;
  int heading_shift_ = 0;
  int last_level_ = 1;  // the page's title
  int unnamed_headings_ = 0;
  const cmark_node* marked_paragraph_ = nullptr;  // its list item carries the anchor already

  int first_line_ = 0;  // of the paragraph's text, behind link definitions; 0: as cmark says

  int lines_behind_ = 0;       // of the block whose text is written
  int place_line_ = 0;         // where an inline was last found
  std::size_t place_end_ = 0;  // the byte behind its first

  int looks_ = 0;           // at source lines, for left-overs
  int left_over_line_ = 0;  // one message a line is enough

  Position link_place_;
  bool link_refused_ = false;
  bool link_has_hole_ = false;
  std::size_t link_hole_ = 0;   // index in out_.holes
  std::size_t link_words_ = 0;  // where its text starts in words_

  std::vector<int> list_numbers_;  // of the lists around us: the last item's, as readers see it

  int tables_ = 0;
  bool in_header_ = false;
  bool header_is_empty_ = false;
  std::size_t column_ = 0;
  const unsigned char* alignments_ = nullptr;
  std::size_t alignment_count_ = 0;

  std::size_t next_component_ = 0;
  bool note_open_ = false;

  int footnotes_ = 0;
  bool back_references_written_ = false;
};

}  // namespace congbo::markdown
