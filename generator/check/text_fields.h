// SPDX-License-Identifier: GPL-3.0-or-later
// Fields of the kind markdown (steps of a procedure, a transcript) as the body is read: their mistakes and links,
// placed in the file.
#pragma once
#include <optional>
#include <string_view>

#include "generator/base/source_text.h"
#include "generator/check/visit.h"
#include "generator/markdown/fragment.h"

namespace congbo::check {

// The field's text, or nothing for a field of another kind. Lines and columns, of what is added to `found` too, are
// those of the text itself.
std::optional<markdown::Fragment> read_text_field(const pages::Page& page, const pages::Field& field,
                                                  Diagnostics& found);

// Moves places in the text of a value to where they stand in the file; where YAML folded the text, to the words, else
// to the value. Reads the file: only for what is told.
class FieldPlaces {
 public:
  FieldPlaces(const SiteFacts& facts, const pages::Page& page, const pages::Value& value);
  void move(Place& place) const;

 private:
  std::string_view words_at(const Place& place) const;

  std::optional<SourceText> file_;
  SourceText text_;
  pages::Position at_;
  std::size_t begin_ = 0;    // of the value, in bytes
  bool is_literal_ = false;  // «|»: its lines are the file's
  int indent_ = 0;
};

}  // namespace congbo::check
