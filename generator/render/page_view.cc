// SPDX-License-Identifier: GPL-3.0-or-later
// The view of one item of content.
#include <algorithm>
#include <array>

#include "generator/record/wording.h"
#include "generator/render/body.h"
#include "generator/render/changes.h"
#include "generator/render/field_view.h"
#include "generator/render/names.h"
#include "generator/render/page_views.h"
#include "generator/render/relation_graph.h"
#include "generator/render/special_parts.h"
#include "generator/render/view_tables.h"

namespace congbo::render {

namespace {

using record::DisplayField;
using record::FileLink;
using record::PublicRecord;

constexpr std::size_t contents_from = 4;              // headings: shorter pages need no table of contents
constexpr std::size_t contents_open_until = 15;       // entries: a longer table starts closed
constexpr std::string_view main_files_key = "files";  // this field is the page's list of files itself
constexpr std::array<std::string_view, 7> levels = {"1", "1", "2", "3", "4", "5", "6"};

// Shown in the body itself: no attachments.
bool is_media(std::string_view type) {
  static constexpr std::array<std::string_view, 16> types = {"JPG", "JPEG", "PNG",  "GIF", "WEBP", "AVIF",
                                                             "SVG", "MP4",  "WEBM", "OGG", "MP3",  "M4A",
                                                             "WAV", "OPUS", "VTT",  "MOV"};
  return std::find(types.begin(), types.end(), type) != types.end();
}

class PageFiller {
 public:
  PageFiller(const ViewSources& sources, const PublicRecord& record, View& view, Texts& texts)
      : sources_(sources),
        record_(record),
        page_(*record.page),
        around_(record::around(sources.publication, record)),
        view_(view),
        texts_(texts) {}

  void fill() {
    head();
    facts();
    body();
    fields();
    relations();
    consultation();
    files();
    contents();
    tags();
    surroundings();
    fill_special_parts(sources_, record_, view_, texts_);
  }

 private:
  const std::string& language() const { return sources_.frame.language; }

  void head() {
    Head head;
    head.title = page_.title;
    head.path = record_.path;
    head.list = around_.section_list == UINT32_MAX ? sources_.frame.home_list : around_.section_list;
    head.translations = &around_.translations;
    head.metadata = metadata_html(record::head_metadata(sources_.publication, record_));
    head.json_ld = record::json_ld(sources_.publication, record_);
    fill_head(sources_, std::move(head), Way::with_list, view_, texts_);
  }

  void facts() {
    view_.set(name::type, record_.type->text);
    dates();
    view_.set(name::unit, record_.unit->text.empty() ? sources_.frame.unit : record_.unit->text);
    view_.set(name::unit_language, unit_language(sources_.frame, record_));
    view_.set(name::unit_path, record_.unit->path);
    view_.set(name::category, record_.category->text);
    view_.set(name::category_path, record_.category->path);
    view_.set(name::author, page_.author);
    view_.set(name::source_name, page_.source_name.empty() ? page_.source_url : page_.source_name);
    view_.set(name::source_url, page_.source_url);
    view_.set(name::summary, page_.summary);
    view_.set(name::phase, record_.phase);
    view_.set(name::phase_text, record_.phase_text);
    view_.set(name::validity, record_.validity);
    view_.set(name::validity_text, record_.validity_text);
    cover();
    const pages::Value* verifying = page_.fields.empty() ? nullptr : page_.field("verifying_since");  // REF-06
    if (const Date* since = verifying ? std::get_if<Date>(&verifying->data) : nullptr)
      view_.set(name::verifying_since, texts_.keep(record::date_text(*since, language())));
    if (record_.state != edition::State::withdrawn) return;
    view_.show(name::withdrawn);
    if (!page_.withdrawn) return;
    if (page_.withdrawn->at)
      view_.set(name::withdrawn_on, texts_.keep(record::date_text(date_of(*page_.withdrawn->at), language())));
    view_.set(name::withdrawn_reason, page_.withdrawn->reason);
    view_.set(name::withdrawn_authority, page_.withdrawn->authority);
  }

  // The field that the date of the page is taken from; empty without one.
  std::string_view date_key() const {
    return page_.type && page_.type->date_from != "date" ? std::string_view(page_.type->date_from) : std::string_view();
  }

  // The day of first publication, and beside it the date the type is about («Ngày ban hành»), or another date it bears.
  void dates() {
    const site::FieldSchema* named = date_key().empty() ? nullptr : page_.type->field(date_key());
    const bool says_more = named || record_.date_machine != record_.published_machine;
    view_.set(name::date, says_more ? record_.date_text : std::string_view());
    view_.set(name::date_machine, says_more ? record_.date_machine : std::string_view());
    view_.set(name::date_label, named ? named->label.in(language()) : sources_.frame.string("page.date"));
    view_.set(name::approved, record_.approved_text);
    view_.set(name::approved_by, record_.approved_by);
    view_.set(name::approved_machine, record_.approved_machine);
    view_.set(name::published, record_.published_text);
    view_.set(name::published_machine, record_.published_machine);
    view_.set(name::updated, record_.updated_text);
    view_.set(name::updated_machine, record_.updated_machine);
    if (!page_.updated_on) view_.set(name::change_note, page_.change_note);
    for (const record::UpdateLine& update : record_.updates) {
      View& row = view_.add(name::updates);
      row.set(name::date, update.text);
      row.set(name::date_machine, update.machine);
      row.set(name::text, update.note);
    }
  }

  void cover() {
    if (page_.cover.empty()) return;
    for (const FileLink& file : record_.files)
      if (file.source == page_.cover) {
        view_.set(name::cover, file.address);
        fill_picture(sources_.publication, {file.source, file.address, page_.cover_alt, {}, Loading::eager},
                     view_.add(name::cover_image), texts_);
      }
    view_.set(name::cover_alt, page_.cover_alt);
  }

  void body() {
    const BodySources sources{sources_.publication, sources_.templates, sources_.frame};
    view_.set(name::body, texts_.keep(fill_body(sources, record_)));
  }

  void fields() {
    constexpr std::uint64_t field_hash = hash_name(field_prefix);
    for (const DisplayField& field : record_.fields) view_.set(hash_name(field.key, field_hash), field.text);
    // The head of the page shows the date the type is about.
    const std::array<std::string_view, 2> left_out = {main_files_key,
                                                      record_.date_text.empty() ? std::string_view() : date_key()};
    fill_fields(sources_, record_, left_out, view_, texts_);
  }

  void add_link(View& view, Key rows, const record::Label& link) const {
    View& row = view.add(rows);
    row.set(name::label, link.text);
    row.set(name::path, link.path);
  }

  // Attachments: what the body links to and the field «files»; files of other fields stand there, pictures in the body.
  void files() {
    for (const FileLink& file : record_.files)
      if (file.source != page_.cover && !stands_elsewhere(file)) add_file(view_, name::files, file, language(), texts_);
  }

  bool stands_elsewhere(const FileLink& file) const {
    for (const DisplayField& field : record_.fields)
      for (const FileLink& own : field.files)
        if (own.source == file.source) return field.key != main_files_key;
    for (const record::DraftVersion& version : record_.consultation.versions)
      if (version.file.source == file.source) return true;
    return is_media(file.type);
  }

  void relations() {
    for (const record::RelatedDocument& other : record_.relations) {
      relation(other, view_.add(name::relations));
      const bool whole =
          other.kind == documents::RelationKind::replaces || other.kind == documents::RelationKind::repeals;
      if (whole && other.side == documents::Side::undergoes) relation(other, view_.add(name::superseded));
    }
    view_.set(name::relation_graph, texts_.keep(relation_graph(record_, sources_.frame)));
  }

  static void relation(const record::RelatedDocument& other, View& row) {
    row.set(name::label, other.label);
    row.set(name::number, other.number);
    row.set(name::title, other.title);
    row.set(name::path, other.path);
    row.set(name::date, other.date_text);
    row.set(name::date_machine, other.date_machine);
    row.set(name::validity, other.validity);
    row.set(name::validity_text, other.validity_text);
  }

  void consultation() {
    const record::Consultation& consultation = record_.consultation;
    view_.set(name::countdown, record_.countdown);
    view_.set(name::receiver_address, consultation.address);
    view_.set(name::receiver_email, consultation.email);
    for (const record::DraftVersion& version : consultation.versions) {
      View& row = view_.add(name::versions);
      row.set(name::label, version.label);
      row.set(name::date, version.date_text);
      row.set(name::date_machine, version.date_machine);
      row.set(name::path, version.file.address);
      row.set(name::file_details, texts_.keep(file_details(version.file, language())));
    }
    if (consultation.versions.size() > 1) comparisons();
    for (const record::Comment& comment : consultation.comments) {
      View& row = view_.add(name::comments);
      row.set(name::author, comment.from);
      row.set(name::date, comment.date_text);
      row.set(name::date_machine, comment.date_machine);
      row.set(name::text, comment.text);
      row.set(name::answer, comment.answer);
    }
  }

  void comparisons() {
    for (record::Comparison& comparison : record::compare_versions(sources_.publication, record_)) {
      View& row = view_.add(name::comparisons);
      row.set(name::changes, texts_.keep(changes_html(comparison, sources_.frame)));
      row.set(name::older_version, texts_.keep(std::move(comparison.from)));
      row.set(name::newer_version, texts_.keep(std::move(comparison.to)));
    }
  }

  void contents() {
    if (!record_.body || record_.body->outline.size() < contents_from) return;
    const std::vector<markdown::Heading>& outline = record_.body->outline;
    view_.set(name::contents_count, texts_.keep(std::to_string(outline.size())));
    view_.show(name::contents_short, outline.size() <= contents_open_until);
    for (const markdown::Heading& heading : outline) {
      View& row = view_.add(name::contents);
      row.set(name::level, levels[static_cast<std::size_t>(std::clamp(heading.level, 1, 6))]);
      row.set(name::anchor, heading.anchor);
      row.set(name::text, heading.text);
    }
  }

  void tags() {
    for (const auto& tag : record_.tags) add_link(view_, name::tags, *tag);
  }

  void surroundings() {
    for (const pages::PageIndex index : around_.related) add_item(sources_, index, view_, name::related, texts_);
    neighbour(around_.newer, name::newer_title, name::newer_path);
    neighbour(around_.older, name::older_title, name::older_path);
    view_.show(name::neighbours, around_.newer != pages::no_page || around_.older != pages::no_page);
  }

  void neighbour(pages::PageIndex index, Key title, Key path) {
    if (index == pages::no_page || !sources_.publication.records[index].page) return;
    const PublicRecord& record = sources_.publication.records[index];
    view_.set(title, record.page->title);
    view_.set(path, texts_.keep(encoded(record.path)));
  }

  const ViewSources& sources_;
  const PublicRecord& record_;
  const pages::Page& page_;
  const listing::Surroundings& around_;
  View& view_;
  Texts& texts_;
};

}  // namespace

void fill_page(const ViewSources& sources, const PublicRecord& record, View& view, Texts& texts) {
  PageFiller(sources, record, view, texts).fill();
}

}  // namespace congbo::render
