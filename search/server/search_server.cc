// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/server/search_server.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>

#include "generator/base/instant.h"
#include "generator/formats/json.h"
#include "search/server/metrics.h"
#include "search/server/results_feed.h"
#include "search/server/results_page.h"
#include "search/server/search_parameters.h"
#include "search/server/searcher_pool.h"
#include "search/server/unanswered.h"

namespace congbo::search {
namespace {

constexpr int api_version = 1;

using Clock = std::chrono::steady_clock;

struct Answered {
  http::Response response;
  Outcome outcome = Outcome::found;
};

class SearchService {
 public:
  explicit SearchService(SearchSite site)
      : site_(std::move(site)), pool_(site_.out + "/private/search", site_.databases) {
    if (!site_.unanswered.empty()) unanswered_.emplace(site_.unanswered);
  }

  Result<Done> check() { return pool_.check(); }

  http::Response answer(Asked asked, const http::Request& request) {
    const auto start = Clock::now();
    Answered answered = asked == Asked::page ? page_answer(request) : revalidated(asked, request);
    metrics_.count(asked, answered.outcome, std::chrono::duration<double>(Clock::now() - start).count());
    if (asked != Asked::page) allow_origin(request, answered.response);
    return std::move(answered.response);
  }

  http::Response answer_metrics() const {
    http::Response response;
    response.content_type = "text/plain; version=0.0.4; charset=utf-8";
    response.body = metrics_.text();
    response.headers["Cache-Control"] = "no-store";
    return response;
  }

  http::Response answer_health() {
    Query nothing;
    nothing.limit = 1;
    nothing.portal = site_.portal;
    const auto answer = pool_.search(nothing);
    if (!answer) return problem_json(answer.error(), Interface::english);
    formats::JsonWriter writer;
    writer.begin_object().key("status").value("ok").key("documents").value(answer->total);
    writer.key("release").value(answer->release).end_object();
    return json(writer.take(), 200);
  }

 private:
  // The index has not changed since the client asked the same: nothing is searched. Only the client itself may keep the
  // answer: what citizens look for is nobody else's business.
  Answered revalidated(Asked asked, const http::Request& request) {
    const std::string version = pool_.version(), tag = "\"" + version + "\"";
    Answered answered;
    if (!version.empty() && request.header("if-none-match").find(tag) != std::string::npos)
      answered.response.status = 304;
    else
      answered = asked == Asked::suggestions ? suggestions_answer(request) : search_answer(asked, request);
    if (version.empty() || answered.response.status >= 400) return answered;
    answered.response.headers["ETag"] = tag;
    answered.response.headers["Cache-Control"] = "private, no-cache";
    return answered;
  }

  void allow_origin(const http::Request& request, http::Response& response) const {
    const auto& allowed = site_.allowed_origins;
    if (allowed.empty()) return;
    response.headers["Vary"] = "Origin";
    const std::string origin = request.header("origin");
    if (origin.empty()) return;
    for (const std::string& one : allowed)
      if (one == "*" || one == origin) response.headers["Access-Control-Allow-Origin"] = one;
  }

  Result<Answer> search(const SearchParameters& parameters) {
    Result<Answer> answer = pool_.search(parameters.query);
    if (answer && answer->total == 0 && unanswered_) unanswered_->note(parameters.query.text, read_clock());
    return answer;
  }

  static Outcome outcome_of(const Result<Answer>& answer) {
    if (!answer) return status_of(answer.error()) == 503 ? Outcome::failed : Outcome::refused;
    return answer->total > 0 ? Outcome::found : Outcome::nothing;
  }

  Answered page_answer(const http::Request& request) {
    auto parameters = read_parameters(request);
    if (!parameters) return {problem_page(request, parameters.error()), Outcome::refused};
    parameters->query.portal = site_.portal;
    parameters->query.label_language = language_code(parameters->interface);
    if (asks_nothing(parameters->query)) return {page(*parameters, start_html(*parameters), 200), Outcome::nothing};
    const auto answer = search(*parameters);
    const Outcome outcome = outcome_of(answer);
    if (!answer)
      return {page(*parameters, problem_html(*parameters, answer.error()), status_of(answer.error())), outcome};
    return {page(*parameters, results_html(*parameters, *answer), 200), outcome};
  }

  // As JSON, or as a feed.
  Answered search_answer(Asked asked, const http::Request& request) {
    auto parameters = read_parameters(request);
    if (!parameters) return {problem_json(parameters.error(), language_of(request)), Outcome::refused};
    parameters->query.portal = site_.portal;
    if (asked == Asked::feed) parameters->query.order = SortOrder::date;
    const auto answer = search(*parameters);
    const Outcome outcome = outcome_of(answer);
    if (!answer) return {problem_json(answer.error(), parameters->interface), outcome};
    if (asked == Asked::api) return {json(to_json(parameters->query, *answer), 200), outcome};
    http::Response response = json(results_feed(*parameters, *answer, base_of(request)), 200);
    response.content_type = "application/atom+xml; charset=utf-8";
    return {std::move(response), outcome};
  }

  // ["thu tuc", ["Thủ tục đất đai"], ["Thủ tục"], ["https://…"]], as OpenSearch has it.
  Answered suggestions_answer(const http::Request& request) {
    const auto suggested = pool_.suggest(request.parameter("q"), site_.portal);
    if (!suggested) return {problem_json(suggested.error(), language_of(request)), Outcome::failed};
    formats::JsonWriter writer;
    writer.begin_array().value(request.parameter("q"));
    for (const auto part : {&Suggestion::text, &Suggestion::label, &Suggestion::address}) {
      writer.begin_array();
      for (const Suggestion& one : *suggested) writer.value(one.*part);
      writer.end_array();
    }
    writer.end_array();
    http::Response response = json(writer.take(), 200);
    response.content_type = "application/x-suggestions+json; charset=utf-8";
    return {std::move(response), suggested->empty() ? Outcome::nothing : Outcome::found};
  }

  // Scheme and host as the client sees them.
  static std::string base_of(const http::Request& request) {
    const auto value = [&](const char* name, const char* otherwise) {
      const auto found = request.headers.find(name);
      return found == request.headers.end() ? std::string(otherwise) : found->second;
    };
    return (value("x-forwarded-proto", "http") == "https" ? "https://" : "http://") + value("host", "localhost");
  }

  static std::string language_code(Interface interface) { return interface == Interface::english ? "en" : "vi"; }

  static bool asks_nothing(const Query& query) {
    return query.text.find_first_not_of(" \t\r\n") == std::string::npos &&
           std::all_of(facet_names.begin(), facet_names.end(),
                       [&](const FacetName& facet) { return (query.*facet.choices).empty(); });
  }

  static int status_of(const Diagnostic& problem) { return problem.code.rfind("index-", 0) == 0 ? 503 : 400; }

  static Interface language_of(const http::Request& request) {
    return request.parameter("lang") == "en" ? Interface::english : Interface::vietnamese;
  }

  // What citizens look for is nobody else's business: neither kept by caches nor found by search engines.
  static void keep_private(http::Response& response) {
    response.headers["Cache-Control"] = "no-store";
    response.headers["X-Robots-Tag"] = "noindex";
  }

  http::Response page(const SearchParameters& parameters, const std::string& main_html, int status) const {
    http::Response response;
    response.status = status;
    const std::string title = page_title(parameters);
    response.body = site_.page ? site_.page(title, main_html) : plain_page(title, main_html, parameters.interface);
    keep_private(response);
    return response;
  }

  http::Response problem_page(const http::Request& request, const Diagnostic& problem) const {
    SearchParameters parameters;
    parameters.interface = language_of(request);
    parameters.query.text = request.parameter("q");
    return page(parameters, problem_html(parameters, problem), 400);
  }

  static http::Response json(std::string body, int status) {
    http::Response response;
    response.status = status;
    response.content_type = "application/json; charset=utf-8";
    response.body = std::move(body);
    keep_private(response);
    return response;
  }

  static http::Response problem_json(const Diagnostic& problem, Interface interface) {
    formats::JsonWriter writer;
    writer.begin_object().key("version").value(api_version).key("error").begin_object();
    writer.key("code").value(problem.code).key("message").value(problem_text(problem, interface));
    writer.end_object().end_object();
    return json(writer.take(), status_of(problem));
  }

  SearchSite site_;
  SearcherPool pool_;
  Metrics metrics_;
  std::optional<UnansweredLog> unanswered_;
};

void write_query(formats::JsonWriter& writer, const Query& query) {
  writer.key("query").begin_object().key("text").value(query.text);
  for (const FacetName& facet : facet_names) {
    std::string ids;
    for (const std::string& id : query.*facet.choices) ids += (ids.empty() ? "" : ",") + id;
    writer.text_unless_empty(facet.name, ids);
  }
  writer.text_unless_empty("portal", query.portal).text_unless_empty("language", query.language);
  writer.key("sort").value(query.order == SortOrder::date ? "date" : "relevance");
  writer.key("offset").value(query.offset).key("limit").value(query.limit).end_object();
}

void write_hit(formats::JsonWriter& writer, const Hit& hit) {
  writer.begin_object().key("id").value(hit.id).key("address").value(hit.address).key("title").value(hit.title);
  writer.text_unless_empty("summary", hit.summary).text_unless_empty("number", hit.number);
  writer.text_unless_empty("type", hit.type).text_unless_empty("type_label", hit.type_label);
  writer.text_unless_empty("unit", hit.unit).text_unless_empty("unit_label", hit.unit_label);
  writer.text_unless_empty("validity", hit.validity).text_unless_empty("validity_label", hit.validity_label);
  writer.text_unless_empty("date", hit.date).text_unless_empty("published", hit.published);
  writer.text_unless_empty("updated", hit.updated).text_unless_empty("portal", hit.portal);
  writer.text_unless_empty("language", hit.language).key("snippet_html").value(hit.snippet);
  if (!hit.part.empty()) {
    writer.key("part").begin_object().key("name").value(hit.part).key("address").value(hit.part_address);
    writer.key("snippet_html").value(hit.part_snippet).end_object();
  }
  writer.key("score").value(hit.score).end_object();
}

void write_facets(formats::JsonWriter& writer, const Answer& answer) {
  writer.key("facets").begin_object();
  for (const auto& [name, values] : answer.facets) {
    writer.key(name).begin_array();
    for (const FacetValue& value : values) {
      writer.begin_object().key("id").value(value.id).key("label").value(value.label);
      writer.key("count").value(value.count).end_object();
    }
    writer.end_array();
  }
  writer.end_object();
}

void write_best_bets(formats::JsonWriter& writer, const std::vector<BestBet>& bets) {
  writer.key("best_bets").begin_array();
  for (const BestBet& bet : bets)
    writer.begin_object().key("title").value(bet.title).key("address").value(bet.address).end_object();
  writer.end_array();
}

}  // namespace

Result<Done> add_search_routes(http::Server& server, const SearchSite& site) {
  const auto service = std::make_shared<SearchService>(site);
  CONGBO_TRY([[maybe_unused]] Done checked, service->check());
  for (const auto& [path, asked] :
       {std::pair("/tim-kiem", Asked::page), std::pair("/tim-kiem.atom", Asked::feed),
        std::pair("/api/search", Asked::api), std::pair("/api/suggest", Asked::suggestions)})
    server.route(path,
                 [service, asked = asked](const http::Request& request) { return service->answer(asked, request); });
  server.route("/api/metrics", [service](const http::Request&) { return service->answer_metrics(); });
  server.route("/api/health", [service](const http::Request&) { return service->answer_health(); });
  return Done{};
}

std::string to_json(const Query& query, const Answer& answer) {
  formats::JsonWriter writer;
  writer.begin_object().key("version").value(api_version);
  write_query(writer, query);
  writer.key("total").value(answer.total).key("hits").begin_array();
  for (const Hit& hit : answer.hits) write_hit(writer, hit);
  writer.end_array();
  write_facets(writer, answer);
  writer.text_unless_empty("corrected", answer.corrected);
  if (answer.direct) writer.key("direct").value(true);
  if (!answer.best_bets.empty()) write_best_bets(writer, answer.best_bets);
  writer.key("release").value(answer.release).end_object();
  return writer.take();
}

}  // namespace congbo::search
