// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/detect/personal_data.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <span>
#include <string>

#include "generator/base/unicode.h"
#include "generator/detect/personal_lists.h"
#include "generator/detect/personal_numbers.h"

namespace congbo::detect {

namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t most_of_a_kind = 20;
constexpr std::size_t near = 60;   // bytes in which a word belongs to a number
constexpr std::size_t wide = 200;  // in which it says what a passage is about

using Words = std::span<const std::string_view>;

constexpr std::array<std::string_view, 5> card_words = {"cmnd", "cmtnd", "chung minh nhan dan", "so cmt",
                                                        "chung minh thu"};
constexpr std::array<std::string_view, 5> account_words = {"so tai khoan", "tai khoan so", "stk", "so tk",
                                                           "tai khoan ngan hang"};
constexpr std::array<std::string_view, 2> treasury_words = {"kho bac", "kbnn"};
constexpr std::array<std::string_view, 2> tax_words = {"ma so thue", "mst"};
constexpr std::array<std::string_view, 14> contact_words = {
    "lien he", "hotline", "duong day nong", "dau moi", "truc ban", "ho tro",  "tong dai", "tiep nhan",
    "tu van",  "fax",     "contact",        "phone:",  "dat cho",  "giai dap"};
constexpr std::array<std::string_view, 7> code_words = {"ma ho so", "so hieu",  "ma so",  "seri",
                                                        "so may",   "bien lai", "ma vach"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_separator(char c) {
  return c == ' ' || c == '.' || c == '-';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80) != 0;
}

bool has_word(const std::string& folded, Words words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

struct Number {
  std::size_t begin = 0, end = 0;
  std::string digits;
};

class DataFinder {
 public:
  DataFinder(std::string_view text, Audience audience) : text_(text), audience_(audience) {}

  std::vector<Finding> find() {
    for (const FoundNumber& number : find_personal_numbers(text_))
      add("personal-number", number.offset, number.length, number.digits.substr(0, 3));
    for (std::size_t at = 0; at < text_.size(); ++at)
      if (is_digit(text_[at])) at = look_at_digits(at);
    find_addresses();
    if (audience_ == Audience::citizens) find_mail();
    std::sort(found_.begin(), found_.end(), [](const Finding& a, const Finding& b) { return a.offset < b.offset; });
    return std::move(found_);
  }

 private:
  void add(std::string_view code, std::size_t at, std::size_t length, std::string_view first) {
    if (++counts_[code] > most_of_a_kind) return;
    found_.push_back({code, at, length, std::string(first) + "***"});
  }

  // The text before `at`, in its own paragraph, folded.
  std::string before(std::size_t at, std::size_t bytes) const {
    std::size_t begin = at > bytes ? at - bytes : 0;
    for (const std::string_view end : {"\n\n", "\n---\n"})
      if (const std::size_t found = text_.substr(begin, at - begin).rfind(end); found != npos)
        begin += found + end.size();
    while (begin < at && (static_cast<unsigned char>(text_[begin]) & 0xC0) == 0x80) ++begin;
    return fold(text_.substr(begin, at - begin));
  }

  std::string after(std::size_t at, std::size_t bytes) const {
    std::size_t end = std::min(text_.size(), at + bytes);
    while (end > at && end < text_.size() && (static_cast<unsigned char>(text_[end]) & 0xC0) == 0x80) --end;
    return fold(text_.substr(at, end - at));
  }

  // Numbers that begin here: groups with single separators. Gives the place of the last digit looked at.
  std::size_t look_at_digits(std::size_t at) {
    std::vector<Number> groups;
    std::size_t end = at;
    while (end < text_.size()) {
      Number group{end, end, {}};
      while (group.end < text_.size() && is_digit(text_[group.end])) ++group.end;
      group.digits = text_.substr(group.begin, group.end - group.begin);
      end = group.end;
      groups.push_back(std::move(group));
      if (end + 1 >= text_.size() || !is_separator(text_[end]) || !is_digit(text_[end + 1]) || groups.size() == 40)
        break;
      ++end;
    }
    if (is_bounded(at, end)) look_at_groups(groups);
    return end > at ? end - 1 : at;
  }

  // No letter and no sign of an address or a document's number beside it.
  bool is_bounded(std::size_t begin, std::size_t end) const {
    const auto joins = [](char c) { return is_letter(c) || c == '_' || c == '/' || c == '%' || c == '='; };
    return !(begin > 0 && joins(text_[begin - 1])) && !(end < text_.size() && joins(text_[end]));
  }

  void look_at_groups(const std::vector<Number>& groups) {
    for (std::size_t i = 0; i < groups.size(); ++i) {
      Number number = groups[i];
      std::size_t last = i;
      bool taken = take(number);
      while (!taken && last + 1 < groups.size() && number.digits.size() + groups[last + 1].digits.size() <= 16) {
        number.digits += groups[++last].digits;
        number.end = groups[last].end;
        taken = take(number);
      }
      if (taken) i = last;
    }
  }

  bool take(const Number& number) {
    const std::size_t size = number.digits.size();
    if (size == 9 && has_word(before(number.begin, near), card_words)) return take_as("personal-old-number", number);
    if (is_mobile(number)) return take_as("personal-phone", number);
    if (size == 10 && number.digits[0] == '8' && has_word(before(number.begin, near), tax_words))
      return take_as("personal-tax-code", number);
    return size >= 8 && size <= 16 && is_account(number) && take_as("personal-account", number);
  }

  bool take_as(std::string_view code, const Number& number) {
    add(code, number.begin, number.end - number.begin, std::string_view(number.digits).substr(0, 3));
    return true;
  }

  bool is_account(const Number& number) const {
    return has_word(before(number.begin, near), account_words) &&
           !has_word(before(number.begin, wide), treasury_words) && !has_word(after(number.end, wide), treasury_words);
  }

  // 03, 05, 07, 08, 09 and eight digits, or +84 instead of the 0.
  bool is_mobile(const Number& number) const {
    if (audience_ == Audience::contacts) return false;
    std::string_view digits = number.digits;
    const bool plus = number.begin > 0 && text_[number.begin - 1] == '+';
    if (plus && digits.size() == 11 && digits.starts_with("84"))
      digits.remove_prefix(2);
    else if (digits.size() == 10 && digits[0] == '0')
      digits.remove_prefix(1);
    else
      return false;
    if (std::string_view("35789").find(digits[0]) == npos) return false;
    if (has_word(before(number.begin, near), code_words)) return false;
    return audience_ == Audience::citizens || !has_word(before(number.begin, wide), contact_words);
  }

  // «thường trú tại số 12 đường …»: the word, then a number of a house within the same line.
  void find_addresses() {
    for (const std::string_view word : {"hường trú", "ơi ở hiện nay", "trú tại", "ộ khẩu"})
      for (std::size_t at = text_.find(word); at != npos; at = text_.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const std::string_view rest = text_.substr(end, std::min(text_.find('\n', end), end + 100) - end);
        const std::size_t sign = rest.find_first_not_of(' ');
        const bool value =
            sign != npos && (rest[sign] == ':' || rest.substr(sign).starts_with("tại") || word == "trú tại");
        const std::size_t house = value ? house_in(rest) : npos;
        if (house != npos)
          add("personal-address", end + house, 0, text_.substr(end + house, rest.find(' ', house) - house));
      }
  }

  // «số 12», «số nhà 12», «12/3 đường», «tổ 5», «thôn 3», «ấp 2».
  static std::size_t house_in(std::string_view text) {
    for (const std::string_view word :
         {"số nhà ", "số ", "tổ ", "thôn ", "ấp ", "Số ", "Tổ ", "Thôn ", "Ấp ", "xóm "}) {
      const std::size_t at = text.find(word);
      if (at != npos && at + word.size() < text.size() && at < 30 && is_digit(text[at + word.size()])) return at;
    }
    return npos;
  }

  // Addresses at the mail services that persons use.
  void find_mail() {
    for (const std::string_view host : {"@gmail.com", "@yahoo.", "@outlook.", "@hotmail.", "@icloud.com"})
      for (std::size_t at = text_.find(host); at != npos; at = text_.find(host, at + 1)) {
        std::size_t begin = at;
        while (begin > 0 && (std::isalnum(static_cast<unsigned char>(text_[begin - 1])) != 0 ||
                             text_[begin - 1] == '.' || text_[begin - 1] == '_' || text_[begin - 1] == '-'))
          --begin;
        if (begin < at) add("personal-mail", begin, at + host.size() - begin, text_.substr(begin, 1));
      }
  }

  std::string_view text_;
  const Audience audience_;
  std::map<std::string_view, std::size_t> counts_;
  std::vector<Finding> found_;
};

}  // namespace

std::vector<Finding> find_personal_data(std::string_view text, Audience audience) {
  std::vector<Finding> found = DataFinder(text, audience).find();
  if (audience != Audience::contacts) add_personal_lists(text, found);
  return found;
}

}  // namespace congbo::detect
