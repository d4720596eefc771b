// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>

#include "generator/base/html_escape.h"
#include "generator/base/sequence_diff.h"
#include "generator/base/unicode.h"
#include "preview/difference/words.h"

namespace congbo::difference {

namespace {

constexpr std::size_t most_changes = 300;  // in one line; beyond it the whole line counts as replaced

// Words of both lines between two places where they agree (or where they do).
struct Piece {
  bool kept = false;
  std::size_t old_begin = 0, old_end = 0, new_begin = 0, new_end = 0;
};

std::vector<Piece> pieces_of(const Line& before, const Line& after, Progress& progress) {
  std::vector<std::string_view> old_keys, new_keys;
  for (const Word& word : before.words) old_keys.push_back(word.key);
  for (const Word& word : after.words) new_keys.push_back(word.key);
  const std::size_t size = old_keys.size() + new_keys.size();
  const std::size_t most = std::min({most_changes, size, progress.budget / std::max<std::size_t>(size, 1)});
  progress.budget -= size * most;
  std::vector<Piece> pieces;
  std::size_t old_at = 0, new_at = 0;
  for (const ChangeRun& run : sequence_diff(old_keys, new_keys, most)) {
    const std::size_t count = run.end - run.begin;
    const bool kept = run.change == Change::kept;
    if (pieces.empty() || pieces.back().kept || kept) pieces.push_back({kept, old_at, old_at, new_at, new_at});
    if (run.change != Change::added) old_at += count;
    if (run.change != Change::removed) new_at += count;
    pieces.back().old_end = old_at;
    pieces.back().new_end = new_at;
  }
  return pieces;
}

bool has_word(const Line& line, std::size_t begin, std::size_t end) {
  return std::any_of(line.words.begin() + static_cast<std::ptrdiff_t>(begin),
                     line.words.begin() + static_cast<std::ptrdiff_t>(end),
                     [](const Word& word) { return word.kind == WordKind::word || word.kind == WordKind::element; });
}

// Blanks and signs alone between two changes read better as part of one.
std::vector<Piece> joined(const std::vector<Piece>& pieces, const Line& before) {
  std::vector<Piece> result;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    const bool between = piece.kept && !result.empty() && i + 1 < pieces.size();
    const bool absorbed = between && !has_word(before, piece.old_begin, piece.old_end);
    if (!result.empty() && (absorbed || (!piece.kept && !result.back().kept))) {
      result.back().old_end = piece.old_end;
      result.back().new_end = piece.new_end;
    } else {
      result.push_back(piece);
    }
  }
  return result;
}

// A mark that goes on behind an element's border is the same change.
std::string without_number(std::string opening) {
  const std::size_t begin = opening.find(" id=\"");
  return begin == std::string::npos ? opening : opening.erase(begin, opening.find('"', begin + 5) + 1 - begin);
}

// Prints words with the inline elements around them, marks innermost.
class Printer {
 public:
  explicit Printer(const DiffOptions& options) : options_(options) {}

  void keep(const Line& line, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) put(line, line.words[i], {}, {}, false);
  }

  // `opening` is the whole tag of the mark, "</ins>" its end. Blanks at the rim stay outside where they can.
  void mark(const Line& line, std::size_t begin, std::size_t end, const std::string& opening,
            std::string_view closing) {
    const bool gone = closing == "</del>";
    for (std::size_t i = begin; i < end; ++i) put(line, line.words[i], opening, closing, gone);
  }

  std::string take() {
    end_mark();
    leave(0);
    return std::move(html_);
  }

  void end_mark() {
    html_ += closing_;
    opening_.clear();
    closing_ = {};
  }

 private:
  void put(const Line& line, const Word& word, const std::string& opening, std::string_view closing, bool gone) {
    std::vector<std::string> wanted;
    for (std::uint32_t at = word.context; at != 0; at = line.contexts[at].parent) {
      const std::string_view tag = line.contexts[at].tag;
      wanted.push_back(gone ? removed_tag(tag, options_.gone_prefix) : std::string(tag));
      names_[wanted.back()] = line.contexts[at].name;
    }
    std::reverse(wanted.begin(), wanted.end());
    if (wanted != open_ || opening != opening_) {
      end_mark();
      std::size_t common = 0;
      while (common < wanted.size() && common < open_.size() && wanted[common] == open_[common]) ++common;
      leave(common);
      for (; common < wanted.size(); ++common) html_ += open_.emplace_back(wanted[common]);
      html_ += opening == numbered_ ? without_number(opening) : opening;
      numbered_ = opening;
      opening_ = opening;
      closing_ = closing;
    }
    const bool element = word.kind == WordKind::element;
    html_ += gone && element ? removed_markup(word.bytes, options_.gone_prefix) : std::string(word.bytes);
  }

  void leave(std::size_t count) {
    while (open_.size() > count) {
      html_ += "</" + names_[open_.back()] + ">";
      open_.pop_back();
    }
  }

  const DiffOptions& options_;
  std::string html_, opening_, numbered_;
  std::string_view closing_;
  std::vector<std::string> open_;
  std::map<std::string, std::string> names_;  // of elements by their tag
};

std::string text_of(const Line& line, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) text += line.words[i].bytes;
  return text;
}

struct Kind {
  std::string_view name;
  std::string title;
};

// What is special about a replacement; an empty name for nothing.
Kind kind_of(const std::string& before, const std::string& after, const DiffOptions& options) {
  if (before.empty() || after.empty() || first_invalid_utf8(before) || first_invalid_utf8(after)) return {};
  if (to_nfc(before) == to_nfc(after)) return {before == after ? "" : " congbo-encoding", options.only_encoding};
  if (to_lower(before) == to_lower(after)) return {" congbo-case", options.only_case};
  if (strip_marks(before) == strip_marks(after)) return {" congbo-marks", options.only_marks};
  return {};
}

std::string tag_of(std::string_view element, std::string_view word, const Kind& kind, std::size_t number) {
  std::string tag = "<" + std::string(element) + " class=\"congbo-" + std::string(word) + std::string(kind.name) + "\"";
  if (number > 0) tag += " id=\"congbo-change-" + std::to_string(number) + "\"";
  if (!kind.name.empty()) tag += " title=\"" + html_escape(kind.title) + "\"";
  return tag + ">";
}

// Marks a piece that differs; its first mark bears the number, if there is one.
void print_change(const Line& before, const Line& after, const Piece& piece, std::size_t number,
                  const DiffOptions& options, Printer& printer) {
  const Kind kind =
      kind_of(text_of(before, piece.old_begin, piece.old_end), text_of(after, piece.new_begin, piece.new_end), options);
  if (piece.old_begin < piece.old_end) {
    printer.mark(before, piece.old_begin, piece.old_end, tag_of("del", "gone", kind, number), "</del>");
    number = 0;
  }
  if (piece.new_begin < piece.new_end)
    printer.mark(after, piece.new_begin, piece.new_end, tag_of("ins", "new", kind, number), "</ins>");
}

// At least a quarter of the words stayed.
bool is_worth_mixing(const std::vector<Piece>& pieces, const Line& before, const Line& after) {
  std::size_t kept = 0, all = 0;
  for (const Word& word : before.words) all += word.kind == WordKind::word ? 1 : 0;
  for (const Word& word : after.words) all += word.kind == WordKind::word ? 1 : 0;
  for (const Piece& piece : pieces)
    for (std::size_t i = piece.old_begin; piece.kept && i < piece.old_end; ++i)
      kept += before.words[i].kind == WordKind::word ? 2 : 0;
  return kept * 4 >= all;
}

// An element that begins in the line and ends elsewhere: the tags stay as they are, only text is marked.
std::string marked_text(const std::vector<Token>& run, std::string opening, std::string_view closing) {
  std::string html;
  for (const Token& token : run) {
    if (token.kind != TokenKind::text) {
      html += token.bytes;
      continue;
    }
    html.append(opening).append(token.bytes).append(closing);
    opening = without_number(opening);
  }
  return html;
}

}  // namespace

bool has_number(std::string_view html, std::size_t number) {
  return html.find("id=\"congbo-change-" + std::to_string(number) + "\"") != std::string_view::npos;
}

std::string whole_line(const std::vector<Token>& run, Whole which, std::size_t number, const DiffOptions& options) {
  const Line line = words_of(run);
  const bool added = which == Whole::added;
  const std::string opening = added ? tag_of("ins", "new", {}, number) : tag_of("del", "gone", {}, number);
  if (!line.balanced && added) return marked_text(run, opening, "</ins>");
  Printer printer(options);
  printer.mark(line, 0, line.words.size(), opening, added ? "</ins>" : "</del>");
  return printer.take();
}

std::string compare_lines(const std::vector<Token>& before, const std::vector<Token>& after, Progress& progress) {
  const std::size_t number = ++progress.changes;
  const Line old_line = words_of(before), new_line = words_of(after);
  std::vector<Piece> pieces = pieces_of(old_line, new_line, progress);
  if (!old_line.balanced || !new_line.balanced || !is_worth_mixing(pieces, old_line, new_line)) {
    if (!new_line.balanced) {
      const std::string gone = whole_line(before, Whole::removed, number, progress.options);
      const std::size_t left = has_number(gone, number) ? 0 : number;
      std::string html = gone + whole_line(after, Whole::added, left, progress.options);
      if (!has_number(html, number)) --progress.changes;  // tags alone: nothing to be seen
      return html;
    }
    pieces = {{false, 0, old_line.words.size(), 0, new_line.words.size()}};
  }
  Printer printer(progress.options);
  bool marked = false;
  for (const Piece& piece : joined(pieces, old_line)) {
    if (piece.kept) {
      printer.keep(new_line, piece.new_begin, piece.new_end);
      continue;
    }
    print_change(old_line, new_line, piece, marked ? 0 : number, progress.options, printer);
    marked = marked || piece.old_begin < piece.old_end || piece.new_begin < piece.new_end;
  }
  if (!marked) --progress.changes;
  return printer.take();
}

}  // namespace congbo::difference
