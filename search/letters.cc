// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/letters.h"

#include <array>

namespace congbo::search {
namespace {

// Three strings a block, one character a code point: base letter; modifier (b c h s); tone 1–5. A dot is none.
// The facts are the canonical decompositions of Unicode; đ, ð and letters without one are set by hand
// (search/ANALYZER.md).
constexpr char32_t latin_begin = 0x00C0;
constexpr std::string_view latin_bases =
    "aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk.llllll."
    ".llnnnnnn.nnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
    ".........d......................oo.............uu..............."
    ".............aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa...."
    "aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............"
    "................";
constexpr std::string_view latin_modifiers =
    "..c.......c.....s...c.............c.......c.....s...c..........."
    "..bb............ss.............................................."
    "................................................................"
    ".........s......................hh.............hh..............."
    "................................................................"
    "................................................................"
    "................";
constexpr std::string_view latin_tones =
    "12.4....12..12...412.4...12..2..12.4....12..12...412.4...12..2.."
    "......22................................44...............22....."
    "...22...............22....22............44...............22....."
    "................................................................"
    ".......................22..11.......................22..1122...."
    "............................................44.................."
    "................";

constexpr char32_t additional_begin = 0x1E00;
constexpr std::string_view additional_bases =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
    "wwwwwwwwwwxxxxyyzzzzzzhtwy....s.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";
constexpr std::string_view additional_modifiers =
    "................................................................"
    "................................................................"
    "....................................ccccccccccbbbbbbbbbb......cc"
    "cccccccc........cccccccccchhhhhhhhhh....hhhhhhhhhh..............";
constexpr std::string_view additional_tones =
    "....55..22..55......1122............55........222255..5555....22"
    "..55..55....2244112222....5555....5522..55..55..........22..4455"
    "1122....55........55............55332211334455221133445555334422"
    "1133445533555533221133445522113344555533221133445511553344......";
static_assert(latin_bases.size() == 0x190 && latin_modifiers.size() == 0x190 && latin_tones.size() == 0x190);
static_assert(additional_bases.size() == 0x100 && additional_modifiers.size() == 0x100 &&
              additional_tones.size() == 0x100);

constexpr Modifier modifier_of(char letter) {
  switch (letter) {
    case 'b':
      return Modifier::breve;
    case 'c':
      return Modifier::circumflex;
    case 'h':
      return Modifier::horn;
    case 's':
      return Modifier::stroke;
    default:
      return Modifier::none;
  }
}

template <std::size_t size>
constexpr std::array<Letter, size> spread(std::string_view bases, std::string_view modifiers, std::string_view tones) {
  std::array<Letter, size> letters{};
  for (std::size_t i = 0; i < size; ++i) {
    if (bases[i] == '.') continue;
    letters[i].base = bases[i];
    letters[i].modifier = modifier_of(modifiers[i]);
    letters[i].tone = tones[i] == '.' ? Tone::none : static_cast<Tone>(tones[i] - '0');
  }
  return letters;
}

constexpr auto latin = spread<0x190>(latin_bases, latin_modifiers, latin_tones);
constexpr auto additional = spread<0x100>(additional_bases, additional_modifiers, additional_tones);

constexpr bool in_range(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

constexpr Character mark(char32_t c, std::size_t size) {
  Character result{CharacterKind::mark, {}, c, size};
  switch (c) {
    case 0x300:
    case 0x340:
      result.letter.tone = Tone::grave;
      break;
    case 0x301:
    case 0x341:
      result.letter.tone = Tone::acute;
      break;
    case 0x303:
      result.letter.tone = Tone::tilde;
      break;
    case 0x309:
      result.letter.tone = Tone::hook;
      break;
    case 0x323:
      result.letter.tone = Tone::dot;
      break;
    case 0x302:
      result.letter.modifier = Modifier::circumflex;
      break;
    case 0x306:
      result.letter.modifier = Modifier::breve;
      break;
    case 0x31B:
      result.letter.modifier = Modifier::horn;
      break;
    default:
      break;
  }
  return result;
}

constexpr bool is_ideograph(char32_t c) {
  return in_range(c, 0x3040, 0x30FF) || in_range(c, 0x3400, 0x4DBF) || in_range(c, 0x4E00, 0x9FFF) ||
         in_range(c, 0xAC00, 0xD7A3) || in_range(c, 0xF900, 0xFAFF) || in_range(c, 0x20000, 0x323AF);
}

constexpr bool is_foreign_letter(char32_t c) {
  return in_range(c, 0x370, 0x373) || in_range(c, 0x386, 0x386) || in_range(c, 0x388, 0x481) ||
         in_range(c, 0x48A, 0x556) || in_range(c, 0x561, 0x587) || in_range(c, 0x5D0, 0x5EA) ||
         in_range(c, 0x620, 0x64A) || in_range(c, 0x904, 0x939) || in_range(c, 0xE01, 0xE4E) ||
         in_range(c, 0xE81, 0xEDF) || in_range(c, 0x1780, 0x17D3);
}

// Lower case of the alphabets whose capitals stand at a fixed distance; others are taken as they are.
constexpr char32_t lower_foreign(char32_t c) {
  if (in_range(c, 0x410, 0x42F) || in_range(c, 0x391, 0x3A9)) return c + 0x20;
  if (in_range(c, 0x400, 0x40F)) return c + 0x50;
  return c;
}

constexpr bool is_separator(char32_t c) {
  return c == 0xA0 || in_range(c, 0x2000, 0x200A) || c == 0x2010 || c == 0x2011 || c == 0x202F || c == 0x3000;
}

constexpr bool is_ignored(char32_t c) {
  return c == 0xAD || in_range(c, 0x200B, 0x200D) || c == 0x2060 || c == 0xFEFF;
}

constexpr Character read_ascii(unsigned char c) {
  const unsigned char lower = c | 0x20;
  if (lower >= 'a' && lower <= 'z') return {CharacterKind::latin, {static_cast<char>(lower)}, lower, 1};
  if (c >= '0' && c <= '9') return {CharacterKind::digit, {static_cast<char>(c)}, c, 1};
  if (c == ' ' || c == '-' || c == '/' || c == '_') return {CharacterKind::separator, {}, c, 1};
  return {CharacterKind::clause_break, {}, c, 1};
}

// What Unicode has a second time for its looks alone: full width, and the letters and digits of mathematics, which
// social networks are decorated with.
constexpr char32_t plain(char32_t c) {
  if (in_range(c, 0xFF01, 0xFF5E)) return c - 0xFEE0;
  if (in_range(c, 0x1D7CE, 0x1D7FF)) return '0' + (c - 0x1D7CE) % 10;
  if (!in_range(c, 0x1D400, 0x1D6A3)) return c;
  for (const char32_t unassigned :
       {0x1D455, 0x1D49D, 0x1D4A0, 0x1D4A1, 0x1D4A3, 0x1D4A4, 0x1D4A7, 0x1D4A8, 0x1D4AD, 0x1D4BA, 0x1D4BC, 0x1D4C4,
        0x1D506, 0x1D50B, 0x1D50C, 0x1D515, 0x1D51D, 0x1D53A, 0x1D53F, 0x1D545, 0x1D547, 0x1D548, 0x1D549, 0x1D551})
    if (c == unassigned) return c;  // Unicode has these elsewhere, among signs
  const char32_t letter = (c - 0x1D400) % 52;
  return letter < 26 ? 'A' + letter : 'a' + letter - 26;
}

constexpr Character classify(char32_t c, std::size_t size) {
  if (const char32_t ascii = plain(c); ascii != c) {
    Character character = read_ascii(static_cast<unsigned char>(ascii));
    character.size = size;
    return character;
  }
  if (in_range(c, 0xC0, 0x24F) && latin[c - latin_begin].base)
    return {CharacterKind::latin, latin[c - latin_begin], c, size};
  if (in_range(c, 0x1E00, 0x1EFF) && additional[c - additional_begin].base) {
    return {CharacterKind::latin, additional[c - additional_begin], c, size};
  }
  if (in_range(c, 0x300, 0x36F)) return mark(c, size);
  if (is_ignored(c)) return {CharacterKind::ignored, {}, c, size};
  if (is_separator(c)) return {CharacterKind::separator, {}, c, size};
  if (c == 0x2013) return {CharacterKind::dash, {}, c, size};
  if (is_ideograph(c)) return {CharacterKind::ideograph, {}, c, size};
  if (is_foreign_letter(c)) return {CharacterKind::foreign, {}, lower_foreign(c), size};
  return {CharacterKind::clause_break, {}, c, size};
}

bool continues(std::string_view text, std::size_t offset) {
  return offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0) == 0x80;
}

char32_t payload(std::string_view text, std::size_t offset) {
  return static_cast<unsigned char>(text[offset]) & 0x3F;
}

template <std::size_t count>
constexpr std::array<Character, count> characters_from(char32_t begin) {
  std::array<Character, count> characters{};
  for (char32_t c = begin; c < begin + count; ++c)
    characters[c - begin] =
        c < 0x80 ? read_ascii(static_cast<unsigned char>(c)) : classify(c, c < 0x800 ? std::size_t{2} : std::size_t{3});
  return characters;
}

}  // namespace

constinit const std::array<Character, 0x250> low_characters = characters_from<0x250>(0);
constinit const std::array<Character, 0x100> additional_characters = characters_from<0x100>(additional_begin);

Character read_any_character(std::string_view text, std::size_t offset) {
  const unsigned char first = static_cast<unsigned char>(text[offset]);
  if (first < 0x80) return read_ascii(first);
  if (first >= 0xC2 && first <= 0xDF && continues(text, offset + 1)) {
    return classify(static_cast<char32_t>(first & 0x1F) << 6 | payload(text, offset + 1), 2);
  }
  if ((first & 0xF0) == 0xE0 && continues(text, offset + 1) && continues(text, offset + 2)) {
    const char32_t c =
        static_cast<char32_t>(first & 0x0F) << 12 | payload(text, offset + 1) << 6 | payload(text, offset + 2);
    if (c >= 0x800 && !in_range(c, 0xD800, 0xDFFF)) return classify(c, 3);
  }
  if (first >= 0xF0 && first <= 0xF4 && continues(text, offset + 1) && continues(text, offset + 2) &&
      continues(text, offset + 3)) {
    const char32_t c = static_cast<char32_t>(first & 0x07) << 18 | payload(text, offset + 1) << 12 |
                       payload(text, offset + 2) << 6 | payload(text, offset + 3);
    if (in_range(c, 0x10000, 0x10FFFF)) return classify(c, 4);
  }
  return {CharacterKind::clause_break, {}, first, 1};
}

std::string_view letter_with_modifier(const char& base, Modifier modifier) {
  switch (modifier) {
    case Modifier::breve:
      if (base == 'a') return "ă";
      break;
    case Modifier::circumflex:
      if (base == 'a') return "â";
      if (base == 'e') return "ê";
      if (base == 'o') return "ô";
      break;
    case Modifier::horn:
      if (base == 'o') return "ơ";
      if (base == 'u') return "ư";
      break;
    case Modifier::stroke:
      if (base == 'd') return "đ";
      break;
    case Modifier::none:
      break;
  }
  return {&base, 1};
}

}  // namespace congbo::search
