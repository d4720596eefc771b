// SPDX-License-Identifier: GPL-3.0-or-later
// The blocks a home page may have, in the order they stand in where a portal does not say another (`home:` of
// site.yaml).
#pragma once
#include <span>
#include <string_view>

namespace congbo::site {

struct HomeBlock {
  std::string_view id;
  std::span<const std::string_view> types;  // content types that it shows, so that no other block has to
};

std::span<const HomeBlock> home_blocks();

}  // namespace congbo::site
