// SPDX-License-Identifier: GPL-3.0-or-later
// Asks an editor for what a new item needs, key by key, with the checker's own rules at each answer.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "generator/authoring/new_item.h"
#include "generator/base/diagnostic.h"

namespace congbo::authoring {

struct Choice {
  std::string id;
  site::LocalText label;
};

// What is asked. `mistakes` are what was wrong with the last answer to it.
struct Question {
  std::string key;  // "dossier.item"
  site::LocalText label, help;
  site::Kind kind = site::Kind::text;
  std::vector<Choice> choices;
  std::string usual;          // taken when nothing is typed; empty: something must be typed
  bool may_be_empty = false;  // an empty answer ends a list
  Diagnostics mistakes;
};

// The answer as typed, without spaces around it; nothing when the editor stops (end of input).
using Ask = std::function<std::optional<std::string>(const Question&)>;

// A file of the editor's machine that goes beside the new item.
struct Enclosure {
  std::string from, to;  // `to` from the portal's root
};

struct Interviewed {
  std::string text;  // of the new file
  std::vector<Enclosure> enclosures;
};

// Asks for the mandatory keys of the type in its order, then for those that the answers make mandatory. `item.unit` is
// not asked for when it is set. `path` is where the file will be. Fails with "new-stopped" when an answer is nothing.
Result<Interviewed> interview(const FileSystem& files, const site::Portal& portal, const site::ContentType& type,
                              const NewItem& item, const std::string& path, const Ask& ask);

// As write_new_item(), with what is mandatory asked for. Nothing is written when the editor stops.
Result<std::string> write_asked_item(FileSystem& files, const site::Site& site, const NewItem& item, const Ask& ask);

}  // namespace congbo::authoring
