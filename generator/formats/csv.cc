// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/formats/csv.h"

#include <algorithm>
#include <charconv>

#include "generator/base/any_of_bytes.h"
#include "generator/base/source_text.h"
#include "generator/base/utf8.h"

namespace congbo::formats {

namespace {

constexpr std::size_t most_findings = 10;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// "-12.5", "7": what stands as a number in a spreadsheet and can be nothing else.
bool is_plain_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const std::size_t dot = text.find('.');
  const std::string_view whole = text.substr(0, dot);
  const std::string_view part = dot == std::string_view::npos ? std::string_view("0") : text.substr(dot + 1);
  return !whole.empty() && !part.empty() && std::all_of(whole.begin(), whole.end(), is_digit) &&
         std::all_of(part.begin(), part.end(), is_digit);
}

bool may_be_formula(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos &&
         !is_plain_number(text);
}

bool three_digits_follow(std::string_view text, std::size_t at) {
  const std::string_view group = text.substr(at, 3);
  return group.size() == 3 && std::all_of(group.begin(), group.end(), is_digit) &&
         (at + 3 == text.size() || !is_digit(text[at + 3]));
}

class CsvReader {
 public:
  CsvReader(std::string_view text, const std::string& path, const CsvLimits& limits, Diagnostics& found)
      : source_(path, std::string(text)), text_(source_.bytes()), limits_(limits), found_(found) {}

  CsvTable read() {
    if (text_.size() > limits_.bytes) return refuse(0, "csv-too-large", {std::to_string(limits_.bytes / 1000)});
    if (const std::size_t bad = first_bad_byte(); bad != std::string_view::npos) return refuse(bad, "csv-not-utf8");
    if (text_.starts_with(byte_order_mark)) at_ = byte_order_mark.size();
    separator_ = find_separator();
    if (separator_ == ';') table_.numbers = NumberStyle::vietnamese;
    while (at_ < text_.size() && good()) add_row();
    if (table_.header.empty() && problems_ == 0) problem(0, "csv-empty");
    return problems_ == 0 ? std::move(table_) : CsvTable();
  }

 private:
  CsvTable refuse(std::size_t offset, std::string_view code, std::vector<std::string> arguments = {}) {
    problem(offset, code, std::move(arguments));
    return {};
  }

  void problem(std::size_t offset, std::string_view code, std::vector<std::string> arguments = {}) {
    found_.add(error(code, source_.place(offset), std::move(arguments)));
    ++problems_;
  }

  bool good() const { return problems_ < most_findings && !stop_; }

  std::size_t first_bad_byte() const {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t length = decode(text_, at).length;
      if (length == 0 || text_[at] == '\0') return at;
      at += length;
    }
    return std::string_view::npos;
  }

  char find_separator() const {
    std::size_t commas = 0, semicolons = 0;
    bool quoted = false;
    for (std::size_t at = at_; at < text_.size(); ++at) {
      if (text_[at] == '"') quoted = !quoted;
      if (!quoted && text_[at] == '\n') break;
      if (!quoted && text_[at] == ',') ++commas;
      if (!quoted && text_[at] == ';') ++semicolons;
    }
    return semicolons > commas ? ';' : ',';
  }

  void add_row() {
    const std::size_t start = at_;
    std::vector<std::string> row = read_row();
    if (row.size() == 1 && row.front().empty()) return;
    if (row.size() > limits_.columns) {
      problem(start, "csv-too-wide", {std::to_string(limits_.columns)});
      stop_ = true;
    } else if (table_.header.empty()) {
      table_.header = std::move(row);
    } else if (row.size() != table_.header.size()) {
      problem(start, "csv-row-width", {std::to_string(row.size()), std::to_string(table_.header.size())});
    } else if (table_.rows.size() == limits_.rows) {
      problem(start, "csv-too-long", {std::to_string(limits_.rows)});
      stop_ = true;
    } else {
      table_.rows.push_back(std::move(row));
    }
  }

  std::vector<std::string> read_row() {
    std::vector<std::string> row;
    for (;;) {
      row.push_back(at_ < text_.size() && text_[at_] == '"' ? read_quoted() : read_plain());
      if (at_ < text_.size() && text_[at_] == separator_ && row.size() <= limits_.columns) {
        ++at_;
        continue;
      }
      at_ = std::min(text_.find('\n', at_), text_.size() - 1) + 1;
      return row;
    }
  }

  std::string read_plain() {
    std::size_t end = at_;
    while (end < text_.size() && text_[end] != separator_ && text_[end] != '\n') ++end;
    std::string_view cell = text_.substr(at_, end - at_);
    at_ = end;
    while (!cell.empty() && (cell.back() == '\r' || cell.back() == ' ')) cell.remove_suffix(1);
    while (cell.starts_with(' ')) cell.remove_prefix(1);
    return std::string(cell);
  }

  std::string read_quoted() {
    const std::size_t start = at_++;
    std::string cell;
    for (; at_ < text_.size(); ++at_) {
      if (text_[at_] != '"') {
        cell += text_[at_];
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        cell += '"';
        ++at_;
      } else {
        return after_quote(std::move(cell));
      }
    }
    problem(start, "csv-quote-open");
    return cell;
  }

  std::string after_quote(std::string cell) {
    ++at_;
    if (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r') {
      problem(at_, "csv-after-quote");
      while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n') ++at_;
    } else if (at_ < text_.size() && text_[at_] == '\r') {
      ++at_;
    }
    return cell;
  }

  SourceText source_;
  std::string_view text_;
  const CsvLimits& limits_;
  Diagnostics& found_;
  CsvTable table_;
  std::size_t at_ = 0, problems_ = 0;
  char separator_ = ',';
  bool stop_ = false;
};

}  // namespace

CsvWriter& CsvWriter::cell(std::string_view text) {
  if (!first_) out_ += ',';
  first_ = false;
  const bool formula = may_be_formula(text);
  if (!formula && find_any_of<',', '"', '\r', '\n'>(text) == text.size()) {
    out_ += text;
    return *this;
  }
  out_ += formula ? "\"'" : "\"";
  for (const char c : text) {
    out_ += c;
    if (c == '"') out_ += '"';
  }
  out_ += '"';
  return *this;
}

void CsvWriter::end_row() {
  out_ += "\r\n";
  first_ = true;
}

CsvTable read_csv(std::string_view text, const std::string& path, const CsvLimits& limits, Diagnostics& found) {
  return CsvReader(text, path, limits, found).read();
}

bool read_quantity(std::string_view text, NumberStyle style, double& value) {
  if (text.ends_with('%')) text.remove_suffix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  const char groups = style == NumberStyle::vietnamese ? '.' : ',';
  const char decimals = style == NumberStyle::vietnamese ? ',' : '.';
  std::string plain;
  bool decimal_seen = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_digit(c) || (c == '-' && i == 0)) {
      plain += c;
    } else if (c == decimals && !decimal_seen && i + 1 < text.size()) {
      plain += '.';
      decimal_seen = true;
    } else if (c != groups || decimal_seen || plain.empty() || !three_digits_follow(text, i + 1)) {
      return false;
    }
  }
  const auto [end, fault] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
  return !plain.empty() && fault == std::errc() && end == plain.data() + plain.size();
}

}  // namespace congbo::formats
