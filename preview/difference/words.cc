// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/difference/words.h"

#include <algorithm>

namespace congbo::difference {

namespace {

constexpr std::size_t deepest = 20;  // inline elements in each other

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

bool joins(char c) {
  return c == '.' || c == ',' || c == '/' || c == '-' || c == ':' || c == '_';
}

// «QĐ-UBND», «1.234,5», «08:30»: signs between letters or digits belong to the word.
std::size_t end_of_word(std::string_view text, std::size_t at) {
  while (at < text.size() &&
         (is_letter(text[at]) || (joins(text[at]) && at + 1 < text.size() && is_letter(text[at + 1]))))
    ++at;
  return at;
}

std::size_t end_of_entity(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 12;
  const std::size_t end = text.substr(at, longest).find(';');
  return end == std::string_view::npos ? at + 1 : at + end + 1;
}

class Cutter {
 public:
  Cutter() { line_.contexts.emplace_back(); }

  Line cut(const std::vector<Token>& run) {
    for (const Token& token : run) take(token);
    line_.balanced = line_.balanced && context_ == 0;
    return std::move(line_);
  }

 private:
  void take(const Token& token) {
    if (token.kind == TokenKind::text) {
      cut_text(token.bytes);
    } else if (token.kind == TokenKind::open && depth_ == deepest) {
      line_.balanced = false;
    } else if (token.kind == TokenKind::open) {
      ++depth_;
      line_.contexts.push_back({context_, token.bytes, token.name});
      keys_.push_back(keys_[context_] + std::string(token.bytes));
      context_ = static_cast<std::uint32_t>(line_.contexts.size() - 1);
    } else if (token.kind == TokenKind::close) {
      const bool fits = context_ != 0 && line_.contexts[context_].name == token.name;
      line_.balanced = line_.balanced && fits;
      if (fits) {
        context_ = line_.contexts[context_].parent;
        --depth_;
      }
    } else {
      add(token.name == "br" ? WordKind::space : WordKind::element, token.bytes, token.bytes);
    }
  }

  void cut_text(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      std::size_t end = at + 1;
      WordKind kind = WordKind::sign;
      if (is_space(text[at])) {
        kind = WordKind::space;
        while (end < text.size() && is_space(text[end])) ++end;
      } else if (is_letter(text[at])) {
        kind = WordKind::word;
        end = end_of_word(text, at);
      } else if (text[at] == '&') {
        end = end_of_entity(text, at);
      }
      const std::string_view bytes = text.substr(at, end - at);
      add(kind, bytes, kind == WordKind::space ? " " : bytes);
      at = end;
    }
  }

  void add(WordKind kind, std::string_view bytes, std::string_view key) {
    line_.words.push_back({kind, bytes, keys_[context_] + '\n' + std::string(key), context_});
  }

  Line line_;
  std::vector<std::string> keys_{std::string()};  // of the contexts
  std::uint32_t context_ = 0;
  std::size_t depth_ = 0;
};

}  // namespace

Line words_of(const std::vector<Token>& run) {
  return Cutter().cut(run);
}

}  // namespace congbo::difference
