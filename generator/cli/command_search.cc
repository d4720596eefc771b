// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "generator/base/file_system.h"
#include "generator/cli/build_options.h"
#include "generator/cli/serve.h"
#include "generator/site/load.h"
#include "search/questions.h"
#include "search/searcher.h"
#include "search/server/results_json.h"
#include "search/server/search_server.h"
#include "search/server/unanswered.h"

namespace congbo::cli {

namespace {

struct QueryOptions {
  std::string out = "out";
  search::Query query;
  bool by_date = false;
  std::string format = "text";
};

std::string hit_text(const search::Hit& hit, std::size_t number) {
  std::string text = std::to_string(number) + ". " + hit.title + "\n   " + hit.address + "\n";
  if (!hit.part.empty()) text += "   " + hit.part + ": " + hit.part_address + "\n";
  std::string facts = hit.type_label;
  for (const std::string& more : {hit.number, hit.unit_label, hit.date})
    if (!more.empty()) facts += (facts.empty() ? "" : " · ") + more;
  return facts.empty() ? text : text + "   " + facts + "\n";
}

Exit run_query(const Terminal& terminal, QueryOptions options) {
  if (options.by_date) options.query.order = search::SortOrder::date;
  Result<search::Searcher> searcher = search::Searcher::open(options.out + "/private/search");
  if (!searcher) return fail(terminal, searcher.error());
  const Result<search::Answer> answer = searcher->search(options.query);
  if (!answer) return misuse(terminal, answer.error());
  if (options.format == "json") {
    print_out(search::to_json(options.query, *answer) + "\n");
    return Exit::ok;
  }
  print_out(std::to_string(answer->total) + terminal.text(" kết quả\n", " results\n"));
  for (std::size_t i = 0; i < answer->hits.size(); ++i)
    print_out(hit_text(answer->hits[i], options.query.offset + i + 1));
  return Exit::ok;
}

void add_query(CLI::App& parent, CommandLine& line) {
  const Terminal& terminal = line.terminal;
  CLI::App& command =
      *parent.add_subcommand("query", terminal.text("Tìm ngay trên dòng lệnh", "Search from the command line"));
  auto options = std::make_shared<QueryOptions>();
  command.add_option("text", options->query.text, terminal.text("Từ cần tìm", "What to look for"))->required();
  command.add_option("--out", options->out, terminal.text("Thư mục kết quả của build", "Output folder of build"));
  command.add_option("--type", options->query.type, terminal.text("Loại nội dung", "Content type"));
  command.add_option("--unit", options->query.unit, terminal.text("Mã đơn vị", "Unit id"));
  command.add_option("--field", options->query.field, terminal.text("Mã lĩnh vực", "Field id"));
  command.add_option("--portal", options->query.portal, terminal.text("Mã cổng", "Portal id"));
  command.add_option("--year", options->query.year, terminal.text("Năm", "Year"))->check(CLI::Range(1, 9999));
  command.add_option("--limit", options->query.limit, terminal.text("Số kết quả, tối đa 50", "Results, at most 50"));
  command.add_option("--offset", options->query.offset, terminal.text("Bỏ qua bao nhiêu kết quả", "Results to skip"));
  command.add_flag("--by-date", options->by_date, terminal.text("Mới nhất trước", "Newest first"));
  command.add_option("--format", options->format, "text, json")->check(CLI::IsMember({"text", "json"}));
  line.on_run(command, [options, &terminal] { return run_query(terminal, *options); });
}

void add_serve(CLI::App& parent, CommandLine& line) {
  const Terminal& terminal = line.terminal;
  CLI::App& command =
      *parent.add_subcommand("serve", terminal.text("Máy chủ tìm kiếm cho công dân", "The search server for citizens"));
  auto options = std::make_shared<ServeOptions>();
  add_serve_options(command, terminal, *options);
  auto out = std::make_shared<std::string>("out");
  command.add_option("--out", *out, terminal.text("Thư mục kết quả của build", "Output folder of build"));
  auto portal = std::make_shared<std::string>();
  command.add_option("--portal", *portal, terminal.text("Chỉ tìm trong một cổng", "Search one portal only"));
  auto databases = std::make_shared<std::vector<std::string>>();
  command.add_option("--database", *databases,
                     terminal.text("Chỉ mục ở nơi khác, có thể nhiều: thư mục, tệp hoặc tcp:máy:cổng",
                                   "Databases elsewhere: folders, files or tcp:host:port"));
  auto origins = std::make_shared<std::vector<std::string>>();
  command.add_option("--allow-origin", *origins,
                     terminal.text("Trang của nguồn này được đọc API (CORS), có thể nhiều; *: mọi nguồn",
                                   "Pages of this origin may read the API (CORS), may be repeated; *: all"));
  auto unanswered = std::make_shared<std::string>();
  command.add_option("--unanswered", *unanswered,
                     terminal.text("Tệp ghi các từ không tìm ra gì, không kèm dữ liệu cá nhân",
                                   "File for words that found nothing, without data of persons"));
  line.on_run(command, [=, &terminal] {
    http::Server server({options->address, options->port});
    const search::SearchSite site{*out, *portal, {}, *databases, *origins, *unanswered};
    const Result<Done> added = search::add_search_routes(server, site);
    if (!added) return fail(terminal, added.error());
    return serve(terminal, server, *options, [&terminal](const std::string& base) {
      return terminal.text("Tìm kiếm: ", "Search: ") + base + "/tim-kiem\nJSON: " + base + "/api/search?q=\n";
    });
  });
}

struct JudgeOptions {
  SourceOptions source;
  std::string out = "out";
};

// Asks the portal's own questions; what it finds wrong is content that citizens would not find.
Result<Done> judge_portal(const std::string& out, const Snapshot& snapshot, const site::Portal& portal,
                          search::QuestionReport& all, Diagnostics& found) {
  const std::string path = portal.root + "_site/search.yaml";
  const SnapshotEntry* entry = snapshot.find(path);
  if (!entry) return Done{};
  CONGBO_TRY(const std::string yaml, snapshot.read(*entry));
  search::Vocabulary own;
  search::read_vocabulary(yaml, path, own, found);
  if (own.questions.empty()) return Done{};
  CONGBO_TRY(search::Searcher searcher, search::Searcher::open(out + "/private/search/" + portal.id));
  return search::ask_questions(searcher, portal.id, own.questions, all, found);
}

Exit run_judge(const Terminal& terminal, const JudgeOptions& options) {
  const Result<pipeline::PrepareRequest> request = prepare_request(options.source);
  if (!request) return report_failure(terminal, request.error());
  const Snapshot& snapshot = *request->snapshot;
  Diagnostics found, told;  // the site's mistakes are for check to tell
  search::QuestionReport all;
  for (const site::Portal& portal : site::load_site(snapshot, told).portals) {
    const Result<Done> judged = judge_portal(options.out, snapshot, portal, all, found);
    if (!judged) return fail(terminal, judged.error());
  }
  found.sort();
  print_found(terminal, options.source, found, snapshot);
  const double mean = all.asked > 0 ? all.reciprocal_ranks / static_cast<double>(all.asked) : 0;
  print_error(fmt::format(
      fmt::runtime(terminal.say("{} lần hỏi, {} lần ra đúng trang, hạng trung bình nghịch đảo (MRR) {:.2f}\n",
                                "asked {} times, right page {} times, MRR {:.2f}\n")),
      all.asked, all.found, mean));
  return found.has_errors() ? Exit::content_errors : Exit::ok;
}

void add_judge(CLI::App& parent, CommandLine& line) {
  const Terminal& terminal = line.terminal;
  CLI::App& command = *parent.add_subcommand("judge", terminal.text("Hỏi thử các câu hỏi ghi ở _site/search.yaml",
                                                                    "Ask the questions written in _site/search.yaml"));
  auto options = std::make_shared<JudgeOptions>();
  add_source_options(command, terminal, options->source);
  command.add_option("--out", options->out, terminal.text("Thư mục kết quả của build", "Output folder of build"));
  line.on_run(command, [options, &terminal] { return run_judge(terminal, *options); });
}

void add_unanswered(CLI::App& parent, CommandLine& line) {
  const Terminal& terminal = line.terminal;
  CLI::App& command = *parent.add_subcommand(
      "unanswered", terminal.text("Các từ người dân tìm mà không ra, nhiều nhất trước",
                                  "Words that citizens looked for in vain, most asked for first"));
  auto file = std::make_shared<std::string>();
  command
      .add_option("file", *file,
                  terminal.text("Tệp của search serve --unanswered", "The file of search serve --unanswered"))
      ->required();
  line.on_run(command, [file, &terminal] {
    const Result<std::string> log = real_file_system()->read(*file);
    if (!log) return fail(terminal, log.error());
    print_out(search::unanswered_summary(*log));
    return Exit::ok;
  });
}

}  // namespace

void add_search(CommandLine& line) {
  CLI::App& command =
      line.add("search", "Tìm trong chỉ mục, hoặc phục vụ tìm kiếm", "Query the index, or serve searches",
               "  congbo search query \"thu tuc hanh chinh\" --out out\n"
               "  congbo search query 40/2012/QD-UBND --format json\n"
               "  congbo search judge --source . --out out\n"
               "  congbo search serve --out out --port 8090\n");
  command.require_subcommand(1);
  add_query(command, line);
  add_judge(command, line);
  add_serve(command, line);
  add_unanswered(command, line);
}

}  // namespace congbo::cli
