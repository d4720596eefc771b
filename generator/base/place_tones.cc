// SPDX-License-Identifier: GPL-3.0-or-later
// Where the tone mark of a Vietnamese syllable stands. A word is taken apart into onset, vowels and coda; whatever does
// not come apart (names of other peoples, English, abbreviations) is left as it is.
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <optional>

#include "generator/base/unicode.h"
#include "generator/base/utf8.h"
#include "generator/base/vietnamese_letters.h"

namespace congbo {
namespace {

using Letters = std::u32string;
using LettersView = std::u32string_view;

// Longest first, so that the first that fits is the right one. "gi" and "qu" are decided by what follows.
constexpr std::array<LettersView, 25> onsets = {U"ngh", U"ng", U"nh", U"ch", U"gh", U"kh", U"ph", U"th", U"tr",
                                                U"b",   U"c",  U"d",  U"đ",  U"g",  U"h",  U"k",  U"l",  U"m",
                                                U"n",   U"p",  U"r",  U"s",  U"t",  U"v",  U"x"};
constexpr std::array<LettersView, 9> codas = {U"", U"c", U"ch", U"m", U"n", U"ng", U"nh", U"p", U"t"};
constexpr std::array<LettersView, 54> vowel_groups = {
    U"a",   U"ă",   U"â",   U"e",   U"ê",   U"i",   U"o",   U"ô",   U"ơ",   U"u",   U"ư",   U"y",  U"ai", U"ao",
    U"au",  U"ay",  U"âu",  U"ây",  U"eo",  U"êu",  U"ia",  U"iê",  U"iu",  U"oa",  U"oă",  U"oe", U"oi", U"oo",
    U"ôi",  U"ơi",  U"ua",  U"uâ",  U"uê",  U"ui",  U"uô",  U"uơ",  U"uy",  U"ưa",  U"ươ",  U"ưi", U"ưu", U"yê",
    U"iêu", U"oai", U"oao", U"oay", U"oeo", U"uây", U"uôi", U"uya", U"uyê", U"uyu", U"ươi", U"ươu"};
constexpr LettersView yeu = U"yêu";  // the one group of three that starts with y
constexpr LettersView plain_vowels = U"aăâeêioôơuưy";
constexpr LettersView modified_vowels = U"ăâêôơư";
constexpr std::size_t longest_syllable = 7;  // nghiêng

bool is_one_of(LettersView wanted, const LettersView* first, const LettersView* last) {
  return std::find(first, last, wanted) != last;
}

bool is_vowel(char32_t letter) {
  return plain_vowels.find(letter) != LettersView::npos;
}

// Letters before the vowels of `word` (lower case, without tones).
std::size_t onset_length(LettersView word) {
  const bool more = word.size() > 2 && is_vowel(word[2]);
  if (more && (word.substr(0, 2) == U"qu" || word.substr(0, 2) == U"gi")) return 2;
  for (const LettersView onset : onsets)
    if (word.substr(0, onset.size()) == onset) return onset.size();
  return 0;
}

struct Syllable {
  std::size_t vowels_at = 0;
  LettersView vowels;
  LettersView coda;
};

std::optional<Syllable> take_apart(LettersView word) {
  Syllable syllable;
  syllable.vowels_at = onset_length(word);
  const LettersView rest = word.substr(syllable.vowels_at);
  const auto end = std::find_if_not(rest.begin(), rest.end(), is_vowel);
  const auto count = static_cast<std::size_t>(end - rest.begin());
  syllable.vowels = rest.substr(0, count);
  syllable.coda = rest.substr(count);
  const bool known = syllable.vowels == yeu ||
                     is_one_of(syllable.vowels, vowel_groups.data(), vowel_groups.data() + vowel_groups.size());
  if (!known || !is_one_of(syllable.coda, codas.data(), codas.data() + codas.size())) return std::nullopt;
  return syllable;
}

// Index among the vowels of the one that carries the tone.
std::size_t tone_position(const Syllable& syllable, TonePlacement placement) {
  const LettersView vowels = syllable.vowels;
  if (const std::size_t modified = vowels.find_last_of(modified_vowels); modified != LettersView::npos) return modified;
  if (vowels.size() == 1) return 0;
  if (!syllable.coda.empty()) return vowels.size() - 1;
  if (vowels.size() == 3) return 1;
  const bool disputed = vowels == U"oa" || vowels == U"oe" || vowels == U"uy";
  return disputed && placement == TonePlacement::new_style ? 1 : 0;
}

char32_t lower(char32_t letter) {
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(letter)));
}

// Puts the one tone of `word` where it belongs; leaves it alone if it has none, several, or is no syllable.
void mend_word(Letters& word, TonePlacement placement) {
  if (word.size() > longest_syllable) return;
  Letters bare, plain;
  Tone tone = Tone::level;
  for (const char32_t letter : word) {
    const Vowel vowel = split_vowel(letter);
    if (vowel.letter != 0 && vowel.tone != Tone::level) {
      if (tone != Tone::level) return;
      tone = vowel.tone;
    }
    bare += vowel.letter != 0 ? vowel.letter : letter;
    plain += lower(bare.back());
  }
  if (tone == Tone::level) return;
  const std::optional<Syllable> syllable = take_apart(plain);
  if (!syllable) return;
  const std::size_t at = syllable->vowels_at + tone_position(*syllable, placement);
  bare[at] = with_tone(bare[at], tone);
  word = std::move(bare);
}

// Before e, ê, i and y the sounds of c, g and ng are written k, gh and ngh.
bool onset_fits(LettersView onset, LettersView vowels) {
  const bool front = LettersView(U"eêiy").find(vowels.front()) != LettersView::npos;
  if (onset == U"k" || onset == U"gh" || onset == U"ngh") return front;
  if (onset == U"c" || onset == U"ng") return !front;
  if (onset == U"g") return !front || vowels == U"i" || vowels == U"iê" || vowels == U"ia";
  return true;
}

bool coda_fits(const Syllable& syllable, Tone tone) {
  static constexpr std::array<LettersView, 7> need_coda = {U"ă", U"â", U"iê", U"oă", U"uâ", U"uyê", U"ươ"};
  const LettersView vowels = syllable.vowels;
  if (syllable.coda.empty()) {
    const bool open = vowels != U"yê" && vowels != U"uô" && vowels != U"oo";
    return open && !is_one_of(vowels, need_coda.data(), need_coda.data() + need_coda.size());
  }
  const char32_t last = vowels.back();
  if (vowels.size() > 1 && LettersView(U"aiouyư").find(last) != LettersView::npos && vowels != U"oa" &&
      vowels != U"oo" && vowels != U"uy")
    return false;
  // nh and ch stand where ng and c cannot: after ê, i and y; after a both do.
  const bool soft = syllable.coda == U"nh" || syllable.coda == U"ch";
  const bool hard = syllable.coda == U"ng" || syllable.coda == U"c";
  if (soft && LettersView(U"aêiy").find(last) == LettersView::npos) return false;
  if (hard && vowels.size() == 1 && LettersView(U"êiyơ").find(last) != LettersView::npos) return false;
  const bool stopped =
      syllable.coda == U"c" || syllable.coda == U"ch" || syllable.coda == U"p" || syllable.coda == U"t";
  return !stopped || tone == Tone::sac || tone == Tone::nang;
}

bool belongs_to_word(char32_t letter) {
  const auto value = static_cast<UChar32>(letter);
  return letter < 0x80 ? (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z')
                       : u_isalpha(value) || u_getCombiningClass(value) != 0;
}

void append_mended(std::string& out, std::string_view written, Letters& word, TonePlacement placement) {
  const bool worth_it = word.size() > 1 && written.size() > word.size();  // a tone takes more than one byte
  if (!worth_it) {
    out.append(written);
  } else {
    mend_word(word, placement);
    for (const char32_t letter : word) append_utf8(out, letter);
  }
  word.clear();
}

}  // namespace

bool is_syllable(LettersView word) {
  if (word.empty() || word.size() > longest_syllable) return false;
  Letters plain;
  Tone tone = Tone::level;
  std::size_t capitals = 0;
  for (const char32_t letter : word) {
    const Vowel vowel = split_vowel(letter);
    if (vowel.letter != 0 && vowel.tone != Tone::level) {
      if (tone != Tone::level) return false;
      tone = vowel.tone;
    }
    const char32_t bare = vowel.letter != 0 ? vowel.letter : letter;
    plain += lower(bare);
    if (plain.back() != bare) ++capitals;
  }
  const bool first_only = capitals == 1 && word.front() != lower(word.front());
  if (capitals != 0 && capitals != word.size() && !first_only) return false;
  const std::optional<Syllable> syllable = take_apart(plain);
  if (!syllable) return false;
  const LettersView onset = LettersView(plain).substr(0, syllable->vowels_at);
  Syllable whole = *syllable;
  if (onset == U"gi" && whole.vowels == U"ê") whole.vowels = U"iê";  // giếng: one i is written for two
  return onset_fits(onset, whole.vowels) && coda_fits(whole, tone);
}

std::string place_tones(std::string_view text, TonePlacement placement) {
  std::string out;
  out.reserve(text.size());
  Letters word;
  std::size_t word_start = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint letter = decode(text, at);
    const std::size_t length = std::max<std::size_t>(letter.length, 1);
    if (letter.length > 0 && belongs_to_word(letter.value)) {
      if (word.empty()) word_start = at;
      word += letter.value;
    } else {
      append_mended(out, text.substr(word_start, at - word_start), word, placement);
      out.append(text.substr(at, length));
      word_start = at + length;
    }
    at += length;
  }
  append_mended(out, text.substr(word_start), word, placement);
  return out;
}

}  // namespace congbo
