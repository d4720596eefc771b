// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/detect/personal_data.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <set>
#include <span>
#include <string>

#include "generator/base/unicode.h"
#include "generator/detect/personal_lists.h"
#include "generator/detect/personal_numbers.h"
#include "generator/detect/scan.h"

namespace congbo::detect {

namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t most_of_a_kind = 20;
constexpr std::size_t least_digits = 8;
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

std::size_t number_of(const Number& group) {
  return group.digits.size() > 4 ? 0 : static_cast<std::size_t>(std::stoul(group.digits));
}

bool is_year(const Number& group) {
  return group.digits.size() == 4 && number_of(group) >= 1900 && number_of(group) < 2100;
}
bool is_at_most(const Number& group, std::size_t most) {
  return group.digits.size() <= 2 && number_of(group) >= 1 && number_of(group) <= most;
}

// What stands before and after digits that are written together. Words have letters, so none stands between the groups
// and all groups share them: looked for once, and only where the groups can be a number at all.
struct Surroundings {
  bool card = false, account = false, tax = false, code = false, contact = false;
};

class DataFinder {
 public:
  DataFinder(std::string_view text, Audience audience, std::uint32_t signs)
      : text_(text), audience_(audience), signs_(signs) {}

  std::vector<Finding> find() {
    for (const FoundNumber& number : find_personal_numbers(text_))
      add("personal-number", number.offset, number.length, number.digits.substr(0, 3));
    for (std::size_t at = 0; at < text_.size(); ++at)
      if (is_digit(text_[at])) at = look_at_digits(at);
    if ((signs_ & sign_address) != 0) find_addresses();
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

  // The end of a number too short to be anybody's, as years and amounts are; `at` for one that may be somebody's.
  std::size_t end_of_short_number(std::size_t at) const {
    std::size_t digits = 0, end = at;
    for (; end < text_.size(); ++end) {
      if (is_digit(text_[end])) {
        if (++digits == least_digits) return at;
      } else if (!is_separator(text_[end]) || end + 1 == text_.size() || !is_digit(text_[end + 1])) {
        break;
      }
    }
    return end;
  }

  // Numbers that begin here: groups with single separators. Gives the place of the last digit looked at.
  std::size_t look_at_digits(std::size_t at) {
    if (const std::size_t end = end_of_short_number(at); end > at) return end - 1;
    std::vector<Number> groups;
    std::size_t end = at, digits = 0;
    while (end < text_.size()) {
      Number group{end, end, {}};
      while (group.end < text_.size() && is_digit(text_[group.end])) ++group.end;
      group.digits = text_.substr(group.begin, group.end - group.begin);
      end = group.end;
      digits += group.digits.size();
      groups.push_back(std::move(group));
      if (end + 1 >= text_.size() || !is_separator(text_[end]) || !is_digit(text_[end + 1]) || groups.size() == 40)
        break;
      ++end;
    }
    if (groups.size() > 1 && is_hour(groups.back())) groups.pop_back();
    if (digits >= least_digits && is_bounded(at, groups.back().end)) look_at_groups(groups);
    return end > at ? end - 1 : at;
  }

  // «10:30», «15 giờ», «15h».
  bool is_hour(const Number& group) const {
    if (group.digits.size() > 2) return false;
    std::string_view rest = text_.substr(group.end, 10);
    if (rest.starts_with(":")) return rest.size() > 1 && is_digit(rest[1]);
    if (rest.starts_with(" ")) rest.remove_prefix(1);
    return rest.starts_with("giờ") || (rest.starts_with("h") && (rest.size() == 1 || !is_letter(rest[1])));
  }

  // No letter and no sign of an address or a document's number beside it.
  bool is_bounded(std::size_t begin, std::size_t end) const {
    const auto joins = [](char c) { return is_letter(c) || c == '_' || c == '/' || c == '%' || c == '='; };
    return !(begin > 0 && joins(text_[begin - 1])) && !(end < text_.size() && joins(text_[end]));
  }

  // «08-11-2026» or «2026-11-08» from group `i` on, unless the same sign joins it to a group before.
  bool is_date(const std::vector<Number>& groups, std::size_t i) const {
    if (i + 3 > groups.size()) return false;
    const char sign = text_[groups[i].end];
    if (sign == ' ' || text_[groups[i + 1].end] != sign) return false;
    if (i > 0 && text_[groups[i].begin - 1] == sign) return false;
    const bool day_first = is_at_most(groups[i], 31) && is_year(groups[i + 2]);
    const bool year_first = is_year(groups[i]) && is_at_most(groups[i + 2], 31);
    return is_at_most(groups[i + 1], 12) && (day_first || year_first);
  }

  void look_at_groups(const std::vector<Number>& groups) {
    around_ = surroundings(groups.front().begin, groups.back().end);
    for (std::size_t i = 0; i < groups.size(); ++i) {
      if (is_date(groups, i)) {
        i += 2;
        continue;
      }
      Number number = groups[i];
      std::size_t last = i;
      bool taken = take(number);
      while (!taken && last + 1 < groups.size() && !is_date(groups, last + 1) &&
             number.digits.size() + groups[last + 1].digits.size() <= 16) {
        number.digits += groups[++last].digits;
        number.end = groups[last].end;
        taken = take(number);
      }
      if (taken) i = last;
    }
  }

  Surroundings surroundings(std::size_t begin, std::size_t end) const {
    const std::string close = before(begin, near);
    Surroundings around;
    around.code = names_code(close);
    around.card = has_word(close, card_words) && !is_code_rather(close, card_words);
    around.tax = has_word(close, tax_words);
    const bool account = has_word(close, account_words);
    const std::string far = before(begin, wide);
    around.contact = has_word(far, contact_words);
    around.account = account && !has_word(far, treasury_words) && !has_word(after(end, wide), treasury_words);
    return around;
  }

  bool take(const Number& number) {
    const std::size_t size = number.digits.size();
    if (size == 9 && around_.card) return take_as("personal-old-number", number);
    if (is_mobile(number)) return take_as("personal-phone", number);
    if (size == 10 && number.digits[0] == '8' && around_.tax) return take_as("personal-tax-code", number);
    return size >= least_digits && size <= 16 && around_.account && take_as("personal-account", number);
  }

  bool take_as(std::string_view code, const Number& number) {
    add(code, number.begin, number.end - number.begin, std::string_view(number.digits).substr(0, 3));
    return true;
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
    if (std::string_view("35789").find(digits[0]) == npos || around_.code) return false;
    return audience_ == Audience::citizens || !around_.contact;
  }

  // «thường trú tại số 12 đường …»: the word, then a number of a house within the same line.
  void find_addresses() {
    std::set<std::size_t> houses;  // each once: «thường trú tại» holds two of the words
    for (const std::string_view word : {"hường trú", "ơi ở hiện nay", "trú tại", "ộ khẩu"})
      for (std::size_t at = text_.find(word); at != npos; at = text_.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        std::string_view rest = text_.substr(end, 100);
        rest = rest.substr(0, rest.find('\n'));
        const std::size_t sign = rest.find_first_not_of(' ');
        const bool value =
            sign != npos && (rest[sign] == ':' || rest.substr(sign).starts_with("tại") || word == "trú tại");
        const std::size_t house = value ? house_in(rest) : npos;
        if (house != npos && houses.insert(end + house).second)
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
  const std::uint32_t signs_;
  Surroundings around_;  // of the groups being looked at
  std::map<std::string_view, std::size_t> counts_;
  std::vector<Finding> found_;
};

}  // namespace

std::vector<Finding> find_personal_data(std::string_view text, Audience audience, std::uint32_t signs) {
  std::vector<Finding> found = DataFinder(text, audience, signs).find();
  if (audience != Audience::contacts) add_personal_lists(text, found);
  return found;
}

}  // namespace congbo::detect
