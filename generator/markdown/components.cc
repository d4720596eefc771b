// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/markdown/components.h"

#include <algorithm>

#include "generator/base/nearest_name.h"
#include "generator/markdown/component_rules.h"
#include "generator/markdown/fragment.h"

namespace congbo::markdown {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

bool is_closing(std::string_view line) {
  return line.substr(0, 3) == ":::" && trimmed(line.substr(3)).empty();
}

bool is_opening(std::string_view line) {
  if (line.substr(0, 3) != ":::" || is_closing(line)) return false;
  const std::string_view rest = trimmed(line.substr(3));
  return !rest.empty() && rest.front() != ':';
}

// Code fences and HTML comments, in which ":::" means nothing. A fence that may be part of a list item (it is indented)
// ends with the item, at the next line in column 1.
class Shelter {
 public:
  bool covers(std::string_view line) {
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
    if (comment_) {
      comment_ = line.find("-->") == std::string_view::npos;
      return true;
    }
    if (fence_ != '\0' && fence_indent_ > 0 && indent == 0 && !trimmed(line).empty()) fence_ = '\0';
    const std::string_view rest = line.substr(indent);
    if (fence_ != '\0') {
      if (indent < 4 && is_fence_end(rest)) fence_ = '\0';
      return true;
    }
    if (indent > 3) return false;
    if (rest.substr(0, 4) != "<!--") return starts_fence(rest, indent);
    comment_ = rest.find("-->", 4) == std::string_view::npos;
    return true;
  }

 private:
  bool starts_fence(std::string_view rest, std::size_t indent) {
    if (rest.substr(0, 3) != "```" && rest.substr(0, 3) != "~~~") return false;
    const std::size_t length = std::min(rest.find_first_not_of(rest[0]), rest.size());
    if (rest[0] == '`' && rest.find('`', length) != std::string_view::npos) return false;
    fence_ = rest[0];
    fence_length_ = length;
    fence_indent_ = indent;
    return true;
  }
  bool is_fence_end(std::string_view rest) const {
    const std::size_t length = std::min(rest.find_first_not_of(fence_), rest.size());
    return length >= fence_length_ && trimmed(rest.substr(length)).empty();
  }

  char fence_ = '\0';
  std::size_t fence_length_ = 0;
  std::size_t fence_indent_ = 0;
  bool comment_ = false;
};

class Splitter {
 public:
  Splitter(std::string_view text, Findings& found) : rest_(text), found_(found) {
    result_.text.reserve(text.size() + 64);
  }

  SplitText run() {
    while (next_line()) {
      if (!shelter_.covers(line_) && line_.substr(0, 3) == ":::")
        take_directive();
      else
        keep_line();
    }
    if (note_line_ > 0) report_unterminated(note_line_, "note");
    return std::move(result_);
  }

 private:
  bool next_line() {
    if (rest_.empty()) return false;
    const std::size_t end = rest_.find('\n');
    line_ = rest_.substr(0, end);
    line_end_ = end == std::string_view::npos ? "" : "\n";
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
    ++number_;
    return true;
  }
  void keep_line() { result_.text.append(line_).append(line_end_); }
  void blank_line() { result_.text.append(line_end_); }
  void mark_line() { result_.text.append(component_mark).append(line_end_); }

  void take_directive() {
    if (is_closing(line_)) return close_note();
    if (!is_opening(line_)) return keep_line();
    const std::string_view head = trimmed(line_.substr(3));
    const std::size_t name_end = std::min(head.find_first_of(" \t"), head.size());
    const std::string name(head.substr(0, name_end));
    const std::string_view argument = trimmed(head.substr(name_end));
    const ComponentRule* const rule = find_component_rule(name);
    if (rule == nullptr) {
      found_.error("markdown-component-unknown", {number_, 4, name.size()}, {name},
                   nearest_name(name, component_names()));
      skip_block(name);
    } else if (name == "note") {
      open_note(argument);
    } else {
      take_block(*rule, argument);
    }
  }

  void close_note() {
    if (note_line_ == 0) {
      found_.error("markdown-component-end-unexpected", {number_, 1, 3});
      return blank_line();
    }
    note_line_ = 0;
    mark_line();
    Component& end = result_.components.emplace_back();
    end.role = ComponentRole::note_end;
    end.line = number_;
  }

  void open_note(std::string_view argument) {
    if (note_line_ > 0) {
      found_.error("markdown-component-nested", {number_, 1, line_.size()},
                   {std::to_string(found_.file_line(note_line_))});
      return blank_line();
    }
    note_line_ = number_;
    mark_line();
    Component& note = result_.components.emplace_back();
    note.role = ComponentRole::note_start;
    note.line = number_;
    note.name = "note";
    const std::size_t word_end = std::min(argument.find_first_of(" \t"), argument.size());
    const std::string word(argument.substr(0, word_end));
    note.title = trimmed(argument.substr(word_end));
    if (word.empty()) return;
    std::vector<std::string> words;
    for (const NoteKind& kind : note_kinds()) {
      words.emplace_back(kind.word);
      if (kind.word == word) note.note_kind = kind.kind;
    }
    if (note.note_kind.empty())
      found_.error("markdown-note-kind-unknown", {number_, 1, line_.size()}, {word}, nearest_name(word, words));
  }

  // Lines up to ":::". A line that opens another component is left for it: the end was forgotten.
  enum class End { written, forgotten };
  template <class TakeLine>
  End take_body(TakeLine take_line) {
    while (!rest_.empty()) {
      if (is_opening(rest_.substr(0, rest_.find('\n')))) return End::forgotten;
      next_line();
      blank_line();
      if (is_closing(line_)) return End::written;
      take_line();
    }
    return End::forgotten;
  }

  void skip_block(const std::string& name) {
    const int opened = number_;
    blank_line();
    if (take_body([] {}) == End::forgotten) report_unterminated(opened, name);
  }

  void report_unterminated(int line, const std::string& name) {
    found_.error("markdown-component-unterminated", {line, 1, 3 + name.size()}, {name});
  }

  void take_block(const ComponentRule& rule, std::string_view argument) {
    Component made;
    made.name = rule.name;
    made.line = number_;
    const Position head = {number_, 1, line_.size()};
    good_ = true;
    mark_line();
    if (!argument.empty()) made.parameters.emplace_back(std::string(rule.argument_key), std::string(argument));
    const End ended = take_body([&] { take_body_line(made, rule); });
    if (ended == End::forgotten) {
      report_unterminated(made.line, made.name);
      good_ = false;
    }
    const bool complete = good_ && check_component(made, rule, head, found_);
    if (!complete && (ended == End::forgotten || !names_files(made))) return;
    if (complete) made.text = readable_text(made);
    result_.components.push_back(std::move(made));
  }

  void take_body_line(Component& made, const ComponentRule& rule) {
    const std::string_view line = trimmed(line_);
    if (line.empty()) return;
    const Position here = {number_, static_cast<int>(line.data() - line_.data()) + 1, line.size()};
    if (rule.takes_items && line.substr(0, 2) == "- ") return take_item(made, trimmed(line.substr(2)), here);
    const bool continues = line_.front() == ' ' || line_.front() == '\t';
    if (continues && !made.parameters.empty()) {
      made.parameters.back().second.append(made.parameters.back().second.empty() ? "" : " ").append(line);
      return;
    }
    const std::size_t colon = line.find(':');
    if (rule.takes_items && line.find('|') < colon)
      return report("markdown-component-line", here, {made.name}, "- " + std::string(line));
    if (colon == std::string_view::npos || colon == 0) return report("markdown-component-line", here, {made.name});
    take_parameter(made, rule, std::string(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1)), here);
  }

  void take_parameter(Component& made, const ComponentRule& rule, std::string key, std::string_view value,
                      Position here) {
    std::vector<std::string> known;
    for (const ParameterRule& parameter : rule.parameters) known.emplace_back(parameter.key);
    here.bytes = key.size();
    if (std::find(known.begin(), known.end(), key) == known.end()) {
      std::string suggestion = nearest_name(key, known);
      return report("markdown-component-parameter-unknown", here, {made.name, std::move(key)}, std::move(suggestion));
    }
    for (const auto& given : made.parameters)
      if (given.first == key) return report("markdown-component-parameter-repeated", here, {made.name, std::move(key)});
    made.parameters.emplace_back(std::move(key), std::string(value));
  }

  // "ảnh.jpg | chú thích", or ![chú thích](ảnh.jpg): the words are also the picture's alternative text. Without words
  // the file is kept: whether it is there is told in the same run.
  void take_item(Component& made, std::string_view item, Position here) {
    const std::size_t address = item.find("](");
    if (item.substr(0, 2) == "![" && address != std::string_view::npos && item.back() == ')') {
      const std::string_view words = trimmed(item.substr(2, address - 2));
      if (words.empty()) report("markdown-image-alt-missing", here, {std::string(item)});
      made.items.push_back(
          std::string(item.substr(address + 2, item.size() - address - 3)).append(" | ").append(words));
      return;
    }
    const std::size_t bar = item.find('|');
    if (bar == std::string_view::npos || trimmed(item.substr(bar + 1)).empty())
      report("markdown-image-alt-missing", here, {std::string(trimmed(item.substr(0, bar)))});
    made.items.push_back(std::string(item).append(bar == std::string_view::npos ? " | " : ""));
  }

  void report(std::string_view code, Position where, std::vector<std::string> arguments, std::string suggestion = {}) {
    found_.error(code, where, std::move(arguments), std::move(suggestion));
    good_ = false;
  }

  static std::string readable_text(const Component& made) {
    std::string text;
    const auto add = [&text](std::string_view words) {
      if (!text.empty()) text += '\n';
      text.append(words);
    };
    for (const std::string_view key : {"title", "alt", "caption", "description", "address"})
      for (const auto& parameter : made.parameters)
        if (parameter.first == key && !parameter.second.empty()) add(parameter.second);
    for (const std::string& item : made.items) add(trimmed(std::string_view(item).substr(item.find('|') + 1)));
    return text;
  }

  std::string_view rest_;
  Findings& found_;
  SplitText result_;
  Shelter shelter_;
  std::string_view line_;
  std::string_view line_end_;
  int number_ = 0;
  int note_line_ = 0;  // of the note that is open; 0: none
  bool good_ = true;   // the component being read
};

}  // namespace

SplitText split_components(std::string_view text, Findings& found) {
  return Splitter(text, found).run();
}

}  // namespace congbo::markdown
