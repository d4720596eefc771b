// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/base/legacy_vietnamese.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "generator/base/legacy_tables.h"
#include "generator/base/unicode.h"
#include "generator/base/utf8.h"
#include "tests/support/catch.h"

using namespace congbo;

namespace {

std::string letter(std::size_t index) {
  std::string text;
  append_utf8(text, legacy_letters[index]);
  return text;
}

// As a copy out of an old document gives it: every byte a letter of Windows-1252.
std::string misread(const std::string& bytes) {
  static const char* const high[] = {"€", "\u0081", "‚",      "ƒ", "„",      "…",      "†", "‡",      "ˆ", "‰", "Š",
                                     "‹", "Œ",      "\u008d", "Ž", "\u008f", "\u0090", "‘", "’",      "“", "”", "•",
                                     "–", "—",      "˜",      "™", "š",      "›",      "œ", "\u009d", "ž", "Ÿ"};
  std::string text;
  for (const char one : bytes) {
    const auto byte = static_cast<unsigned char>(one);
    if (byte >= 0x80 && byte < 0xA0)
      text += high[byte - 0x80];
    else
      append_utf8(text, byte);
  }
  return text;
}

const std::string sample =
    "Căn cứ Luật Tổ chức chính quyền địa phương, theo đề nghị của Giám đốc Sở Nội vụ, quyết định phê duyệt kế hoạch "
    "sử dụng nguồn vốn hỗ trợ những hộ nghèo ở các xã vùng cao biên giới.";

}  // namespace

TEST_CASE("every letter that an old encoding has is read back from its bytes", "[ENC-01]") {
  const std::pair<LegacyEncoding, std::size_t> all[] = {{LegacyEncoding::tcvn3, 74},
                                                        {LegacyEncoding::vni, 134},
                                                        {LegacyEncoding::viscii, 134 - 6},
                                                        {LegacyEncoding::vps, 134 - 14}};
  for (const auto& [encoding, expected] : all) {
    std::size_t with_marks = 0;
    INFO(name_of(encoding));
    for (std::size_t i = 0; i < legacy_letter_count; ++i) {
      const std::optional<std::string> bytes = to_legacy(letter(i), encoding);
      if (!bytes) continue;
      if (letter(i).size() > 1) ++with_marks;
      INFO(letter(i));
      CHECK(from_legacy(*bytes, encoding, LegacyShape::bytes) == letter(i));
      CHECK(from_legacy(misread(*bytes), encoding, LegacyShape::misread) == letter(i));
    }
    CHECK(with_marks == expected);
  }
}

TEST_CASE("what is known of each table", "[ENC-01]") {
  CHECK(to_legacy("Thông báo", LegacyEncoding::tcvn3) == "Th\xABng b\xB8o");
  CHECK(to_legacy("Cộng hòa", LegacyEncoding::vni) ==
        "Co\xE4ng ho\xF8"
        "a");
  CHECK(to_legacy("ợ", LegacyEncoding::vni) == "\xF4\xEF");
  CHECK(to_legacy("ạ", LegacyEncoding::viscii) == "\xD5");
  CHECK(to_legacy("đ", LegacyEncoding::vps) == "\xC7");
  CHECK(from_legacy("Co\xF2ng a\xEC vi\xEA\xF2t", LegacyEncoding::windows_1258, LegacyShape::bytes) == "Cọng á việt");
  CHECK(from_legacy("ThÃ´ng bÃ¡o", LegacyEncoding::utf8_twice, LegacyShape::misread) == "Thông báo");
}

TEST_CASE("capitals of TCVN3 take the case of the letters around them", "[ENC-01]") {
  CHECK(from_legacy("CéNG HßA X· HéI CHñ NGHÜA", LegacyEncoding::tcvn3, LegacyShape::misread) ==
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA");
  CHECK(from_legacy("§éc lËp - Tù do", LegacyEncoding::tcvn3, LegacyShape::misread) == "Độc lập - Tự do");
}

TEST_CASE("an old encoding is recognised by its letters in both shapes", "[ENC-01]") {
  for (const LegacyEncoding encoding :
       {LegacyEncoding::tcvn3, LegacyEncoding::vni, LegacyEncoding::viscii, LegacyEncoding::vps}) {
    const std::string bytes = to_legacy(sample, encoding).value();
    INFO(name_of(encoding));
    CHECK(recognise_legacy(bytes, LegacyShape::bytes) == encoding);
    CHECK(recognise_legacy(misread(bytes), LegacyShape::misread) == encoding);
    CHECK(from_legacy(misread(bytes), encoding, LegacyShape::misread) == sample);
    CHECK(is_legacy_line(misread(bytes), encoding));
  }
  CHECK(recognise_legacy(misread(sample), LegacyShape::misread) == LegacyEncoding::utf8_twice);
  CHECK(recognise_legacy("Th«ng b¸o", LegacyShape::misread) == LegacyEncoding::tcvn3);
  CHECK(recognise_legacy("Coäng hoøa xaõ hoäi", LegacyShape::misread) == LegacyEncoding::vni);
}

TEST_CASE("good text is never taken for an old encoding", "[ENC-01]") {
  for (const std::string& text :
       {sample, std::string("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), std::string("Đắk Lắk, Krông Búk, Cư M’gar, Ea Súp"),
        std::string("Le développement économique à l’été, où ça créait des problèmes très généraux"),
        std::string("Müller, Übergröße, schön, für, Straße, Äpfel"), std::string("El niño español añadió más jamón"),
        std::string("The café’s naïve façade, résumé, coöperate"),
        std::string("«Thông tư» số 12/2020/TT-BTTTT · 30 m² °C"), std::string("não à ação então são"),
        std::string("")}) {
    INFO(text);
    CHECK_FALSE(recognise_legacy(text, LegacyShape::misread));
    CHECK_FALSE(is_legacy_line(text, LegacyEncoding::tcvn3));
  }
}

TEST_CASE("no real text is taken for an old encoding, and almost all its words are syllables", "[ENC-01]") {
  const std::filesystem::path root = std::filesystem::path(CONGBO_SOURCE_DIR) / "../shared/data/content/vn-law";
  if (!std::filesystem::exists(root)) {
    REQUIRE(std::getenv("CI") == nullptr);
    WARN("skipped: no ../shared/data");
    return;
  }
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (entry.path().extension() != ".md") continue;
    std::ifstream file(entry.path());
    std::stringstream text;
    text << file.rdbuf();
    INFO(entry.path());
    CHECK_FALSE(recognise_legacy(to_nfc(text.str()), LegacyShape::misread));
  }
}

TEST_CASE("syllables are told from other words", "[ENC-01]") {
  for (const char* word : {"nghiêng", "Quyết", "ĐỊNH", "gì", "giếng", "quốc", "khuya", "ươm", "yêu", "oái", "huỳnh",
                           "thuở", "xoong", "ủy", "uỷ", "lý", "kỹ"})
    CHECK(is_vietnamese_syllable(word));
  for (const char* word : {"céng", "bÉo", "nghà", "tàt", "stròng", "héi", "kàn", "ngè", "thềng", "thỡng", "tăch", "màá",
                           "café", "über", ""})
    CHECK_FALSE(is_vietnamese_syllable(word));
}
