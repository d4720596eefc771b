// SPDX-License-Identifier: GPL-3.0-or-later
// PublicRecord: all that the public may know of one page, ready to be printed. Head metadata, JSON-LD, Dublin Core, the JSON
// twin, feed entries and search documents are all printed from it, so they cannot disagree and nothing else can leak.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/snapshot.h"
#include "generator/edition/edition.h"
#include "generator/listing/values/listing.h"
#include "generator/markdown/fragment.h"
#include "generator/pages/library.h"
#include "generator/site/values/site.h"
#include "search/document.h"

namespace congbo::record {

using pages::PageIndex;

struct Label {
  std::string id, text;
  std::string path;              // of its list, on the portal's host; empty for none
};

struct FileLink {
  std::string source;            // in the repository: "content/…/bieu-mau.pdf"
  std::string path;              // on the portal's host: "/…/bieu-mau.pdf"
  std::string name;              // what people read: title or file name
  std::string type;              // "PDF", "DOCX": from the ending, upper case
  std::uint64_t size = 0;        // bytes
};

// One of the type's own fields, formatted in the page's language.
struct DisplayField {
  std::string key, label;
  site::Kind kind = site::Kind::text;
  std::string text;              // plain; lists joined with "; "
  std::string machine;           // ISO date, number, id: for <time>, JSON; equals text for plain text
  std::vector<Label> links;      // unit, choice, reference
  std::vector<FileLink> files;   // file, image and lists of them
};

struct PublicRecord {
  PageIndex index = pages::no_page;
  const pages::Page* page = nullptr;
  const markdown::Fragment* body = nullptr;
  edition::State state = edition::State::published;
  std::string path;              // on the portal's host, canonical form
  std::string url;               // absolute
  std::string feed_id;           // "tag:<authority>,<year>:<id>"
  Label type, unit, category;
  std::vector<Label> tags;
  std::string date_machine, date_text;        // "2026-11-03" or "2026-11-03T09:00:00+07:00" · "03/11/2026"
  std::string updated_machine, updated_text;  // empty unless updated after `date`
  std::string phase, phase_text;              // "open" · «Đang lấy ý kiến»
  std::string description;                    // summary, or the beginning of the text, at most 200 code points
  std::vector<DisplayField> fields;
  std::vector<FileLink> files;                // every attachment the page refers to (fields and links), each once
};

// Everything public of one edition, by reference: what render and feeds get.
struct Publication {
  const site::Site* site = nullptr;
  const pages::Library* library = nullptr;
  const edition::Edition* edition = nullptr;
  const listing::Listings* listings = nullptr;
  const Snapshot* snapshot = nullptr;         // for sizes of files; never for anything unpublished
  std::vector<PublicRecord> records;          // by PageIndex; `page` is null where the page is not visible
};

// Makes the records of all visible pages on `jobs` threads. `bodies` is by PageIndex (null: no body was rendered).
Publication make_publication(const site::Site& site, const pages::Library& library, const edition::Edition& edition,
                             const listing::Listings& listings, const Snapshot& snapshot,
                             const std::vector<const markdown::Fragment*>& bodies, unsigned jobs);

// Printed from a record. All are deterministic.
std::string json_ld(const Publication& publication, const PublicRecord& record);     // schema.org, safe inside <script>
std::string json_twin(const Publication& publication, const PublicRecord& record);   // the file beside the page
search::SearchDocument search_document(const Publication& publication, const PublicRecord& record);

// Name and content of <meta> elements: description, Dublin Core (circular 24/2011: title, creator, date, description,
// publisher, identifier, language, source, subject), Open Graph.
struct MetaElement {
  std::string_view attribute;    // "name" or "property"
  std::string name, content;
};
std::vector<MetaElement> head_metadata(const Publication& publication, const PublicRecord& record);

// Canonical address of a path of a portal: drops ".html" where the portal says so.
std::string canonical_path(const site::Portal& portal, std::string_view path);
std::string canonical_url(const site::Portal& portal, std::string_view path);

// Where a link or image of `from` leads in this edition: the address to write, or empty when its target is not public or
// does not exist. `file` is set when a file of the repository has to be published for it.
struct ResolvedAddress {
  std::string address;
  std::string file;              // "content/…/bieu-mau.pdf"
  bool external = false;
};
ResolvedAddress resolve_address(const site::Site& site, const pages::Library& library, const edition::Edition& edition,
                                const pages::Page& from, std::string_view target);

// The published path of a repository file that belongs to `portal`: "content/tin-tuc/a/b.pdf" → "/tin-tuc/a/b.pdf".
std::string file_path_on_host(const site::Portal& portal, std::string_view source);

}  // namespace congbo::record
