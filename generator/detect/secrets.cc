// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/detect/secrets.h"

#include <algorithm>
#include <array>
#include <string>

#include "generator/base/unicode.h"
#include "generator/detect/scan.h"

namespace congbo::detect {

namespace {

constexpr std::size_t npos = std::string_view::npos;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_token_character(char c) {
  return is_letter(c) || is_digit(c) || c == '_' || c == '-';
}

struct TokenForm {
  std::string_view prefix;
  std::size_t shortest;  // characters after the prefix
  std::size_t longest;
};

constexpr std::size_t any = 4'096;
constexpr std::array<TokenForm, 18> forms = {{{"AKIA", 16, 16},
                                              {"ASIA", 16, 16},
                                              {"ghp_", 36, any},
                                              {"gho_", 36, any},
                                              {"ghu_", 36, any},
                                              {"ghs_", 36, any},
                                              {"ghr_", 36, any},
                                              {"github_pat_", 40, any},
                                              {"glpat-", 20, any},
                                              {"AIza", 35, 35},
                                              {"xoxb-", 20, any},
                                              {"xoxp-", 20, any},
                                              {"xoxa-", 20, any},
                                              {"xoxs-", 20, any},
                                              {"sk_live_", 20, any},
                                              {"rk_live_", 20, any},
                                              {"npm_", 36, 36},
                                              {"ya29.", 30, any}}};

std::size_t token_length(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end - at < any && is_token_character(text[end])) ++end;
  return end - at;
}

// Only capitals and digits in what Amazon gives; elsewhere at least one digit: words have none.
bool looks_random(std::string_view prefix, std::string_view token) {
  if (prefix[0] == 'A' && prefix[1] != 'I')
    return std::none_of(token.begin(), token.end(),
                        [](char c) { return (c >= 'a' && c <= 'z') || c == '-' || c == '_'; });
  return std::any_of(token.begin(), token.end(), is_digit);
}

constexpr std::array<std::string_view, 14> password_words = {
    "mat khau", "password", "passwd", "passphrase", "pwd",        "api_key",       "api-key",
    "apikey",   "api key",  "secret", "secret_key", "access_key", "client_secret", "access_token"};

bool is_placeholder(std::string_view value) {
  if (value.find("//") != npos || value.find('{') != npos || value.find('<') != npos || value.find('(') != npos)
    return true;
  return std::all_of(value.begin(), value.end(), [&](char c) { return c == value.front(); });
}

// Long enough, ASCII, and with a digit: words of a sentence have none.
bool is_password(std::string_view value) {
  if (value.size() < 6 || value.size() > 200 || is_placeholder(value)) return false;
  const bool ascii = std::all_of(value.begin(), value.end(), [](char c) { return c > 0x20 && c < 0x7F; });
  return ascii && std::any_of(value.begin(), value.end(), is_digit) && value.find('/') == npos;
}

class SecretFinder {
 public:
  explicit SecretFinder(std::string_view text) : text_(text) {}

  std::vector<Finding> find() {
    const std::uint32_t signs = scan(text_);
    if ((signs & sign_key) != 0) find_keys();
    if ((signs & sign_password) != 0) find_passwords();
    std::sort(found_.begin(), found_.end(), [](const Finding& a, const Finding& b) { return a.offset < b.offset; });
    return std::move(found_);
  }

 private:
  void add_key(std::size_t at, std::size_t length) {
    found_.push_back({"secret-key", at, length, std::string(text_.substr(at, 4)) + "…"});
  }

  void find_keys() {
    find_key_blocks();
    for (const TokenForm& form : forms) find_tokens(form);
    find_web_tokens();
  }

  void find_key_blocks() {
    constexpr std::string_view begin = "-----BEGIN ";
    for (std::size_t at = text_.find(begin); at != npos; at = text_.find(begin, at + 1)) {
      const std::size_t end = text_.find("-----", at + begin.size());
      if (end == npos || end - at > 60) continue;
      const std::string_view label = text_.substr(at + begin.size(), end - at - begin.size());
      if (label.ends_with("PRIVATE KEY") || label.ends_with("PRIVATE KEY BLOCK"))
        found_.push_back({"secret-key", at, end + 5 - at, std::string(label)});
    }
  }

  void find_tokens(const TokenForm& form) {
    for (std::size_t at = text_.find(form.prefix); at != npos; at = text_.find(form.prefix, at + 1)) {
      if (at > 0 && is_token_character(text_[at - 1])) continue;
      const std::size_t length = token_length(text_, at + form.prefix.size());
      const std::string_view token = text_.substr(at + form.prefix.size(), length);
      if (length >= form.shortest && length <= form.longest && looks_random(form.prefix, token))
        add_key(at, form.prefix.size() + length);
    }
  }

  // Three parts with points between them, the first two JSON in base64.
  void find_web_tokens() {
    for (std::size_t at = text_.find("eyJ"); at != npos; at = text_.find("eyJ", at + 1)) {
      if (at > 0 && (is_token_character(text_[at - 1]) || text_[at - 1] == '.')) continue;
      const std::size_t head = token_length(text_, at);
      if (head < 12 || text_.substr(at + head, 4) != ".eyJ") continue;
      const std::size_t body = token_length(text_, at + head + 1);
      const std::size_t rest = at + head + 1 + body;
      if (rest >= text_.size() || text_[rest] != '.') continue;
      const std::size_t signature = token_length(text_, rest + 1);
      if (signature >= 16) add_key(at, rest + 1 + signature - at);
    }
  }

  void find_passwords() {
    std::size_t start = 0;
    while (start < text_.size()) {
      const std::size_t end = std::min(text_.find('\n', start), text_.size());
      const std::string_view line = text_.substr(start, end - start);
      if ((scan(line) & sign_password) != 0) find_in_line(start, line);
      start = end + 1;
    }
  }

  // Values stand after ":" or "=" or «là»; the words before it are compared without marks.
  void find_in_line(std::size_t start, std::string_view line) {
    constexpr std::size_t longest_line = 20'000;
    if (line.size() > longest_line) line = line.substr(0, longest_line);
    for (std::size_t sign = line.find_first_of(":="); sign != npos; sign = line.find_first_of(":=", sign + 1))
      look_at_value(start, line, sign, sign + 1);
    for (std::size_t sign = line.find(" là "); sign != npos; sign = line.find(" là ", sign + 1))
      look_at_value(start, line, sign, sign + 5);
  }

  void look_at_value(std::size_t start, std::string_view line, std::size_t sign, std::size_t after) {
    std::size_t before = sign > 40 ? sign - 40 : 0;
    while (before < sign && (static_cast<unsigned char>(line[before]) & 0xC0) == 0x80) ++before;
    std::string word = fold(line.substr(before, sign - before));
    while (!word.empty() && std::string_view(" \t\"'`*_").find(word.back()) != npos) word.pop_back();
    for (const std::string_view between : {" mac dinh", " dang nhap", " ban dau", " tam thoi", " wifi"})
      if (word.ends_with(between)) word.resize(word.size() - between.size());
    const auto known = std::find_if(password_words.begin(), password_words.end(),
                                    [&](std::string_view one) { return word.ends_with(one); });
    if (known == password_words.end()) return;
    const std::size_t begin = line.find_first_not_of(" \t\"'`*", after);
    if (begin == npos) return;
    std::size_t end = std::min(line.find_first_of(" \t\"'`,;|", begin), line.size());
    while (end > begin && std::string_view(".*_)").find(line[end - 1]) != npos) --end;
    if (!is_password(line.substr(begin, end - begin))) return;
    found_.push_back(
        {"secret-password", start + begin, end - begin, *known == "mat khau" ? "mật khẩu" : std::string(*known)});
  }

  std::string_view text_;
  std::vector<Finding> found_;
};

}  // namespace

std::vector<Finding> find_secrets(std::string_view text) {
  return SecretFinder(text).find();
}

}  // namespace congbo::detect
