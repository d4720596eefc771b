// SPDX-License-Identifier: GPL-3.0-or-later
// What is made of the pictures that visible pages refer to (MED-03).
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "generator/images/recipe.h"
#include "generator/pipeline/pipeline.h"
#include "generator/record/pictures.h"

namespace congbo::pipeline {

// One picture of the repository. The first recipe is what is published under its own name.
struct PictureJob {
  const SnapshotEntry* entry = nullptr;
  images::Facts facts;
  std::vector<images::Recipe> recipes;
  Place where;  // the first page that refers to it
};

struct PictureShelf {
  std::vector<PictureJob> jobs;                           // by source
  std::unordered_map<std::string, std::uint32_t> number;  // of a source
  record::Pictures shown;                                 // for pages
  std::shared_ptr<images::Workshop> workshop;

  const PictureJob* find(const std::string& source) const {
    const auto known = number.find(source);
    return known == number.end() ? nullptr : &jobs[known->second];
  }
};

// Reads the header of every picture; makes none. Without a workshop the shelf is empty. `found`: focuses of covers that
// make no sense, files that are no pictures or over the bounds.
std::shared_ptr<const PictureShelf> survey_pictures(const Site& site, const PrepareRequest& request,
                                                    Diagnostics& found);

// Makes what the store does not hold yet. A picture that cannot be decoded, or is over the bounds of
// generator/images/recipe.h, is an error of the content, in `found`: nobody could take out of it what must not be
// published. A failure of the environment is the Diagnostic. `tell` hears how far it is, one call at a time, and says
// whether to go on.
Result<Done> make_pictures(const Site& site, const PrepareRequest& request, Diagnostics& found,
                           const std::function<bool(const std::string&)>& tell);

// One file, made now if need be. The failure bears the place of the page that shows the picture.
Result<std::string> picture_file(const Site& site, const PictureJob& picture, std::uint32_t part);

}  // namespace congbo::pipeline
