// SPDX-License-Identifier: GPL-3.0-or-later
// Footnotes, at the end of the body in the order of their first reference. Links between the two are known here, so
// they are written out and are no holes.
#include "generator/markdown/html_writer.h"
#include "generator/markdown/node_access.h"

namespace congbo::markdown {
namespace {

std::string reference_id(std::string_view number, int which) {
  std::string id = "fnref-";
  id += number;
  if (which > 1) id.append("-").append(std::to_string(which));
  return id;
}

}  // namespace

// Before headings can take them. cmark has put the definitions that are used behind everything else, in order.
void HtmlWriter::reserve_footnote_ids(const cmark_node& document) {
  int count = 0;
  for (const cmark_node* block = document.first_child; block != nullptr; block = block->next) {
    if (block->type != CMARK_NODE_FOOTNOTE_DEFINITION) continue;
    const std::string number = std::to_string(++count);
    anchors_.claim("fn-" + number);
    for (int which = 1; which <= block->footnote.def_count; ++which) anchors_.claim(reference_id(number, which));
  }
}

void HtmlWriter::write_footnote_reference(const cmark_node& reference) {
  const std::string_view number = literal_of(reference);  // cmark has put the number here
  html_ += "<sup><a class=\"footnote-ref\" role=\"doc-noteref\" href=\"#fn-";
  html_ += number;
  html_ += '"';
  write_id(reference_id(number, reference.footnote.ref_ix));
  html_ += " aria-label=\"";
  html_ += word("Chú thích", "Footnote");
  html_ += ' ';
  html_ += number;
  html_ += "\">";
  html_ += number;
  html_ += "</a></sup>";
}

void HtmlWriter::enter_footnote() {
  if (footnotes_ == 0) {
    start_block();
    html_ += "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"";
    html_ += word("Chú thích", "Footnotes");
    html_ += "\">\n<ol>\n";
  }
  ++footnotes_;
  back_references_written_ = false;
  html_ += "<li";
  write_id("fn-" + std::to_string(footnotes_));
  html_ += ">\n";
}

void HtmlWriter::write_back_references(const cmark_node& definition) {
  back_references_written_ = true;
  const std::string number = std::to_string(footnotes_);
  for (int which = 1; which <= definition.footnote.def_count; ++which) {
    if (which > 1) html_ += ' ';
    html_ += "<a class=\"footnote-backref\" role=\"doc-backlink\" href=\"#";
    html_ += reference_id(number, which);
    html_ += "\" aria-label=\"";
    html_ += word("Quay lại chỗ dẫn chú thích", "Back to reference");
    html_ += ' ';
    html_ += number;
    if (which > 1) html_.append("-").append(std::to_string(which));
    html_ += "\">↩</a>";
  }
}

void HtmlWriter::leave_footnote(const cmark_node& definition) {
  if (!back_references_written_) {
    start_block();
    html_ += "<p>";
    write_back_references(definition);
    html_ += "</p>\n";
  }
  html_ += "</li>\n";
}

void HtmlWriter::end_footnotes() {
  if (footnotes_ > 0) html_ += "</ol>\n</section>\n";
}

}  // namespace congbo::markdown
