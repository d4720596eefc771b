// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/authoring/interview_answers.h"

#include "generator/base/nearest_name.h"
#include "generator/base/unicode.h"
#include "generator/documents/number.h"
#include "generator/edition/document_type.h"

namespace congbo::authoring {

using site::Kind;

std::vector<Choice> choices_of(const site::Portal& portal, const site::FieldSchema& field) {
  std::vector<Choice> choices;
  if (field.kind == Kind::unit)
    for (const site::Unit& unit : portal.units) choices.push_back({unit.id, unit.name});
  for (const std::string& choice : field.choices) choices.push_back({choice, {}});
  const auto vocabulary = portal.vocabularies.find(field.vocabulary);
  if (vocabulary != portal.vocabularies.end())
    for (const site::Term& term : vocabulary->second.terms) choices.push_back({term.id, term.label});
  return choices;
}

std::string resolved(const Question& question, std::string answer) {
  if (question.kind == Kind::boolean) {
    for (const char* yes : {"có", "co", "c", "yes", "y"})
      if (answer == yes) return "true";
    for (const char* no : {"không", "khong", "k", "no", "n"})
      if (answer == no) return "false";
  }
  for (const Choice& choice : question.choices)
    if (choice.id == answer) return answer;
  for (const Choice& choice : question.choices)
    for (const auto& label : choice.label.texts)
      if (label.second == answer) return choice.id;
  // «phường bến sương», «phuong ben suong»: nobody types capitals and marks at a question.
  const std::string folded = fold(answer);
  for (const Choice& choice : question.choices)
    for (const auto& label : choice.label.texts)
      if (fold(label.second) == folded) return choice.id;
  if (!answer.empty() && answer.size() < 4 && answer.find_first_not_of("0123456789") == std::string::npos) {
    const std::size_t number = std::stoul(answer);
    if (number >= 1 && number <= question.choices.size()) return question.choices[number - 1].id;
  }
  return answer;
}

Diagnostics doubts_about(const site::ContentType& type, std::string_view key, const std::string& answer) {
  Diagnostics doubts;
  if (key != "number" || !edition::holds_documents(type)) return doubts;
  const std::optional<documents::Number> number = documents::parse_number(answer);
  if (!number)
    doubts.add(warning("document-number-unknown", {}, {answer}));
  else if (const std::string right = documents::to_text(*number); right != answer)
    doubts.add(warning("document-number-form", {}, {answer}, right));
  return doubts;
}

std::string form_of(const std::string& number) {
  const std::optional<documents::Number> read = documents::parse_number(number);
  return read ? std::string(documents::form_id(*read)) : std::string();
}

void offer_nearest(const std::string& answer, Question& question) {
  const Diagnostic& first = question.mistakes.all().front();
  if (question.choices.empty() && !first.suggestion.empty()) question.usual = first.suggestion;
  std::vector<std::string> known;
  for (const Choice& choice : question.choices) {
    known.push_back(choice.id);
    for (const auto& label : choice.label.texts) known.push_back(label.second);
  }
  if (const std::string nearest = nearest_name(answer, known); !nearest.empty())
    question.usual = resolved(question, nearest);
}

}  // namespace congbo::authoring
