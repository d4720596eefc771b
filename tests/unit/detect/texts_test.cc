// SPDX-License-Identifier: GPL-3.0-or-later
// Seeded bad texts raise every finding; texts about such things raise none.
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "generator/detect/personal_data.h"
#include "generator/detect/scan.h"
#include "generator/detect/secret_marks.h"
#include "generator/detect/secrets.h"
#include "tests/support/catch.h"

using namespace congbo;
using detect::Audience;
using detect::Finding;

namespace {

std::string codes_of(const std::vector<Finding>& found) {
  std::string codes;
  for (const Finding& one : found) codes += (codes.empty() ? "" : " ") + std::string(one.code);
  return codes;
}

std::string persons(std::string_view text, Audience audience = Audience::general) {
  return codes_of(detect::find_personal_data(text, audience, detect::scan(text)));
}

// Joined from two parts, so that no tool takes this file for a leak.
std::string token(const char* prefix, const char* rest) {
  return std::string(prefix) + rest;
}

const std::string alphabet = "abcdefghij0123456789ABCDEFGHIJ0123456789";

}  // namespace

TEST_CASE("data of persons are found by their form and the words before them", "[PII-01][PII-03]") {
  struct Case {
    const char* text;
    const char* codes;
  };
  for (const Case& one : std::vector<Case>{{"Ông A, CCCD 001090012345", "personal-number"},
                                           {"CMND số 012345678 do Công an tỉnh cấp", "personal-old-number"},
                                           {"chứng minh nhân dân: 012 345 678", "personal-old-number"},
                                           {"Gọi cho ông B theo số 0912345678.", "personal-phone"},
                                           {"ĐT 0912 345 678; nhà riêng", "personal-phone"},
                                           {"điện thoại (+84912345678)", "personal-phone"},
                                           {"số 0912.345.678 hoặc 0387-654-321", "personal-phone personal-phone"},
                                           {"Số tài khoản: 0123456789012 tại ngân hàng", "personal-account"},
                                           {"STK 19034567890123", "personal-account"},
                                           {"mã số thuế 8012345678", "personal-tax-code"},
                                           {"hộ khẩu thường trú: số 12 đường Lê Lợi", "personal-address"},
                                           {"trú tại thôn 5, xã A", "personal-address"},
                                           // the same words without data, and data of offices
                                           {"Số 012345678", ""},
                                           {"Liên hệ: ông B, 0912345678", ""},
                                           {"Đường dây nóng của Sở: 0912 345 678", ""},
                                           {"điện thoại 0203 3812 345", ""},
                                           {"Tài khoản số 3713.0.1058765 tại Kho bạc Nhà nước tỉnh", ""},
                                           {"mã số thuế 5700100256", ""},
                                           {"nơi thường trú của công dân theo Luật Cư trú", ""},
                                           {"Quyết định số 0912345678/QĐ-UBND", ""},
                                           {"mã hồ sơ 0912345678", ""},
                                           {"ngày 09.12.2026, 1.234.567.890 đồng", ""},
                                           {"Căn cước công dân là giấy tờ tùy thân có 12 chữ số.", ""},
                                           // hours, days, and numbers of other things
                                           {"Họp lúc 08-11-2026 10:30", ""},
                                           {"Từ 03.12.2026 15 giờ", ""},
                                           {"Từ 03.12.2026 15h", ""},
                                           {"07-12-2026 08:00 đến 09-12-2026 16:00", ""},
                                           {"2026-11-08 0912 345 678", "personal-phone"},
                                           {"08-11-2026 0912345678", "personal-phone"},
                                           {"số 0912345678: ông A", "personal-phone"},
                                           {"Gọi 0912345678 15h", "personal-phone"},
                                           {"CMND cấp ngày 08-11-2026 9", ""},
                                           {"CCCD đã nộp. Số biên lai 012345678901", ""},
                                           {"cấp căn cước, số tờ khai 001099012345", ""},
                                           {"Tờ khai: CCCD 001099012345", "personal-number"},
                                           {"nộp CMND; số biên lai 012345678", ""},
                                           {"thường trú tại số 5", "personal-address"},
                                           {"", ""}}) {
    INFO(one.text);
    CHECK(persons(one.text) == one.codes);
  }
}

TEST_CASE("on pages of contacts phones belong, in what citizens wrote none do", "[PII-03][PII-06]") {
  CHECK(persons("Di động: 0912345678", Audience::contacts).empty());
  CHECK(persons("CCCD 001090012345", Audience::contacts) == "personal-number");
  CHECK(persons("Liên hệ: 0912345678", Audience::citizens) == "personal-phone");
  CHECK(persons("Thư: nguyenvana@gmail.com", Audience::citizens) == "personal-mail");
  CHECK(persons("Thư: nguyenvana@gmail.com").empty());
}

TEST_CASE("lists of many persons are worse", "[PII-01]") {
  std::string numbers, table = "| STT | Họ và tên | Ngày sinh | Lớp |\n|---|---|---|---|\n";
  for (int i = 0; i < 6; ++i) {
    numbers += "Ông A" + std::to_string(i) + ", số 091234567" + std::to_string(i) + "\n";
    table += "| " + std::to_string(i) + " | Nguyễn Văn A | 0" + std::to_string(i + 1) + "/02/2001 | 12A |\n";
  }
  CHECK(persons(numbers).ends_with("personal-list"));
  CHECK(detect::find_personal_data(numbers, Audience::general, detect::scan(numbers)).back().shown == "6");
  CHECK(persons(table) == "personal-list");
  CHECK(persons(table, Audience::contacts).empty());
  CHECK(persons("| Họ và tên | Ngày sinh |\n|---|---|\n| (ghi rõ) | (ghi rõ) |\n").empty());
}

TEST_CASE("keys and passwords are found, and never shown whole", "[SEC-02][REF-11]") {
  for (const std::string& text :
       {token("AKIA", "IOSFODNN7EXAMPLE"), token("ghp_", alphabet.c_str()),
        token("github_pat_", (alphabet + "_1").c_str()), token("glpat-", "abcDEF0123456789abcd"),
        token("AIza", "SyA0123456789abcdefghijklmnopqrstuv"), token("xoxb-", "123456789012-abcdefABCDEF"),
        token("sk_live_", "0123456789abcdefABCDEF"), token("npm_", "0123456789abcdefghijABCDEFGHIJ012345"),
        token("eyJ", "hbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P"),
        token("-----BEGIN ", "RSA PRIVATE KEY-----\nMIIE"), token("-----BEGIN OPENSSH ", "PRIVATE KEY-----")}) {
    INFO(text);
    const std::vector<Finding> found = detect::find_secrets("giá trị: " + text + " .");
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == "secret-key");
    CHECK(found[0].shown.size() < 24);
    CHECK((detect::scan(text) & detect::sign_key) != 0);
  }
  for (const std::string text : {"Mật khẩu: Abc@12345", "**Mật khẩu:** `Abc@12345`", "password = \"hunter2024\"",
                                 "mật khẩu mặc định là Tinh2026", "DB_PASSWORD=x9y8z7w6", "api_key: 0a1b2c3d4e5f"}) {
    INFO(text);
    const std::vector<Finding> found = detect::find_secrets(text);
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == "secret-password");
    CHECK(found[0].shown.find("1") == std::string::npos);
    CHECK((detect::scan(text) & detect::sign_password) != 0);
  }
}

TEST_CASE("sentences about keys and passwords give none away", "[SEC-02]") {
  for (const char* text :
       {"Mật khẩu: tối thiểu 8 ký tự", "mật khẩu là thông tin riêng của 1 người", "password: ********",
        "Quên mật khẩu: https://a.vn/doi-mat-khau-2", "AKIA", "-----BEGIN CERTIFICATE-----\nMIIE", "ghp_short1",
        "-----BEGIN PUBLIC KEY-----", "password = ${PASSWORD1}", "Điều 12. Mật khẩu:\n1. Cấp 12345678", "eyJ", ""}) {
    INFO(text);
    CHECK(detect::find_secrets(text).empty());
  }
}

TEST_CASE("marks are stamps, not words", "[REF-04][REF-08][SRC-05]") {
  for (const char* text : {"MẬT",
                           "**TUYỆT MẬT**",
                           "> TỐI MẬT",
                           "Lưu hành nội bộ",
                           "(LƯU HÀNH NỘI BỘ)",
                           "Không phổ biến",
                           "Độ mật: Tối mật",
                           "TÀI LIỆU MẬT",
                           "| TỐI MẬT |",
                           "title: TUYỆT MẬT",
                           "TUYỆT  MẬT",
                           "T U Y Ệ T  M Ậ T",
                           "M Ậ T",
                           "Tuyệt mật",
                           "Tối Mật",
                           "TUYỆT MẬT - Bản số 3",
                           "MẬT (Bản số 3)",
                           "TỐI MẬT – Bản số: 02",
                           "Số: 12/BC-UBND (Mật)",
                           "| MẬT | Số: 12/BC-UBND |",
                           "Chỉ lưu hành nội bộ, không phát tán",
                           "Lưu hành Nội Bộ"}) {
    INFO(text);
    CHECK(codes_of(detect::find_secret_marks(std::string("Kính gửi\n") + text + "\n")) == "secret-mark");
    CHECK((detect::scan(text) & detect::sign_mark) != 0);
  }
  for (const char* text :
       {"Mật", "MẬT ONG", "bảo mật", "BẢO MẬT", "- MẬT", "Bí mật nhà nước có ba độ: TUYỆT MẬT, TỐI MẬT, MẬT.",
        "Độ mật của tài liệu", "tài liệu có dấu «Lưu hành nội bộ» không được đăng", "Mật độ dân số: 5", "a) Tuyệt mật;",
        "| MẬT | TỐI MẬT |", "| MẬT | TỐI MẬT | Số: 1/A |", "Tuyệt mật là độ cao nhất",
        "Luật số 117/2025/QH15 (mật mã)", "MẬT ONG - Bản số 3", "Tài liệu mật: bản số 3",
        "Không phổ biến, không tuyên truyền", "Mật ong (2026)"}) {
    INFO(text);
    CHECK(detect::find_secret_marks(text).empty());
  }
  CHECK(detect::is_secret_name("to-trinh-toi-mat-2026.pdf"));
  CHECK(detect::is_secret_name("Lưu hành nội bộ.pdf"));
  CHECK_FALSE(detect::is_secret_name("quy-che-bao-mat.pdf"));
  CHECK_FALSE(detect::is_secret_name("mat-ong.pdf"));
}

TEST_CASE("the first look misses nothing and passes ordinary text", "[PII-01][SEC-02]") {
  CHECK(detect::scan("Tin tức «hôm nay»: 12 xã, 1.234 người, 30 °C · 5 m²") == 0);
  CHECK((detect::scan("012 345 678") & detect::sign_number) != 0);
  CHECK((detect::scan("CCCCD") & detect::sign_person) != 0);
  CHECK((detect::scan("Th«ng b¸o") & detect::sign_foreign_letter) != 0);
  CHECK((detect::scan("Coäng hoøa") & detect::sign_foreign_letter) != 0);
}

TEST_CASE("a sign is seen wherever it stands in a text", "[PII-01]") {
  for (const std::size_t length : {1, 31, 200, 333}) {
    for (std::size_t at = 0; at <= length; ++at) {
      const std::string before(at, 'x'), after(length - at, 'x'), spaces(length - at, ' ');
      INFO(at << " of " << length);
      CHECK((detect::scan(before + "số hộ khẩu" + after) & detect::sign_address) != 0);
      CHECK((detect::scan(before + "012 345 678" + after) & detect::sign_number) != 0);
      CHECK((detect::scan(before + "012 345" + spaces + "678") & detect::sign_number) != 0);
      CHECK((detect::scan(before + "012 345" + after) & detect::sign_number) == 0);
    }
  }
}

TEST_CASE("real laws give nothing away", "[PII-01][REF-08][SEC-02]") {
  const std::filesystem::path root = std::filesystem::path(CONGBO_SOURCE_DIR) / "../shared/data/content/vn-law";
  if (!std::filesystem::exists(root)) {
    REQUIRE(std::getenv("CI") == nullptr);
    WARN("skipped: no ../shared/data");
    return;
  }
  std::size_t texts = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (entry.path().extension() != ".md") continue;
    std::ifstream file(entry.path());
    std::stringstream bytes;
    bytes << file.rdbuf();
    const std::string text = bytes.str();
    INFO(entry.path());
    CHECK(persons(text).empty());
    CHECK(detect::find_secrets(text).empty());
    CHECK(detect::find_secret_marks(text).empty());
    ++texts;
  }
  CHECK(texts == 29);
}

TEST_CASE("a megabyte of anything answers at once", "[PII-01][SEC-02]") {
  for (const std::string part : {"1", "0912 ", "a:1 ", "eyJ.", "ghp_", "-----BEGIN ", "|Họ tên|Ngày sinh\n",
                                 "@gmail.com", "thường trú: ", "MẬT\n", "CMND 012345678 ", "Th«ng ", "1 ", "trú tại ",
                                 "001 090 ", "stk 1 1 1 1 1 1 1 1 1 kho bạc ", "CCCD 001 090 012 "}) {
    std::string text;
    while (text.size() < 1'000'000) text += part;
    INFO(part);
    const auto start = std::chrono::steady_clock::now();
    detect::scan(text);
    detect::find_personal_data(text, Audience::citizens, detect::scan(text));
    detect::find_secrets(text);
    detect::find_secret_marks(text);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    CHECK(taken.count() < 2);
  }
}
