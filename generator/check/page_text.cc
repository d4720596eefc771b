// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/check/page_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "generator/base/legacy_vietnamese.h"
#include "generator/base/lines.h"
#include "generator/base/source_text.h"
#include "generator/base/unicode.h"
#include "generator/check/page_body.h"
#include "generator/check/wording.h"
#include "generator/detect/personal_data.h"
#include "generator/detect/scan.h"
#include "generator/detect/secret_marks.h"
#include "generator/detect/secrets.h"

namespace congbo::check {

namespace {

using detect::Finding;

constexpr std::uint32_t every_look = detect::signs_of_persons | detect::sign_key | detect::sign_password |
                                     detect::sign_mark | detect::sign_foreign_letter;

// Types whose pages are there to give phones and birthdays of officials, and those that citizens write.
constexpr std::array<std::string_view, 4> contact_types = {"contact", "leader", "directory", "unit"};
constexpr std::array<std::string_view, 4> citizen_types = {"qa", "consultation", "feedback", "petition"};

detect::Audience audience_of(const pages::Page& page) {
  const auto is_one_of = [&](const auto& types) {
    return page.type && std::find(types.begin(), types.end(), page.type->id) != types.end();
  };
  if (is_one_of(contact_types)) return detect::Audience::contacts;
  return is_one_of(citizen_types) ? detect::Audience::citizens : detect::Audience::general;
}

// Keys of the front matter whose phones are meant to be called.
bool is_contact_line(std::string_view line) {
  const std::string_view key = line.substr(0, std::min(line.find(':'), line.size()));
  for (const std::string_view word : {"phone", "tel", "fax", "mobile", "hotline", "contact"})
    if (key.find(word) != std::string_view::npos) return true;
  return false;
}

class PageLook {
 public:
  PageLook(const FirstLook& look, const pages::Page& page, Diagnostics& found)
      : look_(look), page_(page), found_(found) {}

  void run() {
    if ((look_.signs & detect::signs_of_persons) != 0 || audience_of(page_) == detect::Audience::citizens)
      look_for_persons();
    if ((look_.signs & (detect::sign_key | detect::sign_password)) != 0)
      for (const Finding& one : detect::find_secrets(look_.bytes)) add(error(one.code, place(one), {one.shown}));
    if ((look_.signs & detect::sign_mark) != 0)
      for (const Finding& one : detect::find_secret_marks(look_.bytes)) add(error(one.code, place(one), {one.shown}));
    if ((look_.signs & detect::sign_foreign_letter) != 0) look_for_old_encoding();
  }

 private:
  void add(Diagnostic one) { found_.add(std::move(one)); }
  Place place(const Finding& one) { return source().place(one.offset, one.length); }

  // Hardly any page needs its lines counted.
  const SourceText& source() {
    if (!source_) source_.emplace(page_.source, look_.bytes);
    return *source_;
  }

  void look_for_persons() {
    const detect::Audience audience = audience_of(page_);
    for (const Finding& one : detect::find_personal_data(look_.bytes, audience, look_.signs)) {
      const Place where = place(one);
      if (one.code == "personal-phone" && where.line < page_.body_line && is_contact_line(source().line(where.line)))
        continue;
      const bool sure = one.code == "personal-list" || audience == detect::Audience::citizens;
      add(sure ? error(one.code, where, {one.shown}) : warning(one.code, where, {one.shown}));
    }
  }

  // Lines with letters that Vietnamese does not have: every old encoding puts some into nearly every line.
  std::string suspicious_lines() const {
    std::string lines;
    each_line(look_.bytes, [&](std::string_view line) {
      if ((detect::scan(line) & detect::sign_foreign_letter) != 0) lines.append(line).append("\n");
    });
    return lines;
  }

  // Said once, at the first line that shows it.
  void look_for_old_encoding() {
    const auto encoding = recognise_legacy(suspicious_lines(), LegacyShape::misread);
    if (!encoding) return;
    for (int line = 1; line <= source().line_count(); ++line) {
      const std::string_view text = source().line(line);
      if (!is_legacy_line(text, *encoding)) continue;
      add(warning("text-legacy-misread", source().place_of_column(line, 1, text.size()),
                  {std::string(name_of(*encoding))},
                  from_legacy(text.substr(0, shown(text)), *encoding, LegacyShape::misread)));
      return;
    }
  }

  // The beginning of a line, not cut within a character.
  static std::size_t shown(std::string_view text) {
    std::size_t length = std::min<std::size_t>(text.size(), 120);
    while (length > 0 && length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) --length;
    return length;
  }

  const FirstLook& look_;
  const pages::Page& page_;
  Diagnostics& found_;
  std::optional<SourceText> source_;
};

}  // namespace

FirstLook look_at_bytes(std::string_view bytes) {
  FirstLook look;
  look.signs = detect::scan(bytes);
  if ((look.signs & every_look) != 0) look.bytes = bytes;
  return look;
}

PageText look_at_page(const FirstLook& look, const pages::Page& page, const markdown::Fragment& fragment) {
  PageText text;
  const bool readable = !page.body.empty() || !page.title.empty();  // else its bytes are no text, which has been said
  if (!look.bytes.empty() && readable) PageLook(look, page, text.found).run();
  look_at_wording(page, fragment, text.found);
  if (readable) look_at_body(page, text.found);
  if (!page.section_index && page.type && page.type->listed == site::Listed::everywhere)
    text.sketch = detect::sketch_of(page.body);
  return text;
}

}  // namespace congbo::check
