// SPDX-License-Identifier: GPL-3.0-or-later
// Attachments hold text that can be searched and read aloud, and nothing in them that must not get out (PII-01, PII-03,
// SEC-02, REF-08, DOC-06).
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "generator/attachments/reader.h"
#include "generator/check/file_names.h"
#include "generator/check/file_uses.h"
#include "generator/check/rules.h"
#include "generator/check/visit.h"
#include "generator/detect/file_kind.h"
#include "generator/detect/personal_data.h"
#include "generator/detect/scan.h"
#include "generator/detect/secret_marks.h"
#include "generator/detect/secrets.h"

namespace congbo::check {

namespace {

using attachments::Outcome;
using attachments::Part;
using attachments::Text;
using detect::Finding;

constexpr std::size_t most_of_a_kind = 5;  // findings of one code in one file
constexpr std::size_t most_named_pages = 10;

std::string named(const std::vector<std::uint32_t>& pages) {
  std::string text;
  for (std::size_t i = 0; i < pages.size() && i < most_named_pages; ++i)
    text += (i > 0 ? ", " : "") + std::to_string(pages[i]);
  return pages.size() > most_named_pages ? text + " …" : text;
}

// "content/…/a.pdf#page=7", "content/…/b.xlsx#Thu chi"
std::string place_within(const std::string& path, const Part& part) {
  if (part.page > 0) return path + "#page=" + std::to_string(part.page);
  return part.name.empty() ? path : path + "#" + part.name;
}

class AttachmentLook {
 public:
  AttachmentLook(const std::string& path, const Text& text) : path_(path), text_(text) {}

  std::vector<Diagnostic> look() {
    say_outcome();
    if (!text_.converted.empty()) add(warning("attachment-legacy", {}, {path_, text_.converted}));
    if (text_.cut) add(warning("attachment-cut", {}, {path_}));
    for (const Part& part : text_.parts) look_into(part);
    return std::move(found_);
  }

 private:
  void add(Diagnostic one) {
    if (++counts_[one.code] <= most_of_a_kind) found_.push_back(std::move(one));
  }

  void say_outcome() {
    switch (text_.outcome) {
      case Outcome::text:
        if (!text_.scanned.empty())
          add(warning(
              "attachment-pages-scanned", {},
              {path_, named(text_.scanned), std::to_string(text_.scanned.size()), std::to_string(text_.pages)}));
        break;
      case Outcome::no_text:
        add(warning("attachment-no-text", {}, {path_, std::to_string(text_.pages)}));
        break;
      case Outcome::encrypted:
        // Of a PDF the rule of files says it.
        if (!path_.ends_with(".pdf")) add(warning("attachment-locked", {}, {path_}));
        break;
      case Outcome::broken:
        add(warning("attachment-broken", {}, {path_}));
        break;
      case Outcome::too_large:
        add(warning("attachment-too-large", {}, {path_}));
        break;
      case Outcome::too_slow:
        add(warning("attachment-too-slow", {}, {path_}));
        break;
      case Outcome::no_program:
        add(warning("attachment-program-missing", {}, {path_, program()}));
        break;
    }
  }

  std::string program() const { return path_.ends_with(".pdf") ? "libpoppler-glib8" : "catdoc"; }

  void look_into(const Part& part) {
    const std::uint32_t signs = detect::scan(part.text);
    if ((signs & detect::signs_of_persons) != 0)
      for (const Finding& one : detect::find_personal_data(part.text, detect::Audience::general, signs)) {
        const bool list = one.code == "personal-list";
        add(list ? error("attachment-personal-list", {}, {place_within(path_, part), one.shown})
                 : warning("attachment-personal", {}, {place_within(path_, part), one.shown}));
      }
    if ((signs & (detect::sign_key | detect::sign_password)) != 0)
      for (const Finding& one : detect::find_secrets(part.text))
        add(error("attachment-secret", {}, {place_within(path_, part), one.shown}));
    if ((signs & detect::sign_mark) != 0)
      for (const Finding& one : detect::find_secret_marks(part.text))
        add(error("attachment-secret-mark", {}, {place_within(path_, part), one.shown}));
  }

  const std::string& path_;
  const Text& text_;
  std::map<std::string, std::size_t> counts_;
  std::vector<Diagnostic> found_;
};

// Old formats of Office are refused without an open twin, so nobody reads them.
bool is_read(const SiteFacts& facts, const SnapshotEntry& entry) {
  const auto kind = attachments::kind_of_ending(ending_of(entry.path));
  return kind && !entry.symlink && (*kind < attachments::Kind::doc || has_open_twin(facts.snapshot, entry.path));
}

// What is no file of that kind at all has been said by the rule of files.
bool is_disguised(const SiteFacts& facts, const SnapshotEntry& entry) {
  const Result<std::string> bytes = facts.snapshot.read(entry);
  return !bytes || !detect::fits(detect::kind_of(*bytes), ending_of(entry.path));
}

std::vector<Diagnostic> look_at(const SiteFacts& facts, const SnapshotEntry& entry) {
  const auto text = facts.attachments->read(facts.snapshot, entry, *attachments::kind_of_ending(ending_of(entry.path)));
  if (!text && text.error().code != "attachment-worker") return {};  // said when the file is published
  if (!text) return {warning(text.error().code, {}, text.error().arguments)};
  if ((*text)->outcome == Outcome::broken && is_disguised(facts, entry)) return {};
  return AttachmentLook(entry.path, **text).look();
}

// Of a file that several pages name, the first; what is found is said there.
std::vector<FileUse> first_uses(const SiteFacts& facts) {
  std::vector<FileUse> first;
  std::set<const SnapshotEntry*> seen;
  for (const FileUses& block :
       visit_in_blocks<FileUses>(facts, [&](PageIndex index, FileUses&into) { add_file_uses(facts, index, into); }))
    for (const FileUse& use : block.uses)
      if (is_read(facts, *use.entry) && seen.insert(use.entry).second) first.push_back(use);
  return first;
}

}  // namespace

void check_attachments(const SiteFacts& facts, Diagnostics& found) {
  if (!facts.attachments) return;
  const std::vector<FileUse> uses = first_uses(facts);
  std::vector<std::vector<Diagnostic>> results(uses.size());
  parallel_for(
      uses.size(), 0, [&](std::size_t i) { results[i] = look_at(facts, *uses[i].entry); }, 1);
  for (std::size_t i = 0; i < uses.size(); ++i)
    for (Diagnostic& one : results[i]) {
      one.where = place_of(facts.library[uses[i].page], uses[i].at);
      found.add(std::move(one));
    }
}

}  // namespace congbo::check
