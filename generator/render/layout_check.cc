// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/render/layout_check.h"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "generator/base/nearest_name.h"
#include "generator/base/source_text.h"
#include "generator/render/layout_scan.h"
#include "generator/render/number_text.h"
#include "generator/render/template_store.h"
#include "generator/render/view_tables.h"

namespace congbo::render {

namespace {

constexpr std::array<std::string_view, 11> needed_files = {"base.html",
                                                           "article.html",
                                                           "list.html",
                                                           "home.html",
                                                           "404.html",
                                                           "search.html",
                                                           "feeds.html",
                                                           "open-data.html",
                                                           "partials/header.html",
                                                           "partials/footer.html",
                                                           "partials/emergency.html"};
constexpr std::string_view separator_ending = "_separator";
constexpr std::size_t maximum_depth = 8;       // of partials in partials
constexpr std::size_t maximum_includes = 500;  // in one page, so that partials cannot multiply without bound

struct File {
  std::unique_ptr<SourceText> source;
  std::vector<Marker> markers;
  bool used = false;
};

class NameCheck {
 public:
  NameCheck(std::map<std::string, File>& files, const KnownNames& known, Diagnostics& found)
      : files_(files), known_(known), found_(found) {}

  // Checks `file` and the partials it includes against `table`.
  void check(const std::string& file, const ViewTable& table) {
    seen_.clear();
    includes_ = 0;
    scope_.assign(1, &table);
    walk(file);
    for (const NameRow& row : table.names)
      if (row.presence == Presence::required && !seen_.contains(row.key.text))
        found_.add(error("layout-required-missing", files_.at(file).source->place(0), {std::string(row.key.text)},
                         marker(row)));
  }

 private:
  static std::string marker(const NameRow& row) {
    const std::string name(row.key.text);
    switch (row.form) {
      case Form::html:
      case Form::json:
        return "{{" + name + ":none}}";
      case Form::partial:
        return "{{>" + name + "}}";
      case Form::section:
      case Form::rows:
        return "{{#" + name + "}}";
      default:
        return "{{" + name + "}}";
    }
  }

  void walk(const std::string& file) {
    File& layout = files_.at(file);
    layout.used = true;
    way_.push_back(file);
    const std::size_t depth = scope_.size();
    for (const Marker& marker : layout.markers) check_marker(layout, marker);
    scope_.resize(depth);
    way_.pop_back();
  }

  void check_marker(const File& layout, const Marker& marker) {
    switch (marker.kind) {
      case Marker::Kind::variable:
        variable(layout, marker);
        break;
      case Marker::Kind::section_start:
        scope_.push_back(section(layout, marker));
        break;
      case Marker::Kind::section_end:
        scope_.pop_back();
        break;
      case Marker::Kind::partial:
        partial(layout, marker);
        break;
    }
  }

  // A partial may be included in several places: each of its mistakes is reported once.
  void report(const File& layout, const Marker& marker, std::string_view code, std::vector<std::string> arguments,
              std::string suggestion = {}) {
    Diagnostic mistake =
        error(code, layout.source->place(marker.offset, marker.length), std::move(arguments), std::move(suggestion));
    const auto key = std::pair(mistake.where.file + ":" + std::to_string(marker.offset), std::string(code));
    if (reported_.insert(key).second) found_.add(std::move(mistake));
  }

  // From the innermost section outwards.
  std::vector<const ViewTable*> seen_from_here() const {
    std::vector<const ViewTable*> tables;
    for (auto table = scope_.rbegin(); table != scope_.rend(); ++table) {
      tables.push_back(*table);
      if ((*table)->scope == Scope::stands_alone) break;
    }
    return tables;
  }

  const NameRow* find(std::string_view name) const {
    for (const ViewTable* table : seen_from_here())
      if (const NameRow* row = find_name(*table, name)) return row;
    return nullptr;
  }

  void unknown(const File& layout, const Marker& marker, std::string_view name) {
    std::vector<std::string> known;
    for (const ViewTable* table : seen_from_here())
      for (std::string& candidate : names_of(*table)) known.push_back(std::move(candidate));
    report(layout, marker, "layout-name-unknown", {marker.name}, nearest_name(name, known));
  }

  // Strings, assets and fields; false when `name` is none of these.
  bool is_looked_up_elsewhere(const File& layout, const Marker& marker, std::string_view name) {
    const auto must_be_in = [&](const std::set<std::string, std::less<>>& names, std::string_view code) {
      if (names.contains(name)) return true;
      report(layout, marker, code, {std::string(name)}, nearest_name(name, {names.begin(), names.end()}));
      return true;
    };
    if (name.starts_with(string_prefix)) return must_be_in(known_.strings, "layout-string-unknown");
    if (name.starts_with(asset_prefix)) return must_be_in(known_.assets, "layout-asset-unknown");
    if (name.starts_with(field_prefix) && seen_from_here().back()->scope == Scope::open)
      return known_.any_field || must_be_in(known_.fields, "layout-field-unknown");
    return false;
  }

  void variable(const File& layout, const Marker& marker) {
    if (marker.name == "BI_SPACE" || marker.name == "BI_NEWLINE") return;
    const NameRow* row = find(marker.name);
    if (!row && !is_looked_up_elsewhere(layout, marker, marker.name)) return unknown(layout, marker, marker.name);
    const Form form = row ? row->form : Form::text;
    if (row) seen_.insert(row->key.text);
    if (form == Form::section || form == Form::rows || form == Form::partial)
      return report(layout, marker, "layout-name-form", {marker.name}, NameCheck::marker(*row));
    const bool ready = form == Form::html || form == Form::json;
    const bool numbers =
        form == Form::text && marker.modifier == number_modifier && marker.position == HtmlPosition::text;
    if (!marker.modifier.empty() && !numbers && !(ready && marker.modifier == "none"))
      return report(layout, marker, "layout-modifier-refused", {marker.name, marker.modifier},
                    "{{" + marker.name + "}}");
    if (ready && marker.modifier.empty())
      return report(layout, marker, "layout-modifier-missing", {marker.name}, "{{" + marker.name + ":none}}");
    const bool in_data = marker.position == HtmlPosition::script;
    if ((form == Form::html && marker.position != HtmlPosition::text) || (form == Form::json) != in_data)
      report(layout, marker, in_data ? "layout-variable-in-code" : "layout-html-place", {marker.name});
  }

  // The names inside the section.
  const ViewTable* section(const File& layout, const Marker& marker) {
    std::string_view name = marker.name;
    if (name.ends_with(separator_ending)) name.remove_suffix(separator_ending.size());
    if (name.size() < marker.name.size() && is_inside_rows(name)) return scope_.back();
    name = marker.name;
    const bool asks = name.starts_with(has_prefix) || (name.starts_with(no_prefix) && !find(name));
    if (name.starts_with(has_prefix))
      name.remove_prefix(has_prefix.size());
    else if (asks)
      name.remove_prefix(no_prefix.size());
    const NameRow* row = find(name);
    if (row) {
      seen_.insert(row->key.text);
      if (!asks && row->rows_of) return row->rows_of;
    } else if (!is_looked_up_elsewhere(layout, marker, name)) {
      unknown(layout, marker, name);
    }
    return scope_.back();
  }

  // {{#ITEMS_separator}} in {{#ITEMS}}: shown between two rows.
  bool is_inside_rows(std::string_view name) const {
    const NameRow* row = find(name);
    return row && row->rows_of && row->rows_of == scope_.back();
  }

  void partial(const File& layout, const Marker& marker) {
    if (const NameRow* row = find(marker.name); row && row->form == Form::partial) {
      seen_.insert(row->key.text);
      return;
    }
    const std::string file = partial_file(marker.name);
    if (!files_.contains(file))
      return report(layout, marker, "layout-partial-unknown", {file}, nearest_partial(marker.name));
    if (std::find(way_.begin(), way_.end(), file) != way_.end())
      return report(layout, marker, "layout-partial-cycle", {file});
    if (way_.size() > maximum_depth || ++includes_ > maximum_includes)
      return report(layout, marker, "layout-partial-depth",
                    {std::to_string(maximum_depth), std::to_string(maximum_includes)});
    walk(file);
  }

  std::string nearest_partial(const std::string& wanted) const {
    std::vector<std::string> names;
    for (const auto& [file, layout] : files_) {
      if (!file.starts_with("partials/")) continue;
      std::string name = file.substr(9, file.size() - 9 - 5);
      for (char& c : name)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
      names.push_back(std::move(name));
    }
    const std::string nearest = nearest_name(wanted, names);
    return nearest.empty() ? "" : "{{>" + nearest + "}}";
  }

  std::map<std::string, File>& files_;
  const KnownNames& known_;
  Diagnostics& found_;
  std::vector<const ViewTable*> scope_;
  std::vector<std::string> way_;
  std::size_t includes_ = 0;
  std::set<std::string_view> seen_;
  std::set<std::pair<std::string, std::string>> reported_;
};

}  // namespace

std::string shown_path(const LayoutFiles& layouts, const std::string& file) {
  const auto shown = layouts.shown_as.find(file);
  return shown == layouts.shown_as.end() ? "layouts/" + file : shown->second;
}

std::set<std::string, std::less<>> string_variables(const LayoutFiles& layouts) {
  std::set<std::string, std::less<>> variables;
  for (const auto& [file, bytes] : layouts.files) {
    if (!file.starts_with("i18n/") || !file.ends_with(".yaml")) continue;
    for (std::size_t at = 0; at < bytes.size();) {
      const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
      const std::string_view line = std::string_view(bytes).substr(at, end - at);
      const std::size_t colon = line.find(':');
      if (colon != std::string_view::npos && line.front() != '#' && line.front() != ' ')
        variables.insert(variable_name(string_prefix, line.substr(0, colon)));
      at = end + 1;
    }
  }
  return variables;
}

void check_layouts(const LayoutFiles& layouts, const KnownNames& known, Diagnostics& found) {
  std::map<std::string, File> files;
  for (const auto& [name, bytes] : layouts.files) {
    if (!name.ends_with(".html")) continue;
    File file;
    file.source = std::make_unique<SourceText>(shown_path(layouts, name), bytes);
    file.markers = scan_layout(*file.source, found);
    files.emplace(name, std::move(file));
  }
  for (const std::string_view needed : needed_files)
    if (!files.contains(std::string(needed)))
      found.add(error("layout-file-missing", {"layouts/" + std::string(needed)}));
  NameCheck names(files, known, found);
  for (const auto& [name, file] : files)
    if (const ViewTable* table = view_of_file(name)) names.check(name, *table);
  for (const auto& [name, file] : files)
    if (!view_of_file(name) && !file.used) found.add(warning("layout-unused", file.source->place(0), {name}));
}

}  // namespace congbo::render
