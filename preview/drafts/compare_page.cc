// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/drafts/compare_page.h"

#include <array>

#include "generator/attachments/reader.h"
#include "generator/base/content_hash.h"
#include "generator/base/html_escape.h"
#include "preview/difference/difference.h"
#include "preview/drafts/field_changes.h"

namespace congbo::drafts {

namespace {

using http::Response;

constexpr std::size_t most_numbers = 60;  // links to single changes
constexpr std::string_view before_prefix = "/_preview/before";

// One version of the path: what its site plans there, and its bytes with the draft's own addresses.
struct Version {
  const DraftEdition& edition;
  const PlannedOutput* output = nullptr;
  std::string bytes;
};

Version version_of(const DraftRequest& request, const DraftEdition& edition) {
  Version version{edition};
  const pipeline::Site& site = *edition.site;
  if (!site.renderer) return version;
  version.output = planned(site, portal_of(request.address, site), request.path);
  if (!version.output) return version;
  if (Result<std::string> bytes = pipeline::produce(site, *version.output)) {
    const bool text = http::content_type_of(version.output->path()).find("charset") != std::string::npos;
    version.bytes = text ? with_own_addresses(request, site, *std::move(bytes)) : *std::move(bytes);
  }
  return version;
}

std::string file_text(const Version& version) {
  if (!version.output || !version.output->source().ends_with(".md")) return {};
  const Snapshot& snapshot = *version.edition.site->snapshot;
  const SnapshotEntry* entry = snapshot.find(version.output->source());
  Result<std::string> bytes = entry ? snapshot.read(*entry) : Result<std::string>(std::string());
  return bytes ? *std::move(bytes) : std::string();
}

const site::ContentType* type_of(const Version& version) {
  if (!version.output) return nullptr;
  const pages::Library& library = version.edition.site->library;
  const pages::PageIndex index = library.by_source(version.output->source());
  return index == pages::no_page ? nullptr : library[index].type;
}

std::string tab(const std::string& href, std::string_view words, bool here) {
  return "<a href=\"" + html_escape(href) + "\"" + (here ? " aria-current=\"page\"" : "") + ">" + std::string(words) +
         "</a> ";
}

// Before, comparison, after; the way back; the changes by number.
std::string bar(const DraftRequest& request, const Version& before, const Version& after, std::size_t changes) {
  const Language language = request.language;
  const std::string path = url_encode_path(request.path);
  std::string html = "<nav class=\"congbo-bar\" aria-label=\"" + std::string(say(language, "So sánh", "Comparison")) +
                     "\"><a href=\"/_preview/changes\">" +
                     std::string(say(language, "Các thay đổi của ", "Changes of ")) +
                     html_escape(request.target.branch) + "</a> ";
  if (before.output) html += tab(std::string(before_prefix) + path, say(language, "Đang đăng", "Published"), false);
  html += tab("/_preview/compare" + path, say(language, "So sánh", "Comparison"), true);
  if (after.output) html += tab(path, say(language, "Bản nháp", "Draft"), false);
  if (changes == 0) return html + "</nav>\n";
  html += "<span class=\"congbo-numbers\">" + std::to_string(changes) +
          std::string(say(language, " chỗ đổi:", " changes:"));
  for (std::size_t i = 1; i <= std::min(changes, most_numbers); ++i)
    html += " <a href=\"#congbo-change-" + std::to_string(i) + "\">" + std::to_string(i) + "</a>";
  return html + "</span> <span class=\"congbo-keys\" hidden>" +
         std::string(
             say(language, "Phím N: chỗ tiếp theo, phím P: chỗ trước", "Key N: next change, key P: the one before")) +
         "</span></nav>\n";
}

std::string notice(std::string_view words) {
  return "<p class=\"congbo-note\">" + std::string(words) + "</p>\n";
}

std::string state_note(const Version& before, const Version& after, const difference::Difference& found,
                       Language language) {
  if (!before.output)
    return notice(
        say(language, "Trang này mới: cổng đang đăng chưa có.", "This page is new: the portal does not have it."));
  if (!after.output)
    return notice(say(language, "Bản nháp bỏ trang này khỏi cổng.", "The draft takes this page away."));
  if (before.bytes == after.bytes) return notice(say(language, "Trang này không đổi.", "This page stays as it is."));
  if (found.changes == 0)
    return notice(say(language, "Phần nhìn thấy không đổi; chỉ khác phần dành cho máy đọc.",
                      "What people see stays as it is; only what machines read differs."));
  if (!found.complete)
    return notice(
        say(language, "Trang quá lớn nên chỉ so sánh một phần.", "The page is too large to be compared in full."));
  return {};
}

// The head of a page without its scripts; with ours.
std::string head_without_scripts(std::string_view head) {
  std::string html;
  for (std::size_t at = 0; at < head.size();) {
    const std::size_t script = head.find("<script", at);
    const std::size_t end = script == std::string_view::npos ? script : head.find("</script>", script);
    html += head.substr(at, script - at);
    if (end == std::string_view::npos) return html;
    at = end + 9;
  }
  return html;
}

// Links that skip to the content come before everything else.
std::size_t end_of_skip_links(std::string_view body) {
  std::size_t end = 0;
  while (true) {
    const std::size_t next = body.find_first_not_of(" \n", end);
    if (next == std::string_view::npos || !body.substr(next).starts_with("<a class=\"skip\"")) return end;
    const std::size_t close = body.find("</a>", next);
    if (close == std::string_view::npos) return end;
    end = close + 4;
  }
}

// Marked up in the draft's own page, so that it looks as it will look.
std::string page_comparison(const DraftRequest& request, const Version& before, const Version& after) {
  const std::string& frame = after.output ? after.bytes : before.bytes;
  const difference::Body body = difference::body_of(frame), old_body = difference::body_of(before.bytes),
                         new_body = difference::body_of(after.bytes);
  const auto inside = [](const std::string& bytes, difference::Body part) {
    return std::string_view(bytes).substr(part.begin, part.end - part.begin);
  };
  difference::DiffOptions options;
  options.gone_prefix = std::string(before_prefix);
  if (request.language == Language::english)
    options = {options.gone_prefix, "Only marks differ", "Only capitals differ", "Only the encoding differs"};
  const difference::Difference found =
      difference::compare_html(inside(before.bytes, old_body), inside(after.bytes, new_body), options);
  const std::string fields = field_table(field_changes(file_text(before), file_text(after)),
                                         type_of(after.output ? after : before), request.language);
  std::string html = head_without_scripts(std::string_view(frame).substr(0, body.begin));
  const std::size_t head = html.find("</head>");
  html.insert(head == std::string::npos ? 0 : head,
              "<meta name=\"robots\" content=\"noindex\">\n<link rel=\"stylesheet\" href=\"/_preview/drafts.css\">\n"
              "<script src=\"/_preview/next_change.js\" defer></script>\n");
  const std::size_t skips = end_of_skip_links(found.html);
  return html + found.html.substr(0, skips) + bar(request, before, after, found.changes) +
         "<section class=\"congbo-about\" aria-label=\"" +
         std::string(say(request.language, "Tóm tắt thay đổi", "Summary of the changes")) + "\">" +
         state_note(before, after, found, request.language) + fields + "</section>\n" + found.html.substr(skips) +
         "</body>\n</html>\n";
}

std::string facts_of(const Version& version, Language language) {
  if (!version.output) return "<p>" + std::string(say(language, "Không có.", "None.")) + "</p>\n";
  return "<dl class=\"facts\"><div><dt>" + std::string(say(language, "Cỡ", "Size")) + "</dt> <dd>" +
         size_text(version.bytes.size(), language) + "</dd></div><div><dt>SHA-256</dt> <dd><code>" +
         sha256_hex(version.bytes).substr(0, 16) + "…</code></dd></div></dl>\n";
}

std::string side(const Version& version, std::string_view title, const std::string& address, bool picture,
                 Language language) {
  std::string html = "<section class=\"card\"><h2>" + std::string(title) + "</h2>\n" + facts_of(version, language);
  if (version.output && picture)
    html += "<img src=\"" + html_escape(address) + "\" alt=\"" + std::string(title) + "\">\n";
  if (version.output && !picture)
    html += "<p><a href=\"" + html_escape(address) + "\">" + std::string(say(language, "Mở tệp", "Open the file")) +
            "</a></p>\n";
  return html + "</section>\n";
}

// The text of an attachment, as the checks read it; nothing for files that hold none.
std::string attachment_text(const Version& version) {
  const pipeline::Site& site = *version.edition.site;
  if (!version.output || version.output->reason() != "attachment" || !site.attachments) return {};
  const std::string& source = version.output->source();
  const auto kind = attachments::kind_of_ending(source.substr(source.rfind('.') + 1));
  const SnapshotEntry* entry = site.snapshot->find(source);
  if (!kind || !entry) return {};
  const auto text = site.attachments->read(*site.snapshot, *entry, *kind);
  std::string lines;
  for (std::size_t i = 0; text && i < (*text)->parts.size(); ++i) lines += (*text)->parts[i].text + "\n";
  return lines;
}

// Files that are not pages: both sides, and the lines of what is text.
std::string file_comparison(const DraftRequest& request, const Version& before, const Version& after,
                            const std::string& type) {
  const Language language = request.language;
  const std::string path = url_encode_path(request.path);
  const bool picture = type.starts_with("image/");
  difference::Difference lines;
  if (type.find("charset") != std::string::npos)
    lines = difference::compare_text(before.bytes, after.bytes);
  else
    lines = difference::compare_text(attachment_text(before), attachment_text(after));
  if (lines.changes == 0) lines.html.clear();
  Frame frame;
  frame.title = request.path;
  frame.script = "/_preview/next_change.js";
  frame.main =
      bar(request, before, after, lines.changes) + "<h1>" + html_escape(request.path) +
      "</h1>\n<div class=\"congbo-sides\">\n" +
      side(before, say(language, "Đang đăng", "Published"), std::string(before_prefix) + path, picture, language) +
      side(after, say(language, "Bản nháp", "Draft"), path, picture, language) + "</div>\n" + lines.html;
  return page_frame(frame, language);
}

}  // namespace

Response compare_page(const DraftRequest& request, const DraftEdition& before_edition,
                      const DraftEdition& after_edition) {
  const Version before = version_of(request, before_edition), after = version_of(request, after_edition);
  if (!before.output && !after.output) return {404, "text/plain; charset=utf-8", "not found\n", {}};
  const std::string type = http::content_type_of((after.output ? after : before).output->path());
  Response response;
  response.body = type.starts_with("text/html") ? page_comparison(request, before, after)
                                                : file_comparison(request, before, after, type);
  // Scripts of the draft's look do not run here, ours does.
  response.headers["Content-Security-Policy"] =
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; img-src 'self'; media-src "
      "'self'; "
      "font-src 'self'; style-src 'self'; script-src " +
      origin_of(request, request.address) + "/_preview/";
  add_draft_headers(response);
  return response;
}

}  // namespace congbo::drafts
