// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/site/portal_names.h"

#include <algorithm>

#include "generator/base/instant.h"

namespace congbo::site {

bool is_portal_id(std::string_view text) {
  const auto allowed = [](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-';
  };
  return !text.empty() && text.size() <= 63 && text.front() != '-' && text.back() != '-' &&
         std::all_of(text.begin(), text.end(), allowed);
}

bool is_host_name(std::string_view text) {
  const auto allowed = [](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-' || letter == '.';
  };
  return !text.empty() && text.size() <= 253 && text.front() != '.' && text.back() != '.' &&
         text.find("..") == std::string_view::npos && std::all_of(text.begin(), text.end(), allowed);
}

std::string_view host_of(std::string_view address) {
  const std::size_t scheme = address.find("://");
  return scheme == std::string_view::npos ? std::string_view() : address.substr(scheme + 3);
}

bool is_base_url(std::string_view address) {
  if (!address.starts_with("https://") && !address.starts_with("http://")) return false;
  const std::string_view host = host_of(address);
  const std::size_t colon = host.find(':');
  if (!is_host_name(host.substr(0, colon))) return false;
  if (colon == std::string_view::npos) return true;
  const std::string_view port = host.substr(colon + 1);
  return !port.empty() && port.size() <= 5 && port.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_tag_authority(std::string_view text) {
  const std::size_t comma = text.find(',');
  if (!is_host_name(text.substr(0, comma))) return false;
  if (comma == std::string_view::npos) return true;
  const std::string_view day = text.substr(comma + 1);
  if (day.size() == 4) return day.find_first_not_of("0123456789") == std::string_view::npos;
  return parse_date(day).has_value();
}

}  // namespace congbo::site
