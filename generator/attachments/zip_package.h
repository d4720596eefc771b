// SPDX-License-Identifier: GPL-3.0-or-later
// A package of XML files (DOCX, ODT …), read within bounds. The one user of libzip.
#pragma once
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "generator/attachments/text.h"

struct zip;

namespace congbo::attachments {

class ZipPackage {
 public:
  // `bytes` outlive the package. What is wrong with it is in problem().
  explicit ZipPackage(std::string_view bytes);
  ZipPackage(const ZipPackage&) = delete;
  ZipPackage& operator=(const ZipPackage&) = delete;
  ~ZipPackage();

  bool has(const std::string& name) const;
  // The bytes of an entry; empty where there is none or where a bound was met, which problem() then says.
  std::string read(const std::string& name);
  // Outcome::text while nothing went wrong.
  Outcome problem() const { return problem_; }

 private:
  bool may_expand(std::uint64_t size, std::uint64_t packed);

  zip* zip_ = nullptr;
  std::uint64_t expanded_ = 0;
  Outcome problem_ = Outcome::text;
};

// The part of a relationships file ("word/_rels/document.xml.rels"): id → target, as a path within the package.
std::map<std::string, std::string> relationships(ZipPackage& package, const std::string& of);

}  // namespace congbo::attachments
