// SPDX-License-Identifier: GPL-3.0-or-later
// A throw-away repository made with git's command line: the program that editors' tools use, not the library under
// test.
#pragma once
#include <stdlib.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

#include "generator/base/snapshot.h"
#include "tests/support/catch.h"

namespace congbo::provenance {

inline void write_file(const std::string& path, const std::string& bytes) {
  std::filesystem::create_directories(std::filesystem::path(path).parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

class GitFolder {
 public:
  GitFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "congbo-git-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    top_ = name;
    root_ = top_ + "/kho";
    std::filesystem::create_directory(root_);
  }
  GitFolder(const GitFolder&) = delete;
  GitFolder& operator=(const GitFolder&) = delete;
  ~GitFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(top_, ignored);
  }

  const std::string& root() const { return root_; }
  std::string path(const std::string& below) const { return root_ + "/" + below; }
  std::string beside(const std::string& name) const { return top_ + "/" + name; }

  void write(const std::string& below, const std::string& bytes) const { write_file(path(below), bytes); }

  // Runs a shell line in the repository with fixed names, dates and no settings of the machine; gives its output,
  // trimmed.
  std::string run(const std::string& line) const {
    const std::string environment =
        "export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null GIT_AUTHOR_NAME=A "
        "GIT_AUTHOR_EMAIL=a@example.org "
        "GIT_COMMITTER_NAME=A GIT_COMMITTER_EMAIL=a@example.org GIT_AUTHOR_DATE='1772416800 +0700' "
        "GIT_COMMITTER_DATE='1772416800 +0700' LC_ALL=C; cd '" +
        root_ + "' && ";
    FILE* pipe = ::popen((environment + "{ " + line + "; } 2>&1").c_str(), "r");
    if (!pipe) throw std::runtime_error("no shell");
    std::string output;
    std::array<char, 4096> part;
    while (const std::size_t count = std::fread(part.data(), 1, part.size(), pipe)) output.append(part.data(), count);
    const int code = ::pclose(pipe);
    if (code != 0) throw std::runtime_error(line + " failed: " + output);
    while (!output.empty() && output.back() == '\n') output.pop_back();
    return output;
  }

  void init() const { run("git init -q -b main ."); }
  std::string commit_all() const { return run("git add -A && git commit -q -m x && git rev-parse HEAD"); }

 private:
  std::string top_, root_;
};

// A repository with one commit of a small portal.
inline void make_portal(const GitFolder& folder, const std::string& prefix = "") {
  folder.init();
  folder.write(prefix + "content/_site/site.yaml", "format: 1\n");
  folder.write(prefix + "content/tin-tuc/a.md", "tin a\n");
  folder.write(prefix + "content/tin-tuc/a/anh.png", std::string("\0\1\2", 3));
  folder.write(prefix + "content/tin-tuc-b.md", "tin b\n");
  folder.write(prefix + "layouts/article.html", "<main></main>\n");
  folder.write("README.md", "đọc tôi\n");
  folder.commit_all();
}

inline std::vector<std::string> paths_of(const Snapshot& snapshot) {
  std::vector<std::string> paths;
  for (const auto& entry : snapshot.entries()) paths.push_back(entry.path);
  return paths;
}

inline std::string read_path(const Snapshot& snapshot, const std::string& path) {
  const auto* entry = snapshot.find(path);
  if (!entry) return "(absent)";
  auto bytes = snapshot.read(*entry);
  return bytes ? *bytes : "(" + bytes.error().code + ")";
}

}  // namespace congbo::provenance
