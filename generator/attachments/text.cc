// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/attachments/text.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "generator/attachments/bounds.h"
#include "generator/base/unicode.h"

namespace congbo::attachments {

namespace {

constexpr std::array<std::string_view, 10> endings = {"pdf", "docx", "xlsx", "pptx", "odt",
                                                      "ods", "odp",  "doc",  "xls",  "ppt"};
constexpr std::string_view magic = "congbo-text 1\n";

void add_number(std::string& out, std::uint64_t number) {
  out.append(std::to_string(number)).push_back(' ');
}

void add_text(std::string& out, std::string_view text) {
  add_number(out, text.size());
  out.append(text);
}

class Decoder {
 public:
  explicit Decoder(std::string_view bytes) : rest_(bytes) {}

  std::uint64_t number(std::uint64_t most) {
    std::uint64_t value = 0;
    const auto [end, failure] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
    const auto digits = static_cast<std::size_t>(end - rest_.data());
    if (failure != std::errc() || value > most || digits == rest_.size() || *end != ' ') return fail();
    rest_.remove_prefix(digits + 1);
    return value;
  }

  std::string text() {
    const std::uint64_t size = number(rest_.size());
    if (size > rest_.size()) fail();
    std::string taken(rest_.substr(0, good_ ? size : 0));
    rest_.remove_prefix(taken.size());
    if (first_invalid_utf8(taken)) fail();
    return taken;
  }

  bool good() const { return good_; }
  bool ended() const { return good_ && rest_.empty(); }

 private:
  std::uint64_t fail() {
    good_ = false;
    rest_ = {};
    return 0;
  }

  std::string_view rest_;
  bool good_ = true;
};

}  // namespace

std::optional<Kind> kind_of_ending(std::string_view ending) {
  const auto found = std::find(endings.begin(), endings.end(), ending);
  if (found == endings.end()) return std::nullopt;
  return static_cast<Kind>(found - endings.begin());
}

std::string_view ending_of(Kind kind) {
  return endings[static_cast<std::size_t>(kind)];
}

Text failed(Outcome outcome) {
  Text text;
  text.outcome = outcome;
  return text;
}

std::string to_bytes(const Text& text) {
  std::string out(magic);
  add_number(out, static_cast<std::uint64_t>(text.outcome));
  add_number(out, text.pages);
  add_number(out, text.cut ? 1 : 0);
  add_text(out, text.converted);
  add_number(out, text.scanned.size());
  for (const std::uint32_t page : text.scanned) add_number(out, page);
  add_number(out, text.parts.size());
  for (const Part& part : text.parts) {
    add_number(out, part.page);
    add_number(out, static_cast<std::uint64_t>(part.visibility));
    add_text(out, part.name);
    add_text(out, part.text);
  }
  return out;
}

std::optional<Text> from_bytes(std::string_view bytes) {
  if (!bytes.starts_with(magic)) return std::nullopt;
  constexpr std::uint64_t any_page = 0xFFFFFFFF;
  Decoder in(bytes.substr(magic.size()));
  Text text;
  text.outcome = static_cast<Outcome>(in.number(static_cast<std::uint64_t>(Outcome::no_program)));
  text.pages = static_cast<std::uint32_t>(in.number(any_page));
  text.cut = in.number(1) == 1;
  text.converted = in.text();
  for (std::uint64_t left = in.number(most_pages); left > 0 && in.good(); --left)
    text.scanned.push_back(static_cast<std::uint32_t>(in.number(any_page)));
  for (std::uint64_t left = in.number(most_pages); left > 0 && in.good(); --left) {
    Part& part = text.parts.emplace_back();
    part.page = static_cast<std::uint32_t>(in.number(any_page));
    part.visibility = static_cast<Visibility>(in.number(1));
    part.name = in.text();
    part.text = in.text();
  }
  if (!in.ended()) return std::nullopt;
  return text;
}

}  // namespace congbo::attachments
