// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/concepts.h"

#include <algorithm>
#include <charconv>

#include "generator/base/lines.h"
#include "generator/formats/yaml.h"
#include "search/scanner.h"

namespace congbo::search {
namespace {

using formats::YamlNode;

constexpr const char* known_keys = "concepts, best_bets, questions";

class Reader {
 public:
  Reader(const std::string& path, Vocabulary& vocabulary, Diagnostics& found)
      : path_(path), vocabulary_(vocabulary), found_(found) {}

  void read(const YamlNode& root) {
    if (root.kind == YamlNode::Kind::null) return;
    if (root.kind != YamlNode::Kind::mapping) return wrong(root, known_keys);
    for (const formats::YamlPair& pair : root.pairs) {
      if (pair.first.text == "concepts") {
        each(pair.second, [this](const YamlNode& node) { read_concept(node); });
      } else if (pair.first.text == "best_bets") {
        each(pair.second, [this](const YamlNode& node) { read_best_bet(node); });
      } else if (pair.first.text == "questions") {
        each(pair.second, [this](const YamlNode& node) { read_question(node); });
      } else {
        wrong(pair.first, known_keys);
      }
    }
  }

 private:
  void wrong(const YamlNode& node, const std::string& wanted) {
    found_.add(error("search-vocabulary", {path_, node.line, node.column, node.length}, {node.text, wanted}));
  }

  template <class Visit>
  void each(const YamlNode& node, const Visit& visit) {
    if (node.kind == YamlNode::Kind::null) return;
    if (node.kind != YamlNode::Kind::sequence) return wrong(node, "- …");
    for (const YamlNode& item : node.items) visit(item);
  }

  // The folded form of a scalar, or empty when it says nothing that can be found.
  std::string form_of(const YamlNode& node) {
    std::string form = node.kind == YamlNode::Kind::scalar ? folded_words(node.text) : std::string();
    const auto tokens = static_cast<std::size_t>(std::count(form.begin(), form.end(), ' ')) + 1;
    if (!form.empty() && tokens <= most_concept_tokens) return form;
    wrong(node, "1–8");
    return {};
  }

  void read_concept(const YamlNode& node) {
    if (node.kind != YamlNode::Kind::sequence || node.items.size() < 2) return wrong(node, "[UBND, Ủy ban nhân dân]");
    std::vector<std::string> forms;
    for (const YamlNode& item : node.items)
      if (std::string form = form_of(item); !form.empty()) forms.push_back(std::move(form));
    if (forms.empty() || vocabulary_.concepts.size() + forms.size() > most_concepts) return;
    std::string name = forms.front();
    std::replace(name.begin(), name.end(), ' ', '-');
    for (const std::string& form : forms) {
      auto& names = vocabulary_.concepts[form];
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
  }

  void read_best_bet(const YamlNode& node) {
    const YamlNode* questions = node.find("questions");
    const YamlNode* title = node.find("title");
    const YamlNode* address = node.find("address");
    const bool complete = questions && questions->kind == YamlNode::Kind::sequence && title && !title->text.empty() &&
                          address && (address->text.starts_with("/") || address->text.starts_with("https://"));
    if (!complete) return wrong(node, "{questions: […], title: …, address: /…}");
    for (const YamlNode& question : questions->items)
      if (const std::string form = folded_words(question.text); !form.empty())
        vocabulary_.best_bets[form].push_back({title->text, address->text});
  }

  void read_question(const YamlNode& node) {
    const YamlNode* ask = node.find("ask");
    const YamlNode* expect = node.find("expect");
    const YamlNode* within = node.find("within");
    std::size_t most = OwnQuestion{}.within;
    const bool counted = !within || read_count(within->text, most);
    if (!ask || folded_words(ask->text).empty() || !expect || !expect->text.starts_with("/") || !counted)
      return wrong(node, "{ask: …, expect: /…, within: 1–10}");
    const Place where{path_, expect->line, expect->column, expect->length};
    vocabulary_.questions.push_back({ask->text, expect->text, most, where});
  }

  static bool read_count(std::string_view text, std::size_t& count) {
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), count);
    return failure == std::errc{} && end == text.data() + text.size() && count >= 1 && count <= 10;
  }

  const std::string& path_;
  Vocabulary& vocabulary_;
  Diagnostics& found_;
};

}  // namespace

std::string folded_words(std::string_view text) {
  std::string words;
  for (Scanner scanner(text); scanner.next();) {
    if (!words.empty()) words += ' ';
    words += scanner.folded();
  }
  return words;
}

void read_vocabulary(std::string_view yaml, const std::string& path, Vocabulary& vocabulary, Diagnostics& found) {
  Reader(path, vocabulary, found).read(formats::parse_yaml(yaml, path, 1, found));
}

std::string concepts_text(const Vocabulary& vocabulary) {
  std::string text;
  for (const auto& [form, names] : vocabulary.concepts)
    for (const std::string& name : names) text.append(form).append(1, '\t').append(name).append(1, '\n');
  return text;
}

std::string best_bets_text(const Vocabulary& vocabulary) {
  std::string text;
  for (const auto& [question, bets] : vocabulary.best_bets)
    for (const BestBet& bet : bets)
      text.append(question).append(1, '\t').append(as_field(bet.title)).append(1, '\t').append(as_field(bet.address)) +=
          '\n';
  return text;
}

Vocabulary vocabulary_of(std::string_view concepts, std::string_view best_bets) {
  Vocabulary vocabulary;
  each_line(concepts, [&](std::string_view line) {
    const auto fields = fields_of(line);
    if (fields.size() == 2) vocabulary.concepts[std::string(fields[0])].emplace_back(fields[1]);
  });
  each_line(best_bets, [&](std::string_view line) {
    const auto fields = fields_of(line);
    if (fields.size() == 3)
      vocabulary.best_bets[std::string(fields[0])].push_back({std::string(fields[1]), std::string(fields[2])});
  });
  return vocabulary;
}

}  // namespace congbo::search
