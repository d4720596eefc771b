// SPDX-License-Identifier: GPL-3.0-or-later
// How heavy findings are: by policy, by level, by the page being a draft.
#include "generator/pipeline/severity.h"

#include "tests/support/catch.h"
#include "tests/support/site_from_text.h"

using namespace congbo;
using namespace congbo::tests;

namespace {

constexpr std::string_view page = R"(
-- content/tin-tuc/mot.md --
---
title: Một tin
unit: van-phong
---

Xem [tin](khong-co.md).
)";

// "error link-missing" lines.
std::string weights(const pipeline::Site& site) {
  std::string text;
  for (const Diagnostic& one : site.found.all())
    text += (one.severity == Severity::error     ? "error "
             : one.severity == Severity::warning ? "warning "
                                                 : "note ") +
            one.code + "\n";
  return text;
}

std::string at(std::string_view policy, std::string_view text = page,
               diagnostics::Level level = diagnostics::Level::publish) {
  std::map<std::string, std::string> files = files_from_text(text);
  if (!policy.empty()) files["content/_site/policy.yaml"] = policy;
  for (const auto& [path, usual] : usual_files()) files.emplace(path, usual);
  pipeline::PrepareRequest request;
  request.snapshot = memory_snapshot(std::move(files));
  request.now = *parse_instant("2026-06-01T08:00");
  request.level = level;
  request.audience = level == diagnostics::Level::publish ? edition::Audience::everyone : edition::Audience::drafts;
  StageTimer timer;
  return weights(*pipeline::prepare(request, timer));
}

}  // namespace

TEST_CASE("a policy makes a finding lighter, heavier or hides it; without one it weighs as usual",
          "[pipeline][REF-01]") {
  CHECK(at("") == "error link-missing\n");
  CHECK(at("checks: {link-missing: warning}\n") == "warning link-missing\n");
  CHECK(at("checks: {link-missing: error}\n") == "error link-missing\n");
  CHECK(at("checks: {link-missing: off}\n").empty());
}

TEST_CASE("each portal weighs its own findings", "[pipeline][SUBP-06]") {
  const std::string two = std::string(page) + R"(
-- content/_site/policy.yaml --
checks: {link-missing: warning}
-- content/sites/xa/_site/site.yaml --
name: Xã
base_url: https://xa.tinh.example.gov.vn
contact: {address: Số 1, phone: "0000000000", email: bbt@tinh.example.gov.vn}
-- content/sites/xa/_site/policy.yaml --
checks: {link-missing: error}
-- content/sites/xa/_index.md --
---
title: Xã
---

Xem [tin](khong-co.md).
)";
  CHECK(at("", two) == "error link-missing\nwarning link-missing\n");
}

TEST_CASE("what cannot be built stays an error whatever a policy says", "[pipeline]") {
  CHECK(at("checks: {key-unknown: off}\n",
           "-- content/tin-tuc/a.md --\n---\ntitle: A\nunit: van-phong\ntitel: B\n---\n") ==
        "error policy-check-fixed\nerror field-unknown\n");
}

TEST_CASE("a draft is asked for less than a page that is published", "[pipeline][REF-08]") {
  using diagnostics::Level;
  CHECK(at("", page, Level::preview) == "error link-missing\n");
  CHECK(at("", page, Level::draft) == "warning link-missing\n");
  const std::string secret =
      "-- content/tin-tuc/a.md --\n---\ntitle: A\nunit: van-phong\n---\n\nSố: 12/KH\n\nTUYỆT MẬT\n";
  CHECK(at("", secret, Level::draft) == "error secret-mark\n");
  const std::string draft =
      "-- content/tin-tuc/a.md --\n---\ntitle: A\nstatus: draft\n---\n\nXem [tin](khong-co.md).\n";
  CHECK(at("", draft) == "warning unit-or-source-missing\n");
  CHECK(at("", draft, Level::preview) == "warning unit-or-source-missing\nwarning link-missing\n");
}

TEST_CASE("what the portal as a whole lacks weighs less before it is published", "[pipeline][ID-04]") {
  using diagnostics::Level;
  const std::string lacking =
      "-- content/_site/site.yaml --\nformat: 1\nid: main\nname: A\nbase_url: "
      "https://a.example.gov.vn\ncontact: {phone: \"1\", email: a@a.example.gov.vn}\n";
  CHECK(at("", lacking) == "error contact-incomplete\n");
  CHECK(at("", lacking, Level::preview) == "warning contact-incomplete\n");
}
