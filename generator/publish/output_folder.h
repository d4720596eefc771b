// SPDX-License-Identifier: GPL-3.0-or-later
// The fixed part of an output folder: .release with its lock, the link that says which tree is shown, the links
// `public` and `private`. Used inside publish only.
#pragma once
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "generator/base/result.h"
#include "generator/publish/disk.h"

namespace congbo::publish {

class OutputFolder {
 public:
  // Makes what is missing, takes the lock, clears what a killed build left. "output-foreign" before anything is made.
  static Result<OutputFolder> open(const std::string& out);

  const std::string& path() const { return path_; }  // "<out>/.release"
  int releases() const { return releases_.get(); }
  const std::string& shown_name() const { return shown_; }      // "a", "b"; "none" before the first release
  const std::string& standby_name() const { return standby_; }  // "a" or "b"

  // A new empty folder for one build, removed when this object goes.
  Result<std::string> work_folder();
  // Makes `public` and `private` where they are missing.
  Result<Done> link_parts();
  // Replaces the one link.
  Result<Done> switch_to(const std::string& tree);

  OutputFolder(OutputFolder&&) noexcept = default;
  OutputFolder& operator=(OutputFolder&&) noexcept = default;
  ~OutputFolder();

 private:
  OutputFolder() = default;
  void remove_work() const;

  std::string path_, shown_, standby_;
  Descriptor out_, releases_, lock_;
};

}  // namespace congbo::publish
