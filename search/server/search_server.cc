// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/server/search_server.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <thread>

#include "generator/base/file_system.h"
#include "generator/base/instant.h"
#include "generator/formats/json.h"
#include "search/server/metrics.h"
#include "search/server/results_feed.h"
#include "search/server/results_json.h"
#include "search/server/results_page.h"
#include "search/server/search_parameters.h"
#include "search/server/searcher_pool.h"
#include "search/server/site_frame.h"
#include "search/server/turns.h"
#include "search/server/unanswered.h"

namespace congbo::search {
namespace {

using Clock = std::chrono::steady_clock;

struct Answered {
  http::Response response;
  Outcome outcome = Outcome::found;
};

class SearchService {
 public:
  explicit SearchService(SearchSite site)
      : site_(std::move(site)), pool_(site_.out + "/private/search", site_.databases), turns_(at_a_time(site_)) {
    if (!site_.unanswered.empty()) unanswered_.emplace(site_.unanswered);
  }

  Result<Done> check() { return pool_.check(site_.portal); }

  http::Response answer(Asked asked, const http::Request& request) {
    const auto start = Clock::now();
    const Turns::Turn turn(turns_);
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
    if (const auto checked = check(); !checked) return problem_json(checked.error(), Interface::english);
    Query nothing;
    nothing.limit = 1;
    nothing.facets = FacetCounts::left_out;
    nothing.portal = site_.portal;
    const auto answer = pool_.search(nothing);
    if (!answer) return problem_json(answer.error(), Interface::english);
    formats::JsonWriter writer;
    writer.begin_object().key("status").value("ok").key("documents").value(answer->total);
    writer.key("release").value(answer->release).end_object();
    return json(writer.take(), 200);
  }

 private:
  // While one waits for a database on another machine, others work.
  static unsigned at_a_time(const SearchSite& site) {
    constexpr unsigned each_for_elsewhere = 8;
    const unsigned processors = std::max(2U, std::thread::hardware_concurrency());
    return site.databases.empty() ? processors : processors * each_for_elsewhere;
  }

  // The index has not changed since the client asked the same: nothing is searched. Only the client itself may keep the
  // answer: what citizens look for is nobody else's business.
  Answered revalidated(Asked asked, const http::Request& request) {
    const std::string version = pool_.version(), tag = "\"" + version + "\"";
    Answered answered;
    if (!version.empty() && request.header("if-none-match").find(tag) != std::string::npos &&
        is_answerable(asked, request))
      answered.response.status = 304;
    else
      answered = asked == Asked::suggestions ? suggestions_answer(request) : search_answer(asked, request);
    if (version.empty() || answered.response.status >= 400) return answered;
    answered.response.headers["ETag"] = tag;
    answered.response.headers["Cache-Control"] = "private, no-cache";
    return answered;
  }

  static bool is_answerable(Asked asked, const http::Request& request) {
    if (asked == Asked::suggestions) return true;
    const auto parameters = read_parameters(request);
    return parameters && check_query(parameters->query);
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
    if (asked == Asked::feed) {
      parameters->query.order = SortOrder::date;
      parameters->query.facets = FacetCounts::left_out;
    }
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

  static bool asks_nothing(const Query& query) {
    return query.text.find_first_not_of(" \t\r\n") == std::string::npos && !has_filters(query);
  }

  static int status_of(const Diagnostic& problem) { return problem.code.rfind("index-", 0) == 0 ? 503 : 400; }

  static Interface language_of(const http::Request& request) { return interface_of(request.parameter("lang")); }

  // What citizens look for is nobody else's business: neither kept by caches nor found by search engines.
  static void keep_private(http::Response& response) {
    response.headers["Cache-Control"] = "no-store";
    response.headers["X-Robots-Tag"] = "noindex";
  }

  http::Response page(const SearchParameters& parameters, const std::string& main_html, int status) const {
    http::Response response;
    response.status = status;
    response.body = with_switch(framed_page(page_title(parameters), main_html, parameters.interface), parameters);
    keep_private(response);
    return response;
  }

  // In the look of the release shown; a portal without a page of that language has that of its main one.
  std::string framed_page(const std::string& title, const std::string& main_html, Interface interface) const {
    if (site_.page) return site_.page(title, main_html, language_code(interface));
    for (const Interface one : {interface, Interface::vietnamese}) {
      const Result<std::string> page = files_->read(
          site_.out + "/public/" + (site_.portal.empty() ? "main" : site_.portal) + "/" + search_page_file(one));
      if (!page) continue;
      if (std::string html = framed(*page, title, main_html); !html.empty()) return html;
    }
    return plain_page(title, main_html, interface);
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
  std::unique_ptr<FileSystem> files_ = real_file_system();
  SearcherPool pool_;
  Turns turns_;
  Metrics metrics_;
  std::optional<UnansweredLog> unanswered_;
};

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

}  // namespace congbo::search
