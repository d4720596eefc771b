// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/difference/difference.h"

#include <algorithm>
#include <array>

#include "generator/base/html_escape.h"
#include "generator/base/sequence_diff.h"
#include "preview/difference/html_tree.h"
#include "preview/difference/pairs.h"
#include "preview/difference/words.h"

namespace congbo::difference {

namespace {

constexpr std::size_t largest = 4 * 1024 * 1024;  // bytes of each page
constexpr std::size_t most_changes = 400;         // among the children of one block
constexpr std::size_t budget = 60'000'000;        // steps, about half a second
constexpr std::size_t context_lines = 3;

using Children = std::vector<Node>;

struct Span {
  std::size_t begin = 0, end = 0;
};

class Comparer {
 public:
  explicit Comparer(const DiffOptions& options) : progress_{options, budget} {}

  Difference compare(std::string_view before, std::string_view after) {
    const Node old_root = read_tree(before), new_root = read_tree(after);
    if (old_root.hash == new_root.hash) return {std::string(after), 0, true};
    children(old_root.children, new_root.children);
    return {std::move(html_), progress_.changes, progress_.complete};
  }

 private:
  void children(const Children& before, const Children& after) {
    std::vector<std::string_view> old_hashes, new_hashes;
    for (const Node& node : before) old_hashes.push_back(node.hash);
    for (const Node& node : after) new_hashes.push_back(node.hash);
    const std::size_t size = std::max<std::size_t>(before.size() + after.size(), 1);
    const std::size_t most = std::min({most_changes, size, progress_.budget / size});
    progress_.budget -= size * most;
    Span gone, fresh;  // what differs before the next kept run
    std::size_t old_at = 0, new_at = 0;
    for (const ChangeRun& run : sequence_diff(old_hashes, new_hashes, most)) {
      const std::size_t count = run.end - run.begin;
      if (run.change != Change::added) old_at += count;
      if (run.change != Change::removed) new_at += count;
      if (run.change == Change::removed) gone.end = old_at;
      if (run.change == Change::added) fresh.end = new_at;
      if (run.change != Change::kept) continue;
      gap(before, gone, after, fresh);
      for (std::size_t i = run.begin; i < run.end; ++i) same(after[new_at - count + i - run.begin]);
      gone = {old_at, old_at};
      fresh = {new_at, new_at};
    }
    gap(before, gone, after, fresh);
  }

  // Blocks between two places where both pages agree: those that belong together are compared, the others are gone or
  // new. Neighbours of one kind are one change.
  void gap(const Children& before, Span gone, const Children& after, Span fresh) {
    const std::vector<Pair> pairs =
        belonging_together(before.data() + gone.begin, gone.end - gone.begin, after.data() + fresh.begin,
                           fresh.end - fresh.begin, progress_.budget);
    std::size_t old_at = gone.begin, new_at = fresh.begin;
    for (const Pair& pair : pairs) {
      unpaired(before, {old_at, gone.begin + pair.before}, after, {new_at, fresh.begin + pair.after});
      both(before[gone.begin + pair.before], after[fresh.begin + pair.after]);
      old_at = gone.begin + pair.before + 1;
      new_at = fresh.begin + pair.after + 1;
    }
    unpaired(before, {old_at, gone.end}, after, {new_at, fresh.end});
  }

  void unpaired(const Children& before, Span gone, const Children& after, Span fresh) {
    if (gone.begin == gone.end && fresh.begin == fresh.end) return;
    number_ = ++progress_.changes;
    for (std::size_t i = gone.begin; i < gone.end; ++i) whole(before[i], Whole::removed);
    for (std::size_t i = fresh.begin; i < fresh.end; ++i) whole(after[i], Whole::added);
    if (number_ != 0) --progress_.changes;  // nothing to be seen in them
    number_ = 0;
  }

  void both(const Node& before, const Node& after) {
    if (before.hash == after.hash) {
      same(after);
    } else if (after.is_run()) {
      html_ += compare_lines(before.run, after.run, progress_);
    } else {
      html_ += after.open;
      children(before.children, after.children);
      close(after);
    }
  }

  void same(const Node& node) {
    for (const Token& token : node.run) html_ += token.bytes;
    if (node.is_run()) return;
    html_ += node.open;
    for (const Node& child : node.children) same(child);
    close(node);
  }

  void whole(const Node& node, Whole which) {
    if (node.is_run()) {
      const std::string line = whole_line(node.run, which, number_, progress_.options);
      if (has_number(line, number_)) number_ = 0;
      html_ += line;
      return;
    }
    html_ += which == Whole::added ? std::string(node.open) : removed_tag(node.open, progress_.options.gone_prefix);
    for (const Node& child : node.children) whole(child, which);
    close(node);
  }

  void close(const Node& node) {
    html_ += node.close.empty() ? "</" + node.name + ">" : std::string(node.close);
    html_ += '\n';
  }

  Progress progress_;
  std::size_t number_ = 0;  // for the next mark; 0: none
  std::string html_;
};

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1);
    lines.push_back(text.substr(0, end + 1));
    text.remove_prefix(end + 1);
  }
  return lines;
}

std::string line_html(std::string_view line) {
  while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
  return "<div>" + html_escape(line) + "</div>\n";
}

// Lines far from any change are left out, alike on both sides.
struct Shortened {
  std::string before, after;
};

Shortened shortened(const std::vector<std::string_view>& before, const std::vector<std::string_view>& after) {
  Shortened result;
  const std::vector<ChangeRun> runs = sequence_diff(before, after, most_changes);
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const ChangeRun& run = runs[i];
    for (std::size_t line = run.begin; line < run.end; ++line) {
      const bool near = run.change != Change::kept || (i > 0 && line < run.begin + context_lines) ||
                        (i + 1 < runs.size() && line + context_lines >= run.end);
      if (run.change != Change::added) result.before += near ? line_html(before[line]) : std::string();
      if (run.change == Change::added) result.after += line_html(after[line]);
      if (run.change == Change::kept) result.after += near ? line_html(before[line]) : std::string();
      const bool first_left_out = !near && (line == run.begin || (i > 0 && line == run.begin + context_lines));
      if (!first_left_out) continue;
      result.before += "<hr>\n";
      result.after += "<hr>\n";
    }
  }
  return result;
}

}  // namespace

Difference compare_html(std::string_view before, std::string_view after, const DiffOptions& options) {
  if (before.size() > largest || after.size() > largest) return {std::string(after), 0, before == after};
  return Comparer(options).compare(before, after);
}

Difference compare_text(std::string_view before, std::string_view after, const DiffOptions& options) {
  if (before.size() > largest || after.size() > largest) return {{}, 0, before == after};
  const Shortened lines = shortened(lines_of(before), lines_of(after));
  Difference found = compare_html(lines.before, lines.after, options);
  found.html = "<div class=\"congbo-lines\">\n" + found.html + "</div>\n";
  return found;
}

Body body_of(std::string_view html) {
  const std::size_t tag = html.find("<body");
  const std::size_t begin = tag == std::string_view::npos ? tag : html.find('>', tag);
  const std::size_t end = html.rfind("</body>");
  if (begin == std::string_view::npos || end == std::string_view::npos || end <= begin) return {0, html.size()};
  return {begin + 1, end};
}

}  // namespace congbo::difference
