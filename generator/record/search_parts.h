// SPDX-License-Identifier: GPL-3.0-or-later
// What the index knows of a page below the page itself: pages of its attachments, sections of a long text (SEA-02).
#pragma once
#include <map>
#include <string>
#include <vector>

#include "generator/attachments/reader.h"
#include "generator/record/public_record.h"

namespace congbo::record {

inline constexpr std::size_t long_text_bytes = 12'000;  // texts that are shorter are found as a whole
inline constexpr std::size_t least_section_bytes = 2'000;
inline constexpr std::size_t part_text_bytes = 4'000;  // of one part; longer pages and sections become several
inline constexpr unsigned most_uses = 3;               // pages for which the text of one file is indexed, in order

// False for most pages: nothing below need be asked then.
bool may_have_parts(const PublicRecord& record);

// `whole` is search_document() of the record, which gets its `group` where it has parts. A file that is there as a PDF
// too is read from that, whose pages can be linked to. `uses` counts, by file, the pages that were asked about before.
// What cannot be read has no parts; the rule «attachments» has said so. `attachments` may be null.
std::vector<search::SearchDocument> search_parts(const Publication& publication, const PublicRecord& record,
                                                 attachments::Reader* attachments,
                                                 std::map<std::string, unsigned>& uses, search::SearchDocument& whole);

}  // namespace congbo::record
