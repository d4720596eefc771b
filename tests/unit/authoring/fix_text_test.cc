// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/authoring/fix_text.h"

#include "tests/support/catch.h"

using namespace congbo;
using authoring::FixKind;

namespace {

struct Outcome {
  std::string text;
  std::vector<FixKind> kinds;
  bool unsure = false;
};

Outcome fixed(const std::string& bytes, const std::string& path = "content/a.md") {
  Diagnostics found;
  const authoring::FixedText done = authoring::fix_text(bytes, path, found);
  Outcome outcome{done.text, {}, found.has_errors()};
  for (const authoring::Fix& fix : done.fixes) outcome.kinds.push_back(fix.kind);
  return outcome;
}

using Kinds = std::vector<FixKind>;

}  // namespace

TEST_CASE("texts in old encodings become Unicode, whole or line by line", "[ENC-01]") {
  const Outcome bytes = fixed("Th\xABng b\xB8o\nQuy\xD5t \xAE\xDEnh\n");
  CHECK(bytes.text == "Thông báo\nQuyết định\n");
  CHECK(bytes.kinds == Kinds{FixKind::encoding});
  const Outcome mixed = fixed(
      "Dòng đúng: à, é.\nTh\xABng b\xB8o vi\xD6"
      "c\n");
  CHECK(mixed.text == "Dòng đúng: à, é.\nThông báo việc\n");
  CHECK(fixed("Đã đúng\nCoäng hoøa xaõ hoäi\n").text == "Đã đúng\nCộng hòa xã hội\n");
  CHECK(fixed("xã,ghi chú\nĐông Hà,C«ng tr×nh thñy lîi\n", "content/a.csv").text ==
        "xã,ghi chú\nĐông Hà,Công trình thủy lợi\n");
}

TEST_CASE("line ends, byte order marks, decomposed letters and tabs are put right", "[ENC-01]") {
  CHECK(fixed("\xEF\xBB\xBFmột\r\nhai\r\n").kinds == Kinds{FixKind::line_ends, FixKind::byte_order_mark});
  CHECK(fixed("\xEF\xBB\xBFmột\r\nhai\r\n").text == "một\nhai\n");
  CHECK(fixed("Tie\u0302\u0301ng").text == "Tiếng");
  CHECK(fixed("---\ntags:\n\t- a\n---\n\tmã\n").text == "---\ntags:\n  - a\n---\n\tmã\n");
  CHECK(fixed("a:\n\tb: 1\n", "content/_site/x.yaml").text == "a:\n  b: 1\n");
}

TEST_CASE("what is right or not understood stays as it is", "[ENC-01]") {
  for (const std::string& good :
       {std::string("Tiếng Việt đúng chuẩn.\n"), std::string("Le développement à l’été\n"), std::string("")}) {
    CHECK(fixed(good).text == good);
    CHECK(fixed(good).kinds.empty());
    CHECK_FALSE(fixed(good).unsure);
  }
  for (const std::string& bad : {std::string("K\xFFk \xFE\n"), std::string("a\0b", 3)}) {
    CHECK(fixed(bad).text == bad);
    CHECK(fixed(bad).unsure);
  }
  CHECK(fixed("\xEF\xBB\xBF"
              "a\r\n",
              "content/a.csv")
            .kinds.empty());
}

TEST_CASE("a dry run writes nothing", "[ENC-01]") {
  MemoryFileSystem files({{"r/content/a.md", "a\r\n"}, {"r/content/b.bin", "b\r\n"}});
  Diagnostics found;
  const authoring::FixRequest request{"r", {"content"}};
  CHECK(authoring::fix_files(files, request, authoring::FixMode::show, found)->size() == 1);
  CHECK(files.files().at("r/content/a.md") == "a\r\n");
  CHECK(authoring::fix_files(files, request, authoring::FixMode::write, found)->size() == 1);
  CHECK(files.files().at("r/content/a.md") == "a\n");
  CHECK(files.files().at("r/content/b.bin") == "b\r\n");
  CHECK(authoring::fix_files(files, request, authoring::FixMode::write, found)->empty());
}
