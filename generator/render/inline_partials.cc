// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/render/inline_partials.h"

#include <string_view>
#include <utility>

#include "generator/base/lines.h"
#include "generator/render/template_store.h"
#include "generator/render/view_tables.h"

namespace congbo::render {

namespace {

constexpr int deepest = 16;  // partials in partials
constexpr std::string_view escaping = "{{%AUTOESCAPE context=\"HTML\"}}";

class Inliner {
 public:
  explicit Inliner(const LayoutFiles& layouts) : layouts_(layouts) {}

  void add(std::string_view text, int depth) {
    each_line(text, [&](std::string_view line) {
      if (const std::string* partial = partial_of(line); partial && depth < deepest && rows_around_ == 0)
        add(std::string_view(*partial).substr(escaping.size()), depth + 1);
      else
        add_line(line);
    });
    if (!text.ends_with('\n') && out_.ends_with('\n')) out_.pop_back();
  }
  std::string take() { return std::move(out_); }

 private:
  // The text of {{>PARTIAL}} alone on its line; nothing for another line.
  const std::string* partial_of(std::string_view line) const {
    constexpr std::string_view begin = "{{>", end = "}}";
    if (!line.starts_with(begin) || !line.ends_with(end)) return nullptr;
    const std::string_view name = line.substr(begin.size(), line.size() - begin.size() - end.size());
    const auto file = layouts_.files.find(partial_file(name));
    return file != layouts_.files.end() && file->second.starts_with(escaping) ? &file->second : nullptr;
  }

  void add_line(std::string_view line) {
    count_sections(line);
    out_.append(line).append("\n");
  }

  // Sections that may go through rows, each with a view of its own.
  void count_sections(std::string_view line) {
    for (std::size_t at = line.find("{{"); at != std::string_view::npos; at = line.find("{{", at + 2)) {
      const std::string_view marker = line.substr(at + 2);
      if (!marker.starts_with('#') && !marker.starts_with('/')) continue;
      const std::string_view name = marker.substr(1);
      if (name.starts_with(has_prefix) || name.starts_with(no_prefix)) continue;
      rows_around_ += marker.starts_with('#') ? 1 : -1;
    }
  }

  const LayoutFiles& layouts_;
  std::string out_;
  int rows_around_ = 0;
};

}  // namespace

std::string inline_partials(const LayoutFiles& layouts, const std::string& file) {
  const auto found = layouts.files.find(file);
  if (found == layouts.files.end()) return {};
  Inliner inliner(layouts);
  inliner.add(found->second, 0);
  return inliner.take();
}

}  // namespace congbo::render
