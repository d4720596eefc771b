// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/drafts/changes_page.h"

#include <algorithm>
#include <array>
#include <map>

#include "generator/base/html_escape.h"
#include "generator/diagnostics/print.h"

namespace congbo::drafts {

namespace {

constexpr std::size_t most_shown = 200;  // of one group

struct GroupName {
  std::string_view reason, vietnamese, english;
};
constexpr std::array<GroupName, 12> group_names = {
    GroupName{"page", "Trang", "Pages"},
    GroupName{"listing", "Danh mục, trang chủ", "Lists and home pages"},
    GroupName{"fixed page", "Trang chung của cổng", "Pages of the portal"},
    GroupName{"feed", "Nguồn tin (RSS, Atom)", "Feeds"},
    GroupName{"attachment", "Tệp đính kèm, ảnh", "Files and pictures"},
    GroupName{"picture", "Ảnh theo cỡ", "Sizes of pictures"},
    GroupName{"twin", "Bản JSON cạnh trang", "JSON beside pages"},
    GroupName{"sitemap", "Sơ đồ trang cho máy tìm kiếm", "Sitemaps"},
    GroupName{"redirect", "Địa chỉ cũ chuyển hướng", "Redirects"},
    GroupName{"asset", "Giao diện", "Look"},
    GroupName{"calendar", "Lịch", "Calendars"},
    GroupName{"open data", "Dữ liệu mở", "Open data"}};

std::string group_name(const std::string& reason, Language language) {
  for (const GroupName& one : group_names)
    if (one.reason == reason) return std::string(say(language, one.vietnamese, one.english));
  return std::string(say(language, "Tệp khác", "Other files"));
}

std::string change_badge(OutputChange change, Language language) {
  switch (change) {
    case OutputChange::added:
      return "<span class=\"badge open\">" + std::string(say(language, "Mới", "New")) + "</span>";
    case OutputChange::removed:
      return "<span class=\"badge ended\">" + std::string(say(language, "Bỏ đi", "Gone")) + "</span>";
    case OutputChange::changed:
      return "<span class=\"badge pending\">" + std::string(say(language, "Sửa", "Changed")) + "</span>";
  }
  return {};
}

std::string item(const DraftRequest& request, const pipeline::Site& site, const ChangedOutput& output) {
  const std::string name = output.title.empty() ? output.path : output.title;
  std::string html = "<li>" + change_badge(output.change, request.language) + " <a href=\"" +
                     html_escape(comparison_address(request, site, output)) + "\">" + html_escape(name) + "</a>";
  if (!output.title.empty()) html += " <code>" + html_escape(output.path) + "</code>";
  return html + "</li>\n";
}

std::string items(const DraftRequest& request, const pipeline::Site& site, const std::vector<ChangedOutput>& outputs,
                  std::size_t begin, std::size_t end) {
  std::string html = "<ul class=\"congbo-outputs\">\n";
  for (std::size_t i = begin; i < std::min(end, begin + most_shown); ++i) html += item(request, site, outputs[i]);
  if (end - begin > most_shown)
    html += "<li>" + std::string(say(request.language, "và ", "and ")) + std::to_string(end - begin - most_shown) +
            std::string(say(request.language, " nữa", " more")) + "</li>\n";
  return html + "</ul>\n";
}

// Groups of one reason, in the order of group_names; long ones closed.
std::string knock_on(const DraftRequest& request, const pipeline::Site& site, const SiteChanges& changes) {
  std::map<std::string, std::vector<ChangedOutput>> groups;
  for (const ChangedOutput& output : changes.knock_on)
    groups[group_name(output.reason, request.language)].push_back(output);
  std::vector<std::string> order;
  order.reserve(std::size(group_names) + 1);
  for (const GroupName& one : group_names) order.push_back(group_name(std::string(one.reason), request.language));
  order.push_back(group_name({}, request.language));
  std::string html;
  for (const std::string& name : order) {
    const auto group = groups.find(name);
    if (group == groups.end()) continue;
    const bool open = group->second.size() <= 10;
    html += "<details" + std::string(open ? " open" : "") + "><summary>" + name + " <span class=\"badge\">" +
            std::to_string(group->second.size()) + "</span></summary>\n" +
            items(request, site, group->second, 0, group->second.size()) + "</details>\n";
  }
  return html;
}

std::string conflicts(const DraftEdition& draft, Language language) {
  std::string files;
  for (const provenance::DraftFile& file : draft.files)
    if (file.conflict) files += "<li><code>" + html_escape(file.path) + "</code></li>\n";
  if (files.empty()) return {};
  return "<div class=\"notice\"><p>" +
         std::string(
             say(language,
                 "Từ khi bản nháp này bắt đầu, nhánh chính cũng đã sửa các tệp dưới đây. Duyệt bây giờ sẽ bị từ "
                 "chối; hãy cập nhật bản nháp trước.",
                 "Since this draft began the main branch has changed these files too. Approving it now would be "
                 "refused; update the draft first.")) +
         "</p><ul>\n" + files + "</ul></div>\n";
}

}  // namespace

std::string comparison_address(const DraftRequest& request, const pipeline::Site& site, const ChangedOutput& output) {
  const std::string path = "/_preview/compare" + url_encode_path(output.path);
  DraftAddress address = request.address;
  address.portal = output.portal == site.site->portals.front().id ? std::string() : output.portal;
  return address == request.address ? path : origin_of(request, address) + path;
}

std::string changes_html(const DraftRequest& request, const DraftEdition& draft, const SiteChanges& changes,
                         const DraftFacts* facts) {
  const Language language = request.language;
  const pipeline::Site& site = *draft.site;
  std::string html = "<nav class=\"congbo-bar\"><a href=\"" + request.scheme + "://" + request.base + "/\">" +
                     std::string(say(language, "Danh sách bản nháp", "All drafts")) + "</a> <a href=\"/\">" +
                     std::string(say(language, "Mở cổng có bản nháp", "Open the portal with it")) +
                     "</a> <a href=\"/_preview/\">" + std::string(say(language, "Mọi thông báo", "All messages")) +
                     "</a> <a href=\"" + request.scheme + "://" + request.base +
                     "/_preview/shares?draft=" + host_label(request.address) + "\">" +
                     std::string(say(language, "Gửi liên kết xem", "Share a link")) + "</a></nav>\n<h1>" +
                     std::string(say(language, "Thay đổi của «", "Changes of «")) + html_escape(request.target.branch) +
                     "»</h1>\n" + conflicts(draft, language);
  if (facts && !facts->found.empty())
    html += "<p class=\"notice\"><a href=\"/_preview/\">" + html_escape(diagnostics::summary(facts->found, language)) +
            "</a></p>\n";
  html += "<section><h2>" + std::string(say(language, "Nội dung được sửa", "Content that was written")) + "</h2>\n";
  html += changes.by_hand.empty() ? "<p>" + std::string(say(language, "Không có trang nào.", "No page.")) + "</p>\n"
                                  : items(request, site, changes.by_hand, 0, changes.by_hand.size());
  html += "</section>\n<section><h2>" +
          std::string(say(language, "Trang khác vì thế mà đổi theo", "Other pages that change with it")) + "</h2>\n";
  html += changes.knock_on.empty() ? "<p>" + std::string(say(language, "Không có trang nào.", "No page.")) + "</p>\n"
                                   : knock_on(request, site, changes);
  return html + "</section>\n";
}

}  // namespace congbo::drafts
