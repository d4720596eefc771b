// SPDX-License-Identifier: GPL-3.0-or-later
// Words and the frame of the pages that the preview of drafts makes itself.
#pragma once
#include <string>
#include <string_view>

#include "generator/base/instant.h"
#include "generator/diagnostics/catalogue.h"

namespace congbo::drafts {

using diagnostics::Language;

inline std::string_view say(Language language, std::string_view vietnamese, std::string_view english) {
  return language == Language::vietnamese ? vietnamese : english;
}

// «5 phút», «3 giờ», «2 ngày»: the largest whole unit; «dưới 1 phút» for less than one.
std::string duration_text(std::int64_t seconds, Language language);
// «1,2 MB», «340 kB», «12 byte».
std::string size_text(std::uint64_t bytes, Language language);
// "30/11/2026" as people read it, with the minute: «08:30, 30/11/2026».
inline std::string moment_text(Instant moment) {
  return to_vietnamese(moment);
}

struct Frame {
  std::string title;
  std::string main;            // HTML
  std::string reload_version;  // non-empty: the page reloads when /_preview/version says something else
  std::string script;          // path of one more script; empty for none
};
// A whole document in the portal's look.
std::string page_frame(const Frame& frame, Language language);

}  // namespace congbo::drafts
