// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers of documents: the forms of decree 30/2020 and of legal documents, and the noise of real files.
#include "generator/documents/number.h"

#include <random>

#include "tests/support/catch.h"
#include "tests/support/shared_data.h"

using namespace congbo;
using documents::Number;

namespace {

// "sequence|year|form|issuers|term"; "-" for no number.
std::string parts(std::string_view text) {
  const auto number = documents::parse_number(text);
  if (!number) return "-";
  std::string out = number->sequence + "|" + std::to_string(number->year) + "|" + number->form + "|";
  for (const std::string& issuer : number->issuers) out += issuer + " ";
  return out + "|" + std::string(documents::form_id(*number)) + (number->party ? "|party" : "");
}

std::string mended(std::string_view text) {
  const auto number = documents::parse_number(text);
  return number ? documents::to_text(*number) : "-";
}

}  // namespace

TEST_CASE("a document number is taken apart", "[DOC-01][DOC-02]") {
  struct Row {
    const char *written, *expected;
  };
  const Row row = GENERATE(values<Row>({
      {"40/2012/QĐ-UBND", "40|2012|QĐ|UBND |quyet-dinh"},
      {"12/2020/NĐ-CP", "12|2020|NĐ|CP |nghi-dinh"},
      {"32/2017/TT-BTTTT", "32|2017|TT|BTTTT |thong-tu"},
      {"10/2016/QĐ-TTg", "10|2016|QĐ|TTg |quyet-dinh"},
      {"399/QĐ-BCĐ", "399|0|QĐ|BCĐ |quyet-dinh"},
      {"1441/QĐ-TTg", "1441|0|QĐ|TTg |quyet-dinh"},
      {"159/NQ-CP", "159|0|NQ|CP |nghi-quyet"},
      {"45/2019/QH14", "45|2019||QH14 |"},
      {"10/2014/UBTVQH13", "10|2014||UBTVQH13 |"},
      {"32/2007/PL-UBTVQH11", "32|2007|PL|UBTVQH11 |phap-lenh"},
      {"191/2014/TTLT-BTC-BTP", "191|2014|TTLT|BTC BTP |thong-tu-lien-tich"},
      {"01/2022/TTLT-VKSNDTC-TANDTC-BCA-BQP-BLĐTBXH",
       "01|2022|TTLT|VKSNDTC TANDTC BCA BQP BLĐTBXH |thong-tu-lien-tich"},
      {"04/2016/NQ-HĐTP", "04|2016|NQ|HĐTP |nghi-quyet"},
      {"07/2026/L-CTN", "07|2026|L|CTN |lenh"},
      {"25/2003/CT-TTg", "25|2003|CT|TTg |chi-thi"},
      {"05/2025/NQ-CP", "05|2025|NQ|CP |nghi-quyet"},
      {"66.18/2026/NQ-CP", "66.18|2026|NQ|CP |nghi-quyet"},
      {"15a/2020/QyĐ-UBND", "15a|2020|QyĐ|UBND |quy-dinh"},
      {"12/CTr-UBND", "12|0|CTr|UBND |chuong-trinh"},
      {"3/TTr-SNV", "3|0|TTr|SNV |to-trinh"},
      {"1234/UBND-VX", "1234|0||UBND VX |"},
      {"07-CT/TW", "07|0|CT|TW |chi-thi|party"},
      {"774/QĐ-UBND", "774|0|QĐ|UBND |quyet-dinh"},
      {"01/CK-NSNN", "01|0||CK NSNN |"},
      // no numbers of documents
      {"", "-"},
      {"/", "-"},
      {"40/2012", "-"},
      {"QĐ-UBND", "-"},
      {"40/12/QĐ-UBND", "-"},
      {"40/2012/QĐ-UBND/3", "-"},
      {"Luật Đất đai", "-"},
      {"QCVN 12:2026/BCA", "-"},
      {"40/2012/QĐ-", "-"},
      {"40/2012/QĐ--UBND", "-"},
      {"1234567890123/QĐ-UBND", "-"},
  }));
  CAPTURE(row.written);
  CHECK(parts(row.written) == row.expected);
}

TEST_CASE("a misspelt document number is mended", "[DOC-02]") {
  struct Row {
    const char *written, *expected;
  };
  const Row row = GENERATE(values<Row>({
      {"40/2012/QĐ-UBND", "40/2012/QĐ-UBND"},
      {"278/2026/ND-CP", "278/2026/NĐ-CP"},
      {"12/2020/NĐ- CP", "12/2020/NĐ-CP"},
      {"12 /2020/NĐ-CP", "12/2020/NĐ-CP"},
      {"12/2020/NĐ", "12/2020/NĐ-CP"},
      {"40/2012/QĐ-UBND.", "40/2012/QĐ-UBND"},
      {"40/2012/qđ-ubnd", "40/2012/QĐ-UBND"},
      {"40/2012/QD-UBND", "40/2012/QĐ-UBND"},
      {"40/2012/QĐ–UBND", "40/2012/QĐ-UBND"},
      {"40 / 2012 / QĐ — UBND", "40/2012/QĐ-UBND"},
      {"40/2012/QĐ UBND", "40/2012/QĐ-UBND"},
      {"Số: 40/2012/QĐ-UBND", "40/2012/QĐ-UBND"},
      {"số 06/CT-UBND;", "06/CT-UBND"},
      {"15/2026/nq-hdnd", "15/2026/NQ-HĐND"},
      {"04/2022/TT-BLDTBXH", "04/2022/TT-BLĐTBXH"},
      {"40/2026/TT-BGDDT", "40/2026/TT-BGDĐT"},
      {"1441/QĐ-TTG", "1441/QĐ-TTg"},
      {"12/ctr-ubnd", "12/CTr-UBND"},
      {"45/2019/qh14", "45/2019/QH14"},
      {"07-ct/tw", "07-CT/TW"},
      {"12/DA-UBND", "12/DA-UBND"},  // dự án: right as it is
      {"12/HD-SNV", "12/HD-SNV"},    // hướng dẫn, not hợp đồng
  }));
  CAPTURE(row.written);
  CHECK(mended(row.written) == row.expected);
  CHECK(mended(mended(row.written)) == row.expected);
}

TEST_CASE("all spellings of one number have one key", "[DOC-02]") {
  const auto key = [](std::string_view text) { return documents::number_key(documents::parse_number(text).value()); };
  CHECK(key("06/2012/QĐ-UBND") == "6/2012/qd-ubnd");
  CHECK(key("6/2012/qd-ubnd.") == key("06/2012/QĐ–UBND"));
  CHECK(key("06/QĐ-UBND") != key("06/2012/QĐ-UBND"));
  CHECK(key("0/QĐ-UBND") == "0/qd-ubnd");
}

TEST_CASE("the number and the day of a document are found in a sentence", "[DOC-03]") {
  const auto found = [](std::string_view text) {
    const auto mention = documents::find_number(text);
    if (!mention) return std::string("-");
    return documents::to_text(mention->number) + (mention->date ? " " + to_text(*mention->date) : "");
  };
  CHECK(found("774/QĐ-UBND") == "774/QĐ-UBND");
  CHECK(found("Quyết định số 774/QĐ-UBND ngày 22/5/2008 của Ủy ban nhân dân tỉnh") == "774/QĐ-UBND 2008-05-22");
  CHECK(found("Luật số 72/2025/QH15 ngày 16 tháng 6 năm 2025") == "72/2025/QH15 2025-06-16");
  CHECK(found("Nghị định 12/2020/NĐ-CP, ngày 31/2/2020") == "12/2020/NĐ-CP");
  CHECK(found("Luật Đất đai ngày 18/01/2024") == "-");
  CHECK(found("") == "-");
}

TEST_CASE("real numbers of legal documents are read and right as they are", "[DOC-02]") {
  const auto data = test::shared_data("search/numbers-exact.tsv");
  if (!data) return;
  std::size_t count = 0;
  for (const std::string& line : test::lines_of(*data)) {
    const std::string number = line.substr(0, line.find('\t'));
    CAPTURE(number);
    CHECK(mended(number) == number);
    ++count;
  }
  CHECK(count >= 50);
}

TEST_CASE("mending a number twice changes nothing, for any bytes", "[DOC-02]") {
  std::mt19937 random(7);
  static constexpr const char* pieces[] = {"4", "0",   "2012", "/",    "-",    " ",  "QĐ", "nd", "UBND", "–",
                                           ".", "Số:", "Đ",    "\xC2", "\xFF", "QH", "14", "a",  "TW",   "CT"};
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (unsigned i = random() % 9; i > 0; --i) text += pieces[random() % std::size(pieces)];
    const auto number = documents::parse_number(text);
    if (!number) continue;
    CAPTURE(text);
    CHECK(documents::parse_number(documents::to_text(*number)) == number);
  }
}
