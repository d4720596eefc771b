// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/drafts/share_page.h"

#include "generator/base/html_escape.h"

namespace congbo::drafts {

namespace {

std::string hidden(std::string_view name, const std::string& value) {
  return "<input type=\"hidden\" name=\"" + std::string(name) + "\" value=\"" + html_escape(value) + "\">";
}

std::string form(const std::string& label, const std::string& path, Language language) {
  std::string html =
      "<form class=\"card congbo-form\" method=\"post\" action=\"/_preview/shares\">\n" + hidden("draft", label) +
      "\n<p><label for=\"who\">" +
      std::string(say(language, "Gửi cho ai (ghi trong sổ)", "For whom (kept in the log)")) +
      "</label><input id=\"who\" name=\"who\" required maxlength=\"120\" autocomplete=\"off\"></p>\n" +
      "<p><label for=\"path\">" +
      std::string(say(language, "Mở được gì (/ là cả bản nháp)", "What it opens (/ is the whole draft)")) +
      "</label><input id=\"path\" name=\"path\" required maxlength=\"500\" value=\"" + html_escape(path) +
      "\"></p>\n<p><label for=\"days\">" + std::string(say(language, "Trong bao lâu", "For how long")) +
      "</label><select id=\"days\" name=\"days\">";
  for (const int days : {1, 3, 7, 30})
    html += "<option value=\"" + std::to_string(days) + "\"" + (days == 7 ? " selected" : "") + ">" +
            std::to_string(days) + std::string(say(language, " ngày", " days")) + "</option>";
  return html + "</select></p>\n<p><button class=\"button\">" +
         std::string(say(language, "Tạo liên kết", "Make the link")) + "</button></p>\n</form>\n";
}

std::string state(const ShareLink& link, Instant now, Language language) {
  if (link.revoked)
    return "<span class=\"badge ended\">" + std::string(say(language, "Đã thu hồi", "Revoked")) + "</span>";
  if (now >= link.expires)
    return "<span class=\"badge ended\">" + std::string(say(language, "Hết hạn", "Expired")) + "</span>";
  return "<span class=\"badge open\">" + std::string(say(language, "Còn ", "Valid for ")) +
         duration_text(link.expires.seconds - now.seconds, language) + "</span>";
}

std::string item(const ShareLink& link, const std::string& address, Instant now, Language language) {
  std::string html = "<li class=\"card\"><p><strong>" + html_escape(link.who) + "</strong> " +
                     state(link, now, language) + " <code>" + html_escape(link.path) + "</code></p>\n";
  if (link.revoked || now >= link.expires) return html + "</li>\n";
  return html + "<p class=\"congbo-address\"><code>" + html_escape(address) +
         "</code></p>\n<form method=\"post\" action=\"/_preview/shares/revoke\">" + hidden("id", link.id) +
         hidden("draft", link.label) + "<button class=\"button second\">" +
         std::string(say(language, "Thu hồi", "Revoke")) + "</button></form></li>\n";
}

}  // namespace

std::string share_html(const std::string& label, const std::string& path, const std::vector<ShareLink>& links,
                       const std::function<std::string(const ShareLink&)>& address_of, Instant now, Language language) {
  std::string html =
      "<nav class=\"congbo-bar\"><a href=\"/\">" + std::string(say(language, "Danh sách bản nháp", "All drafts")) +
      "</a></nav>\n<h1>" + std::string(say(language, "Liên kết xem bản nháp «", "Links to the draft «")) +
      html_escape(label) + "»</h1>\n<p>" +
      std::string(say(language,
                      "Ai có liên kết thì xem được đúng phần này của bản nháp, không cần tài khoản, đến khi "
                      "liên kết hết hạn hoặc bị thu hồi. Mỗi lần mở được ghi vào sổ.",
                      "Whoever has the link sees this part of the draft without an account until it expires "
                      "or is revoked. Each use is logged.")) +
      "</p>\n" + form(label, path, language);
  if (links.empty()) return html;
  html += "<h2>" + std::string(say(language, "Đã tạo", "Made so far")) + "</h2>\n<ul class=\"congbo-drafts\">\n";
  for (const ShareLink& link : links) html += item(link, address_of(link), now, language);
  return html + "</ul>\n";
}

std::string token_html(TokenAsked asked, const std::string& then, Language language) {
  std::string html = "<h1>" + std::string(say(language, "Xem trước bản nháp", "Preview of drafts")) + "</h1>\n";
  if (asked == TokenAsked::again)
    html += "<p class=\"notice\" role=\"alert\">" + std::string(say(language, "Mã không đúng.", "The code is wrong.")) +
            "</p>\n";
  return html + "<form class=\"card congbo-form\" method=\"post\" action=\"/_preview/enter\">" + hidden("then", then) +
         "<p><label for=\"token\">" + std::string(say(language, "Mã của ban biên tập", "Code of the newsroom")) +
         "</label><input id=\"token\" name=\"token\" type=\"password\" required "
         "autocomplete=\"current-password\"></p>\n"
         "<p><button class=\"button\">" +
         std::string(say(language, "Vào xem", "Enter")) + "</button></p></form>\n";
}

}  // namespace congbo::drafts
