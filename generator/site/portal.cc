// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "generator/base/nearest_name.h"
#include "generator/base/slug.h"
#include "generator/site/emergency.h"
#include "generator/site/home_blocks.h"
#include "generator/site/mapping_reader.h"
#include "generator/site/portal_names.h"
#include "generator/site/read_parts.h"
#include "generator/site/version_check.h"

namespace congbo::site {
namespace {

using formats::YamlNode;
using formats::YamlPair;

// The year this format came out: the feed ids of a portal that says nothing must be stable, so it is fixed for ever.
constexpr std::string_view default_tag_year = ",2026";

class PortalReader {
 public:
  PortalReader(const YamlNode& root, const std::string& path, const Portal* main, Portal& into, Diagnostics& found)
      : reader_(root, path, found), main_(main), into_(into) {}
  void read();

 private:
  void read_identity();
  void read_addresses();
  void read_contact();
  void read_languages();
  void read_hosts();
  void read_redirect_hosts();
  void read_board();
  void read_menu(std::string_view key, std::vector<MenuItem>& into);
  void read_sections();
  void read_presentation();
  void read_home();
  void inherit();
  Place place(const YamlNode& node) const { return place_of(reader_.path(), node); }
  void refuse(const YamlNode& node, std::string_view code, std::vector<std::string> arguments,
              std::string suggestion = {}) {
    reader_.found().add(error(code, place(node), std::move(arguments), std::move(suggestion)));
  }

  MappingReader reader_;
  const Portal* main_;
  Portal& into_;
};

void PortalReader::read() {
  // Another format may use the same words for other things: nothing more is read from it.
  if (check_format(reader_, main_ == nullptr ? FormatKey::required : FormatKey::optional) == FormatCheck::not_readable)
    return;
  check_requires(reader_);
  read_identity();
  read_addresses();
  read_contact();
  read_languages();
  read_hosts();
  read_redirect_hosts();
  read_board();
  read_menu("menu", into_.menu);
  read_menu("footer_menu", into_.footer_menu);
  read_sections();
  read_presentation();
  read_emergency_settings(reader_, main_, into_);
  reader_.finish();
  inherit();
}

void PortalReader::read_identity() {
  std::string id = into_.id;
  reader_.text("id", id);
  const YamlNode* written = reader_.node().find("id");
  if (!is_portal_id(id) && written != nullptr)
    refuse(*written, "portal-id-invalid", {id}, slug(id));
  else if (main_ != nullptr && id != into_.id)
    refuse(*written, "portal-id-differs", {id, into_.id});
  else if (main_ == nullptr)
    into_.id = id;
  reader_.require("name");
  reader_.local_text("name", into_.name);
  reader_.local_text("owner", into_.owner);
  reader_.local_text("responsible", into_.responsible);
  reader_.local_text("description", into_.description);
  reader_.local_text("reuse_notice", into_.reuse_notice);
}

void PortalReader::read_addresses() {
  reader_.require("base_url");
  std::string base_url;
  reader_.text("base_url", base_url);
  if (!base_url.empty() && base_url.back() == '/') base_url.pop_back();
  if (is_base_url(base_url))
    into_.base_url = base_url;
  else if (!base_url.empty())
    refuse(*reader_.node().find("base_url"), "base-url-invalid", {base_url});

  std::string authority;
  reader_.text("tag_authority", authority);
  if (is_tag_authority(authority))
    into_.tag_authority = authority;
  else if (!authority.empty())
    refuse(*reader_.node().find("tag_authority"), "tag-authority-invalid", {authority});
}

void PortalReader::read_contact() {
  const YamlNode* node = reader_.take("contact");
  if (node == nullptr) return;
  MappingReader contact(*node, reader_.path(), reader_.found());
  contact.text("address", into_.contact.address);
  contact.text("phone", into_.contact.phone);
  contact.text("fax", into_.contact.fax);
  contact.text("email", into_.contact.email);
  contact.finish();
}

void PortalReader::read_languages() {
  const YamlNode* node = reader_.take("languages");
  if (node == nullptr || !expect_sequence(*node, reader_.path(), reader_.found())) return;
  std::vector<std::string> languages;
  for (const YamlNode& item : node->items) {
    if (!is_language_code(item.text))
      refuse(item, "language-invalid", {item.text});
    else if (std::find(languages.begin(), languages.end(), item.text) != languages.end())
      refuse(item, "language-duplicate", {item.text});
    else
      languages.push_back(item.text);
  }
  if (!languages.empty()) into_.languages = std::move(languages);
}

// Who answers for the portal, and by what decision it stands (SUBP-05, SUBP-06, X-08).
void PortalReader::read_board() {
  reader_.text("unit", into_.unit_id);
  reader_.text("domain_exception", into_.domain_exception);
  reader_.text("regulation", into_.regulation);
  if (!into_.unit_id.empty() && into_.unit(into_.unit_id) == nullptr)
    refuse(*reader_.node().find("unit"), "portal-unit-unknown", {into_.unit_id});
  if (const YamlNode* node = reader_.take("approved_by")) {
    MappingReader approval(*node, reader_.path(), reader_.found());
    approval.require("number");
    approval.text("number", into_.approved_by.number);
    approval.date("date", into_.approved_by.date);
    approval.finish();
  }
  const YamlNode* node = reader_.take("board");
  if (node == nullptr || !expect_sequence(*node, reader_.path(), reader_.found())) return;
  for (const YamlNode& item : node->items) {
    BoardSeat seat;
    MappingReader reader(item, reader_.path(), reader_.found());
    reader.require("role");
    reader.require("office");
    reader.text("role", seat.role);
    reader.local_text("office", seat.office);
    reader.finish();
    into_.board.push_back(std::move(seat));
  }
}

// `- tinh.example.gov.vn`, or `- {name: …, valid_from: …, valid_until: …}`
void PortalReader::read_hosts() {
  const YamlNode* node = reader_.take("hosts");
  if (node == nullptr || !expect_sequence(*node, reader_.path(), reader_.found())) return;
  for (const YamlNode& item : node->items) {
    Host host;
    if (item.kind == YamlNode::Kind::scalar) {
      host.name = item.text;
    } else {
      MappingReader reader(item, reader_.path(), reader_.found());
      reader.require("name");
      reader.text("name", host.name);
      reader.date("valid_from", host.valid_from);
      reader.date("valid_until", host.valid_until);
      reader.finish();
    }
    if (is_host_name(host.name))
      into_.hosts.push_back(std::move(host));
    else if (!host.name.empty())
      refuse(item, "host-invalid", {host.name});
  }
}

void PortalReader::read_menu(std::string_view key, std::vector<MenuItem>& into) {
  const YamlNode* node = reader_.take(key);
  if (node == nullptr || !expect_sequence(*node, reader_.path(), reader_.found())) return;
  for (const YamlNode& item : node->items) {
    MenuItem entry;
    MappingReader reader(item, reader_.path(), reader_.found());
    reader.require("label");
    reader.require("target");
    reader.local_text("label", entry.label);
    reader.text("target", entry.target);
    reader.finish();
    const bool good =
        entry.target.starts_with('/') || entry.target.starts_with("https://") || entry.target.starts_with("http://");
    if (good)
      into.push_back(std::move(entry));
    else if (!entry.target.empty())
      refuse(*item.find("target"), "menu-target-invalid", {entry.target});
  }
}

// `tin-tuc: news`
void PortalReader::read_sections() {
  const YamlNode* node = reader_.take("sections");
  if (node == nullptr) return;
  if (node->kind != YamlNode::Kind::mapping) refuse(*node, "value-not-mapping", {});
  std::vector<std::string> known;
  for (const auto& type : into_.types) known.push_back(type.first);
  for (const YamlPair& pair : node->pairs) {
    std::string section = pair.first.text;
    while (!section.empty() && section.back() == '/') section.pop_back();
    section.erase(0, section.find_first_not_of('/'));
    if (!expect_scalar(pair.second, reader_.path(), reader_.found())) continue;
    std::string type = pair.second.text;
    if (into_.types.count(type) == 0) {
      refuse(pair.second, "type-unknown", {type}, nearest_name(type, known));
      type = nearest_name(type, known);  // its pages are read by what was probably meant, not called wrong as well
    }
    if (!type.empty()) into_.section_types[section] = std::move(type);
  }
}

void PortalReader::read_redirect_hosts() {
  const YamlNode* node = reader_.take("redirect_hosts");
  if (node == nullptr || !expect_sequence(*node, reader_.path(), reader_.found())) return;
  for (const YamlNode& item : node->items)
    if (is_host_name(item.text))
      into_.redirect_hosts.push_back(item.text);
    else
      refuse(item, "host-invalid", {item.text});
}

void PortalReader::read_presentation() {
  reader_.whole_number("per_page", 1, 200, into_.per_page);
  reader_.boolean("json_twins", into_.json_twins);
  reader_.boolean("archives", into_.archives);
  read_home();
  if (const YamlNode* look = reader_.take("look")) read_look(*look, reader_.path(), into_.look, reader_.found());
  const YamlNode* addresses = reader_.take("addresses");
  if (addresses == nullptr) return;
  if (addresses->text != "html" && addresses->text != "bare")
    refuse(*addresses, "addresses-invalid", {addresses->text});
  else
    into_.addresses_with_html = addresses->text == "html";
}

// `home: [featured, services, documents]`
void PortalReader::read_home() {
  const YamlNode* node = reader_.take("home");
  if (node == nullptr || !expect_sequence(*node, reader_.path(), reader_.found())) return;
  std::vector<std::string> known;
  for (const HomeBlock& block : home_blocks()) known.emplace_back(block.id);
  for (const YamlNode& item : node->items) {
    if (!expect_scalar(item, reader_.path(), reader_.found())) continue;
    std::vector<std::string>& chosen = into_.home_blocks;
    if (std::find(known.begin(), known.end(), item.text) == known.end())
      refuse(item, "home-block-unknown", {item.text}, nearest_name(item.text, known));
    else if (std::find(chosen.begin(), chosen.end(), item.text) != chosen.end())
      refuse(item, "home-block-twice", {item.text});
    else
      chosen.push_back(item.text);
  }
}

// What follows from other values when nothing is said.
void PortalReader::inherit() {
  std::string host(host_of(into_.base_url));
  host.resize(std::min(host.find(':'), host.size()));
  if (into_.hosts.empty() && !host.empty()) into_.hosts.push_back({host, {}, {}});
  if (into_.tag_authority.empty() && !host.empty()) into_.tag_authority = host + std::string(default_tag_year);
  if (main_ != nullptr && into_.reuse_notice.empty()) into_.reuse_notice = main_->reuse_notice;
}

}  // namespace

void read_portal(const YamlNode& root, const std::string& path, const Portal* main, Portal& into, Diagnostics& found) {
  PortalReader(root, path, main, into, found).read();
}

}  // namespace congbo::site
