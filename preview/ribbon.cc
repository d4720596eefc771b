// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/ribbon.h"

#include <algorithm>

#include "generator/base/html_escape.h"
#include "generator/diagnostics/print.h"

namespace congbo::preview {

namespace {

using diagnostics::Language;

std::string_view say(Language language, std::string_view vietnamese, std::string_view english) {
  return language == Language::vietnamese ? vietnamese : english;
}

std::string_view state_words(edition::State state, Language language) {
  switch (state) {
    case edition::State::published:
      return say(language, "Sẽ hiện khi đăng", "Public once published");
    case edition::State::withdrawn:
      return say(language, "Đã rút", "Withdrawn");
    case edition::State::draft:
      return say(language, "Bản nháp", "Draft");
    case edition::State::scheduled:
      return say(language, "Hẹn giờ", "Scheduled");
    case edition::State::embargoed:
      return say(language, "Chưa được công bố", "Embargoed");
    case edition::State::expired:
      return say(language, "Hết hạn đăng", "Expired");
  }
  return "";
}

std::size_t errors_in(const Shown& shown, const std::string& source) {
  const auto& all = shown.found.all();
  return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](const Diagnostic& one) {
    return one.severity == Severity::error && one.where.file == source;
  }));
}

// What stands between a page and its readers: its own mistakes, else its state, else the mistakes of others, since a
// build with errors publishes nothing.
std::string standing_words(const Shown& shown, const std::string& source, edition::State state, Language language) {
  const std::size_t own = errors_in(shown, source), all = shown.found.error_count();
  const auto count = [](std::size_t number, std::string_view noun) {
    return std::to_string(number) + std::string(noun);
  };
  if (own > 0)
    return std::string(say(language, "Chưa đăng được: ", "Cannot be published: ")) +
           count(own, say(language, " lỗi", own == 1 ? " error" : " errors"));
  if (state != edition::State::published || all == 0) return std::string(state_words(state, language));
  return std::string(say(language, "Chưa đăng được: trang khác còn ", "Cannot be published: other pages have ")) +
         count(all, say(language, " lỗi", all == 1 ? " error" : " errors"));
}

std::string message_item(const Diagnostic& one, Language language) {
  const bool is_error = one.severity == Severity::error;
  std::string item = std::string("<li class=\"congbo-") + (is_error ? "error" : "warning") + "\"><strong>" +
                     std::string(is_error ? say(language, "Lỗi", "Error") : say(language, "Cảnh báo", "Warning")) +
                     "</strong> ";
  if (one.where.line > 0) item += std::string(say(language, "dòng ", "line ")) + std::to_string(one.where.line) + ": ";
  item += html_escape(diagnostics::message(one, language));
  const std::string hint = diagnostics::hint(one, language);
  if (!hint.empty()) item += " <em>" + html_escape(hint) + "</em>";
  return item + "</li>\n";
}

std::string messages_about(const Shown& shown, const std::string& source, Language language) {
  std::string items;
  for (const Diagnostic& one : shown.found.all())
    if (!source.empty() && one.where.file == source) items += message_item(one, language);
  return items.empty() ? items : "<ul>\n" + items + "</ul>\n";
}

std::string waiting_pages(const Shown& shown, Language language) {
  const pipeline::Site& site = *shown.site;
  std::string items;
  for (const pages::PageIndex index : site.edition.visible) {
    const edition::State state = site.edition.states[index];
    const record::PublicRecord& record = site.publication.records[index];
    const bool in_order = shown.found.error_count() == 0 || errors_in(shown, record.page->source) == 0;
    if (state == edition::State::published && in_order) continue;
    items += "<li><strong>" + standing_words(shown, record.page->source, state, language) + "</strong> <a href=\"" +
             html_escape(record.url) + "\">" + html_escape(record.page->title) + "</a> <code>" +
             html_escape(record.page->source) + "</code></li>\n";
  }
  return items.empty() ? "<p>" + std::string(say(language, "Không có.", "None.")) + "</p>\n"
                       : "<ul>\n" + items + "</ul>\n";
}

std::string all_messages(const Shown& shown, Language language) {
  std::string items;
  for (const Diagnostic& one : shown.found.all())
    items += "<li class=\"congbo-file\"><code>" + html_escape(one.where.file) + "</code><ul>" +
             message_item(one, language) + "</ul></li>\n";
  return items.empty()
             ? "<p>" + std::string(say(language, "Không có lỗi, không có cảnh báo.", "No errors, no warnings.")) +
                   "</p>\n"
             : "<ul>\n" + items + "</ul>\n";
}

}  // namespace

std::string ribbon(const Shown& shown, const PlannedOutput& output, Language language) {
  const std::string messages = messages_about(shown, output.source(), language);
  std::string words(say(language, "Bản xem trước", "Preview"));
  const pages::PageIndex index = shown.site->library.by_source(output.source());
  if (output.reason() == "page" && index != pages::no_page)
    words = standing_words(shown, output.source(), shown.site->edition.states[index], language);
  std::string html =
      "<link rel=\"stylesheet\" href=\"/_preview/preview.css\">\n<aside class=\"congbo-ribbon\" aria-label=\"" +
      std::string(say(language, "Xem trước", "Preview")) + "\"><strong>" + words + "</strong>";
  if (!output.source().empty()) html += " <code>" + html_escape(output.source()) + "</code>";
  const std::string counts = diagnostics::summary(shown.found, language);
  return html + " <a href=\"/_preview/\">" + html_escape(counts) + "</a>" + messages + "</aside>\n";
}

std::string overview(const Shown& shown, Language language) {
  const std::string title(say(language, "Xem trước: mọi thông báo", "Preview: all messages"));
  return "<!DOCTYPE html>\n<html lang=\"" + std::string(say(language, "vi", "en")) +
         "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, "
         "initial-scale=1\">\n<title>" +
         title +
         "</title>\n<link rel=\"stylesheet\" href=\"/_preview/preview.css\">\n</head>\n<body "
         "class=\"congbo-overview\">\n<main>\n<h1>" +
         title + "</h1>\n<p><a href=\"/\">" + std::string(say(language, "Về trang chủ", "Home page")) + "</a> · " +
         html_escape(diagnostics::summary(shown.found, language)) + "</p>\n" + all_messages(shown, language) + "<h2>" +
         std::string(say(language, "Chưa hiện trên cổng", "Not on the portal yet")) + "</h2>\n" +
         waiting_pages(shown, language) + "</main>\n<script src=\"/_preview/reload.js\" data-version=\"" +
         std::to_string(shown.version) + "\" defer></script>\n</body>\n</html>\n";
}

std::string_view style_sheet() {
  return ".congbo-ribbon{background:#5b2c00;color:#fff;padding:.5rem 1rem;font:1rem/1.5 system-ui,sans-serif}\n"
         ".congbo-ribbon code{color:#ffe8cc;overflow-wrap:anywhere}\n.congbo-ribbon a{color:#fff}\n"
         ".congbo-ribbon ul{margin:.5rem 0 0;padding-left:1.25rem}\n"
         ".congbo-error strong{color:#ffb4a8}.congbo-warning strong{color:#ffd98a}\n"
         ".congbo-overview{font:1rem/1.6 system-ui,sans-serif;color:#1b1b1b;background:#fff}\n"
         ".congbo-overview main{max-width:60rem;margin:0 auto;padding:1rem}\n"
         ".congbo-overview code{overflow-wrap:anywhere}\n"
         ".congbo-overview .congbo-error strong{color:#a50000}.congbo-overview .congbo-warning strong{color:#7a4b00}\n";
}

// Polls a number, so that no connection stays open; a hidden tab asks seldom.
std::string reload_script(int milliseconds) {
  const std::string often = std::to_string(milliseconds);
  return "const shown = document.currentScript.dataset.version;\n"
         "async function look() {\n"
         "  try {\n"
         "    const answer = await fetch('/_preview/version', {cache: 'no-store'});\n"
         "    if (answer.ok && (await answer.text()).trim() !== shown) { location.reload(); return; }\n"
         "  } catch { /* the server is away: ask again */ }\n"
         "  setTimeout(look, document.hidden ? Math.max(1000, " +
         often + ") : " + often +
         ");\n"
         "}\n"
         "look();\n";
}

}  // namespace congbo::preview
