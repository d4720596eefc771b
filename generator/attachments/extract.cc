// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/attachments/extract.h"

#include <algorithm>

#include "generator/attachments/bounds.h"
#include "generator/base/legacy_vietnamese.h"
#include "generator/base/lines.h"
#include "generator/base/unicode.h"
#include "generator/base/utf8.h"

namespace congbo::attachments {

namespace {

constexpr std::size_t judged_bytes = 200'000;  // of a file, to recognise an old encoding
constexpr std::size_t full_line = 50;          // bytes: a shorter line is a heading or the end of a paragraph

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v' || static_cast<unsigned char>(c) < 0x20 ||
         c == 0x7F;
}

// Letters and digits of any script; what fonts without names give (private use, U+FFFD) are neither.
bool has_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint read = decode(text, at);
    at += std::max<std::size_t>(read.length, 1);
    const char32_t c = read.value;
    const bool ascii = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    const bool other = c >= 0xC0 && (c < 0x2000 || c > 0x2BFF) && (c < 0xE000 || c > 0xF8FF) && c < 0xFFF0;
    if (ascii || other) return true;
  }
  return false;
}

void add_line(std::string_view line, std::string& out) {
  const std::size_t begin = out.size();
  for (const char c : line) {
    if (!is_space(c))
      out += c;
    else if (out.size() > begin && out.back() != ' ')
      out += ' ';
  }
  if (out.size() > begin && out.back() == ' ') out.pop_back();
  if (out.size() > begin) out += '\n';
}

std::string without_invalid_bytes(std::string_view text) {
  std::string valid;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = decode(text, at).length;
    valid.append(text.substr(at, length));
    at += std::max<std::size_t>(length, 1);
  }
  return valid;
}

std::string tidied(std::string_view text) {
  const std::string whole = to_nfc(first_invalid_utf8(text) ? without_invalid_bytes(text) : std::string(text));
  std::string out;
  out.reserve(whole.size());
  each_line(whole, [&](std::string_view line) { add_line(line, out); });
  if (!out.empty()) out.pop_back();
  return out;
}

void convert(Text& text) {
  std::string sample;
  for (const Part& part : text.parts) {
    if (sample.size() > judged_bytes) break;
    sample.append(part.text).push_back('\n');
  }
  const auto encoding = recognise_legacy(sample, LegacyShape::misread);
  if (!encoding) return;
  for (Part& part : text.parts) {
    std::string converted;
    each_line(part.text, [&](std::string_view line) {
      converted += is_legacy_line(line, *encoding) ? from_legacy(line, *encoding, LegacyShape::misread) : line;
      converted += '\n';
    });
    if (!converted.empty()) converted.pop_back();
    part.text = std::move(converted);
  }
  text.converted = name_of(*encoding);
}

bool ends_sentence(std::string_view line) {
  return line.empty() || std::string_view(".;:!?").find(line.back()) != std::string_view::npos;
}

}  // namespace

void tidy(Text& text) {
  std::size_t left = most_text_bytes;
  for (Part& part : text.parts) {
    part.name = tidied(part.name);
    std::replace(part.name.begin(), part.name.end(), '\n', ' ');
    part.text = tidied(part.text);
    if (part.text.size() > left) {
      part.text = utf8_beginning(part.text, left);
      text.cut = true;
    }
    left -= part.text.size();
  }
  std::erase_if(text.parts, [](const Part& part) { return !has_letter(part.text); });
  if (text.parts.size() > most_pages) {
    text.parts.resize(most_pages);
    text.cut = true;
  }
  convert(text);
}

std::string join_lines(std::string_view page) {
  std::string joined;
  joined.reserve(page.size());
  std::string_view before;
  each_line(page, [&](std::string_view line) {
    while (!line.empty() && is_space(line.back())) line.remove_suffix(1);
    while (!line.empty() && is_space(line.front())) line.remove_prefix(1);
    const bool goes_on = before.size() >= full_line && !line.empty() && !ends_sentence(before);
    if (!joined.empty()) joined += goes_on ? ' ' : '\n';
    joined += line;
    before = line;
  });
  return joined;
}

Text extract(Kind kind, std::string_view bytes) {
  if (bytes.size() > most_file_bytes) return failed(Outcome::too_large);
  Text text;
  switch (kind) {
    case Kind::pdf:
      text = extract_pdf(bytes);
      break;
    case Kind::docx:
    case Kind::xlsx:
    case Kind::pptx:
      text = extract_office_open(kind, bytes);
      break;
    case Kind::odt:
    case Kind::ods:
    case Kind::odp:
      text = extract_open_document(kind, bytes);
      break;
    case Kind::doc:
    case Kind::xls:
    case Kind::ppt:
      text = extract_old_office(kind, bytes);
      break;
  }
  tidy(text);
  if (text.outcome == Outcome::text && text.pages > 0 && text.parts.empty()) text.outcome = Outcome::no_text;
  if (text.outcome != Outcome::text) text.parts.clear();
  return text;
}

}  // namespace congbo::attachments
