// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/render/frame.h"

#include <algorithm>
#include <set>

#include "generator/base/html_escape.h"
#include "generator/render/body.h"
#include "generator/render/emergency.h"
#include "generator/render/look.h"
#include "generator/render/names.h"
#include "generator/render/part_names.h"
#include "generator/render/view_tables.h"

namespace congbo::render {

namespace {

std::string list_key(std::string_view portal, std::string_view path) {
  std::string key(portal);
  key += '\n';
  key += path;
  return key;
}

std::uint64_t variable_hash(std::string_view prefix, std::string_view name) {
  return hash_name(variable_name(prefix, name));
}

std::string home_path_of(const site::Portal& portal, std::string_view language) {
  std::string path(1, '/');
  if (language != portal.main_language()) path.append(language).append(1, '/');
  return path;
}

bool has_label_in(const site::MenuItem& item, std::string_view language) {
  return std::any_of(item.label.texts.begin(), item.label.texts.end(),
                     [&](const auto& text) { return text.first == language; });
}

class FrameMaker {
 public:
  FrameMaker(const FrameSources& sources, Frame& frame) : sources_(sources), frame_(frame), portal_(*frame.portal) {}

  void make() {
    frame_.prefix = frame_.language == portal_.main_language() ? "" : "/" + frame_.language;
    frame_.home_path = home_path_of(portal_, frame_.language);
    frame_.home_list = sources_.directory.at(portal_.id, frame_.home_path);
    frame_.unit = portal_.owner.in(frame_.language).empty() ? frame_.site_name() : portal_.owner.in(frame_.language);
    frame_.menu = entries(portal_.menu, Untranslated::shown);
    frame_.footer_menu = entries(portal_.footer_menu, Untranslated::left_out);
    fill_shared();
    frame_.emergency = emergency_banner(frame_, sources_.publication.edition->now, sources_.templates);
    frame_.emergency_part = emergency_part(frame_);
    frame_.shared.set(name::emergency, frame_.emergency_part);
    frame_.shared.seal();
    render_headers();
    render_footer();
    sources_.templates.expand("partials/comfort.html", frame_.shared, frame_.comfort);
  }

 private:
  enum class Untranslated { left_out, shown };

  // Entries without a label in this language belong to another one; a page can do without a footer's, but a menu none
  // of whose entries has a label is shown as it is.
  std::vector<MenuEntry> entries(const std::vector<site::MenuItem>& items, Untranslated whole) const {
    const bool any = whole == Untranslated::left_out ||
                     std::any_of(items.begin(), items.end(),
                                 [&](const site::MenuItem& item) { return has_label_in(item, frame_.language); });
    std::vector<MenuEntry> entries;
    for (const site::MenuItem& item : items)
      if (!any || has_label_in(item, frame_.language)) {
        MenuEntry entry{item.label.in(frame_.language), target_in_language(item.target),
                        fallback_language(item.label, frame_.language)};
        entries.push_back(std::move(entry));
      }
    return entries;
  }

  // A list's translation where it has one; the target as written otherwise.
  std::string target_in_language(const std::string& target) const {
    const std::uint32_t found = sources_.directory.at(portal_.id, target);
    if (found == no_list) return target;
    const listing::List& list = sources_.publication.listings->lists[found];
    for (const listing::Link& translation : list.translations)
      if (translation.label == frame_.language) return translation.path;
    return target;
  }

  void fill_shared() {
    View& view = frame_.shared;
    view.set(name::language, frame_.language);
    view.set(name::site_name, frame_.site_name());
    view.set(name::owner, portal_.owner.in(frame_.language));
    view.set(name::site_name_language, fallback_language(portal_.name, frame_.language));
    view.set(name::owner_language, fallback_language(portal_.owner, frame_.language));
    view.set(name::home_path, frame_.home_path);
    view.set(name::search_path, "/tim-kiem");
    view.set(name::feeds_path, frame_.texts.keep(fixed_page_path(frame_, "feeds")));
    view.set(name::data_path, frame_.texts.keep(fixed_page_path(frame_, "open-data")));
    view.set(name::index_path, frame_.texts.keep(fixed_page_path(frame_, "a-z")));
    view.set(name::map_path, frame_.texts.keep(fixed_page_path(frame_, "site-map")));
    if (!look_path(portal_).empty()) view.set(name::look_path, frame_.texts.keep(look_path(portal_)));
    view.show(name::other_language, !frame_.prefix.empty());
    std::set<std::string_view> keys;
    for (const auto& [language, strings] : portal_.strings)
      for (const auto& [key, text] : strings) keys.insert(key);
    for (const std::string_view key : keys) view.set(variable_hash(string_prefix, key), frame_.string(key));
    for (const Asset& asset : sources_.assets)
      view.set(variable_hash(asset_prefix, std::string_view(asset.source).substr(7)), asset.path);
    add_languages(view);
  }

  void add_languages(View& view) {
    for (const std::string& language : portal_.languages) {
      if (language == frame_.language) continue;
      View& row = view.add(name::languages);
      row.set(name::code, language);
      row.set(name::label, portal_.string(language, "language.name"));
      row.set(name::path, frame_.texts.keep(home_path_of(portal_, language)));
    }
  }

  enum class Current { none, section, page };

  static void add_menu(View& view, const std::vector<MenuEntry>& entries, std::size_t current, Current how) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
      View& row = view.add(name::menu);
      row.set(name::label, entries[i].label);
      row.set(name::label_language, entries[i].language);
      row.set(name::path, entries[i].path);
      row.show(name::current_page, i == current && how == Current::page);
      row.show(name::current_section, i == current && how == Current::section);
    }
  }

  std::string header(std::size_t current, Current how) const {
    View view(&frame_.shared);
    add_menu(view, frame_.menu, current, how);
    std::string html;
    sources_.templates.expand("partials/header.html", view, html);
    return html;
  }

  void render_headers() {
    frame_.headers.push_back(header(0, Current::none));
    for (std::size_t i = 0; i < frame_.menu.size(); ++i) {
      frame_.headers.push_back(header(i, Current::section));
      frame_.headers.push_back(header(i, Current::page));
    }
  }

  void render_footer() {
    View view(&frame_.shared);
    add_menu(view, frame_.footer_menu, 0, Current::none);
    const std::string digits = phone_digits(portal_.contact.phone);
    view.set(name::responsible, portal_.responsible.in(frame_.language));
    view.set(name::address, portal_.contact.address);
    view.set(name::responsible_language, fallback_language(portal_.responsible, frame_.language));
    view.set(name::address_language, frame_.prefix.empty() ? std::string_view() : portal_.main_language());
    view.set(name::reuse_language, fallback_language(portal_.reuse_notice, frame_.language));
    view.set(name::phone, portal_.contact.phone);
    view.set(name::phone_digits, digits);
    view.set(name::fax, portal_.contact.fax);
    view.set(name::email, portal_.contact.email);
    // USE-01: the portal's own sentence, else the shipped one with its name.
    std::string reuse = portal_.reuse_notice.in(frame_.language);
    if (reuse.empty()) reuse = frame_.string("reuse.notice", frame_.site_name());
    view.set(name::reuse_notice, reuse);
    sources_.templates.expand("partials/footer.html", view, frame_.footer);
  }

  const FrameSources& sources_;
  Frame& frame_;
  const site::Portal& portal_;
};

}  // namespace

std::string_view fallback_language(const site::LocalText& text, std::string_view language) {
  const auto is_in = [&](std::string_view wanted) {
    return std::any_of(text.texts.begin(), text.texts.end(), [&](const auto& one) { return one.first == wanted; });
  };
  if (text.empty() || is_in(language)) return {};
  return is_in("vi") ? std::string_view("vi") : std::string_view(text.texts.front().first);
}

std::string_view owner_language(const Frame& frame) {
  const site::LocalText& owner = frame.portal->owner;
  return fallback_language(owner.in(frame.language).empty() ? frame.portal->name : owner, frame.language);
}

std::string_view unit_language(const Frame& frame, const record::PublicRecord& record) {
  if (frame.language == frame.portal->main_language()) return {};  // most pages: their names are in it
  const site::Unit* unit = record.page->portal->unit(record.page->unit);
  return unit == nullptr ? owner_language(frame) : fallback_language(unit->name, frame.language);
}

std::string encoded(std::string_view path) {
  const bool plain = std::all_of(path.begin(), path.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
           c == '_' || c == '/';
  });
  return plain ? std::string(path) : url_encode_path(path);
}

std::string Frame::string(std::string_view key, std::string_view argument) const {
  std::string text(string(key));
  if (const std::size_t at = text.find("{0}"); at != std::string::npos) text.replace(at, 3, argument);
  return text;
}

const std::string& Frame::header_at(std::string_view path) const {
  std::size_t best = 0, best_length = 0;
  for (std::size_t i = 0; i < menu.size(); ++i) {
    const std::string& target = menu[i].path;
    if (target == path) return headers[2 + 2 * i];
    const bool below = target.size() > home_path.size() && target.ends_with('/') && path.starts_with(target);
    if (below && target.size() > best_length) {
      best = 1 + 2 * i;
      best_length = target.size();
    }
  }
  return headers[best];
}

ListDirectory::ListDirectory(const listing::Listings& listings) : pages_(listings.lists.size()) {
  for (std::uint32_t i = 0; i < listings.lists.size(); ++i)
    by_path_.emplace(list_key(listings.lists[i].portal->id, listings.lists[i].path), i);
  for (std::uint32_t i = 0; i < listings.pages.size(); ++i) pages_[listings.pages[i].list].push_back(i);
  // The list's own path (number 0) is the newest; trang-<n> counts from the oldest.
  for (std::vector<std::uint32_t>& pages : pages_)
    std::sort(pages.begin(), pages.end(), [&](std::uint32_t a, std::uint32_t b) {
      const std::uint32_t x = listings.pages[a].number, y = listings.pages[b].number;
      return (x == 0 ? UINT32_MAX : x) > (y == 0 ? UINT32_MAX : y);
    });
}

std::uint32_t ListDirectory::at(std::string_view portal, std::string_view path) const {
  const auto found = by_path_.find(list_key(portal, path));
  return found == by_path_.end() ? no_list : found->second;
}

std::unique_ptr<Frame> make_frame(const FrameSources& sources, const site::Portal& portal,
                                  const std::string& language) {
  auto frame = std::make_unique<Frame>(sources.publication.records.size());
  frame->portal = &portal;
  frame->language = language;
  FrameMaker(sources, *frame).make();
  return frame;
}

std::string fixed_page_path(const site::Portal& portal, std::string_view language, std::string_view name) {
  const std::string home = home_path_of(portal, language);
  for (const auto& [known, path] : Renderer::fixed_pages())
    if (known == name) return record::canonical_path(portal, std::string(home).append(path.substr(1)));
  return home;
}

std::string fixed_page_path(const Frame& frame, std::string_view name) {
  return fixed_page_path(*frame.portal, frame.language, name);
}

}  // namespace congbo::render
