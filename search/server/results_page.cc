// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/server/results_page.h"

#include <algorithm>
#include <array>

#include "generator/base/html_escape.h"
#include "search/server/result_words.h"
#include "search/server/results_feed.h"

namespace congbo::search {
namespace {

constexpr std::size_t most_facet_values = 8;
constexpr std::size_t pages_around = 2;

constexpr std::array<std::string_view Words::*, facet_names.size()> headings = {
    &Words::type, &Words::unit, &Words::field, &Words::year, &Words::validity};

// The same search with one value chosen besides, or no longer, from the first page.
SearchParameters toggled(SearchParameters parameters, const FacetName& facet, const std::string& id) {
  parameters.page = 1;
  Choices& chosen = parameters.query.*facet.choices;
  if (chosen.has(id)) {
    chosen.erase(std::find(chosen.begin(), chosen.end(), id));
  } else {
    chosen.push_back(id);
  }
  return parameters;
}

std::string link(const std::string& address, std::string_view label, std::string_view attributes = {}) {
  std::string html = "<a href=\"" + html_escape(address) + '"';
  html.append(attributes).append(">").append(html_escape(label)).append("</a>");
  return html;
}

std::string hidden(const std::string& name, const std::string& value) {
  if (value.empty()) return {};
  return "<input type=\"hidden\" name=\"" + name + "\" value=\"" + html_escape(value) + "\">\n";
}

std::string form_html(const SearchParameters& parameters, const Words& words) {
  const Query& query = parameters.query;
  std::string html =
      "<div role=\"search\">\n<form class=\"search-form\" action=\"/tim-kiem\" method=\"get\">\n<label "
      "for=\"search-text\">";
  html.append(words.label).append("</label>\n<input type=\"search\" id=\"search-text\" name=\"q\" lang=\"vi\"");
  html.append(" autocomplete=\"off\" maxlength=\"200\" value=\"").append(html_escape(query.text)).append("\">\n");
  for (const FacetName& facet : facet_names)
    for (const std::string& id : query.*facet.choices) html += hidden(facet.name, id);
  html += hidden("language", query.language);
  html += hidden("sort", query.order == SortOrder::date ? "date" : "");
  if (parameters.interface != Interface::vietnamese)
    html += hidden("lang", std::string(language_code(parameters.interface)));
  html.append("<button type=\"submit\">").append(words.button).append("</button>\n</form>\n</div>\n");
  return html;
}

std::string status_html(const SearchParameters& parameters, const Answer& answer, const Words& words) {
  std::string html = "<p role=\"status\" class=\"search-count\">";
  if (answer.total == 0) {
    html += words.nothing;
  } else {
    html.append(words.found).append(" <strong>").append(group_digits(answer.total, parameters.interface));
    html.append("</strong> ").append(answer.total == 1 ? words.result : words.results);
  }
  const std::string& text = answer.corrected.empty() ? parameters.query.text : answer.corrected;
  if (!text.empty()) html.append(words.for_text).append(" «").append(html_escape(text)).append("»");
  return html + ".</p>\n";
}

// A value of the list: a link that chooses it, or, if it is chosen, one that takes the choice away.
std::string facet_value_html(const SearchParameters& parameters, const FacetName& facet, const FacetValue& value,
                             const Words& words) {
  const bool is_chosen = (parameters.query.*facet.choices).has(value.id);
  const std::string label = value.label + " (" + group_digits(value.count, parameters.interface) + ")";
  const auto other = toggled(parameters, facet, value.id);
  if (!is_chosen) return "<li>" + link(search_address(other), label) + "</li>\n";
  std::string html = "<li class=\"chosen\"><strong>" + html_escape(label) + "</strong> ";
  return html + link(search_address(other), words.remove, " rel=\"nofollow\"") + "</li>\n";
}

std::string facet_html(const SearchParameters& parameters, const FacetName& facet, std::string_view heading,
                       const std::vector<FacetValue>& values, const Words& words) {
  const Choices& chosen = parameters.query.*facet.choices;
  std::string items;
  std::size_t shown = 0;
  for (const FacetValue& value : values) {
    if (!chosen.has(value.id) && shown >= most_facet_values) continue;
    items += facet_value_html(parameters, facet, value, words);
    ++shown;
  }
  if (items.empty()) return {};
  std::string html = "<fieldset class=\"search-filter\">\n<legend>" + std::string(heading) + "</legend>\n<ul>\n";
  return html + items + "</ul>\n</fieldset>\n";
}

std::string filters_html(const SearchParameters& parameters, const Answer& answer, const Words& words) {
  std::string html;
  for (std::size_t i = 0; i < facet_names.size(); ++i) {
    const auto values = answer.facets.find(facet_names[i].name);
    if (values == answer.facets.end()) continue;
    html += facet_html(parameters, facet_names[i], words.*headings[i], values->second, words);
  }
  if (html.empty()) return {};
  return "<section class=\"search-filters\" aria-label=\"" + std::string(words.filters) + "\">\n" + html +
         "</section>\n";
}

std::string order_html(SearchParameters parameters, const Words& words) {
  parameters.page = 1;
  const SortOrder now = parameters.query.order;
  const auto choice = [&](SortOrder order, std::string_view label) {
    if (order == now) return "<strong aria-current=\"true\">" + std::string(label) + "</strong>";
    SearchParameters other = parameters;
    other.query.order = order;
    return link(search_address(other), label);
  };
  std::string html = "<p class=\"search-order\">" + std::string(words.order) + " ";
  return html + choice(SortOrder::relevance, words.by_relevance) + " · " + choice(SortOrder::date, words.by_date) +
         " · " + link(feed_address(parameters), words.follow, " rel=\"alternate\" type=\"application/atom+xml\"") +
         "</p>\n";
}

// Addresses come from our own index; still, nothing but a path or a web address becomes a link.
std::string safe_address(const std::string& address) {
  const bool safe = address.starts_with('/') || address.starts_with("https://") || address.starts_with("http://");
  return safe ? address : "/" + address;
}

// Where the answer stands within the page: an attachment's page, a section.
std::string part_html(const Hit& hit, const std::string& language, const Words& words) {
  if (hit.part.empty()) return {};
  return "<p class=\"search-part\" lang=\"" + language + "\">" + std::string(words.within) + " " +
         link(safe_address(hit.part_address), hit.part) + (hit.part_snippet.empty() ? "" : ": " + hit.part_snippet) +
         "</p>\n";
}

std::string hit_html(const Hit& hit, const Words& words) {
  std::string facts;
  const auto add = [&facts](const std::string& fact) {
    if (fact.empty()) return;
    if (!facts.empty()) facts += " · ";
    facts += html_escape(fact);
  };
  add(hit.type_label);
  add(hit.number.empty() ? std::string() : std::string(words.number) + " " + hit.number);
  add(written_date(hit.date));
  add(hit.unit_label);
  add(hit.validity_label);
  std::string html =
      "<li>\n<h2>" + link(safe_address(hit.address), hit.title.empty() ? hit.address : hit.title) + "</h2>\n";
  if (!facts.empty()) html += "<p class=\"search-facts\">" + facts + "</p>\n";
  const std::string language = html_escape(hit.language.empty() ? "vi" : hit.language);
  if (!hit.snippet.empty()) html += "<p class=\"search-snippet\" lang=\"" + language + "\">" + hit.snippet + "</p>\n";
  return html + part_html(hit, language, words) + "</li>\n";
}

// What was searched for instead of what was typed, and the way to what was typed.
std::string correction_html(SearchParameters parameters, const Answer& answer, const Words& words) {
  if (answer.corrected.empty()) return {};
  parameters.page = 1;
  parameters.query.spelling = Spelling::as_written;
  return "<p class=\"search-correction\">" + std::string(words.corrected) + " «<strong>" +
         html_escape(answer.corrected) + "</strong>». " +
         link(search_address(parameters), std::string(words.as_written) + " «" + parameters.query.text + "»") +
         "</p>\n";
}

// The one document whose number was typed, and the pages that the portal names for this question.
std::string first_choices_html(const Answer& answer, const Words& words) {
  std::string html;
  if (answer.direct) {
    const Hit& hit = answer.hits.front();
    html += "<li>" + std::string(words.direct) + " " +
            link(safe_address(hit.address), hit.number.empty() ? hit.title : hit.number) + "</li>\n";
  }
  for (const BestBet& bet : answer.best_bets) html += "<li>" + link(safe_address(bet.address), bet.title) + "</li>\n";
  return html.empty() ? html : "<ul class=\"search-first\">\n" + html + "</ul>\n";
}

std::string hits_html(const SearchParameters& parameters, const Answer& answer, const Words& words) {
  std::string html = "<ol class=\"search-results\" start=\"" + std::to_string(parameters.query.offset + 1) + "\">\n";
  for (const Hit& hit : answer.hits) html += hit_html(hit, words);
  return html + "</ol>\n";
}

std::string page_link(SearchParameters parameters, std::size_t page, std::string_view label,
                      std::string_view attributes = {}) {
  parameters.page = page;
  return "<li>" + link(search_address(parameters), label, attributes) + "</li>\n";
}

std::string pager_html(const SearchParameters& parameters, const Answer& answer, const Words& words) {
  const std::size_t limit = parameters.query.limit;
  const std::size_t reachable = std::min(most_pages, 1000 / limit + 1);
  const std::size_t last = std::min(reachable, (answer.total + limit - 1) / limit);
  if (last <= 1) return {};
  const std::size_t page = parameters.page;
  std::string html = "<nav class=\"pager\" aria-label=\"" + std::string(words.pages) + "\">\n<ul>\n";
  if (page > 1) html += page_link(parameters, std::min(page - 1, last), words.previous, " rel=\"prev\"");
  for (std::size_t i = 1; i <= last; ++i) {
    const bool near = i + pages_around >= page && i <= page + pages_around;
    if (i != 1 && i != last && !near) continue;
    html += page_link(parameters, i, std::to_string(i), i == page ? " aria-current=\"page\"" : "");
  }
  if (page < last) html += page_link(parameters, page + 1, words.next, " rel=\"next\"");
  return html + "</ul>\n</nav>\n";
}

}  // namespace

std::string start_html(const SearchParameters& parameters) {
  const Words& words = words_for(parameters.interface);
  return form_html(parameters, words) + "<p role=\"status\">" + std::string(words.advice) + "</p>\n";
}

std::string results_html(const SearchParameters& parameters, const Answer& answer) {
  const Words& words = words_for(parameters.interface);
  const std::string html = form_html(parameters, words) + status_html(parameters, answer, words) +
                           correction_html(parameters, answer, words) + first_choices_html(answer, words);
  const std::string filters = filters_html(parameters, answer, words);
  if (answer.total == 0) return html + std::string(words.help_html) + filters;
  return html + "<div class=\"search-layout\">\n<div>\n" + order_html(parameters, words) +
         hits_html(parameters, answer, words) + pager_html(parameters, answer, words) + "</div>\n" + filters +
         "</div>\n";
}

std::string problem_html(const SearchParameters& parameters, const Diagnostic& problem) {
  const Words& words = words_for(parameters.interface);
  return form_html(parameters, words) + "<p role=\"alert\">" +
         html_escape(problem_text(problem, parameters.interface)) + "</p>\n";
}

std::string page_title(const SearchParameters& parameters) {
  const std::string title(words_for(parameters.interface).title);
  return parameters.query.text.empty() ? title : title + ": " + parameters.query.text;
}

std::string plain_page(const std::string& title, const std::string& main_html, Interface interface) {
  const std::string language(language_code(interface));
  return "<!DOCTYPE html>\n<html lang=\"" + language +
         "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, "
         "initial-scale=1\">\n"
         "<meta name=\"robots\" content=\"noindex\">\n<title>" +
         html_escape(title) + "</title>\n</head>\n<body>\n<main>\n<h1>" + html_escape(title) + "</h1>\n" + main_html +
         "</main>\n</body>\n</html>\n";
}

}  // namespace congbo::search
