// SPDX-License-Identifier: GPL-3.0-or-later
// What browsers are told about a portal's pages (SEC-01): what they may load, how long they may keep it, what it is.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace congbo::hosting {

// What the published pages of a portal load, beside styles and pictures; all from the portal's own host: the check of
// layouts refuses other hosts and inline code, Markdown has neither.
struct Loads {
  bool scripts = false;    // <script src>; data such as JSON-LD is none
  bool media = false;      // sound or video
  bool fonts = false;      // of the look
  bool data_urls = false;  // pictures written into a style sheet
};
// What layouts and style sheets ask for, path → bytes. Media are a matter of the pages (see Loads::media).
Loads loads_of_look(const std::map<std::string, std::string>& layout_files);
// Whether a published file of that name is played in its page: a page with one loads media.
bool is_media(std::string_view path);

enum class Host {
  published,  // a portal with https
  plain,      // a portal whose address is http
  preview,    // this machine, with the preview's own script
};

// The policy; never «unsafe-…», no host but the own one.
std::string content_security_policy(const Loads& loads, Host host);

// Name and value of every header that all answers bear, the policy first.
std::vector<std::pair<std::string, std::string>> common_headers(const Loads& loads, Host host);

// How long an answer may be kept.
inline constexpr std::string_view cache_of_pages = "public, max-age=60, must-revalidate";
inline constexpr std::string_view cache_of_feeds = "public, max-age=300, must-revalidate";
inline constexpr std::string_view cache_of_fixed = "public, max-age=31536000, immutable";
// Which paths: regular expressions of all three servers. Fixed are those whose name says their content.
inline constexpr std::string_view fixed_pattern =
    R"(^/assets/|^/search/[0-9a-f]{16}/|-[0-9]+-[0-9a-f]{10}\.(avif|webp|jpg|png)$|\.[0-9a-f]{8,64}\.[a-z0-9]+$)";
inline constexpr std::string_view feeds_pattern = R"(\.(xml|ics)$)";

// Ending without dot, media type, whether it is text in UTF-8.
struct ContentType {
  std::string_view ending, type;
  bool text = false;
};
const std::vector<ContentType>& content_types();

}  // namespace congbo::hosting
