// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/hosting/policy.h"

#include <algorithm>
#include <array>

namespace congbo::hosting {

namespace {

bool holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// <script … src=…>, whatever stands between.
bool loads_script(std::string_view html) {
  for (std::size_t at = html.find("<script"); at != std::string_view::npos; at = html.find("<script", at + 1))
    if (holds(html.substr(at, html.find('>', at) - at), "src=")) return true;
  return false;
}

// Devices and powers that a page of information never asks for.
constexpr std::string_view permissions =
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), "
    "midi=(), payment=(), publickey-credentials-get=(), screen-wake-lock=(), usb=(), xr-spatial-tracking=()";

}  // namespace

Loads loads_of_look(const std::map<std::string, std::string>& layout_files) {
  Loads loads;
  for (const auto& [file, bytes] : layout_files) {
    if (file.ends_with(".html")) loads.scripts = loads.scripts || loads_script(bytes);
    if (!file.ends_with(".css")) continue;
    loads.fonts = loads.fonts || holds(bytes, "@font-face");
    loads.data_urls =
        loads.data_urls || holds(bytes, "url(data:") || holds(bytes, "url(\"data:") || holds(bytes, "url('data:");
  }
  return loads;
}

bool is_media(std::string_view path) {
  static constexpr std::array<std::string_view, 10> endings = {".mp4", ".webm", ".ogv", ".mp3",  ".m4a",
                                                               ".ogg", ".oga",  ".wav", ".opus", ".vtt"};
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return path.ends_with(ending); });
}

std::string content_security_policy(const Loads& loads, Host host) {
  std::string policy =
      "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; img-src 'self'";
  if (loads.data_urls) policy += " data:";
  policy += "; style-src 'self'; manifest-src 'self'";
  if (loads.scripts || host == Host::preview) policy += "; script-src 'self'; connect-src 'self'";
  if (loads.media) policy += "; media-src 'self'";
  if (loads.fonts) policy += "; font-src 'self'";
  if (host == Host::published) policy += "; upgrade-insecure-requests";
  return policy;
}

std::vector<std::pair<std::string, std::string>> common_headers(const Loads& loads, Host host) {
  std::vector<std::pair<std::string, std::string>> headers = {
      {"Content-Security-Policy", content_security_policy(loads, host)},
      {"Cross-Origin-Opener-Policy", "same-origin"},
      {"Permissions-Policy", std::string(permissions)},
      {"Referrer-Policy", "strict-origin-when-cross-origin"},
      {"X-Content-Type-Options", "nosniff"},
      {"X-Frame-Options", "DENY"}};
  if (host == Host::published) headers.emplace_back("Strict-Transport-Security", "max-age=31536000");
  return headers;
}

const std::vector<ContentType>& content_types() {
  static const std::vector<ContentType> types = {
      {"avif", "image/avif"},
      {"bin", "application/octet-stream"},
      {"css", "text/css", true},
      {"csv", "text/csv", true},
      {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
      {"epub", "application/epub+zip"},
      {"geojson", "application/geo+json", true},
      {"gif", "image/gif"},
      {"html", "text/html", true},
      {"ico", "image/x-icon"},
      {"ics", "text/calendar", true},
      {"jpeg", "image/jpeg"},
      {"jpg", "image/jpeg"},
      {"js", "text/javascript", true},
      {"json", "application/json", true},
      {"m4a", "audio/mp4"},
      {"mp3", "audio/mpeg"},
      {"mp4", "video/mp4"},
      {"odg", "application/vnd.oasis.opendocument.graphics"},
      {"odp", "application/vnd.oasis.opendocument.presentation"},
      {"ods", "application/vnd.oasis.opendocument.spreadsheet"},
      {"odt", "application/vnd.oasis.opendocument.text"},
      {"oga", "audio/ogg"},
      {"ogg", "audio/ogg"},
      {"ogv", "video/ogg"},
      {"opus", "audio/ogg"},
      {"pdf", "application/pdf"},
      {"png", "image/png"},
      {"pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
      {"srt", "application/x-subrip", true},
      {"svg", "image/svg+xml", true},
      {"txt", "text/plain", true},
      {"vcf", "text/vcard", true},
      {"vtt", "text/vtt", true},
      {"wav", "audio/wav"},
      {"wasm", "application/wasm"},
      {"webm", "video/webm"},
      {"webmanifest", "application/manifest+json", true},
      {"webp", "image/webp"},
      {"woff2", "font/woff2"},
      {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
      {"xml", "application/xml", true},
      {"zip", "application/zip"},
  };
  return types;
}

}  // namespace congbo::hosting
