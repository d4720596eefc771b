// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/server/results_json.h"

#include "generator/formats/json.h"

namespace congbo::search {
namespace {

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
  if (answer.facets.empty()) return;
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
