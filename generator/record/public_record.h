// SPDX-License-Identifier: GPL-3.0-or-later
// PublicRecord: all that the public may know of one page, ready to be printed. Head metadata, JSON-LD, Dublin Core, the
// JSON twin, feed entries and search documents are all printed from it, so they cannot disagree and nothing else can
// leak.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/sequence_diff.h"
#include "generator/base/shared.h"
#include "generator/base/snapshot.h"
#include "generator/edition/edition.h"
#include "generator/history/history.h"
#include "generator/listing/values/listing.h"
#include "generator/markdown/fragment.h"
#include "generator/pages/library.h"
#include "generator/record/records.h"
#include "generator/site/values/site.h"
#include "search/document.h"

namespace congbo::record {

using pages::PageIndex;

struct Label {
  std::string id, text;
  std::string path;  // of its list, on the portal's host; empty for none
  bool operator==(const Label&) const = default;
};

struct FileLink {
  std::string source;      // in the repository: "content/…/bieu-mau.pdf"
  std::string path;        // on the portal's host, as the file is named: "/…/bieu-mau.pdf"
  std::string address;     // `path` percent-encoded, to be written in href and src
  std::string name;        // what people read: title or file name
  std::string type;        // "PDF", "DOCX": from the ending, upper case; empty without one
  std::uint64_t size = 0;  // bytes; 0 where the snapshot cannot say
  bool operator==(const FileLink&) const = default;
};

// A line of «Xem tất cả cập nhật» (REV-04).
struct UpdateLine {
  std::string machine, text;  // the day: "2026-03-04" · «04/3/2026»
  std::string note;
  bool operator==(const UpdateLine&) const = default;
};

// One of the type's own fields, formatted in the page's language.
struct DisplayField {
  std::string key, label;
  site::Kind kind = site::Kind::text;
  // Plain. Lists are joined with "; ", an object is "label: value" pairs joined with ", "; in a list of objects the
  // label of a first key that is text is left out.
  std::string text;
  std::string machine;               // ISO date, number, id: for <time>, JSON; equals text for plain text
  std::vector<Shared<Label>> links;  // unit, choice, reference; `path` is absolute for a page of another portal
  std::vector<FileLink> files;       // file, image and lists of them
  bool operator==(const DisplayField&) const = default;
};

// A line of a document's table of relations (DOC-03).
struct RelatedDocument {
  std::string key;  // "replaces", "replaced_by" …
  documents::RelationKind kind = documents::RelationKind::replaces;
  documents::Side side = documents::Side::does;
  std::string label;      // «Bị thay thế bởi»
  std::string number;     // "40/2012/QĐ-UBND"; empty where only words are known
  std::string title;      // abstract or title, shortened; the words themselves where nothing else is known
  std::string path, url;  // of its page as this page writes it, and absolute; empty where the portal has none
  std::string date_machine, date_text, validity, validity_text;
  bool operator==(const RelatedDocument&) const = default;
};

// A draft open for comment (CON-01, CON-02, CON-05).
struct DraftVersion {
  std::string label, date_machine, date_text;
  FileLink file;  // `source` is empty where there is none
  bool operator==(const DraftVersion&) const = default;
};
struct Comment {
  std::string from;  // an organisation, or a person who agreed to be named; else empty
  std::string date_machine, date_text, text, answer;
  bool operator==(const Comment&) const = default;
};
struct Consultation {
  std::vector<DraftVersion> versions;
  std::vector<Comment> comments;
  std::string address, email;  // where comments go
  bool operator==(const Consultation&) const = default;
};

struct Pictures;  // pictures.h

struct PublicRecord {
  const pages::Page* page = nullptr;
  const markdown::Fragment* body = nullptr;
  edition::State state = edition::State::published;
  std::string path;                    // on the portal's host, canonical form
  std::string url;                     // absolute, percent-encoded
  std::string feed_id;                 // "tag:<authority>,<year>:<id>", see feed_id()
  Shared<Label> type, unit, category;  // empty ones for none
  std::vector<Shared<Label>> tags;
  // "2024-03-04" or "2024-03-04T09:30:00+07:00" · «04/3/2024» or «09:30, 04/3/2024», as the page's language writes it
  std::string date_machine, date_text;
  // First publication: from the release log, else release_at (or the end of an embargo), else `date` unless it is still
  // to come, else, with a log, `now`. Never later than `now`; empty when nobody knows.
  std::string published_machine, published_text;
  // Last major update; empty unless it is after the day of first publication, and until its day has come.
  std::string updated_machine, updated_text;
  // Approval of this version, where it was proved: when, and by whom («Tổng Biên tập»).
  std::string approved_machine, approved_text, approved_by, approval_evidence;
  std::vector<UpdateLine> updates;  // the major ones whose day has come, newest first
  std::string phase, phase_text;    // "open" · «Đang lấy ý kiến»
  std::string validity, validity_text;  // "in-force" · «Còn hiệu lực»; no text without an interface string "validity.…"
  std::string own_description;       // empty where the page's summary is the description as it stands
  std::vector<DisplayField> fields;  // those that have a value, in the schema's order
  std::string countdown;  // while open: «Còn 5 ngày», «Hôm nay là ngày cuối»; changes at each midnight (edition)
  Consultation consultation;               // its keys are not among `fields`
  std::vector<RelatedDocument> relations;  // of documents; their keys are not among `fields`
  // Every file of the snapshot the page refers to, each once: fields, cover, then links, images and components of the
  // body.
  std::vector<FileLink> files;
  bool operator==(const PublicRecord&) const = default;
};

// What a portal gives out of one content type as open data: its listed items, in the order of their sources.
struct DataSet {
  const site::Portal* portal = nullptr;
  const site::ContentType* type = nullptr;
  std::vector<PageIndex> items;
};

// Everything public of one edition, by reference: what render and feeds get.
struct Publication {
  const site::Site* site = nullptr;
  const pages::Library* library = nullptr;
  const edition::Edition* edition = nullptr;
  const listing::Listings* listings = nullptr;
  const Snapshot* snapshot = nullptr;         // for sizes of files; never for anything unpublished
  const history::History* history = nullptr;  // the release log; never null in what make_publication gives
  const Pictures* pictures = nullptr;         // what was made of pictures; null: nothing
  Records records;                            // by PageIndex; `page` is null where the page is not visible
  std::vector<DataSet> data_sets;             // by portal, then type id; none without items
  std::vector<PageIndex> people;              // pages of people and contacts, none withdrawn (side_files.h)
  std::vector<PageIndex> calendars;           // pages with days to put into a calendar, none withdrawn
};

PageIndex index_of(const Publication& publication, const PublicRecord& record);
// Summary, abstract, or the beginning of the text, at most 200 code points.
const std::string& description(const PublicRecord& record);
// What stands around the record's page; an empty one where nothing was arranged.
const listing::Surroundings& around(const Publication& publication, const PublicRecord& record);

// Makes the records of all visible pages on `jobs` threads. `bodies` is by PageIndex (null: no body was rendered).
// `like`: another edition, whose equal records are taken; may be null.
Publication make_publication(const site::Site& site, const pages::Library& library, const edition::Edition& edition,
                             const listing::Listings& listings, const Snapshot& snapshot,
                             const std::vector<const markdown::Fragment*>& bodies, unsigned jobs,
                             const history::History& history = history::none(), const Publication* like = nullptr);

// Printed from a record. All are deterministic.
std::string json_ld(const Publication& publication, const PublicRecord& record);    // schema.org, safe inside <script>
std::string json_twin(const Publication& publication, const PublicRecord& record);  // the file beside the page
search::SearchDocument search_document(const Publication& publication, const PublicRecord& record);

// What changed from one version of a draft to the next, for those that are plain text (.txt, UTF-8, at most 300 kB).
struct ChangedPiece {
  Change change = Change::kept;
  std::string text;
};
struct ChangedParagraph {
  std::vector<ChangedPiece> pieces;
  std::size_t same = 0;  // stands for that many paragraphs without a change; `pieces` is empty then
};
struct Comparison {
  std::string from, to;  // labels of the versions
  std::vector<ChangedParagraph> paragraphs;
};
// Reads the files; nothing of it is kept in the record.
std::vector<Comparison> compare_versions(const Publication& publication, const PublicRecord& record);

// Name and content of <meta> elements: description, Dublin Core (circular 24/2011: title, creator, date, description,
// publisher, identifier, language, source, subject), Open Graph.
struct MetaElement {
  std::string_view attribute;  // "name" or "property"
  std::string name, content;
};
std::vector<MetaElement> head_metadata(const Publication& publication, const PublicRecord& record);

// Canonical address of a path of a portal: drops ".html" where the portal says so.
std::string canonical_path(const site::Portal& portal, std::string_view path);
std::string canonical_url(const site::Portal& portal, std::string_view path);  // absolute, percent-encoded
// A path of the portal as canonical_url, an address that is absolute already as it is, nothing for nothing: for
// listing::Link::path and Label::path.
std::string absolute_url(const site::Portal& portal, std::string_view path_or_address);

// Identity of a page in feeds: a tag URI (RFC 4151), "tag:" authority ":" id. The authority is Portal::tag_authority
// where that says a year ("tinh.example.gov.vn,2026"); without one the year is added: that of the page's date, 2026 for
// a page without date. An empty one stands for the host of base_url. A portal that shares its authority with one before
// it in Site::portals gets its own id and ":" before the page's id. Moving a page (its id stays) or a portal to another
// host (its tag_authority stays) never changes it; changing the date does only where tag_authority has no year, so give
// it one.
std::string feed_id(const site::Site& site, const pages::Page& page);
// The same for the feed of a list: "tag:tinh.example.gov.vn,2026:/tin-tuc/"; the year is 2026 where none is said.
std::string feed_id(const site::Site& site, const listing::List& list);

// Where a link or image of `from` leads in this edition: the address to write, or empty when its target is not public
// or does not exist. `file` is set when a file of the repository has to be published for it (whether it is there is not
// looked at). Pages of another portal get an absolute address; a file is always published on the host of the page that
// refers to it. Pages' own settings (`_site/`), content files (.md) and hidden files are never given out.
struct ResolvedAddress {
  std::string address;
  std::string file;  // "content/…/bieu-mau.pdf"
  bool external = false;
};
ResolvedAddress resolve_address(const site::Site& site, const pages::Library& library, const edition::Edition& edition,
                                const pages::Page& from, std::string_view target);

// The path at which `portal` publishes a repository file: "content/tin-tuc/a/b.pdf" → "/tin-tuc/a/b.pdf"; a file
// outside the portal's root: "/_files/" and its path below content/. Not percent-encoded.
std::string file_path_on_host(const site::Portal& portal, std::string_view source);

}  // namespace congbo::record
