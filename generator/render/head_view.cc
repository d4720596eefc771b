// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/base/html_escape.h"
#include "generator/render/names.h"
#include "generator/render/page_views.h"

namespace congbo::render {

namespace {

void add_breadcrumb(View& view, std::string_view label, std::string_view path) {
  View& row = view.add(name::breadcrumbs);
  row.set(name::label, label);
  row.set(name::path, path);
}

void add_breadcrumbs(const ViewSources& sources, const Head& head, Way way, View& view) {
  const Frame& frame = sources.frame;
  if (head.list == no_list) return add_breadcrumb(view, frame.string("home"), frame.home_path);
  const listing::List& list = sources.publication.listings->lists[head.list];
  for (const listing::Link& link : list.breadcrumbs) add_breadcrumb(view, link.label, link.path);
  if (way == Way::without_list) return;
  add_breadcrumb(view, list.kind == listing::ListKind::home ? frame.string("home") : std::string_view(list.title),
                 list.path);
}

const listing::Link* in_language(const std::vector<listing::Link>* translations, std::string_view language) {
  if (translations)
    for (const listing::Link& one : *translations)
      if (one.label == language) return &one;
  return nullptr;
}

// Where the switch to `language` leads: the page's own translation, else its section in that language, else its home.
void add_language(const ViewSources& sources, const Head& head, const std::string& language, View& view, Texts& texts) {
  const site::Portal& portal = *sources.frame.portal;
  const std::vector<listing::List>& lists = sources.publication.listings->lists;
  View& row = view.add(name::languages);
  row.set(name::code, language);
  row.set(name::label, portal.string(language, "language.name"));
  const listing::Link* target = in_language(head.translations, language);
  row.show(name::fallback, target == nullptr);
  if (!target && head.list != no_list) target = in_language(&lists[head.list].translations, language);
  std::string home = language == portal.main_language() ? "/" : "/" + language + "/";
  row.set(name::path, texts.keep(target ? encoded(target->path) : std::move(home)));
}

// Pages without an address or without translations of any kind share the switch to the home pages (the shared view).
void add_translations(const ViewSources& sources, const Head& head, View& view, Texts& texts) {
  const Frame& frame = sources.frame;
  const site::Portal& portal = *frame.portal;
  if (!head.translations || portal.languages.size() < 2) return;
  if (!head.translations->empty() && !head.path.empty()) {
    const auto alternate = [&](std::string_view language, std::string_view path) {
      View& row = view.add(name::alternates);
      row.set(name::code, texts.keep(std::string(language)));
      row.set(name::url, texts.keep(record::absolute_url(portal, path)));
    };
    alternate(frame.language, head.path);
    for (const listing::Link& translation : *head.translations) alternate(translation.label, translation.path);
  }
  for (const std::string& language : portal.languages)
    if (language != frame.language) add_language(sources, head, language, view, texts);
}

void add_feed(const ViewSources& sources, std::uint32_t list, View& view) {
  const std::vector<listing::List>& lists = sources.publication.listings->lists;
  if (list == no_list || lists[list].feed_path.empty()) list = sources.frame.home_list;
  if (list == no_list) return;
  view.set(name::feed_path, lists[list].feed_path);
  view.set(name::feed_title, lists[list].title);
}

class Elements {
 public:
  void add(std::string_view attribute, std::string_view name, std::string_view content) {
    if (content.empty()) return;
    record::MetaElement element{attribute, std::string(name), std::string(content)};
    elements_.push_back(std::move(element));
  }
  std::vector<record::MetaElement> take() { return std::move(elements_); }

 private:
  std::vector<record::MetaElement> elements_;
};

// JSON that may stand in a <script> element.
void append_json(std::string& out, std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20 || c == '<' || c == '>' || c == '&') {
      out += "\\u00";
      out += digits[byte >> 4];
      out += digits[byte & 15];
    } else {
      out += c;
    }
  }
  out += '"';
}

void append_member(std::string& out, std::string_view key, std::string_view text) {
  if (text.empty()) return;
  out += ",\"";
  out += key;
  out += "\":";
  append_json(out, text);
}

}  // namespace

void fill_head(const ViewSources& sources, Head head, Way way, View& view, Texts& texts) {
  const Frame& frame = sources.frame;
  const bool is_home = head.path == frame.home_path;
  view.set(name::title, head.title);
  std::string title(head.title);
  if (!is_home) title += " | " + frame.site_name();
  view.set(name::head_title, texts.keep(std::move(title)));
  view.set(name::canonical,
           head.path.empty() ? std::string_view() : texts.keep(record::absolute_url(*frame.portal, head.path)));
  if (!is_home) add_breadcrumbs(sources, head, way, view);
  add_translations(sources, head, view, texts);
  add_feed(sources, head.list, view);
  view.set(name::header, frame.header_at(head.path));
  view.set(name::footer, frame.footer);
  view.set(name::comfort, frame.comfort);
  view.set(name::metadata, texts.keep(std::move(head.metadata)));
  view.set(name::json_ld, texts.keep(std::move(head.json_ld)));
}

std::string metadata_html(const std::vector<record::MetaElement>& elements) {
  std::string html;
  html.reserve(elements.size() * 96);
  for (const record::MetaElement& element : elements) {
    html += html.empty() ? "<meta " : "\n<meta ";
    html += element.attribute;
    html += "=\"";
    append_html_escaped(html, element.name);
    html += "\" content=\"";
    append_html_escaped(html, element.content);
    html += "\">";
  }
  return html;
}

std::vector<record::MetaElement> plain_metadata(const Frame& frame, std::string_view title,
                                                std::string_view description, std::string_view path) {
  Elements elements;
  const std::string url = path.empty() ? std::string() : record::absolute_url(*frame.portal, path);
  if (url.empty()) elements.add("name", "robots", "noindex");
  elements.add("name", "description", description.empty() ? title : description);
  elements.add("name", "DC.title", title);
  elements.add("name", "DC.creator", frame.unit);
  elements.add("name", "DC.publisher", frame.unit);
  elements.add("name", "DC.identifier", url);
  elements.add("name", "DC.language", frame.language);
  elements.add("property", "og:type", "website");
  elements.add("property", "og:title", title);
  elements.add("property", "og:description", description);
  elements.add("property", "og:url", url);
  elements.add("property", "og:site_name", frame.site_name());
  return elements.take();
}

std::string plain_json_ld(const Frame& frame, std::string_view title, std::string_view description,
                          std::string_view path) {
  const std::string home = record::absolute_url(*frame.portal, frame.home_path);
  const bool is_home = path == frame.home_path;
  std::string out = "{\"@context\":\"https://schema.org\",\"@type\":";
  out += is_home ? "\"WebSite\"" : path.empty() ? "\"WebPage\"" : "\"CollectionPage\"";
  append_member(out, "name", title);
  append_member(out, "description", description);
  if (!path.empty()) append_member(out, "url", record::absolute_url(*frame.portal, path));
  append_member(out, "inLanguage", frame.language);
  if (!is_home) {
    out += ",\"isPartOf\":{\"@type\":\"WebSite\"";
    append_member(out, "name", frame.site_name());
    append_member(out, "url", home);
    out += '}';
  }
  out += ",\"publisher\":{\"@type\":\"GovernmentOrganization\"";
  append_member(out, "name", frame.unit);
  append_member(out, "url", home);
  return out += "}}";
}

}  // namespace congbo::render
