// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a new item: what its type asks for, to be filled in. Used by new_item.cc only.
#pragma once
#include <string>

#include "generator/authoring/new_item.h"

namespace congbo::authoring {

enum class TypeLine { written, usual };  // usual: the section gives the type

// A draft: mandatory keys first, those within keys too, each with its label and what may be written as a comment; then
// the optional and the conditional ones as comments, with the condition.
std::string skeleton(const site::Portal& portal, const site::ContentType& type, const NewItem& item, TypeLine line);

}  // namespace congbo::authoring
