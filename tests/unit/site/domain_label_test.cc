// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/site/domain_label.h"

#include "tests/support/catch.h"

using namespace congbo::site;

namespace {

Unit unit(std::string id, std::string name) {
  Unit made;
  made.id = std::move(id);
  made.name.texts = {{"vi", std::move(name)}};
  return made;
}

}  // namespace

TEST_CASE("A host's label is the name written together without marks", "[site][SUBP-02]") {
  CHECK(plain_label("Ủy ban nhân dân xã Suối Lụa") == "suoilua");
  CHECK(full_label("Ủy ban nhân dân xã Suối Lụa") == "xasuoilua");
  CHECK(plain_label("Huyện Đồng Hỷ") == "donghy");
  CHECK(full_label("Huyện Đồng Hỷ") == "huyendonghy");
  CHECK(plain_label("Xã Ea H'Leo") == "eahleo");
  CHECK(plain_label("Sở Kế hoạch và Đầu tư") == "sokehoachvadautu");
}

TEST_CASE("The ten pairs of communes that are one name without marks get two labels", "[site][SUBP-02]") {
  const std::pair<const char*, const char*> pairs[] = {
      {"Xã Văn Lang", "Xã Văn Lăng"},  {"Xã Cẩm Giang", "Xã Cẩm Giàng"}, {"Xã Đồng Tiến", "Phường Đông Tiến"},
      {"Xã Sơn Hà", "Xã Sơn Hạ"},      {"Xã Ba Tơ", "Xã Ba Tô"},         {"Xã Lộc Thạnh", "Xã Lộc Thành"},
      {"Xã Thanh An", "Xã Thạnh An"},  {"Xã Tân Thành", "Xã Tân Thạnh"}, {"Phường Mỹ Tho", "Xã Mỹ Thọ"},
      {"Xã Tân Thành", "Xã Tân Thạnh"}};
  for (const auto& [one, other] : pairs) {
    CAPTURE(one, other);
    const auto labels = distinct_labels({unit("a", one), unit("b", other), unit("c", "Xã Suối Lụa")});
    CHECK(labels.at("a") != labels.at("b"));
    CHECK(labels.at("c") == "suoilua");
    for (const auto& [id, label] : labels)
      CHECK(label.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789") == std::string::npos);
  }
  CHECK(distinct_labels({unit("a", "Phường Mỹ Tho"), unit("b", "Xã Mỹ Thọ")}).at("b") == "xamytho");
}
