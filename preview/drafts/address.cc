// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/drafts/address.h"

#include "generator/base/ascii.h"
#include "generator/base/content_hash.h"
#include "generator/base/slug.h"

namespace congbo::drafts {

namespace {

constexpr std::size_t longest_branch = 24;  // a DNS label has 63 bytes, and a portal and a moment may follow
constexpr std::size_t hash_digits = 6;
constexpr std::string_view local_base = "preview.localhost";

bool is_commit(std::string_view text) {
  return text.size() >= 7 && text.size() <= 40 && is_lower_hex(text);
}

bool ends_like_a_hash(std::string_view text) {
  if (text.size() <= hash_digits) return false;
  const std::string_view end = text.substr(text.size() - hash_digits);
  return text[text.size() - hash_digits - 1] == '-' && is_lower_hex(end);
}

// "20261201" is 00:00 of that day, "20261201t0830" a minute of it.
std::optional<Instant> read_moment(std::string_view text) {
  const bool with_time = text.size() == 13 && text[8] == 't';
  if (text.size() != 8 && !with_time) return std::nullopt;
  const std::string digits(text);
  const std::string day = digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6, 2);
  const std::string time = with_time ? digits.substr(9, 2) + ":" + digits.substr(11, 2) : "00:00";
  return parse_instant(day + "T" + time);
}

std::string moment_text(Instant moment) {
  std::string text;
  for (const char c : to_rfc3339(moment).substr(0, 16))
    if (c != '-' && c != ':') text += c == 'T' ? 't' : c;
  return text.ends_with("t0000") ? text.substr(0, 8) : text;
}

std::string_view without_port(std::string_view host) {
  if (host.starts_with('[')) return host.substr(0, host.find(']') + 1);
  return host.substr(0, host.find(':'));
}

}  // namespace

std::string branch_label(std::string_view branch) {
  std::string plain = slug(branch, longest_branch);
  if (plain == branch && !is_commit(plain) && !ends_like_a_hash(plain)) return plain;
  return (plain.empty() ? "nhanh" : plain) + "-" + sha256_hex(branch).substr(0, hash_digits);
}

std::string host_label(const DraftAddress& address) {
  std::string label = address.label;
  if (!address.portal.empty()) label += "--" + address.portal;
  if (address.as_of) label += "--" + moment_text(*address.as_of);
  return label;
}

std::optional<DraftAddress> read_host_label(std::string_view label) {
  DraftAddress address;
  std::size_t end = label.find("--");
  address.label = std::string(label.substr(0, end));
  if (!is_slug(address.label)) return std::nullopt;
  while (end != std::string_view::npos) {
    label.remove_prefix(end + 2);
    end = label.find("--");
    const std::string_view part = label.substr(0, end);
    if (address.as_of || !is_slug(part)) return std::nullopt;
    if (const auto moment = read_moment(part))
      address.as_of = moment;
    else if (address.portal.empty())
      address.portal = std::string(part);
    else
      return std::nullopt;
  }
  return address;
}

WantedDraft read_draft_host(std::string_view host_header, std::string_view own_host) {
  const std::string lower = ascii_lower(host_header);
  const std::string_view host = without_port(lower);
  const std::string port = lower.substr(host.size());
  WantedDraft wanted;
  for (const std::string_view base : {local_base, own_host}) {
    if (base.empty() || !host.ends_with(base)) continue;
    wanted.base = std::string(base) + port;
    std::string_view label = host.substr(0, host.size() - base.size());
    wanted.allowed = label.empty();
    if (!label.ends_with('.')) continue;
    label.remove_suffix(1);
    wanted.draft = read_host_label(label);
    wanted.allowed = wanted.draft.has_value();
    return wanted;
  }
  if (wanted.allowed) return wanted;
  wanted.base = std::string(local_base) + port;
  wanted.allowed = host == "localhost" || host == "127.0.0.1" || host == "[::1]";
  return wanted;
}

}  // namespace congbo::drafts
