// SPDX-License-Identifier: GPL-3.0-or-later
// Every link and picture inside the site leads somewhere: pages, anchors, files, lists (ARC-03: addresses stay good).
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "generator/base/nearest_name.h"
#include "generator/check/file_names.h"
#include "generator/check/rules.h"
#include "generator/check/text_fields.h"
#include "generator/check/visit.h"
#include "generator/markdown/link_rules.h"
#include "generator/pages/link_target.h"
#include "generator/pages/nearest_label.h"

namespace congbo::check {

namespace {

using markdown::Hole;
using markdown::HoleKind;
using pages::LinkTarget;

// Looking for the nearest name costs milliseconds on a large site, so only the first findings get a suggestion: who has
// more broken links than this has renamed a folder and sees it from these.
constexpr int most_suggestions = 50;

// What may be suggested; worked out after the parallel part, in order, so that the limit counts the same every time.
enum class Nearest { nothing, page, file, list, anchor };

struct BrokenLink {
  Diagnostic diagnostic;
  Nearest nearest = Nearest::nothing;
  PageIndex from = pages::no_page;
  PageIndex target = pages::no_page;  // anchor: whose
  std::string wanted;                 // name or path to look for
  std::string address = {};           // as written
};

// «cong.gov.vn», «www.vnexpress.net/abc»: an address without https://.
bool looks_like_host(std::string_view address) {
  const std::string_view host = address.substr(0, address.find('/'));
  if (host.starts_with("www.")) return true;
  return host.ends_with(".vn") || host.ends_with(".com") || host.ends_with(".org") || host.ends_with(".net");
}

bool is_mail(std::string_view address) {
  const std::size_t at = address.find_first_of("@/:?");
  return at != std::string_view::npos && at > 0 && address[at] == '@';
}

// An address and the hole it stands in.
struct Link {
  PageIndex from;
  std::string_view address;
  const Hole& hole;
};

// Components whose address is a picture; sound and video may come from elsewhere, on the reader's click.
bool shows_picture(const Hole& hole) {
  return hole.kind == HoleKind::component && (hole.target == "figure" || hole.target == "gallery");
}

class LinkRule {
 public:
  explicit LinkRule(const SiteFacts& facts) : facts_(facts) {}

  void look_at(PageIndex index, std::vector<BrokenLink>& broken) const {
    if (const markdown::Fragment* body = facts_.bodies[index])
      for (const Hole& hole : body->holes) look_at_hole(index, hole, broken);
    const pages::Page& page = facts_.library[index];
    for (const pages::Field& field : page.fields) look_at_field(index, field, broken);
  }

 private:
  void look_at_hole(PageIndex index, const Hole& hole, std::vector<BrokenLink>& broken) const {
    if (hole.kind == HoleKind::component)
      look_at_component(index, hole, broken);
    else
      look_at_link({index, hole.target, hole}, broken);
  }

  // A field with marks is read here and nowhere before: what is wrong in it is told here. Its anchors are its own.
  void look_at_field(PageIndex index, const pages::Field& field, std::vector<BrokenLink>& broken) const {
    Diagnostics said;
    const pages::Page& page = facts_.library[index];
    const auto text = read_text_field(page, field, said);
    if (!text) return;
    const std::size_t before = broken.size();
    for (const Diagnostic& one : said.all()) broken.push_back({one, Nearest::nothing, index, pages::no_page, {}});
    for (const Hole& hole : text->holes) {
      if (!hole.target.starts_with('#')) {
        look_at_hole(index, hole, broken);
      } else if (const std::string anchor = hole.target.substr(1); !text->has_anchor(anchor)) {
        add(broken, {index, hole.target, hole}, "link-anchor-missing", {anchor, page.source});
      }
    }
    if (broken.size() == before) return;
    const FieldPlaces places(facts_, page, field.value);
    for (std::size_t i = before; i < broken.size(); ++i) places.move(broken[i].diagnostic.where);
  }

  // Which parameters of components are addresses; "transcript" is one when it is not a sentence.
  void look_at_component(PageIndex index, const Hole& hole, std::vector<BrokenLink>& broken) const {
    for (const auto& [key, value] : hole.parameters) {
      const bool address = key == "src" || key == "poster" || key == "captions" ||
                           (key == "transcript" && value.find(' ') == std::string::npos);
      if (address && !value.empty()) look_at_link({index, value, hole}, broken);
    }
    if (hole.target == "contact") look_at_unit(index, hole, broken);
    for (const std::string& item : hole.items)  // "anh.jpg | chú thích"
      look_at_link({index, std::string_view(item).substr(0, item.find('|')), hole}, broken);
  }

  // Whose contact is shown: the page would show the id alone.
  void look_at_unit(PageIndex index, const Hole& hole, std::vector<BrokenLink>& broken) const {
    const pages::Page& page = facts_.library[index];
    for (const auto& [key, value] : hole.parameters)
      if (key == "unit" && page.portal->unit(value) == nullptr)
        broken.push_back({error("unit-unknown", {page.source, hole.line, hole.column, 0}, {value},
                                pages::nearest_unit(*page.portal, value)),
                          Nearest::nothing,
                          index,
                          pages::no_page,
                          {}});
  }

  Place place_of(const Link& link) const {
    return {facts_.library[link.from].source, link.hole.line, link.hole.column, 0};
  }

  // Adds an error about a link that leads nowhere.
  void add(std::vector<BrokenLink>& broken, const Link& link, std::string_view code, std::vector<std::string> arguments,
           Nearest nearest = Nearest::nothing, std::string wanted = {}, PageIndex target = pages::no_page) const {
    broken.push_back({error(code, place_of(link), std::move(arguments)), nearest, link.from, target, std::move(wanted),
                      text_of(link)});
  }

  void look_at_link(const Link& link, std::vector<BrokenLink>& broken) const {
    const LinkTarget target = pages::resolve_link(facts_.library, facts_.library[link.from], link.address);
    switch (target.kind) {
      case LinkTarget::Kind::page:
        return look_at_page(link, target, broken);
      case LinkTarget::Kind::anchor:
        return look_at_anchor(link, link.from, target.anchor, broken);
      case LinkTarget::Kind::file:
        return look_at_file(link, target, broken);
      case LinkTarget::Kind::site_path:
        return look_at_path(link, target, broken);
      case LinkTarget::Kind::external:
        return look_at_external(link, broken);
      case LinkTarget::Kind::contact:
        return;
      case LinkTarget::Kind::missing:
        return add(broken, link, "link-missing", {text_of(link)}, Nearest::page,
                   std::string(file_name_of(link.address.substr(0, link.address.find('#')))));
      case LinkTarget::Kind::outside:
        return add(broken, link, "link-outside", {text_of(link)});
      case LinkTarget::Kind::refused:
        // The schemes that could run something were refused when the text was read.
        if (!markdown::is_dangerous_address(link.address)) add(broken, link, "link-refused", {text_of(link)});
        return;
    }
  }

  // The address without the blanks around it.
  static std::string text_of(const Link& link) {
    return std::string(link.address.substr(0, link.address.find_last_not_of(' ') + 1));
  }

  // A reader's browser asks no other host for anything (ARCHITECTURE, invariant 8).
  void look_at_external(const Link& link, std::vector<BrokenLink>& broken) const {
    const std::string address = text_of(link);
    if (const std::size_t slashes = address.find_first_not_of(' '); address.compare(slashes, 2, "//") == 0)
      broken.push_back({error("link-scheme-missing", place_of(link), {address}, "https:" + address.substr(slashes)),
                        Nearest::nothing, link.from});
    if (link.hole.kind == HoleKind::image || shows_picture(link.hole))
      broken.push_back({warning("image-external", place_of(link), {text_of(link)}), Nearest::nothing, link.from});
  }

  void look_at_page(const Link& link, const LinkTarget& target, std::vector<BrokenLink>& broken) const {
    if (facts_.edition.is_visible(target.page)) {
      if (!target.anchor.empty()) look_at_anchor(link, target.page, target.anchor, broken);
    } else {
      const std::string& title = facts_.library[target.page].title;
      broken.push_back(
          {warning("link-to-unpublished", place_of(link), {text_of(link), title}), Nearest::nothing, link.from});
    }
  }

  void look_at_anchor(const Link& link, PageIndex page, const std::string& anchor,
                      std::vector<BrokenLink>& broken) const {
    const markdown::Fragment* body = facts_.bodies[page];
    if (!body || anchor.empty() || body->has_anchor(anchor)) return;
    add(broken, link, "link-anchor-missing", {anchor, facts_.library[page].source}, Nearest::anchor, anchor, page);
  }

  void look_at_file(const Link& link, const LinkTarget& target, std::vector<BrokenLink>& broken) const {
    if (!facts_.snapshot.find(target.path))
      add(broken, link, "link-file-missing", {text_of(link), target.path}, Nearest::file, target.path);
  }

  void look_at_path(const Link& link, const LinkTarget& target, std::vector<BrokenLink>& broken) const {
    const std::string& portal = facts_.library[link.from].route.portal;
    if (facts_.is_published && !facts_.is_published(portal, target.path))
      add(broken, link, "link-path-missing", {target.path}, Nearest::list, target.path);
  }

  const SiteFacts& facts_;
};

class Suggester {
 public:
  explicit Suggester(const SiteFacts& facts) : facts_(facts) {}

  std::string for_link(const BrokenLink& link) {
    if (looks_like_host(link.address)) return (is_mail(link.address) ? "mailto:" : "https://") + link.address;
    if (link.nearest == Nearest::nothing || left_-- <= 0) return {};
    const std::string& from = facts_.library[link.from].source;
    switch (link.nearest) {
      case Nearest::page:
        return nearest_page(from, link);
      case Nearest::file:
        return nearest_file(from, link.wanted);
      case Nearest::list:
        return nearest_list(link);
      case Nearest::anchor: {
        const std::string anchor = nearest_name(link.wanted, facts_.bodies[link.target]->anchors);
        return anchor.empty() ? anchor : "#" + anchor;
      }
      case Nearest::nothing:
        break;
    }
    return {};
  }

 private:
  // A file of that name in another folder, else one of nearly that name.
  std::string nearest_page(const std::string& from, const BrokenLink& link) {
    const std::string& name = link.wanted;
    if (sources_by_name_.empty())
      for (const auto& page : facts_.library.pages())
        sources_by_name_.emplace(std::string(file_name_of(page->source)), page->source);
    auto known = sources_by_name_.find(name);
    if (known == sources_by_name_.end()) {
      std::vector<std::string> names;
      for (const auto& [file, source] : sources_by_name_) names.push_back(file);
      known = sources_by_name_.find(nearest_name(name, names));
      // In a folder that nobody named only the same name is worth a guess.
      std::string_view named = folder_of_file(link.address);
      while (named.starts_with("../") || named.starts_with("./")) named.remove_prefix(named.find('/') + 1);
      if (known != sources_by_name_.end() &&
          !folder_of_file(known->second).ends_with(named.empty() ? folder_of_file(from) : named))
        return {};
    }
    return known == sources_by_name_.end() ? std::string() : relative_path(from, known->second);
  }

  // In the folder the link names.
  std::string nearest_file(const std::string& from, const std::string& path) const {
    const std::string folder(folder_of_file(path));
    std::vector<std::string> names;
    for (const SnapshotEntry* entry : facts_.snapshot.entries().starting_with(folder))
      names.push_back(entry->path.substr(folder.size()));
    const std::string name = nearest_name(file_name_of(path), names);
    return name.empty() ? name : relative_path(from, folder + name);
  }

  std::string nearest_list(const BrokenLink& link) const {
    std::set<std::string> paths;
    for (const listing::List& list : facts_.listings.lists)
      if (list.portal->id == facts_.library[link.from].route.portal) paths.insert(list.path);
    return nearest_name(link.wanted, {paths.begin(), paths.end()});
  }

  const SiteFacts& facts_;
  int left_ = most_suggestions;
  std::map<std::string, std::string> sources_by_name_;
};

}  // namespace

void check_links(const SiteFacts& facts, Diagnostics& found) {
  const LinkRule rule(facts);
  Suggester suggester(facts);
  const auto look = [&](PageIndex page, std::vector<BrokenLink>& broken) { rule.look_at(page, broken); };
  for (std::vector<BrokenLink>& block : visit_in_blocks<std::vector<BrokenLink>>(facts, look))
    for (BrokenLink& link : block) {
      if (link.diagnostic.suggestion.empty()) link.diagnostic.suggestion = suggester.for_link(link);
      found.add(std::move(link.diagnostic));
    }
}

}  // namespace congbo::check
