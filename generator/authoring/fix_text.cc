// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/authoring/fix_text.h"

#include <algorithm>
#include <optional>

#include "generator/base/legacy_vietnamese.h"
#include "generator/base/source_text.h"
#include "generator/base/unicode.h"
#include "generator/pages/lfs_pointer.h"

namespace congbo::authoring {
namespace {

constexpr std::string_view mark = "\xEF\xBB\xBF";  // U+FEFF

// Calls change(line with its line end) for each line and puts the answers together; counts the lines that changed.
template <class Change>
std::size_t change_lines(std::string& text, const Change& change) {
  std::string out;
  out.reserve(text.size());
  std::size_t changed = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    const std::string_view line = std::string_view(text).substr(at, end - at);
    const std::string now = change(line);
    changed += now == line ? 0 : 1;
    out += now;
    at = end;
  }
  text = std::move(out);
  return changed;
}

std::string without_marks(std::string_view line) {
  std::string out(line);
  for (std::size_t at = out.find(mark); at != std::string::npos; at = out.find(mark, at)) out.erase(at, mark.size());
  return out;
}

std::string with_line_feed(std::string_view line) {
  std::string out(line);
  if (out.ends_with("\r\n")) out.erase(out.size() - 2, 1);
  return out;
}

// Parts of a line that may come from different hands: cells, and what stands after a key.
std::string change_parts(std::string_view line, LegacyEncoding encoding) {
  std::string out;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find_first_of(",;|\t:\"\n", at), line.size() - 1) + 1;
    const std::string_view part = line.substr(at, end - at);
    out += is_legacy_line(part, encoding) ? from_legacy(part, encoding, LegacyShape::misread) : std::string(part);
    at = end;
  }
  return out;
}

enum class Whole { line, cell };  // what was surely written by one hand

std::string change_misread_line(std::string_view line, LegacyEncoding encoding, Whole whole) {
  if (whole == Whole::line && is_legacy_line(line, encoding)) return from_legacy(line, encoding, LegacyShape::misread);
  return change_parts(line, encoding);
}

std::string tabs_to_spaces(std::string_view line) {
  const std::size_t end = std::min(line.find_first_not_of(" \t"), line.size());
  std::string out;
  for (std::size_t i = 0; i < end; ++i) out += line[i] == '\t' ? "  " : " ";
  return out.append(line.substr(end));
}

class Fixer {
 public:
  Fixer(std::string_view bytes, const std::string& path, Diagnostics& found)
      : path_(path), found_(found), ending_(path.substr(std::min(path.rfind('.'), path.size()))) {
    fixed_.text = bytes;
  }

  FixedText run() {
    if (fixed_.text.find('\0') != std::string::npos) {
      unsure(fixed_.text.find('\0'));
      return std::move(fixed_);
    }
    const bool table = ending_ == ".csv";
    if (!table) note(FixKind::line_ends, change_lines(fixed_.text, with_line_feed));
    if (!decode_bytes()) return std::move(fixed_);
    if (!table) note(FixKind::byte_order_mark, change_lines(fixed_.text, without_marks));
    if (first_not_nfc(fixed_.text))
      note(FixKind::normal_form, change_lines(fixed_.text, [](std::string_view line) { return to_nfc(line); }));
    decode_misread();
    indent();
    return std::move(fixed_);
  }

 private:
  void note(FixKind kind, std::size_t lines, std::string_view encoding = {}) {
    if (lines > 0) fixed_.fixes.push_back({kind, lines, std::string(encoding)});
  }

  void unsure(std::size_t offset) { found_.add(error("fix-unsure", SourceText(path_, fixed_.text).place(offset, 1))); }

  // Lines that are not UTF-8; those that are stay as they are. False when nothing could be made of them.
  bool decode_bytes() {
    const std::optional<std::size_t> broken = first_invalid_utf8(fixed_.text);
    if (!broken) return true;
    const std::optional<LegacyEncoding> encoding = recognise_legacy(fixed_.text, LegacyShape::bytes);
    if (!encoding) {
      unsure(*broken);
      return false;
    }
    const std::size_t changed = change_lines(fixed_.text, [&](std::string_view line) {
      return first_invalid_utf8(line) ? from_legacy(line, *encoding, LegacyShape::bytes) : std::string(line);
    });
    note(FixKind::encoding, changed, name_of(*encoding));
    return true;
  }

  void decode_misread() {
    const std::optional<LegacyEncoding> encoding = recognise_legacy(fixed_.text, LegacyShape::misread);
    if (!encoding) return;
    const Whole whole = ending_ == ".csv" ? Whole::cell : Whole::line;
    const std::size_t changed =
        change_lines(fixed_.text, [&](std::string_view line) { return change_misread_line(line, *encoding, whole); });
    note(FixKind::encoding, changed, name_of(*encoding));
    if (recognise_legacy(fixed_.text, LegacyShape::misread)) unsure(0);
  }

  // YAML knows no tabs at the start of a line.
  void indent() {
    const bool yaml = ending_ == ".yaml" || ending_ == ".yml";
    if (!yaml && ending_ != ".md") return;
    int fences = yaml ? 1 : 0;
    bool first = true;
    note(FixKind::tab_indent, change_lines(fixed_.text, [&](std::string_view line) {
           const bool fence = !yaml && (line == "---\n" || line == "---");
           if (fence && (first || fences == 1)) ++fences;
           first = false;
           return fences == 1 ? tabs_to_spaces(line) : std::string(line);
         }));
  }

  const std::string& path_;
  Diagnostics& found_;
  const std::string ending_;
  FixedText fixed_;
};

bool is_text_file(std::string_view path) {
  for (const std::string_view ending : {".md", ".yaml", ".yml", ".csv", ".txt", ".vtt", ".srt"})
    if (path.ends_with(ending)) return true;
  return false;
}

// The files of one path of the request, sorted.
Result<std::vector<std::string>> files_of(const FileSystem& files, const std::string& root, const std::string& path) {
  std::vector<std::string> found;
  if (is_text_file(path) && files.exists(root + "/" + path)) return std::vector<std::string>{path};
  Result<std::vector<FileEntry>> listed = files.list(root + "/" + path);
  if (!listed) return listed.error();
  for (const FileEntry& entry : *listed)
    if (!entry.symlink && is_text_file(entry.path)) found.push_back(path + "/" + entry.path);
  return found;
}

}  // namespace

FixedText fix_text(std::string_view bytes, const std::string& path, Diagnostics& found) {
  return Fixer(bytes, path, found).run();
}

Result<std::vector<FixedFile>> fix_files(FileSystem& files, const FixRequest& request, FixMode mode,
                                         Diagnostics& found) {
  std::vector<FixedFile> changed;
  for (const std::string& path : request.paths) {
    const Result<std::vector<std::string>> names = files_of(files, request.root, path);
    if (!names) return names.error();
    for (const std::string& name : *names) {
      const Result<std::string> bytes = files.read(request.root + "/" + name);
      if (!bytes) return bytes.error();
      if (pages::is_lfs_pointer(*bytes)) continue;
      FixedText fixed = fix_text(*bytes, name, found);
      if (fixed.fixes.empty() || fixed.text == *bytes) continue;
      if (mode == FixMode::write)
        if (const Result<Done> written = files.write(request.root + "/" + name, fixed.text); !written)
          return written.error();
      changed.push_back({name, std::move(fixed.fixes)});
    }
  }
  return changed;
}

}  // namespace congbo::authoring
