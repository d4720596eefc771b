// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/record/consultation.h"

#include <algorithm>
#include <utility>

#include "generator/base/sequence_diff.h"
#include "generator/base/unicode.h"
#include "generator/record/display_field.h"
#include "generator/record/wording.h"

namespace congbo::record {

namespace {

using pages::Object;
using pages::Value;

constexpr std::size_t longest_text = 300'000;  // bytes of a version that is compared
constexpr std::size_t most_paragraph_changes = 1500, most_word_changes = 600;

const Value* member(const Object& object, std::string_view key) {
  for (const auto& [name, value] : object)
    if (name == key) return &value;
  return nullptr;
}

std::string text_of(const Object& object, std::string_view key) {
  const Value* value = member(object, key);
  return value ? value->text() : std::string();
}

template <class Visit>
void each_object(const pages::Page& page, std::string_view key, const Visit& visit) {
  const Value* value = page.field(key);
  const auto* list = value ? std::get_if<pages::List>(&value->data) : nullptr;
  if (!list) return;
  for (const Value& element : *list)
    if (const auto* object = std::get_if<Object>(&element.data)) visit(*object);
}

struct DayTexts {
  std::string machine, text;
};

DayTexts day_of(const Object& object, const std::string& language) {
  const Value* value = member(object, "date");
  const Date* day = value ? std::get_if<Date>(&value->data) : nullptr;
  return day ? DayTexts{to_text(*day), date_text(*day, language)} : DayTexts{};
}

bool is_true(const Object& object, std::string_view key) {
  const Value* value = member(object, key);
  const bool* truth = value ? std::get_if<bool>(&value->data) : nullptr;
  return truth && *truth;
}

Comment comment_of(const Object& object, const std::string& language) {
  Comment comment;
  comment.from = text_of(object, "organization");
  if (comment.from.empty() && is_true(object, "consent")) comment.from = text_of(object, "from");
  const DayTexts day = day_of(object, language);
  comment.date_machine = day.machine;
  comment.date_text = day.text;
  comment.text = text_of(object, "text");
  comment.answer = text_of(object, "answer");
  return comment;
}

bool is_plain_text(const FileLink& file) {
  return file.type == "TXT";
}

std::string text_of_file(const Publication& publication, const FileLink& file) {
  const SnapshotEntry* entry = publication.snapshot->find(file.source);
  if (!entry || file.size > longest_text) return {};
  const Result<std::string> bytes = publication.snapshot->read(*entry);
  if (!bytes || bytes->size() > longest_text || first_invalid_utf8(*bytes)) return {};
  return *bytes;
}

// Parts of `text` between the separators, empty ones left out.
std::vector<std::string_view> parts_of(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> parts;
  for (std::size_t at = text.find_first_not_of(separators); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(separators, at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = text.find_first_not_of(separators, end);
  }
  return parts;
}

using Texts = std::vector<std::string_view>;

std::string joined(const Texts& words, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) {
    if (i > begin) text += ' ';
    text += words[i];
  }
  return text;
}

ChangedParagraph compare_words(std::string_view old_text, std::string_view new_text) {
  const Texts old_words = parts_of(old_text, " \t\r"), new_words = parts_of(new_text, " \t\r");
  ChangedParagraph paragraph;
  for (const ChangeRun& run : sequence_diff(old_words, new_words, most_word_changes))
    paragraph.pieces.push_back(
        {run.change, joined(run.change == Change::added ? new_words : old_words, run.begin, run.end)});
  return paragraph;
}

// A run of removed paragraphs and the added ones after it: in pairs word by word, what is over as a whole.
void compare_runs(const Texts& removed, const Texts& added, Comparison& comparison) {
  const std::size_t pairs = std::min(removed.size(), added.size());
  for (std::size_t i = 0; i < pairs; ++i) comparison.paragraphs.push_back(compare_words(removed[i], added[i]));
  for (std::size_t i = pairs; i < removed.size(); ++i)
    comparison.paragraphs.push_back({{{Change::removed, std::string(removed[i])}}, 0});
  for (std::size_t i = pairs; i < added.size(); ++i)
    comparison.paragraphs.push_back({{{Change::added, std::string(added[i])}}, 0});
}

void compare_texts(std::string_view old_text, std::string_view new_text, Comparison& comparison) {
  const Texts old_lines = parts_of(old_text, "\r\n"), new_lines = parts_of(new_text, "\r\n");
  Texts removed, added;
  const auto flush = [&] {
    compare_runs(removed, added, comparison);
    removed.clear();
    added.clear();
  };
  for (const ChangeRun& run : sequence_diff(old_lines, new_lines, most_paragraph_changes)) {
    if (run.change == Change::kept) {
      flush();
      comparison.paragraphs.push_back({{}, run.end - run.begin});
      continue;
    }
    const Texts& lines = run.change == Change::added ? new_lines : old_lines;
    Texts& to = run.change == Change::added ? added : removed;
    to.insert(to.end(), lines.begin() + static_cast<std::ptrdiff_t>(run.begin),
              lines.begin() + static_cast<std::ptrdiff_t>(run.end));
  }
  flush();
}

}  // namespace

bool is_consultation_key(const pages::Page& page, std::string_view key) {
  return page.type && page.type->id == "consultation" && (key == "versions" || key == "comments");
}

Consultation make_consultation(const Publication& publication, const pages::Page& page) {
  Consultation consultation;
  const std::string& language = page.route.language;
  each_object(page, "versions", [&](const Object& object) {
    DraftVersion version;
    version.label = text_of(object, "label");
    const DayTexts day = day_of(object, language);
    version.date_machine = day.machine;
    version.date_text = day.text;
    if (auto file = file_link(*publication.snapshot, *page.portal, text_of(object, "file"), version.label))
      version.file = *std::move(file);
    consultation.versions.push_back(std::move(version));
  });
  each_object(page, "comments",
              [&](const Object& object) { consultation.comments.push_back(comment_of(object, language)); });
  if (const Value* receiver = page.field("receiver"))
    if (const auto* object = std::get_if<Object>(&receiver->data)) {
      consultation.address = text_of(*object, "address");
      consultation.email = text_of(*object, "email");
    }
  return consultation;
}

std::vector<Comparison> compare_versions(const Publication& publication, const PublicRecord& record) {
  std::vector<Comparison> comparisons;
  const std::vector<DraftVersion>& versions = record.consultation.versions;
  for (std::size_t i = 1; i < versions.size(); ++i) {
    if (!is_plain_text(versions[i - 1].file) || !is_plain_text(versions[i].file)) continue;
    const std::string before = text_of_file(publication, versions[i - 1].file);
    const std::string after = text_of_file(publication, versions[i].file);
    if (before.empty() || after.empty()) continue;
    Comparison comparison{versions[i - 1].label, versions[i].label, {}};
    compare_texts(before, after, comparison);
    comparisons.push_back(std::move(comparison));
  }
  return comparisons;
}

}  // namespace congbo::record
