// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "generator/site/values/site.h"

namespace congbo::edition {

// Types whose items have a number and replace each other. What is in force among them depends on several pages, so
// their turning points are no affair of a single page's window (generator/documents/relations.h has them).
inline bool holds_documents(const site::ContentType& type) {
  return type.field("number") && type.field("replaces");
}

}  // namespace congbo::edition
