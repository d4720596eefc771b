// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/formats/yaml_problem.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "generator/base/source_text.h"
#include "generator/formats/yaml.h"

namespace congbo::formats {
namespace {

enum class Shown { where_it_stopped, where_it_began };

struct Explanation {
  std::string_view problem;
  std::string_view code;
  Shown shown;
};

// libyaml 0.2's messages that people meet. Everything else is "yaml-invalid".
constexpr Explanation explanations[] = {
    {"mapping values are not allowed in this context", "yaml-colon-in-value", Shown::where_it_stopped},
    {"could not find expected ':'", "yaml-colon-missing", Shown::where_it_began},
    {"found unexpected end of stream", "yaml-quote-unclosed", Shown::where_it_began},
    {"found unexpected document indicator", "yaml-quote-unclosed", Shown::where_it_began},
    {"found character that cannot start any token", "yaml-character", Shown::where_it_stopped},
    {"found unknown escape character", "yaml-escape", Shown::where_it_stopped},
    {"did not find expected hexdecimal number", "yaml-escape", Shown::where_it_stopped},
    {"found invalid Unicode character escape code", "yaml-escape", Shown::where_it_stopped},
    {"did not find expected ',' or ']'", "yaml-bracket-unclosed", Shown::where_it_began},
    {"did not find expected ',' or '}'", "yaml-bracket-unclosed", Shown::where_it_began},
    {"did not find expected key", "yaml-indentation", Shown::where_it_stopped},
    {"did not find expected '-' indicator", "yaml-indentation", Shown::where_it_stopped},
    {"block sequence entries are not allowed in this context", "yaml-indentation", Shown::where_it_stopped},
    {"found undefined tag handle", "yaml-tag", Shown::where_it_stopped},
    {"did not find expected <document start>", "yaml-several-documents", Shown::where_it_stopped},
    {"found a tab character where an indentation space is expected", "yaml-tab", Shown::where_it_stopped},
    {"found a tab character that violates indentation", "yaml-tab", Shown::where_it_stopped},
};

constexpr Explanation unexplained = {"", "yaml-invalid", Shown::where_it_stopped};

const Explanation& explanation_of(std::string_view problem) {
  for (const Explanation& explanation : explanations)
    if (explanation.problem == problem) return explanation;
  return unexplained;
}

// The character (one code point) at a 0-based column of a line; empty at its end.
std::string_view character_at(std::string_view line, std::size_t column) {
  std::size_t at = 0;
  const auto continues = [&](std::size_t byte) {
    return byte < line.size() && (static_cast<unsigned char>(line[byte]) & 0xC0) == 0x80;
  };
  for (; column > 0 && at < line.size(); --column) do
      ++at;
    while (continues(at));
  std::size_t end = at < line.size() ? at + 1 : at;
  while (continues(end)) ++end;
  return line.substr(at, end - at);
}

// The column (0-based) of a tab among the spaces a line starts with.
std::optional<std::size_t> tab_in_indentation(std::string_view line) {
  const std::size_t at = line.find_first_not_of(' ');
  if (at == std::string_view::npos || line[at] != '\t') return std::nullopt;
  return at;
}

std::size_t indentation_of(std::string_view line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

// A line with the spaces that were meant for its tabs. One that goes on with what is above stands in the same column as
// that, what begins below a key without a value two further in.
std::string without_tabs(const SourceText& source, int number) {
  std::string_view words = source.line(number);
  words.remove_prefix(std::min(words.find_first_not_of(" \t"), words.size()));
  int before = number - 1;
  while (before > 0 && indentation_of(source.line(before)) == source.line(before).size()) --before;
  std::size_t column = 0;
  if (before > 0) {
    const std::string_view above = source.line(before);
    column = indentation_of(above);
    const bool item = words.starts_with("- "), item_above = above.substr(column).starts_with("- ");
    const bool opens = above.ends_with(':') || above.ends_with('|') || above.ends_with('>');
    if (opens || (item_above && !item)) column += 2;
  }
  std::string line(column, ' ');
  for (const char byte : words) line += byte == '\t' ? ' ' : byte;
  return line;
}

// The line as it was meant: «title:Không», «title：Không», «title = Không»; empty when that is not plain.
std::string with_colon(std::string_view line) {
  const std::string_view key = line.substr(0, line.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_"));
  std::string_view rest = line.substr(key.size());
  rest.remove_prefix(indentation_of(rest));
  const std::string_view mark = rest.starts_with("：") ? "：" : rest.starts_with("=") ? "=" : ":";
  if (key.empty() || !rest.starts_with(mark)) return {};
  rest.remove_prefix(mark.size());
  rest.remove_prefix(indentation_of(rest));
  return std::string(key) + ": " + std::string(rest);
}

// «  title: Khai trương»: what stands before a value («  title: », «- », «- name: »), and the value.
struct Written {
  std::string_view before, value;
};
Written written_on(std::string_view line) {
  std::size_t at = indentation_of(line);
  while (line.substr(at).starts_with("- ")) at += 2 + indentation_of(line.substr(at + 2));
  const std::size_t key = line.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_", at);
  if (key != std::string_view::npos && line.substr(key).starts_with(": "))
    at = key + 2 + indentation_of(line.substr(key + 2));
  const std::size_t end = line.find_last_not_of(" \r\n") + 1;
  return {line.substr(0, at), line.substr(at, end > at ? end - at : 0)};
}

// A value that only has to be put in quotation marks: what is wrong with it, where in the line (from 0), and the line
// as it should be.
struct ValueFault {
  std::string_view code;
  std::size_t column = 0;
  std::string suggestion = {};
};
std::optional<ValueFault> fault_in_value(const YamlFailure& failure, std::string_view line, std::string_view code) {
  const auto [before, value] = written_on(line);
  const std::size_t column = count_code_points(before);
  const std::string quoted = with_value_quoted(line);
  if (quoted.empty() || failure.column < column) return std::nullopt;
  if (code == "yaml-colon-in-value") return ValueFault{code, failure.column, quoted};
  if (value.starts_with("- ") || std::string_view("*&!|>%@`?").find(value[0]) != std::string_view::npos)
    return ValueFault{"yaml-character", column, quoted};
  // "Expected a key" in the middle of a line is not about indentation: `title: "a" b`.
  if (code != "yaml-indentation" || failure.problem != "did not find expected key") return std::nullopt;
  const bool brackets = value.ends_with(']') || value.ends_with('}');  // `tags: [a]]` is a list
  return ValueFault{"yaml-text-after-value", failure.column, brackets ? std::string() : quoted};
}

// libyaml stops one line too late in two cases: a first line that is indented ends the document where the others begin,
// and a line without a colon makes the next one's colon one too many. The line (1-based) that is to blame; 0 for none.
struct Blame {
  std::string_view code;
  int line = 0;
};
Blame line_before(const YamlFailure& failure, const SourceText& source, std::string_view code) {
  int before = static_cast<int>(failure.line);
  while (before > 0 && indentation_of(source.line(before)) == source.line(before).size()) --before;
  if (before == 0) return {};
  const std::string_view blamed = source.line(before), line = source.line(static_cast<int>(failure.line) + 1);
  if (code == "yaml-several-documents") {
    for (int number = 1; number <= before; ++number)
      if (source.line(number).starts_with("---") || source.line(number).starts_with("...")) return {};
    return indentation_of(blamed) > indentation_of(line) ? Blame{"yaml-indentation", before} : Blame{};
  }
  const bool key_alone = line.substr(0, failure.column).find_first_of(" :") == std::string_view::npos;
  const bool no_colon = blamed.find(": ") == std::string_view::npos && !blamed.ends_with(':');
  return code == "yaml-colon-in-value" && key_alone && no_colon && blamed[0] != '-' && blamed[0] != ' '
             ? Blame{"yaml-colon-missing", before}
             : Blame{};
}

}  // namespace

std::string with_value_quoted(std::string_view line) {
  const auto [before, value] = written_on(line);
  if (value.empty() || indentation_of(before) == before.size()) return {};
  return std::string(before) + yaml_scalar(value);
}

Diagnostic describe(const YamlFailure& failure, std::string_view text, const std::string& path, int first_line) {
  if (failure.kind == YamlFailure::Kind::memory) return error("yaml-no-memory", {path, first_line, 1});
  const auto place = [&](std::size_t line, std::size_t column) {
    return Place{path, first_line + static_cast<int>(line), static_cast<int>(column) + 1, 1};
  };
  const SourceText source(path, std::string(text));
  const std::string_view line = source.line(static_cast<int>(failure.line) + 1);
  // Whatever libyaml calls it: a tab before the first word of the line is what has to go.
  const auto tab_at = [&](std::size_t column) {
    return error("yaml-tab", place(failure.line, column), {}, without_tabs(source, static_cast<int>(failure.line) + 1));
  };
  if (const std::optional<std::size_t> tab = tab_in_indentation(line)) return tab_at(*tab);
  const std::string_view character = character_at(line, failure.column);
  if (character == "\t") return tab_at(failure.column);

  const Explanation& explanation = explanation_of(failure.problem);
  if (const std::optional<ValueFault> value = fault_in_value(failure, line, explanation.code))
    return error(value->code, place(failure.line, value->column), {std::string(character_at(line, value->column))},
                 value->suggestion);
  if (const Blame blame = line_before(failure, source, explanation.code); blame.line > 0)
    return error(blame.code, place(static_cast<std::size_t>(blame.line) - 1, 0), {},
                 with_colon(source.line(blame.line)));
  if (explanation.shown == Shown::where_it_began) {
    const std::string_view began = source.line(static_cast<int>(failure.context_line) + 1);
    std::vector<std::string> mark;
    if (explanation.code == "yaml-quote-unclosed") mark.emplace_back(character_at(began, failure.context_column));
    return error(explanation.code, place(failure.context_line, failure.context_column), std::move(mark),
                 explanation.code == "yaml-colon-missing" ? with_colon(began) : std::string());
  }
  // «title: Một», then «  unit: x»: the colon is not at fault.
  const std::size_t blanks = indentation_of(line);
  if (explanation.code == "yaml-colon-in-value" && blanks > 0 && !with_colon(line.substr(blanks)).empty())
    return error("yaml-indentation", place(failure.line, blanks), {std::string(character_at(line, blanks))});
  return error(explanation.code, place(failure.line, failure.column), {std::string(character)});
}

}  // namespace congbo::formats
