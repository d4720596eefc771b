// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/edition/edition.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "generator/edition/folder.h"
#include "generator/edition/window.h"

namespace congbo::edition {

namespace {

using pages::Page;
using pages::PageIndex;

// What the sections around a page do to it. Kept once a section, not once a page.
struct Chain {
  Window window;                   // common to all its sections
  State state = State::published;  // the strongest that hides; withdrawn does not pass down
  std::vector<PageIndex> sections;
};

State passed_down(State state) {
  return state == State::withdrawn ? State::published : state;
}

// Chains by portal, language and folder. Pages come in order of their files, so neighbours mostly share the last
// answer.
class Sections {
 public:
  Sections(const pages::Library& library, Instant now) : library_(library), now_(now) {
    for (PageIndex i = 0; i < library.size(); ++i)
      if (library[i].section_index) indexes_.emplace(key_of(library[i], folder_of(library[i])), i);
  }

  // What hides `page` besides itself. A section's own _index.md is hidden by the sections above it only.
  const Chain& above(const Page& page) {
    if (indexes_.empty()) return free_;
    const std::string_view folder = folder_of(page);
    if (!page.section_index) return chain(page, folder);
    return folder.empty() ? free_ : chain(page, parent_folder(folder));
  }

 private:
  static std::string key_of(const Page& page, std::string_view folder) {
    std::string key = page.route.portal;
    key += '\n';
    key += page.route.language;
    key += '\n';
    key += folder;
    return key;
  }

  const Chain& chain(const Page& page, std::string_view folder) {
    std::string key = key_of(page, folder);
    if (last_ && key == last_key_) return *last_;
    last_ = &find(page, folder, key);
    last_key_ = std::move(key);
    return *last_;
  }

  // From the root down, so that a folder however deep costs no recursion.
  const Chain& find(const Page& page, std::string_view folder, const std::string& key) {
    if (const auto known = chains_.find(key); known != chains_.end()) return known->second;
    Chain chain;
    extend(chain, key_of(page, ""));
    for (std::size_t end = 0; end < folder.size();) {
      end = std::min(folder.find('/', end + 1), folder.size());
      extend(chain, key_of(page, folder.substr(0, end)));
    }
    return chains_.emplace(key, std::move(chain)).first->second;
  }

  void extend(Chain& chain, const std::string& key) const {
    const auto found = indexes_.find(key);
    if (found == indexes_.end()) return;
    const Page& section = library_[found->second];
    chain.window = common_part(chain.window, own_window(section));
    chain.state = stronger(chain.state, passed_down(own_state(section, now_)));
    chain.sections.push_back(found->second);
  }

  const pages::Library& library_;
  Instant now_;
  std::unordered_map<std::string, PageIndex> indexes_;
  std::unordered_map<std::string, Chain> chains_;
  const Chain free_;
  const Chain* last_ = nullptr;
  std::string last_key_;
};

class Earliest {
 public:
  void offer(Instant moment) {
    if (!moment_ || moment < *moment_) moment_ = moment;
  }
  const std::optional<Instant>& moment() const { return moment_; }

 private:
  std::optional<Instant> moment_;
};

// For everyone a page matters only inside its window: its edges, and what changes between them.
void offer_public_events(const Page& page, const Window& window, Instant now, Earliest& next) {
  if (window.from >= window.until || now >= window.until) return;
  if (now < window.from) return next.offer(window.from);
  if (window.until != end_of_time) next.offer(window.until);
  if (page.fields.empty()) return;
  std::vector<Instant> moments;
  add_turning_points(page, moments);
  add_countdown(page, now, moments);
  for (const Instant moment : moments)
    if (moment > now && moment < window.until) next.offer(moment);
}

State state_at(const pages::Library& library, const Page& page, const Chain& chain, Instant moment) {
  State state = own_state(page, moment);
  for (const PageIndex section : chain.sections)
    state = stronger(state, passed_down(own_state(library[section], moment)));
  return state;
}

// A preview shows every page with its state, so changes of state count for every page.
void offer_preview_events(const pages::Library& library, const Page& page, const Chain& chain, Instant now,
                          Earliest& next) {
  std::vector<Instant> moments;
  add_turning_points(page, moments);
  add_countdown(page, now, moments);
  for (const Instant moment : moments)
    if (moment > now) next.offer(moment);
  moments.clear();
  add_state_changes(page, moments);
  for (const PageIndex section : chain.sections) add_state_changes(library[section], moments);
  const State current = stronger(own_state(page, now), chain.state);
  std::sort(moments.begin(), moments.end());
  for (const Instant moment : moments)
    if (moment > now && state_at(library, page, chain, moment) != current) return next.offer(moment);
}

}  // namespace

Edition make_edition(const pages::Library& library, Instant now, Audience audience) {
  Edition edition;
  edition.now = now;
  edition.audience = audience;
  edition.states.resize(library.size());
  edition.visible_.resize(library.size());
  edition.listed_.resize(library.size());
  Sections sections(library, now);
  Earliest next;
  for (PageIndex i = 0; i < library.size(); ++i) {
    const Page& page = library[i];
    const Chain& chain = sections.above(page);
    const Window window = common_part(own_window(page), chain.window);
    edition.states[i] = stronger(own_state(page, now), chain.state);
    edition.visible_[i] = audience == Audience::drafts || window.contains(now);
    edition.listed_[i] = edition.visible_[i] && page.status != pages::Status::withdrawn;
    if (edition.visible_[i]) edition.visible.push_back(i);
    if (edition.listed_[i]) edition.listed.push_back(i);
    if (audience == Audience::everyone)
      offer_public_events(page, window, now, next);
    else
      offer_preview_events(library, page, chain, now, next);
  }
  edition.next_event = next.moment();
  return edition;
}

}  // namespace congbo::edition
