// SPDX-License-Identifier: GPL-3.0-or-later
// What the regulation of a portal asks, as values: `_site/policy.yaml` laid over one of the shipped profiles
// (generator/site/shipped/profiles). No figure of a regulation is a constant of the program.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/diagnostic.h"
#include "generator/site/values/calendar.h"
#include "generator/site/values/site.h"

namespace congbo::site {

// What the portal makes of a finding. `off` hides it.
enum class CheckLevel { off, warning, error };
std::string_view name_of(CheckLevel level);

struct CheckSetting {
  CheckLevel level = CheckLevel::error;
  bool mandatory = false;  // fixed by the regulation: a portal may not lower it
  std::string clause;      // of a mandatory one: "Điều 8, khoản 1, điểm l"
  Place where;             // in the portal's policy.yaml; no file when the profile says it
};

// A group of information that the regulation names (CAT-01 to CAT-04), and what counts as belonging to it.
struct CategoryGroup {
  std::string id;  // "introduction"
  LocalText label;
  std::string clause;
  bool required = false;                // a portal without any published item of the group fails the check
  std::vector<std::string> categories;  // terms of the vocabulary `category`
  std::vector<std::string> types;       // content types that belong to the group whatever their category
  int stale_days = 0;                   // the newest item may be that old; 0: nobody asks (REV-02)
};

// A page that the introduction must have: a page of type `page` with `slot: <id>` (CAT-07).
struct Slot {
  std::string id;  // "gioi-thieu/lich-su"
  LocalText label;
  std::string clause;
};

// Which name of an online service the portal uses: levels 1–4, whole or partial, or both.
enum class ServiceScale { levels, modes, both };

struct LanguageRule {
  std::string main = "vi";
  std::vector<std::string> optional;         // languages that may be used besides; "*" for any
  std::vector<std::string> both_or_neither;  // types whose pages exist in every language of the portal, or in none
  std::string clause;
};

struct DomainRule {
  bool gov_vn = false;                // the host ends in ".gov.vn" (ID-02)
  int level = 0;                      // labels of the portal's own host; 0: any (SUBP-03)
  bool sub_portals = true;            // may the portal have any?
  bool sub_portal_of_parent = false;  // host of a sub-portal = one label + the parent's host (SUBP-02)
  bool sub_portal_from_name = false;  // … and the label comes from the unit's name
  bool sub_portal_board = false;      // a sub-portal names its board (SUBP-06)
  std::string clause;
};

// What no regulation fixes; the portal chooses, and `congbo list policy` says so.
struct Choices {
  int image_minimum_width = 600, image_minimum_height = 400;  // pixels
  int image_maximum_kilobytes = 3000;
  int image_avif = 1;          // 0: pictures as WebP and JPEG or PNG only, which are made sooner
  int search_server = 0;       // 1: `congbo search serve` answers at /tim-kiem, the static page does not
  int search_offline = 0;      // 1: browsers keep the search page and what was asked, for when there is no network
  int duplicate_percent = 80;  // of common five-word runs, from which two texts are near duplicates
  int review_days = 365;       // an item is looked at again that long after its date or last review
  int approval_hours = 8;      // office hours for the approval itself
  int consultation_reply_days = 30;
  int personal_data_days = 365;
  int probe_minutes = 5;
  int backup_copies = 8;
  std::string office_hours = "07:30-11:30 13:30-17:00";
  std::string event_clock = "end";  // "start", "end": from when the deadline of a news item counts
  std::string uptime_percent = "99.5";
  std::string royalty_rates;
  std::string typical_news = "own activity of the unit";
};

enum class Origin { program, profile, portal };

// One line of `congbo list policy`.
struct ChoiceLine {
  std::string key, value;
  LocalText meaning;
  Origin origin = Origin::program;
};

struct Policy {
  std::string profile;  // "province-by-quota"; empty without `extends`
  std::string file;     // the portal's own policy.yaml; empty when it has none
  LocalText label;
  std::map<std::string, CheckSetting, std::less<>> checks;  // by diagnostic code
  std::vector<CategoryGroup> categories;                    // in the regulation's order
  std::vector<Slot> slots;
  bool closed_categories = false;  // a category of no group is outside the portal's scope
  std::vector<std::string> contact_required = {"address", "phone", "email"};
  std::string contact_clause;
  ServiceScale services = ServiceScale::both;
  LanguageRule languages;
  DomainRule domain;
  std::map<std::string, int, std::less<>> review_days;  // by type, of those that are reviewed; 0: choices.review_days
  std::map<std::string, std::string, std::less<>> disabled_types;  // type → clause or reason
  Calendar calendar;                                               // `_site/calendar.yaml`
  Choices choices;
  std::map<std::string, Origin, std::less<>> chosen;  // by key of `choices`: who said it
  // What later duties read (deadlines, quotas, roles, reports …): every scalar by its path, "deadlines[0].limit".
  std::map<std::string, std::string, std::less<>> data;

  // Null when neither the profile nor the portal speaks of the code.
  const CheckSetting* check(std::string_view code) const;
  bool demands_contact(std::string_view key) const;
  int review_days_of(std::string_view type) const;  // 0: nobody asks for a review (REV-01)
};

// The portal's policy; the program's defaults for a portal that was made without one (tests).
const Policy& policy_of(const Portal& portal);

// Every choice with its value, for `congbo list policy`.
std::vector<ChoiceLine> choice_lines(const Policy& policy);

// The names that `extends:` may take, sorted.
std::vector<std::string> profile_names();

// A shipped profile by itself. Mistakes in it (none in a release; a test reads all) go to `found`.
Policy shipped_profile(std::string_view name, Diagnostics& found);

}  // namespace congbo::site
