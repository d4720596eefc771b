// SPDX-License-Identifier: GPL-3.0-or-later
// What only pages of some kinds show: weeks, cards, pictures, sound and video, charts, outlines, chosen items. Kinds
// are known by their fields, so that a type of a portal's own has them too.
#pragma once
#include "generator/render/page_views.h"

namespace congbo::render {

void fill_special_parts(const ViewSources& sources, const record::PublicRecord& record, View& view, Texts& texts);

// True for a field that such a part shows: it is not among the facts as well.
bool is_special_part(const record::PublicRecord& record, const record::DisplayField& field);
// PORTRAIT: the picture of a person (PPL-01), none without the field «photo». `words` stand for it.
void fill_portrait(const record::Publication& publication, const record::PublicRecord& record, std::string_view words,
                   View& view, Texts& texts);

// WEEK: the entries of a schedule by day and part of the day (DIR-04); nothing for other pages. With `left_out` only
// days and parts of them that have entries; of more than a week only days that have any.
enum class EmptyDays { shown, left_out };
void fill_week(const ViewSources& sources, const record::PublicRecord& record, EmptyDays empty, View& view,
               Texts& texts);

// DIRECTORY and FORMER of a section's list: its people by unit, in the order of the units (PPL-03, PPL-04).
void fill_directory(const ViewSources& sources, const listing::List& list, View& view, Texts& texts);

}  // namespace congbo::render
