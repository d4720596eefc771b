// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/render/body.h"

#include <array>

#include "generator/base/html_escape.h"
#include "generator/render/data_parts.h"
#include "generator/render/names.h"
#include "generator/render/picture.h"

namespace congbo::render {

namespace {

using markdown::Hole;
using markdown::HoleKind;

constexpr std::string_view href = " href=\"";

struct ParameterName {
  std::string_view parameter;
  Key name;
};
// Parameters that are shown as they are, and those that are addresses.
constexpr std::array text_parameters = {
    ParameterName{"alt", name::alternative},         ParameterName{"caption", name::caption},
    ParameterName{"credit", name::credit},           ParameterName{"title", name::title},
    ParameterName{"description", name::description}, ParameterName{"latitude", name::latitude},
    ParameterName{"longitude", name::longitude},     ParameterName{"address", name::address},
};
constexpr std::array address_parameters = {
    ParameterName{"src", name::path},
    ParameterName{"poster", name::poster},
    ParameterName{"captions", name::captions_path},
    ParameterName{"transcript", name::transcript_path},
};

struct GalleryItem {
  std::string_view target, text;
};

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

// Takes back what html_escape did.
std::string html_unescape(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, char>, 5> references = {
      {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}}};
  std::string out;
  while (!text.empty()) {
    std::size_t used = 1;
    char meant = text.front();
    for (const auto& [reference, letter] : references)
      if (text.starts_with(reference)) {
        used = reference.size();
        meant = letter;
      }
    out += meant;
    text.remove_prefix(used);
  }
  return out;
}

// «hinh.jpg | chú thích» or ![chú thích](hinh.jpg).
GalleryItem read_item(std::string_view item) {
  const std::size_t bracket = item.find("](");
  if (item.starts_with("![") && bracket != std::string_view::npos) {
    const std::string_view rest = item.substr(bracket + 2);
    return {rest.substr(0, rest.find_first_of(") ")), item.substr(2, bracket - 2)};
  }
  const std::size_t bar = item.find('|');
  if (bar == std::string_view::npos) return {trimmed(item), {}};
  return {trimmed(item.substr(0, bar)), trimmed(item.substr(bar + 1))};
}

class BodyFiller {
 public:
  BodyFiller(const BodySources& sources, const record::PublicRecord& record, const markdown::Fragment& body)
      : sources_(sources), record_(record), body_(body), html_(body.html_in(buffer_)) {}

  std::string fill() {
    out_.reserve(html_.size() + body_.holes.size() * 128);
    for (const Hole& hole : body_.holes) {
      if (hole.offset < copied_ || hole.offset > html_.size()) continue;
      out_ += html_.substr(copied_, hole.offset - copied_);
      copied_ = hole.offset;
      switch (hole.kind) {
        case HoleKind::link:
          link(hole);
          break;
        case HoleKind::image:
          image(hole);
          break;
        case HoleKind::component:
          component(hole);
          break;
      }
    }
    out_ += html_.substr(copied_);
    return std::move(out_);
  }

 private:
  record::ResolvedAddress resolve(std::string_view target) const {
    const record::Publication& publication = sources_.publication;
    return record::resolve_address(*publication.site, *publication.library, *publication.edition, *record_.page,
                                   target);
  }

  // The fragment says <a href="|">: without an address the whole attribute goes.
  void link(const Hole& hole) {
    const std::string address = resolve(hole.target).address;
    if (address.empty() && out_.ends_with(href) && html_.substr(copied_).starts_with('"')) {
      out_.resize(out_.size() - href.size());
      ++copied_;
      return;
    }
    append_html_escaped(out_, address);
  }

  // The fragment says <img src="|" …>: without an address the whole element goes.
  void image(const Hole& hole) {
    const record::ResolvedAddress resolved = resolve(hole.target);
    const std::size_t start = out_.rfind("<img"), end = html_.find('>', copied_);
    if ((resolved.address.empty() || resolved.external) && start != std::string::npos &&
        end != std::string_view::npos) {
      out_.resize(start);
      copied_ = end + 1;
      image_in_words(hole, resolved.address);
      return;
    }
    if (resolved.file.empty() || start == std::string::npos || end == std::string_view::npos)
      return append_html_escaped(out_, resolved.address);
    const std::string title = title_in(html_.substr(copied_, end - copied_));
    out_.resize(start);
    copied_ = end + 1;
    View view(&sources_.frame.shared);
    Texts texts;
    fill_picture(sources_.publication, {resolved.file, resolved.address, hole.text, title, next_loading()}, view,
                 texts);
    sources_.templates.expand("partials/picture.html", view, out_);
  }

  // The title of the element whose end this is: «" alt="…" title="…" …>».
  static std::string title_in(std::string_view element) {
    constexpr std::string_view attribute = "\" title=\"";
    const std::size_t start = element.rfind(attribute);
    if (start == std::string_view::npos) return {};
    const std::string_view rest = element.substr(start + attribute.size());
    return html_unescape(rest.substr(0, rest.find('"')));
  }

  Loading next_loading() {
    const bool first = first_picture_ && record_.page->cover.empty();
    first_picture_ = false;
    return first ? Loading::eager : Loading::lazy;
  }

  // Nothing is loaded from another host (invariant 8): its image is linked to.
  void image_in_words(const Hole& hole, std::string_view address) {
    out_ += address.empty() ? "<span class=\"missing\">" : "<a rel=\"external\" href=\"";
    if (!address.empty()) {
      append_html_escaped(out_, address);
      out_ += "\">";
    }
    append_html_escaped(out_, hole.text.empty() ? hole.target : hole.text);
    out_ += address.empty() ? "</span>" : "</a>";
  }

  void component(const Hole& hole) {
    View view(&sources_.frame.shared);
    Texts texts;
    for (const ParameterName& known : text_parameters) view.set(known.name, parameter(hole, known.parameter));
    for (const ParameterName& known : address_parameters)
      set_address(view, texts, known.name, parameter(hole, known.parameter));
    if (hole.target == "chart") return chart(hole);
    if (hole.target == "attachment") set_attachment(view, texts, hole);
    if (hole.target == "contact") set_contact(view, texts, parameter(hole, "unit"));
    if (hole.target == "figure" || hole.target == "map") set_image(view, texts, hole);
    for (const std::string& item : hole.items) add_image(view, texts, read_item(item));
    sources_.templates.expand("components/" + hole.target + ".html", view, out_);
  }

  void chart(const Hole& hole) {
    const record::ResolvedAddress resolved = resolve(parameter(hole, "src"));
    ChartSource source{resolved.file,           resolved.address,           parameter(hole, "title"),
                       parameter(hole, "unit"), parameter(hole, "caption"), ChartKind::automatic};
    if (parameter(hole, "kind") == "bar") source.kind = ChartKind::bar;
    if (parameter(hole, "kind") == "line") source.kind = ChartKind::line;
    out_ += chart_block(sources_, record_, source);
  }

  static std::string_view parameter(const Hole& hole, std::string_view key) {
    for (const auto& [name, value] : hole.parameters)
      if (name == key) return value;
    return {};
  }

  void set_address(View& view, Texts& texts, Key key, std::string_view target) const {
    if (target.empty()) return view.set(key, {});
    record::ResolvedAddress resolved = resolve(target);
    if (key.hash == name::path.hash)
      view.show(name::external, resolved.external);
    else if (resolved.external && key.hash != name::transcript_path.hash)
      resolved.address.clear();
    view.set(key, texts.keep(std::move(resolved.address)));
  }

  void set_image(View& view, Texts& texts, const Hole& hole) {
    const record::ResolvedAddress resolved = resolve(parameter(hole, "src"));
    if (resolved.address.empty() || resolved.external) return;
    const std::string_view address = texts.keep(resolved.address);
    fill_picture(sources_.publication, {resolved.file, address, parameter(hole, "alt"), {}, next_loading()},
                 view.add(name::image), texts);
  }

  void add_image(View& view, Texts& texts, const GalleryItem& item) {
    const record::ResolvedAddress resolved = resolve(item.target);
    if (resolved.address.empty() || resolved.external) return;
    const std::string_view words = item.text.empty() ? item.target.substr(item.target.rfind('/') + 1) : item.text;
    View& row = view.add(name::images);
    row.set(name::path, texts.keep(resolved.address));
    fill_picture(sources_.publication, {resolved.file, resolved.address, words, {}, next_loading()}, row, texts);
  }

  void set_attachment(View& view, Texts& texts, const Hole& hole) const {
    const record::ResolvedAddress resolved = resolve(parameter(hole, "src"));
    std::string_view shown = parameter(hole, "src");
    for (const record::FileLink& file : record_.files)
      if (file.source == resolved.file) {
        view.set(name::file_details, texts.keep(file_details(file, sources_.frame.language)));
        shown = file.name;
      }
    if (parameter(hole, "title").empty()) view.replace(name::title, shown);
  }

  void set_contact(View& view, Texts& texts, std::string_view id) const {
    const site::Unit* unit = sources_.frame.portal->unit(id);
    if (!unit) return view.set(name::unit, id);
    view.set(name::unit, unit->name.in(sources_.frame.language));
    view.set(name::unit_language, fallback_language(unit->name, sources_.frame.language));
    view.replace(name::address, unit->address);
    view.set(name::phone, unit->phone);
    view.set(name::phone_digits, texts.keep(phone_digits(unit->phone)));
    view.set(name::email, unit->email);
  }

  const BodySources& sources_;
  const record::PublicRecord& record_;
  const markdown::Fragment& body_;
  std::string buffer_;
  std::string_view html_;
  std::string out_;
  std::size_t copied_ = 0;
  bool first_picture_ = true;
};

}  // namespace

std::string fill_body(const BodySources& sources, const record::PublicRecord& record) {
  return record.body ? BodyFiller(sources, record, *record.body).fill() : std::string();
}

std::string fill_body(const BodySources& sources, const record::PublicRecord& record, const markdown::Fragment& body) {
  return BodyFiller(sources, record, body).fill();
}

std::string file_details(const record::FileLink& file, std::string_view language) {
  if (file.size == 0) return file.type;
  std::string size;
  if (file.size < 1'000'000) {
    size = std::to_string((file.size + 999) / 1000) + " kB";
  } else {
    const std::uint64_t tenths = (file.size + 50'000) / 100'000;
    size = std::to_string(tenths / 10) + (language == "vi" ? "," : ".") + std::to_string(tenths % 10) + " MB";
  }
  return file.type.empty() ? size : file.type + ", " + size;
}

std::string phone_digits(std::string_view phone) {
  std::string digits;
  for (const char c : phone)
    if ((c >= '0' && c <= '9') || (c == '+' && digits.empty())) digits += c;
  return digits;
}

}  // namespace congbo::render
