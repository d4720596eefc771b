// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/markdown/survey.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "generator/base/any_of_bytes.h"

namespace congbo::markdown {
namespace {

// Work (repetitions × bytes) that a quadratic pattern may cost: well under a second.
constexpr std::size_t affordable_work = 20'000'000;
constexpr int maximum_row_pipes = 1'000;
constexpr std::size_t most_uneven_rows = 20;

bool has_special(const char* at) {
  return any_of_bytes<'[', ']', '|', '<', ':', '@', '~', 'w', '\\'>(at);
}

constexpr std::array<bool, 256> special_bytes() {
  std::array<bool, 256> table{};
  for (const char byte : {'[', ']', '|', '<', ':', '@', '~', 'w', '\\'}) table[static_cast<unsigned char>(byte)] = true;
  return table;
}
constexpr std::array<bool, 256> special = special_bytes();

bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

// A block for the bounds: lines without a blank line between them. No inline of Markdown reaches further.
struct Block {
  std::size_t bytes = 0;
  int depth = 0;                   // brackets open at this point
  std::size_t declarations = 0;    // "<?" and "<!"
  std::size_t delimiter_rows = 0;  // lines that can be a table's second row
  std::size_t columns = 0;         // of the widest of them
  std::size_t rows = 0;            // lines from the first of them on
  std::size_t pipes = 0;
  std::size_t widest_row = 0;        // pipes on one line
  std::size_t definition_bytes = 0;  // from the last "]:" line on
};

class Surveyor {
 public:
  explicit Surveyor(std::string_view text) : text_(text) {}

  Survey run() {
    std::size_t start = 0;
    while (start < text_.size() && !result_.refusal) {
      const std::size_t end = std::min(text_.find('\n', start), text_.size());
      ++line_number_;
      take_line(text_.substr(start, end - start));
      start = end + 1;
    }
    if (!result_.refusal) check_whole();
    return std::move(result_);
  }

 private:
  void refuse(const char* code, std::size_t argument) {
    if (!result_.refusal) result_.refusal = Refusal{code, line_number_, std::to_string(argument)};
  }

  void take_line(std::string_view line) {
    if (line_number_ > maximum_lines) return refuse("markdown-too-many-lines", maximum_lines);
    const std::size_t first = line.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) {
      block_ = Block{};
      return;
    }
    if (first == 0 && line.substr(0, 3) == ":::") result_.components = true;
    block_.bytes += line.size() + 1;
    check_nesting(line, first);
    line_pipes_ = 0;
    has_definition_ = false;
    take_bytes(line);
    take_definition(line.size());
    take_table_row(line, first);
    if (block_.declarations * block_.bytes > affordable_work) refuse("markdown-markup-unclosed", block_.declarations);
  }

  void take_bytes(std::string_view line) {
    const char* const end = line.data() + line.size();
    const char* at = line.data();
    while (at < end) {
      const bool full = end - at >= static_cast<std::ptrdiff_t>(bytes_at_once);
      if (full && !has_special(at)) {
        at += bytes_at_once;
        continue;
      }
      const char* const stop = full ? at + bytes_at_once : end;
      for (; at < stop; ++at)
        if (special[static_cast<unsigned char>(*at)]) at = take_special(at, end);
    }
  }

  // Looks at a byte that means something; gives the last byte that is done with.
  const char* take_special(const char* at, const char* end) {
    const std::size_t left = static_cast<std::size_t>(end - at);
    const char next = left > 1 ? at[1] : '\0';
    switch (*at) {
      case '\\':
        return left > 1 ? at + 1 : at;
      case '[':
        open_bracket(next, left > 2 ? at[2] : '\0');
        break;
      case ']':
        block_.depth = std::max(0, block_.depth - 1);
        if (next == ':') has_definition_ = true;
        break;
      case '|':
        ++line_pipes_;
        result_.tables = true;
        break;
      case '<':
        if (next == '?' || next == '!') ++block_.declarations;
        break;
      case ':':
        if (next == '-' || (at > text_.data() && at[-1] == '-')) result_.tables = true;
        if (left > 2 && next == '/' && at[2] == '/') note_address();
        break;
      case 'w':
        if (left > 3 && std::memcmp(at, "www.", 4) == 0) note_address();
        break;
      case '@':
        note_address();
        break;
      default:
        result_.strikethrough = true;
        break;
    }
    return at;
  }

  void open_bracket(char next, char after) {
    ++brackets_;
    if (++block_.depth > maximum_open_brackets) refuse("markdown-brackets-unclosed", maximum_open_brackets);
    if (next == '^') result_.footnotes = true;
    if ((next == ' ' || next == 'x' || next == 'X') && after == ']') result_.tasks = true;
  }

  void note_address() {
    result_.autolinks = true;
    has_address_ = true;
  }

  // Markers of block quotes and list items at the start of a line, and those an indentation can stand for.
  void check_nesting(std::string_view line, std::size_t first) {
    int columns = 0;
    int markers = 0;
    std::size_t at = 0;
    for (; at < first; ++at) columns += line[at] == '\t' ? 4 : 1;
    while (at < line.size()) {
      const char byte = line[at];
      if (byte == ' ' || byte == '\t') {
        ++at;
        continue;
      }
      std::size_t width = 1;
      while (is_digit(byte) && at + width < line.size() && is_digit(line[at + width])) ++width;
      if (is_digit(byte) && at + width < line.size() && (line[at + width] == '.' || line[at + width] == ')'))
        ++width;
      else if (byte != '>' && byte != '-' && byte != '*' && byte != '+')
        break;
      ++markers;
      at += width;
      if (byte != '>' && at < line.size() && line[at] != ' ' && line[at] != '\t') break;
    }
    if (markers == 0 || markers + columns / 2 <= maximum_nesting) return;
    // "- - - -" and "* * * *" in one line are a thematic break, however long.
    if (columns < 4 && at >= line.size() && line.find_first_not_of("-* \t\r") == std::string_view::npos &&
        markers < 1'000)
      return;
    refuse("markdown-nesting-too-deep", maximum_nesting);
  }

  void take_definition(std::size_t bytes) {
    if (has_definition_) block_.definition_bytes = 0;
    if (has_definition_ || block_.definition_bytes > 0) block_.definition_bytes += bytes + 1;
    result_.definitions |= has_definition_;
    longest_definition_ = std::max(longest_definition_, block_.definition_bytes);
  }

  void take_table_row(std::string_view line, std::size_t first) {
    block_.pipes += line_pipes_;
    block_.widest_row = std::max(block_.widest_row, line_pipes_);
    if (is_delimiter_row(line, first)) {
      ++block_.delimiter_rows;
      block_.columns = std::max(block_.columns, columns_of(line, first));
    }
    if (block_.delimiter_rows == 0) return;
    ++block_.rows;
    if (block_.columns > maximum_table_columns || block_.widest_row > maximum_row_pipes)
      return refuse("markdown-table-too-wide", maximum_table_columns);
    if (block_.rows * block_.columns > maximum_table_cells || block_.pipes > 2 * maximum_table_cells ||
        block_.delimiter_rows * block_.bytes > affordable_work)
      refuse("markdown-table-too-large", maximum_table_cells);
    note_uneven(line, first);
  }

  void note_uneven(std::string_view line, std::size_t first) {
    if (block_.delimiter_rows != 1 || block_.rows < 2 || line[first] == '>' || line[first] == ':') return;
    const std::size_t cells = columns_of(line, first);
    if (cells != block_.columns && result_.uneven_rows.size() < most_uneven_rows)
      result_.uneven_rows.push_back({line_number_, cells, block_.columns});
  }

  static bool is_delimiter_row(std::string_view line, std::size_t first) {
    const char start = line[first];
    if (start != '|' && start != ':' && start != '-' && start != '>') return false;
    if (line.find_first_not_of("|:- \t\r>", first) != std::string_view::npos) return false;
    return line.find('-', first) != std::string_view::npos && line.find_first_of("|:", first) != std::string_view::npos;
  }

  std::size_t columns_of(std::string_view line, std::size_t first) const {
    const std::size_t last = line.find_last_not_of(" \t\r");
    const std::size_t outer = (line[first] == '|' ? 1u : 0u) + (line[last] == '|' && last > first ? 1u : 0u);
    return line_pipes_ + 1 - std::min(outer, line_pipes_);
  }

  void check_whole() {
    if (longest_definition_ > 0 && longest_definition_ * brackets_ > output_limit(text_.size())) {
      line_number_ = 1;
      return refuse("markdown-references-expand", longest_definition_);
    }
    if (has_address_) check_addresses();
  }

  // An address without a space is looked at again for every "://", "www.", "@" and closing bracket in it.
  void check_addresses() {
    line_number_ = 1;
    std::size_t work = 0, length = 0, repetitions = 0;
    for (std::size_t at = 0; at <= text_.size(); ++at) {
      const char byte = at < text_.size() ? text_[at] : '\n';
      if (byte == ' ' || byte == '\n' || byte == '\t') {
        work += repetitions > 2 ? repetitions * length : 0;
        if (work > affordable_work) return refuse("markdown-address-too-long", length);
        length = repetitions = 0;
        line_number_ += byte == '\n' ? 1 : 0;
        continue;
      }
      ++length;
      const char before = at > 0 ? text_[at - 1] : '\0';
      if (byte == ')' || byte == ';' || byte == '@' || (byte == '/' && before == ':') || (byte == '.' && before == 'w'))
        ++repetitions;
    }
  }

  std::string_view text_;
  Survey result_;
  Block block_;
  int line_number_ = 0;
  std::size_t line_pipes_ = 0;
  std::size_t brackets_ = 0;
  std::size_t longest_definition_ = 0;
  bool has_definition_ = false;
  bool has_address_ = false;
};

}  // namespace

Survey survey(std::string_view text) {
  return Surveyor(text).run();
}

}  // namespace congbo::markdown
