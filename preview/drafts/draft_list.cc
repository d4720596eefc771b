// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/drafts/draft_list.h"

#include <algorithm>
#include <set>

#include "generator/base/content_hash.h"
#include "generator/base/html_escape.h"
#include "generator/diagnostics/print.h"
#include "preview/drafts/address.h"

namespace congbo::drafts {

namespace {

constexpr std::size_t most_rows = 200, most_known = 20'000;
constexpr std::size_t most_titles = 5;

std::string fact(std::string_view label, const std::string& html) {
  return "<div><dt>" + std::string(label) + "</dt> <dd>" + html + "</dd></div>\n";
}

std::string checks_badge(const DraftRow& row, Language language) {
  if (!row.facts)
    return "<span class=\"badge\">" + std::string(say(language, "Đang kiểm tra…", "Checking…")) + "</span>";
  const std::size_t errors = row.facts->found.error_count(), warnings = row.facts->found.warning_count();
  if (errors + warnings == 0)
    return "<span class=\"badge open\">" + std::string(say(language, "Không có lỗi", "No errors")) + "</span>";
  return "<span class=\"badge " + std::string(errors > 0 ? "ended" : "pending") + "\">" +
         diagnostics::summary(row.facts->found, language) + "</span>";
}

std::string deadline_badge(Instant deadline, Instant now, Language language) {
  const std::int64_t left = deadline.seconds - now.seconds;
  const bool late = left < 0;
  const std::string words(late ? say(language, "Quá hạn ", "Overdue by ") : say(language, "Còn ", "Due in "));
  return "<span class=\"badge " +
         std::string(late           ? "ended"
                     : left < 86400 ? "pending"
                                    : "open") +
         "\">" + words + duration_text(late ? -left : left, language) + "</span> <time datetime=\"" +
         to_rfc3339(deadline) + "\">" + moment_text(deadline) + "</time>";
}

std::string titles(const DraftFacts& facts, const std::string& origin, Language language) {
  if (facts.pages.empty()) return {};
  std::string html = "<ul class=\"congbo-titles\">\n";
  for (std::size_t i = 0; i < std::min(facts.pages.size(), most_titles); ++i) {
    const ChangedPage& page = facts.pages[i];
    const std::size_t path = page.url.find('/', page.url.find("//") + 2);
    const std::string title = html_escape(page.title.empty() ? page.source : page.title);
    if (page.url.empty() || path == std::string::npos)
      html += "<li><del>" + title + "</del></li>\n";
    else
      html += "<li><a href=\"" + html_escape(origin + "/_preview/compare" + page.url.substr(path)) + "\">" + title +
              "</a></li>\n";
  }
  if (facts.pages.size() > most_titles)
    html += "<li>" + std::string(say(language, "và ", "and ")) + std::to_string(facts.pages.size() - most_titles) +
            std::string(say(language, " trang khác", " more pages")) + "</li>\n";
  return html + "</ul>\n";
}

std::string units(const DraftFacts& facts) {
  std::set<std::string> names;
  for (const ChangedPage& page : facts.pages)
    if (!page.unit.empty()) names.insert(page.unit);
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : "; ") + html_escape(name);
  return text;
}

std::string row_html(const DraftRow& row, const std::string& origin, Instant now, Language language) {
  std::string html = "<li class=\"card congbo-draft\">\n<h2><a href=\"" + html_escape(origin) + "/_preview/changes\">" +
                     html_escape(row.history.subject) + "</a></h2>\n";
  if (row.facts) html += titles(*row.facts, origin, language);
  html += "<dl class=\"facts\">\n" + fact(say(language, "Kiểm tra", "Checks"), checks_badge(row, language));
  if (row.facts && row.facts->deadline)
    html += fact(say(language, "Hạn đăng", "Due"), deadline_badge(*row.facts->deadline, now, language));
  html += fact(say(language, "Người viết", "Author"), html_escape(row.history.author));
  if (row.facts && !units(*row.facts).empty()) html += fact(say(language, "Đơn vị", "Unit"), units(*row.facts));
  html += fact(say(language, "Bắt đầu", "Begun"),
               "<time datetime=\"" + to_rfc3339(row.history.began) + "\">" +
                   duration_text(std::max<std::int64_t>(0, now.seconds - row.history.began.seconds), language) +
                   std::string(say(language, " trước", " ago")) + "</time>");
  html += fact(say(language, "Nhánh", "Branch"), "<code>" + html_escape(row.branch) + "</code>");
  if (row.facts) html += fact(say(language, "Tệp sửa", "Files"), std::to_string(row.facts->files));
  html += "</dl>\n";
  if (row.facts && row.facts->conflicts > 0)
    html += "<p class=\"notice\">" +
            std::string(say(language, "Nhánh chính cũng đã sửa ", "The main branch changed as well: ")) +
            std::to_string(row.facts->conflicts) +
            std::string(say(language, " tệp của bản nháp này từ khi nó bắt đầu; hãy cập nhật bản nháp trước khi duyệt.",
                            " files of this draft; update the draft before it is approved.")) +
            "</p>\n";
  return html + "<p class=\"congbo-buttons\"><a class=\"button\" href=\"" + html_escape(origin) +
         "/_preview/changes\">" + std::string(say(language, "Xem thay đổi", "See the changes")) +
         "</a> <a class=\"button second\" href=\"" + html_escape(origin) + "/\">" +
         std::string(say(language, "Mở cổng có bản nháp", "Open the portal with it")) + "</a></p>\n</li>\n";
}

}  // namespace

Result<DraftList::Known> DraftList::look(const std::string& main, const std::string& tip) {
  {
    const std::lock_guard lock(mutex_);
    if (const auto known = known_.find({main, tip}); known != known_.end()) return known->second;
  }
  Known found;
  CONGBO_TRY(const bool merged, repository_->holds(main, tip));
  found.open = !merged;
  if (found.open) {
    CONGBO_TRY(found.history, repository_->history(main, tip));
  }
  const std::lock_guard lock(mutex_);
  if (known_.size() >= most_known) known_.clear();
  known_[{main, tip}] = found;
  return found;
}

Result<std::vector<DraftRow>> DraftList::rows(const std::string& main_commit) {
  std::vector<DraftRow> rows;
  CONGBO_TRY(const std::vector<provenance::Branch> branches, repository_->branches());
  for (const provenance::Branch& branch : branches) {
    CONGBO_TRY(const Known known, look(main_commit, branch.tip));
    if (known.open) rows.push_back({branch.name, branch_label(branch.name), branch.tip, known.history, nullptr});
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const DraftRow& a, const DraftRow& b) { return a.history.changed > b.history.changed; });
  if (rows.size() > most_rows) rows.resize(most_rows);
  for (DraftRow& row : rows) row.facts = survey_->facts(main_commit, row.tip);
  return rows;
}

std::string draft_list_html(const std::vector<DraftRow>& rows, const std::string& main_branch,
                            const std::function<std::string(const std::string&)>& address, Instant now,
                            Language language) {
  const std::string published = address(branch_label(main_branch));
  std::string html = "<h1>" + std::string(say(language, "Bản nháp đang mở", "Open drafts")) + "</h1>\n<p>" +
                     std::string(say(language, "Mỗi bản nháp là một nhánh có nội dung mà nhánh chính ",
                                     "Each draft is a branch with content that the main branch ")) +
                     "<a href=\"" + html_escape(published) + "/\"><code>" + html_escape(main_branch) + "</code></a>" +
                     std::string(say(language, " chưa có. Duyệt bản nháp nào thì bản ấy được đăng.",
                                     " does not have. Approving a draft publishes it.")) +
                     "</p>\n";
  if (rows.empty())
    return html + "<p class=\"notice\">" +
           std::string(say(language, "Không có bản nháp nào đang chờ.", "No draft is waiting.")) + "</p>\n";
  html += "<ul class=\"congbo-drafts\">\n";
  for (const DraftRow& row : rows) html += row_html(row, address(row.label), now, language);
  return html + "</ul>\n";
}

std::string list_version(const std::vector<DraftRow>& rows) {
  std::string all;
  for (const DraftRow& row : rows) all += row.branch + row.tip + (row.facts ? "+" : "-");
  return sha256_hex(all).substr(0, 16);
}

}  // namespace congbo::drafts
