// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/site/home_blocks.h"

#include <array>

namespace congbo::site {

namespace {

using namespace std::string_view_literals;

constexpr std::array procedures = {"procedure"sv}, notices = {"notice"sv}, documents = {"document"sv},
                     consultations = {"consultation"sv}, schedules = {"schedule"sv}, questions = {"qa"sv},
                     links = {"external-link"sv}, collections = {"collection"sv}, news = {"news"sv};
constexpr std::array media = {"gallery"sv, "video"sv, "audio"sv};

constexpr std::array blocks = {HomeBlock{"featured", {}},         HomeBlock{"services", procedures},
                               HomeBlock{"latest", news},         HomeBlock{"documents", documents},
                               HomeBlock{"notices", notices},     HomeBlock{"consultations", consultations},
                               HomeBlock{"questions", questions}, HomeBlock{"schedule", schedules},
                               HomeBlock{"media", media},         HomeBlock{"collections", collections},
                               HomeBlock{"sections", {}},         HomeBlock{"intro", {}},
                               HomeBlock{"offered", {}},          HomeBlock{"portals", {}},
                               HomeBlock{"links", links}};

}  // namespace

std::span<const HomeBlock> home_blocks() {
  return blocks;
}

}  // namespace congbo::site
