// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/record/search_parts.h"

#include <algorithm>
#include <utility>

#include "generator/base/content_hash.h"
#include "generator/base/utf8.h"

namespace congbo::record {

namespace {

using attachments::Part;
using search::SearchDocument;

// "list.page" of the interface, «trang {0}», with the number.
std::string page_words(const site::Portal& portal, const std::string& language, std::uint32_t number) {
  const auto strings = portal.strings.find(language);
  if (strings != portal.strings.end())
    if (const auto text = strings->second.find("list.page"); text != strings->second.end())
      if (const std::size_t mark = text->second.find("{0}"); mark != std::string::npos)
        return std::string(text->second).replace(mark, 3, std::to_string(number));
  return std::to_string(number);
}

// The first piece of at most so many bytes, cut between lines, else between words.
std::string_view first_piece(std::string_view text) {
  if (text.size() <= part_text_bytes) return text;
  std::size_t end = text.rfind('\n', part_text_bytes);
  if (end == std::string_view::npos || end < part_text_bytes / 2) end = text.rfind(' ', part_text_bytes);
  if (end == std::string_view::npos || end == 0) return utf8_beginning(text, part_text_bytes);
  return text.substr(0, end);
}

class Parts {
 public:
  explicit Parts(SearchDocument& whole) : whole_(whole) {}

  void add(const std::string& name, const std::string& link, std::string_view text,
           const std::vector<std::string>& headings) {
    for (bool first = true; !text.empty(); first = false) {
      const std::string_view piece = first_piece(text);
      text.remove_prefix(piece.size());
      SearchDocument& part = parts_.emplace_back();
      part.portal = whole_.portal;
      part.language = whole_.language;
      part.type = whole_.type;
      part.unit = whole_.unit;
      part.field = whole_.field;
      part.validity = whole_.validity;
      part.year = whole_.year;
      part.date = whole_.date;
      part.part = name;
      part.link = link;
      part.body = piece;
      if (first) part.headings = headings;
    }
  }

  // All of a group change together, so that they stay together wherever changes are kept apart.
  std::vector<SearchDocument> take() {
    if (parts_.empty()) return {};
    std::string all = whole_.title + '\n' + whole_.number + '\n' + whole_.summary + '\n' + whole_.body;
    for (const SearchDocument& part : parts_) all += '\n' + part.part + '\n' + part.link + '\n' + part.body;
    whole_.group = whole_.id + "@" + sha256_hex(all).substr(0, 16);
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      // "#" sorts before all that an address goes on with.
      const std::string number = std::to_string(1'000'000 + i).substr(1);
      parts_[i].group = whole_.group;
      parts_[i].id = whole_.id + "#" + number;
      parts_[i].address = whole_.address + "#" + number;
    }
    return std::move(parts_);
  }

 private:
  SearchDocument& whole_;
  std::vector<SearchDocument> parts_;
};

// Sections from one heading to the next, short ones together with what follows them.
void add_sections(const PublicRecord& record, const SearchDocument& whole, Parts& parts) {
  if (!record.body || record.body->plain_text.size() < long_text_bytes) return;
  const std::string& text = record.body->plain_text;
  const markdown::Heading* begun = nullptr;
  std::size_t begin = 0, searched = 0;
  const auto end_section = [&](std::size_t end) {
    if (begun)
      parts.add(begun->text, whole.address + "#" + begun->anchor, std::string_view(text).substr(begin, end - begin),
                {});
    begun = nullptr;
  };
  for (const markdown::Heading& heading : record.body->outline) {
    const std::size_t at = text.find(heading.text, searched);
    if (at == std::string::npos || heading.anchor.empty() || heading.text.empty()) continue;
    searched = at + heading.text.size();
    if (begun && at - begin < least_section_bytes) continue;
    end_section(at);
    begun = &heading;
    begin = at;
  }
  end_section(text.size());
}

bool has_pdf_twin(const PublicRecord& record, const std::string& source) {
  const std::string twin = source.substr(0, source.rfind('.')) + ".pdf";
  return twin != source && std::any_of(record.files.begin(), record.files.end(),
                                       [&](const FileLink& file) { return file.source == twin; });
}

std::string lower_case(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

class FileParts {
 public:
  FileParts(const Publication& publication, const PublicRecord& record, attachments::Reader& reader)
      : publication_(publication), record_(record), reader_(reader) {}

  void add(const FileLink& file, std::map<std::string, unsigned>& uses, Parts& parts) const {
    const auto kind = attachments::kind_of_ending(lower_case(file.type));
    const SnapshotEntry* entry = kind ? publication_.snapshot->find(file.source) : nullptr;
    if (!entry || entry->symlink || has_pdf_twin(record_, file.source) || ++uses[file.source] > most_uses) return;
    const auto text = reader_.read(*publication_.snapshot, *entry, *kind);
    if (!text) return;
    const std::string address = absolute_url(*record_.page->portal, file.path);
    bool first = true;
    for (const Part& part : (*text)->parts) {
      if (part.visibility == attachments::Visibility::hidden) continue;
      std::vector<std::string> headings;
      if (std::exchange(first, false)) headings.push_back(file.name);
      const std::string at = part.page > 0 ? "#page=" + std::to_string(part.page) : std::string();
      parts.add(name_of(file, part), address + at, part.text, headings);
    }
  }

 private:
  std::string name_of(const FileLink& file, const Part& part) const {
    std::string name = file.name;
    if (part.page > 0) name += ", " + page_words(*record_.page->portal, record_.page->route.language, part.page);
    if (!part.name.empty()) name += ", " + part.name;
    return name;
  }

  const Publication& publication_;
  const PublicRecord& record_;
  attachments::Reader& reader_;
};

}  // namespace

bool may_have_parts(const PublicRecord& record) {
  if (record.body && record.body->plain_text.size() >= long_text_bytes) return true;
  return std::any_of(record.files.begin(), record.files.end(), [](const FileLink& file) {
    return attachments::kind_of_ending(lower_case(file.type)).has_value();
  });
}

std::vector<SearchDocument> search_parts(const Publication& publication, const PublicRecord& record,
                                         attachments::Reader* attachments, std::map<std::string, unsigned>& uses,
                                         SearchDocument& whole) {
  Parts parts(whole);
  add_sections(record, whole, parts);
  if (attachments)
    for (const FileLink& file : record.files) FileParts(publication, record, *attachments).add(file, uses, parts);
  return parts.take();
}

}  // namespace congbo::record
