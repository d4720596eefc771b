// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/host.h"

namespace congbo::preview {

namespace {

std::string_view without_port(std::string_view host) {
  if (host.starts_with('[')) return host.substr(0, host.find(']') + 1);
  return host.substr(0, host.find(':'));
}

bool take_suffix(std::string_view& text, std::string_view suffix) {
  if (!text.ends_with(suffix)) return false;
  text.remove_suffix(suffix.size());
  return true;
}

}  // namespace

WantedHost read_host(std::string_view host_header, std::string_view address) {
  WantedHost wanted;
  std::string_view host = without_port(host_header);
  if (host == "localhost" || host == "127.0.0.1" || host == "[::1]" || (!host.empty() && host == address)) {
    wanted.allowed = true;
    return wanted;
  }
  if (!take_suffix(host, ".localhost")) return wanted;
  wanted.allowed = true;
  if (host == "preview" || take_suffix(host, ".preview")) {
    wanted.preview = true;
    if (host == "preview") return wanted;
  }
  wanted.portal = std::string(host);
  return wanted;
}

}  // namespace congbo::preview
