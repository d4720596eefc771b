// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/difference/html_tokens.h"

#include <algorithm>
#include <array>

namespace congbo::difference {

namespace {

template <std::size_t count>
bool is_one_of(const std::array<std::string_view, count>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 9> without_end = {"area", "br",   "hr",     "img", "input",
                                                         "link", "meta", "source", "wbr"};
constexpr std::array<std::string_view, 15> compared_whole = {"picture", "video",    "audio",  "svg",      "canvas",
                                                             "iframe",  "object",   "script", "style",    "template",
                                                             "select",  "textarea", "math",   "noscript", "dialog"};
constexpr std::array<std::string_view, 34> within_lines = {
    "a",    "abbr",  "b",    "bdi",    "bdo", "br",  "button", "cite", "code",   "data",    "del", "dfn",
    "em",   "i",     "img",  "input",  "ins", "kbd", "label",  "mark", "output", "picture", "q",   "s",
    "samp", "small", "span", "strong", "sub", "sup", "time",   "u",    "var",    "wbr"};

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

bool is_name_character(char c) {
  return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == ':' || c == '_';
}

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

constexpr std::size_t longest_tag = 64 * 1024;
constexpr std::size_t most_wasted = std::size_t{16} << 20;  // bytes looked at for ends that are not there

// One past the ">" of the tag at `at`, quotes minded; npos when it has none.
std::size_t end_of_tag(std::string_view html, std::size_t at) {
  char quote = 0;
  const std::size_t last = std::min(html.size(), at + longest_tag);
  for (std::size_t i = at; i < last; ++i) {
    const char c = html[i];
    if (quote) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return i + 1;
    }
  }
  return std::string_view::npos;
}

std::string name_at(std::string_view html, std::size_t at) {
  std::string name;
  while (at < html.size() && is_name_character(html[at])) name += lower(html[at++]);
  return name;
}

// One past "</name>", elements of that name within minded; npos without one.
std::size_t end_of_element(std::string_view html, std::size_t at, const std::string& name) {
  const bool nests = name != "script" && name != "style" && name != "textarea";
  int depth = 1;
  for (std::size_t i = html.find('<', at); i != std::string_view::npos; i = html.find('<', i + 1)) {
    const bool closes = i + 1 < html.size() && html[i + 1] == '/';
    if (name_at(html, i + (closes ? 2 : 1)) != name || (!closes && !nests)) continue;
    depth += closes ? -1 : 1;
    if (depth > 0) continue;
    const std::size_t end = html.find('>', i);
    return end == std::string_view::npos ? end : end + 1;
  }
  return std::string_view::npos;
}

class Cutter {
 public:
  explicit Cutter(std::string_view html) : html_(html) {}

  std::vector<Token> cut() {
    std::size_t text = 0;  // where the text that is not cut off yet begins
    for (std::size_t at = html_.find('<'); at != std::string_view::npos && wasted_ < most_wasted;
         at = html_.find('<', at)) {
      const Token token = markup_at(at);
      if (token.bytes.empty()) {
        ++at;
        continue;
      }
      add_text(text, at);
      tokens_.push_back(token);
      text = at += token.bytes.size();
    }
    add_text(text, html_.size());
    return std::move(tokens_);
  }

 private:
  void add_text(std::size_t begin, std::size_t end) {
    if (begin < end) tokens_.push_back({TokenKind::text, html_.substr(begin, end - begin), {}});
  }

  // Empty where the "<" is only a character.
  Token markup_at(std::size_t at) {
    const std::string_view rest = html_.substr(at);
    if (rest.starts_with("<!--")) return token(TokenKind::ignored, at, after("-->", at), {});
    if (rest.starts_with("<!") || rest.starts_with("<?")) return token(TokenKind::ignored, at, after(">", at), {});
    const bool closes = rest.starts_with("</");
    std::string name = name_at(html_, at + (closes ? 2 : 1));
    if (name.empty() || (name.front() >= '0' && name.front() <= '9')) return {};
    const std::size_t end = end_of_tag(html_, at);
    if (end == std::string_view::npos || closes) return token(TokenKind::close, at, end, std::move(name));
    if (is_one_of(without_end, name)) return token(TokenKind::alone, at, end, std::move(name));
    if (is_one_of(compared_whole, name)) {
      Token whole = token(TokenKind::whole, at, end_of_element(html_, end, name), name);
      if (!whole.bytes.empty()) return whole;
    }
    return token(TokenKind::open, at, end, std::move(name));
  }

  std::size_t after(std::string_view mark, std::size_t at) const {
    const std::size_t found = html_.find(mark, at);
    return found == std::string_view::npos ? found : found + mark.size();
  }

  Token token(TokenKind kind, std::size_t begin, std::size_t end, std::string name) {
    if (end != std::string_view::npos) return {kind, html_.substr(begin, end - begin), std::move(name)};
    wasted_ += kind == TokenKind::whole ? html_.size() - begin : std::min(html_.size() - begin, longest_tag);
    return {};
  }

  std::string_view html_;
  std::size_t wasted_ = 0;
  std::vector<Token> tokens_;
};

struct Attribute {
  std::string name;
  std::string_view value;
};

// Of a tag that end_of_tag accepted, from after its name.
std::vector<Attribute> attributes_of(std::string_view tag) {
  std::vector<Attribute> found;
  std::size_t at = 1 + name_at(tag, 1).size();
  while (at < tag.size()) {
    if (!is_name_character(tag[at])) {
      ++at;
      continue;
    }
    Attribute one{name_at(tag, at), {}};
    at += one.name.size();
    while (at < tag.size() && is_space(tag[at])) ++at;
    if (at < tag.size() && tag[at] == '=') {
      ++at;
      while (at < tag.size() && is_space(tag[at])) ++at;
      const bool quoted = at < tag.size() && (tag[at] == '"' || tag[at] == '\'');
      const std::size_t begin = quoted ? at + 1 : at;
      std::size_t end = begin;
      while (end < tag.size() && (quoted ? tag[end] != tag[at] : !is_space(tag[end]) && tag[end] != '>')) ++end;
      one.value = tag.substr(begin, end - begin);
      at = end + (quoted ? 1 : 0);
    }
    found.push_back(std::move(one));
  }
  return found;
}

// "/a.webp 640w, /b.webp 960w": each address of one's own with the prefix.
std::string with_prefix(std::string_view value, std::string_view prefix) {
  std::string result;
  bool begins = true;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const bool own = begins && value[i] == '/' && !value.substr(i).starts_with("//");
    if (own) result += prefix;
    result += value[i];
    begins = value[i] == ',' || (begins && is_space(value[i]));
  }
  return result;
}

}  // namespace

std::vector<Token> cut_html(std::string_view html) {
  return Cutter(html).cut();
}

bool is_inline(std::string_view name) {
  return is_one_of(within_lines, name);
}

std::string removed_tag(std::string_view tag, std::string_view prefix) {
  static constexpr std::array<std::string_view, 16> kept = {
      "alt",     "class", "colspan", "controls", "dir",   "height", "href",   "lang",
      "loading", "media", "poster",  "rowspan",  "sizes", "src",    "srcset", "width"};
  if (tag.starts_with("</")) return std::string(tag);
  std::string result = "<" + name_at(tag, 1);
  for (const Attribute& one : attributes_of(tag)) {
    const bool type = one.name == "type";  // of <source>
    if (!type && !is_one_of(kept, one.name)) continue;
    const bool address = one.name == "src" || one.name == "srcset" || one.name == "poster";
    const char quote = one.value.find('"') == std::string_view::npos ? '"' : '\'';
    result +=
        " " + one.name + "=" + quote + (address ? with_prefix(one.value, prefix) : std::string(one.value)) + quote;
  }
  return result + ">";
}

std::string with_prefixed_files(std::string_view html, std::string_view prefix) {
  static constexpr std::array<std::string_view, 7> with_files = {"img",   "source", "video", "audio",
                                                                 "track", "script", "link"};
  std::string result;
  std::size_t done = 0;
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    if (!is_one_of(with_files, name_at(html, at + 1))) continue;
    const std::size_t end = end_of_tag(html, at);
    if (end == std::string_view::npos) break;
    for (const Attribute& one : attributes_of(html.substr(at, end - at))) {
      if (one.name != "src" && one.name != "srcset" && one.name != "poster" && one.name != "href") continue;
      const auto begin = static_cast<std::size_t>(one.value.data() - html.data());
      if (one.value.empty()) continue;
      result.append(html.substr(done, begin - done)).append(with_prefix(one.value, prefix));
      done = begin + one.value.size();
    }
  }
  return result.append(html.substr(done));
}

std::string removed_markup(std::string_view markup, std::string_view prefix) {
  std::string result;
  for (std::size_t at = 0; at < markup.size();) {
    const std::size_t tag = markup.find('<', at);
    const std::size_t end = tag == std::string_view::npos ? tag : end_of_tag(markup, tag);
    if (end == std::string_view::npos) return result.append(markup.substr(at));
    result.append(markup.substr(at, tag - at)).append(removed_tag(markup.substr(tag, end - tag), prefix));
    at = end;
  }
  return result;
}

}  // namespace congbo::difference
