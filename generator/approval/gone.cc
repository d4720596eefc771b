// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/approval/gone.h"

#include <algorithm>

#include "generator/formats/json.h"
#include "generator/formats/yaml.h"
#include "generator/pages/load.h"

namespace congbo::approval {
namespace {

// "content/sites/a/tin/b.md" → "content/sites/a/"
std::string_view portal_root(std::string_view path) {
  constexpr std::string_view sites = "content/sites/";
  if (!path.starts_with(sites)) return path.substr(0, path.find('/') + 1);
  return path.substr(0, path.find('/', sites.size()) + 1);
}

std::string quoted(const std::string& text) {
  formats::JsonWriter json;
  json.value(text);
  return json.take();
}

// "content/sites/a/tin/b.md" → "content/sites/a/_site/tombstones.yaml"
std::string tombstones_for(const std::string& portal, const std::string& path) {
  const std::string own = "content/sites/" + portal + "/";
  return (path.starts_with(own) ? own : std::string("content/")) + "_site/tombstones.yaml";
}

// An address without ".html" and the like, as any spelling of it contains it.
std::string core_of(std::string address) {
  if (address.ends_with(".html")) address.resize(address.size() - 5);
  while (address.size() > 1 && address.ends_with('/')) address.pop_back();
  return address;
}

// Whether the text names it, and not only something that begins alike: "/tin/a" in "/tin/a.html", not in "/tin/ab".
bool names(std::string_view text, std::string_view wanted) {
  for (std::size_t at = text.find(wanted); at != std::string_view::npos; at = text.find(wanted, at + 1)) {
    const std::size_t after = at + wanted.size();
    if (after == text.size() || std::string_view(" \t\r\n\"',}.").find(text[after]) != std::string_view::npos)
      return true;
    if (text[after] == '/' &&
        (after + 1 == text.size() || std::string_view(" \r\n\"',}").find(text[after + 1]) != std::string_view::npos))
      return true;
  }
  return false;
}

Result<Done> add_tombstone(const Accepted& emergency, const history::Published& known, Date today,
                           OverlaidSnapshot& snapshot) {
  const std::string path = tombstones_for(known.portal, known.source);
  CONGBO_TRY(std::string text, snapshot.text_of(path));
  if (names(text, core_of(known.path)) || (!known.id.empty() && names(text, "id: " + known.id))) return Done{};
  if (!text.empty() && !text.ends_with('\n')) text += '\n';
  const std::string title = emergency.signers.empty() ? std::string() : emergency.signers.front().title_vi;
  const Date day = date_of(emergency.at);
  text += "- {address: " + quoted(known.path) + (day > today ? "" : ", on: " + to_text(day)) +
          ", reason: Nội dung đang được rà soát, authority: " +
          quoted(title.empty() ? std::string("Ban Biên tập") : title) + "}\n";
  snapshot.put_text(path, std::move(text));
  return Done{};
}

// The list of a section stands as long as there is anything in it, also without a text of its own.
bool is_section_with_pages(const std::string& source, const Snapshot& snapshot) {
  constexpr std::string_view name = "_index.md";
  if (!source.ends_with("/" + std::string(name))) return false;
  const auto inside = snapshot.entries().starting_with(source.substr(0, source.size() - name.size()));
  return std::any_of(inside.begin(), inside.end(), [](const SnapshotEntry* one) { return one->path.ends_with(".md"); });
}

// Who took down what was published at the address; null when nobody did.
const Accepted* taken_by(const TakenDown& taken, const history::History& history, const history::Published& known,
                         const Snapshot& snapshot) {
  // A page may have moved since; an attachment and an old address have no identity.
  const history::Published* last = known.id.empty() ? &known : history.page(known.portal, known.id);
  const std::string& source = last == nullptr ? known.source : last->source;
  if (snapshot.find(source) != nullptr || is_section_with_pages(source, snapshot)) return nullptr;
  if (const auto file = taken.files.find(source); file != taken.files.end()) return file->second;
  if (known.id.empty()) return nullptr;
  const auto page = taken.pages.find(std::string(portal_root(source)) + known.id);
  return page == taken.pages.end() ? nullptr : page->second;
}

}  // namespace

Result<std::string> identity(const Snapshot& snapshot, const SnapshotEntry& entry) {
  if (!entry.path.ends_with(".md")) return std::string();
  CONGBO_TRY(const std::string bytes, snapshot.read(entry));
  Diagnostics ignored;
  const formats::YamlNode root = formats::parse_yaml(pages::split_front_matter(bytes).front_matter, "", 1, ignored);
  const std::string_view portal = portal_root(entry.path);
  const formats::YamlNode* id = root.find("id");
  if (id != nullptr && !id->text.empty()) return std::string(portal) + id->text;
  return entry.path.substr(0, entry.path.size() - 3);
}

Result<Done> answer_as_gone(const TakenDown& taken, const history::History& history, Date today,
                            OverlaidSnapshot& snapshot) {
  if (taken.files.empty() && taken.pages.empty()) return Done{};
  for (const history::Published& known : history.addresses()) {
    const Accepted* emergency = taken_by(taken, history, known, snapshot);
    if (emergency == nullptr) continue;
    CONGBO_TRY([[maybe_unused]] const Done added, add_tombstone(*emergency, known, today, snapshot));
  }
  return Done{};
}

}  // namespace congbo::approval
