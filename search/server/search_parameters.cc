// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/server/search_parameters.h"

#include <charconv>
#include <optional>

#include "generator/base/html_escape.h"

namespace congbo::search {
namespace {

constexpr int latest_year = 9999;

// The number a parameter gives, `otherwise` if it is absent or empty; nothing if it is no number from `least` to
// `most`.
std::optional<int> read_number(const http::Request& request, const std::string& name, int otherwise, int least,
                               int most) {
  const std::string text = request.parameter(name);
  if (text.empty()) return otherwise;
  int number = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failure != std::errc{} || end != text.data() + text.size() || number < least || number > most)
    return std::nullopt;
  return number;
}

Diagnostic wrong(const http::Request& request, const std::string& name) {
  return error("search-parameter", {}, {name, request.parameter(name)});
}

// Every value given, each once.
Choices choices(const http::Request& request, const std::string& name) {
  Choices values;
  const auto range = request.parameters.equal_range(name);
  for (auto at = range.first; at != range.second; ++at)
    if (!at->second.empty() && !values.has(at->second)) values.push_back(at->second);
  return values;
}

void append(std::string& address, const std::string& name, const std::string& value) {
  if (value.empty()) return;
  address += address.find('?') == std::string::npos ? '?' : '&';
  address += name + "=" + url_encode_component(value);
}

// Of a sentence in three languages, the one wanted.
std::string_view in(Interface interface, std::string_view vietnamese, std::string_view english,
                    std::string_view chinese) {
  if (interface == Interface::vietnamese) return vietnamese;
  return interface == Interface::english ? english : chinese;
}

}  // namespace

std::string_view language_code(Interface interface) {
  return in(interface, "vi", "en", "zh");
}

Interface interface_of(std::string_view code) {
  if (code == "en") return Interface::english;
  return code == "zh" ? Interface::chinese : Interface::vietnamese;
}

Result<SearchParameters> read_parameters(const http::Request& request) {
  SearchParameters result;
  const auto page = read_number(request, "page", 1, 1, static_cast<int>(most_pages));
  if (!page) return wrong(request, "page");
  const auto year = read_number(request, "year", 0, 1, latest_year);
  if (!year) return wrong(request, "year");
  const auto limit = read_number(request, "limit", 10, 1, 50);
  if (!limit) return wrong(request, "limit");
  const std::string sort = request.parameter("sort");
  if (!sort.empty() && sort != "relevance" && sort != "date") return wrong(request, "sort");
  const std::string facets = request.parameter("facets");
  if (!facets.empty() && facets != "0" && facets != "1") return wrong(request, "facets");
  result.interface = interface_of(request.parameter("lang"));
  result.query.label_language = language_code(result.interface);
  result.page = static_cast<std::size_t>(*page);
  result.query.text = request.parameter("q");
  for (const FacetName& facet : facet_names) result.query.*facet.choices = choices(request, facet.name);
  result.query.language = request.parameter("language");
  result.query.spelling = request.parameter("exact") == "1" ? Spelling::as_written : Spelling::repair;
  result.query.facets = facets == "0" ? FacetCounts::left_out : FacetCounts::counted;
  result.query.order = sort == "date" ? SortOrder::date : SortOrder::relevance;
  result.query.limit = static_cast<std::size_t>(*limit);
  result.query.offset = (result.page - 1) * result.query.limit;
  return result;
}

std::string search_address(const SearchParameters& parameters) {
  const Query& query = parameters.query;
  std::string address = "/tim-kiem";
  append(address, "q", query.text);
  for (const FacetName& facet : facet_names)
    for (const std::string& id : query.*facet.choices) append(address, facet.name, id);
  append(address, "language", query.language);
  append(address, "sort", query.order == SortOrder::date ? "date" : "");
  append(address, "exact", query.spelling == Spelling::as_written ? "1" : "");
  append(address, "limit", query.limit != 10 ? std::to_string(query.limit) : std::string());
  append(address, "page", parameters.page > 1 ? std::to_string(parameters.page) : std::string());
  if (parameters.interface != Interface::vietnamese)
    append(address, "lang", std::string(language_code(parameters.interface)));
  return address;
}

std::string problem_text(const Diagnostic& problem, Interface interface) {
  const auto say = [&](std::string_view vietnamese, std::string_view english, std::string_view chinese) {
    return std::string(in(interface, vietnamese, english, chinese));
  };
  if (problem.code == "query-too-long")
    return say("Câu hỏi quá dài: tối đa 200 ký tự và 32 tiếng. Xin rút ngắn lại.",
               "The question is too long: at most 200 characters and 32 words.",
               "查询过长：最多 200 个字符、32 个词。");
  if (problem.code == "query-offset" || problem.code == "query-limit")
    return say("Chỉ xem được một nghìn kết quả đầu. Xin thêm từ khóa hoặc chọn bộ lọc.",
               "Only the first thousand results can be paged through. Please narrow the search.",
               "只能查看前一千条结果，请缩小查询范围。");
  if (problem.code == "query-filters")
    return say("Quá nhiều bộ lọc cùng loại: tối đa 8.", "Too many filters of one kind: at most 8.",
               "同类筛选过多：最多 8 个。");
  if (problem.code == "search-parameter") {
    const std::string name = problem.arguments.empty() ? std::string() : problem.arguments.front();
    return say("Địa chỉ có giá trị không đúng ở «", "The address has a wrong value for “", "地址中的值有误：“") + name +
           say("».", "”.", "”。");
  }
  return say("Hiện chưa tìm kiếm được. Xin thử lại sau.",
             "Search is not available at the moment. Please try again later.", "暂时无法查询，请稍后再试。");
}

}  // namespace congbo::search
