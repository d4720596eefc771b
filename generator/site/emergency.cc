// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/site/emergency.h"

#include <algorithm>
#include <array>

#include "generator/base/nearest_name.h"
#include "generator/base/word_list.h"

namespace congbo::site {
namespace {

using formats::YamlNode;

constexpr std::array<std::string_view, 3> levels = {"notice", "warning", "danger"};
constexpr std::array<std::string_view, 2> ways = {"rebuild", "include"};
constexpr std::array<std::string_view, 3> servers = {"nginx", "apache", "caddy"};

// One of a few words; anything else is said with all of them.
template <std::size_t count>
std::optional<std::size_t> word(MappingReader& reader, std::string_view key,
                                const std::array<std::string_view, count>& words) {
  const YamlNode* node = reader.take(key);
  if (node == nullptr || !expect_scalar(*node, reader.path(), reader.found())) return std::nullopt;
  const auto at = std::find(words.begin(), words.end(), node->text);
  if (at != words.end()) return static_cast<std::size_t>(at - words.begin());
  reader.found().add(error("word-unknown", place_of(reader.path(), *node),
                           {std::string(key), node->text, word_list(words)},
                           nearest_name(node->text, {words.begin(), words.end()})));
  return std::nullopt;
}

void read_moment(MappingReader& reader, std::string_view key, std::optional<Instant>& into) {
  const YamlNode* node = reader.take(key);
  if (node == nullptr || !expect_scalar(*node, reader.path(), reader.found())) return;
  into = parse_instant(node->text);
  if (const std::optional<Date> day = parse_date(node->text))
    into = key == "until" ? end_of_day(*day) : start_of_day(*day);
  if (!into)
    reader.found().add(error("datetime-invalid", place_of(reader.path(), *node), {std::string(key), node->text}));
}

bool is_good_link(std::string_view link) {
  const bool starts =
      (link.starts_with('/') && !link.starts_with("//")) || link.starts_with("https://") || link.starts_with("http://");
  return starts && link.find_first_of(" \"<>\\") == std::string_view::npos;
}

EmergencyNotice read_notice(const YamlNode& node, const std::string& path, Diagnostics& found) {
  EmergencyNotice notice;
  MappingReader reader(node, path, found);
  reader.require("text");
  reader.local_text("text", notice.text);
  if (const auto level = word(reader, "level", levels)) notice.level = static_cast<EmergencyLevel>(*level);
  reader.text("link", notice.link);
  reader.local_text("link_label", notice.link_label);
  read_moment(reader, "since", notice.since);
  read_moment(reader, "until", notice.until);
  reader.finish();
  if (!notice.link.empty() && !is_good_link(notice.link)) {
    found.add(error("emergency-link", place_of(path, *node.find("link")), {notice.link}));
    notice.link.clear();
  }
  if (notice.since && notice.until && *notice.until <= *notice.since)
    found.add(error("emergency-never", place_of(path, *node.find("until")),
                    {to_vietnamese(*notice.since), to_vietnamese(*notice.until)}));
  return notice;
}

}  // namespace

std::string_view name_of(EmergencyLevel level) {
  return levels[static_cast<std::size_t>(level)];
}

const Emergency& emergency_of(const Portal& portal) {
  static const Emergency none;
  return portal.emergency ? *portal.emergency : none;
}

std::optional<Instant> next_emergency_change(const Site& site, Instant now) {
  std::optional<Instant> next;
  for (const Portal& portal : site.portals)
    for (const EmergencyNotice& notice : emergency_of(portal).notices)
      for (const std::optional<Instant>& edge : {notice.since, notice.until})
        if (edge && *edge > now && (!next || *edge < *next)) next = edge;
  return next;
}

void read_emergency_settings(MappingReader& reader, const Portal* main, Portal& into) {
  auto emergency = std::make_shared<Emergency>();
  if (main != nullptr) {
    emergency->way = emergency_of(*main).way;
    emergency->server = emergency_of(*main).server;
  }
  const auto way = word(reader, "emergency", ways);
  const auto server = word(reader, "server", servers);
  if (way) emergency->way = static_cast<EmergencyWay>(*way);
  if (server) emergency->server = static_cast<ServerKind>(*server);
  reader.boolean("inherit_emergency", emergency->inherit);
  if (way && emergency->way == EmergencyWay::include && reader.node().find("server") == nullptr)
    reader.found().add(error("emergency-server-missing", place_of(reader.path(), *reader.node().find("emergency"))));
  into.emergency = std::move(emergency);
}

void read_emergency(const YamlNode& root, const std::string& path, Emergency& into, Diagnostics& found) {
  if (root.kind == YamlNode::Kind::scalar) found.add(error("value-not-mapping", place_of(path, root)));
  std::vector<EmergencyNotice> own;
  if (root.kind == YamlNode::Kind::mapping) own.push_back(read_notice(root, path, found));
  for (const YamlNode& node : root.items) own.push_back(read_notice(node, path, found));
  std::erase_if(own, [](const EmergencyNotice& notice) { return notice.text.empty(); });
  into.notices.insert(into.notices.end(), own.begin(), own.end());
}

std::vector<EmergencyNotice> inherited_notices(const Portal& main) {
  std::vector<EmergencyNotice> notices = emergency_of(main).notices;
  for (EmergencyNotice& notice : notices)
    if (notice.link.starts_with('/')) notice.link.insert(0, main.base_url);
  return notices;
}

}  // namespace congbo::site
