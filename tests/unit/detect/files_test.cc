// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/detect/file_kind.h"
#include "generator/detect/image_facts.h"
#include "generator/detect/sketch.h"
#include "tests/support/catch.h"

using namespace congbo;
using namespace std::string_literals;
using detect::FileKind;

namespace {

std::string article(int from, int count) {
  std::string text;
  for (int i = from; i < from + count; ++i) text += "từ" + std::to_string(i) + " ";
  return text;
}

}  // namespace

TEST_CASE("files are known by their bytes", "[DOC-06][REF-11]") {
  const std::pair<std::string, FileKind> cases[] = {
      {"%PDF-1.7\n", FileKind::pdf},
      {"\x89PNG\r\n\x1A\n....", FileKind::png},
      {"\xFF\xD8\xFF\xE0....", FileKind::jpeg},
      {"GIF89a....", FileKind::gif},
      {"RIFF....WEBPVP8 ", FileKind::webp},
      {"\0\0\0\x20"s + "ftypavif....", FileKind::avif},
      {"\0\0\0\x20"s + "ftypisom....", FileKind::mp4},
      {"RIFF....WAVEfmt ", FileKind::wav},
      {"ID3\x04....", FileKind::mp3},
      {"\xFF\xFB\x90....padding....", FileKind::mp3},
      {"OggS....", FileKind::ogg},
      {"\x1A\x45\xDF\xA3....", FileKind::matroska},
      {"PK\x03\x04....[Content_Types].xml....word/document.xml", FileKind::ooxml},
      {"PK\x03\x04..........................mimetypeapplication/vnd.oasis.opendocument.textPK", FileKind::odf},
      {"PK\x03\x04..........................mimetypeapplication/epub+zipPK", FileKind::epub},
      {"PK\x03\x04....a.txt", FileKind::zip},
      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....", FileKind::old_office},
      {"<?xml version=\"1.0\"?>\n<svg xmlns=\"…\"/>", FileKind::svg},
      {"<!DOCTYPE html><title>a</title>", FileKind::html},
      {"\n <HTML><body>", FileKind::html},
      {"<?xml version=\"1.0\"?><rss/>", FileKind::xml},
      {"MZ"s + std::string(58, '\0') + "\x40\0\0\0PE\0\0"s, FileKind::executable},
      {"\x7F"
       "ELF....",
       FileKind::executable},
      {"#!/bin/sh\n", FileKind::executable},
      {"xã,dân số\n", FileKind::text},
      {"\x01\x02\xFF", FileKind::unknown},
      {"", FileKind::text}};
  for (const auto& [bytes, kind] : cases) {
    INFO(bytes);
    CHECK(detect::kind_of(bytes) == kind);
  }
}

TEST_CASE("endings and kinds belong together", "[DOC-06]") {
  CHECK(detect::fits(FileKind::pdf, "pdf"));
  CHECK_FALSE(detect::fits(FileKind::html, "pdf"));
  CHECK_FALSE(detect::fits(FileKind::png, "jpg"));
  CHECK_FALSE(detect::fits(FileKind::unknown, "pdf"));
  CHECK_FALSE(detect::fits(FileKind::zip, "docx"));
  CHECK(detect::fits(FileKind::ooxml, "docx"));
  CHECK(detect::fits(FileKind::text, "csv"));
  CHECK(detect::fits(FileKind::unknown, "txt"));
  CHECK(detect::fits(FileKind::text, "dwg"));
}

TEST_CASE("macros and encryption are seen", "[DOC-06][REF-11]") {
  CHECK(detect::has_macros("PK\x03\x04....word/vbaProject.bin"));
  CHECK(detect::has_macros("\xD0\xCF\x11\xE0....\0_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T"s));
  CHECK_FALSE(detect::has_macros("PK\x03\x04....word/document.xml"));
  CHECK(detect::is_encrypted_pdf("%PDF-1.4 trailer << /Encrypt 5 0 R >>"));
  CHECK_FALSE(detect::is_encrypted_pdf("%PDF-1.4 /EncryptMetadata false"));
}

TEST_CASE("sizes of pictures are read from their headers", "[MED-03]") {
  const auto size = [](const std::string& bytes) {
    const auto found = detect::image_size(bytes + std::string(40, '\0'));
    return found ? std::to_string(found->width) + "x" + std::to_string(found->height) : std::string();
  };
  CHECK(size("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x02\x80\0\0\x01\xE0"s) == "640x480");
  CHECK(size("GIF89a\x80\x02\xE0\x01"s) == "640x480");
  CHECK(size("\xFF\xD8\xFF\xE0\0\x04\0\0\xFF\xC0\0\x11\x08\x01\xE0\x02\x80"s) == "640x480");
  CHECK(size("RIFF....WEBPVP8X....\0\0\0\0\x7F\x02\0\xDF\x01\0"s) == "640x480");
  CHECK(size("\x89PNG\r\n\x1A\n").empty());
  CHECK(size("\xFF\xD8\xFF\xFF\xFF\xFF").empty());
  CHECK(size("văn bản").empty());
  CHECK_FALSE(detect::image_size("").has_value());
}

TEST_CASE("a photograph that says where it was taken is seen", "[PII-04][REF-12]") {
  const std::string head = "\xFF\xD8\xFF\xE1\x01\x00"s + "Exif\0\0"s;
  CHECK(detect::has_position(head + "II*\0\x08\0\0\0\x01\0\x25\x88\x04\0"s));
  CHECK(detect::has_position(head + "MM\0*\0\0\0\x08\0\x01\x88\x25\0\x04"s));
  CHECK_FALSE(detect::has_position(head + "II*\0\x08\0\0\0\x01\0\x12\x01\x03\0"s));
  CHECK_FALSE(detect::has_position(head + "II*\0\xFF\xFF\xFF\xFF"s));
  CHECK_FALSE(detect::has_position(head));
  CHECK_FALSE(detect::has_position(""));
}

TEST_CASE("texts that say the same are alike", "[REF-05]") {
  const std::string one = article(0, 400), other = article(1'000, 400);
  CHECK(detect::resemblance(one, one) == 1);
  CHECK(detect::resemblance(one, other) == 0);
  CHECK(detect::resemblance(one, "**" + article(0, 400) + "**!") == 1);
  const std::string changed = article(0, 200) + "thêm " + article(200, 200);
  CHECK(detect::resemblance(one, changed) > 0.95);
  CHECK(detect::likeness(*detect::sketch_of(one), *detect::sketch_of(one)) == 1);
  CHECK(detect::likeness(*detect::sketch_of(one), *detect::sketch_of(changed)) > 0.7);
  CHECK(detect::likeness(*detect::sketch_of(one), *detect::sketch_of(other)) < 0.1);
  CHECK_FALSE(detect::sketch_of(article(0, 49)).has_value());
  CHECK(detect::sketch_of(article(0, 51)).has_value());
  CHECK_FALSE(detect::sketch_of("").has_value());
}

TEST_CASE("a sketch does not depend on where the words stand, nor on case", "[REF-05]") {
  const std::string text = article(0, 400) + "điều khoản chuyển tiếp " + std::string(40, 'x') + " " + article(400, 60);
  std::string capitals = text;
  for (char& letter : capitals)
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 0x20);
  CHECK(*detect::sketch_of(capitals) == *detect::sketch_of(text));
  for (std::size_t spaces = 0; spaces < 130; ++spaces) {
    CHECK(*detect::sketch_of(std::string(spaces, ' ') + text) == *detect::sketch_of(text));
    CHECK(*detect::sketch_of(text + std::string(spaces, '.')) == *detect::sketch_of(text));
  }
  CHECK(detect::resemblance(text, text + " ệ") < 1);
  CHECK(detect::resemblance("một hai ba bốn độc", "một hai ba bốn đỹc") == 0);
}
