// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/render/layout_scan.h"

#include <algorithm>

#include "generator/base/unicode.h"

namespace congbo::render {

namespace {

constexpr std::string_view autoescape = "{{%AUTOESCAPE context=\"HTML\"}}";

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

bool leads_to_other_host(std::string_view address) {
  return address.starts_with("http:") || address.starts_with("https:") || address.starts_with("//");
}

class Scanner {
 public:
  Scanner(const SourceText& source, Diagnostics& found) : source_(source), text_(source.bytes()), found_(found) {}

  std::vector<Marker> scan() {
    if (!is_acceptable()) return {};
    if (!text_.starts_with(autoescape)) report("layout-autoescape-missing", 0, 0, {}, std::string(autoescape));
    while (at_ < text_.size()) {
      if (text_.compare(at_, 2, "{{") == 0) {
        if (!marker()) break;
      } else {
        feed(text_[at_]);
        ++at_;
      }
    }
    finish();
    return std::move(markers_);
  }

 private:
  struct Open {
    std::size_t marker;
    HtmlState html;
  };

  bool is_acceptable() {
    if (text_.size() > maximum_layout_bytes) {
      report("layout-too-large", 0, 0, {std::to_string(maximum_layout_bytes / 1024)});
      return false;
    }
    if (const auto bad = first_invalid_utf8(text_)) {
      report("layout-not-utf8", *bad, 1);
      return false;
    }
    return true;
  }

  void report(std::string_view code, std::size_t offset, std::size_t length, std::vector<std::string> arguments = {},
              std::string suggestion = {}) {
    found_.add(error(code, source_.place(offset, length), std::move(arguments), std::move(suggestion)));
  }

  void feed(char c) {
    const HtmlPosition before = html_.position();
    const HtmlState::Event event = html_.feed(c);
    if (html_.position() == HtmlPosition::unquoted_value && before != HtmlPosition::unquoted_value)
      report("layout-attribute-unquoted", at_, 1, {html_.attribute()});
    if (event == HtmlState::Event::attribute) check_attribute();
    if (event == HtmlState::Event::start_tag) check_start_tag();
  }

  // The content security policy of a published site allows neither inline code nor other hosts (invariant 8).
  void check_attribute() {
    const std::string& name = html_.attribute();
    if (name == "style" || name.starts_with("on")) report("layout-inline-code", at_, 1, {name});
    const bool loads = name == "src" || name == "srcset" || name == "poster" || name == "data" ||
                       (name == "href" && html_.element() == "link");
    if (loads && leads_to_other_host(html_.value())) report("layout-other-host", at_, 1, {html_.value()});
  }

  void check_start_tag() {
    const std::string& element = html_.element();
    const bool inline_script = element == "script" && !html_.has_source() && !html_.data_script();
    if (inline_script || element == "style") report("layout-inline-code", at_, 1, {"<" + element + ">"});
  }

  // At "{{". False when the rest of the file cannot be read.
  bool marker() {
    const std::size_t end = text_.find("}}", at_ + 2);
    if (end == std::string_view::npos) {
      report("layout-marker-unclosed", at_, 2);
      return false;
    }
    const std::string_view inside = text_.substr(at_ + 2, end - at_ - 2);
    const std::size_t length = end + 2 - at_;
    if (inside.starts_with('!')) {
      // a comment for authors of layouts
    } else if (inside.starts_with('%')) {
      if (at_ != 0) report("layout-marker-malformed", at_, length, {std::string(inside)});
    } else if (!read_marker(inside, length)) {
      report("layout-marker-malformed", at_, length, {std::string(inside)});
    }
    at_ += length;
    return true;
  }

  bool read_marker(std::string_view inside, std::size_t length) {
    Marker marker;
    marker.offset = at_;
    marker.length = length;
    marker.position = html_.position();
    marker.data_script = html_.data_script();
    constexpr std::string_view signs = "#/>";
    const std::size_t sign = inside.empty() ? std::string_view::npos : signs.find(inside.front());
    if (sign != std::string_view::npos) {
      marker.kind = static_cast<Marker::Kind>(sign + 1);
      inside.remove_prefix(1);
    } else if (const std::size_t colon = inside.find(':'); colon != std::string_view::npos) {
      marker.modifier = inside.substr(colon + 1);
      if (marker.modifier.empty()) return false;
      inside = inside.substr(0, colon);
    }
    if (!is_name(inside)) return false;
    marker.name = inside;
    accept(std::move(marker));
    return true;
  }

  void accept(Marker marker) {
    switch (marker.kind) {
      case Marker::Kind::variable:
        variable(marker);
        break;
      case Marker::Kind::partial:
        if (marker.position != HtmlPosition::text)
          report("layout-partial-place", marker.offset, marker.length, {marker.name});
        break;
      case Marker::Kind::section_start: {
        Open open{markers_.size(), html_};
        open_.push_back(std::move(open));
        break;
      }
      case Marker::Kind::section_end:
        if (!close(marker)) return;
        break;
    }
    markers_.push_back(std::move(marker));
  }

  void variable(const Marker& marker) {
    const auto refuse = [&](std::string_view code) { report(code, marker.offset, marker.length, {marker.name}); };
    switch (marker.position) {
      case HtmlPosition::text:
      case HtmlPosition::plain_element:
        break;
      case HtmlPosition::quoted_value:
        if (html_.attribute() == "style" || html_.attribute().starts_with("on")) refuse("layout-variable-in-code");
        break;
      case HtmlPosition::comment:
        refuse("layout-variable-in-comment");
        break;
      case HtmlPosition::script:
        if (!marker.data_script) refuse("layout-variable-in-code");
        break;
      case HtmlPosition::style:
        refuse("layout-variable-in-code");
        break;
      default:
        refuse("layout-variable-in-tag");
        break;
    }
    html_.feed_variable();
  }

  bool close(const Marker& marker) {
    if (open_.empty() || markers_[open_.back().marker].name != marker.name) {
      const std::string expected = open_.empty() ? "" : "{{/" + markers_[open_.back().marker].name + "}}";
      report("layout-section-end", marker.offset, marker.length, {marker.name}, expected);
      return false;
    }
    if (!html_.same_place(open_.back().html))
      report("layout-section-crosses-tag", marker.offset, marker.length, {marker.name});
    open_.pop_back();
    return true;
  }

  void finish() {
    if (html_.position() != HtmlPosition::text) report("layout-tag-unclosed", text_.size(), 0, {html_.element()});
    while (!open_.empty()) {
      Marker end = markers_[open_.back().marker];
      report("layout-section-unclosed", end.offset, end.length, {end.name}, "{{/" + end.name + "}}");
      end.kind = Marker::Kind::section_end;
      markers_.push_back(std::move(end));
      open_.pop_back();
    }
  }

  const SourceText& source_;
  std::string_view text_;
  Diagnostics& found_;
  std::size_t at_ = 0;
  HtmlState html_;
  std::vector<Marker> markers_;
  std::vector<Open> open_;
};

}  // namespace

std::vector<Marker> scan_layout(const SourceText& source, Diagnostics& found) {
  return Scanner(source, found).scan();
}

}  // namespace congbo::render
