// SPDX-License-Identifier: GPL-3.0-or-later
// Private to this module: what others read is PublicRecord::relations.
#pragma once
#include <string>
#include <vector>

#include "generator/record/public_record.h"

namespace congbo::record {

// "replaces" and, from the other side, "replaced_by"; "based_on" and "basis_of".
std::string relation_key(documents::RelationKind kind, documents::Side side);

// «Còn hiệu lực» in the page's language; empty without an interface string of that name.
std::string validity_label(const pages::Page& page, std::string_view validity);

// Whether a line is guidance on the document: an article, no document of its own.
bool is_guidance(const RelatedDocument& related);

// Adds to the documents what explains them: the pages of guidance that name their number, of the same language and
// portal, or of a sub-portal (CAT-06). After all records are made.
void add_guidance(Publication& publication);

std::vector<RelatedDocument> related_documents(const Publication& publication, const pages::Page& page,
                                               const documents::Document& document);

}  // namespace congbo::record
