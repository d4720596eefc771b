// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/authoring/starter_content.h"

#include <algorithm>
#include <vector>

#include "generator/formats/yaml.h"
#include "generator/site/sample_texts.h"
#include "generator/site/shipped.h"
#include "generator/site/values/policy.h"

namespace congbo::authoring {

namespace {

using formats::yaml_scalar;
using formats::YamlNode;
using formats::YamlPair;

constexpr std::string_view folder = "generator/site/shipped/new-portal/";
constexpr std::string_view example_host = "cong.example.gov.vn";
constexpr std::size_t menu_length = 7;  // the rest is at the foot

struct Section {
  std::string path, title, type, category, about;
  bool has_start = false;  // something else than a page about it is its first
};

std::string_view shipped(std::string_view name) {
  return *site::shipped_file(std::string(folder) + std::string(name));
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

std::string name_of(const NewPortal& portal) {
  return portal.name.empty() ? "Cổng thông tin điện tử" : portal.name;
}

std::string text_of(const YamlNode& node, std::string_view key) {
  const YamlNode* value = node.find(key);
  return value == nullptr ? std::string() : value->text;
}

// The sections that every portal has, and one for the first category of each group that must have an item.
std::vector<Section> sections_for(const site::Policy& policy) {
  std::vector<std::string> wanted;
  for (const site::CategoryGroup& group : policy.categories)
    if (group.required && !group.categories.empty()) wanted.push_back(group.categories.front());
  Diagnostics ignored;  // ours: a test starts a portal of every profile
  std::vector<Section> sections;
  const YamlNode root = formats::parse_yaml(shipped("sections.yaml"), "sections.yaml", 1, ignored);
  for (const YamlPair& pair : root.pairs) {
    const YamlNode& node = pair.second;
    Section section{pair.first.text,           text_of(node, "title"), text_of(node, "type"),
                    text_of(node, "category"), text_of(node, "about"), node.find("starts") != nullptr};
    const bool asked = std::find(wanted.begin(), wanted.end(), section.category) != wanted.end();
    const bool fits = !policy.closed_categories || asked || section.category == "thong-bao";
    if ((asked || node.find("always") != nullptr) && !policy.disabled_types.contains(section.type))
      if (fits || section.category == "gioi-thieu") sections.push_back(std::move(section));
  }
  return sections;
}

// Within {…} a comma would end the text.
std::string flow_scalar(const std::string& text) {
  return text.find_first_of(",[]{}") == std::string::npos ? yaml_scalar(text) : "\"" + text + "\"";
}

std::string menu_of(const std::vector<Section>& sections, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < std::min(end, sections.size()); ++i)
    text += "  - {label: " + flow_scalar(sections[i].title) + ", target: /" + sections[i].path + "/}\n";
  return text;
}

std::string site_text(const NewPortal& portal, const std::vector<Section>& sections) {
  std::string text = named(std::string(shipped("content/_site/site.yaml")), portal);
  text.resize(text.find("sections:"));
  text += "sections:\n";
  for (const Section& section : sections) text += "  " + section.path + ": " + section.type + "\n";
  text += "menu:\n  - {label: Trang chủ, target: /}\n" + menu_of(sections, 0, menu_length) +
          "  - {label: Sơ đồ cổng, target: /so-do.html}\n";  // circular 32/2017
  text += "footer_menu:\n" + menu_of(sections, menu_length, sections.size()) +
          "  - {label: Liên hệ, target: /lien-he.html}\n"
          "  - {label: Điều khoản sử dụng, target: /dieu-khoan-su-dung.html}\n"
          "  - {label: Tuyên bố tiếp cận, target: /tuyen-bo-tiep-can.html}\n";
  replace_all(text, "  email:", "  fax: \"0000000001\"\n  email:");
  return text;
}

std::string page_text(const std::string& title, const std::string& more, const std::string& body) {
  return "---\ntitle: " + yaml_scalar(title) + "\ntype: page\nunit: van-phong\n" + more + "---\n\n" + body + "\n";
}

std::string first_article(const NewPortal& portal) {
  return "---\ntitle: " + yaml_scalar(name_of(portal) + " bắt đầu hoạt động") +
         "\nunit: van-phong\nevent_at: " + to_text(portal.today) +
         "\nscope: province\norigin: own\ncategory: tin-tuc\nsummary: " + std::string(site::sample_summary) +
         "\nauthor: Ban Biên tập\n---\n\nTừ hôm nay, thông tin chính thức của cơ quan được đăng trên cổng này.\n\n"
         "## Viết bài mới\n\nChạy `congbo new news \"Tiêu đề\"` rồi trả lời từng câu hỏi, hoặc sao chép tệp này sang "
         "tên khác.\n";
}

// 1 to 53, as ISO 8601 counts: that of the week's Thursday in its year.
int week_number(Date monday) {
  const Date thursday = add_days(monday, 3);
  const std::int64_t from_new_year = start_of_day(thursday).seconds - start_of_day(Date{thursday.year, 1, 1}).seconds;
  return static_cast<int>(from_new_year / (7 * 24 * 3600)) + 1;
}

// The schedule of the week that today falls into: what every body does in it.
void add_first_schedule(Date today, std::map<std::string, std::string>& texts) {
  const Date monday = add_days(today, 1 - weekday(today)), sunday = add_days(monday, 6);
  const int week = week_number(monday), year = add_days(monday, 3).year;
  const std::string number = (week < 10 ? "0" : "") + std::to_string(week);
  texts["content/lich-cong-tac/" + std::to_string(year) + "-tuan-" + number + ".md"] =
      "---\ntitle: Lịch công tác từ ngày " + to_vietnamese(monday) + " đến ngày " + to_vietnamese(sunday) +
      "\nunit: van-phong\ncategory: chi-dao-dieu-hanh\nkind: leaders\nweek: " + std::to_string(year) + "-W" + number +
      "\nstarts_on: " + to_text(monday) + "\nends_on: " + to_text(sunday) +
      "\nsummary: Lịch làm việc trong tuần của lãnh đạo cơ quan.\nentries:\n  - at: " + to_text(monday) +
      "T08:00\n    content: Họp giao ban tuần\n    place: Trụ sở cơ quan\n  - at: " + to_text(add_days(monday, 3)) +
      "T08:00\n    content: Tiếp công dân định kỳ\n    place: Phòng tiếp công dân\n---\n";
}

// What stands in a folder beside the shipped sections, over what is there already.
void add_files(std::string_view from, const NewPortal& portal, std::map<std::string, std::string>& texts) {
  const std::string start = std::string(folder) + std::string(from) + "/";
  for (const site::ShippedFile& file : site::shipped_files())
    if (file.path.starts_with(start))
      texts["content/" + std::string(file.path.substr(start.size()))] = named(std::string(file.bytes), portal);
}

}  // namespace

std::string named(std::string text, const NewPortal& portal) {
  replace_all(
      text, "name: {vi: Cổng thông tin điện tử, en: Portal}",
      portal.name.empty() ? "name: {vi: Cổng thông tin điện tử, en: Portal}" : "name: " + yaml_scalar(portal.name));
  replace_all(text, "{name}", name_of(portal));
  if (!portal.domain.empty()) replace_all(text, example_host, portal.domain);
  return text;
}

void add_starter_content(const NewPortal& portal, std::map<std::string, std::string>& texts) {
  Diagnostics ignored;
  const site::Policy policy = site::shipped_profile(portal.profile, ignored);
  const std::vector<Section> sections = sections_for(policy);
  texts["content/_index.md"] = shipped("content/_index.md");
  texts["content/_site/units.yaml"] = shipped("content/_site/units.yaml");
  texts["content/_site/site.yaml"] = site_text(portal, sections);
  texts["content/_site/policy.yaml"] =
      "# Quy định mà cổng phải theo: congbo list policy in đủ từng dòng.\nextends: " + portal.profile + "\n";
  for (const Section& section : sections) {
    const std::string start = "content/" + section.path + "/";
    texts[start + "_index.md"] = "---\ntitle: " + yaml_scalar(section.title) + "\n---\n\n" + section.about + "\n";
    if (section.path == "tin-tuc" || section.has_start) continue;
    texts[start + "ve-chuyen-muc.md"] = page_text(
        "Về chuyên mục " + section.title,
        policy.closed_categories && section.path == "gioi-thieu" ? "" : "category: " + section.category + "\n",
        section.about + " " + std::string(site::sample_section));
  }
  texts["content/tin-tuc/bai-dau-tien.md"] = first_article(portal);
  const auto is_schedule = [](const Section& section) { return section.type == "schedule"; };
  if (std::any_of(sections.begin(), sections.end(), is_schedule)) add_first_schedule(portal.today, texts);
  add_files("start", portal, texts);
  add_files(portal.profile, portal, texts);
  for (const site::Slot& slot : policy.slots)
    texts["content/" + slot.id + ".md"] =
        page_text(slot.label.in("vi"), "category: gioi-thieu\nslot: " + slot.id + "\n",
                  "Trang này giới thiệu: " + slot.label.in("vi") + ". " + std::string(site::sample_slot));
}

}  // namespace congbo::authoring
