// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/server/result_words.h"

#include "generator/base/instant.h"

namespace congbo::search {
namespace {

constexpr Words vietnamese = {
    .title = "Tìm kiếm",
    .label = "Từ khóa hoặc số, ký hiệu văn bản",
    .button = "Tìm",
    .advice = "Nhập từ khóa, có dấu hay không dấu đều được; hoặc số, ký hiệu văn bản, thí dụ 40/2012/QĐ-UBND.",
    .found = "Tìm thấy",
    .result = "kết quả",
    .results = "kết quả",
    .nothing = "Không có kết quả",
    .for_text = " cho",
    .filters = "Lọc kết quả",
    .type = "Loại nội dung",
    .unit = "Cơ quan, đơn vị",
    .field = "Lĩnh vực",
    .year = "Năm",
    .validity = "Hiệu lực",
    .remove = "Bỏ lọc",
    .corrected = "Hiển thị kết quả cho",
    .as_written = "Tìm đúng",
    .direct = "Đi thẳng tới",
    .within = "Xem",
    .order = "Sắp xếp:",
    .by_relevance = "Phù hợp nhất",
    .by_date = "Mới nhất",
    .follow = "Theo dõi tìm kiếm này (Atom)",
    .number = "Số",
    .pages = "Các trang kết quả",
    .previous = "Trang trước",
    .next = "Trang sau",
    .help_html =
        "<div class=\"search-help\">\n<p>Xin thử một trong các cách sau:</p>\n<ul>\n"
        "<li>Kiểm tra lỗi gõ; có thể bỏ dấu khi gõ.</li>\n"
        "<li>Dùng ít từ hơn, hoặc từ chung hơn.</li>\n"
        "<li>Bỏ bớt bộ lọc và dấu ngoặc kép.</li>\n"
        "<li>Với văn bản, gõ số và năm, thí dụ 40/2012.</li>\n</ul>\n</div>\n"};

constexpr Words english = {
    .title = "Search",
    .label = "Words or document number",
    .button = "Search",
    .advice = "Enter words, with or without diacritics, or a document number such as 40/2012/QĐ-UBND.",
    .found = "Found",
    .result = "result",
    .results = "results",
    .nothing = "No results",
    .for_text = " for",
    .filters = "Narrow the results",
    .type = "Type",
    .unit = "Authority",
    .field = "Field",
    .year = "Year",
    .validity = "In force",
    .remove = "Remove filter",
    .corrected = "Showing results for",
    .as_written = "Search for",
    .direct = "Go straight to",
    .within = "See",
    .order = "Order:",
    .by_relevance = "best match",
    .by_date = "newest first",
    .follow = "Follow this search (Atom)",
    .number = "No.",
    .pages = "Pages of results",
    .previous = "Previous page",
    .next = "Next page",
    .help_html =
        "<div class=\"search-help\">\n<p>You could try:</p>\n<ul>\n<li>Check the spelling; diacritics may be left "
        "out.</li>\n"
        "<li>Use fewer or more general words.</li>\n<li>Remove filters and quotation marks.</li>\n"
        "<li>For a document, enter its number and year, such as 40/2012.</li>\n</ul>\n</div>\n"};

constexpr Words chinese = {
    .title = "搜索",
    .label = "关键词或文号",
    .button = "搜索",
    .advice = "请输入关键词（越南语可不带声调），或文号，例如 40/2012/QĐ-UBND。",
    .found = "找到",
    .result = "条结果",
    .results = "条结果",
    .nothing = "没有结果",
    .for_text = "：",
    .filters = "筛选结果",
    .type = "内容类别",
    .unit = "机关、单位",
    .field = "领域",
    .year = "年份",
    .validity = "效力",
    .remove = "取消筛选",
    .corrected = "显示以下内容的结果：",
    .as_written = "按原文搜索",
    .direct = "直接前往",
    .within = "见",
    .order = "排序：",
    .by_relevance = "最相关",
    .by_date = "最新",
    .follow = "订阅此搜索 (Atom)",
    .number = "文号",
    .pages = "结果页",
    .previous = "上一页",
    .next = "下一页",
    .help_html =
        "<div class=\"search-help\">\n<p>您可以尝试：</p>\n<ul>\n<li>检查拼写；可以不输入声调。</li>\n"
        "<li>使用更少或更常用的词。</li>\n<li>去掉筛选和引号。</li>\n"
        "<li>查找文件时，输入编号和年份，例如 40/2012。</li>\n</ul>\n</div>\n"};

}  // namespace

const Words& words_for(Interface interface) {
  if (interface == Interface::chinese) return chinese;
  return interface == Interface::english ? english : vietnamese;
}

std::string group_digits(std::size_t number, Interface interface) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, 1, interface == Interface::vietnamese ? '.' : ',');
  }
  return digits;
}

std::string written_date(const std::string& date) {
  const auto day = parse_date(date);
  return day ? to_vietnamese(*day) : date;
}

}  // namespace congbo::search
