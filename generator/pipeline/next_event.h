// SPDX-License-Identifier: GPL-3.0-or-later
// Why a site will be another at its next event: for the words of `congbo build`.
#pragma once
#include <string>

#include "generator/diagnostics/catalogue.h"
#include "generator/pipeline/pipeline.h"

namespace congbo::pipeline {

struct NextEvent {
  Instant moment;
  const pages::Page* page = nullptr;  // of the site; null when it is about the portal itself
  std::string key;                    // of the page's front matter, or "emergency.yaml", "hosts"; empty when not known
  std::string reason;                 // «‹Tên bài› hết hạn đăng»
};

// Nothing when the site stays as it is. Looks for the first page that names the moment; a moment that follows from
// several documents together (their validity) has a reason without a page.
std::optional<NextEvent> next_event_of(const Site& site, diagnostics::Language language);

}  // namespace congbo::pipeline
