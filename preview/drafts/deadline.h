// SPDX-License-Identifier: GPL-3.0-or-later
// By when the regulation wants a page published (TIM-04, TIM-09, TIM-10, TIM-12, TIM-14): the portal's policy, its
// calendar and its office hours.
#pragma once
#include <optional>

#include "generator/base/instant.h"
#include "generator/pages/values/page.h"
#include "generator/site/values/policy.h"

namespace congbo::drafts {

// Nothing where no deadline of the policy counts to publication, or the page lacks the day it counts from. Of several
// the nearest.
std::optional<Instant> publication_deadline(const site::Policy& policy, const pages::Page& page);

// The moment `hours` office hours after `from`: only time inside office hours ("07:30-11:30 13:30-17:00") of working
// days counts. Nothing where the office hours cannot be read.
std::optional<Instant> after_office_hours(const site::Calendar& calendar, std::string_view office_hours, Instant from,
                                          int hours);

}  // namespace congbo::drafts
