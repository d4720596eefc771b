// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/drafts/words.h"

#include <array>

#include "generator/base/html_escape.h"

namespace congbo::drafts {

std::string duration_text(std::int64_t seconds, Language language) {
  struct Unit {
    std::int64_t seconds;
    std::string_view vietnamese, english;
  };
  static constexpr std::array<Unit, 3> units = {Unit{86400, "ngày", "d"}, Unit{3600, "giờ", "h"},
                                                Unit{60, "phút", "min"}};
  for (const Unit& unit : units)
    if (seconds >= unit.seconds)
      return std::to_string(seconds / unit.seconds) + " " + std::string(say(language, unit.vietnamese, unit.english));
  return std::string(say(language, "dưới 1 phút", "under a minute"));
}

std::string size_text(std::uint64_t bytes, Language language) {
  if (bytes < 1000) return std::to_string(bytes) + " byte";
  const bool mega = bytes >= 1'000'000;
  const std::uint64_t tenths = bytes / (mega ? 100'000 : 100);
  std::string text = std::to_string(tenths / 10);
  if (tenths < 100 && tenths % 10 != 0) text += std::string(say(language, ",", ".")) + std::to_string(tenths % 10);
  return text + (mega ? " MB" : " kB");
}

std::string page_frame(const Frame& frame, Language language) {
  std::string html = "<!DOCTYPE html>\n<html lang=\"" + std::string(say(language, "vi", "en")) +
                     "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, "
                     "initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"robots\" "
                     "content=\"noindex\">\n<link rel=\"icon\" href=\"data:,\">\n<title>" +
                     html_escape(frame.title) +
                     "</title>\n<link rel=\"stylesheet\" href=\"/_preview/portal.css\">\n<link rel=\"stylesheet\" "
                     "href=\"/_preview/drafts.css\">\n";
  if (!frame.script.empty()) html += "<script src=\"" + frame.script + "\" defer></script>\n";
  if (!frame.reload_version.empty())
    html += "<script src=\"/_preview/reload.js\" data-version=\"" + html_escape(frame.reload_version) +
            "\" defer></script>\n";
  return html + "</head>\n<body class=\"congbo-page\">\n<main class=\"wrap\">\n" + frame.main +
         "</main>\n</body>\n</html>\n";
}

}  // namespace congbo::drafts
