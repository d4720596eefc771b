// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/authoring/interview.h"

#include <algorithm>
#include <map>
#include <memory>

#include "generator/authoring/interview_answers.h"
#include "generator/base/slug.h"
#include "generator/formats/yaml.h"
#include "generator/pages/load.h"
#include "generator/site/load.h"
#include "generator/site/sample_texts.h"

namespace congbo::authoring {

namespace {

using site::Condition;
using site::FieldSchema;
using site::Kind;
using site::Situation;

constexpr int most_elements = 200;  // of a list that is typed

class Interview {
 public:
  Interview(const FileSystem& files, const site::Portal& portal, const site::ContentType& type, const NewItem& item,
            const std::string& path, const Ask& ask)
      : files_(files), portal_(portal), type_(type), item_(item), path_(path), ask_(ask) {}

  Result<Interviewed> run() {
    text_ = "---\ntitle: " + formats::yaml_scalar(item_.title) + "\ntype: " + type_.id + "\n";
    known_["title"] = item_.title;
    ask_top(*common("unit"));
    if (type_.date_from == "date") ask_top(*common("date"));
    for (const std::string& key : type_.required_keys)
      if (const FieldSchema* field = common(key)) ask_top(*field);
    for (const FieldSchema& field : type_.fields)
      if (field.required) ask_top(field);
    ask_top(*common("summary"));
    while (ask_what_follows()) {
    }
    if (stopped_) return error("new-stopped", {});
    text_.append("status: draft  # xóa dòng này khi bài đã xong\n---\n\n").append(site::sample_body).append("\n");
    return Interviewed{std::move(text_), std::move(enclosures_)};
  }

 private:
  static const FieldSchema* common(std::string_view key) {
    for (const FieldSchema& field : site::common_fields())
      if (field.key == key) return &field;
    return nullptr;
  }

  const FieldSchema* field(std::string_view key) const {
    const std::string_view first = key.substr(0, key.find('.'));
    const FieldSchema* own = type_.field(first);
    return own != nullptr ? own : common(first);
  }

  // One key of the front matter with all that is within it.
  void ask_top(const FieldSchema& field) {
    if (known_.contains(field.key) || field.key == "title") return;
    std::string written = field.key + ":";
    ask_value(field, field.key, "", written);
    text_ += written;
    known_.emplace(field.key, "");
  }

  // Appends the value of `field`, indented, to `written`, which is all of the top key so far.
  void ask_value(const FieldSchema& field, const std::string& name, const std::string& indent, std::string& written) {
    if (field.kind == Kind::object) {
      written += "\n";
      ask_parts(field, name, indent + "  ", written);
    } else if (field.kind == Kind::list) {
      ask_list(field, name, indent, written);
    } else {
      written += " " + ask_scalar(field, name, written, {}) + "\n";
    }
  }

  void ask_parts(const FieldSchema& object, const std::string& name, const std::string& indent, std::string& written) {
    for (const FieldSchema& part : object.fields) {
      if (!part.required) continue;
      written += indent + part.key + ":";
      ask_value(part, name + "." + part.key, indent, written);
    }
    ask_group(name, object, indent, written);
  }

  // «fee.none, fee.amount or fee.note»: the first that is answered will do.
  void ask_group(const std::string& name, const FieldSchema& object, const std::string& indent, std::string& written) {
    for (const std::vector<std::string>& group : type_.one_of)
      for (bool asked = false; const std::string& key : group) {
        if (!key.starts_with(name + ".") || asked) continue;
        for (const FieldSchema& part : object.fields) {
          if (key != name + "." + part.key) continue;
          const bool last = key == group.back();
          std::string more = written + indent + part.key + ":";
          const std::string answer = ask_scalar(part, key, more, last ? Empty::not_allowed : Empty::allowed);
          if (answer.empty() || answer == "false") continue;
          written = more + " " + answer + "\n";
          asked = true;
        }
      }
  }

  void ask_list(const FieldSchema& field, const std::string& name, const std::string& indent, std::string& written) {
    const FieldSchema& element = field.fields.front();
    const std::string before = written;
    std::size_t count = 0;
    for (; count < most_elements; ++count) {
      const bool must = count < field.at_least;
      std::string more = written + (count == 0 ? "\n" : "") + indent + "  -";
      if (element.kind == Kind::object) {
        if (!ask_element(field, element, name, indent + "    ", must, more)) break;
      } else {
        FieldSchema named = element;
        named.label = field.label;
        named.help = field.help;
        const std::string answer = ask_scalar(named, name, more, must ? Empty::not_allowed : Empty::allowed);
        if (answer.empty()) break;
        more += " " + answer + "\n";
      }
      written = std::move(more);
    }
    if (count == 0) written = before + " []\n";
  }

  // An object of a list: its first mandatory key decides whether there is one more.
  bool ask_element(const FieldSchema& list, const FieldSchema& element, const std::string& name,
                   const std::string& indent, bool must, std::string& more) {
    bool first = true;
    for (const FieldSchema& part : element.fields) {
      if (!part.required) continue;
      more += (first ? " " : indent) + part.key + ":";
      if (!first || part.kind == Kind::list || part.kind == Kind::object) {
        ask_value(part, name + "." + part.key, indent, more);
      } else {
        FieldSchema named = part;
        named.label = joined(list.label, part.label);
        const std::string answer =
            ask_scalar(named, name + "." + part.key, more, must ? Empty::not_allowed : Empty::allowed);
        if (answer.empty()) return false;
        more += " " + answer + "\n";
      }
      first = false;
    }
    return !first;
  }

  static site::LocalText joined(const site::LocalText& whole, const site::LocalText& part) {
    site::LocalText text;
    for (const char* language : {"vi", "en"})
      text.texts.emplace_back(language, whole.in(language) + ", " + part.in(language));
    return text;
  }

  enum class Empty { usual, allowed, not_allowed };  // usual: as the question's own answer says

  // Asks until the checker has nothing against the answer; YAML.
  std::string ask_scalar(const FieldSchema& field, const std::string& name, const std::string& written, Empty empty) {
    Question question{name,  field.label, field.help, field.kind, choices_of(portal_, field), usual_of(field),
                      false, {}};
    if (stopped_) return {};
    question.may_be_empty = empty == Empty::allowed;
    if (empty != Empty::usual) question.usual.clear();
    if (question.key == "unit" && !item_.unit.empty()) return remember(name, formats::yaml_scalar(item_.unit));
    for (std::string doubted;;) {
      std::optional<std::string> typed = ask_(question);
      stopped_ = !typed;
      if (stopped_) return {};
      std::string answer = typed->empty() ? question.usual : *std::move(typed);
      question.mistakes = {};
      if (answer.empty() && question.may_be_empty) return {};
      if (answer.empty()) {
        question.mistakes.add(error("answer-needed", {}));
        continue;
      }
      answer = resolved(question, std::move(answer));
      std::string yaml =
          field.kind == Kind::file || field.kind == Kind::image ? enclosed(answer, question) : scalar(field, answer);
      if (question.mistakes.empty()) question.mistakes = mistakes_in(written + " " + yaml + "\n");
      if (question.mistakes.empty() && answer != doubted) {  // said twice, it is meant
        question.mistakes = doubts_about(type_, name, answer);
        doubted = answer;
      }
      if (question.mistakes.empty()) return remember(name, std::move(yaml), answer);
      offer_nearest(answer, question);
    }
  }

  std::string remember(const std::string& name, std::string yaml, const std::string& answer = {}) {
    known_[name] = answer.empty() ? yaml : answer;
    return yaml;
  }

  static std::string scalar(const FieldSchema& field, const std::string& answer) {
    const bool plain = field.kind == Kind::number || field.kind == Kind::boolean || field.kind == Kind::date ||
                       field.kind == Kind::datetime;
    return plain ? answer : formats::yaml_scalar(answer);
  }

  // The checker's own reading of the key as written so far; what is still missing is none of its business.
  Diagnostics mistakes_in(const std::string& written) const {
    SnapshotEntry entry;
    entry.path = path_;
    Diagnostics found, mistakes;
    std::string bytes = "---\ntitle: x\ntype: " + type_.id + "\nstatus: draft\n" + written + "---\n";
    pages::load_page({&entry, &portal_, std::string(portal_.main_language())}, std::move(bytes), found);
    for (const Diagnostic& one : found.all())
      if (one.severity == Severity::error && one.where.line > 4) mistakes.add(one);
    return mistakes;
  }

  // The file named is copied beside the item under a name fit for addresses.
  std::string enclosed(const std::string& answer, Question& question) {
    const std::string name = answer.substr(answer.rfind('/') + 1);
    const std::size_t dot = name.rfind('.');
    if (!files_.exists(answer) || dot == std::string::npos) {
      question.mistakes.add(error("file-not-found", {}, {answer}));
      return {};
    }
    const std::string fit = slug(name.substr(0, dot)) + name.substr(dot);
    enclosures_.push_back({answer, path_.substr(0, path_.size() - 3) + "/" + fit});
    return formats::yaml_scalar(fit);
  }

  // What most items have: today, the only unit there is, the category of the section's name.
  std::string usual_of(const FieldSchema& field) const {
    if (field.key == "unit" && portal_.units.size() == 1) return portal_.units.front().id;
    if (const auto number = known_.find("number"); field.key == "form" && number != known_.end())
      return form_of(number->second);
    if (field.key == "author") return "Ban Biên tập";
    if (field.key == "date" || field.key == type_.date_from) return to_text(item_.today);
    if (field.key != "category") return {};
    const std::string below = path_.substr(portal_.root.size());
    const std::string section = below.substr(0, below.find('/'));
    const auto vocabulary = portal_.vocabularies.find("category");
    const bool known = vocabulary != portal_.vocabularies.end() && vocabulary->second.term(section) != nullptr;
    return known ? section : std::string();
  }

  // Keys that the answers so far make mandatory; true when one was asked for.
  bool ask_what_follows() {
    const std::size_t before = known_.size();
    if (const auto origin = known_.find("origin"); origin != known_.end() && origin->second == "reposted")
      for (const char* key : {"source_name", "author"}) ask_top(*common(key));
    for (const FieldSchema& one : type_.fields)
      if (std::any_of(one.required_when.begin(), one.required_when.end(),
                      [&](const Situation& situation) { return holds(situation); }))
        ask_top(one);
    for (const std::vector<std::string>& group : type_.one_of) {
      const bool apart = std::any_of(group.begin(), group.end(), [](const std::string& key) {
        return key == "body" || key.find('.') != std::string::npos;
      });
      const bool there = std::any_of(group.begin(), group.end(), [&](const std::string& key) { return is_known(key); });
      if (!apart && !there) ask_top(*field(group.front()));
    }
    return known_.size() != before;
  }

  bool is_known(const std::string& key) const {
    const auto at = known_.find(key);
    return at != known_.end();
  }

  bool holds(const Situation& situation) const {
    return std::all_of(situation.begin(), situation.end(), [&](const Condition& condition) {
      const auto at = known_.find(condition.key);
      return std::any_of(condition.values.begin(), condition.values.end(), [&](const std::string& value) {
        if (value == "present" || value == "absent") return (at != known_.end()) == (value == "present");
        return at != known_.end() && at->second == value;
      });
    });
  }

  const FileSystem& files_;
  const site::Portal& portal_;
  const site::ContentType& type_;
  const NewItem& item_;
  const std::string& path_;
  const Ask& ask_;
  std::string text_;
  bool stopped_ = false;
  std::map<std::string, std::string> known_;  // by full name; objects and lists with an empty text
  std::vector<Enclosure> enclosures_;
};

}  // namespace

Result<Interviewed> interview(const FileSystem& files, const site::Portal& portal, const site::ContentType& type,
                              const NewItem& item, const std::string& path, const Ask& ask) {
  return Interview(files, portal, type, item, path, ask).run();
}

}  // namespace congbo::authoring
