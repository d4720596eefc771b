// SPDX-License-Identifier: GPL-3.0-or-later
// A link whose text is an address leads to that address and nowhere else (LNK-06, REF-09): the regulation of one
// district showed its own address and led to its neighbour's.
#include <algorithm>
#include <array>

#include "generator/check/rules.h"
#include "generator/check/visit.h"
#include "generator/pages/link_target.h"

namespace congbo::check {

namespace {

using markdown::Hole;
using pages::LinkTarget;

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

bool is_host_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

// "https://www.a.vn:443/b" → "a.vn"; `text` is lower case. Port and "www." do not make another place.
std::string_view host_of(std::string_view text) {
  const std::size_t scheme = text.find("://");
  if (scheme != std::string_view::npos) text.remove_prefix(scheme + 3);
  text = text.substr(0, text.find_first_of("/?#"));
  if (const std::size_t user = text.rfind('@'); user != std::string_view::npos) text.remove_prefix(user + 1);
  text = text.substr(0, text.find(':'));
  if (text.starts_with("www.")) text.remove_prefix(4);
  return text;
}

bool is_host(std::string_view host) {
  return host.find('.') != std::string_view::npos && host.front() != '.' && host.back() != '.' &&
         std::all_of(host.begin(), host.end(), is_host_character);
}

// Without a scheme, only endings that are no file endings make a text a host («bieu-mau.pdf» is a file).
bool has_known_ending(std::string_view host) {
  constexpr std::array<std::string_view, 9> endings = {"vn", "com", "net", "org", "gov", "edu", "info", "int", "asia"};
  const std::string_view ending = host.substr(host.rfind('.') + 1);
  return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

// What a link's text claims to be.
struct Claim {
  enum class Kind { nothing, host, mailbox } kind = Kind::nothing;
  std::string value;  // lower case
};

Claim claim_of(std::string_view label) {
  const std::size_t begin = label.find_first_not_of(" \n\t<([«\"");
  if (begin == std::string_view::npos) return {};
  label = label.substr(begin, label.find_last_not_of(" \n\t>)].,;:»\"") + 1 - begin);
  if (label.size() < 4 || label.size() > 500 || label.find_first_of(" \n\t") != std::string_view::npos) return {};
  if (label.find('.') == std::string_view::npos) return {};
  const std::string text = lower(label);
  const bool scheme = text.starts_with("http://") || text.starts_with("https://");
  const std::size_t at = text.find('@');
  if (!scheme && at != std::string::npos && at > 0 && is_host(std::string_view(text).substr(at + 1)))
    return {Claim::Kind::mailbox, text};
  const std::string host(host_of(text));
  if (host.empty() || !is_host(host)) return {};
  if (scheme || text.starts_with("www.") || has_known_ending(host)) return {Claim::Kind::host, host};
  return {};
}

// "MAILTO:A@b.vn?subject=x" → "a@b.vn"; empty for what is no mailbox.
std::string mailbox_of(std::string_view address) {
  const std::string text = lower(address);
  return text.starts_with("mailto:") ? text.substr(7, text.find('?') - 7) : std::string();
}

// The host a link leads to; empty for mailboxes and telephones, and for links that are broken anyway.
std::string target_host(const SiteFacts& facts, const pages::Page& from, const std::string& address) {
  const LinkTarget target = pages::resolve_link(facts.library, from, address);
  switch (target.kind) {
    case LinkTarget::Kind::external:
      return std::string(host_of(lower(address)));
    case LinkTarget::Kind::page:
      return std::string(host_of(lower(facts.library[target.page].portal->base_url)));
    case LinkTarget::Kind::anchor:
    case LinkTarget::Kind::file:
    case LinkTarget::Kind::site_path:
      return std::string(host_of(lower(from.portal->base_url)));
    default:
      return {};
  }
}

void look_at(const SiteFacts& facts, const pages::Page& page, const Hole& hole, Diagnostics& found) {
  const Claim claim = claim_of(hole.text);
  if (claim.kind == Claim::Kind::nothing) return;
  const std::string mailbox = mailbox_of(hole.target);
  const std::string host = mailbox.empty() ? target_host(facts, page, hole.target) : std::string();
  if (mailbox.empty() && host.empty()) return;
  // A mailbox shown as a host, or a host as a mailbox, differs too.
  const std::string& real = mailbox.empty() ? host : mailbox;
  // A part of what is named is no deceit: «chinhphu.vn» may lead to vanban.chinhphu.vn (the other way round may not).
  if (claim.kind != Claim::Kind::mailbox && real.ends_with("." + claim.value)) return;
  if (claim.value != real || (claim.kind == Claim::Kind::mailbox) == mailbox.empty())
    found.add(error("link-label-mismatch", {page.source, hole.line, hole.column, 0}, {hole.text, hole.target}));
}

}  // namespace

void check_link_labels(const SiteFacts& facts, Diagnostics& found) {
  each_visible_page(facts, found, [&](PageIndex index, Diagnostics& here) {
    const markdown::Fragment* body = facts.bodies[index];
    if (!body) return;
    for (const Hole& hole : body->holes)
      if (hole.kind == markdown::HoleKind::link) look_at(facts, facts.library[index], hole, here);
  });
}

}  // namespace congbo::check
