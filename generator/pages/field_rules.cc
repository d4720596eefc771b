// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "generator/pages/front_matter_reader.h"

namespace congbo::pages {
namespace {

using formats::YamlNode;
using site::Condition;
using site::FieldSchema;
using site::Situation;

// Where a key is looked for: inside one object, then on the page.
struct Scope {
  const Object* object = nullptr;
  std::string path;  // "answered_by." inside that object
};

const Value* find_in(const Object& object, std::string_view key) {
  for (const Member& member : object)
    if (member.first == key) return &member.second;
  return nullptr;
}

// An empty list is no value.
bool holds_something(const Value& value) {
  const List* list = std::get_if<List>(&value.data);
  return list != nullptr ? !list->empty() : value.data.index() != 0;
}

bool is(const Value& value, std::string_view wanted) {
  if (const bool* truth = std::get_if<bool>(&value.data)) return wanted == (*truth ? "true" : "false");
  if (const Number* number = std::get_if<Number>(&value.data)) return number->text == wanted;
  if (const List* list = std::get_if<List>(&value.data))
    return std::any_of(list->begin(), list->end(), [&](const Value& element) { return is(element, wanted); });
  return value.text() == wanted;
}

// A day counts from its first instant, as an end with all of its hours.
bool is_before(const Value& end, const Value& start) {
  const Date* end_day = std::get_if<Date>(&end.data);
  const Date* start_day = std::get_if<Date>(&start.data);
  const Instant* end_moment = std::get_if<Instant>(&end.data);
  const Instant* start_moment = std::get_if<Instant>(&start.data);
  if (end_day && (start_day || start_moment)) return *end_day < (start_day ? *start_day : date_of(*start_moment));
  if (end_moment && start_day) return *end_moment < start_of_day(*start_day);
  return end_moment && start_moment && *end_moment < *start_moment;
}

class FieldRules {
 public:
  FieldRules(const formats::YamlKeys& keys, const Page& page, Diagnostics& found)
      : keys_(keys), root_(keys.root), page_(page), found_(found) {}

  void check() {
    auto present = page_.fields.begin();  // in the schema's order
    for (const FieldSchema& field : page_.type->fields) {
      const Value* value = nullptr;
      if (present != page_.fields.end() && present->schema == &field) value = &(present++)->value;
      const bool asked_for = !field.required_when.empty() || !field.recommended_when.empty();
      if (value != nullptr || asked_for) look_at(field, value, root_.find(field.key), {});
    }
    for (const std::vector<std::string>& group : page_.type->one_of) check_group(group);
  }

 private:
  void look_at(const FieldSchema& field, const Value* value, const YamlNode* written, const Scope& scope);
  void look_inside(const FieldSchema& field, const Value& value, const YamlNode* written, const Scope& scope);
  void check_value(const FieldSchema& field, const Value& value, const Scope& scope);
  void check_length(const FieldSchema& field, const Value& value, std::size_t length, const std::string& name);
  void check_order(const FieldSchema& field, const Value& value, const Scope& scope);
  void check_group(const std::vector<std::string>& group);
  void demand(const FieldSchema& field, const Scope& scope);

  const Value* find(std::string_view key, const Scope& scope) const;
  const YamlNode* common_key(std::string_view key) const;
  bool holds(const Condition& condition, const Scope& scope) const;
  // The first situation that is the case.
  const Situation* current(const std::vector<Situation>& situations, const Scope& scope) const;
  void report(std::string_view code, const FieldSchema& field, const Situation& situation, Severity severity,
              const Scope& scope);
  Place place_of_cause(const Condition& cause, const Scope& scope) const;
  static std::string neighbour(const Condition& cause, const Scope& scope);

  // A draft may be half done: what it lacks is a warning.
  void miss(Diagnostic missing) {
    if (page_.status == Status::draft) missing.severity = Severity::warning;
    found_.add(std::move(missing));
  }

  Place place_of(const Value& value) const { return {page_.source, value.at.line, value.at.column, value.at.length}; }

  bool is_unread(std::string_view key) const { return keys_.is_unread(key.substr(0, key.find('.'))); }

  const formats::YamlKeys& keys_;
  const YamlNode& root_;
  const Page& page_;
  Diagnostics& found_;
};

void FieldRules::look_at(const FieldSchema& field, const Value* value, const YamlNode* written, const Scope& scope) {
  if (value != nullptr && holds_something(*value)) {
    check_value(field, *value, scope);
    look_inside(field, *value, written, scope);
    return;
  }
  // What was written but could not be read has its message already.
  const bool unreadable =
      value == nullptr && written != nullptr && written->kind == YamlNode::Kind::scalar && !written->text.empty();
  if (!unreadable) demand(field, scope);
  if (value != nullptr && field.at_least > 0) check_length(field, *value, 0, scope.path + field.key);
}

void FieldRules::look_inside(const FieldSchema& field, const Value& value, const YamlNode* written,
                             const Scope& scope) {
  if (const Object* object = std::get_if<Object>(&value.data)) {
    const Scope inside{object, scope.path + (field.key.empty() ? "" : field.key + ".")};
    for (const FieldSchema& part : field.fields)
      look_at(part, find_in(*object, part.key), written == nullptr ? nullptr : written->find(part.key), inside);
  } else if (const List* list = std::get_if<List>(&value.data); list != nullptr && !field.fields.empty()) {
    const FieldSchema& element = field.fields.front();
    const Scope inside{scope.object, scope.path + field.key + "."};
    for (const Value& one : *list) {
      check_value(element, one, inside);
      look_inside(element, one, nullptr, inside);
    }
  }
}

void FieldRules::check_value(const FieldSchema& field, const Value& value, const Scope& scope) {
  const std::string name = scope.path + field.key;
  if (const Number* number = std::get_if<Number>(&value.data)) {
    if (field.minimum && number->value < *field.minimum)
      found_.add(error("number-too-small", place_of(value),
                       {name, number->text, std::to_string(static_cast<long>(*field.minimum))}));
    if (field.maximum && number->value > *field.maximum)
      found_.add(error("number-too-large", place_of(value),
                       {name, number->text, std::to_string(static_cast<long>(*field.maximum))}));
  }
  if (const List* list = std::get_if<List>(&value.data)) check_length(field, value, list->size(), name);
  if (!field.not_before.empty()) check_order(field, value, scope);
}

void FieldRules::check_length(const FieldSchema& field, const Value& value, std::size_t length,
                              const std::string& name) {
  if (length < field.at_least) miss(error("list-too-short", place_of(value), {name, std::to_string(field.at_least)}));
}

void FieldRules::check_order(const FieldSchema& field, const Value& value, const Scope& scope) {
  const Value* first = find(field.not_before, scope);
  if (first == nullptr) return;
  if (is_before(value, *first))
    found_.add(error("date-before", place_of(value), {scope.path + field.key, field.not_before}));
}

// At least one key of the group has a value; "body" is the text below the front matter.
void FieldRules::check_group(const std::vector<std::string>& group) {
  std::string names;
  for (const std::string& key : group) {
    if (is_unread(key)) return;
    // Parts of what is not there at all: the whole is missed already.
    if (const std::size_t dot = key.find('.'); dot != std::string::npos && root_.find(key.substr(0, dot)) == nullptr)
      return;
    const bool there =
        key == "body" ? page_.body.find_first_not_of(" \t\n") != std::string::npos : holds({key, {"present"}}, {});
    if (there) return;
    names += (names.empty() ? "" : ", ") + key;
  }
  miss(error("one-of-missing", {page_.source, 1, 1}, {names, page_.type->id}));
}

void FieldRules::demand(const FieldSchema& field, const Scope& scope) {
  if (is_unread(field.key)) return;
  if (const Situation* now = current(field.required_when, scope))
    report("field-missing-when", field, *now, Severity::error, scope);
  else if (const Situation* advised = current(field.recommended_when, scope))
    report("field-recommended", field, *advised, Severity::warning, scope);
}

void FieldRules::report(std::string_view code, const FieldSchema& field, const Situation& situation, Severity severity,
                        const Scope& scope) {
  const auto by_presence = [](const Condition& condition) {
    return std::find(condition.values.begin(), condition.values.end(), "absent") == condition.values.end();
  };
  auto cause = std::find_if(situation.begin(), situation.end(), by_presence);
  if (cause == situation.end()) cause = situation.begin();
  std::string words = cause->key;
  if (cause->values.front() != "present")
    for (const std::string& value : cause->values)
      if (holds({cause->key, {value}}, scope)) words += ": " + value;
  Diagnostic one = error(code, place_of_cause(*cause, scope),
                         {scope.path + field.key, field.label.in("vi"), words, field.key, neighbour(*cause, scope)});
  one.severity = severity;
  miss(std::move(one));
}

// A key that the missing one stands level with.
std::string FieldRules::neighbour(const Condition& cause, const Scope& scope) {
  if (scope.path.empty() || scope.object == nullptr || scope.object->empty()) return "title";
  return find_in(*scope.object, cause.key) != nullptr ? cause.key : scope.object->front().first;
}

Place FieldRules::place_of_cause(const Condition& cause, const Scope& scope) const {
  if (const Value* value = find(cause.key, scope)) return place_of(*value);
  return page_.place_of(cause.key);
}

const Situation* FieldRules::current(const std::vector<Situation>& situations, const Scope& scope) const {
  for (const Situation& situation : situations)
    if (std::all_of(situation.begin(), situation.end(),
                    [&](const Condition& one) { return !is_unread(one.key) && holds(one, scope); }))
      return &situation;
  return nullptr;
}

bool FieldRules::holds(const Condition& condition, const Scope& scope) const {
  const Value* value = find(condition.key, scope);
  const YamlNode* common = value == nullptr ? common_key(condition.key) : nullptr;
  const bool present = value != nullptr ? holds_something(*value) : common != nullptr;
  for (const std::string& wanted : condition.values) {
    if (wanted == "absent" ? !present : wanted == "present" && present) return true;
    if (value != nullptr && is(*value, wanted)) return true;
    // A category may be written by its name; the page has its id.
    if (common != nullptr && (condition.key == "category" ? page_.category : common->text) == wanted) return true;
  }
  return false;
}

// What the front matter says of a common key; null when nothing is written.
const YamlNode* FieldRules::common_key(std::string_view key) const {
  if (page_.type->field(key) != nullptr) return nullptr;
  const YamlNode* node = root_.find(key);
  const bool empty = node == nullptr || node->kind == YamlNode::Kind::null ||
                     (node->kind == YamlNode::Kind::scalar && node->text.empty());
  return empty ? nullptr : node;
}

const Value* FieldRules::find(std::string_view key, const Scope& scope) const {
  const std::string_view first = key.substr(0, key.find('.'));
  const Value* value = scope.object == nullptr ? nullptr : find_in(*scope.object, first);
  if (value == nullptr) value = page_.field(first);
  if (value == nullptr || first.size() == key.size()) return value;
  const Object* inside = std::get_if<Object>(&value->data);
  return inside == nullptr ? nullptr : find(key.substr(first.size() + 1), {inside, {}});
}

}  // namespace

void check_field_rules(const formats::YamlKeys& keys, const Page& page, Diagnostics& found) {
  if (!page.section_index) FieldRules(keys, page, found).check();
}

}  // namespace congbo::pages
