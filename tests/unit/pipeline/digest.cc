// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/pipeline/digest.h"

#include "tests/support/catch.h"
#include "tests/support/site_from_text.h"

using namespace congbo;
using namespace congbo::tests;

namespace {

constexpr std::string_view week = R"(
-- content/_site/units.yaml --
van-phong: {name: {vi: Văn phòng, en: Office}}
so-y-te: {name: {vi: Sở Y tế, en: Department of Health}}
-- content/_site/policy.yaml --
extends: district
-- content/tin-tuc/moi.md --
---
title: Tin trong tuần
unit: van-phong
date: 2026-05-28
---
Chữ.
-- content/tin-tuc/cu.md --
---
title: Tin tuần trước
unit: so-y-te
date: 2026-05-20
---
Chữ.
-- content/tin-tuc/nhap.md --
---
title: Tin chưa đăng
unit: so-y-te
date: 2026-05-28
status: draft
---
Chữ.
-- content/van-ban/mot.md --
---
title: Quyết định mới
type: document
unit: van-phong
number: 12/QĐ-UBND
form: quyet-dinh
issuer: Ủy ban
issued_on: 2026-05-29
effective_on: 2026-05-29
abstract: Trích yếu
field: y-te
---
Chữ.
-- content/y-kien/du-thao.md --
---
title: Dự thảo quy chế
type: consultation
unit: van-phong
kind: policy
drafting_unit: van-phong
draft_files: [du-thao/a.pdf]
opens_on: 2026-05-01
closes_on: 2026-06-03
receiver: {address: Số 1, email: gopy@tinh.example.gov.vn}
---
Chữ.
-- content/hoi-dap/cham.md --
---
title: Câu hỏi trả lời chậm
type: qa
unit: van-phong
question: Hỏi gì?
asked_on: 2026-04-01
field: y-te
answered_on: 2026-05-28
class: own
answered_by: {name: Một người, position: Chánh Văn phòng, unit: van-phong, authority: head}
---
Trả lời.
)";

std::string part(const std::string& text, const std::string& heading) {
  const std::size_t begin = text.find(heading + "\n\n");
  if (begin == std::string::npos) return "(no part)";
  const std::size_t start = begin + heading.size() + 2;
  return text.substr(start, std::min(text.find("\n\n", start), text.find("\n#", start)) - start);
}

}  // namespace

TEST_CASE("the digest of a week holds what leaders ask for, and nothing else", "[ID-09]") {
  const BuiltSite built = site_from_text(week, "2026-05-31T18:00");
  const std::string digest = pipeline::weekly_digest(*built.site, diagnostics::Language::vietnamese);
  INFO(built.found() << digest);
  CHECK(digest.find("25/5/2026 – 31/5/2026") != std::string::npos);
  CHECK(part(digest, "## Văn bản mới") ==
        "- [Quyết định mới](https://tinh.example.gov.vn/van-ban/mot.html) – Văn phòng");
  CHECK(part(digest, "## Đang lấy ý kiến").starts_with("- [Dự thảo quy chế]("));
  CHECK(part(digest, "## Kết quả khảo sát") == "Không có.");
  CHECK(part(digest, "## Tin, bài của các đơn vị") == "- Văn phòng: 3\n- Sở Y tế: 0");
  CHECK(digest.find("- content/hoi-dap/cham.md: ", digest.find("# Quá hạn")) != std::string::npos);
  CHECK(digest.find("Tin chưa đăng") == std::string::npos);
  CHECK(digest.find("Tin tuần trước") == std::string::npos);
}
