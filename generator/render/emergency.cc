// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/render/emergency.h"

#include "generator/render/names.h"
#include "generator/site/values/emergency.h"

namespace congbo::render {

using site::EmergencyNotice;

std::string emergency_path(std::string_view language) {
  return "/khan-cap." + std::string(language) + ".html";
}

std::string emergency_banner(const Frame& frame, Instant now, const TemplateStore& templates) {
  View view(&frame.shared);
  Texts texts;
  std::size_t shown = 0;
  for (const EmergencyNotice& notice : site::emergency_of(*frame.portal).notices) {
    if (!notice.is_shown(now)) continue;
    const std::string level(site::name_of(notice.level));
    View& row = view.add(name::notices);
    row.set(name::level, texts.keep(level));
    row.set(name::level_label, frame.string(texts.keep("emergency." + level)));
    row.set(name::text, notice.text.in(frame.language));
    row.set(name::text_language, fallback_language(notice.text, frame.language));
    row.set(name::path, notice.link);
    row.set(name::label, notice.link_label.empty() ? frame.string("emergency.more")
                                                   : std::string_view(notice.link_label.in(frame.language)));
    ++shown;
  }
  std::string html;
  if (shown > 0) templates.expand("partials/emergency.html", view, html);
  return html;
}

std::string emergency_part(const Frame& frame) {
  const site::Emergency& emergency = site::emergency_of(*frame.portal);
  if (emergency.way == site::EmergencyWay::rebuild) return frame.emergency;
  const std::string path = emergency_path(frame.language);
  // Caddy's delimiters are set to these in hosting/<portal>/caddy.conf, so that no text of a page is ever a template.
  if (emergency.server == site::ServerKind::caddy) return "<!--#include \"" + path + "\"-->";
  return "<!--#include virtual=\"" + path + "\" -->";
}

}  // namespace congbo::render
