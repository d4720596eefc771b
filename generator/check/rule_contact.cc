// SPDX-License-Identifier: GPL-3.0-or-later
// Every portal says how to reach its owner (ID-04; circular 32/2017 art. 16) and has an encrypted address (ID-02).
#include "generator/check/rules.h"
#include "generator/check/site_file.h"
#include "generator/check/visit.h"
#include "generator/site/sample_texts.h"
#include "generator/site/values/policy.h"

namespace congbo::check {

namespace {

// The preview and the demonstration run on the editor's own machine.
bool is_local(std::string_view url) {
  return url.find("://localhost") != std::string_view::npos || url.find(".localhost") != std::string_view::npos ||
         url.find("://127.0.0.1") != std::string_view::npos;
}

// "tinh.gov.vn" of "so.tinh.gov.vn"; the last two labels elsewhere.
std::string_view domain_of(std::string_view host) {
  int labels = host.ends_with(".gov.vn") ? 3 : 2;
  std::size_t begin = host.size();
  while (labels-- > 0 && begin != std::string_view::npos && begin > 0) begin = host.rfind('.', begin - 1);
  return begin == std::string_view::npos ? host : host.substr(begin + 1);
}

bool is_within(std::string_view host, std::string_view domain) {
  return host == domain ||
         (host.size() > domain.size() && host.ends_with(domain) && host[host.size() - domain.size() - 1] == '.');
}

// The mailbox belongs to the body, not to a provider anyone can open an account with (ID-04).
void check_mail(const SiteFacts& facts, const site::Portal& portal, Diagnostics& found) {
  const std::string& mail = portal.contact.email;
  const std::size_t at = mail.rfind('@');
  if (at == std::string::npos || is_local(portal.base_url)) return;
  const std::string own = host_of(portal.base_url);
  const std::string_view domain = domain_of(own);
  if (!is_within(std::string_view(mail).substr(at + 1), domain))
    found.add(warning("mail-domain", place_in_site_file(facts, portal, "email:"), {mail, std::string(domain)}));
}

// Officials are reached at mailboxes of state bodies (PPL-02), or at hosts that the policy adds.
bool is_official(const site::Portal& portal, std::string_view host) {
  constexpr std::string_view added = "mail_domains[";
  const std::string own = host_of(portal.base_url);
  if (is_within(host, "gov.vn") || is_within(host, domain_of(own))) return true;
  const auto& data = site::policy_of(portal).data;
  for (auto at = data.lower_bound(added); at != data.end() && at->first.starts_with(added); ++at)
    if (is_within(host, at->second)) return true;
  return false;
}

void check_people(const SiteFacts& facts, Diagnostics& found) {
  each_visible_page(facts, found, [&](PageIndex index, Diagnostics& block) {
    const pages::Page& page = facts.library[index];
    if (!page.type || page.type->schema_org != "Person" || is_local(page.portal->base_url)) return;
    const pages::Value* mail = page.field("email");
    const std::size_t at = mail == nullptr ? std::string::npos : mail->text().rfind('@');
    if (at == std::string::npos || is_official(*page.portal, std::string_view(mail->text()).substr(at + 1))) return;
    block.add(error("mail-unofficial", place_of(page, mail->at), {mail->text()}));
  });
}

// What `congbo init` wrote for the owner to replace. The telephone of noughts counts beside the others only: portals
// without one write it too.
void check_samples(const SiteFacts& facts, const site::Portal& portal, Diagnostics& found) {
  std::string left, first;
  const auto note = [&](std::string_view key, bool is_sample) {
    if (!is_sample) return;
    left.append(left.empty() ? "" : ", ").append(key);
    if (first.empty()) first = std::string(key) + ":";
  };
  note("owner", portal.owner.in("vi") == site::sample_owner);
  note("responsible", portal.responsible.in("vi") == site::sample_responsible);
  note("address", portal.contact.address == site::sample_address);
  if (!left.empty()) note("phone", portal.contact.phone == site::sample_phone);
  if (!left.empty()) found.add(warning("sample-settings", place_in_site_file(facts, portal, first), {left}));
}

}  // namespace

void check_contact(const SiteFacts& facts, Diagnostics& found) {
  check_people(facts, found);
  for (const site::Portal& portal : facts.site.portals) {
    if (portal.base_url.empty()) continue;  // its site.yaml could not be read, which has been said
    const site::Policy& policy = site::policy_of(portal);
    const auto require = [&](std::string_view key, const std::string& value) {
      if (!value.empty() || !policy.demands_contact(key)) return;
      std::vector<std::string> arguments = {std::string(key), portal.id};
      if (!policy.contact_clause.empty()) arguments.push_back(" (" + policy.contact_clause + ")");
      found.add(error("contact-incomplete", place_in_site_file(facts, portal, "contact:"), std::move(arguments)));
    };
    require("address", portal.contact.address);
    require("phone", portal.contact.phone);
    require("fax", portal.contact.fax);
    require("email", portal.contact.email);
    check_mail(facts, portal, found);
    check_samples(facts, portal, found);
    if (portal.base_url.starts_with("http://") && !is_local(portal.base_url))
      found.add(warning("base-url-not-https", place_in_site_file(facts, portal, "base_url:"), {portal.base_url},
                        "https" + portal.base_url.substr(4)));
  }
}

}  // namespace congbo::check
