// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/site/domain_label.h"

#include <algorithm>
#include <array>

#include "generator/base/slug.h"

namespace congbo::site {
namespace {

std::string joined(std::string text) {
  std::erase(text, '-');
  return text;
}

// "uy-ban-nhan-dan-xa-suoi-lua" → "xa-suoi-lua"
std::string without_body(std::string name) {
  for (const std::string_view body :
       {"uy-ban-nhan-dan-", "ubnd-", "hoi-dong-nhan-dan-", "trang-thong-tin-dien-tu-", "cong-thong-tin-dien-tu-"})
    if (name.starts_with(body)) name.erase(0, body.size());
  return name;
}

std::string without_kind(std::string name) {
  for (const std::string_view kind :
       {"xa-", "phuong-", "thi-tran-", "dac-khu-", "huyen-", "quan-", "thi-xa-", "thanh-pho-", "tinh-"})
    if (name.starts_with(kind) && name.size() > kind.size()) return name.substr(kind.size());
  return name;
}

bool is_place(std::string_view name) {
  const std::string short_name = without_body(slug(name));
  return without_kind(short_name) != short_name;
}

}  // namespace

std::string plain_label(std::string_view unit_name) {
  return joined(without_kind(without_body(slug(unit_name))));
}

std::string full_label(std::string_view unit_name) {
  return joined(without_body(slug(unit_name)));
}

std::map<std::string, std::string> distinct_labels(const std::vector<Unit>& units) {
  std::map<std::string, std::vector<const Unit*>> by_plain;
  for (const Unit& unit : units) by_plain[plain_label(unit.name.in("vi"))].push_back(&unit);
  std::map<std::string, std::string> labels;
  for (const auto& [plain, same] : by_plain) {
    std::map<std::string, int> used;
    for (const Unit* unit : same) {
      const std::string_view name = unit->name.in("vi");
      std::string label = same.size() > 1 && is_place(name) ? full_label(name) : plain;
      const int times = ++used[label];
      if (times > 1) label += std::to_string(times);
      labels[unit->id] = std::move(label);
    }
  }
  return labels;
}

}  // namespace congbo::site
