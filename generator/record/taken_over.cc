// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/record/taken_over.h"

#include <algorithm>

#include "generator/pages/arrangement.h"
#include "generator/record/relations.h"
#include "generator/record/wording.h"

namespace congbo::record {

namespace {

using listing::Listings;

bool is_same_terms(const Listings::Terms& a, const Listings::Terms& b) {
  return a.portal == b.portal && a.language == b.language && a.tags == b.tags && a.units == b.units &&
         a.categories == b.categories;
}

// What it shows is its own: neither another page's title nor a file, which another page may name.
bool shows_itself(const pages::Field& field) {
  using site::Kind;
  if (!field.schema || !field.schema->shown) return true;
  const Kind kind = field.schema->kind;
  if (kind == Kind::file || kind == Kind::image || kind == Kind::reference || kind == Kind::markdown) return false;
  return !std::holds_alternative<pages::List>(field.value.data) &&
         !std::holds_alternative<pages::Object>(field.value.data);
}

}  // namespace

TakenOver::TakenOver(const Publication& publication, const Publication* like, const Labels& labels,
                     const std::vector<const markdown::Fragment*>& bodies)
    : publication_(publication), like_(like), labels_(labels), bodies_(bodies) {
  if (!like_) return;
  possible_ = like_->site == publication_.site && like_->history == publication_.history &&
              like_->edition->now == publication_.edition->now &&
              like_->edition->audience == edition::Audience::drafts &&
              publication_.edition->audience == edition::Audience::drafts;
  texts_only_ = like_->listings == publication_.listings;
  match_pages();
  match_files();
  same_terms_ = texts_only_ ||
                std::equal(like_->listings->terms.begin(), like_->listings->terms.end(),
                           publication_.listings->terms.begin(), publication_.listings->terms.end(), is_same_terms);
}

// Both libraries are sorted by source.
void TakenOver::match_pages() {
  const pages::Library &ours = *publication_.library, &others = *like_->library;
  theirs_.assign(ours.size(), pages::no_page);
  PageIndex other = 0;
  const auto pass = [&](const pages::Page& page) { possible_ = possible_ && !could_be_file(page); };
  for (PageIndex index = 0; index < ours.size(); ++index) {
    while (other < others.size() && others[other].source < ours[index].source) pass(others[other++]);
    if (other == others.size() || others[other].source != ours[index].source) {
      pass(ours[index]);
      continue;
    }
    theirs_[index] = other;
    const pages::Page& old = others[other++];
    if (&old == &ours[index]) continue;
    texts_only_ = texts_only_ && pages::same_but_for_body(old, ours[index]);
    if (old.route != ours[index].route) pass(old), pass(ours[index]);
  }
  while (other < others.size()) pass(others[other++]);
}

// A link to its address would be one to that file where the page is not there.
bool TakenOver::could_be_file(const pages::Page& page) const {
  std::string source = page.portal->root + page.route.path.substr(1);
  if (source.ends_with(".html")) source.resize(source.size() - 5);
  while (source.ends_with('/')) source.pop_back();
  for (const Publication* one : {&publication_, like_})
    for (const char* ending : {"", ".html"})
      if (one->snapshot->find(source + ending)) return true;
  return false;
}

void TakenOver::match_files() {
  const SnapshotEntries::Pointers ours = publication_.snapshot->entries().pointers();
  const SnapshotEntries::Pointers others = like_->snapshot->entries().pointers();
  auto other = others.begin();
  for (const SnapshotEntry* entry : ours) {
    while (other != others.end() && *other != entry && (*other)->path < entry->path) note_file(**other++);
    if (other != others.end() && *other == entry)
      ++other;
    else
      note_file(*entry);  // theirs of the same path is passed as one that stands before the next
  }
  while (other != others.end()) note_file(**other++);
}

void TakenOver::note_file(const SnapshotEntry& entry) {
  if (entry.path.ends_with(".md")) return;
  const std::string_view name = std::string_view(entry.path).substr(entry.path.rfind('/') + 1);
  changed_files_.push_back(name);
  texts_only_ = false;
  const auto is_plain = [](char byte) { return byte > ' ' && byte < 0x7f; };
  possible_ = possible_ && std::all_of(name.begin(), name.end(), is_plain);
}

bool TakenOver::is_certain(PageIndex index) const {
  const PageIndex at = theirs(index);
  if (!possible_ || at == pages::no_page) return false;
  const pages::Page& page = (*publication_.library)[index];
  const PublicRecord& record = like_->records[at];
  const markdown::Fragment* body = index < bodies_.size() ? bodies_[index] : nullptr;
  if (record.page != &page || record.body != body || record.state != publication_.edition->states[index]) return false;
  // Guidance is written into the records of its documents once all are there.
  if (std::any_of(record.relations.begin(), record.relations.end(), is_guidance)) return false;
  if (texts_only_) return true;
  const bool is_own = !page.type || page.type->id != "consultation";
  return is_own && std::all_of(page.fields.begin(), page.fields.end(), shows_itself) &&
         !like_->listings->relations.of(at) && !publication_.listings->relations.of(index) &&
         record.relations.empty() && has_same_labels(record) && !names_changed_file(record);
}

bool TakenOver::has_same_labels(const PublicRecord& record) const {
  if (same_terms_) return true;
  const pages::Page& page = *record.page;
  const auto same = [&](Bears what, const std::string& id, const Shared<Label>& label) {
    return labels_.get(page, what, id) == label;
  };
  for (std::size_t i = 0; i < page.tags.size(); ++i)
    if (!same(Bears::tag, page.tags[i], record.tags[i])) return false;
  for (const pages::Field& field : page.fields)  // a field of such a kind has a label of its own
    if (field.schema && (field.schema->kind == site::Kind::unit || field.schema->kind == site::Kind::choice))
      return false;
  return same(Bears::unit, page.unit, record.unit) && same(Bears::category, page.category, record.category);
}

bool TakenOver::names_changed_file(const PublicRecord& record) const {
  if (changed_files_.empty()) return false;
  if (names_changed_file(record.page->cover)) return true;
  if (!record.body) return false;
  for (const markdown::Hole& hole : record.body->holes) {
    if (names_changed_file(hole.target)) return true;
    for (const auto& [key, value] : hole.parameters)
      if (names_changed_file(value)) return true;
    for (const std::string& item : hole.items)
      if (names_changed_file(item)) return true;
  }
  return false;
}

// An address may spell a name with "%", so it counts as naming all.
bool TakenOver::names_changed_file(std::string_view address) const {
  if (address.empty()) return false;
  return address.find('%') != std::string_view::npos ||
         std::any_of(changed_files_.begin(), changed_files_.end(),
                     [&](std::string_view name) { return address.find(name) != std::string_view::npos; });
}

}  // namespace congbo::record
