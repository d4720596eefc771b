// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/check/text_fields.h"

#include "generator/check/page_source.h"

namespace congbo::check {

namespace {

constexpr std::size_t words_length = 24;  // bytes by which a place is looked for

// The offset of a column counted in code points from 1.
std::size_t offset_of(std::string_view line, int column) {
  std::size_t at = 0;
  for (; at < line.size(); ++at)
    if ((static_cast<unsigned char>(line[at]) & 0xC0U) != 0x80U && --column == 0) break;
  return at;
}

// Of the first line after `line` that has anything.
int indent_below(const SourceText& file, int line) {
  while (++line <= file.line_count()) {
    const std::size_t indent = file.line(line).find_first_not_of(' ');
    if (indent != std::string_view::npos) return static_cast<int>(indent);
  }
  return 0;
}

}  // namespace

std::optional<markdown::Fragment> read_text_field(const pages::Page& page, const pages::Field& field,
                                                  Diagnostics& found) {
  if (!field.schema || field.schema->kind != site::Kind::markdown) return std::nullopt;
  markdown::Options options;
  options.plain_text = false;
  options.maximum_bytes = page.type->maximum_bytes;
  return markdown::render(field.value.text(), page.source, options, found);
}

FieldPlaces::FieldPlaces(const SiteFacts& facts, const pages::Page& page, const pages::Value& value)
    : file_(source_of(facts, page)), text_(page.source, value.text()), at_(value.at) {
  if (!file_) return;
  for (int line = 1; line < at_.line; ++line) begin_ += file_->line(line).size() + 1;
  const std::string_view first = file_->line(at_.line);
  const std::size_t column = offset_of(first, at_.column);
  begin_ += column;
  is_literal_ = column < first.size() && first[column] == '|';
  if (is_literal_) indent_ = indent_below(*file_, at_.line);
}

std::string_view FieldPlaces::words_at(const Place& place) const {
  const std::string_view line = text_.line(place.line);
  return line.substr(offset_of(line, place.column), words_length);
}

void FieldPlaces::move(Place& place) const {
  if (is_literal_) {
    place.line += at_.line;
    place.column += indent_;
    return;
  }
  const std::string_view words = words_at(place);
  const std::size_t offset = !file_ || words.empty() ? std::string::npos : file_->bytes().find(words, begin_);
  place.line = at_.line;
  place.column = at_.column;
  if (offset == std::string::npos) return;
  const Place found = file_->place(offset);
  place.line = found.line;
  place.column = found.column;
}

}  // namespace congbo::check
