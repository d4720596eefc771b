// SPDX-License-Identifier: GPL-3.0-or-later
// An automaton of Aho and Corasick over all words at once, with bytes that no word has put into one class.
#include "generator/detect/scan.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace congbo::detect {
namespace {

struct Word {
  std::string_view text;
  Sign sign;
};

constexpr std::array words = {Word{"AKIA", sign_key},
                              Word{"ASIA", sign_key},
                              Word{"ghp_", sign_key},
                              Word{"gho_", sign_key},
                              Word{"ghu_", sign_key},
                              Word{"ghs_", sign_key},
                              Word{"ghr_", sign_key},
                              Word{"github_pat_", sign_key},
                              Word{"glpat-", sign_key},
                              Word{"AIza", sign_key},
                              Word{"xox", sign_key},
                              Word{"eyJ", sign_key},
                              Word{"_live_", sign_key},
                              Word{"npm_", sign_key},
                              Word{"ya29.", sign_key},
                              Word{"-----BEGIN", sign_key},
                              Word{"SG.", sign_key},
                              Word{"hooks.slack.com", sign_key},
                              Word{"assw", sign_password},
                              Word{"ASSW", sign_password},
                              Word{"assphrase", sign_password},
                              Word{"ật khẩu", sign_password},
                              Word{"ẬT KHẨU", sign_password},
                              Word{"pwd", sign_password},
                              Word{"PWD", sign_password},
                              Word{"secret", sign_password},
                              Word{"SECRET", sign_password},
                              Word{"api_key", sign_password},
                              Word{"apikey", sign_password},
                              Word{"API_KEY", sign_password},
                              Word{"apiKey", sign_password},
                              Word{"api-key", sign_password},
                              Word{"access_token", sign_password},
                              Word{"ACCESS_TOKEN", sign_password},
                              Word{"MẬT", sign_mark},
                              Word{"NỘI BỘ", sign_mark},
                              Word{"ội bộ", sign_mark},
                              Word{"ội Bộ", sign_mark},
                              Word{"mật", sign_mark},
                              Word{"Mật", sign_mark},
                              Word{"M Ậ T", sign_mark},
                              Word{"PHỔ BIẾN", sign_mark},
                              Word{"hông phổ biến", sign_mark},
                              Word{"hông Phổ", sign_mark},
                              Word{"TRẢ LẠI", sign_mark},
                              Word{"ộ mật", sign_mark},
                              Word{"hường trú", sign_address},
                              Word{"ơi ở hiện nay", sign_address},
                              Word{"trú tại", sign_address},
                              Word{"ộ khẩu", sign_address},
                              Word{"gày sinh", sign_person},
                              Word{"ăm sinh", sign_person},
                              Word{"ĂM SINH", sign_person},
                              Word{"GÀY SINH", sign_person},
                              Word{"CCCD", sign_person},
                              Word{"CMND", sign_person},
                              Word{"@gmail.com", sign_person},
                              Word{"@yahoo.", sign_person},
                              Word{"@outlook.", sign_person},
                              Word{"@hotmail.", sign_person},
                              Word{"@icloud.com", sign_person}};

// U+00A1–U+00FF without Vietnamese letters, «», §, °, ², ³, · and ½: «®», «µ», «¸», «ä», «ø» …
constexpr std::u32string_view foreign = U"¡¢£¤¥¦¨©ª¬\u00AD®¯±´µ¶¸¹º¼¾¿ÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñöøûüþÿ";

class Automaton {
 public:
  Automaton() {
    class_of_.fill(0);
    for (const Word& word : words) add_classes(word.text);
    for (const std::string& letter : foreign_letters()) add_classes(letter);
    states_.push_back(State(classes_));
    for (const Word& word : words) add(word.text, word.sign);
    for (const std::string& letter : foreign_letters()) add(letter, sign_foreign_letter);
    connect();
  }

  // Four parts of a text at once: each step waits for the table's answer to the one before, and four waits cost no
  // more than one.
  std::uint32_t run(std::string_view text) const {
    std::array<std::size_t, lanes + 1> ends{};
    ends[lanes] = text.size();
    for (std::size_t lane = 1; lane < lanes; ++lane)
      ends[lane] = std::max(ends[lane - 1], break_after(text, text.size() / lanes * lane));
    std::array<Lane, lanes> states{};
    std::array<std::size_t, lanes> at{};
    std::size_t steps = text.size();
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      at[lane] = ends[lane] > longest_word ? ends[lane] - longest_word : 0;
      steps = std::min(steps, ends[lane + 1] - at[lane]);
    }
    for (std::size_t i = 0; i < steps; ++i)
      for (std::size_t lane = 0; lane < lanes; ++lane) step(states[lane], text[at[lane] + i]);
    std::uint32_t found = 0;
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      for (std::size_t i = at[lane] + steps; i < ends[lane + 1]; ++i) step(states[lane], text[i]);
      found |= states[lane].found;
    }
    return found;
  }

 private:
  static constexpr std::size_t lanes = 4;
  static constexpr std::size_t longest_word = 32;  // bytes; a part begins that much before its first byte

  struct Lane {
    std::uint32_t found = 0, state = 0, digits = 0;
  };

  void step(Lane& lane, char byte) const {
    const auto value = static_cast<unsigned char>(byte);
    lane.state = table_[lane.state + class_of_[value]];
    lane.found |= signs_[lane.state >> shift_];
    lane.digits = (lane.digits & keeps_[value]) + counts_[value];
    lane.found |= lane.digits >= 9 ? std::uint32_t{sign_number} : 0;
  }

  // The first place from `at` on where no run of digits goes on.
  std::size_t break_after(std::string_view text, std::size_t at) const {
    while (at < text.size() && keeps_[static_cast<unsigned char>(text[at])] != 0) ++at;
    return at;
  }

  struct State {
    explicit State(std::size_t classes) : next(classes, 0) {}
    std::vector<std::uint32_t> next;
    std::uint32_t fail = 0, signs = 0;
  };

  static std::vector<std::string> foreign_letters() {
    std::vector<std::string> letters;
    for (const char32_t letter : foreign)
      letters.push_back({static_cast<char>(0xC0 | letter >> 6), static_cast<char>(0x80 | (letter & 0x3F))});
    return letters;
  }

  void add_classes(std::string_view word) {
    for (const char byte : word) {
      std::uint8_t& known = class_of_[static_cast<unsigned char>(byte)];
      if (known == 0) known = static_cast<std::uint8_t>(classes_++);
    }
  }

  void add(std::string_view word, Sign sign) {
    std::uint32_t at = 0;
    for (const char byte : word) {
      const std::size_t kind = class_of_[static_cast<unsigned char>(byte)];
      if (states_[at].next[kind] == 0) {
        const auto made = static_cast<std::uint32_t>(states_.size());
        states_[at].next[kind] = made;
        states_.push_back(State(classes_));
      }
      at = states_[at].next[kind];
    }
    states_[at].signs |= sign;
  }

  // Where a word breaks off, the state of its longest end that begins another word goes on.
  void connect() {
    std::vector<std::uint32_t> queue;
    for (const std::uint32_t child : states_[0].next)
      if (child != 0) queue.push_back(child);
    for (std::size_t i = 0; i < queue.size(); ++i) {
      const std::uint32_t at = queue[i];
      const std::uint32_t fail = states_[at].fail;
      states_[at].signs |= states_[fail].signs;
      for (std::size_t kind = 0; kind < classes_; ++kind) {
        std::uint32_t& child = states_[at].next[kind];
        if (child == 0) {
          child = states_[fail].next[kind];
        } else {
          states_[child].fail = states_[fail].next[kind];
          queue.push_back(child);
        }
      }
    }
    while ((std::size_t{1} << shift_) < classes_) ++shift_;
    table_.resize(states_.size() << shift_);
    for (std::size_t at = 0; at < states_.size(); ++at) {
      signs_.push_back(states_[at].signs);
      for (std::size_t kind = 0; kind < classes_; ++kind)
        table_[(at << shift_) + kind] = states_[at].next[kind] << shift_;
    }
    states_.clear();
    for (unsigned value = 0; value < 256; ++value) {
      const bool digit = value >= '0' && value <= '9';
      const bool separator = value == ' ' || value == '.' || value == '-' || value == '(' || value == ')';
      counts_[value] = digit ? 1 : 0;
      keeps_[value] = digit || separator ? ~std::uint32_t{0} : 0;
    }
  }

  std::array<std::uint8_t, 256> class_of_{};
  std::size_t classes_ = 1;
  unsigned shift_ = 0;
  std::vector<State> states_;
  std::vector<std::uint32_t> table_;  // state · 2^shift + class → state · 2^shift
  std::vector<std::uint32_t> signs_;
  std::array<std::uint32_t, 256> counts_{}, keeps_{};
};

}  // namespace

std::uint32_t scan(std::string_view text) {
  static const Automaton automaton;
  return automaton.run(text);
}

}  // namespace congbo::detect
