// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/documents/number_words.h"

#include <algorithm>
#include <array>

#include "generator/base/unicode.h"

namespace congbo::documents {

namespace {

// Decree 30/2020, annex III, and the forms of legal documents. Where two are alike without marks, the commoner first.
constexpr FormWord forms[] = {
    {"QĐ", "qd", "quyet-dinh"},
    {"NĐ", "nd", "nghi-dinh"},
    {"NQ", "nq", "nghi-quyet"},
    {"TT", "tt", "thong-tu"},
    {"CT", "ct", "chi-thi"},
    {"KH", "kh", "ke-hoach"},
    {"TB", "tb", "thong-bao"},
    {"BC", "bc", "bao-cao"},
    {"TTr", "ttr", "to-trinh"},
    {"HD", "hd", "huong-dan"},
    {"HĐ", "hd", "hop-dong"},
    {"CTr", "ctr", "chuong-trinh"},
    {"QC", "qc", "quy-che"},
    {"QyĐ", "qyd", "quy-dinh"},
    {"TC", "tc", "thong-cao"},
    {"PA", "pa", "phuong-an"},
    {"ĐA", "da", "de-an"},
    {"DA", "da", "du-an"},
    {"BB", "bb", "bien-ban"},
    {"CĐ", "cd", "cong-dien"},
    {"BGN", "bgn", "ban-ghi-nho"},
    {"BTT", "btt", "ban-thoa-thuan"},
    {"GUQ", "guq", "giay-uy-quyen"},
    {"GM", "gm", "giay-moi"},
    {"GGT", "ggt", "giay-gioi-thieu"},
    {"GNP", "gnp", "giay-nghi-phep"},
    {"PG", "pg", "phieu-gui"},
    {"PC", "pc", "phieu-chuyen"},
    {"PB", "pb", "phieu-bao"},
    {"TTLT", "ttlt", "thong-tu-lien-tich"},
    {"NQLT", "nqlt", "nghi-quyet-lien-tich"},
    {"VBHN", "vbhn", "van-ban-hop-nhat"},
    {"PL", "pl", "phap-lenh"},
    {"L", "l", "lenh"},
    {"CV", "cv", "cong-van"},
    {"SY", "sy", ""},
    {"TrS", "trs", ""},
    {"SL", "sl", ""},
};

struct Body {
  std::string_view written, folded;
};

constexpr Body bodies[] = {
    {"CP", "cp"},           {"TTg", "ttg"},         {"CTN", "ctn"},
    {"UBND", "ubnd"},       {"HĐND", "hdnd"},       {"HĐTP", "hdtp"},
    {"HĐTĐKT", "hdtdkt"},   {"BCĐ", "bcd"},         {"BGDĐT", "bgddt"},
    {"BLĐTBXH", "bldtbxh"}, {"BTNMT", "btnmt"},     {"BCĐTW", "bcdtw"},
    {"SGDĐT", "sgddt"},     {"SKHĐT", "skhdt"},     {"BKHĐT", "bkhdt"},
    {"SLĐTBXH", "sldtbxh"}, {"TLĐ", "tld"},         {"ĐĐBQH", "ddbqh"},
    {"VPĐĐBQH", "vpddbqh"}, {"BQLĐT", "bqldt"},     {"UBTVQH", "ubtvqh"},
    {"QH", "qh"},           {"PCTTĐT", "pcttdt"},   {"BDTTG", "bdttg"},
    {"VPHĐND", "vphdnd"},   {"ĐHQG", "dhqg"},       {"ĐHQGHN", "dhqghn"},
    {"QLĐĐ", "qldd"},       {"BVHTTDL", "bvhttdl"}, {"UBTƯMTTQ", "ubtumttq"},
    {"TƯ", "tu"},
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

const FormWord* find_form(std::string_view written, std::string_view folded) {
  const FormWord* alike = nullptr;
  for (const FormWord& form : forms) {
    if (form.written == written) return &form;
    if (!alike && form.folded == folded) alike = &form;
  }
  return alike;
}

std::string mended_body(std::string_view written) {
  std::size_t letters = written.size();
  while (letters > 0 && is_digit(written[letters - 1])) --letters;
  const std::string_view name = written.substr(0, letters), number = written.substr(letters);
  const std::string folded = fold(name);
  for (const Body& body : bodies)
    if (body.written == name) return std::string(written);
  for (const Body& body : bodies)
    if (body.folded == folded && !(body.folded == "tu" && name != to_lower(name)))
      return std::string(body.written) + std::string(number);
  const bool lower = to_lower(name) == name;
  return (lower ? to_upper(name) : std::string(name)) + std::string(number);
}

}  // namespace congbo::documents
