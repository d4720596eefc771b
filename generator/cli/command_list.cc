// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <memory>

#include "generator/cli/build_options.h"
#include "generator/formats/json.h"
#include "generator/pipeline/digest.h"
#include "generator/site/load.h"
#include "generator/site/values/policy.h"

namespace congbo::cli {

namespace {

struct ListOptions {
  SourceOptions source;
  std::string what = "pages";
};

std::string_view state_name(const Terminal& terminal, edition::State state) {
  switch (state) {
    case edition::State::published:
      return terminal.say("đã đăng", "published");
    case edition::State::withdrawn:
      return terminal.say("đã rút", "withdrawn");
    case edition::State::draft:
      return terminal.say("bản nháp", "draft");
    case edition::State::scheduled:
      return terminal.say("hẹn giờ", "scheduled");
    case edition::State::embargoed:
      return terminal.say("chưa được công bố", "embargoed");
    case edition::State::expired:
      return terminal.say("hết hạn đăng", "expired");
  }
  return "";
}

// For machines: the same word in every language.
std::string_view state_id(edition::State state) {
  Terminal english;
  english.language = diagnostics::Language::english;
  return state_name(english, state);
}

bool is_waiting(edition::State state) {
  return state == edition::State::draft || state == edition::State::scheduled || state == edition::State::embargoed;
}

void print_pages(const Terminal& terminal, const pipeline::Site& site, const ListOptions& options) {
  formats::JsonWriter json(formats::JsonWriter::Layout::indented);
  json.begin_array();
  for (pages::PageIndex i = 0; i < site.library.size(); ++i) {
    const pages::Page& page = site.library[i];
    const edition::State state = site.edition.states[i];
    if (options.what == "waiting" && !is_waiting(state)) continue;
    const std::string_view name = state_name(terminal, state);
    if (options.source.format == "json") {
      json.begin_object()
          .key("source")
          .value(page.source)
          .key("id")
          .value(page.id)
          .key("portal")
          .value(page.route.portal);
      json.key("path").value(page.route.path).key("type").value(page.type->id).key("state").value(state_id(state));
      json.key("title").value(page.title).end_object();
    } else {
      print_out(page.source + "\t" + page.type->id + "\t" + std::string(name) + "\t" + page.title + "\n");
    }
  }
  json.end_array();
  if (options.source.format == "json") print_out(json.text() + "\n");
}

void print_types_json(std::string_view language, const pipeline::Site& site) {
  formats::JsonWriter json(formats::JsonWriter::Layout::indented);
  json.begin_array();
  for (const auto& [id, type] : site.site->portals.front().types) {
    json.begin_object().key("id").value(id).key("label").value(type.label.in(language)).key("fields").begin_array();
    for (const site::FieldSchema& field : type.fields)
      json.begin_object().key("key").value(field.key).key("required").value(field.required).end_object();
    json.end_array().end_object();
  }
  json.end_array();
  print_out(json.text() + "\n");
}

// The types of the first portal, shipped ones included, with their mandatory keys.
void print_types(const Terminal& terminal, const pipeline::Site& site, const ListOptions& options) {
  const std::string_view language = terminal.language == diagnostics::Language::vietnamese ? "vi" : "en";
  if (options.source.format == "json") return print_types_json(language, site);
  for (const auto& [id, type] : site.site->portals.front().types) {
    print_out(id + "\t" + type.label.in(language));
    for (const site::FieldSchema& field : type.fields)
      print_out((field.required ? "\t" : "\t[") + field.key + (field.required ? "" : "]"));
    print_out("\n");
  }
}

void print_units(const Terminal& terminal, const pipeline::Site& site, const ListOptions& options) {
  const std::string_view language = terminal.language == diagnostics::Language::vietnamese ? "vi" : "en";
  if (options.source.format == "json") {
    formats::JsonWriter json(formats::JsonWriter::Layout::indented);
    json.begin_array();
    for (const site::Portal& portal : site.site->portals)
      for (const site::Unit& unit : portal.units)
        json.begin_object()
            .key("portal")
            .value(portal.id)
            .key("id")
            .value(unit.id)
            .key("name")
            .value(unit.name.in(language))
            .end_object();
    json.end_array();
    return print_out(json.text() + "\n");
  }
  for (const site::Portal& portal : site.site->portals)
    for (const site::Unit& unit : portal.units)
      print_out(portal.id + "\t" + unit.id + "\t" + unit.name.in(language) + "\n");
}

std::string_view origin_name(const Terminal& terminal, site::Origin origin) {
  switch (origin) {
    case site::Origin::program:
      return terminal.say("mặc định, cổng nên tự chọn", "default, the portal should choose");
    case site::Origin::profile:
      return terminal.say("hồ sơ chọn", "chosen by the profile");
    case site::Origin::portal:
      return terminal.say("cổng chọn", "chosen by the portal");
  }
  return "";
}

// The profile, the checks it or the portal sets, and what no regulation fixes.
void print_policy(const Terminal& terminal, const pipeline::Site& site) {
  const std::string_view language = terminal.language == diagnostics::Language::vietnamese ? "vi" : "en";
  for (const site::Portal& portal : site.site->portals) {
    const site::Policy& policy = site::policy_of(portal);
    print_out(portal.id + "\t" + (policy.profile.empty() ? "-" : policy.profile) + "\t" + policy.label.in(language) +
              "\n");
    for (const auto& [code, setting] : policy.checks)
      print_out("  check\t" + code + "\t" + std::string(site::name_of(setting.level)) + "\t" +
                (setting.mandatory ? terminal.text("bắt buộc: ", "mandatory: ") + setting.clause : "") + "\n");
    for (const site::CategoryGroup& group : policy.categories)
      print_out("  category\t" + group.id + "\t" + group.label.in(language) + "\t" + group.clause + "\n");
    for (const site::ChoiceLine& choice : site::choice_lines(policy))
      print_out("  choice\t" + choice.key + "\t" + choice.value + "\t" +
                std::string(origin_name(terminal, choice.origin)) + "\t" + choice.meaning.in(language) + "\n");
  }
}

Exit run_list(const Terminal& terminal, const ListOptions& options) {
  Result<pipeline::PrepareRequest> request = prepare_request(options.source);
  if (!request) return report_failure(terminal, request.error());
  StageTimer timer;
  const std::unique_ptr<pipeline::Site> site = pipeline::prepare(*request, timer);
  if (options.what == "types")
    print_types(terminal, *site, options);
  else if (options.what == "units")
    print_units(terminal, *site, options);
  else if (options.what == "policy")
    print_policy(terminal, *site);
  else if (options.what == "digest")
    print_out(pipeline::weekly_digest(*site, terminal.language));
  else if (options.what == "outputs")
    for (const PlannedOutput& output : site->plan->outputs)
      print_out(output.path() + "\t" + output.reason() + "\t" + output.source() + "\n");
  else
    print_pages(terminal, *site, options);
  return Exit::ok;
}

}  // namespace

void add_list(CommandLine& line) {
  CLI::App& command =
      line.add("list", "Liệt kê trang, nội dung đang chờ, loại nội dung, đơn vị, chính sách, tệp sẽ đăng; bản tin tuần",
               "List pages, what is waiting, content types, units, the policy, the files to publish; the week's digest",
               "  congbo list\n  congbo list waiting --now 2026-03-02T08:00\n  congbo list policy\n  congbo list "
               "outputs\n  congbo list digest\n");
  auto options = std::make_shared<ListOptions>();
  const Terminal& terminal = line.terminal;
  command.add_option("what", options->what, "pages, waiting, types, units, policy, outputs, digest")
      ->check(CLI::IsMember({"pages", "waiting", "types", "units", "policy", "outputs", "digest"}));
  add_source_options(command, terminal, options->source);
  line.on_run(command, [options, &terminal] { return run_list(terminal, *options); });
}

}  // namespace congbo::cli
