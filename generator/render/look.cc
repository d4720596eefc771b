// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/render/look.h"

#include "generator/render/assets.h"

namespace congbo::render {

std::string look_css(const site::Portal& portal) {
  if (portal.look.colours.empty()) return {};
  std::string css = ":root {\n";
  for (const auto& [name, value] : portal.look.colours) {
    css += "  --light-";
    css += name;
    css += ": ";
    css += value;
    css += ";\n";
  }
  return css + "}\n";
}

std::string look_path(const site::Portal& portal) {
  const std::string css = look_css(portal);
  return css.empty() ? css : published_path("assets/look.css", css);
}

}  // namespace congbo::render
