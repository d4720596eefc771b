// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/http/request_target.h"

#include <algorithm>

#include "generator/base/unicode.h"

namespace congbo::http {
namespace {

constexpr std::size_t most_parameters = 100;

int hexadecimal(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

enum class Part { path, query };

// In a query "+" is a space, and a "%" that begins no escape is itself: people type «50%» into the address bar.
std::optional<std::string> decode(std::string_view text, Part part) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      const int high = i + 1 < text.size() ? hexadecimal(text[i + 1]) : -1;
      const int low = i + 2 < text.size() ? hexadecimal(text[i + 2]) : -1;
      if (high >= 0 && low >= 0) {
        decoded += static_cast<char>(high * 16 + low);
        i += 2;
        continue;
      }
      if (part == Part::path) return std::nullopt;
    }
    decoded += part == Part::query && text[i] == '+' ? ' ' : text[i];
  }
  if (first_invalid_utf8(decoded)) return std::nullopt;
  return decoded;
}

bool is_forbidden(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '\\';
}

bool is_safe_path(std::string_view path) {
  if (path.empty() || path[0] != '/' || std::any_of(path.begin(), path.end(), is_forbidden)) return false;
  for (std::size_t begin = 1; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view part = path.substr(begin, end - begin);
    if (part == "." || part == "..") return false;
    begin = end + 1;
  }
  return true;
}

bool add_parameter(RequestTarget& target, std::string_view pair) {
  if (pair.empty()) return true;
  const std::size_t equals = std::min(pair.find('='), pair.size());
  auto name = decode(pair.substr(0, equals), Part::query);
  auto value = decode(pair.substr(std::min(equals + 1, pair.size())), Part::query);
  if (!name || !value || value->find('\0') != std::string::npos || target.parameters.size() >= most_parameters)
    return false;
  target.parameters.emplace(std::move(*name), std::move(*value));
  return true;
}

bool add_parameters(RequestTarget& target, std::string_view query) {
  while (!query.empty()) {
    const std::size_t end = std::min(query.find('&'), query.size());
    if (!add_parameter(target, query.substr(0, end))) return false;
    query.remove_prefix(std::min(end + 1, query.size()));
  }
  return true;
}

}  // namespace

std::optional<RequestTarget> parse_target(std::string_view target) {
  target = target.substr(0, target.find('#'));
  const std::size_t mark = std::min(target.find('?'), target.size());
  auto path = decode(target.substr(0, mark), Part::path);
  if (!path || !is_safe_path(*path)) return std::nullopt;
  RequestTarget result{std::move(*path), {}};
  if (!add_parameters(result, target.substr(std::min(mark + 1, target.size())))) return std::nullopt;
  return result;
}

}  // namespace congbo::http
