// SPDX-License-Identifier: GPL-3.0-or-later
// `congbo new`: a file that an editor only has to fill in.
#pragma once
#include <string>

#include "generator/base/file_system.h"
#include "generator/base/instant.h"
#include "generator/base/result.h"
#include "generator/site/values/site.h"

namespace congbo::authoring {

struct NewItem {
  std::string root;  // folder of the portal's repository
  std::string type;  // id of a content type
  std::string title;
  std::string section;  // below the portal, "tin-tuc"; empty: the section whose default type it is
  std::string portal;   // id; empty: the main one
  std::string unit;     // id or name; empty: left for the editor to fill in
  Date today;
};

struct NewPlace {
  const site::Portal* portal = nullptr;  // of the site that was asked
  const site::ContentType* type = nullptr;
  std::string path;        // of the new file, from the portal's root
  bool says_type = false;  // the section would give it another type
};

// Where the item goes. News and notices go into folders by year and month. Fails with "type-unknown", "unit-unknown",
// "portal-unknown", "section-needed", "section-name-not-slug", "path-outside", "title-empty", "file-exists".
Result<NewPlace> place_new_item(const FileSystem& files, const site::Site& site, const NewItem& item);

// Writes a draft with every mandatory key of the type, in its order, each with its Vietnamese label beside it, and the
// optional ones as comments. The path, from the portal's root. Fails as place_new_item() does.
Result<std::string> write_new_item(FileSystem& files, const site::Site& site, const NewItem& item);

}  // namespace congbo::authoring
