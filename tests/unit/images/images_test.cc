// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <thread>

#include "generator/detect/image_facts.h"
#include "generator/images/clean.h"
#include "generator/images/decode.h"
#include "generator/images/workshop.h"
#include "tests/support/catch.h"
#include "tests/support/picture.h"
#include "tests/support/temporary_folder.h"

using namespace congbo;
using namespace std::string_literals;
using images::Avif;
using images::Format;
using images::Recipe;
using images::Shape;

namespace {

std::string made(const std::string& bytes, const Recipe& recipe) {
  const auto facts = images::look_at(bytes);
  REQUIRE(facts);
  const Result<std::string> file = images::Decoded(bytes, *facts).make(recipe);
  REQUIRE(file);
  return *file;
}

std::string jpeg(std::uint32_t width, std::uint32_t height) {
  return made(tests::png(width, height), {Shape::whole, Format::jpeg, width, height, {}});
}

std::string sizes_of(const std::vector<Recipe>& recipes) {
  std::string text;
  for (const Recipe& one : recipes)
    text += std::string(images::ending_of(one.format)) + " " + std::to_string(one.width) + "x" +
            std::to_string(one.height) + "\n";
  return text;
}

}  // namespace

TEST_CASE("a picture is made in fixed widths and never enlarged", "[MED-03]") {
  images::Facts facts{4000, 3000, Format::jpeg, "a"};
  CHECK(sizes_of(images::whole_recipes(facts, Avif::made)) ==
        ".avif 320x240\n.avif 640x480\n.avif 960x720\n.avif 1440x1080\n.webp 640x480\n.webp 1440x1080\n.jpg 960x720\n");
  CHECK(sizes_of(images::whole_recipes(facts, Avif::left_out)) ==
        ".webp 320x240\n.webp 640x480\n.webp 960x720\n.webp 1440x1080\n.jpg 960x720\n");
  facts = {500, 1000, Format::png, "a"};
  CHECK(sizes_of(images::whole_recipes(facts, Avif::made)) ==
        ".avif 320x640\n.avif 500x1000\n.webp 500x1000\n.png 500x1000\n");
  CHECK(sizes_of(images::card_recipes(facts, {}, Avif::made)) ==
        ".avif 320x213\n.avif 500x333\n.webp 500x333\n.png 500x333\n");
  CHECK(images::whole_recipes({100, 90, Format::untouched, "a"}, Avif::made).empty());
  CHECK(images::suffix_of(facts, images::whole_recipes(facts, Avif::made)[0]).starts_with("-320-"));
}

TEST_CASE("a picture that is nearly 3:2 is cut for cards only where its focus is said", "[MED-03]") {
  const images::Facts wide{1600, 900, Format::jpeg, "a"}, broad{2000, 800, Format::jpeg, "a"},
      narrow{800, 1000, Format::jpeg, "a"};
  CHECK(images::card_recipes(wide, {}, Avif::made).empty());
  CHECK(sizes_of(images::card_recipes(wide, {20, 40}, Avif::left_out)) ==
        ".webp 320x213\n.webp 640x427\n.webp 960x640\n.jpg 960x640\n");
  CHECK_FALSE(images::card_recipes(broad, {}, Avif::made).empty());
  CHECK_FALSE(images::card_recipes(narrow, {}, Avif::made).empty());
}

TEST_CASE("names and keys change with the bytes, the size and the focus", "[MED-03]") {
  const images::Facts a{500, 400, Format::png, "a"}, b{500, 400, Format::png, "b"};
  const Recipe whole = images::whole_recipes(a, Avif::made)[0];
  CHECK(images::key_of(a, whole) != images::key_of(b, whole));
  CHECK(images::key_of(a, images::card_recipes(a, {10, 10}, Avif::made)[0]) !=
        images::key_of(a, images::card_recipes(a, {90, 10}, Avif::made)[0]));
  CHECK(images::parse_focus("30% 20%") == images::Focus{30, 20});
  CHECK(images::parse_focus("30, 20") == images::Focus{30, 20});
  for (const char* text : {"", "30", "30% 120%", "left top", "30% 20% 1"}) CHECK_FALSE(images::parse_focus(text));
}

TEST_CASE("every format is written and read, the same bytes each time and on each thread", "[MED-03]") {
  const std::string source = tests::png(700, 400);
  for (const Format format : {Format::avif, Format::webp, Format::jpeg, Format::png}) {
    const Recipe recipe{Shape::whole, format, 320, 183, {}};
    const std::string file = made(source, recipe);
    const auto facts = images::look_at(file);
    REQUIRE(facts);
    CHECK(facts->width == 320);
    CHECK(facts->height == 183);
    CHECK(facts->format == format);
    std::string other;
    std::thread([&] { other = made(source, recipe); }).join();
    CHECK(file == other);
    // A size does not depend on what else is asked for.
    const auto looked = images::look_at(source);
    images::Decoded both(source, *looked);
    REQUIRE(both.make({Shape::whole, format, 640, 366, {}}));
    CHECK(*both.make(recipe) == file);
  }
}

TEST_CASE("what a phone writes into a picture is not in what is made of it, and it stands upright",
          "[PII-04][MED-03]") {
  const std::string phone = tests::as_from_phone(jpeg(640, 400), 6);
  REQUIRE(detect::has_position(phone));
  const auto facts = images::look_at(phone);
  REQUIRE(facts);
  CHECK(facts->width == 400);  // a quarter turn
  CHECK(facts->height == 640);
  std::vector<Recipe> recipes = images::whole_recipes(*facts, Avif::made);
  recipes.push_back(images::original_recipe(*facts));
  for (const Recipe& recipe : recipes) {
    const std::string file = made(phone, recipe);
    CHECK(file.find(tests::phone_maker) == std::string::npos);
    CHECK(file.find("Exif") == std::string::npos);
    CHECK(file.find("GPSLatitude") == std::string::npos);
    const auto seen = images::look_at(file);
    REQUIRE(seen);
    CHECK(seen->width == recipe.width);
    CHECK(seen->height == recipe.height);
  }
}

TEST_CASE("a card shows the part around the focus", "[MED-03]") {
  const std::string source = tests::png(1600, 400);  // red left, blue right
  const auto facts = images::look_at(source);
  const auto card = [&](images::Focus focus) {
    return made(source, images::card_recipes(*facts, focus, Avif::made).back());
  };
  // Each side alone is one colour and packs into a fraction of what both do.
  const std::string left = card({0, 50}), right = card({100, 50}), middle = card({50, 50});
  CHECK(left != right);
  CHECK(middle != left);
  CHECK(images::look_at(left)->width == images::look_at(right)->width);
}

TEST_CASE("a GIF and a WebP that move stay as they are but for what they say about themselves", "[PII-04][MED-03]") {
  const std::string gif = "GIF89a\x02\0\x01\0\x80\0\0\xFF\0\0\0\0\xFF"s + "\x21\xFF\x0BNETSCAPE2.0\x03\x01\0\0\0"s +
                          "\x21\xFE\x06SECRET\0"s + "\x2C\0\0\0\0\x02\0\x01\0\0\x02\x02\x44\x0A\0"s + "\x3B";
  const Result<std::string> clean = images::without_metadata(gif + "TRAILER");
  REQUIRE(clean);
  CHECK(clean->find("SECRET") == std::string::npos);
  CHECK(clean->find("TRAILER") == std::string::npos);
  CHECK(clean->find("NETSCAPE2.0") != std::string::npos);
  CHECK(clean->size() == gif.size() - 10);
  for (std::size_t cut = 0; cut < gif.size(); ++cut) CHECK_FALSE(images::without_metadata(gif.substr(0, cut)));
}

TEST_CASE("hostile files are refused, never worse", "[MED-03][REF-11]") {
  const std::string whole = jpeg(640, 480);
  const Recipe small{Shape::whole, Format::webp, 320, 240, {}};
  for (const std::size_t length :
       {std::size_t{0}, std::size_t{2}, std::size_t{40}, whole.size() / 2, whole.size() - 9}) {
    const std::string cut = whole.substr(0, length);
    const auto facts = images::look_at(cut);
    if (!facts) continue;
    const Result<std::string> file = images::Decoded(cut, *facts).make(small);
    INFO(length);
    REQUIRE_FALSE(file);
    CHECK(file.error().code == "image-undecodable");
  }
  CHECK_FALSE(images::look_at(tests::png(2, 2, 60'000, 60'000)));  // a bomb: 3,600 million pixels in 100 bytes
  CHECK_FALSE(images::look_at("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"));
  CHECK_FALSE(images::look_at("%PDF-1.7"));
  // The header promises more than there is.
  const std::string liar = tests::png(4, 4, 4'000, 4'000);
  const auto promised = images::look_at(liar);
  REQUIRE(promised);
  CHECK_FALSE(images::Decoded(liar, *promised).make(small));
  std::string noise = whole;
  for (std::size_t i = 300; i < noise.size(); i += 7) noise[i] = static_cast<char>(i * 31);
  if (const auto facts = images::look_at(noise)) (void)images::Decoded(noise, *facts).make(small);
}

TEST_CASE("the store keeps what was made, heals what is damaged, and forgets what was not used for longest",
          "[MED-03]") {
  const test::TemporaryFolder folder;
  const std::string a(64, 'a'), b(64, 'b');
  {
    const auto store = images::folder_store(folder / "cache");
    CHECK_FALSE(store->find(a));
    store->keep(a, "eins");
    store->keep(b, std::string(1000, 'x'));
    CHECK(store->has(a));
  }
  const auto store = images::folder_store(folder / "cache", 500);
  CHECK(store->find(a) == "eins");
  const std::string file = folder.path() + "/cache/aa/" + std::string(62, 'a');
  REQUIRE(std::filesystem::exists(file));
  std::filesystem::last_write_time(folder.path() + "/cache/bb/" + std::string(62, 'b'),
                                   std::filesystem::file_time_type::min() + std::chrono::hours(1));
  store->prune();
  CHECK(store->has(a));
  CHECK_FALSE(store->has(b));
  std::filesystem::resize_file(file, 66);
  CHECK_FALSE(store->find(a));
}

TEST_CASE("a workshop makes each file once", "[MED-03]") {
  const std::string source = tests::png(400, 300);
  images::Workshop workshop(images::memory_store());
  const auto facts = *images::look_at(source);
  const std::vector<Recipe> recipes = images::whole_recipes(facts, Avif::made);
  int reads = 0;
  const auto read = [&]() -> Result<std::string> {
    ++reads;
    return source;
  };
  CHECK(*workshop.make(facts, recipes, read) == recipes.size());
  CHECK(*workshop.make(facts, recipes, read) == 0);
  CHECK(workshop.get(facts, recipes.front(), read));
  CHECK(reads == 1);
}
