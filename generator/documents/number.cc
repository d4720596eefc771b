// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/documents/number.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "generator/base/unicode.h"
#include "generator/documents/number_words.h"

namespace congbo::documents {

namespace {

constexpr std::size_t longest_number = 200;  // bytes
constexpr std::size_t longest_sequence = 12, longest_word = 24, most_words = 12;
constexpr int first_year = 1945, last_year = 2199;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_mark(char c) {
  return c == '/' || c == '-';
}

struct Replacement {
  std::string_view from, to;
};

// Other dashes, slashes and blanks that text processors put in.
constexpr Replacement replacements[] = {{"‐", "-"}, {"‑", "-"}, {"‒", "-"}, {"–", "-"},        {"—", "-"},
                                        {"−", "-"}, {"⁄", "/"}, {"∕", "/"}, {"\xC2\xA0", " "}, {"\xC2\xAD", ""}};

std::string with_plain_marks(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto known = std::find_if(std::begin(replacements), std::end(replacements),
                                    [&](const Replacement& one) { return text.substr(at).starts_with(one.from); });
    if (known != std::end(replacements)) {
      out += known->to;
      at += known->from.size();
    } else {
      const char c = text[at++];
      out += c == '\t' || c == '\n' ? ' ' : c;
    }
  }
  return out;
}

// «Số: 40/2012/QĐ-UBND.» → «40/2012/QĐ-UBND»
std::string_view without_surroundings(std::string_view text) {
  constexpr std::string_view trailing = " .,;:";
  while (!text.empty() && trailing.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  while (text.starts_with(' ')) text.remove_prefix(1);
  for (const std::string_view word : {"Số", "số", "SỐ"})
    if (text.starts_with(word)) {
      text.remove_prefix(word.size());
      break;
    }
  while (!text.empty() && (text.front() == ' ' || text.front() == ':')) text.remove_prefix(1);
  return text;
}

// Blanks beside a mark go; a blank between two words of the symbol was a hyphen.
std::string without_blanks(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != ' ') {
      out += text[at];
      continue;
    }
    std::size_t next = at;
    while (next < text.size() && text[next] == ' ') ++next;
    const bool beside_mark = out.empty() || is_mark(out.back()) || next == text.size() || is_mark(text[next]);
    if (!beside_mark) out += '-';
    at = next - 1;
  }
  return out;
}

std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(mark);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

// "06", "15a", "66.18"
bool is_sequence(std::string_view text) {
  if (text.empty() || text.size() > longest_sequence || !is_digit(text.front())) return false;
  std::size_t letters = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool inner_point = c == '.' && i + 1 < text.size() && letters == 0;
    if (is_digit(c) && letters == 0) continue;
    if (inner_point) continue;
    if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) || ++letters > 2) return false;
  }
  return true;
}

int year_of(std::string_view text) {
  if (text.size() != 4 || !std::all_of(text.begin(), text.end(), is_digit)) return 0;
  int year = 0;
  for (const char c : text) year = year * 10 + (c - '0');
  return year >= first_year && year <= last_year ? year : 0;
}

// Letters, then perhaps digits: "QĐ", "QH14", "UBTVQH13".
bool is_word(std::string_view text) {
  if (text.empty() || text.size() > longest_word || is_digit(text.front())) return false;
  bool digits = false;
  for (const char c : fold(text)) {
    if (is_digit(c))
      digits = true;
    else if (digits || c < 'a' || c > 'z')
      return false;
  }
  return true;
}

// The symbol: "QĐ-UBND", "TTLT-BTC-BTP", "UBND-VX", "QH14".
bool read_symbol(std::string_view symbol, Number& number) {
  const std::vector<std::string_view> words = split(symbol, '-');
  if (words.size() > most_words || !std::all_of(words.begin(), words.end(), is_word)) return false;
  const FormWord* form = find_form(words.front(), fold(words.front()));
  const bool has_form = form && (words.size() > 1 || number.year != 0);
  if (has_form) number.form = form->written;
  for (std::size_t i = has_form; i < words.size(); ++i) number.issuers.push_back(mended_body(words[i]));
  if (number.form == "NĐ" && number.issuers.empty()) number.issuers = {"CP"};  // there are no others
  return true;
}

// "07-CT/TW", "66-NQ/TW"
std::optional<Number> parse_party_number(std::string_view head, std::string_view body) {
  const std::vector<std::string_view> parts = split(head, '-');
  if (parts.size() != 2 || !is_sequence(parts[0]) || !is_word(parts[1]) || !is_word(body)) return {};
  const FormWord* form = find_form(parts[1], fold(parts[1]));
  if (!form) return {};
  Number number;
  number.sequence = parts[0];
  number.form = form->written;
  number.issuers = {mended_body(body)};
  number.party = true;
  return number;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : "-") + word;
  return text;
}

bool is_number_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return is_digit(c) || is_mark(c) || c == '.' || byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// The digits at the beginning of `text`, at most four; `text` goes on after them. -1: none.
int take_digits(std::string_view& text) {
  std::size_t count = 0;
  int value = 0;
  while (count < text.size() && count < 4 && is_digit(text[count])) value = value * 10 + (text[count++] - '0');
  text.remove_prefix(count);
  return count == 0 ? -1 : value;
}

bool take_either(std::string_view& text, std::string_view one, std::string_view other) {
  for (const std::string_view word : {one, other})
    if (text.starts_with(word)) {
      text.remove_prefix(word.size());
      return true;
    }
  return false;
}

// «ngày 24/12/2012», «ngày 24 tháng 12 năm 2012»
std::optional<Date> find_date(std::string_view text) {
  constexpr std::string_view word = "ngày ";
  const std::size_t at = text.find(word);
  if (at == std::string_view::npos) return {};
  text.remove_prefix(at + word.size());
  Date date;
  date.day = take_digits(text);
  if (!take_either(text, "/", " tháng ")) return {};
  date.month = take_digits(text);
  if (!take_either(text, "/", " năm ")) return {};
  date.year = take_digits(text);
  const bool possible = date.day > 0 && date.day < 32 && date.month > 0 && date.month < 13 && date.year > 0;
  if (!possible) return {};
  std::array<char, 16> written{};
  std::snprintf(written.data(), written.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
  return parse_date(written.data());
}

}  // namespace

std::string to_text(const Number& number) {
  if (number.party) return number.sequence + "-" + number.form + "/" + joined(number.issuers);
  std::string text = number.sequence;
  if (number.year != 0) text += "/" + std::to_string(number.year);
  const std::string issuers = joined(number.issuers);
  text += "/" + number.form;
  if (!number.form.empty() && !issuers.empty()) text += "-";
  return text + issuers;
}

std::optional<Number> parse_number(std::string_view text) {
  if (text.size() > longest_number) return {};
  const std::string plain = with_plain_marks(text);
  const std::string tight = without_blanks(without_surroundings(plain));
  const std::vector<std::string_view> parts = split(tight, '/');
  if (parts.size() < 2 || parts.size() > 3) return {};
  if (parts.size() == 2 && parts[0].find('-') != std::string_view::npos) return parse_party_number(parts[0], parts[1]);
  Number number;
  if (!is_sequence(parts[0])) return {};
  number.sequence = parts[0];
  if (parts.size() == 3) {
    number.year = year_of(parts[1]);
    if (number.year == 0) return {};
  }
  if (!read_symbol(parts.back(), number)) return {};
  return number;
}

std::string number_key(const Number& number) {
  Number plain = number;
  std::size_t zeros = 0;
  while (zeros + 1 < plain.sequence.size() && plain.sequence[zeros] == '0' && is_digit(plain.sequence[zeros + 1]))
    ++zeros;
  plain.sequence.erase(0, zeros);
  return fold(to_text(plain));
}

std::string_view form_id(const Number& number) {
  if (number.form.empty()) return {};
  const FormWord* form = find_form(number.form, {});
  return form ? form->id : std::string_view();
}

std::optional<Mention> find_number(std::string_view text) {
  if (auto whole = parse_number(text)) return Mention{*std::move(whole), {}};
  const std::string plain = with_plain_marks(text.substr(0, 1000));
  for (std::size_t at = 0; at < plain.size();) {
    std::size_t end = at;
    while (end < plain.size() && is_number_byte(plain[end])) ++end;
    const std::string_view word = std::string_view(plain).substr(at, end - at);
    if (!word.empty() && is_digit(word.front()))
      if (auto number = parse_number(word)) return Mention{*std::move(number), find_date(plain.substr(end))};
    at = std::max(end, at + 1);
  }
  return {};
}

}  // namespace congbo::documents
