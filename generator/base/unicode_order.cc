// SPDX-License-Identifier: GPL-3.0-or-later
// Order and case of Vietnamese text, by ICU with the locale named: the process locale never matters.
#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/coll.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <memory>

#include "generator/base/unicode.h"
#include "generator/base/utf8.h"
#include "generator/base/vietnamese_letters.h"

namespace congbo {
namespace {

std::unique_ptr<icu::Collator> make_collator() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Collator> collator(icu::Collator::createInstance(icu::Locale("vi"), status));
  if (U_FAILURE(status)) return nullptr;
  collator->setAttribute(UCOL_NORMALIZATION_MODE, UCOL_ON, status);
  return collator;
}

// A collator may be used by one thread at a time.
const icu::Collator* collator_of_this_thread() {
  thread_local const std::unique_ptr<icu::Collator> collator = make_collator();
  return collator.get();
}

using CaseMapping = void (*)(const char*, std::uint32_t, icu::StringPiece, icu::ByteSink&, icu::Edits*, UErrorCode&);

std::string map_case(std::string_view text, CaseMapping mapping) {
  std::string out;
  out.reserve(text.size());
  icu::StringByteSink<std::string> sink(&out);
  UErrorCode status = U_ZERO_ERROR;
  mapping("", 0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr, status);
  return U_SUCCESS(status) ? out : std::string(text);
}

// The start of a text in normal form C: enough for its first letters, however long the text is.
std::string normal_start(std::string_view text) {
  constexpr std::size_t enough = 256;
  return to_nfc(utf8_beginning(text, enough));
}

// A letter of the alphabet itself, or the Latin letter that a foreign one is made from (É under E).
std::string heading_of(char32_t letter) {
  const auto upper = static_cast<char32_t>(u_toupper(static_cast<UChar32>(without_tone(letter))));
  std::string heading;
  append_utf8(heading, upper);
  if (is_vietnamese_letter(upper)) return heading;
  const std::string plain = strip_marks(heading).substr(0, 1);
  return plain >= "A" && plain <= "Z" ? plain : "#";
}

}  // namespace

std::string collation_key(std::string_view text) {
  const icu::Collator* collator = collator_of_this_thread();
  if (collator == nullptr) return fold(text) + '\x01' + std::string(text);
  const auto wide = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  std::string key(text.size() * 3 + 16, '\0');
  const auto ask = [&] {
    return collator->getSortKey(wide, reinterpret_cast<std::uint8_t*>(key.data()),
                                static_cast<std::int32_t>(key.size()));
  };
  std::int32_t length = ask();
  if (static_cast<std::size_t>(length) > key.size()) {
    key.resize(static_cast<std::size_t>(length));
    length = ask();
  }
  key.resize(length > 0 ? static_cast<std::size_t>(length) - 1 : 0);  // ICU ends a key with a zero byte
  return key;
}

std::string index_letter(std::string_view text) {
  const std::string start = normal_start(text);
  for (std::size_t at = 0; at < start.size();) {
    const CodePoint letter = decode(start, at);
    if (letter.length == 0) break;
    at += letter.length;
    if (!u_isalnum(static_cast<UChar32>(letter.value))) continue;
    return heading_of(letter.value);
  }
  return "#";
}

std::string to_lower(std::string_view text) {
  if (!is_ascii(text)) return map_case(text, &icu::CaseMap::utf8ToLower);
  std::string out(text);
  for (char& byte : out)
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
  return out;
}

std::string to_upper(std::string_view text) {
  if (!is_ascii(text)) return map_case(text, &icu::CaseMap::utf8ToUpper);
  std::string out(text);
  for (char& byte : out)
    if (byte >= 'a' && byte <= 'z') byte = static_cast<char>(byte - 'a' + 'A');
  return out;
}

}  // namespace congbo
