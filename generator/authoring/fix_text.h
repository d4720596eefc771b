// SPDX-License-Identifier: GPL-3.0-or-later
// `congbo fix`: what can be put right in a text without asking anybody (ENC-01). Only what is sure: every word that is
// changed could not be read before and can be read after.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/diagnostic.h"
#include "generator/base/file_system.h"
#include "generator/base/result.h"

namespace congbo::authoring {

enum class FixKind { byte_order_mark, line_ends, encoding, normal_form, tab_indent };

struct Fix {
  FixKind kind = FixKind::encoding;
  std::size_t lines = 0;      // how many lines it changed
  std::string encoding = {};  // FixKind::encoding: what the lines were written in
};

struct FixedText {
  std::string text;
  std::vector<Fix> fixes;  // empty: `text` is what was given
};

// `path` says by its ending what kind of text it is: tables (.csv) keep their own line ends and their byte order mark,
// which spreadsheets want. What is wrong and cannot be put right surely goes to `found` ("fix-unsure").
FixedText fix_text(std::string_view bytes, const std::string& path, Diagnostics& found);

struct FixRequest {
  std::string root = ".";                        // of the portal
  std::vector<std::string> paths = {"content"};  // files and folders below it
};

struct FixedFile {
  std::string path;  // from the root
  std::vector<Fix> fixes;
};

enum class FixMode { write, show };

// Looks at every text file (.md .yaml .yml .csv .txt .vtt .srt) of the paths; symbolic links are left alone. Each file
// is replaced whole or not at all. Fails with "file-…" when a path cannot be read or a file not be written.
Result<std::vector<FixedFile>> fix_files(FileSystem& files, const FixRequest& request, FixMode mode,
                                         Diagnostics& found);

}  // namespace congbo::authoring
