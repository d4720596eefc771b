// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/render/number_text.h"

#include <ctemplate/template_emitter.h>
#include <ctemplate/template_modifiers.h>

#include <algorithm>

#include "generator/base/any_of_bytes.h"
#include "generator/base/html_escape.h"

namespace congbo::render {

namespace {

bool is_number(std::string_view word) {
  const bool has_digit = std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
  return has_digit && word.find('/') != word.npos && word.find('-') != word.npos && word.find("//") == word.npos;
}

class NumberModifier final : public ctemplate::TemplateModifier {
  void Modify(const char* in, size_t length, const ctemplate::PerExpandData*, ctemplate::ExpandEmitter* out,
              const std::string&) const override {
    std::string html;
    append_with_numbers(html, {in, length});
    out->Emit(html);
  }
};

}  // namespace

void append_with_numbers(std::string& out, std::string_view text) {
  if (const std::size_t at = text.find('@'); at != text.npos && text.find(' ') == text.npos) {
    append_html_escaped(out, text.substr(0, at + 1));
    out += "<wbr>";
    return append_html_escaped(out, text.substr(at + 1));
  }
  if (text.find('-') == text.npos) return append_html_escaped(out, text);
  for (std::size_t slash = text.find('/'); slash != text.npos; slash = text.find('/')) {
    const std::size_t begin = text.find_last_of(" \t\r\n", slash) + 1;
    const std::size_t end = find_any_of<' ', '\t', '\r', '\n'>(text, slash);
    append_html_escaped(out, text.substr(0, begin));
    std::string_view word = text.substr(begin, end - begin);
    if (is_number(word))
      for (std::size_t hyphen = word.find('-'); hyphen != word.npos; hyphen = word.find('-')) {
        append_html_escaped(out, word.substr(0, hyphen));
        out += "<span class=\"joint\">-</span>";
        word.remove_prefix(hyphen + 1);
      }
    append_html_escaped(out, word);
    text.remove_prefix(end);
  }
  append_html_escaped(out, text);
}

void make_number_modifier_known() {
  static const NumberModifier modifier;
  static const bool known = ctemplate::AddXssSafeModifier(number_modifier.data(), &modifier);
  static_cast<void>(known);
}

}  // namespace congbo::render
