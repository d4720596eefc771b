// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/render/field_view.h"

#include <algorithm>
#include <utility>

#include "generator/record/display_field.h"
#include "generator/record/field_body.h"
#include "generator/render/body.h"
#include "generator/render/names.h"
#include "generator/render/part_names.h"
#include "generator/render/special_parts.h"

namespace congbo::render {

namespace {

using record::DisplayField;
using record::FieldParts;
using record::PublicRecord;
using site::Kind;

// "id" and its references within one field: the body of the page may have the same ones.
std::string with_own_anchors(std::string html, std::string_view key) {
  for (const std::string_view before : {std::string_view(" id=\""), std::string_view(" href=\"#")})
    for (std::size_t at = html.find(before); at != std::string::npos; at = html.find(before, at)) {
      at += before.size();
      html.insert(at, std::string(key) + "-");
    }
  return html;
}

bool is_address(std::string_view text) {
  return (text.starts_with("https://") || text.starts_with("http://")) && text.find(' ') == std::string_view::npos;
}

bool is_phone(std::string_view key) {
  return key == "phone" || key == "hotline";
}

// What editors keep account of and readers take for granted.
bool goes_without_saying(const DisplayField& field) {
  return (field.key == "origin" && field.machine == "own") || (field.key == "scope" && field.machine == "province");
}

class FieldFiller {
 public:
  FieldFiller(const ViewSources& sources, const PublicRecord& record, View& view, Texts& texts)
      : sources_(sources),
        record_(record),
        labels_(*sources.publication.listings),
        surveyor_{sources.publication, labels_},
        view_(view),
        texts_(texts) {}

  void fill(std::span<const std::string_view> left_out) {
    for (const DisplayField& field : record_.fields)
      if (std::find(left_out.begin(), left_out.end(), field.key) == left_out.end() && !goes_without_saying(field) &&
          !is_special_part(record_, field))
        add(field);
  }

 private:
  const std::string& language() const { return sources_.frame.language; }

  void add(const DisplayField& field) {
    const pages::Field* source = source_of(field.key);
    FieldParts parts =
        source && has_parts(field) ? record::field_parts(surveyor_, *record_.page, *source) : FieldParts();
    const bool is_text = field.kind == Kind::markdown && source;
    const bool is_files = field.kind == Kind::list && !field.files.empty() && parts.shape != FieldParts::Shape::table;
    if (is_files) parts = {};
    const bool is_long = is_text || is_files || !parts.columns.empty();
    View& row = view_.add(is_long ? name::long_fields : name::fields);
    const bool is_whole = parts.shape == FieldParts::Shape::whole && !is_text;
    value(row, field, is_whole ? Shown::value : Shown::nothing);
    row.set(name::key, texts_.keep(field.key));
    row.set(name::html, is_text ? text(*source) : std::string_view());
    row.show(name::values, false);
    row.show(name::parts, false);
    row.show(name::columns, false);
    row.show(name::lines, false);
    fill_parts(row, parts);
  }

  static bool has_parts(const DisplayField& field) { return field.kind == Kind::list || field.kind == Kind::object; }

  const pages::Field* source_of(std::string_view key) const {
    for (const pages::Field& field : record_.page->fields)
      if (field.schema && field.schema->key == key) return &field;
    return nullptr;
  }

  std::string_view text(const pages::Field& field) {
    const BodySources sources{sources_.publication, sources_.templates, sources_.frame};
    const markdown::Fragment body = record::field_body(*record_.page, field.value.text());
    return texts_.keep(with_own_anchors(fill_body(sources, record_, body), field.schema->key));
  }

  void fill_parts(View& row, const FieldParts& split) {
    using enum FieldParts::Shape;
    if (split.shape == whole) return;
    const bool is_table = split.shape == table;
    for (const std::string& column : split.columns)
      if (is_table) row.add(name::columns).set(name::label, texts_.keep(column));
    for (const std::vector<DisplayField>& cells : split.rows) {
      View& line = is_table ? row.add(name::lines) : row;
      const Key key = is_table ? name::cells : split.shape == values ? name::values : name::parts;
      for (const DisplayField& cell : cells) value(line.add(key), cell, Shown::value);
    }
  }

  enum class Shown { value, nothing };

  // Links and files say what the text says, so only one of the two is shown. An object has both: then the text is
  // complete.
  void value(View& row, const DisplayField& field, Shown shown) {
    const bool is_shown = shown == Shown::value;
    const bool is_date = field.kind == Kind::date || field.kind == Kind::datetime;
    const bool links_say_all = is_shown && !field.links.empty() && joined(field.links) == field.text;
    const bool shows_files = is_shown && !field.files.empty() && field.kind != Kind::object;
    const std::string_view text =
        is_shown && !links_say_all && !shows_files ? texts_.keep(field.text) : std::string_view();
    row.set(name::label, texts_.keep(field.label));
    row.set(name::text, text);
    row.set(name::machine_date, is_date && is_shown ? texts_.keep(field.machine) : std::string_view());
    row.set(name::url, is_address(text) ? text : std::string_view());
    row.set(name::email, field.key == "email" ? text : std::string_view());
    row.set(name::phone_digits, is_phone(field.key) ? texts_.keep(phone_digits(text)) : std::string_view());
    row.show(name::links, false);
    row.show(name::field_files, false);
    if (links_say_all)
      for (const auto& link : field.links) add_link(row, *link);
    if (shows_files)
      for (const record::FileLink& file : field.files) add_file(row, name::field_files, file, language(), texts_);
  }

  static std::string joined(const std::vector<Shared<record::Label>>& links) {
    std::string text;
    for (const auto& link : links) text += (text.empty() ? "" : "; ") + link->text;
    return text;
  }

  void add_link(View& view, const record::Label& link) {
    View& row = view.add(name::links);
    row.set(name::label, texts_.keep(link.text));
    row.set(name::path, texts_.keep(link.path));
  }

  const ViewSources& sources_;
  const PublicRecord& record_;
  const record::Labels labels_;
  const record::Surveyor surveyor_;
  View& view_;
  Texts& texts_;
};

}  // namespace

void fill_fields(const ViewSources& sources, const PublicRecord& record, std::span<const std::string_view> left_out,
                 View& view, Texts& texts) {
  FieldFiller(sources, record, view, texts).fill(left_out);
}

void add_file(View& view, Key rows, const record::FileLink& file, std::string_view language, Texts& texts) {
  View& row = view.add(rows);
  row.set(name::file_name, texts.keep(file.name));
  row.set(name::path, texts.keep(file.address));
  row.set(name::file_details, texts.keep(file_details(file, language)));
}

}  // namespace congbo::render
