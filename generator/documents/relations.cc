// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/documents/relations.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "generator/documents/steps.h"
#include "generator/edition/document_type.h"

namespace congbo::documents {

namespace {

using edition::Edition;
using pages::Library;
using pages::no_page;

// Types are few and pages of one stand together.
class DocumentTypes {
 public:
  bool holds(const pages::Page& page) {
    if (!page.type || page.section_index) return false;
    if (page.type != last_) {
      last_ = page.type;
      holds_ = edition::holds_documents(*page.type);
    }
    return holds_;
  }

 private:
  const site::ContentType* last_ = nullptr;
  bool holds_ = false;
};

PageIndex original_of(const Library& library, const Edition& edition, PageIndex index, DocumentTypes& types) {
  const pages::Page& page = library[index];
  if (page.translation_of.empty()) return index;
  const PageIndex original = library.by_id(page.route.portal, page.translation_of);
  const bool stands = original != no_page && edition.is_listed(original) && types.holds(library[original]);
  return stands ? original : index;
}

std::vector<Document> documents_of(const Library& library, const Edition& edition) {
  std::vector<Document> documents;
  DocumentTypes types;
  for (const PageIndex index : edition.visible) {
    if (!types.holds(library[index])) continue;
    Document document;
    document.page = index;
    document.original = original_of(library, edition, index, types);
    documents.push_back(std::move(document));
  }
  return documents;
}

std::vector<Relation> relations_of(const Relations& relations) {
  std::vector<Relation> all;
  for (std::uint32_t i = 0; i < relations.statements.size(); ++i) {
    const Statement& said = relations.statements[i];
    if (said.outcome != Statement::Outcome::related) continue;
    const PageIndex here = relations.of(said.page)->original;
    const bool does = said.side == Side::does;
    all.push_back({does ? here : said.other, does ? said.other : here, said.kind, i});
  }
  const auto key = [](const Relation& one) { return std::tie(one.from, one.to, one.kind); };
  std::sort(all.begin(), all.end(), [&](const Relation& a, const Relation& b) {
    return key(a) != key(b) ? key(a) < key(b) : a.statement < b.statement;
  });
  all.erase(std::unique(all.begin(), all.end(), [&](const Relation& a, const Relation& b) { return key(a) == key(b); }),
            all.end());
  return all;
}

Document& document_of(Relations& relations, PageIndex page) {
  return const_cast<Document&>(*relations.of(page));  // NOLINT: `relations` is ours
}

void add_entries(Relations& relations) {
  for (const Relation& one : relations.all) {
    document_of(relations, one.from).entries.push_back({one.kind, Side::does, one.to, {}});
    document_of(relations, one.to).entries.push_back({one.kind, Side::undergoes, one.from, {}});
  }
  for (const Statement& said : relations.statements)
    if (said.outcome == Statement::Outcome::text)
      document_of(relations, relations.of(said.page)->original)
          .entries.push_back({said.kind, said.side, no_page, said.written});
  for (Document& document : relations.documents) {
    const auto key = [](const Entry& one) { return std::tie(one.side, one.kind, one.other, one.text); };
    std::sort(document.entries.begin(), document.entries.end(),
              [&](const Entry& a, const Entry& b) { return key(a) < key(b); });
    document.entries.erase(std::unique(document.entries.begin(), document.entries.end(),
                                       [&](const Entry& a, const Entry& b) { return key(a) == key(b); }),
                           document.entries.end());
  }
}

// Translations say and undergo what their original does.
void share_with_translations(Relations& relations) {
  for (Document& document : relations.documents) {
    if (document.original == document.page) continue;
    const Document& original = *relations.of(document.original);
    document.entries = original.entries;
    document.force = original.force;
  }
}

std::optional<Instant> next_change(const Force& force, Instant now) {
  std::array<std::optional<Instant>, 3> moments = {force.begin, force.lessened, force.end};
  std::sort(moments.begin(), moments.end());
  const Validity current = force.at(now);
  for (const std::optional<Instant>& moment : moments)
    if (moment && *moment > now && force.at(*moment) != current) return moment;
  return {};
}

}  // namespace

std::string_view name_of(RelationKind kind) {
  static constexpr std::array<std::string_view, relation_kinds> names = {"replaces", "repeals", "repeals_partly",
                                                                         "amends",   "guides",  "based_on"};
  return names[static_cast<std::size_t>(kind)];
}

std::string_view name_of(Validity validity) {
  static constexpr std::array<std::string_view, 5> names = {"", "pending", "in-force", "partly", "ended"};
  return names[static_cast<std::size_t>(validity)];
}

const Document* Relations::of(PageIndex page) const {
  const auto found =
      std::lower_bound(documents.begin(), documents.end(), page,
                       [](const Document& document, PageIndex wanted) { return document.page < wanted; });
  return found != documents.end() && found->page == page ? &*found : nullptr;
}

Relations relate(const Library& library, const Edition& edition) {
  Relations relations;
  relations.documents = documents_of(library, edition);
  if (relations.documents.empty()) return relations;
  read_statements(library, edition, relations);
  relations.all = relations_of(relations);
  add_entries(relations);
  work_out_force(library, relations);
  share_with_translations(relations);
  for (const Document& document : relations.documents)
    if (const auto moment = next_change(document.force, edition.now))
      relations.next_event = std::min(relations.next_event.value_or(*moment), *moment);
  return relations;
}

std::optional<Date> day_of_issue(const pages::Page& page) {
  const pages::Value* issued = page.field("issued_on");
  if (const Date* day = issued ? std::get_if<Date>(&issued->data) : nullptr) return *day;
  if (page.date) return date_of(*page.date);
  return {};
}

}  // namespace congbo::documents
