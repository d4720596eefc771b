// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/record/display_field.h"

#include <utility>

#include "generator/record/addressing.h"
#include "generator/record/field_value.h"
#include "generator/record/phrase.h"
#include "generator/record/wording.h"

namespace congbo::record {

namespace {

using pages::Value;
using site::FieldSchema;
using site::Kind;

const FieldSchema* part_of(const FieldSchema& schema, std::string_view key) {
  for (const FieldSchema& part : schema.fields)
    if (part.key == key) return &part;
  return nullptr;
}

const std::string& label_of(const FieldSchema& schema, std::string_view language) {
  const std::string& label = schema.label.in(language);
  return label.empty() ? schema.key : label;
}

// Collects one field's value, however deep. YAML's depth limit bounds the recursion.
class Formatter {
 public:
  Formatter(const Surveyor& surveyor, const pages::Page& page, std::string file_title = {})
      : surveyor_(surveyor), page_(page), file_title_(std::move(file_title)) {}

  DisplayField take() { return std::move(field_); }

  // Text and machine form of `value`; links and files go to the field. Empty text: nothing to show.
  std::pair<std::string, std::string> format(const FieldSchema& schema, const Value& value) {
    if (const auto* date = std::get_if<Date>(&value.data)) return {date_text(*date, language()), to_text(*date)};
    if (const auto* moment = std::get_if<Instant>(&value.data))
      return {date_text(*moment, language()), to_rfc3339(*moment)};
    if (const auto* number = std::get_if<pages::Number>(&value.data))
      return {format_number(schema, *number), number->text};
    if (const auto* truth = std::get_if<bool>(&value.data)) return format_boolean(*truth);
    if (const auto* list = std::get_if<pages::List>(&value.data)) return format_list(schema, *list);
    if (const auto* object = std::get_if<pages::Object>(&value.data)) return format_object(schema, *object);
    return value.text().empty() ? std::pair<std::string, std::string>() : format_text(schema, value.text());
  }

 private:
  const std::string& language() const { return page_.route.language; }

  // A year is no quantity: «2026», not «2.026».
  std::string format_number(const FieldSchema& schema, const pages::Number& number) const {
    const bool year = schema.key == "year" || schema.key.ends_with("_year");
    return year ? number.text : number_text(number.text, language());
  }

  std::pair<std::string, std::string> format_boolean(bool truth) const {
    return {std::string(page_.portal->string(language(), truth ? "boolean.true" : "boolean.false")),
            truth ? "true" : "false"};
  }

  std::pair<std::string, std::string> format_text(const FieldSchema& schema, const std::string& text) {
    switch (schema.kind) {
      case Kind::choice:
        return format_choice(schema, text);
      case Kind::unit: {
        field_.links.push_back(surveyor_.labels.get(page_, Bears::unit, text));
        return {field_.links.back()->text, text};
      }
      case Kind::reference:
        return format_reference(text);
      case Kind::file:
      case Kind::image:
        return format_file(text);
      default:
        return {text, text};
    }
  }

  std::pair<std::string, std::string> format_choice(const FieldSchema& schema, const std::string& id) {
    if (schema.vocabulary == "category") {
      field_.links.push_back(surveyor_.labels.get(page_, Bears::category, id));
      return {field_.links.back()->text, id};
    }
    Label label{id, {}, {}};
    if (!schema.vocabulary.empty()) {
      label.text = term_label(*page_.portal, schema.vocabulary, id, language());
    } else {
      const std::string key = "choice." + id;
      const std::string_view text = page_.portal->string(language(), key);
      label.text = text == key ? std::string_view(id) : text;
    }
    field_.links.push_back(label);
    return {std::move(label.text), id};
  }

  // Text that names no page at all is the author's own («Luật số 104/2016/QH13»); a page that is not public is not told
  // of.
  std::pair<std::string, std::string> format_reference(const std::string& id) {
    const pages::PageIndex index = find_page(id);
    if (index == pages::no_page) return {id, id};
    if (!surveyor_.publication.edition->is_visible(index)) return {};
    const pages::Page& target = (*surveyor_.publication.library)[index];
    field_.links.push_back(Label{id, target.title, page_address_from(*page_.portal, target)});
    return {target.title, id};
  }

  pages::PageIndex find_page(const std::string& id) const {
    const pages::Library& library = *surveyor_.publication.library;
    const pages::PageIndex own = library.by_id(page_.portal->id, id);
    if (own != pages::no_page) return own;
    for (const site::Portal& portal : surveyor_.publication.site->portals) {
      const pages::PageIndex other = library.by_id(portal.id, id);
      if (other != pages::no_page) return other;
    }
    return pages::no_page;
  }

  std::pair<std::string, std::string> format_file(const std::string& source) {
    if (is_withheld(*surveyor_.publication.library, *surveyor_.publication.edition, source)) return {};
    auto link = file_link(*surveyor_.publication.snapshot, *page_.portal, source,
                          file_title_.empty() ? surveyor_.labels.file_title(page_, source) : file_title_);
    if (!link) return {};
    field_.files.push_back(*std::move(link));
    return {field_.files.back().name, field_.files.back().path};
  }

  std::pair<std::string, std::string> format_list(const FieldSchema& schema, const pages::List& list) {
    std::pair<std::string, std::string> joined;
    for (const Value& element : list) {
      const auto [text, machine] = format(schema.fields.empty() ? schema : schema.fields.front(), element);
      if (text.empty()) continue;
      if (!joined.first.empty()) {
        joined.first += "; ";
        joined.second += "; ";
      }
      joined.first += text;
      joined.second += machine;
    }
    return joined;
  }

  std::pair<std::string, std::string> format_object(const FieldSchema& schema, const pages::Object& object) {
    const std::string outer = std::exchange(file_title_, title_within(object));
    const std::string_view phrase = phrase_of(page_, schema);
    std::string text;
    PhraseValues values;
    for (const auto& [key, value] : object) {
      const FieldSchema* part = part_of(schema, key);
      if (!part || !part->shown) continue;
      const std::string part_text = format(*part, value).first;
      if (part_text.empty()) continue;
      append_part(schema, *part, part_text, text);
      if (!phrase.empty()) values.emplace_back(key, in_phrase(*part, value, part_text));
    }
    file_title_ = outer;
    if (std::string said = filled_phrase(phrase, values); !said.empty()) text = std::move(said);
    return {text, text};
  }

  void append_part(const FieldSchema& schema, const FieldSchema& part, const std::string& part_text,
                   std::string& text) const {
    const bool heads_element = text.empty() && is_head(schema, part);
    if (!text.empty()) text += ", ";
    if (!heads_element) text += label_of(part, language()) + ": ";
    text += part_text;
  }

  // «Không thu»: a truth is said by its label, an untruth by nothing. «đồng» for VND.
  std::string in_phrase(const FieldSchema& part, const Value& value, const std::string& text) const {
    if (const bool* truth = std::get_if<bool>(&value.data)) return *truth ? label_of(part, language()) : std::string();
    if (part.key != "currency") return text;
    const std::string key = "currency." + text;
    const std::string_view name = page_.portal->string(language(), key);
    return name == key ? text : std::string(name);
  }

  // In a list the first words of an element need no label: «Đơn đề nghị, Số bản: 2; Bản vẽ».
  static bool is_head(const FieldSchema& object, const FieldSchema& part) {
    const bool element_of_list = object.key.empty();
    return element_of_list && &part == &object.fields.front() && (part.kind == Kind::text || part.kind == Kind::person);
  }

  const Surveyor& surveyor_;
  const pages::Page& page_;
  DisplayField field_;
  std::string file_title_;
};

}  // namespace

std::string title_within(const pages::Object& object) {
  for (const auto& [key, value] : object)
    if (is_title(key) && !value.text().empty()) return value.text();
  return {};
}

std::string_view phrase_of(const pages::Page& page, const FieldSchema& schema) {
  if (schema.key.empty()) return {};
  const std::string key = "phrase." + schema.key;
  const std::string_view phrase = page.portal->string(page.route.language, key);
  return phrase == key ? std::string_view() : phrase;
}

DisplayField shown_value(const Surveyor& surveyor, const pages::Page& page, const FieldSchema& schema,
                         const Value& value, std::string file_title) {
  Formatter formatter(surveyor, page, std::move(file_title));
  auto [text, machine] = formatter.format(schema, value);
  DisplayField shown = formatter.take();
  shown.key = schema.key;
  shown.label = label_of(schema, page.route.language);
  shown.kind = schema.kind;
  shown.text = std::move(text);
  shown.machine = std::move(machine);
  return shown;
}

std::optional<DisplayField> display_field(const Surveyor& surveyor, const pages::Page& page,
                                          const pages::Field& field) {
  if (!field.schema || !field.schema->shown) return std::nullopt;
  DisplayField shown = shown_value(surveyor, page, *field.schema, field.value, {});
  if (shown.text.empty()) return std::nullopt;
  return shown;
}

std::optional<FileLink> file_link(const Snapshot& snapshot, const site::Portal& portal, const std::string& source,
                                  std::string_view name) {
  if (!may_be_published(source)) return std::nullopt;
  const SnapshotEntry* entry = snapshot.find(source);
  if (!entry || entry->symlink) return std::nullopt;
  FileLink link;
  link.source = source;
  link.path = file_path_on_host(portal, source);
  link.address = encoded_path(link.path);
  link.name = name.empty() ? file_name(source) : name;
  link.type = file_type(source);
  link.size = entry->size;
  return link;
}

}  // namespace congbo::record
