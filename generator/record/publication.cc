// SPDX-License-Identifier: GPL-3.0-or-later
// From visible pages to their records.
#include <algorithm>
#include <unordered_set>

#include "generator/base/parallel_for.h"
#include "generator/edition/window.h"
#include "generator/pages/link_target.h"
#include "generator/record/addressing.h"
#include "generator/record/consultation.h"
#include "generator/record/display_field.h"
#include "generator/record/field_body.h"
#include "generator/record/labels.h"
#include "generator/record/life.h"
#include "generator/record/relations.h"
#include "generator/record/side_files.h"
#include "generator/record/taken_over.h"
#include "generator/record/wording.h"

namespace congbo::record {

namespace {

constexpr std::size_t description_limit = 200;  // code points

// Files one page refers to, each once, in the order added.
class FileCollector {
 public:
  FileCollector(const Publication& publication, PublicRecord& record) : publication_(publication), record_(record) {}

  // The first name that is more than the file's own stays.
  void add(FileLink link) {
    for (FileLink& known : record_.files)
      if (known.source == link.source) {
        if (!has_name(known)) known.name = std::move(link.name);
        return;
      }
    record_.files.push_back(std::move(link));
  }

  // «ho-ngheo.xlsx» is called as «ho-ngheo.csv», the figures of a chart with a title.
  void name_alike() {
    for (FileLink& file : record_.files) {
      if (has_name(file)) continue;
      const auto named = std::find_if(record_.files.begin(), record_.files.end(), [&](const FileLink& other) {
        return has_name(other) && without_ending(other.source) == without_ending(file.source);
      });
      if (named != record_.files.end()) file.name = named->name;
    }
  }

  void add_source(const std::string& source, std::string_view name) {
    if (source.empty() || is_withheld(*publication_.library, *publication_.edition, source)) return;
    if (auto link = file_link(*publication_.snapshot, *record_.page->portal, source, name)) add(*std::move(link));
  }

  // An address of the body, as the author wrote it.
  void add_target(std::string_view target, std::string_view name) {
    if (!pages::may_be_file(target)) return;
    const pages::LinkTarget found = pages::resolve_link(*publication_.library, *record_.page, target);
    if (found.kind == pages::LinkTarget::Kind::file) add_source(found.path, name);
    // "/tin-tuc/a/b.pdf": the path at which the portal publishes its file.
    if (found.kind == pages::LinkTarget::Kind::site_path)
      add_source(record_.page->portal->root + found.path.substr(1), name);
  }

 private:
  static bool has_name(const FileLink& file) { return file.name != file_name(file.source); }

  const Publication& publication_;
  PublicRecord& record_;
};

class RecordMaker {
 public:
  RecordMaker(const Publication& publication, const Labels& labels,
              const std::vector<const markdown::Fragment*>& bodies)
      : publication_(publication), surveyor_{publication, labels}, labels_(labels), bodies_(bodies) {}

  void make(PageIndex index, PublicRecord& record) const {
    const pages::Page& page = (*publication_.library)[index];
    record.page = &page;
    record.body = index < bodies_.size() ? bodies_[index] : nullptr;
    record.state = publication_.edition->states[index];
    record.path = canonical_path(*page.portal, page.route.path);
    record.url = page.portal->base_url + encoded_path(record.path);
    record.feed_id = feed_id(*publication_.site, page);
    const documents::Document* document = publication_.listings->relations.of(index);
    set_labels(record);
    set_dates(record, document);
    set_fields(record, document != nullptr);
    set_consultation(record);
    record.own_description = description_beside_summary(record);
    set_files(record);
  }

 private:
  void set_labels(PublicRecord& record) const {
    const pages::Page& page = *record.page;
    if (page.type) record.type = labels_.get(page, Bears::type, page.type->id);
    record.unit = labels_.get(page, Bears::unit, page.unit);
    record.category = labels_.get(page, Bears::category, page.category);
    record.tags.reserve(page.tags.size());
    for (const std::string& tag : page.tags) record.tags.push_back(labels_.get(page, Bears::tag, tag));
  }

  void set_dates(PublicRecord& record, const documents::Document* document) const {
    const pages::Page& page = *record.page;
    const std::string& language = page.route.language;
    if (page.date) {
      const Date day = date_of(*page.date);
      record.date_machine = page.date_has_time ? to_rfc3339(*page.date) : to_text(day);
      record.date_text = page.date_has_time ? date_text(*page.date, language) : date_text(day, language);
    }
    set_life(publication_, record);
    record.phase = edition::phase(page, publication_.edition->now);
    if (!record.phase.empty()) record.phase_text = page.portal->string(language, phase_key(record));
    set_validity(record, document);
  }

  // Nobody asked for comments on a draft in a survey, so its end has words of its own. Most schedules are of a week.
  static std::string phase_key(const PublicRecord& record) {
    const bool is_survey = record.type->id == "survey";
    const std::string key = "phase." + record.phase;
    if (record.phase == "current") return key + (is_of_a_week(*record.page) ? ".week" : "");
    return key + (is_survey && record.phase == "closed" ? ".survey" : "");
  }

  static bool is_of_a_week(const pages::Page& schedule) {
    const pages::Value* from = schedule.field("starts_on");
    const Date* first = from ? std::get_if<Date>(&from->data) : nullptr;
    return first && *edition::last_day_of_schedule(schedule) <= add_days(*first, 6);
  }

  void set_validity(PublicRecord& record, const documents::Document* document) const {
    record.validity = document ? std::string(documents::name_of(document->force.at(publication_.edition->now)))
                               : edition::validity(*record.page, publication_.edition->now);
    record.validity_text = validity_label(*record.page, record.validity);
    if (document) record.relations = related_documents(publication_, *record.page, *document);
  }

  static std::string description_beside_summary(const PublicRecord& record) {
    const std::string& summary = record.page->summary;
    if (!summary.empty()) {
      std::string shortened = shorten(summary, description_limit);
      return shortened == summary ? std::string() : shortened;
    }
    for (const DisplayField& field : record.fields)  // trích yếu of a document
      if (field.key == "abstract") return shorten(field.text, description_limit);
    return record.body ? shorten(record.body->plain_text, description_limit) : std::string();
  }

  void set_fields(PublicRecord& record, bool is_document) const {
    record.fields.reserve(record.page->fields.size());
    for (const pages::Field& field : record.page->fields)
      if (field.schema && stands_apart(*record.page, is_document, field.schema->key))
        continue;
      else if (auto shown = display_field(surveyor_, *record.page, field))
        record.fields.push_back(*std::move(shown));
  }

  static bool stands_apart(const pages::Page& page, bool is_document, std::string_view key) {
    return (is_document && documents::is_relation_key(key)) || is_consultation_key(page, key);
  }

  void set_consultation(PublicRecord& record) const {
    const pages::Page& page = *record.page;
    if (page.type && page.type->id == "consultation") record.consultation = make_consultation(publication_, page);
    const auto left = edition::days_left(page, publication_.edition->now);
    if (!left) return;
    const std::string_view key = *left == 0 ? "countdown.last" : *left == 1 ? "countdown.day" : "countdown.days";
    record.countdown = page.portal->string(page.route.language, key);
    if (const std::size_t at = record.countdown.find("{0}"); at != std::string::npos)
      record.countdown.replace(at, 3, std::to_string(*left));
  }

  void set_files(PublicRecord& record) const {
    FileCollector files(publication_, record);
    for (const DisplayField& field : record.fields)
      for (const FileLink& link : field.files) files.add(link);
    for (const DraftVersion& version : record.consultation.versions)
      if (!version.file.source.empty()) files.add(version.file);
    files.add_source(record.page->cover, record.page->cover_alt);
    for (const pages::Field& field : record.page->fields)
      if (is_text_with_links(field)) add_body(files, field_body(*record.page, field.value.text()));
    if (record.body) add_body(files, *record.body);
    files.name_alike();
  }

  static bool is_text_with_links(const pages::Field& field) {
    return field.schema && field.schema->shown && field.schema->kind == site::Kind::markdown &&
           field.value.text().find("](") != std::string::npos;
  }

  static void add_body(FileCollector& files, const markdown::Fragment& body) {
    for (const markdown::Hole& hole : body.holes) {
      if (hole.kind != markdown::HoleKind::component) {
        files.add_target(hole.target, hole.text);
        continue;
      }
      add_component(files, hole);
    }
  }

  static void add_component(FileCollector& files, const markdown::Hole& hole) {
    std::string_view title;
    for (const auto& parameter : hole.parameters)
      if (parameter.first == "title") title = parameter.second;
    for (const auto& parameter : hole.parameters) {
      if (parameter.first == "src") files.add_target(parameter.second, title);
      for (const std::string_view key : {"poster", "captions", "transcript"})
        if (parameter.first == key) files.add_target(parameter.second, {});
    }
    for (const std::string& item : hole.items) add_item(files, item);
  }

  // An item of a component's list: «hinh.jpg», «hinh.jpg | chú thích» or ![chú thích](hinh.jpg).
  static void add_item(FileCollector& files, std::string_view item) {
    const std::size_t bracket = item.find("](");
    if (bracket != std::string_view::npos) {
      item.remove_prefix(bracket + 2);
      item = item.substr(0, item.find_first_of(") "));
    } else {
      item = item.substr(0, item.find('|'));
      while (item.ends_with(' ')) item.remove_suffix(1);
    }
    files.add_target(item, {});
  }

  const Publication& publication_;
  Surveyor surveyor_;
  const Labels& labels_;
  const std::vector<const markdown::Fragment*>& bodies_;
};

}  // namespace

const std::string& description(const PublicRecord& record) {
  return record.own_description.empty() ? record.page->summary : record.own_description;
}

PageIndex index_of(const Publication& publication, const PublicRecord& record) {
  return publication.library->by_source(record.page->source);
}

const listing::Surroundings& around(const Publication& publication, const PublicRecord& record) {
  static const listing::Surroundings nothing;
  const PageIndex index = index_of(publication, record);
  const auto& all = publication.listings->around;
  return index < all.size() ? all[index] : nothing;
}

Publication make_publication(const site::Site& site, const pages::Library& library, const edition::Edition& edition,
                             const listing::Listings& listings, const Snapshot& snapshot,
                             const std::vector<const markdown::Fragment*>& bodies, unsigned jobs,
                             const history::History& history, const Publication* like) {
  Publication publication{&site, &library, &edition, &listings, &snapshot, &history, nullptr, {}};
  publication.records = Records(library.size());
  Labels labels(listings);
  labels.learn(site);
  for (const PageIndex index : edition.visible) labels.learn_file(library[index]);
  const RecordMaker maker(publication, labels, bodies);
  const TakenOver taken(publication, like, labels, bodies);
  parallel_for(edition.visible.size(), jobs, [&](std::size_t i) {
    const PageIndex index = edition.visible[i], theirs = taken.theirs(index);
    if (taken.is_certain(index)) return publication.records.take(index, like->records, theirs);
    PublicRecord record;
    maker.make(index, record);
    if (theirs == pages::no_page)
      publication.records.put(index, std::move(record));
    else
      publication.records.put_shared(index, std::move(record), like->records, theirs);
  });
  add_guidance(publication);
  gather_side_files(publication);
  return publication;
}

}  // namespace congbo::record
