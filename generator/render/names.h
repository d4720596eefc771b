// SPDX-License-Identifier: GPL-3.0-or-later
// The names of views, each once. What they mean is in the tables (view_tables_*.cc).
#pragma once
#include "generator/render/view.h"

namespace congbo::render::name {

#define CONGBO_NAME(identifier, text) \
  inline constexpr Key identifier {   \
    text                              \
  }

// Every page.
CONGBO_NAME(language, "LANGUAGE");
CONGBO_NAME(site_name, "SITE_NAME");
CONGBO_NAME(owner, "OWNER");
CONGBO_NAME(home_path, "HOME_PATH");
CONGBO_NAME(search_path, "SEARCH_PATH");
CONGBO_NAME(feeds_path, "FEEDS_PATH");
CONGBO_NAME(other_language, "OTHER_LANGUAGE");
CONGBO_NAME(look_path, "LOOK_PATH");
CONGBO_NAME(head_title, "HEAD_TITLE");
CONGBO_NAME(canonical, "CANONICAL");
CONGBO_NAME(alternates, "ALTERNATES");
CONGBO_NAME(url, "URL");
CONGBO_NAME(metadata, "METADATA");
CONGBO_NAME(json_ld, "JSON_LD");
CONGBO_NAME(feed_path, "FEED_PATH");
CONGBO_NAME(feed_title, "FEED_TITLE");
CONGBO_NAME(header, "HEADER");
CONGBO_NAME(footer, "FOOTER");
CONGBO_NAME(emergency, "EMERGENCY");
CONGBO_NAME(notices, "NOTICES");
CONGBO_NAME(level_label, "LEVEL_LABEL");
CONGBO_NAME(text_language, "TEXT_LANGUAGE");
CONGBO_NAME(site_name_language, "SITE_NAME_LANGUAGE");
CONGBO_NAME(owner_language, "OWNER_LANGUAGE");
CONGBO_NAME(responsible_language, "RESPONSIBLE_LANGUAGE");
CONGBO_NAME(address_language, "ADDRESS_LANGUAGE");
CONGBO_NAME(reuse_language, "REUSE_LANGUAGE");
CONGBO_NAME(label_language, "LABEL_LANGUAGE");
CONGBO_NAME(languages, "LANGUAGES");
CONGBO_NAME(fallback, "FALLBACK");
CONGBO_NAME(answers, "ANSWERS");
CONGBO_NAME(communes, "COMMUNES");
CONGBO_NAME(code, "CODE");
CONGBO_NAME(label, "LABEL");
CONGBO_NAME(path, "PATH");
CONGBO_NAME(breadcrumbs, "BREADCRUMBS");
CONGBO_NAME(title, "TITLE");
CONGBO_NAME(main, "MAIN");

// Header and footer.
CONGBO_NAME(menu, "MENU");
CONGBO_NAME(current_page, "CURRENT_PAGE");
CONGBO_NAME(current_section, "CURRENT_SECTION");
CONGBO_NAME(responsible, "RESPONSIBLE");
CONGBO_NAME(address, "ADDRESS");
CONGBO_NAME(phone, "PHONE");
CONGBO_NAME(phone_digits, "PHONE_DIGITS");
CONGBO_NAME(fax, "FAX");
CONGBO_NAME(email, "EMAIL");
CONGBO_NAME(reuse_notice, "REUSE_NOTICE");

// Items of content.
CONGBO_NAME(type, "TYPE");
CONGBO_NAME(date, "DATE");
CONGBO_NAME(date_machine, "DATE_MACHINE");
CONGBO_NAME(date_label, "DATE_LABEL");
CONGBO_NAME(approved, "APPROVED");
CONGBO_NAME(approved_by, "APPROVED_BY");
CONGBO_NAME(approved_machine, "APPROVED_MACHINE");
CONGBO_NAME(published, "PUBLISHED");
CONGBO_NAME(published_machine, "PUBLISHED_MACHINE");
CONGBO_NAME(updates, "UPDATES");
CONGBO_NAME(updated, "UPDATED");
CONGBO_NAME(updated_machine, "UPDATED_MACHINE");
CONGBO_NAME(change_note, "CHANGE_NOTE");
CONGBO_NAME(unit, "UNIT");
CONGBO_NAME(unit_language, "UNIT_LANGUAGE");
CONGBO_NAME(unit_path, "UNIT_PATH");
CONGBO_NAME(category, "CATEGORY");
CONGBO_NAME(category_path, "CATEGORY_PATH");
CONGBO_NAME(author, "AUTHOR");
CONGBO_NAME(source_name, "SOURCE_NAME");
CONGBO_NAME(source_url, "SOURCE_URL");
CONGBO_NAME(summary, "SUMMARY");
CONGBO_NAME(cover, "COVER");
CONGBO_NAME(cover_alt, "COVER_ALT");
CONGBO_NAME(phase, "PHASE");
CONGBO_NAME(phase_text, "PHASE_TEXT");
CONGBO_NAME(validity, "VALIDITY");
CONGBO_NAME(validity_text, "VALIDITY_TEXT");
CONGBO_NAME(superseded, "SUPERSEDED");
CONGBO_NAME(relations, "RELATIONS");
CONGBO_NAME(relation_graph, "RELATION_GRAPH");
CONGBO_NAME(number, "NUMBER");
CONGBO_NAME(countdown, "COUNTDOWN");
CONGBO_NAME(receiver_address, "RECEIVER_ADDRESS");
CONGBO_NAME(receiver_email, "RECEIVER_EMAIL");
CONGBO_NAME(versions, "VERSIONS");
CONGBO_NAME(comparisons, "COMPARISONS");
CONGBO_NAME(newer_version, "NEWER_VERSION");
CONGBO_NAME(older_version, "OLDER_VERSION");
CONGBO_NAME(changes, "CHANGES");
CONGBO_NAME(comments, "COMMENTS");
CONGBO_NAME(answer, "ANSWER");
CONGBO_NAME(verifying_since, "VERIFYING_SINCE");
CONGBO_NAME(withdrawn, "WITHDRAWN");
CONGBO_NAME(withdrawn_on, "WITHDRAWN_ON");
CONGBO_NAME(withdrawn_reason, "WITHDRAWN_REASON");
CONGBO_NAME(withdrawn_authority, "WITHDRAWN_AUTHORITY");
CONGBO_NAME(body, "BODY");
CONGBO_NAME(contents, "CONTENTS");
CONGBO_NAME(contents_count, "CONTENTS_COUNT");
CONGBO_NAME(contents_short, "CONTENTS_SHORT");
CONGBO_NAME(level, "LEVEL");
CONGBO_NAME(anchor, "ANCHOR");
CONGBO_NAME(fields, "FIELDS");
CONGBO_NAME(text, "TEXT");
CONGBO_NAME(machine_date, "MACHINE_DATE");
CONGBO_NAME(links, "LINKS");
CONGBO_NAME(field_files, "FILES_OF_FIELD");
CONGBO_NAME(files, "FILES");
CONGBO_NAME(file_name, "FILE_NAME");
CONGBO_NAME(file_details, "FILE_DETAILS");
CONGBO_NAME(tags, "TAGS");
CONGBO_NAME(related, "RELATED");
CONGBO_NAME(neighbours, "NEIGHBOURS");
CONGBO_NAME(newer_title, "NEWER_TITLE");
CONGBO_NAME(newer_path, "NEWER_PATH");
CONGBO_NAME(older_title, "OLDER_TITLE");
CONGBO_NAME(older_path, "OLDER_PATH");

// Lists.
CONGBO_NAME(description, "DESCRIPTION");
CONGBO_NAME(intro, "INTRO");
CONGBO_NAME(items, "ITEMS");
CONGBO_NAME(children, "CHILDREN");
CONGBO_NAME(archive, "ARCHIVE");
CONGBO_NAME(latest_date, "LATEST_DATE");
CONGBO_NAME(latest_date_machine, "LATEST_DATE_MACHINE");
CONGBO_NAME(page_number, "PAGE_NUMBER");
CONGBO_NAME(page_count, "PAGE_COUNT");
CONGBO_NAME(pages, "PAGES");
CONGBO_NAME(gap, "GAP");
CONGBO_NAME(comfort, "COMFORT");
CONGBO_NAME(blocks, "BLOCKS");
CONGBO_NAME(colours, "COLOURS");
CONGBO_NAME(sizes, "SIZES");
CONGBO_NAME(components, "COMPONENTS");
CONGBO_NAME(as_featured, "AS_FEATURED");
CONGBO_NAME(as_services, "AS_SERVICES");
CONGBO_NAME(as_cards, "AS_CARDS");
CONGBO_NAME(as_lines, "AS_LINES");
CONGBO_NAME(as_documents, "AS_DOCUMENTS");
CONGBO_NAME(as_week, "AS_WEEK");
CONGBO_NAME(as_groups, "AS_GROUPS");
CONGBO_NAME(as_links, "AS_LINKS");
CONGBO_NAME(as_intro, "AS_INTRO");
CONGBO_NAME(sections, "SECTIONS");

CONGBO_NAME(documents, "DOCUMENTS");
CONGBO_NAME(form, "FORM");
CONGBO_NAME(issuer, "ISSUER");
CONGBO_NAME(facets, "FACETS");
CONGBO_NAME(count, "COUNT");

// Fixed pages.
CONGBO_NAME(index_files, "INDEX_FILES");
CONGBO_NAME(ask_path, "ASK_PATH");
CONGBO_NAME(ask_label, "ASK_LABEL");
CONGBO_NAME(main_html, "MAIN_HTML");
CONGBO_NAME(feeds, "FEEDS");
CONGBO_NAME(rss_path, "RSS_PATH");

// Open data.
CONGBO_NAME(data_path, "DATA_PATH");
CONGBO_NAME(data_sets, "DATA_SETS");
CONGBO_NAME(csv_path, "CSV_PATH");
CONGBO_NAME(json_path, "JSON_PATH");
CONGBO_NAME(dictionary_path, "DICTIONARY_PATH");
CONGBO_NAME(catalogue_path, "CATALOGUE_PATH");
CONGBO_NAME(columns, "COLUMNS");
CONGBO_NAME(key, "KEY");
CONGBO_NAME(label_other, "LABEL_OTHER");
CONGBO_NAME(kind, "KIND");
CONGBO_NAME(calendars, "CALENDARS");
CONGBO_NAME(cards_path, "CARDS_PATH");

// Pages of special kinds.
CONGBO_NAME(calendar_path, "CALENDAR_PATH");
CONGBO_NAME(subscribe_path, "SUBSCRIBE_PATH");
CONGBO_NAME(card_path, "CARD_PATH");
CONGBO_NAME(week, "WEEK");
CONGBO_NAME(days, "DAYS");
CONGBO_NAME(day_name, "DAY_NAME");
CONGBO_NAME(sessions, "SESSIONS");
CONGBO_NAME(entries, "ENTRIES");
CONGBO_NAME(time, "TIME");
CONGBO_NAME(time_machine, "TIME_MACHINE");
CONGBO_NAME(leader, "LEADER");
CONGBO_NAME(place, "PLACE");
CONGBO_NAME(directory, "DIRECTORY");
CONGBO_NAME(people, "PEOPLE");
CONGBO_NAME(former, "FORMER");
CONGBO_NAME(position, "POSITION");
CONGBO_NAME(pictures, "PICTURES");
CONGBO_NAME(portrait, "PORTRAIT");
CONGBO_NAME(media_path, "MEDIA_PATH");
CONGBO_NAME(charts, "CHARTS");
CONGBO_NAME(outline, "OUTLINE");
CONGBO_NAME(collection, "COLLECTION");
CONGBO_NAME(before, "BEFORE");
CONGBO_NAME(during, "DURING");
CONGBO_NAME(after, "AFTER");
CONGBO_NAME(chart, "CHART");
CONGBO_NAME(table, "TABLE");

// Pictures.
CONGBO_NAME(image, "IMAGE");
CONGBO_NAME(cover_image, "COVER_IMAGE");
CONGBO_NAME(card, "CARD");
CONGBO_NAME(src, "SRC");
CONGBO_NAME(avif_set, "AVIF_SET");
CONGBO_NAME(webp_set, "WEBP_SET");
CONGBO_NAME(width, "WIDTH");
CONGBO_NAME(height, "HEIGHT");
CONGBO_NAME(eager, "EAGER");
CONGBO_NAME(tooltip, "TOOLTIP");

// Components.
CONGBO_NAME(caption, "CAPTION");
CONGBO_NAME(alternative, "ALTERNATIVE");
CONGBO_NAME(captions_path, "CAPTIONS_PATH");
CONGBO_NAME(chapters_path, "CHAPTERS_PATH");
CONGBO_NAME(transcript_path, "TRANSCRIPT_PATH");
CONGBO_NAME(poster, "POSTER");
CONGBO_NAME(images, "IMAGES");
CONGBO_NAME(external, "EXTERNAL");
CONGBO_NAME(credit, "CREDIT");
CONGBO_NAME(latitude, "LATITUDE");
CONGBO_NAME(longitude, "LONGITUDE");

#undef CONGBO_NAME

}  // namespace congbo::render::name
