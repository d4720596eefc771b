// SPDX-License-Identifier: GPL-3.0-or-later
// The procedures of a portal are all there (TTH-01), follow the decisions that change them in the time that the
// regulation gives (TTH-06), and reach the level that was planned for them (TTH-07).
#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>

#include "generator/check/field_values.h"
#include "generator/check/rules.h"
#include "generator/check/visit.h"
#include "generator/formats/csv.h"
#include "generator/site/values/policy.h"

namespace congbo::check {

namespace {

constexpr std::string_view procedure_kind = "GovernmentService", document_kind = "Legislation";
constexpr std::string_view procedure_category = "thu-tuc-hanh-chinh", deciding_form = "quyet-dinh";
constexpr formats::CsvLimits list_limits{5'000'000, 20'000, 20};

int number_in(const std::string& text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

// Working days after effect: the limit of the policy's deadline of class "procedure".
std::optional<int> days_for_changes(const site::Policy& policy) {
  for (const auto& [key, value] : policy.data) {
    constexpr std::string_view end = ".class";
    if (value != "procedure" || !key.starts_with("deadlines[") || !key.ends_with(end)) continue;
    const auto limit = policy.data.find(key.substr(0, key.size() - end.size()) + ".limit");
    if (limit != policy.data.end()) return number_in(limit->second);
  }
  return std::nullopt;
}

struct Procedures {
  std::set<std::string> codes;
  std::vector<std::string> followed;  // what `updated_by_document` says
  std::vector<const pages::Page*> decisions;
};

void check_level(const pages::Page& page, Date today, Diagnostics& found) {
  const Date* day = value_of<Date>(page, "target_on");
  const std::string &level = text_of(page, "level"), &target = text_of(page, "target_level");
  if (day != nullptr && *day < today && number_in(level) < number_in(target))
    found.add(warning("service-level-overdue", place_of(page, page.field("target_on")->at),
                      {page.title, target, to_vietnamese(*day)}));
}

class PortalProcedures {
 public:
  PortalProcedures(const SiteFacts& facts, const site::Portal& portal, const Procedures& seen, Diagnostics& found)
      : facts_(facts), portal_(portal), seen_(seen), found_(found), today_(date_of(facts.edition.now)) {}

  // `_site/procedures.csv`: the official list, a column `code` and a column `name`.
  void check_list() {
    const std::string path = portal_.root + "_site/procedures.csv";
    const SnapshotEntry* entry = facts_.snapshot.find(path);
    if (entry == nullptr) return;
    const Result<std::string> bytes = facts_.snapshot.read(*entry);
    if (!bytes) return;
    const formats::CsvTable table = formats::read_csv(*bytes, path, list_limits, found_);
    if (table.empty()) return;
    const auto column = [&](std::string_view name) {
      return static_cast<std::size_t>(std::find(table.header.begin(), table.header.end(), name) - table.header.begin());
    };
    const std::size_t code = column("code"), name = column("name");
    if (code == table.header.size() || name == table.header.size())
      return found_.add(error("procedure-list-columns", {path, 1, 1}));
    const auto published = std::count_if(table.rows.begin(), table.rows.end(),
                                         [&](const auto& row) { return seen_.codes.contains(row[code]); });
    const std::string share = std::to_string(published) + "/" + std::to_string(table.rows.size());
    for (const std::vector<std::string>& row : table.rows)
      if (!seen_.codes.contains(row[code]))
        found_.add(warning("procedure-missing", {path, 1, 1}, {row[name], row[code], share}));
  }

  // A decision on procedures that is in force, and which no procedure says it follows.
  void check_decisions() {
    const site::Policy& policy = site::policy_of(portal_);
    const std::optional<int> days = days_for_changes(policy);
    if (!days) return;
    for (const pages::Page* page : seen_.decisions) {
      const Date* effective = value_of<Date>(*page, "effective_on");
      const std::string& number = text_of(*page, "number");
      if (effective == nullptr || number.empty()) continue;
      const Date due = policy.calendar.last_of(*days, add_days(*effective, 1));
      const bool followed = std::any_of(seen_.followed.begin(), seen_.followed.end(), [&](const std::string& text) {
        return text.find(number) != std::string::npos;
      });
      if (due < today_ && !followed)
        found_.add(warning("procedure-not-updated", page->place_of("title"), {number, to_vietnamese(due)}));
    }
  }

 private:
  const SiteFacts& facts_;
  const site::Portal& portal_;
  const Procedures& seen_;
  Diagnostics& found_;
  Date today_;
};

bool is_deciding(const pages::Page& page, Date today) {
  const Date* expires = value_of<Date>(page, "expires_on");
  return page.type->schema_org == document_kind && page.category == procedure_category &&
         text_of(page, "form") == deciding_form && text_of(page, "repealed_by").empty() &&
         (expires == nullptr || today <= *expires);
}

}  // namespace

void check_procedures(const SiteFacts& facts, Diagnostics& found) {
  const Date today = date_of(facts.edition.now);
  std::map<const site::Portal*, Procedures> seen;
  for (const PageIndex index : facts.edition.visible) {
    const pages::Page& page = facts.library[index];
    if (page.section_index || !page.type) continue;
    if (is_deciding(page, today)) seen[page.portal].decisions.push_back(&page);
    if (page.type->schema_org != procedure_kind) continue;
    check_level(page, today, found);
    Procedures& of_portal = seen[page.portal];
    of_portal.codes.insert(text_of(page, "code"));
    if (const std::string& followed = text_of(page, "updated_by_document"); !followed.empty())
      of_portal.followed.push_back(followed);
  }
  for (const site::Portal& portal : facts.site.portals) {
    PortalProcedures check(facts, portal, seen[&portal], found);
    check.check_list();
    check.check_decisions();
  }
}

}  // namespace congbo::check
