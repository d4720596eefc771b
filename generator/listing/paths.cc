// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/listing/values/listing.h"

namespace congbo::listing {

namespace {

const Listings::Terms* terms_of(const Listings& listings, const site::Portal& portal, std::string_view language) {
  for (const Listings::Terms& terms : listings.terms)
    if (terms.language == language && terms.portal == portal.id) return &terms;
  return nullptr;
}

std::string path_in(const Listings::TermPaths& paths, std::string_view name) {
  const auto found = paths.find(name);
  return found == paths.end() ? std::string() : found->second;
}

}  // namespace

std::string Listings::tag_path(const site::Portal& portal, std::string_view language, std::string_view tag) const {
  const Terms* known = terms_of(*this, portal, language);
  return known ? path_in(known->tags, tag) : std::string();
}

std::string Listings::unit_path(const site::Portal& portal, std::string_view language, std::string_view unit) const {
  const Terms* known = terms_of(*this, portal, language);
  return known ? path_in(known->units, unit) : std::string();
}

std::string Listings::category_path(const site::Portal& portal, std::string_view language,
                                    std::string_view category) const {
  const Terms* known = terms_of(*this, portal, language);
  return known ? path_in(known->categories, category) : std::string();
}

}  // namespace congbo::listing
