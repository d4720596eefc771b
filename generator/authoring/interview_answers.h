// SPDX-License-Identifier: GPL-3.0-or-later
// What an answer means among the choices of its question. Used by interview.cc only.
#pragma once
#include <string>
#include <vector>

#include "generator/authoring/interview.h"

namespace congbo::authoring {

// The units, the vocabulary or the fixed choices of a field; empty for other kinds.
std::vector<Choice> choices_of(const site::Portal& portal, const site::FieldSchema& field);

// A number stands for the choice of that number, a name for its id; «có», «không» for true and false.
std::string resolved(const Question& question, std::string answer);

// What is odd about an answer that may be right all the same: a number that no document has. The checks of the portal
// would say so later.
Diagnostics doubts_about(const site::ContentType& type, std::string_view key, const std::string& answer);

// The form of the document with that number: "12/2026/QĐ-UBND" → "quyet-dinh"; empty where it does not tell.
std::string form_of(const std::string& number);

// Makes what was probably meant the usual answer of the next question.
void offer_nearest(const std::string& answer, Question& question);

}  // namespace congbo::authoring
